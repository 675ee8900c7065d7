/**
 * Pack format, version 2. Integers are little-endian; digests are sha256.
 *
 *   0  6  `WCPACK`               12  4  bytes of the table of contents in the file (T)
 *   6  2  version                16  4  bytes of the table of contents, decompressed
 *   8  4  bytes a frame (F)      20  4  number of frames (N)
 *  24 32  digest of bytes 0 to 24, the table of contents and the frame table
 *  56  T  table of contents, a frame: JSON lines, two a section: what it is, then its `note.json`
 *      N × 40  frame table: bytes in the file (4), CRC-32 of those bytes (4), their digest (32)
 *      frames, in order, without gaps
 *
 * A section is a wheel or a bytecode set. frame-cuts.ts says which of its files, in the order of its note, lie in which
 * frame; a frame never holds bytes of two sections. The first line of a bytecode set is its kind, that of a wheel the text of
 * its entry_points.txt, or null: so that what a wheel puts into an environment is known before its frames are there. A frame as long as the bytes it stands for is stored as it is, a shorter
 * one is one zstd frame (RFC 8878), and none is longer. Wheels come first, bytecode after them. Another layout gets another version, and a reader
 * takes a version that it does not know for damage. Readers compare the CRC-32 of a frame: who can write to the cache can write
 * any digest, so only damage is to be found. The digests are for a reader that is given a signature of the head.
 */
import { cutFrames, type FrameCut } from './frame-cuts.js'
import { decodeFrame, PackDamage } from './frames.js'
import type { Section } from './pack-contents.js'
import { parseContents } from './pack-table.js'
import { sha256Of } from './sha256.js'

export type StoredFrame = {
  /** Bytes in the pack. */
  readonly size: number
  /** Of the bytes in the pack. */
  readonly crc32: number
}

/** As the frame table has it; the digest is of the bytes in the pack, lower-case hex. */
export type FrameRow = StoredFrame & { readonly sha256: string }

/** A frame, where it starts in the pack, and what it stands for. */
export type LocatedFrame = { readonly stored: StoredFrame; readonly offset: number; readonly cut: FrameCut }

export type LocatedSection = { readonly section: Section; readonly frames: readonly LocatedFrame[] }

export type PackPrologue = {
  readonly frameSize: number
  readonly contentsSize: number
  readonly contentsLength: number
  readonly frameCount: number
  readonly bytes: Buffer
}

const magic = 'WCPACK'
const version = 2
const digestOffset = 24
const frameRowSize = 40
/** Bounds on what a damaged or hostile prologue can make a reader allocate, in bytes. */
const largestContents = 64 * 1024 * 1024
const largestFrame = 16 * 1024 * 1024

/** Bytes of the fixed part at the start of a pack. */
export const prologueSize = 56

/** Everything before the first frame. `contents` is compressed, `contentsLength` its bytes before that. */
export function formatHead(
  contents: Buffer,
  { frameSize, contentsLength, frames }: { frameSize: number; contentsLength: number; frames: readonly FrameRow[] },
): Buffer {
  const prologue = Buffer.alloc(prologueSize)
  prologue.write(magic, 0, 'latin1')
  prologue.writeUInt16LE(version, 6)
  prologue.writeUInt32LE(frameSize, 8)
  prologue.writeUInt32LE(contents.length, 12)
  prologue.writeUInt32LE(contentsLength, 16)
  prologue.writeUInt32LE(frames.length, 20)
  const head = Buffer.concat([prologue, contents, ...frames.map(formatRow)])
  head.write(headDigest(head), digestOffset, 'hex')
  return head
}

function formatRow(frame: FrameRow): Buffer {
  const row = Buffer.alloc(frameRowSize)
  row.writeUInt32LE(frame.size, 0)
  row.writeUInt32LE(frame.crc32, 4)
  row.write(frame.sha256, 8, 'hex')
  return row
}

function headDigest(head: Buffer): string {
  return sha256Of(Buffer.concat([head.subarray(0, digestOffset), head.subarray(prologueSize)]))
}

/** Reads the first `prologueSize` bytes of a pack. Throws PackDamage. */
export function parsePrologue(bytes: Buffer): PackPrologue {
  if (bytes.toString('latin1', 0, magic.length) !== magic) throw new PackDamage('it is not a pack')
  const found = bytes.readUInt16LE(6)
  if (found !== version) throw new PackDamage(`it has format version ${found}, expected ${version}`)
  const prologue = {
    frameSize: bytes.readUInt32LE(8),
    contentsSize: bytes.readUInt32LE(12),
    contentsLength: bytes.readUInt32LE(16),
    frameCount: bytes.readUInt32LE(20),
    bytes,
  }
  const isSane =
    prologue.frameSize > 0 &&
    prologue.frameSize <= largestFrame &&
    prologue.contentsLength <= largestContents &&
    headSize(prologue) <= largestContents
  if (!isSane) throw new PackDamage('its first bytes make no sense')
  return prologue
}

/** Bytes before the first frame. */
export function headSize({ contentsSize, frameCount }: Pick<PackPrologue, 'contentsSize' | 'frameCount'>): number {
  return prologueSize + contentsSize + frameCount * frameRowSize
}

/** Reads the rest of the head: what is in the pack, and where. Throws PackDamage. */
export function parseHead(prologue: PackPrologue, rest: Buffer): readonly LocatedSection[] {
  const head = Buffer.concat([prologue.bytes, rest])
  if (headDigest(head) !== head.toString('hex', digestOffset, prologueSize)) {
    throw new PackDamage('its table of contents has another digest than the pack says')
  }
  const contents = decodeFrame(rest.subarray(0, prologue.contentsSize), prologue.contentsLength)
  const sections = parseContents(contents.toString('utf8'))
  return locateFrames(sections, parseRows(rest.subarray(prologue.contentsSize)), prologue)
}

function locateFrames(
  sections: readonly Section[],
  rows: readonly StoredFrame[],
  prologue: PackPrologue,
): readonly LocatedSection[] {
  const { frameSize } = prologue
  const files = sections.flatMap(({ note }) => note.files)
  const isTooMuch = files.reduce((sum, { size }) => sum + Math.floor(size / frameSize), 0) > rows.length
  const cuts = isTooMuch ? [] : sections.map(({ note }) => cutFrames(note.files, frameSize))
  const expected = cuts.reduce((sum, { length }) => sum + length, 0)
  if (isTooMuch || expected !== rows.length) throw new PackDamage(`it has ${rows.length} frames, which is not right`)
  let offset = headSize(prologue)
  const left = rows.values()
  return sections.map((section, index) => {
    const frames = (cuts[index] ?? []).map(cut => {
      const stored = left.next().value ?? { size: 0, crc32: 0 }
      // What is read into memory at a time is bounded by this.
      if (stored.size > cut.size) throw new PackDamage('a frame is longer than what it stands for')
      offset += stored.size
      return { stored, offset: offset - stored.size, cut }
    })
    return { section, frames }
  })
}

function parseRows(table: Buffer): readonly StoredFrame[] {
  return Array.from({ length: table.length / frameRowSize }, (_, index) => {
    const start = index * frameRowSize
    return { size: table.readUInt32LE(start), crc32: table.readUInt32LE(start + 4) }
  })
}
