/** Writes sections of a pack to disk, wherever their files belong: range by range, each on any thread. */
import { closeSync, utimesSync } from 'node:fs'
import { type FilePiece, isPart } from './frame-cuts.js'
import { PackDamage } from './frames.js'
import { type StoredFile, sourceMtime } from './note.js'
import type { Section } from './pack-contents.js'
import type { LocatedFrame, LocatedSection } from './pack-format.js'
import { type Ranged, rangesOf } from './pack-ranges.js'
import {
  createWhole,
  type FrameRange,
  type FramesAnswer,
  type FrameToWrite,
  type PiecesToWrite,
} from './write-frames.js'

/** Where the bytes of a pack come from. */
export type PackSource = {
  /** Bytes. */
  readonly size: number
  /** Of a file that holds it, open in every thread; undefined where its bytes come over a network. */
  readonly descriptor: number | undefined
  /** Exactly the bytes from `start` up to `end`. */
  read(start: number, end: number): Promise<Buffer>
}

export type PackServices = {
  /** Decodes and writes in a worker thread; bytes that it is given are handed over. */
  decode(range: FrameRange): Promise<FramesAnswer>
  /** Bounds how much is read ahead of the decoding, over all packs. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Told of stored bytes that were read and decoded. */
  onBytes?(count: number): void
}

/** A section, and where its files go. */
export type Unpacking = {
  readonly section: Section
  readonly frames: readonly LocatedFrame[]
  /** Absolute; undefined for a file that is not wanted. */
  pathOf(file: StoredFile): string | undefined
  /** Frames that are not written yet. */
  left: number
  /** Why not all of it could be written. */
  damage: string | undefined
}

/** Begins to unpack a section. */
export function unpacking({ section, frames }: LocatedSection, pathOf: Unpacking['pathOf']): Unpacking {
  return { section, frames, pathOf, left: frames.length, damage: undefined }
}

export type SectionServices = {
  readonly services: PackServices
  /** Settles when it is known where files go: until then, ranges are read and wait. */
  readonly placed?: Promise<unknown>
  /** Called once for each section, when nothing more of it will be written. */
  whenWritten(item: Unpacking): Promise<void>
}

/**
 * Writes what is wanted of the sections of one pack. Ranges are read in the order of the pack; each is decoded as soon as it is
 * there. Damage is noted in the section that it concerns. What `source` throws passes, once nothing is written any more.
 */
export async function writeSections(
  items: readonly Unpacking[],
  source: PackSource,
  { services, placed, whenWritten }: SectionServices,
): Promise<void> {
  const prepared = prepareAll(items, placed)
  prepared.catch(() => undefined)
  const failed = new AbortController()
  const inTurn: PackServices['inTurn'] = work =>
    services.inTurn(async () => {
      failed.signal.throwIfAborted()
      return work()
    })
  const writing = rangesOf(framesOf(items), source.size).map(async range => {
    try {
      for (const item of await writeRange(range, source, { services: { ...services, inTurn }, prepared })) {
        await finish(item, whenWritten)
      }
    } catch (error) {
      failed.abort(error)
      throw error
    }
  })
  await Promise.allSettled(writing)
  await Promise.all(writing)
  await prepared
  for (const item of items) if (item.frames.length === 0) await finish(item, whenWritten)
}

async function prepareAll(items: readonly Unpacking[], placed: Promise<unknown> | undefined): Promise<void> {
  await placed
  for (const item of items) prepareParts(item)
}

/** Files of several frames are made beforehand: whichever frame comes first finds its file. */
function prepareParts(item: Unpacking): void {
  try {
    for (const { path, executable } of partsOf(item)) closeSync(createWhole({ path, executable }))
  } catch (error) {
    if (!(error instanceof PackDamage)) throw error
    item.damage = error.message
  }
}

/** The files that have several pieces. */
function partsOf({ frames, pathOf }: Unpacking) {
  const pieces = frames.flatMap(({ cut }) => cut.pieces).filter(piece => isPart(piece) && piece.offset === 0)
  return pieces.flatMap(({ file }) => {
    const path = pathOf(file)
    return path === undefined ? [] : [{ ...file, path }]
  })
}

type RangedFrame = Ranged<Unpacking>

/** The frames of all sections, in the order of the pack. */
function framesOf(items: readonly Unpacking[]): readonly RangedFrame[] {
  return items.flatMap(item => item.frames.map(frame => ({ item, frame })))
}

type RangeServices = { readonly services: PackServices; readonly prepared: Promise<void> }

/** Returns the sections of which this range was the last. */
async function writeRange(
  range: readonly RangedFrame[],
  source: PackSource,
  { services, prepared }: RangeServices,
): Promise<readonly Unpacking[]> {
  const start = range[0]?.frame.offset ?? 0
  const end = range.reduce((_, { frame }) => frame.offset + frame.stored.size, start)
  const { damage } = await services.inTurn(async () => {
    const { descriptor } = source
    const available = Math.min(end, source.size)
    const bytes = descriptor === undefined && start < available ? await source.read(start, available) : Buffer.alloc(0)
    await prepared
    const frames = range.map(ranged => frameToWrite(ranged, start))
    return services.decode({
      source: descriptor === undefined ? { bytes: owned(bytes) } : { descriptor, start, end },
      frames,
    })
  })
  services.onBytes?.(end - start)
  const last: Unpacking[] = []
  for (const [index, { item }] of range.entries()) {
    item.damage ??= damage[index]
    item.left -= 1
    if (item.left === 0) last.push(item)
  }
  return last
}

function frameToWrite({ item, frame: { offset, stored, cut } }: RangedFrame, start: number): FrameToWrite {
  const { size } = cut
  const wanted = item.damage === undefined ? cut.pieces : []
  const pieces = piecesToWrite(wanted, item.pathOf)
  return { at: offset - start, storedSize: stored.size, crc32: stored.crc32, size, pieces }
}

/** Bytes that are alone in their memory, so that it can be handed to another thread. */
function owned(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return isAlone ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}

/** A frame that holds a part of a file holds nothing else. */
function piecesToWrite(pieces: readonly FilePiece[], pathOf: Unpacking['pathOf']): PiecesToWrite {
  return {
    paths: pieces.map(({ file }) => pathOf(file) ?? ''),
    lengths: pieces.map(({ length }) => length),
    executables: pieces.map(({ file }) => file.executable),
    mtimes: pieces.map(({ file }) => sourceMtime(file.sha256)),
    offset: pieces.find(isPart)?.offset,
  }
}

async function finish(item: Unpacking, whenWritten: SectionServices['whenWritten']): Promise<void> {
  if (item.damage === undefined) {
    for (const { path, sha256 } of partsOf(item)) utimesSync(path, sourceMtime(sha256), sourceMtime(sha256))
  }
  await whenWritten(item)
}
