/**
 * The journal of a change to an environment: what was moved aside and what was put in its place, written before the first
 * file moves. From it a change is undone or completed, by the run that began it or by the one after a killed run.
 */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { errnoOf, hasErrno, UserError } from '../errors.js'
import type { PythonEnvironment } from '../python/environment.js'
import { realPath, textOf } from './reading.js'
import { isWithin } from './survey.js'

/** All paths are absolute; in the file, relative to its directory, so that an environment that was copied or moved is repaired in its place. */
export type Journal = {
  readonly format: 1
  /** Directories that go as a whole, moved first and put back last: with its dist-info a distribution comes and goes. */
  readonly movedDirectories: readonly string[]
  readonly movedFiles: readonly string[]
  /** What may be written; whatever is found there and was not moved aside is of this change. */
  readonly made: readonly string[]
  readonly madeDirectories: readonly string[]
  /** Directories that stay although nothing is left in them. */
  readonly kept: readonly string[]
}

const openName = '.wheelcrew-journal'
const doneName = '.wheelcrew-journal-done'
const asideSuffix = '~wheelcrew'
/** Bytes; most file systems take 255. */
const longestName = 240

/** The name that a path has while a change is under way: beside it, so that it is on the same file system. */
export function asideOf(path: string): string {
  const name = basename(path)
  if (Buffer.byteLength(name) <= longestName) return `${path}${asideSuffix}`
  return join(dirname(path), `${createHash('sha256').update(name).digest('hex')}${asideSuffix}`)
}

/** The name that a directory has while it is copied aside. */
export function unfinishedAsideOf(path: string): string {
  return `${asideOf(path)}~`
}

/** Writes the journal, whole or not at all. */
export function openJournal(directory: string, journal: Journal): void {
  const path = join(directory, openName)
  mkdirSync(directory, { recursive: true })
  try {
    writeFileSync(asideOf(path), JSON.stringify(journal, shortened(directory)), { flush: true })
    renameSync(asideOf(path), path)
  } catch (error) {
    rmSync(asideOf(path), { force: true })
    throw error
  }
}

function shortened(directory: string): (key: string, value: unknown) => unknown {
  const prefix = `${directory}${sep}`
  const shorten = (path: string) =>
    path.startsWith(prefix) ? path.slice(prefix.length) : relative(directory, path) || '.'
  return (_, value) => (Array.isArray(value) ? value.map(shorten) : value)
}

/**
 * The change holds from here on: what was moved aside is removed, and directories that it left empty. What cannot be
 * removed stays aside, and the journal with it, so that the next run tries again.
 */
export function commitJournal(directory: string, journal: Journal): void {
  renameSync(join(directory, openName), join(directory, doneName))
  discardAside(directory, journal)
}

/** Takes the change back: what it made goes, what it moved returns. */
export function undoJournal(directory: string, journal: Journal): void {
  const moved = new Set([...journal.movedFiles, ...journal.movedDirectories])
  const replaced = (path: string): boolean => existsInSelf(asideOf(path))
  const within = withinAny(journal.movedDirectories)
  for (const path of journal.made) if (!moved.has(path) && !within(path)) remove(path)
  for (const path of journal.movedFiles) if (replaced(path)) remove(path)
  for (const path of [...journal.madeDirectories].reverse()) removeIfEmpty(path)
  for (const path of journal.movedFiles) if (replaced(path)) renameSync(asideOf(path), path)
  for (const path of journal.movedDirectories) {
    rmSync(unfinishedAsideOf(path), { recursive: true, force: true })
    if (!replaced(path)) continue
    rmSync(path, { recursive: true, force: true })
    renameSync(asideOf(path), path)
  }
  rmSync(join(directory, openName), { force: true })
  if (journal.madeDirectories.includes(directory)) removeIfEmpty(directory)
}

/** What a killed run left of its change here. */
export type Abandoned = 'none' | 'undone' | 'completed'

/** True where a killed run left its journal. */
export function hasAbandoned(directory: string): boolean {
  return existsSync(join(directory, openName)) || existsSync(join(directory, doneName))
}

/**
 * Undoes the change of a killed run, or completes it where it held already. Call it with the claim on the environment.
 * Throws UserError ENVIRONMENT_UNREADABLE for a journal that is damaged, of another version, or about paths that are not in the
 * schemes of the environment: whoever brought a directory here may have put it into it.
 */
export function settleAbandoned({ stateDirectory: directory, schemes }: PythonEnvironment): Abandoned {
  const roots = [directory, ...Object.values(schemes)]
  rmSync(asideOf(join(directory, openName)), { force: true })
  const done = readJournal(join(directory, doneName), roots)
  if (done !== undefined) discardAside(directory, done)
  const open = readJournal(join(directory, openName), roots)
  if (open !== undefined) undoJournal(directory, open)
  if (open !== undefined) return 'undone'
  return done === undefined ? 'none' : 'completed'
}

function readJournal(path: string, roots: readonly string[]): Journal | undefined {
  const text = textOf(path)
  if (text === undefined) return undefined
  const journal = parseJournal(text, dirname(path))
  if (journal !== undefined && isConfined(journal, roots)) return journal
  throw new UserError('ENVIRONMENT_UNREADABLE', `\`${path}\` is no journal of a change of this environment`, {
    hint: 'remove the environment, and it is made again',
  })
}

const pathLists = ['movedDirectories', 'movedFiles', 'made', 'madeDirectories', 'kept'] as const

function parseJournal(text: string, directory: string): Journal | undefined {
  try {
    const value: unknown = JSON.parse(text, (_, item) =>
      Array.isArray(item) ? item.map(path => resolve(directory, path)) : item,
    )
    const journal = value as Journal
    return journal.format === 1 && pathLists.every(name => Array.isArray(journal[name])) ? journal : undefined
  } catch {
    return undefined
  }
}

/** Through links too: what a path leads to is what would be removed. */
function isConfined(journal: Journal, roots: readonly string[]): boolean {
  const changed = [...journal.movedDirectories, ...journal.movedFiles, ...journal.made, ...journal.madeDirectories]
  const places = [...roots, ...roots.flatMap(root => realPath(root) ?? [])]
  const isPlace = (path: string): boolean => places.some(root => isWithin(path, root))
  const parents = [...new Set(changed.map(path => dirname(path)))]
  return changed.every(isPlace) && parents.every(parent => isPlace(realPath(parent) ?? parent))
}

function discardAside(directory: string, journal: Journal): void {
  const failed = [
    ...journal.movedDirectories.filter(path => !succeeds(() => removeTree(asideOf(path)))),
    ...journal.movedFiles.filter(path => !succeeds(() => remove(asideOf(path)))),
  ]
  const kept = new Set(journal.kept)
  const parents = new Set([...journal.movedFiles, ...journal.movedDirectories].map(path => dirname(path)))
  for (const parent of [...parents].sort((a, b) => b.length - a.length)) removeEmptyUpwards(parent, kept)
  if (failed.length === 0) succeeds(() => rmSync(join(directory, doneName), { force: true }))
}

/** False where the system refuses: what follows the commit cannot end a run that succeeded. */
function succeeds(removal: () => void): boolean {
  try {
    removal()
    return true
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return false
  }
}

function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch (error) {
    if (!hasErrno(error, 'EACCES')) throw error
    openTree(path)
    rmSync(path, { recursive: true, force: true })
  }
}

/** A directory that its owner may not write to cannot be emptied. */
function openTree(directory: string): void {
  chmodSync(directory, 0o700)
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) openTree(join(directory, entry.name))
  }
}

function removeEmptyUpwards(directory: string, kept: ReadonlySet<string>): void {
  for (let path = directory; !kept.has(path) && path !== dirname(path); path = dirname(path)) {
    if (!removeIfEmpty(path)) return
  }
}

/** Whether a path lies in one of these directories. */
export function withinAny(directories: readonly string[]): (path: string) => boolean {
  const known = new Map<string, boolean>(directories.map(directory => [directory, true]))
  const holds = (directory: string): boolean => {
    const before = known.get(directory)
    if (before !== undefined) return before
    const parent = dirname(directory)
    const answer = parent !== directory && holds(parent)
    known.set(directory, answer)
    return answer
  }
  return path => directories.length > 0 && holds(dirname(path))
}

/** Whether there is a file, a directory or a link, even one that leads nowhere. */
export function existsInSelf(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if (hasErrno(error, 'ENOTDIR')) return false
    throw error
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    // A directory at the path of a file is of the change too, and goes with its directories. POSIX says EPERM, Linux EISDIR.
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return
    if (!hasErrno(error, 'EPERM') || !lstatSync(path).isDirectory()) throw error
  }
}

/** False where something is left in it. */
function removeIfEmpty(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return true
    if (errnoOf(error) === undefined) throw error
    return false
  }
}
