/** The files of a source tree where no git tells which ones count. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { hasErrno } from '../errors.js'
import { type Entries, isLeftover } from './leftovers.js'

const directoriesAtOnce = 16

/** Paths of all files and symbolic links below a directory, POSIX, without what builds leave behind. */
export async function walkTree(root: string, signal: AbortSignal): Promise<readonly string[]> {
  const entries = new Map<string, ReadonlySet<string>>()
  const isLeft = (path: string): boolean => isLeftover(path, directory => entries.get(directory))
  const files: string[] = []
  let level: readonly string[] = ['']
  while (level.length > 0) {
    signal.throwIfAborted()
    const read = await mapBounded(level, directoriesAtOnce, directory => readEntries(root, directory))
    for (const { directory, names } of read) entries.set(directory, names)
    const kept = read.filter(({ directory }) => directory === '' || !isLeft(directory))
    for (const { found } of kept) files.push(...found.filter(path => !isLeft(path)))
    level = kept.flatMap(({ directories }) => directories)
  }
  return files
}

/** The same of a list of files: which names lie in each of their directories. */
export function listDirectories(paths: readonly string[]): Entries {
  const entries = new Map<string, Set<string>>()
  for (const path of paths) {
    let below = path
    while (below !== '') {
      const end = below.lastIndexOf('/')
      const directory = below.slice(0, Math.max(0, end))
      const names = entries.get(directory)
      names?.add(below.slice(end + 1))
      // Its own ancestors are known, then.
      if (names !== undefined) break
      entries.set(directory, new Set([below.slice(end + 1)]))
      below = directory
    }
  }
  return directory => entries.get(directory)
}

type Read = {
  readonly directory: string
  readonly names: ReadonlySet<string>
  readonly found: readonly string[]
  readonly directories: readonly string[]
}

async function readEntries(root: string, directory: string): Promise<Read> {
  const entries = await readdir(join(root, directory), { withFileTypes: true }).catch(error => {
    // As with files: what may not be read is in no build.
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return []
    throw error
  })
  const pathOf = (name: string): string => (directory === '' ? name : `${directory}/${name}`)
  return {
    directory,
    names: new Set(entries.map(({ name }) => name)),
    found: entries.filter(entry => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => pathOf(name)),
    directories: entries.filter(entry => entry.isDirectory()).map(({ name }) => pathOf(name)),
  }
}
