/** Reads wheels as zip archives from their central directory (PKWARE APPNOTE 6.3.10), with the checks that PyPI makes. */
import type { Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { errnoOf } from '../errors.js'
import { invalidWheel, quoted } from './invalid-wheel.js'
import { largestDirectory, largestRatio, largestTotal, mostEntries, unsuspiciousBytes } from './limits.js'
import { findClash } from './path-clash.js'
import { findDirectory, tailSize } from './zip-end.js'
import type { Fault } from './zip-extra.js'
import { type LocalHeader, localLength, localSize, readCentralHeaders, readLocalHeader } from './zip-header.js'

/** Random access to an archive; `read` returns exactly `length` bytes or throws. */
export type ArchiveSource = {
  /** Bytes in the whole archive. */
  readonly size: number
  read(offset: number, length: number): Buffer
}

export type CompressionMethod = 'stored' | 'deflate' | 'zstd'

export type ZipEntry = {
  /** POSIX path inside the archive, verified to be relative, normalised and inside its root; no `/` at its end. */
  readonly path: string
  readonly method: CompressionMethod
  readonly compressedSize: number
  readonly size: number
  readonly crc32: number
  /** True where the header says that its name is UTF-8 (flag bit 11); it is read as that in any case. */
  readonly hasUtf8Name: boolean
  readonly isDirectory: boolean
  /** True for a regular file with any x bit in its Unix mode. */
  readonly isExecutable: boolean
  /** Where the local header starts. */
  readonly headerOffset: number
  /** Where the next local header, or the central directory, starts. */
  readonly endOffset: number
}

const longestDescriptor = 24

/**
 * The entries of a wheel, in the order of its central directory.
 * Throws `WHEEL_INVALID` for an archive that two readers could understand differently or that escapes its root.
 */
export function readEntries(archive: ArchiveSource, wheel: string): ZipEntry[] {
  const tailLength = Math.min(archive.size, tailSize)
  const directory = findDirectory(archive.read(archive.size - tailLength, tailLength), archive.size, wheel)
  if (directory.size > largestDirectory) {
    throw invalidWheel(wheel, `its central directory has ${directory.size} bytes; expected at most ${largestDirectory}`)
  }
  if (directory.entries > mostEntries) {
    throw invalidWheel(wheel, `it has ${directory.entries} entries; expected at most ${mostEntries}`)
  }
  const headers = readCentralHeaders(archive.read(directory.offset, directory.size), directory.entries, wheel)
  const ends = layOut(headers, directory.offset, wheel)
  const entries = headers.map(header => ({ ...header, endOffset: ends.get(header.headerOffset) ?? directory.offset }))
  assertTree(entries, wheel)
  assertTotal(entries, archive.size, wheel)
  return entries
}

/** Where each entry ends, by where it starts: entries fill the archive up to the directory and do not overlap. */
function layOut(
  headers: readonly Omit<ZipEntry, 'endOffset'>[],
  directoryOffset: number,
  wheel: string,
): ReadonlyMap<number, number> {
  const sorted = headers.toSorted((a, b) => a.headerOffset - b.headerOffset)
  const prefix = sorted[0]?.headerOffset ?? directoryOffset
  if (prefix !== 0) throw invalidWheel(wheel, `${prefix} bytes lie in front of its first entry`)
  const ends = new Map<number, number>()
  for (const [index, header] of sorted.entries()) {
    const end = sorted[index + 1]?.headerOffset ?? directoryOffset
    if (header.headerOffset + localSize + storedName(header).length + header.compressedSize > end) {
      throw invalidWheel(wheel, `entry ${quoted(header.path)}: it overlaps what follows it`)
    }
    ends.set(header.headerOffset, end)
  }
  return ends
}

/** The bytes of the name as headers hold it. */
function storedName(entry: { readonly path: string; readonly isDirectory: boolean }): Buffer {
  return Buffer.from(entry.isDirectory ? `${entry.path}/` : entry.path)
}

/** Every path occurs once, and no file is the parent of another entry. */
function assertTree(entries: readonly ZipEntry[], wheel: string): void {
  const directories = new Set(entries.filter(entry => entry.isDirectory).map(entry => entry.path))
  const clash = findClash(
    entries.map(entry => entry.path),
    directories,
    mostEntries,
  )
  switch (clash?.kind) {
    case undefined:
      return
    case 'same':
      throw invalidWheel(wheel, `entry ${quoted(clash.path)}: it occurs twice`)
    case 'file and directory':
      throw invalidWheel(wheel, `entry ${quoted(clash.path)}: it is a file and the directory of another entry`)
    case 'too many folders':
      throw invalidWheel(wheel, `its entries need more than ${mostEntries} folders`)
  }
}

function assertTotal(entries: readonly ZipEntry[], archiveSize: number, wheel: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > largestTotal) {
    throw invalidWheel(wheel, `it unpacks to ${total} bytes; expected at most ${largestTotal}`)
  }
  if (total > unsuspiciousBytes && total > archiveSize * largestRatio) {
    throw invalidWheel(
      wheel,
      `${archiveSize} bytes unpack to ${total}, more than ${largestRatio} times as much, as only a zip bomb does`,
    )
  }
}

/**
 * Where the data of an entry starts, after its local header is proven to say what the central one says.
 * Throws `WHEEL_INVALID` where they differ, or where bytes that belong to no entry follow the data.
 */
export function entryDataOffset(archive: ArchiveSource, entry: ZipEntry, wheel: string): number {
  const fault: Fault = reason => invalidWheel(wheel, `entry ${quoted(entry.path)}: ${reason}`)
  const length = localLength(archive.read(entry.headerOffset, localSize))
  const dataOffset = entry.headerOffset + (length ?? 0)
  const rest = entry.endOffset - dataOffset - entry.compressedSize
  if (length === undefined || rest < 0) throw fault('its local header is missing or damaged')
  const local = readLocalHeader(archive.read(entry.headerOffset, length), fault)
  if (!local.name.equals(storedName(entry))) throw fault(`its local header names ${quoted(local.name.toString())}`)
  if (local.method !== entry.method) throw fault(`its local header says ${local.method}, not ${entry.method}`)
  if (local.hasUtf8Name !== entry.hasUtf8Name && !isAscii(local.name)) {
    throw fault('its headers disagree on the encoding of its name')
  }
  if (local.hasDescriptor) {
    assertPromise(local, entry, fault)
    if (rest > longestDescriptor) throw fault(`${rest} bytes follow it; expected a data descriptor`)
    assertDescriptor(archive.read(entry.endOffset - rest, rest), entry, fault)
  } else {
    assertSameContent(local, entry, fault)
    if (rest !== 0) throw fault(`${rest} bytes that belong to no entry follow it`)
  }
  return dataOffset
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every(byte => byte < 0x80)
}

/** In front of data with a descriptor stand zeros or the truth: a reader may believe them. */
function assertPromise(local: LocalHeader, entry: ZipEntry, fault: Fault): void {
  const zeroed = { ...local }
  for (const field of contentFields) if (local[field] === 0) zeroed[field] = entry[field]
  assertSameContent(zeroed, entry, fault)
}

const contentFields = ['crc32', 'compressedSize', 'size'] as const

function assertSameContent(local: LocalHeader, entry: ZipEntry, fault: Fault): void {
  for (const field of contentFields) {
    if (local[field] !== entry[field]) {
      throw fault(`its local header gives ${field} ${local[field]}, its central header ${entry[field]}`)
    }
  }
}

/** A data descriptor (APPNOTE 4.3.9) comes with or without signature, its sizes in 4 or 8 bytes. */
function assertDescriptor(descriptor: Buffer, entry: ZipEntry, fault: Fault): void {
  const wide = descriptor.length >= 20
  const expected = Buffer.alloc(wide ? 24 : 16)
  expected.writeUInt32LE(0x08074b50, 0)
  expected.writeUInt32LE(entry.crc32, 4)
  if (wide) {
    expected.writeBigUInt64LE(BigInt(entry.compressedSize), 8)
    expected.writeBigUInt64LE(BigInt(entry.size), 16)
  } else {
    expected.writeUInt32LE(entry.compressedSize % 2 ** 32, 8)
    expected.writeUInt32LE(entry.size % 2 ** 32, 12)
  }
  if (!descriptor.equals(expected) && !descriptor.equals(expected.subarray(4))) {
    throw fault('its data descriptor differs from its central header')
  }
}

/** The content of an entry, read as a whole and proven. Throws what `entryDataOffset` and `inflateEntry` throw. */
export function readEntry(archive: ArchiveSource, entry: ZipEntry, wheel: string): Buffer {
  const compressed = archive.read(entryDataOffset(archive, entry, wheel), entry.compressedSize)
  return inflateEntry(entry, compressed, wheel)
}

/** The content of an entry from its compressed bytes; `WHEEL_INVALID` unless size and CRC-32 are as declared. */
export function inflateEntry(entry: ZipEntry, compressed: Buffer, wheel: string): Buffer {
  const fault: Fault = reason => invalidWheel(wheel, `entry ${quoted(entry.path)}: ${reason}`)
  const content = decompress(entry, compressed, fault)
  if (content.length !== entry.size) throw fault(`it has ${content.length} bytes; expected ${entry.size}`)
  const crc32 = zlib.crc32(content)
  if (crc32 !== entry.crc32) throw fault(`its CRC-32 is ${hex(crc32)}; expected ${hex(entry.crc32)}`)
  return content
}

function decompress(entry: ZipEntry, compressed: Buffer, fault: Fault): Buffer {
  if (entry.method === 'stored') return compressed
  const decompressSync = entry.method === 'deflate' ? zlib.inflateRawSync : zlib.zstdDecompressSync
  // One chunk of the declared size: the content is then never copied, and never grows beyond it.
  const options = { chunkSize: Math.max(64, entry.size), maxOutputLength: Math.max(1, entry.size), info: true }
  try {
    const result: unknown = decompressSync(compressed, options)
    if (!isInfo(result)) throw new TypeError('node:zlib ignored the option `info`')
    if (result.engine.bytesWritten !== compressed.length) throw fault('data follows the end of its compressed stream')
    return result.buffer
  } catch (error) {
    const code = errnoOf(error) ?? ''
    if (code === 'ERR_BUFFER_TOO_LARGE') throw fault(`it has more than the declared ${entry.size} bytes`)
    throw /^(Z|ZSTD)_/.test(code) ? fault('its compressed data is damaged') : error
  }
}

/** What zlib's synchronous functions return with `info: true`, which their types leave out. */
function isInfo(result: unknown): result is { buffer: Buffer; engine: { bytesWritten: number } } {
  return typeof result === 'object' && result !== null && 'engine' in result
}

function hex(crc32: number): string {
  return crc32.toString(16).padStart(8, '0')
}

/** `bytesWritten` counts the compressed bytes that were consumed. */
export type Decompressor = Transform & { readonly bytesWritten: number }

/** A stream that decompresses an entry, or undefined for a stored one; the reader checks size and CRC-32. */
export function createDecompressor(entry: ZipEntry): Decompressor | undefined {
  if (entry.method === 'stored') return undefined
  const options = { chunkSize: streamChunkBytes }
  return entry.method === 'deflate' ? zlib.createInflateRaw(options) : zlib.createZstdDecompress(options)
}

/** Node's default of 16 KiB costs twice the CPU time on files of many megabytes. */
const streamChunkBytes = 1 << 20
