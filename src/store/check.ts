/** Whether entries of the store are still what their notes say: by size, time and mode, without reading a file. */
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { entryDirectory, wheelEntry, wheelOfEntry } from './entry.js'
import {
  type BytecodeNote,
  parseBytecodeNote,
  parseWheelNote,
  type StoredFile,
  sourceMtime,
  type WheelNote,
} from './note.js'
import { filesOf, type Store } from './store.js'

/** An entry that is not what was put there. */
export type ChangedEntry = {
  readonly entry: string
  /** For messages: `numpy 2.1.0`, `the bytecode of numpy 2.1.0`. */
  readonly name: string
  /** Paths of the files that differ or are gone; none where the note itself is damaged. */
  readonly paths: readonly string[]
}

/**
 * The entries that changed, most often through a hard link: `open` and `chmod` through it reach the file of the store. Every
 * file of the store carries a time that follows from its content, so whatever writes to it gives itself away, unless it sets
 * the old time again. Blocks: 10,000 files take some 30 ms. Entries that are not there are passed over.
 */
export function changedEntries(store: Store, entries: readonly string[]): readonly ChangedEntry[] {
  return entries.flatMap(entry => {
    const note = readEntryNote(store, entry)
    if (note === undefined) return []
    if (note === 'damaged') return [{ entry, name: nameOfEntry(store, entry), paths: [] }]
    const root = filesOf(entryDirectory(store, entry))
    const changed = note.files.filter(file => !hasOwnFacts(join(root, file.path), file))
    if (changed.length === 0) return []
    return [{ entry, name: nameOfEntry(store, entry), paths: changed.map(({ path }) => path) }]
  })
}

type Note = WheelNote | BytecodeNote

/** The note of an entry; undefined where there is none. */
export function readEntryNote(store: Store, entry: string): Note | 'damaged' | undefined {
  try {
    const text = readFileSync(join(entryDirectory(store, entry), 'note.json'), 'utf8')
    return (entry.startsWith('wheels/') ? parseWheelNote(text) : parseBytecodeNote(text)) ?? 'damaged'
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/** What a reader calls an entry. */
export function nameOfEntry(store: Store, entry: string): string {
  const sha256 = wheelOfEntry(entry)
  const note = readEntryNote(store, wheelEntry(sha256))
  const name =
    typeof note === 'object' && 'name' in note ? `${note.name} ${note.version}` : `wheel ${sha256.slice(0, 12)}`
  return entry.startsWith('wheels/') ? name : `the bytecode of ${name}`
}

/** On Windows modes are made up. Rights to write, and bits that a directory hands down, change nothing for a reader. */
const readerBits = process.platform === 'win32' ? 0 : 0o555

/** Whether a file of the store has the size, time and mode that it was given. */
export function hasOwnFacts(path: string, { size, sha256, executable }: StoredFile): boolean {
  const facts = lstatSync(path, { throwIfNoEntry: false })
  return (
    facts?.isFile() === true &&
    facts.size === size &&
    facts.mtimeMs === sourceMtime(sha256) * 1000 &&
    (facts.mode & readerBits) === ((executable ? 0o555 : 0o444) & readerBits)
  )
}
