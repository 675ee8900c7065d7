/** Puts files into an environment. Synchronous: the fastest way for small files. */
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { errnoOf, hasErrno, isUserError } from '../errors.js'
import { cannotWrite, unwritable } from '../python/environment.js'
import type { LinkMode } from '../store/locate.js'

/**
 * Puts a file of the store into an environment, with the permissions and the time that it has there. A file that this mode
 * is refused for is copied. Returns the errno of the refusal, undefined where there was none.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and Node's system errors for a file of the store that cannot be read.
 */
export function linkFile(source: string, destination: string, mode: LinkMode): string | undefined {
  const refusal = mode === 'copy' ? undefined : tryLink(source, destination, linkers[mode])
  if (mode === 'copy' || refusal !== undefined) copyFile(source, destination)
  return refusal
}

type Linker = (source: string, destination: string) => void

/** Each fails with EEXIST where something lies at the destination. */
const linkers: Readonly<Record<Exclude<LinkMode, 'copy'>, Linker>> = {
  hardlink: linkSync,
  symlink: symlinkFile,
  clone: cloneFile,
}

/** One symbolic link for one file: through a link to a directory, an uninstall would empty the store. */
function symlinkFile(source: string, destination: string): void {
  accessSync(source)
  symlinkSync(source, destination)
}

/** Shares the blocks of a file with a new one, which has the same permissions but a time of its own. */
function cloneFile(source: string, destination: string): void {
  const { mtimeMs } = statSync(source)
  copyFileSync(source, destination, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL)
  utimesSync(destination, mtimeMs / 1000, mtimeMs / 1000)
}

/**
 * What a file system answers for one file although a probe of another succeeded: the file has as many links as possible
 * (65,000 on ext4, 1024 on NTFS), its directory is a mount of its own, the file is another user's, which Linux lets nobody
 * else link (`fs.protected_hardlinks`), or one of the two is not kept in blocks that can be shared.
 */
const refusals = ['EMLINK', 'EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'ENOTTY', 'EINVAL'] as const

/** The errno where the bytes have to be written instead. */
function tryLink(source: string, destination: string, link: Linker): string | undefined {
  try {
    link(source, destination)
    return undefined
  } catch (error) {
    if (hasErrno(error, ...refusals)) return errnoOf(error)
    // The directories are there: it is the file of the store that is not.
    if (hasErrno(error, 'ENOENT')) throw error
    if (!hasErrno(error, 'EEXIST')) throw cannotWrite(destination, error)
  }
  clear(destination)
  return tryLink(source, destination, link)
}

/** Read and written at a time. Most files are smaller: then no second read is needed. */
const blockBytes = 1 << 18
let block: Buffer | undefined

/** Through one block of memory: faster than reading whole files, and nothing grows with the largest of them. */
function copyFile(source: string, destination: string): void {
  const input = openSync(source, 'r')
  try {
    const { mode, mtimeMs, size } = fstatSync(input)
    const output = create(destination, (mode & 0o111) === 0 ? 0o666 : 0o777)
    try {
      pour(input, output, { size, destination })
      futimesSync(output, mtimeMs / 1000, mtimeMs / 1000)
    } finally {
      closeSync(output)
    }
  } finally {
    closeSync(input)
  }
}

function pour(
  input: number,
  output: number,
  { size, destination }: { readonly size: number; readonly destination: string },
): void {
  block ??= Buffer.allocUnsafeSlow(blockBytes)
  for (let done = 0; done < size; ) {
    const length = readSync(input, block)
    if (length === 0) return
    writeAll(output, block.subarray(0, length), destination)
    done += length
  }
}

function writeAll(output: number, bytes: Uint8Array, destination: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(output, bytes, done)
  } catch (error) {
    throw cannotWrite(destination, error)
  }
}

export type WriteOptions = {
  readonly executable: boolean
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
    writeAll(descriptor, bytes, destination)
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
