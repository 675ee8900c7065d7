/** Writes packs: many unpacked wheels and their bytecode as one file, which a remote cache carries. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { cutFrames, type FilePiece } from './frame-cuts.js'
import { ahead, crc32Of, encodeFrame } from './frames.js'
import { entryPointsPath, unpackedSize } from './note.js'
import { type PackContents, type Section, sectionsOf, wheelOf } from './pack-contents.js'
import { type FrameRow, formatHead, headSize } from './pack-format.js'
import { areEntryPoints, formatContents } from './pack-table.js'
import { sha256Of } from './sha256.js'
import { bytecodeDirectory, filesOf, type Store, wheelDirectory } from './store.js'

export type PackOptions = {
  /** Path of the pack, made or overwritten. */
  readonly destination: string
  /** Bytes that a frame stands for, at most 16 MiB. */
  readonly frameSize?: number
}

export type WrittenPack = {
  /** Bytes. */
  readonly size: number
  /** Files that are not what their note says: the pack is then not finished. At most one of a wheel or bytecode set. */
  readonly changed: readonly ChangedFile[]
}

export type ChangedFile = {
  /** sha256 of the wheel. */
  readonly wheel: string
  readonly path: string
}

const usualFrameSize = 2 * 1024 * 1024
/** Of zstd. The higher one saves an eighth and takes four times as long: for packs of so few bytes that nobody notices. */
const [usualLevel, smallPackLevel, smallPackBytes] = [3, 9, 8 << 20]
/** One for each thread of Node's pool. */
const framesInProgress = 4

/**
 * Identity of a pack, known before it is packed: sha256 of its sorted list of wheels and bytecode sets, lower-case hex. Where
 * that is `spoiled`, another one, on which all jobs that know of it agree.
 */
export function packDigest({ wheels, bytecode }: PackContents, spoiled: readonly string[] = []): string {
  const list = [
    ...wheels.map(note => ['wheel', note.sha256]),
    ...bytecode.map(({ kind, note }) => {
      return ['bytecode', note.wheel, kind.cacheTag, kind.magicNumber, kind.optimize, kind.invalidationMode]
    }),
  ]
  const lines = list.map(words => words.join(' ')).sort()
  let digest = sha256Of(Buffer.from(['pack 2', ...lines].join('\n')))
  while (spoiled.includes(digest)) digest = sha256Of(Buffer.from(`not ${digest}`))
  return digest
}

/**
 * Packs what the store holds, in the format of pack-format.ts. Every file is hashed while it is read: where one is not what
 * its note says there is no pack, and all such are named.
 */
export async function writePack(store: Store, contents: PackContents, options: PackOptions): Promise<WrittenPack> {
  const sections = sectionsOf(inFixedOrder(contents))
  const file = await open(options.destination, 'w')
  try {
    return await writeSections(file, store, { sections, frameSize: options.frameSize ?? usualFrameSize })
  } finally {
    await file.close()
  }
}

/** So that equal contents give equal packs. */
function inFixedOrder({ wheels, bytecode }: PackContents): PackContents {
  const order = (a: string, b: string) => (a < b ? -1 : 1)
  return {
    wheels: wheels.toSorted((a, b) => order(a.filename + a.sha256, b.filename + b.sha256)),
    bytecode: bytecode.toSorted((a, b) => order(a.note.wheel, b.note.wheel)),
  }
}

type Sections = { readonly sections: readonly Section[]; readonly frameSize: number }

/** Writes frames behind the room for the head, whose length is known beforehand, then the head. */
async function writeSections(file: FileHandle, store: Store, { sections, frameSize }: Sections): Promise<WrittenPack> {
  const level = sectionsSize(sections) > smallPackBytes ? usualLevel : smallPackLevel
  const encodePiece = async (piece: Piece) =>
    'change' in piece ? piece : { stored: await encodeFrame(piece.bytes, level) }
  const text = formatContents(sections.map(section => withEntryPoints(section, store)))
  const contents = await encodeFrame(text, level)
  const frameCount = sections.reduce((sum, { note }) => sum + cutFrames(note.files, frameSize).length, 0)
  const frames: FrameRow[] = []
  const changed: ChangedFile[] = []
  let position = headSize({ contentsSize: contents.length, frameCount })
  for await (const piece of ahead(readSections(store, { sections, frameSize }), framesInProgress, encodePiece)) {
    if ('change' in piece) changed.push(piece.change)
    if ('change' in piece || changed.length > 0) continue
    await writeAll(file, piece.stored, position)
    position += piece.stored.length
    const { stored } = piece
    frames.push({ size: stored.length, crc32: crc32Of(stored), sha256: sha256Of(stored) })
  }
  if (changed.length > 0) return { size: 0, changed }
  await writeAll(file, formatHead(contents, { frameSize, contentsLength: text.length, frames }), 0)
  await file.truncate(position)
  return { size: position, changed }
}

/** A file that changed shows when its frame is packed. */
function withEntryPoints(section: Section, store: Store): Section {
  if (section.kind !== undefined) return section
  const path = entryPointsPath(section.note)
  if (!section.note.files.some(file => file.path === path)) return section
  const descriptor = openIfPresent(join(filesOf(directoryOf(store, section)), path))
  if (descriptor === undefined) return section
  try {
    const entryPoints = readFileSync(descriptor, 'utf8')
    return areEntryPoints(entryPoints, section.note) ? { ...section, entryPoints } : section
  } finally {
    closeSync(descriptor)
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const step = await file.write(bytes, written, bytes.length - written, position + written)
    written += step.bytesWritten
  }
}

/** The bytes of one frame, or word that a section is not what its note says. */
type Piece = { readonly bytes: Buffer } | { readonly change: ChangedFile }

function sectionsSize(sections: readonly Section[]): number {
  return sections.reduce((sum, { note }) => sum + unpackedSize(note), 0)
}

/** Reads in the calling thread: the thread pool compresses meanwhile. */
function* readSections(store: Store, { sections, frameSize }: Sections): Generator<Piece, void, undefined> {
  for (const section of sections) {
    const path = yield* readSection(filesOf(directoryOf(store, section)), section, frameSize)
    if (path !== undefined) yield { change: { wheel: wheelOf(section), path } }
  }
}

/** Yields the frames of a section; returns the path of the first file that is not what the note says. */
function* readSection(
  directory: string,
  { note }: Section,
  frameSize: number,
): Generator<Piece, string | undefined, undefined> {
  const hashes = new Map<string, Hash>()
  for (const { size, pieces } of cutFrames(note.files, frameSize)) {
    const bytes = Buffer.allocUnsafe(size)
    let filled = 0
    for (const piece of pieces) {
      const { path } = piece.file
      const hash = hashes.get(path) ?? createHash('sha256')
      hashes.set(path, hash)
      const target = bytes.subarray(filled, filled + piece.length)
      if (!readPiece(join(directory, path), piece, target)) return path
      hash.update(target)
      filled += piece.length
      if (piece.offset + piece.length < piece.file.size) continue
      if (hash.digest('hex') !== piece.file.sha256) return path
      hashes.delete(path)
    }
    yield { bytes }
  }
  return undefined
}

/** False where the file is gone or has another size than its note says. */
function readPiece(path: string, { file, offset, length }: FilePiece, target: Buffer): boolean {
  const descriptor = openIfPresent(path)
  if (descriptor === undefined) return false
  try {
    if (fstatSync(descriptor).size !== file.size) return false
    let filled = 0
    while (filled < length) {
      const count = readSync(descriptor, target, filled, length - filled, offset + filled)
      if (count === 0) return false
      filled += count
    }
    return true
  } finally {
    closeSync(descriptor)
  }
}

/** Where a section lies in the store, or would. */
export function directoryOf(store: Store, section: Section): string {
  return section.kind === undefined
    ? wheelDirectory(store, section.note.sha256)
    : bytecodeDirectory(store, section.kind, section.note.wheel)
}

function openIfPresent(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES')) return undefined
    throw error
  }
}
