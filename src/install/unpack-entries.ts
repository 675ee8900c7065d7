/** Writes entries of a wheel to disk and hashes them. Runs in a worker thread, where synchronous calls are fastest. */
import { createHash, hash } from 'node:crypto'
import { closeSync, futimesSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { errnoOf, hasErrno } from '../errors.js'
import { type StoredFile, sourceMtime } from '../store/note.js'
import { createStoredFile } from '../store/stored-file.js'
import { invalidWheel, quoted } from '../wheel/invalid-wheel.js'
import { createDecompressor, entryDataOffset, inflateEntry, type ZipEntry } from '../wheel/zip.js'
import type { UnpackTask } from '../workers/tasks.js'
import { type OpenArchive, openArchive } from './archive.js'

/** Entries above this many bytes, packed or unpacked, are streamed, so that memory does not follow the size of the largest file. */
const streamedAboveBytes = 16 << 20

/** Unpacks `task.entries` below `task.destination`, whose folders exist. Throws UserError WHEEL_INVALID. */
export async function unpackEntries(task: UnpackTask): Promise<StoredFile[]> {
  const archive = openArchive(task.archive)
  try {
    const files: StoredFile[] = []
    for (const entry of task.entries) files.push(await unpackEntry(archive, entry, task))
    return files
  } finally {
    archive.close()
  }
}

async function unpackEntry(archive: OpenArchive, entry: ZipEntry, task: UnpackTask): Promise<StoredFile> {
  const target = join(task.destination, entry.path)
  const offset = entryDataOffset(archive, entry, task.wheel)
  const descriptor = create(target, entry, task)
  try {
    const sha256 =
      Math.max(entry.size, entry.compressedSize) > streamedAboveBytes
        ? await streamEntry({ archive, entry, offset, descriptor, task })
        : writeEntry({ archive, entry, offset, descriptor, task })
    futimesSync(descriptor, sourceMtime(sha256), sourceMtime(sha256))
    return { path: entry.path, size: entry.size, sha256, executable: entry.isExecutable }
  } finally {
    closeSync(descriptor)
  }
}

function create(target: string, entry: ZipEntry, task: UnpackTask): number {
  try {
    return createStoredFile(target, entry.isExecutable)
  } catch (error) {
    throw nameRefused(error, entry.path, task.wheel)
  }
}

/** The error for a path that this file system does not take, or takes for that of another entry. */
export function nameRefused(error: unknown, path: string, wheel: string): unknown {
  if (hasErrno(error, 'EEXIST', 'EISDIR', 'ENOTDIR')) {
    return invalidWheel(wheel, `entry ${quoted(path)}: for this file system, its path is that of another entry`)
  }
  if (hasErrno(error, 'ENAMETOOLONG', 'EILSEQ')) {
    return invalidWheel(wheel, `entry ${quoted(path)}: its path is too long or illegal on this file system`)
  }
  return error
}

type EntryWrite = {
  readonly archive: OpenArchive
  readonly entry: ZipEntry
  readonly offset: number
  readonly descriptor: number
  readonly task: UnpackTask
}

function writeEntry({ archive, entry, offset, descriptor, task }: EntryWrite): string {
  const content = inflateEntry(entry, archive.read(offset, entry.compressedSize), task.wheel)
  writeFully(descriptor, content)
  return hash('sha256', content, 'hex')
}

/** Same as `writeEntry` in bounded memory; the size and CRC are checked as the bytes pass. */
async function streamEntry({ archive, entry, offset, descriptor, task }: EntryWrite): Promise<string> {
  const fault = (reason: string): Error => invalidWheel(task.wheel, `entry ${quoted(entry.path)}: ${reason}`)
  const sha256 = createHash('sha256')
  let size = 0
  let crc = 0
  const take = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) {
      size += piece.length
      if (size > entry.size) throw fault(`it has more than the declared ${entry.size} bytes`)
      crc = crc32(piece, crc)
      sha256.update(piece)
      writeFully(descriptor, piece)
    }
  }
  const source = readPieces(archive, offset, entry.compressedSize)
  const decompressor = createDecompressor(entry)
  try {
    await (decompressor === undefined ? pipeline(source, take) : pipeline(source, decompressor, take))
  } catch (error) {
    throw isDecompressionFailure(error) ? fault('its compressed data is damaged') : error
  }
  if (decompressor !== undefined && decompressor.bytesWritten !== entry.compressedSize) {
    throw fault('data follows the end of its compressed stream')
  }
  if (size !== entry.size) throw fault(`it has ${size} bytes; expected ${entry.size}`)
  if (crc !== entry.crc32) throw fault('its CRC-32 is another than declared')
  return sha256.digest('hex')
}

const pieceBytes = 1 << 20

/** No stream of `node:fs`: a failing pipeline would destroy it, which closes the descriptor that it was lent. */
function* readPieces(archive: OpenArchive, offset: number, length: number): Generator<Buffer> {
  for (let done = 0; done < length; done += pieceBytes) {
    yield archive.read(offset + done, Math.min(pieceBytes, length - done))
  }
}

function isDecompressionFailure(error: unknown): boolean {
  return /^(Z|ZSTD)_/.test(errnoOf(error) ?? '')
}

function writeFully(descriptor: number, content: Buffer): void {
  let written = 0
  while (written < content.length) written += writeSync(descriptor, content, written)
}
