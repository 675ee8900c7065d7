/** What takes room in the store, and when it was last used. */
import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { listBuildPaths } from './builds.js'
import { childrenOf, listEntries } from './entry.js'
import { statedSize, statedSizeLength } from './note.js'
import type { Store } from './store.js'

export type Item = {
  /** Below the root of the store. */
  readonly path: string
  readonly bytes: number
  /** Milliseconds since the epoch. */
  readonly usedAt: number
}

const dayMs = 24 * 3_600_000
/** Where builds are at work: a tree is of use to the build that made it only. */
const workplaces = { trees: dayMs, environments: 14 * dayMs } as const
/** What can be made again from wheels, inputs and sources, in a moment, and logs; with the age at which it goes. */
const derivedAges: Readonly<Record<string, number>> = {
  ...{ locks: 14 * dayMs, interpreters: 14 * dayMs, plans: 14 * dayMs, ready: 14 * dayMs, images: 14 * dayMs },
  ...{ logs: 14 * dayMs, ...workplaces },
}

/** Milliseconds without use after which something that can be made again goes. */
export function ageOf({ path }: Item): number {
  return derivedAges[directoryOf(path)] ?? Infinity
}

/** Whether it is a directory that builds are at work in. */
export function isWorkplace(path: string): boolean {
  return directoryOf(path) in workplaces
}

/** Of the root of the store. */
function directoryOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}

/** All that can be made again. */
export async function listDerived(store: Store): Promise<readonly Item[]> {
  const lists = await Promise.all(
    Object.keys(derivedAges).map(async directory => {
      const names = await childrenOf(store, directory)
      return Promise.all(names.map(name => itemOf(store, `${directory}/${name}`)))
    }),
  )
  return lists.flat().filter(item => item !== undefined)
}

/** Reading a file sets its access time, at most once a day on most systems: a directory's says nothing, it was just listed. */
async function itemOf(store: Store, path: string): Promise<Item | undefined> {
  const facts = await stat(join(store.root, path)).catch(() => undefined)
  if (facts === undefined) return undefined
  if (!facts.isDirectory()) return { path, bytes: facts.size, usedAt: Math.max(facts.mtimeMs, facts.atimeMs) }
  const directory = join(store.root, path)
  const bytes = isWorkplace(path) ? sizeOfDirectory(directory) : statedSize(beginningOf(join(directory, 'note.json')))
  return { path, bytes, usedAt: facts.mtimeMs }
}

/** Wheels, bytecode and builds. */
export async function listUsed(store: Store): Promise<readonly Item[]> {
  const items: Item[] = []
  for (const path of [...(await listEntries(store)), ...(await listBuildPaths(store))]) {
    const note = join(store.root, path, 'note.json')
    const facts = await stat(note).catch(() => undefined)
    if (facts !== undefined) items.push({ path, bytes: statedSize(beginningOf(note)), usedAt: facts.mtimeMs })
  }
  return items
}

function beginningOf(path: string): string {
  try {
    const descriptor = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(statedSizeLength)
      return bytes.toString('latin1', 0, readSync(descriptor, bytes))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return ''
    throw error
  }
}

/** Bytes of the files that lie in a directory and nowhere else: a link to a file of the store takes no room. Blocks. */
function sizeOfDirectory(directory: string): number {
  let bytes = 0
  for (const entry of readIfPresent(directory)) {
    const path = join(directory, entry.name)
    // Node's own recursive listing follows symbolic links, round and round.
    if (entry.isDirectory()) bytes += sizeOfDirectory(path)
    const facts = entry.isFile() ? lstatSync(path, { throwIfNoEntry: false }) : undefined
    if (facts?.nlink === 1) bytes += facts.size
  }
  return bytes
}

/** A build that is at work there may take directories away meanwhile. */
function readIfPresent(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return []
    throw error
  }
}
