/** Makes squashfs images of directories. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasErrno, UserError } from '../errors.js'
import type { Host } from '../host.js'
import { runProcess } from '../process.js'
import { sourceMtime } from '../store/note.js'
import { toolEnvironment } from './as-root.js'

export type MakeOptions = {
  readonly host: Pick<Host, 'env' | 'parallelism'>
  /** Directory of unfinished work, on the file system of the destination. */
  readonly temporary: string
}

const missingTool = 'mksquashfs is not installed: `apt-get install squashfs-tools`'

/** Above 3, zstd gains a few per cent in size for a multiple of the time. */
const compression = ['-comp', 'zstd', '-Xcompression-level', '3']
const contents = ['-no-xattrs', '-no-hardlinks', '-noappend', '-no-progress', '-quiet']

/**
 * Every later time becomes this one, so that the image does not depend on when its tree was made. Sources keep theirs, which
 * their bytecode names: all are earlier.
 */
const latestTime = sourceMtime('ffffff')

/**
 * Makes an image of what is in `source`: the same files, links and modes make the same bytes (of one version of mksquashfs,
 * for one user). It appears at `destination` whole, by a rename, or not at all; what was there is replaced. Everything in it
 * belongs to the user of this process, who could not change an environment of root's files.
 *
 * Throws UserError IMAGE_UNMAKEABLE.
 */
export async function makeImage(source: string, destination: string, options: MakeOptions): Promise<void> {
  const aside = join(options.temporary, `${randomUUID()}.squashfs`)
  try {
    const trouble = await runMksquashfs(source, aside, options.host)
    if (trouble !== undefined) throw unmakeable(source, trouble)
    await flush(aside)
    await mkdir(dirname(destination), { recursive: true })
    await rename(aside, destination)
  } finally {
    await rm(aside, { force: true })
  }
}

/** Why no image could be made; undefined where it is there. */
export async function runMksquashfs(
  source: string,
  destination: string,
  host: MakeOptions['host'],
): Promise<string | undefined> {
  const owner = ['-force-uid', String(process.getuid?.() ?? 0), '-force-gid', String(process.getgid?.() ?? 0)]
  const processors = ['-processors', String(host.parallelism)]
  const args = [source, destination, ...compression, ...contents, ...owner, ...processors]
  const env = { ...toolEnvironment(host.env), SOURCE_DATE_EPOCH: String(latestTime) }
  try {
    const { exitCode, stdout, stderr } = await runProcess('mksquashfs', args, { env })
    return exitCode === 0 ? undefined : stderr.trim() || stdout.trim() || `exit code ${exitCode}`
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return missingTool
    throw error
  }
}

/** After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function unmakeable(source: string, reason: string): UserError {
  return new UserError('IMAGE_UNMAKEABLE', `no image of \`${source}\` can be made: ${reason}`, {
    hint: 'install squashfs-tools 4.5 or later, built with zstd, or use another `--link-mode`',
  })
}
