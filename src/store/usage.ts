/** When an entry of the store was last used: the time of its note, which is set by each run that takes it. */
import { statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { entryDirectory } from './entry.js'
import type { Store } from './store.js'

/** A mark younger than this is not made anew. */
export const markPrecisionMs = 15 * 60_000

/**
 * Marks entries as used, so that trimming keeps them for now, and returns those that the store lacks. Synchronous: a call is
 * some microseconds an entry. `now` in milliseconds since the epoch.
 */
export function markUsed(store: Store, entries: readonly string[], now: number): readonly string[] {
  return entries.filter(entry => {
    const note = join(entryDirectory(store, entry), 'note.json')
    const facts = statSync(note, { throwIfNoEntry: false })
    if (facts !== undefined && now - facts.mtimeMs > markPrecisionMs) touch(note, now)
    return facts === undefined
  })
}

/** In a store that belongs to somebody else, or cannot be written, its owner keeps the marks. */
function touch(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000)
  } catch (error) {
    if (!hasErrno(error, 'EPERM', 'EACCES', 'EROFS', 'ENOENT')) throw error
  }
}
