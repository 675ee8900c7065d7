/** Bytecode that the store has for the same sources: in another version of the wheel, or in a set of other modules. */
import { copyFileSync, linkSync, mkdirSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import { compiledSources } from '../install/layout.js'
import { bytecodePath } from '../python/bytecode-path.js'
import { wheelsNamed } from '../store/names.js'
import { type BytecodeNote, type StoredFile, sourceMtime, type WheelNote } from '../store/note.js'
import {
  type BytecodeKind,
  bytecodeDirectory,
  filesOf,
  readBytecodeNote,
  readWheelNote,
  type Store,
} from '../store/store.js'

/** What is known of a source, whatever its path: where its bytecode lies, or why it has none. */
export type Known =
  | { readonly path: string; readonly size: number; readonly sha256: string }
  | { readonly message: string }

/** By the sha256 of the source. */
export type KnownSources = ReadonlyMap<string, Known>

/** Versions of a distribution that are looked at; more gain little. */
const mostVersions = 4

/** What sets of these kinds know of the sources of a wheel and of other wheels of its name. */
export async function findKnown(note: WheelNote, kinds: readonly BytecodeKind[], store: Store): Promise<KnownSources> {
  const others = (await wheelsNamed(store.root, note.name)).filter(sha256 => sha256 !== note.sha256)
  const known = new Map<string, Known>()
  for (const sha256 of [note.sha256, ...others.slice(0, mostVersions)]) {
    for (const kind of kinds) {
      const bytecode = await readBytecodeNote(store, kind, sha256)
      const wheel = bytecode && (sha256 === note.sha256 ? note : await readWheelNote(store, sha256))
      if (bytecode === undefined || wheel === undefined) continue
      const directory = filesOf(bytecodeDirectory(store, kind, sha256))
      for (const [source, fact] of factsOf(wheel, bytecode, { kind, directory })) known.set(source, fact)
    }
  }
  return known
}

function* factsOf(
  wheel: WheelNote,
  bytecode: BytecodeNote,
  { kind, directory }: { readonly kind: BytecodeKind; readonly directory: string },
): Generator<readonly [string, Known]> {
  const files = new Map(bytecode.files.map(file => [file.path, file]))
  const messages = new Map(bytecode.failed.map(({ path, message }) => [path, message]))
  for (const { path, sha256 } of compiledSources(wheel)) {
    const file = files.get(bytecodePath(path, kind.cacheTag, kind.optimize))
    const message = messages.get(path)
    if (file !== undefined) yield [sha256, { path: join(directory, file.path), size: file.size, sha256: file.sha256 }]
    else if (message !== undefined) yield [sha256, { message }]
  }
}

export type Reused = Pick<BytecodeNote, 'files' | 'failed'> & {
  /** The sources of which nothing was known. */
  readonly rest: readonly StoredFile[]
}

/** Links known bytecode into the directory `to`, where `target` says; copies it where links fail. */
export function reuseKnown(
  sources: readonly StoredFile[],
  known: KnownSources,
  { to, target }: { readonly to: string; target(path: string): string },
): Reused {
  const files: StoredFile[] = []
  const failed: BytecodeNote['failed'][number][] = []
  const rest: StoredFile[] = []
  for (const source of sources) {
    const fact = known.get(source.sha256)
    const path = target(source.path)
    if (fact === undefined) rest.push(source)
    else if ('message' in fact) failed.push({ path: source.path, message: fact.message })
    else if (takeFile(fact, join(to, path)))
      files.push({ path, size: fact.size, sha256: fact.sha256, executable: false })
    else rest.push(source)
  }
  return { files, failed, rest }
}

/** False where it is gone. */
function takeFile({ path, sha256 }: { readonly path: string; readonly sha256: string }, target: string): boolean {
  mkdirSync(dirname(target), { recursive: true })
  try {
    if (!isLinked(path, target)) {
      copyFileSync(path, target)
      utimesSync(target, sourceMtime(sha256), sourceMtime(sha256))
    }
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return false
    throw error
  }
}

/** Whatever keeps a link from being made, a copy tells what is really wrong. */
function isLinked(path: string, target: string): boolean {
  try {
    linkSync(path, target)
    return true
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return false
  }
}
