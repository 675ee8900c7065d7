/** The end of a zip archive: end of central directory, and its zip64 form (APPNOTE 4.3.14 to 4.3.16). */
import { invalidWheel } from './invalid-wheel.js'

/** Where the central directory lies in the archive, in bytes, and how many entries it holds. */
type Directory = { readonly entries: number; readonly size: number; readonly offset: number }

type EndRecord = Directory & {
  readonly disk: number
  readonly directoryDisk: number
  readonly diskEntries: number
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1')
const locatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const endSize = 22
const locatorSize = 20
const end64Size = 56
const longestComment = 0xffff

/** How many bytes of an archive's tail hold its end records, whatever the length of the comment. */
export const tailSize = end64Size + locatorSize + endSize + longestComment

/** Finds the central directory from the last `tailSize` bytes; `WHEEL_INVALID` where the records disagree with the file. */
export function findDirectory(tail: Buffer, archiveSize: number, wheel: string): Directory {
  const at = findEnd(tail, wheel)
  const base = archiveSize - tail.length
  const end = readEnd(tail, at)
  const hasZip64 = at >= locatorSize && tail.readUInt32LE(at - locatorSize) === locatorSignature
  const record = hasZip64 ? readZip64(tail, at - locatorSize, { base, end, wheel }) : end
  if (!hasZip64 && isSaturated(end)) throw invalidWheel(wheel, 'its zip64 end record is missing')
  assertOneDisk(record, wheel)
  const recordsStart = base + (hasZip64 ? at - locatorSize - end64Size : at)
  if (record.offset + record.size !== recordsStart) {
    throw invalidWheel(
      wheel,
      `its central directory is declared as ${record.size} bytes at offset ${record.offset}, but its end record is at offset ${recordsStart}`,
    )
  }
  return { entries: record.entries, size: record.size, offset: record.offset }
}

/** Position of the end record in the tail: the last one, with a plain comment and nothing but NULs behind it. */
function findEnd(tail: Buffer, wheel: string): number {
  const at = tail.length < endSize ? -1 : tail.lastIndexOf(endSignature, tail.length - endSize)
  if (at === -1) throw invalidWheel(wheel, 'it has no zip end record, so it is truncated or no zip archive')
  const commentEnd = at + endSize + tail.readUInt16LE(at + 20)
  if (commentEnd > tail.length) throw invalidWheel(wheel, 'its archive comment is truncated')
  if (tail.subarray(commentEnd).some(byte => byte !== 0)) throw invalidWheel(wheel, 'data follows its zip end record')
  if (tail.subarray(at + endSize, commentEnd).some(byte => byte >= 1 && byte <= 8)) {
    throw invalidWheel(wheel, 'its archive comment holds zip records')
  }
  assertOnlyEnd(tail, at, { commentEnd, wheel })
  return at
}

/** A reader that looks for the end record whose comment fills the file must not find another one. */
function assertOnlyEnd(tail: Buffer, at: number, { commentEnd, wheel }: { commentEnd: number; wheel: string }): void {
  for (let other = tail.indexOf(endSignature); other < at; other = tail.indexOf(endSignature, other + 1)) {
    const otherEnd = other + endSize + tail.readUInt16LE(other + 20)
    if (otherEnd === commentEnd || otherEnd === tail.length) {
      throw invalidWheel(wheel, 'it has two zip end records, one in the comment of the other')
    }
  }
}

function readEnd(tail: Buffer, at: number): EndRecord {
  return {
    disk: tail.readUInt16LE(at + 4),
    directoryDisk: tail.readUInt16LE(at + 6),
    diskEntries: tail.readUInt16LE(at + 8),
    entries: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  }
}

function isSaturated(end: EndRecord): boolean {
  return end.entries === 0xffff || end.diskEntries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff
}

type Zip64Context = { readonly base: number; readonly end: EndRecord; readonly wheel: string }

/** Reads the zip64 record in front of the locator; every field of the plain record must agree or be saturated. */
function readZip64(tail: Buffer, locatorAt: number, { base, end, wheel }: Zip64Context): EndRecord {
  const at = locatorAt - end64Size
  if (at < 0 || tail.readUInt32LE(at) !== end64Signature || tail.readBigUInt64LE(at + 4) !== BigInt(end64Size - 12)) {
    throw invalidWheel(wheel, 'its zip64 end record is missing, misplaced or of the wrong length')
  }
  const located = tail.readBigUInt64LE(locatorAt + 8)
  const onOneDisk = tail.readUInt32LE(locatorAt + 4) === 0 && tail.readUInt32LE(locatorAt + 16) <= 1
  if (located !== BigInt(base + at) || !onOneDisk) {
    throw invalidWheel(wheel, `its zip64 locator points to offset ${located}, but the record is at ${base + at}`)
  }
  const end64 = readEnd64(tail, at)
  if (!agrees(end, end64)) throw invalidWheel(wheel, 'its zip64 end record contradicts its end record')
  return end64
}

function readEnd64(tail: Buffer, at: number): EndRecord {
  return {
    disk: tail.readUInt32LE(at + 16),
    directoryDisk: tail.readUInt32LE(at + 20),
    diskEntries: Number(tail.readBigUInt64LE(at + 24)),
    entries: Number(tail.readBigUInt64LE(at + 32)),
    size: Number(tail.readBigUInt64LE(at + 40)),
    offset: Number(tail.readBigUInt64LE(at + 48)),
  }
}

function agrees(end: EndRecord, end64: EndRecord): boolean {
  const short = (plain: number, long: number) => plain === long || plain === 0xffff
  const wide = (plain: number, long: number) => plain === long || plain === 0xffffffff
  return (
    short(end.disk, end64.disk) &&
    short(end.directoryDisk, end64.directoryDisk) &&
    short(end.diskEntries, end64.diskEntries) &&
    short(end.entries, end64.entries) &&
    wide(end.size, end64.size) &&
    wide(end.offset, end64.offset)
  )
}

function assertOneDisk(end: EndRecord, wheel: string): void {
  if (end.disk !== 0 || end.directoryDisk !== 0 || end.diskEntries !== end.entries) {
    throw invalidWheel(wheel, 'it is one part of an archive of several disks')
  }
}
