/** Writes frames of a pack to disk. Runs in a worker thread, where synchronous calls are fastest. */
import { closeSync, futimesSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { errnoOf, hasErrno, messageOf } from '../errors.js'
import { crc32Of, decodeFrame, PackDamage } from './frames.js'
import { createStoredFile } from './stored-file.js'

/** A stretch of a pack and the frames in it. */
export type FrameRange = {
  readonly source:
    | { readonly descriptor: number; readonly start: number; readonly end: number }
    | { readonly bytes: Uint8Array<ArrayBuffer> }
  readonly frames: readonly FrameToWrite[]
}

export type FrameToWrite = {
  /** Where in the stretch it starts, and how long it is there, in bytes. */
  readonly at: number
  readonly storedSize: number
  /** Of the stored bytes. */
  readonly crc32: number
  /** Bytes that it stands for. */
  readonly size: number
  readonly pieces: PiecesToWrite
}

/**
 * The pieces of a frame one after another: of each its place in every column. As a list of objects, they would take five times as
 * long from one thread to another.
 */
export type PiecesToWrite = {
  /** Absolute paths of the files; empty for one that is not wanted. */
  readonly paths: readonly string[]
  /** Bytes. */
  readonly lengths: readonly number[]
  readonly executables: readonly boolean[]
  /** Seconds since the epoch. */
  readonly mtimes: readonly number[]
  /** Where in a file that is there already the only piece belongs, whose time is set when all are there; undefined for whole files. */
  readonly offset: number | undefined
}

export type FramesAnswer = {
  /** For each frame in order: why it is damaged, or undefined. */
  readonly damage: readonly (string | undefined)[]
}

/** Checks, decodes and writes frames; directories are made as they are needed. A damaged frame does not stop the others. */
export function writeFrames({ source, frames }: FrameRange): FramesAnswer {
  const bytes =
    'bytes' in source
      ? Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
      : readIfPossible(source)
  if (typeof bytes === 'string') return { damage: frames.map(() => bytes) }
  return { damage: frames.map(frame => damageOf(() => writeFrame(frame, bytes))) }
}

type Stretch = { readonly descriptor: number; readonly start: number; readonly end: number }

/** Or why not: a pack on a disk in trouble is as good as a damaged one. */
function readIfPossible(stretch: Stretch): Buffer | string {
  try {
    return readRange(stretch)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return `it cannot be read: ${messageOf(error)}`
  }
}

/** What one stretch after another is read into: fresh memory costs as much as reading. */
let memory = Buffer.alloc(0)

function readRange({ descriptor, start, end }: Stretch): Buffer {
  if (memory.length < end - start) memory = Buffer.allocUnsafeSlow(end - start)
  const bytes = memory.subarray(0, end - start)
  let filled = 0
  while (filled < bytes.length) {
    const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function damageOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof PackDamage) return error.message
    throw error
  }
}

/**
 * The checksum of the stored bytes covers all that comes of them, and costs a fraction of hashing every file: whoever packed
 * the files has compared them with their note.
 */
function writeFrame({ at, storedSize, crc32, size, pieces }: FrameToWrite, bytes: Buffer): void {
  const stored = bytes.subarray(at, at + storedSize)
  if (stored.length < storedSize) throw new PackDamage('it ends too early')
  if (crc32Of(stored) !== crc32) throw new PackDamage('a frame has another checksum than the pack says')
  writePieces(pieces, decodeFrame(stored, size))
}

function writePieces({ paths, lengths, executables, mtimes, offset }: PiecesToWrite, content: Buffer): void {
  let start = 0
  for (const [index, path] of paths.entries()) {
    const end = start + (lengths[index] ?? 0)
    const piece = content.subarray(start, end)
    start = end
    if (path === '') continue
    if (offset !== undefined) writePiece(openSync(path, 'r+'), piece, { offset, mtime: undefined })
    else
      writePiece(createWhole({ path, executable: executables[index] ?? false }), piece, {
        offset: 0,
        mtime: mtimes[index],
      })
  }
}

type Place = { readonly offset: number; readonly mtime: number | undefined }

/** Closes the descriptor. */
function writePiece(descriptor: number, content: Buffer, { offset, mtime }: Place): void {
  try {
    writeAll(descriptor, content, offset)
    if (mtime !== undefined) futimesSync(descriptor, mtime, mtime)
  } finally {
    closeSync(descriptor)
  }
}

type NewFile = { readonly path: string; readonly executable: boolean }

/** Makes an empty file and the directories above it. A path that this file system takes for another's, or not at all, is damage. */
export function createWhole(file: NewFile): number {
  try {
    return createWithParents(file)
  } catch (error) {
    if (!hasErrno(error, 'EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ')) throw error
    throw new PackDamage(`\`${file.path}\` cannot be written here`, { cause: error })
  }
}

/** Directories that this thread has made or found: to try without them first costs an exception for each. */
const known = new Set<string>()

function createWithParents({ path, executable }: NewFile): number {
  const directory = dirname(path)
  if (!known.has(directory)) makeDirectory(directory)
  try {
    return createStoredFile(path, executable)
  } catch (error) {
    if (!hasErrno(error, 'ENOENT')) throw error
    makeDirectory(directory)
    return createStoredFile(path, executable)
  }
}

function makeDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true })
  known.add(directory)
}

/** Larger writes are several times slower on ext4: what is copied no longer fits the caches of the processor. */
const largestWrite = 1 << 20

function writeAll(descriptor: number, content: Buffer, position: number): void {
  let written = 0
  while (written < content.length) {
    const length = Math.min(largestWrite, content.length - written)
    written += writeSync(descriptor, content, written, length, position + written)
  }
}
