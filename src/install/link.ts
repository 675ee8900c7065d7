/** Puts files into an environment, and takes them out again when the run fails. Synchronous: the fastest way for small files. */
import {
  closeSync,
  existsSync,
  futimesSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { errnoOf, hasErrno, isUserError, UserError } from '../errors.js'
import type { LinkMode } from '../store/locate.js'
import { isSource, type StoredFile, sourceMtime } from '../store/note.js'

/** All that this run has put into the environment, in order. */
export type Written = {
  readonly files: Set<string>
  readonly directories: string[]
  /** Files that lay where one of ours belongs, under the name that they have until the run is over. */
  readonly displaced: { readonly path: string; readonly aside: string }[]
}

export function nothingWritten(): Written {
  return { files: new Set(), directories: [], displaced: [] }
}

/** Makes the parents of all `destinations`, each once, shallow ones first. */
export function makeParents(destinations: Iterable<string>, written: Written): void {
  const parents = new Set<string>()
  for (const destination of destinations) parents.add(dirname(destination))
  for (const parent of [...parents].sort()) makeDirectory(parent, written)
}

function makeDirectory(path: string, written: Written): void {
  try {
    mkdirSync(path)
    written.directories.push(path)
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return
    if (!hasErrno(error, 'ENOENT')) throw cannotWrite(path, error)
    makeDirectory(dirname(path), written)
    makeDirectory(path, written)
  }
}

/** Links a file of the store, or writes its bytes where links are not possible. Replaces what is there. */
export function linkFile(
  source: string,
  destination: string,
  { mode, file, written }: { readonly mode: LinkMode; readonly file: StoredFile; readonly written: Written },
): void {
  if (mode === 'copy' || !tryLink(source, destination, written)) copyFile(source, destination, { file, written })
  else written.files.add(destination)
}

/** False when the file has as many links as its file system allows. */
function tryLink(source: string, destination: string, written: Written): boolean {
  try {
    linkSync(source, destination)
    return true
  } catch (error) {
    if (hasErrno(error, 'EMLINK')) return false
    if (!hasErrno(error, 'EEXIST')) throw cannotWrite(destination, error)
  }
  displace(destination, written)
  linkSync(source, destination)
  return true
}

/** From memory, which is twice as fast as a copying system call for small files. */
function copyFile(
  source: string,
  destination: string,
  { file, written }: { readonly file: StoredFile; readonly written: Written },
): void {
  const mtime = isSource(file.path) ? sourceMtime(file.sha256) : undefined
  writeFile(destination, readFileSync(source), { executable: file.executable, mtime, written })
}

export type WriteOptions = {
  readonly executable: boolean
  /** Seconds since the epoch; undefined = now. */
  readonly mtime?: number | undefined
  readonly written: Written
}

/** Writes a file that is there whole or not at all, even if the process is killed: under another name first. */
export function writeWhole(destination: string, content: string, written: Written): void {
  const aside = `${destination}.${asideSuffix}-new`
  writeFile(aside, content, { executable: false, written })
  try {
    if (existsSync(destination)) displace(destination, written)
    renameSync(aside, destination)
    written.files.add(destination)
  } catch (error) {
    throw isUserError(error) ? error : cannotWrite(destination, error)
  }
}

/** Writes a new file; one that is there is unlinked first and never truncated, since it may be a link into the store. */
export function writeFile(destination: string, content: Buffer | string, options: WriteOptions): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const descriptor = create(destination, options.executable ? 0o777 : 0o666, options.written)
  options.written.files.add(destination)
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
    if (options.mtime !== undefined) futimesSync(descriptor, options.mtime, options.mtime)
  } catch (error) {
    throw cannotWrite(destination, error)
  } finally {
    closeSync(descriptor)
  }
}

function create(path: string, mode: number, written: Written): number {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    if (!hasErrno(error, 'EEXIST')) throw cannotWrite(path, error)
    displace(path, written)
    return openSync(path, 'wx', mode)
  }
}

/** Moves what is in the way aside; a file that this run wrote itself is replaced. */
function displace(path: string, written: Written): void {
  const aside = `${path}.${asideSuffix}`
  try {
    if (lstatSync(path).isDirectory()) throw unwritable(path, 'EISDIR')
    if (written.files.has(path)) {
      unlinkSync(path)
    } else {
      renameSync(path, aside)
      written.displaced.push({ path, aside })
    }
  } catch (error) {
    throw isUserError(error) ? error : cannotWrite(path, error)
  }
}

const asideSuffix = '~wheelcrew'

/** Ends a run that succeeded: what was moved aside goes. */
export function forgetDisplaced({ displaced }: Written): void {
  for (const { aside } of displaced) ignoring(['ENOENT'], () => unlinkSync(aside))
}

/** Removes what was written, newest first, and puts back what was moved aside; directories that hold something else stay. */
export function undo(written: Written): void {
  for (const path of [...written.files].reverse()) ignoring(['ENOENT'], () => unlinkSync(path))
  for (const { path, aside } of [...written.displaced].reverse()) ignoring(['ENOENT'], () => renameSync(aside, path))
  const kept = ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EBUSY']
  for (const path of [...written.directories].reverse()) ignoring(kept, () => rmdirSync(path))
}

function ignoring(errnos: readonly string[], act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!hasErrno(error, ...errnos)) throw error
  }
}

function cannotWrite(path: string, cause: unknown): unknown {
  const errno = errnoOf(cause)
  return errno === undefined ? cause : unwritable(path, errno, cause)
}

function unwritable(path: string, errno: string, cause?: unknown): UserError {
  const hint = hintFor(errno)
  return new UserError('ENVIRONMENT_UNWRITABLE', `cannot write \`${path}\` (${errno})`, { hint, cause })
}

function hintFor(errno: string): string {
  if (errno === 'ENOSPC') return 'free some space on that file system'
  if (errno === 'EISDIR') return 'a directory is where a file of the wheel belongs: remove it, or use a new environment'
  return 'check the permissions, or name another environment with `--venv`'
}
