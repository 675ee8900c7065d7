/**
 * Builds in the store: `builds/<aa>/<first key>/<second key>/{note.json,<product>}`. A directory appears whole, by one rename, or
 * not at all; of two writers the first one stays.
 */
import { randomUUID } from 'node:crypto'
import { chmod, copyFile, mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import { type BuildNote, formatBuildNote, parseBuildNote } from './build-note.js'
import { childrenOf } from './entry.js'
import { discard, type Store, withStagedFile } from './store.js'

export type StoredBuild = {
  readonly note: BuildNote
  /** Absolute. */
  readonly productPath: string
}

/** The directory of all builds with this first key, below the root of the store. */
export function buildsOfKey(first: string): string {
  return `builds/${first.slice(0, 2)}/${first}`
}

/** Whether a path below the root of the store is that of a build. */
export function isBuild(path: string): boolean {
  return /^builds\/[0-9a-f]{2}\/[0-9a-f]{32}\/[0-9a-f]{32}$/.test(path)
}

/** The paths of all builds below the root of the store, damaged ones too. */
export async function listBuildPaths(store: Store): Promise<readonly string[]> {
  let paths: readonly string[] = ['builds']
  for (const _ of ['aa', 'first key', 'second key']) paths = (await Promise.all(paths.map(under(store)))).flat()
  return paths.filter(isBuild)
}

function under(store: Store): (parent: string) => Promise<readonly string[]> {
  return async parent => (await childrenOf(store, parent)).map(name => `${parent}/${name}`)
}

/** All builds with this first key, the newest first; damaged ones are left out. */
export async function listBuilds(store: Store, first: string): Promise<readonly StoredBuild[]> {
  const paths = (await under(store)(buildsOfKey(first))).filter(isBuild)
  const builds = await Promise.all(paths.map(path => readBuild(store, path)))
  return builds.filter(build => build !== undefined).sort((a, b) => madeAt(b) - madeAt(a))
}

function madeAt({ note }: StoredBuild): number {
  return Date.parse(note.provenance.createdAt)
}

/** The build at a path below the root of the store; undefined where it is gone, or its note or product is damaged. */
export function readBuild(store: Store, path: string): Promise<StoredBuild | undefined> {
  return readWhole(join(store.root, path), path)
}

async function readWhole(directory: string, path: string): Promise<StoredBuild | undefined> {
  try {
    const note = parseBuildNote(await readFile(join(directory, 'note.json'), 'utf8'))
    if (note === undefined || buildPath(note) !== path) return undefined
    const productPath = join(directory, note.product.filename)
    const facts = await stat(productPath)
    return facts.isFile() && facts.size === note.product.size ? { note, productPath } : undefined
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined
    throw error
  }
}

/** The path of a build below the root of the store. */
export function buildPath({ first, second }: Pick<BuildNote, 'first' | 'second'>): string {
  return `${buildsOfKey(first)}/${second}`
}

/**
 * Keeps a build; its product, a file, is moved into the store. Returns what the store has of it afterwards: where there was one
 * of both keys already, that one. Throws UserError STORE_UNWRITABLE and Node's system errors.
 */
export function publishBuild(store: Store, note: BuildNote, product: string): Promise<StoredBuild> {
  return keep(note, product, { store, replaces: false })
}

/** The same in the place of one that was refused, or that nobody found. */
export function replaceBuild(store: Store, note: BuildNote, product: string): Promise<StoredBuild> {
  return keep(note, product, { store, replaces: true })
}

function keep(
  note: BuildNote,
  product: string,
  { store, replaces }: { readonly store: Store; readonly replaces: boolean },
): Promise<StoredBuild> {
  return withStagedFile(store, async staged => {
    const path = buildPath(note)
    await mkdir(staged)
    await takeIn(product, join(staged, note.product.filename))
    await writeFile(join(staged, 'note.json'), formatBuildNote(note))
    if ((await readWhole(staged, path)) === undefined) throw new TypeError(`not the note of \`${product}\``)
    if (replaces) await displace(join(store.root, path), store)
    return place(staged, path, store)
  })
}

/** After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. */
async function takeIn(product: string, path: string): Promise<void> {
  try {
    await rename(product, path)
  } catch (error) {
    if (!hasErrno(error, 'EXDEV')) throw error
    await copyFile(product, path)
  }
  await chmod(path, 0o644)
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10

async function place(staged: string, path: string, store: Store): Promise<StoredBuild> {
  const directory = join(store.root, path)
  for (let attempt = 1; ; attempt++) {
    await mkdir(dirname(directory), { recursive: true })
    try {
      await rename(staged, directory)
    } catch (error) {
      // ENOENT: whoever trims the store has removed the directory around it.
      if (attempt === mostAttempts || !hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT')) throw error
      if ((await readBuild(store, path)) === undefined) await displace(directory, store)
    }
    const build = await readBuild(store, path)
    if (build !== undefined) return build
    if (attempt === mostAttempts) throw new Error(`what was put at \`${path}\` of the store is not there`)
  }
}

/** Takes a build away. What cannot be removed stays. */
export async function removeBuild(store: Store, keys: Pick<BuildNote, 'first' | 'second'>): Promise<void> {
  try {
    await displace(join(store.root, buildPath(keys)), store)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

/** Takes a damaged build away; another writer may have been faster. */
async function displace(directory: string, { temporary }: Store): Promise<void> {
  const aside = join(temporary, randomUUID())
  try {
    await rename(directory, aside)
  } catch (error) {
    if (!hasErrno(error, 'ENOENT')) throw error
  }
  await discard(aside)
}
