/** Writes zip archives byte by byte, so that a test can make every illegal one. */
import * as zlib from 'node:zlib'
import type { CompressionMethod } from '../../src/wheel/zip.js'

/** The fields of one header as written; a test overrides those it wants to lie about. */
type HeaderFields = {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  readonly extra: Buffer
  readonly externalAttributes: number
  /** Central header only. */
  readonly disk: number
  readonly headerOffset: number
}

export type ZipInput = {
  /** A Buffer writes a name that is not UTF-8. */
  readonly name: string | Buffer
  readonly data?: string | Buffer
  /** What stands for `data` in the archive instead of its compressed form; sizes and CRC still describe `data`. */
  readonly payload?: Buffer
  /** Default `deflate`; `stored` for empty data. */
  readonly method?: CompressionMethod
  /** Unix mode with its file type. Default `0o100644`; `0o040755` where the name ends in `/`. */
  readonly mode?: number
  /** Sizes in a zip64 extra field of both headers. */
  readonly zip64?: boolean
  /** Sizes and CRC after the data; zeros in the local header. */
  readonly dataDescriptor?: boolean
  readonly central?: Partial<HeaderFields>
  readonly local?: Partial<HeaderFields>
  /** Leaves the entry out of the central directory. */
  readonly unlisted?: boolean
}

export type ZipOptions = {
  readonly comment?: Buffer
  /** Bytes before the first local header; offsets stay true. */
  readonly prefix?: Buffer
  /** Bytes between the last entry and the central directory. */
  readonly gap?: Buffer
  /** Bytes after the end record. */
  readonly suffix?: Buffer
  /** Writes the zip64 end record and its locator. */
  readonly zip64?: boolean
  readonly end?: Partial<EndFields>
  readonly end64?: Partial<EndFields & { readonly recordSize: number; readonly locatorOffset: number }>
}

type EndFields = {
  readonly disk: number
  readonly directoryDisk: number
  readonly diskEntries: number
  readonly entries: number
  readonly directorySize: number
  readonly directoryOffset: number
}

const methodIds = { stored: 0, deflate: 8, zstd: 93 } as const
const max16 = 0xffff
const max32 = 0xffffffff

/** The bytes of a zip archive with these entries in this order; legal and deterministic unless told otherwise. */
export function makeZip(entries: readonly ZipInput[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [options.prefix ?? Buffer.alloc(0)]
  const centrals: Buffer[] = []
  let offset = parts[0]?.length ?? 0
  for (const entry of entries) {
    const written = writeEntry(entry, offset)
    parts.push(written.body)
    if (entry.unlisted !== true) centrals.push(written.central)
    offset += written.body.length
  }
  const gap = options.gap ?? Buffer.alloc(0)
  const directory = Buffer.concat(centrals)
  const end = writeEnd(
    {
      disk: 0,
      directoryDisk: 0,
      diskEntries: centrals.length,
      entries: centrals.length,
      directorySize: directory.length,
      directoryOffset: offset + gap.length,
    },
    options,
  )
  return Buffer.concat([...parts, gap, directory, end, options.suffix ?? Buffer.alloc(0)])
}

function writeEntry(entry: ZipInput, headerOffset: number): { body: Buffer; central: Buffer } {
  const fields = trueFields(entry, headerOffset)
  const { payload, ...header } = fields
  const central = { ...hideSizes(header, entry.zip64 === true), ...entry.central }
  const descriptor = entry.dataDescriptor === true ? dataDescriptor(header) : Buffer.alloc(0)
  const sizes = entry.dataDescriptor === true ? { ...header, crc32: 0, compressedSize: 0, size: 0 } : header
  const local = { ...hideSizes(sizes, entry.zip64 === true), ...entry.local }
  return { body: Buffer.concat([localHeader(local), payload, descriptor]), central: centralHeader(central) }
}

function trueFields(entry: ZipInput, headerOffset: number): HeaderFields & { payload: Buffer } {
  const data = Buffer.from(entry.data ?? '')
  const name = Buffer.from(entry.name)
  const method = entry.method ?? (data.length === 0 ? 'stored' : 'deflate')
  const payload = entry.payload ?? compress(data, method)
  const isDirectory = name.at(-1) === 0x2f
  const mode = entry.mode ?? (isDirectory ? 0o040755 : 0o100644)
  return {
    name,
    flags: (name.every(byte => byte < 0x80) ? 0 : 0x0800) | (entry.dataDescriptor === true ? 0x0008 : 0),
    method: methodIds[method],
    crc32: zlib.crc32(data),
    compressedSize: payload.length,
    size: data.length,
    extra: Buffer.alloc(0),
    externalAttributes: ((mode << 16) | (isDirectory ? 0x10 : 0)) >>> 0,
    disk: 0,
    headerOffset,
    payload,
  }
}

function compress(data: Buffer, method: CompressionMethod): Buffer {
  if (method === 'stored') return data
  return method === 'deflate' ? zlib.deflateRawSync(data) : zlib.zstdCompressSync(data)
}

/** Moves both sizes into a zip64 extra field. */
function hideSizes(header: HeaderFields, zip64: boolean): HeaderFields {
  if (!zip64) return header
  const extra = Buffer.alloc(20)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(16, 2)
  extra.writeBigUInt64LE(BigInt(header.size), 4)
  extra.writeBigUInt64LE(BigInt(header.compressedSize), 12)
  return { ...header, extra, compressedSize: max32, size: max32 }
}

function localHeader(header: HeaderFields): Buffer {
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  fixed.writeUInt16LE(20, 4)
  writeShared(fixed, 6, header)
  return Buffer.concat([fixed, header.name, header.extra])
}

function centralHeader(header: HeaderFields): Buffer {
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE((3 << 8) | 20, 4)
  fixed.writeUInt16LE(20, 6)
  writeShared(fixed, 8, header)
  fixed.writeUInt16LE(header.disk, 34)
  fixed.writeUInt32LE(header.externalAttributes, 38)
  fixed.writeUInt32LE(header.headerOffset, 42)
  return Buffer.concat([fixed, header.name, header.extra])
}

/** The 24 bytes that both headers share: flags, method, time, CRC, sizes, lengths of name and extra field. */
function writeShared(target: Buffer, at: number, header: HeaderFields): void {
  target.writeUInt16LE(header.flags, at)
  target.writeUInt16LE(header.method, at + 2)
  target.writeUInt32LE(0x00210000, at + 4)
  target.writeUInt32LE(header.crc32, at + 8)
  target.writeUInt32LE(header.compressedSize, at + 12)
  target.writeUInt32LE(header.size, at + 16)
  target.writeUInt16LE(header.name.length, at + 20)
  target.writeUInt16LE(header.extra.length, at + 22)
}

function dataDescriptor(header: HeaderFields): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(header.crc32, 4)
  descriptor.writeUInt32LE(header.compressedSize, 8)
  descriptor.writeUInt32LE(header.size, 12)
  return descriptor
}

function writeEnd(truth: EndFields, options: ZipOptions): Buffer {
  const saturated = { ...truth, diskEntries: max16, entries: max16, directorySize: max32, directoryOffset: max32 }
  const fields = { ...(options.zip64 === true ? saturated : truth), ...options.end }
  const comment = options.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(fields.disk, 4)
  end.writeUInt16LE(fields.directoryDisk, 6)
  end.writeUInt16LE(fields.diskEntries, 8)
  end.writeUInt16LE(fields.entries, 10)
  end.writeUInt32LE(fields.directorySize, 12)
  end.writeUInt32LE(fields.directoryOffset, 16)
  end.writeUInt16LE(comment.length, 20)
  const zip64 = options.zip64 === true ? writeEnd64(truth, options.end64 ?? {}) : Buffer.alloc(0)
  return Buffer.concat([zip64, end, comment])
}

function writeEnd64(truth: EndFields, overrides: NonNullable<ZipOptions['end64']>): Buffer {
  const locatorOffset = truth.directoryOffset + truth.directorySize
  const fields = { ...truth, recordSize: 44, locatorOffset, ...overrides }
  const record = Buffer.alloc(76)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(BigInt(fields.recordSize), 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeUInt32LE(fields.disk, 16)
  record.writeUInt32LE(fields.directoryDisk, 20)
  record.writeBigUInt64LE(BigInt(fields.diskEntries), 24)
  record.writeBigUInt64LE(BigInt(fields.entries), 32)
  record.writeBigUInt64LE(BigInt(fields.directorySize), 40)
  record.writeBigUInt64LE(BigInt(fields.directoryOffset), 48)
  record.writeUInt32LE(0x07064b50, 56)
  record.writeBigUInt64LE(BigInt(fields.locatorOffset), 64)
  record.writeUInt32LE(1, 72)
  return record
}
