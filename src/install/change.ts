/** A change of an environment, whole or undone: what is removed or in the way is moved aside before anything is written. */
import { cpSync, type Dirent, lstatSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hasErrno } from '../errors.js'
import { cannotWrite, type PythonEnvironment, unwritable } from '../python/environment.js'
import {
  asideOf,
  commitJournal,
  existsInSelf,
  type Journal,
  openJournal,
  undoJournal,
  unfinishedAsideOf,
  withinAny,
} from './journal.js'
import { writeFile } from './link.js'
import { makeDirectory } from './link-tree.js'
import { isWithin } from './survey.js'
import type { Removal } from './uninstall.js'

export type Change = {
  /** Ends a change that succeeded: what was moved aside is gone for good. */
  commit(): void
  /** Takes out what was written, and puts back what was moved aside. */
  undo(): void
}

export type ChangeParts = {
  readonly environment: PythonEnvironment
  readonly removals: readonly Removal[]
  /** Paths that are written, absolute; their directories are made at once. */
  readonly destinations: readonly string[]
  /** Paths that may be written besides. */
  readonly possible: readonly string[]
}

/**
 * Begins a change in an environment that holds something, which this process has claimed. Afterwards no destination is
 * taken and their directories exist. Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
export function beginChange(parts: ChangeParts): Change {
  const { environment, removals } = parts
  const { stateDirectory } = environment
  const journal = planChange(parts)
  try {
    openJournal(stateDirectory, journal)
  } catch (error) {
    throw cannotWrite(stateDirectory, error)
  }
  const undo = (): void => undoJournal(stateDirectory, journal)
  try {
    for (const path of [...journal.movedDirectories, ...journal.movedFiles]) moveAside(path)
    makeParents(parts.destinations)
    for (const [path, content] of joinRewrites(removals)) writeFile(path, content, { executable: false })
  } catch (error) {
    undo()
    throw error
  }
  return { commit: () => commitJournal(stateDirectory, journal), undo }
}

function planChange({ environment, removals, destinations, possible }: ChangeParts): Journal {
  const { schemes, root, stateDirectory } = environment
  const kept = [...new Set([...Object.values(schemes), root, stateDirectory])]
  const made = spellAlike([...destinations, ...possible], kept)
  const whole = [...new Set(removals.flatMap(({ directories }) => directories))]
  const rewritten = [...joinRewrites(removals).keys()]
  const removed = new Set([...removals.flatMap(({ files }) => files), ...rewritten])
  const isWhole = withinAny(whole)
  const isFree = (path: string): boolean => removed.has(path) || !existsInSelf(path)
  const missing = new Set<string>()
  const inTheWay: string[] = []
  for (const [parent, names] of groupByParent(made)) {
    if (isWhole(join(parent, 'any'))) continue
    const present = lastingIn(parent, removed)
    if (present === undefined) {
      for (let path = parent; !missing.has(path) && isFree(path); path = dirname(path)) missing.add(path)
      continue
    }
    for (const name of names) {
      const path = join(parent, name)
      if (present.has(name) && !removed.has(path)) inTheWay.push(path)
    }
  }
  const isGone = (path: string): boolean => removed.has(path) || whole.includes(path)
  const emptied = inTheWay.filter(path => lstatSync(path).isDirectory())
  for (const path of emptied) if (!isEmptied(path, isGone)) throw unwritable(path, 'EISDIR')
  const movedDirectories = [...whole.filter(path => !withinAny(emptied)(path)), ...emptied]
  const isMoved = withinAny(movedDirectories)
  return {
    format: 1,
    movedDirectories,
    movedFiles: [...removed, ...inTheWay].filter(path => !isMoved(path) && !emptied.includes(path)),
    made: [...made, ...rewritten],
    madeDirectories: [...missing].sort(),
    kept,
  }
}

/** Whether a directory holds something, and nothing that stays. */
function isEmptied(directory: string, isGone: (path: string) => boolean): boolean {
  const entries = readdirSync(directory, { withFileTypes: true })
  const goes = (entry: Dirent): boolean => {
    const path = join(directory, entry.name)
    return isGone(path) || (entry.isDirectory() && isEmptied(path, isGone))
  }
  return entries.length > 0 && entries.every(goes)
}

/** Destinations by the directory that they lie in. */
function groupByParent(destinations: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const destination of destinations) {
    const parent = dirname(destination)
    const names = groups.get(parent)
    if (names === undefined) groups.set(parent, [basename(destination)])
    else names.push(basename(destination))
  }
  return groups
}

/** The names in a directory, or undefined where there is none, or a file that goes. */
function lastingIn(directory: string, removed: ReadonlySet<string>): ReadonlySet<string> | undefined {
  for (let path = directory; path !== dirname(path); path = dirname(path)) if (removed.has(path)) return undefined
  return namesIn(directory)
}

function namesIn(directory: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(directory))
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw hasErrno(error, 'ENOTDIR') ? unwritable(directory, 'ENOTDIR') : cannotWrite(directory, error)
  }
}

/**
 * Paths with the links on the way resolved, as planRemoval spells them, so that one file has one path. A link that leads
 * out of the environment, or nowhere, would take the files of a wheel there: ENVIRONMENT_UNWRITABLE.
 */
function spellAlike(paths: readonly string[], kept: readonly string[]): readonly string[] {
  const roots = kept
    .filter(existsInSelf)
    .map(spelled => ({ spelled, real: realOf(spelled) }))
    .sort((a, b) => b.real.length - a.real.length)
  const known = new Map<string, string>()
  const spell = (directory: string): string => {
    const before = known.get(directory)
    if (before !== undefined) return before
    const answer = existsInSelf(directory)
      ? spellPresent(directory)
      : join(spell(dirname(directory)), basename(directory))
    known.set(directory, answer)
    return answer
  }
  const spellPresent = (directory: string): string => {
    const real = realOf(directory)
    const root = roots.find(candidate => isWithin(real, candidate.real))
    if (root !== undefined) return join(root.spelled, real.slice(root.real.length))
    // Above the environment, where a directory of it is yet to be made.
    if (kept.some(place => isWithin(place, directory))) return directory
    throw unwritable(directory, 'ELOOP')
  }
  return paths.map(path => join(spell(dirname(path)), basename(path)))
}

function realOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    throw hasErrno(error, 'ENOENT', 'ELOOP') ? unwritable(path, 'ELOOP') : cannotWrite(path, error)
  }
}

function moveAside(path: string): void {
  try {
    renameSync(path, asideOf(path))
  } catch (error) {
    if (!hasErrno(error, 'EXDEV')) throw cannotWrite(path, error)
    copyAside(path)
  }
}

/** overlayfs renames no directory of a lower layer. Its aside appears whole, so that undoing stays safe at any point. */
function copyAside(path: string): void {
  const unfinished = unfinishedAsideOf(path)
  try {
    cpSync(path, unfinished, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
    renameSync(unfinished, asideOf(path))
    rmSync(path, { recursive: true })
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

/** Makes the directories of these files, each once, shallow ones first. */
export function makeParents(destinations: readonly string[]): void {
  for (const directory of [...new Set(destinations.map(path => dirname(path)))].sort()) makeDirectory(directory)
}

/** The files that lose lines; where several removals take lines from one, those stay that none of them takes. */
function joinRewrites(removals: readonly Removal[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>()
  for (const { path, content } of removals.flatMap(({ rewrites }) => rewrites)) {
    const before = joined.get(path)
    const lines = new Set(content.split('\n'))
    const common = before?.split('\n').filter(line => lines.has(line))
    joined.set(path, common?.join('\n') ?? content)
  }
  return joined
}
