/** Writes packs: many unpacked wheels and their bytecode as one file, which a remote cache carries. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { ahead, encodeFrame, sha256Of } from './frames.js'
import type { StoredFile } from './note.js'
import {
  contentsOf,
  formatContents,
  formatHead,
  frameCount,
  headSize,
  leftOut,
  type PackContents,
  type Section,
  type StoredFrame,
  sectionSize,
  wheelOf,
} from './pack-format.js'
import { bytecodeDirectory, filesOf, type Store, wheelDirectory } from './store.js'

export type PackOptions = {
  /** Path of the pack, made or overwritten. */
  readonly destination: string
  /** Bytes that a frame stands for, at most 16 MiB. */
  readonly frameSize?: number
}

export type WrittenPack = {
  /** What is inside: `contents` without what changed. */
  readonly contents: PackContents
  /** `packDigest` of what is inside. */
  readonly digest: string
  /** Bytes. */
  readonly size: number
  /** What was left out, and the file that is not what its note says. */
  readonly changed: readonly ChangedFile[]
}

export type ChangedFile = {
  /** sha256 of the wheel. */
  readonly wheel: string
  readonly path: string
}

const usualFrameSize = 4 * 1024 * 1024
/** One for each thread of Node's pool. */
const framesInProgress = 4

/** Identity of a pack, known before it is packed: sha256 of its sorted list of wheels and bytecode sets, lower-case hex. */
export function packDigest({ wheels, bytecode }: PackContents): string {
  const list = [
    ...wheels.map(note => ['wheel', note.sha256]),
    ...bytecode.map(({ kind, note }) => {
      return ['bytecode', note.wheel, kind.cacheTag, kind.magicNumber, kind.optimize, kind.invalidationMode]
    }),
  ]
  const lines = list.map(words => words.join(' ')).sort()
  return createHash('sha256')
    .update(['pack 1', ...lines].join('\n'))
    .digest('hex')
}

/**
 * Packs what the store holds, in the format of pack-format.ts. Every file is hashed while it is read: a wheel or bytecode
 * set that is not what its note says is left out and named, and so is the bytecode of such a wheel.
 */
export async function writePack(store: Store, contents: PackContents, options: PackOptions): Promise<WrittenPack> {
  const sections = sectionsOf(contents)
  const file = await open(options.destination, 'w')
  try {
    const { size, changed } = await writeSections(file, store, {
      sections,
      frameSize: options.frameSize ?? usualFrameSize,
    })
    const written = contentsOf(sections.filter((_, index) => !changed.has(index)))
    return { contents: written, digest: packDigest(written), size, changed: [...changed.values()] }
  } finally {
    await file.close()
  }
}

/** Wheels first, then bytecode, each in a fixed order, so that equal contents give equal packs. */
function sectionsOf({ wheels, bytecode }: PackContents): readonly Section[] {
  const order = (a: string, b: string) => (a < b ? -1 : 1)
  const first = wheels.toSorted((a, b) => order(a.filename + a.sha256, b.filename + b.sha256))
  const second = bytecode.toSorted((a, b) => order(a.note.wheel, b.note.wheel))
  return [...first.map(note => ({ kind: undefined, note })), ...second]
}

type Sections = { readonly sections: readonly Section[]; readonly frameSize: number }

/** Writes frames behind the room for the head, whose length is known beforehand, then the head. */
async function writeSections(file: FileHandle, store: Store, { sections, frameSize }: Sections) {
  const text = formatContents(sections)
  const contents = await encodeFrame(text)
  const counts = sections.map(section => frameCount(section, frameSize))
  const tables = sections.map((): StoredFrame[] => [])
  const changed = new Map<number, ChangedFile>()
  let position = headSize({ contentsSize: contents.length, frameCount: counts.reduce((sum, count) => sum + count, 0) })
  for await (const piece of ahead(readSections(store, { sections, frameSize }), framesInProgress, encodePiece)) {
    const table = tables[piece.section] ?? []
    if ('change' in piece) {
      changed.set(piece.section, piece.change)
      position -= table.splice(0).reduce((sum, frame) => sum + frame.size, 0)
    } else {
      await writeAll(file, piece.stored, position)
      position += piece.stored.length
      table.push({ size: piece.stored.length, sha256: sha256Of(piece.stored) })
    }
  }
  const frames = tables.flatMap((table, section) => (changed.has(section) ? leftOut(counts[section] ?? 0) : table))
  await writeAll(file, formatHead(contents, { frameSize, contentsLength: text.length, frames }), 0)
  await file.truncate(position)
  return { size: position, changed }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const step = await file.write(bytes, written, bytes.length - written, position + written)
    written += step.bytesWritten
  }
}

/** The bytes of one frame of a section, or word that the section is not what its note says: what came of it is void. */
type Piece =
  | { readonly section: number; readonly bytes: Buffer }
  | { readonly section: number; readonly change: ChangedFile }

async function encodePiece(piece: Piece) {
  return 'change' in piece ? piece : { section: piece.section, stored: await encodeFrame(piece.bytes) }
}

/** Reads in the calling thread: the thread pool compresses meanwhile. */
function* readSections(store: Store, { sections, frameSize }: Sections): Generator<Piece, void, undefined> {
  const changedWheels = new Map<string, ChangedFile>()
  for (const [section, content] of sections.entries()) {
    const wheel = wheelOf(content)
    const path = changedWheels.get(wheel)?.path ?? (yield* readSection(store, content, { section, frameSize }))
    if (path === undefined) continue
    const change = { wheel, path }
    if (content.kind === undefined) changedWheels.set(wheel, change)
    yield { section, change }
  }
}

/** Yields the files of a section, joined and cut; returns the path of the first that is not what the note says. */
function* readSection(
  store: Store,
  content: Section,
  { section, frameSize }: { readonly section: number; readonly frameSize: number },
): Generator<Piece, string | undefined, undefined> {
  const directory = filesOf(directoryOf(store, content))
  const cutter = frameCutter(sectionSize(content), frameSize)
  for (const file of content.note.files) {
    const isSame = yield* readFile(join(directory, file.path), { file, section, cutter })
    if (!isSame) return file.path
  }
  return undefined
}

/** Where a section lies in the store, or would. */
export function directoryOf(store: Store, section: Section): string {
  return section.kind === undefined
    ? wheelDirectory(store, section.note.sha256)
    : bytecodeDirectory(store, section.kind, section.note.wheel)
}

type FrameCutter = {
  /** Where the next bytes go: never empty while bytes are missing. */
  readonly room: () => Buffer
  /** Counts bytes in; returns the frame that they complete. */
  readonly fill: (count: number) => Buffer | undefined
}

function frameCutter(total: number, frameSize: number): FrameCutter {
  let missing = total
  let frame = Buffer.allocUnsafe(Math.min(missing, frameSize))
  let filled = 0
  const fill = (count: number) => {
    filled += count
    if (filled < frame.length) return undefined
    const full = frame
    missing -= full.length
    frame = Buffer.allocUnsafe(Math.min(missing, frameSize))
    filled = 0
    return full
  }
  return { room: () => frame.subarray(filled), fill }
}

/** Yields the frames that a file completes; returns whether it is what the note says. */
function* readFile(
  path: string,
  { file, section, cutter }: { readonly file: StoredFile; readonly section: number; readonly cutter: FrameCutter },
): Generator<Piece, boolean, undefined> {
  const descriptor = openIfPresent(path)
  if (descriptor === undefined) return false
  try {
    if (fstatSync(descriptor).size !== file.size) return false
    const hash = createHash('sha256')
    for (let left = file.size; left > 0; ) {
      const room = cutter.room()
      const count = readSync(descriptor, room, 0, Math.min(left, room.length), null)
      if (count === 0) return false
      hash.update(room.subarray(0, count))
      left -= count
      const bytes = cutter.fill(count)
      if (bytes !== undefined) yield { section, bytes }
    }
    return hash.digest('hex') === file.sha256
  } finally {
    closeSync(descriptor)
  }
}

function openIfPresent(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES')) return undefined
    throw error
  }
}
