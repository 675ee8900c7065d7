/**
 * The local store: unpacked wheels by the sha256 of the wheel, bytecode sets beside them.
 *
 * `<store>/v1/wheels/<aa>/<sha256>/{note.json,files/…}` and `<store>/v1/bytecode/<set>/<aa>/<sha256>/{note.json,files/…}`.
 * A directory appears whole, by one rename, or not at all; readers never lock, and any number of processes may write.
 */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasErrno, messageOf, UserError } from '../errors.js'
import { recordName } from './names.js'
import { type BytecodeNote, formatNote, parseBytecodeNote, parseWheelNote, type WheelNote } from './note.js'

export type Store = {
  /** `<store>/v1`, absolute. */
  readonly root: string
  /** Directory of unfinished work; on the store's own file system, so that a rename publishes it. */
  readonly temporary: string
}

/** The part of a bytecode set's identity that does not depend on the wheel: interpreter and invalidation mode. */
export type BytecodeKind = {
  readonly cacheTag: string
  /** Lower-case hex. */
  readonly magicNumber: string
  readonly optimize: number
  /** PEP 552's word, and what else sets the set apart: ABI flags (`t`, `td`), `only-<16 hex>` of a list of modules. */
  readonly invalidationMode: string
}

const abandonedAfterMs = 24 * 3600 * 1000

/**
 * Opens the store in `directory`, made when missing. One that holds wheels need not be writable.
 * Throws UserError STORE_UNWRITABLE.
 */
export async function openStore(directory: string): Promise<Store> {
  const root = join(directory, 'v1')
  const temporary = join(root, 'tmp')
  try {
    await mkdir(temporary, { recursive: true })
    await mkdir(join(root, 'wheels'), { recursive: true })
  } catch (error) {
    if (!hasErrno(error, 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT')) throw error
    const wheels = await stat(join(root, 'wheels')).catch(() => undefined)
    if (wheels?.isDirectory() !== true) throw storeUnwritable(`cannot make the store in \`${directory}\``, error)
  }
  return { root, temporary }
}

/** The UserError STORE_UNWRITABLE; the message says what failed, the cause why. */
export function storeUnwritable(message: string, cause?: unknown): UserError {
  return new UserError('STORE_UNWRITABLE', cause === undefined ? message : `${message}: ${messageOf(cause)}`, {
    hint: 'name a directory that can be written to with `--store`',
    cause,
  })
}

/** A store that can be read only is a source of what it holds; what it lacks is an error that a reader can act on. */
async function requireWritable({ root, temporary }: Store): Promise<void> {
  try {
    await access(temporary, constants.W_OK)
  } catch (error) {
    throw storeUnwritable(`the store in \`${dirname(root)}\` lacks a file and cannot be written to`, error)
  }
}

/** Where the wheel with this sha256 lies, or would. */
export function wheelDirectory(store: Store, sha256: string): string {
  return join(store.root, 'wheels', sha256.slice(0, 2), sha256)
}

/** The name of a kind of bytecode, in paths and manifests. */
export function bytecodeName({ cacheTag, magicNumber, optimize, invalidationMode }: BytecodeKind): string {
  return `${cacheTag}-${magicNumber}-o${optimize}-${invalidationMode}`
}

/** Where the bytecode of the wheel with this sha256 lies, or would. */
export function bytecodeDirectory(store: Store, kind: BytecodeKind, sha256: string): string {
  return join(store.root, 'bytecode', bytecodeName(kind), sha256.slice(0, 2), sha256)
}

/** The files of a published directory. */
export function filesOf(directory: string): string {
  return join(directory, 'files')
}

/** True when the store holds the wheel; cheaper than reading its note. */
export async function hasWheel(store: Store, sha256: string): Promise<boolean> {
  return isPublished(wheelDirectory(store, sha256))
}

/** True when the store holds this bytecode of the wheel; cheaper than reading its note. */
export async function hasBytecode(store: Store, kind: BytecodeKind, sha256: string): Promise<boolean> {
  return isPublished(bytecodeDirectory(store, kind, sha256))
}

/** Synchronous, in microseconds: a run asks hundreds of times, before anything else can begin. */
async function isPublished(directory: string): Promise<boolean> {
  return existsSync(join(directory, 'note.json'))
}

/** The note of a stored wheel, or undefined when the store lacks it. */
export async function readWheelNote(store: Store, sha256: string): Promise<WheelNote | undefined> {
  return parseIfPresent(join(wheelDirectory(store, sha256), 'note.json'), parseWheelNote)
}

/** The note of a stored bytecode set, or undefined when the store lacks it. */
export async function readBytecodeNote(
  store: Store,
  kind: BytecodeKind,
  sha256: string,
): Promise<BytecodeNote | undefined> {
  return parseIfPresent(join(bytecodeDirectory(store, kind, sha256), 'note.json'), parseBytecodeNote)
}

async function parseIfPresent<Note>(path: string, parse: (text: string) => Note): Promise<Note | undefined> {
  try {
    return parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/** A new directory for unfinished work, holding an empty `files`. Throws UserError STORE_UNWRITABLE. */
export async function stage(store: Store): Promise<string> {
  const directory = join(store.temporary, randomUUID())
  await requireWritable(store)
  await mkdir(filesOf(directory), { recursive: true })
  return directory
}

/** Gives `use` the path of one unfinished file, which is gone afterwards. Throws UserError STORE_UNWRITABLE. */
export async function withStagedFile<T>(store: Store, use: (path: string) => Promise<T>): Promise<T> {
  await requireWritable(store)
  const path = join(store.temporary, randomUUID())
  try {
    return await use(path)
  } finally {
    await discard(path)
  }
}

/**
 * Makes a staged directory visible at `destination` with its note, by one rename.
 * When another process was first, its directory stays and ours is removed: both have the same content.
 */
export async function publish(staged: string, destination: string, note: WheelNote | BytecodeNote): Promise<void> {
  await writeFile(join(staged, 'note.json'), formatNote(note))
  await mkdir(dirname(destination), { recursive: true })
  for (let attempt = 1; !(await renameToFree(staged, destination, attempt)); attempt++) {
    if (await isReadable(destination)) {
      await discard(staged)
      break
    }
    await displace(destination, `${staged}-displaced`)
  }
  // Wheels lie in `<root>/wheels/<aa>/<sha256>`.
  if ('distInfo' in note) await recordName(dirname(dirname(dirname(destination))), note)
}

/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10

/** False when something is there already. */
async function renameToFree(staged: string, destination: string, attempt: number): Promise<boolean> {
  try {
    await rename(staged, destination)
    return true
  } catch (error) {
    if (attempt < mostAttempts && hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) return false
    throw error
  }
}

async function isReadable(directory: string): Promise<boolean> {
  const text = await parseIfPresent(join(directory, 'note.json'), text => text)
  return text !== undefined && (parseWheelNote(text) ?? parseBytecodeNote(text)) !== undefined
}

/** Takes a damaged directory away; another writer may have been faster. */
async function displace(directory: string, aside: string): Promise<void> {
  try {
    await rename(directory, aside)
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error
  }
  await discard(aside)
}

/** Removes a staged directory or file that will not be published. */
export async function discard(staged: string): Promise<void> {
  await rm(staged, { recursive: true, force: true })
}

/** Removes unfinished work that a killed process left more than a day ago. `now` in milliseconds since the epoch. */
export async function sweepAbandoned(store: Store, now: number): Promise<void> {
  for (const name of await readdir(store.temporary).catch(() => [])) {
    const path = join(store.temporary, name)
    const facts = await stat(path).catch(() => undefined)
    // Of a store that can be read only, they stay.
    if (facts !== undefined && now - facts.mtimeMs > abandonedAfterMs) await discard(path).catch(() => undefined)
  }
}
