/** A private copy of a source tree, for a build to write into. */
import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { hasErrno, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { SourceClosure, SourceFile } from './closure.js'
import { makeFreshDirectory, removeTree } from './fresh-directory.js'
import { writeHistory } from './history.js'

type MirrorOptions = {
  /** Whether the mirror is a repository whose `git describe` says what that of the tree says. */
  readonly withHistory: boolean
  readonly host: Host
  readonly signal: AbortSignal
}

/** Files that are copied at a time. */
const concurrency = 16
/** Above this, the file system makes the copy (a clone where it can), and the copy is hashed. */
const largestInMemory = 1 << 20

/**
 * Copies the files of a tree into a directory that is made, or replaced. Nothing is linked and nothing shared; symbolic links stay as they
 * are. Each file has its x bit and one common time, so that no build takes one for newer than another.
 *
 * Throws UserError SOURCE_CHANGED (exit code 1) where a file is no longer what `closure` says, so that no wheel is ever kept under the
 * name of other sources; GIT_NOT_FOUND; Node's system errors; and the reason of the signal. Then nothing is left at `destination`.
 */
export async function mirrorTree(closure: SourceClosure, destination: string, options: MirrorOptions): Promise<void> {
  options.signal.throwIfAborted()
  await makeFreshDirectory(destination)
  try {
    const restored = await copyFiles(closure, destination, options)
    if (options.withHistory && closure.isRepository) {
      await writeHistory({ root: closure.root, revision: closure.revision, restored }, destination, options)
    }
  } catch (error) {
    await removeTree(destination)
    throw error
  }
}

/** Returns the paths of files that got the line ends of their blob. */
async function copyFiles(
  { root, files }: SourceClosure,
  destination: string,
  { host, signal }: MirrorOptions,
): Promise<readonly string[]> {
  const directories = new Set(files.map(({ path }) => dirname(path)))
  for (const directory of directories) await mkdir(join(destination, directory), { recursive: true })
  const restored: string[] = []
  const [links, contents]: [SourceFile[], SourceFile[]] = [[], []]
  for (const file of files) (file.mode === '120000' ? links : contents).push(file)
  const now = new Date()
  await mapBounded(contents, concurrency, async file => {
    signal.throwIfAborted()
    const [source, target] = [join(root, file.path), join(destination, file.path)]
    const blob = await copyContents(source, target, { isExecutable: file.mode === '100755', umask: host.umask })
    if (blob === undefined) throw changed(root, file)
    if (blob !== file.blob) {
      if (!(await restoreLineEnds(target, file))) throw changed(root, file)
      restored.push(file.path)
    }
    await utimes(target, neverRead, now)
  })
  // Nothing is written through a link that does not exist yet.
  for (const file of links) {
    const blob = await copyLink(join(root, file.path), join(destination, file.path))
    if (blob !== file.blob) throw changed(root, file)
  }
  return restored
}

/** A time of access that the first read changes, wherever the file system notes any (`relatime` too). */
const neverRead = new Date(0)

/** Whether a file system notes which files are read: tried in an existing directory. */
export async function notesReads(directory: string): Promise<boolean> {
  const probe = join(directory, `.probe-${process.pid}`)
  await writeFile(probe, 'x')
  await utimes(probe, neverRead, new Date())
  await readFile(probe)
  const { atimeMs } = await stat(probe)
  await rm(probe, { force: true })
  return atimeMs > 0
}

/** POSIX paths of those files of a mirror that were read since it was made. */
export async function filesRead(destination: string, paths: readonly string[]): Promise<readonly string[]> {
  const wasRead = await mapBounded(paths, concurrency, async path => {
    const facts = await lstat(join(destination, path)).catch(() => undefined)
    return facts?.isFile() === true && facts.atimeMs > 0
  })
  return paths.filter((_, index) => wasRead[index] === true)
}

type Permissions = { readonly isExecutable: boolean; readonly umask: number }

/** Returns the blob id of what was written; undefined: nothing, because there is no such file. */
async function copyContents(source: string, target: string, to: Permissions): Promise<string | undefined> {
  const mode = (to.isExecutable ? 0o777 : 0o666) & ~to.umask
  const size = await unlessGone(async () => (await stat(source)).size)
  if (size === undefined) return undefined
  return size > largestInMemory ? copyLarge(source, target, mode) : copySmall(source, target, mode)
}

async function copySmall(source: string, target: string, mode: number): Promise<string | undefined> {
  const bytes = await unlessGone(() => readFile(source))
  if (bytes === undefined) return undefined
  await writeFile(target, bytes, { mode, flag: 'wx' })
  return blobHash(bytes.length).update(bytes).digest('hex')
}

async function copyLarge(source: string, target: string, mode: number): Promise<string | undefined> {
  await copyFile(source, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  await chmod(target, mode)
  const hash = blobHash((await stat(target)).size)
  for await (const chunk of createReadStream(target)) hash.update(chunk)
  return hash.digest('hex')
}

async function copyLink(source: string, target: string): Promise<string | undefined> {
  const leadsTo = await unlessGone(() => readlink(source, 'buffer'))
  if (leadsTo === undefined) return undefined
  await symlink(leadsTo, target)
  return blobHash(leadsTo.length).update(leadsTo).digest('hex')
}

/**
 * With `core.autocrlf`, a file of a work tree has other line ends than its blob, and the blob is what the closure has: then the copy gets its
 * line ends, so that the build has the same bytes on every system. Returns whether it was so.
 */
async function restoreLineEnds(target: string, { blob }: SourceFile): Promise<boolean> {
  const bytes = await readFile(target)
  const restored = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  if (blobHash(restored.length).update(restored).digest('hex') !== blob) return false
  await writeFile(target, restored)
  return true
}

/** Of a git blob with so many bytes, which are to follow. */
function blobHash(size: number) {
  return createHash('sha1').update(`blob ${size}\0`)
}

/** Undefined where the source was removed, or replaced by something of another kind. */
async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ELOOP')) return undefined
    throw error
  }
}

function changed(root: string, { path }: SourceFile): UserError {
  return new UserError('SOURCE_CHANGED', `\`${join(root, path)}\` changed while it was read`, {
    hint: 'Run again when nothing writes to the source tree',
  })
}
