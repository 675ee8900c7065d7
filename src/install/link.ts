/** Puts files into an environment. Synchronous: the fastest way for small files. */
import {
  closeSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { hasErrno, isUserError } from '../errors.js'
import { cannotWrite, unwritable } from '../python/environment.js'
import type { LinkMode } from '../store/locate.js'
import { isSource, type StoredFile, sourceMtime } from '../store/note.js'

/** Links a file of the store, or writes its bytes where links are not possible. */
export function linkFile(
  source: string,
  destination: string,
  { mode, file }: { readonly mode: LinkMode; readonly file: StoredFile },
): void {
  if (mode === 'copy' || !tryLink(source, destination)) copyFile(source, destination, file)
}

/**
 * False where bytes have to be written instead: the file has as many links as its file system allows, the directory is a
 * mount of its own, or the file is another user's, which Linux lets nobody else link (`fs.protected_hardlinks`).
 */
function tryLink(source: string, destination: string): boolean {
  try {
    linkSync(source, destination)
    return true
  } catch (error) {
    if (hasErrno(error, 'EMLINK', 'EXDEV', 'EPERM')) return false
    if (!hasErrno(error, 'EEXIST')) throw cannotWrite(destination, error)
  }
  clear(destination)
  linkSync(source, destination)
  return true
}

/** From memory, which is twice as fast as a copying system call for small files. */
function copyFile(source: string, destination: string, file: StoredFile): void {
  const mtime = isSource(file.path) ? sourceMtime(file.sha256) : undefined
  writeFile(destination, readFileSync(source), { executable: file.executable, mtime })
}

export type WriteOptions = {
  readonly executable: boolean
  /** Seconds since the epoch; undefined = now. */
  readonly mtime?: number | undefined
}

/** The name under which `writeWhole` writes. */
export function unfinishedName(destination: string): string {
  return `${destination}.new`
}

/** Writes a file that is there whole or not at all, even if the process is killed: under another name first. */
export function writeWhole(destination: string, content: string): void {
  const unfinished = unfinishedName(destination)
  writeFile(unfinished, content, { executable: false })
  try {
    renameSync(unfinished, destination)
  } catch (error) {
    throw cannotWrite(destination, error)
  }
}

/** Writes a new file; one that is there is unlinked first and never truncated, since it may be a link into the store. */
export function writeFile(destination: string, content: Buffer | string, options: WriteOptions): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const descriptor = create(destination, options.executable ? 0o777 : 0o666)
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
    if (options.mtime !== undefined) futimesSync(descriptor, options.mtime, options.mtime)
  } catch (error) {
    throw cannotWrite(destination, error)
  } finally {
    closeSync(descriptor)
  }
}

function create(path: string, mode: number): number {
  try {
    return openSync(path, 'wx', mode)
  } catch (error) {
    if (!hasErrno(error, 'EEXIST')) throw cannotWrite(path, error)
    clear(path)
    return openSync(path, 'wx', mode)
  }
}

/** Unlinks what lies where a file belongs. */
function clear(path: string): void {
  try {
    if (lstatSync(path).isDirectory()) throw unwritable(path, 'EISDIR')
    unlinkSync(path)
  } catch (error) {
    throw isUserError(error) ? error : cannotWrite(path, error)
  }
}
