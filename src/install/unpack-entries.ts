/** Writes entries of a wheel to disk and hashes them. Runs in a worker thread, where synchronous calls are fastest. */
import { createHash, hash } from 'node:crypto'
import { closeSync, createReadStream, futimesSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { integrityError } from '../errors.js'
import { isSource, type StoredFile, sourceMtime } from '../store/note.js'
import { createDecompressor, entryDataOffset, inflateEntry, type ZipEntry } from '../wheel/zip.js'
import type { UnpackTask } from '../workers/tasks.js'
import { type OpenArchive, openArchive } from './archive.js'

/** Entries above this many bytes are streamed, so that memory does not follow the size of the largest file. */
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
  const descriptor = openSync(target, 'wx', entry.isExecutable ? 0o777 : 0o666)
  try {
    const sha256 =
      entry.size > streamedAboveBytes
        ? await streamEntry({ archive, entry, offset, descriptor, task })
        : writeEntry({ archive, entry, offset, descriptor, task })
    if (isSource(entry.path)) futimesSync(descriptor, sourceMtime(sha256), sourceMtime(sha256))
    return { path: entry.path, size: entry.size, sha256, executable: entry.isExecutable }
  } finally {
    closeSync(descriptor)
  }
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
  const sha256 = createHash('sha256')
  let size = 0
  let crc = 0
  const sink = new Writable({
    highWaterMark: 4 << 20,
    write(piece: Buffer, _encoding, done) {
      size += piece.length
      if (size > entry.size) return done(corrupt(entry, task, `is longer than the ${entry.size} bytes it declares`))
      crc = crc32(piece, crc)
      sha256.update(piece)
      writeFully(descriptor, piece)
      done()
    },
  })
  const source = createReadStream('', {
    fd: archive.descriptor,
    autoClose: false,
    start: offset,
    end: offset + entry.compressedSize - 1,
    highWaterMark: 1 << 20,
  })
  const decompressor = createDecompressor(entry)
  try {
    await (decompressor === undefined ? pipeline(source, sink) : pipeline(source, decompressor, sink))
  } catch (error) {
    throw decompressionFailure(error) ? corrupt(entry, task, 'does not decompress') : error
  }
  if (decompressor !== undefined && decompressor.bytesWritten !== entry.compressedSize) {
    throw corrupt(entry, task, 'has data after the end of its compressed stream')
  }
  if (size !== entry.size) throw corrupt(entry, task, `has ${size} bytes where ${entry.size} are declared`)
  if (crc !== entry.crc32) throw corrupt(entry, task, 'has another CRC than declared')
  return sha256.digest('hex')
}

function decompressionFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || code.startsWith('ZSTD_')
}

function corrupt(entry: ZipEntry, task: UnpackTask, what: string): Error {
  return integrityError('WHEEL_INVALID', `\`${task.wheel}\` is damaged: \`${entry.path}\` ${what}`)
}

function writeFully(descriptor: number, content: Buffer): void {
  let written = 0
  while (written < content.length) written += writeSync(descriptor, content, written)
}
