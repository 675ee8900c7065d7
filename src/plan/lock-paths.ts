/** Locks that travel to another checkout or machine: their local paths relative to a directory, and absolute again. Pure. */
import { parse, relative, resolve, sep } from 'node:path'
import type { Lock, LockedDistribution, LockedFile, LockedSource } from './lock.js'

/**
 * The lock with the paths of its files and source trees relative to an absolute directory, for storing only. Those that
 * share nothing with the directory but the root stay absolute: they are a place of the machine, not of the checkout.
 */
export function relativeLock(lock: Lock, directory: string): Lock {
  const top = topOf(directory)
  return withPaths(lock, path => (topOf(path) === top ? relative(directory, path) || '.' : path))
}

/** The lock that `relativeLock` made relative, for the same files below or beside another absolute directory. */
export function absoluteLock(lock: Lock, directory: string): Lock {
  return withPaths(lock, path => resolve(directory, path))
}

/** The root of a path and the first name below it. */
function topOf(path: string): string {
  const { root } = parse(path)
  return root + (path.slice(root.length).split(sep)[0] ?? '')
}

function withPaths(lock: Lock, change: (path: string) => string): Lock {
  const place = (file: LockedFile): LockedFile =>
    file.path === undefined ? file : { ...file, path: change(file.path) }
  const placeAll = (entry: LockedDistribution): LockedDistribution => ({
    ...entry,
    wheels: entry.wheels.map(place),
    sdist: entry.sdist && place(entry.sdist),
    archive: entry.archive && place(entry.archive),
    source: entry.source && placeSource(entry.source, change),
  })
  return { ...lock, distributions: lock.distributions.map(placeAll) }
}

/** Only a directory has a path; a repository has an address. */
function placeSource(source: LockedSource, change: (path: string) => string): LockedSource {
  return source.kind === 'directory' ? { ...source, path: change(source.path) } : source
}
