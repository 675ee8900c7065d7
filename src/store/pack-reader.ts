/** Reads packs into the store. Whatever is damaged is dropped and named: never an error, never a wrong byte. */
import { closeSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { type FilePiece, isPart } from './frame-cuts.js'
import { PackDamage } from './frames.js'
import { sourceMtime } from './note.js'
import { directoryOf } from './pack.js'
import {
  contentsOf,
  headSize,
  type LocatedFrame,
  type LocatedSection,
  type PackContents,
  parseHead,
  parsePrologue,
  prologueSize,
  type Section,
  wheelOf,
} from './pack-format.js'
import { type Ranged, rangesOf } from './pack-ranges.js'
import { discard, filesOf, publish, readBytecodeNote, readWheelNote, type Store, stage } from './store.js'
import { createWhole, type FrameRange, type FramesAnswer, type PieceToWrite } from './write-frames.js'

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

export type UnpackedPack = {
  /** What the store got; without what it had already. */
  readonly contents: PackContents
  readonly damaged: readonly PackFault[]
}

export type PackFault = {
  /** sha256 of the wheel; undefined where the table of contents is damaged, so that nothing could be taken. */
  readonly wheel: string | undefined
  readonly reason: string
}

/**
 * Puts into the store what is wanted of a pack and the store lacks. Each wheel and bytecode set becomes visible whole and
 * verified; the caller gets the damaged ones elsewhere. What `source` throws passes.
 */
export async function readPack(
  store: Store,
  source: PackSource,
  { wants, services }: { wants(section: Section): boolean; readonly services: PackServices },
): Promise<UnpackedPack> {
  const head = await readHead(source)
  if (head instanceof PackDamage) {
    return { contents: contentsOf([]), damaged: [{ wheel: undefined, reason: head.message }] }
  }
  const lacking = await lackingIn(
    store,
    head.filter(({ section }) => wants(section)),
  )
  return unpackSections(store, source, { located: lacking, services })
}

async function readHead(source: PackSource): Promise<readonly LocatedSection[] | PackDamage> {
  try {
    if (source.size < prologueSize) throw new PackDamage('it ends too early')
    const prologue = parsePrologue(await source.read(0, prologueSize))
    if (headSize(prologue) > source.size) throw new PackDamage('it ends inside its table of contents')
    return parseHead(prologue, await source.read(prologueSize, headSize(prologue)))
  } catch (error) {
    if (error instanceof PackDamage) return error
    throw error
  }
}

async function lackingIn(store: Store, located: readonly LocatedSection[]): Promise<readonly LocatedSection[]> {
  const notes = await Promise.all(
    located.map(({ section }) =>
      section.kind === undefined
        ? readWheelNote(store, section.note.sha256)
        : readBytecodeNote(store, section.kind, section.note.wheel),
    ),
  )
  return located.filter((_, index) => notes[index] === undefined)
}

/** A section on its way into the store. */
type Progress = {
  readonly section: Section
  readonly staged: string
  readonly frames: readonly LocatedFrame[]
  /** Frames that are not written yet. */
  left: number
  damage: string | undefined
}

type Unpacking = { readonly located: readonly LocatedSection[]; readonly services: PackServices }

/** Ranges are read in the order of the pack; each is decoded as soon as it is there, on any thread. */
async function unpackSections(
  store: Store,
  source: PackSource,
  { located, services }: Unpacking,
): Promise<UnpackedPack> {
  const progress = await Promise.all(
    located.map(async ({ section, frames }): Promise<Progress> => {
      return { section, frames, staged: await stage(store), left: frames.length, damage: undefined }
    }),
  )
  try {
    for (const item of progress) prepareParts(item)
    const failed = new AbortController()
    const inTurn: PackServices['inTurn'] = work =>
      services.inTurn(async () => {
        failed.signal.throwIfAborted()
        return work()
      })
    const writing = rangesOf(framesOf(progress), source.size).map(async range => {
      try {
        await writeRange(range, source, { services: { ...services, inTurn }, store })
      } catch (error) {
        failed.abort(error)
        throw error
      }
    })
    await Promise.allSettled(writing)
    await Promise.all(writing)
    for (const item of progress) if (item.left === item.frames.length) await finish(item, store)
  } catch (error) {
    await Promise.all(progress.map(({ staged }) => discard(staged)))
    throw error
  }
  return {
    contents: contentsOf(progress.filter(({ damage }) => damage === undefined).map(({ section }) => section)),
    damaged: progress.flatMap(({ section, damage }) =>
      damage === undefined ? [] : [{ wheel: wheelOf(section), reason: damage }],
    ),
  }
}

/** Files of several frames are made beforehand: whichever frame comes first finds its file. */
function prepareParts(item: Progress): void {
  try {
    for (const { path, executable } of partsOf(item)) closeSync(createWhole({ path, executable }))
  } catch (error) {
    if (!(error instanceof PackDamage)) throw error
    item.damage = error.message
  }
}

/** The first pieces of the files that have several. */
function partsOf({ frames, staged }: Progress) {
  const pieces = frames.flatMap(({ cut }) => cut.pieces).filter(piece => isPart(piece) && piece.offset === 0)
  return pieces.map(({ file }) => ({ ...file, path: join(filesOf(staged), file.path) }))
}

type RangedFrame = Ranged<Progress>

/** The frames of all sections that can be written yet, in the order of the pack. */
function framesOf(progress: readonly Progress[]): readonly RangedFrame[] {
  return progress.flatMap(item => (item.damage === undefined ? item.frames.map(frame => ({ item, frame })) : []))
}

async function writeRange(
  range: readonly RangedFrame[],
  source: PackSource,
  { services, store }: { readonly services: PackServices; readonly store: Store },
): Promise<void> {
  const start = range[0]?.frame.offset ?? 0
  const end = range.reduce((_, { frame }) => frame.offset + frame.stored.size, start)
  const frames = range.map(({ item, frame: { offset, stored, cut } }) => ({
    at: offset - start,
    storedSize: stored.size,
    sha256: stored.sha256,
    size: cut.size,
    pieces: cut.pieces.map(piece => pieceToWrite(piece, item)),
  }))
  const { damage } = await services.inTurn(async () => {
    const { descriptor } = source
    if (descriptor !== undefined) return services.decode({ source: { descriptor, start, end }, frames })
    const available = Math.min(end, source.size)
    const bytes = owned(start < available ? await source.read(start, available) : Buffer.alloc(0))
    return services.decode({ source: { bytes }, frames })
  })
  services.onBytes?.(end - start)
  for (const [index, { item }] of range.entries()) {
    item.damage ??= damage[index]
    item.left -= 1
    if (item.left === 0) await finish(item, store)
  }
}

/** Bytes that are alone in their memory, so that it can be handed to another thread. */
function owned(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return isAlone ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}

function pieceToWrite(piece: FilePiece, { staged }: Progress): PieceToWrite {
  const { file, length, offset } = piece
  return {
    path: join(filesOf(staged), file.path),
    length,
    executable: file.executable,
    mtime: isPart(piece) ? undefined : sourceMtime(file.sha256),
    offset: isPart(piece) ? offset : undefined,
  }
}

async function finish(item: Progress, store: Store): Promise<void> {
  if (item.damage !== undefined) return discard(item.staged)
  for (const { path, sha256 } of partsOf(item)) utimesSync(path, sourceMtime(sha256), sourceMtime(sha256))
  await publish(item.staged, directoryOf(store, item.section), item.section.note)
}
