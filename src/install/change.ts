/** A change of an environment, whole or undone: what is removed or in the way is moved aside before anything is written. */
import { lstatSync, mkdirSync, readdirSync, realpathSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { hasErrno } from '../errors.js'
import { cannotWrite, type PythonEnvironment, unwritable } from '../python/environment.js'
import { asideOf, commitJournal, existsInSelf, type Journal, openJournal, undoJournal, withinAny } from './journal.js'
import { writeFile } from './link.js'
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

/** Begins a change in an environment that this run makes: it has nothing to keep, and a failing run removes it whole. */
export function beginFresh(destinations: readonly string[]): Change {
  makeParents(destinations)
  return { commit: () => undefined, undo: () => undefined }
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
  const made = [...destinations, ...possible]
  const { schemes, root, stateDirectory } = environment
  const kept = [...new Set([...Object.values(schemes), root, stateDirectory])]
  const movedDirectories = [...new Set(removals.flatMap(({ directories }) => directories))]
  const rewritten = [...joinRewrites(removals).keys()]
  const removed = new Set([...removals.flatMap(({ files }) => files), ...rewritten])
  const isMoved = withinAny(movedDirectories)
  const missing = new Set<string>()
  const inTheWay: string[] = []
  for (const [parent, names] of groupByParent(made)) {
    if (isMoved(join(parent, 'any'))) continue
    const present = listIfPresent(parent)
    if (present === undefined) {
      for (let path = parent; !missing.has(path) && !existsInSelf(path); path = dirname(path)) missing.add(path)
      continue
    }
    refuseLeavingLink(parent, kept)
    for (const name of names) {
      const path = join(parent, name)
      if (present.has(name) && !removed.has(path)) inTheWay.push(path)
    }
  }
  for (const path of inTheWay) if (lstatSync(path).isDirectory()) throw unwritable(path, 'EISDIR')
  return {
    format: 1,
    movedDirectories,
    movedFiles: [...removed, ...inTheWay].filter(path => !isMoved(path)),
    made: [...made, ...rewritten],
    madeDirectories: [...missing].sort(),
    kept,
  }
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

/** The names in a directory, or undefined where there is none. */
function listIfPresent(directory: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(directory))
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw hasErrno(error, 'ENOTDIR') ? unwritable(directory, 'ENOTDIR') : cannotWrite(directory, error)
  }
}

/** A link in the place of a directory would take the files of a wheel to where it leads. */
function refuseLeavingLink(directory: string, kept: readonly string[]): void {
  if (kept.includes(directory) || !lstatSync(directory).isSymbolicLink()) return
  const target = realpathSync(directory)
  const isInside = kept.some(root => existsInSelf(root) && isWithin(target, realpathSync(root)))
  if (!isInside) throw unwritable(directory, 'ELOOP')
}

function moveAside(path: string): void {
  try {
    renameSync(path, asideOf(path))
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

/** Makes the directories of these files, each once, shallow ones first. */
export function makeParents(destinations: readonly string[]): void {
  for (const directory of [...new Set(destinations.map(path => dirname(path)))].sort()) makeDirectory(directory)
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return
    if (!hasErrno(error, 'ENOENT')) throw cannotWrite(path, error)
    makeDirectory(dirname(path))
    makeDirectory(path)
  }
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
