/** Files of a source tree by content: blob ids as git computes them. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { hasErrno } from '../errors.js'
import type { FileMode, SourceFile } from './source-closure.js'

/** A file that counts, and what is known of it without reading it. */
export type ListedFile = {
  readonly path: string
  readonly mode: FileMode | undefined
  readonly blob: string | undefined
}

export type ReadOptions = { readonly isWindows: boolean; readonly signal: AbortSignal }

/** Reads what is not known yet. What is gone, is no file, or may not be read is left out: no build can read it either. */
export async function readSourceFiles(
  root: string,
  listed: readonly ListedFile[],
  options: ReadOptions,
): Promise<readonly SourceFile[]> {
  const files = await mapBounded(listed, filesAtOnce, file => readSourceFile(root, file, options))
  const found = files.filter(file => file !== undefined)
  const links = new Set(found.filter(({ target }) => target !== undefined).map(({ path }) => path))
  // Git goes on to list what it tracked below a directory that became a link.
  return links.size === 0 ? found : found.filter(({ path }) => !isBelow(path, links))
}

function isBelow(path: string, links: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (links.has(path.slice(0, end))) return true
  }
  return false
}

const filesAtOnce = 16

async function readSourceFile(root: string, file: ListedFile, options: ReadOptions): Promise<SourceFile | undefined> {
  const { path, mode, blob } = file
  if (blob !== undefined && mode !== undefined && mode !== '120000') return { path, mode, blob }
  options.signal.throwIfAborted()
  const place = join(root, path)
  try {
    const facts = await lstat(place)
    if (facts.isSymbolicLink()) {
      const target = await readlink(place)
      return { path, mode: '120000', blob: blob ?? blobId(Buffer.from(target)), target }
    }
    if (!facts.isFile()) return undefined
    const read = { path, blob: await hashFile(place, facts.size, options.signal) }
    // Windows has no executable bit.
    if (options.isWindows) return { ...read, mode: mode ?? '100644' }
    return { ...read, mode: (facts.mode & 0o100) === 0 ? '100644' : '100755' }
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return undefined
    throw error
  }
}

/** The id that git gives these bytes. */
function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Above it a file is streamed. */
const wholeBytes = 1 << 20

async function hashFile(path: string, size: number, signal: AbortSignal): Promise<string> {
  if (size <= wholeBytes) return blobId(await readFile(path))
  const hash = createHash('sha1').update(`blob ${size}\0`)
  // A file that grows meanwhile is hashed as far as it was announced.
  for await (const chunk of createReadStream(path, { end: size - 1, highWaterMark: wholeBytes, signal })) {
    hash.update(chunk)
  }
  return hash.digest('hex')
}
