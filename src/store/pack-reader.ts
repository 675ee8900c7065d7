/** Reads packs into the store. Whatever is damaged is dropped and named: never an error, never a wrong byte. */
import { createHash } from 'node:crypto'
import { closeSync, futimesSync, mkdirSync, writeSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasErrno } from '../errors.js'
import { ahead, decodeFrame, PackDamage, sha256Of } from './frames.js'
import { isSource, type StoredFile, sourceMtime } from './note.js'
import { directoryOf } from './pack.js'
import {
  contentsOf,
  frameCount,
  headSize,
  type PackContents,
  type PackHead,
  parseHead,
  parsePrologue,
  prologueSize,
  type Section,
  type StoredFrame,
  sectionSize,
  wheelOf,
} from './pack-format.js'
import { discard, filesOf, publish, readBytecodeNote, readWheelNote, type Store, stage } from './store.js'
import { createStoredFile } from './stored-file.js'

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

/** One for each thread of Node's pool. */
const framesInProgress = 4

/**
 * Puts into the store what a pack holds of the wanted wheels (their sha256) and of their bytecode, and the store lacks.
 * Each wheel becomes visible whole and verified; the caller gets the damaged ones elsewhere. Holds a few frames in memory.
 */
export async function readPack(store: Store, path: string, wanted: ReadonlySet<string>): Promise<UnpackedPack> {
  const file = await open(path, 'r')
  try {
    const head = await orDamage(readHead(file))
    if (head instanceof PackDamage) {
      return { contents: contentsOf([]), damaged: [{ wheel: undefined, reason: head.message }] }
    }
    const located = locate(head).filter(({ section }) => wanted.has(wheelOf(section)))
    return await unpackSections(store, file, await lacking(store, located))
  } finally {
    await file.close()
  }
}

async function readHead(file: FileHandle): Promise<PackHead> {
  const prologue = parsePrologue(await readExactly(file, 0, prologueSize))
  const { size } = await file.stat()
  if (headSize(prologue) > size) throw new PackDamage('it ends inside its table of contents')
  return parseHead(prologue, await readExactly(file, prologueSize, headSize(prologue) - prologueSize))
}

async function readExactly(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
    if (bytesRead === 0) throw new PackDamage('it ends too early')
    filled += bytesRead
  }
  return bytes
}

/** Damage as a value, so that what comes after it is still read; any other error passes. */
async function orDamage<T>(work: Promise<T>): Promise<T | PackDamage> {
  try {
    return await work
  } catch (error) {
    if (error instanceof PackDamage) return error
    throw error
  }
}

type LocatedFrame = {
  readonly frame: StoredFrame
  /** Where it starts in the pack. */
  readonly offset: number
  /** Bytes that it stands for. */
  readonly size: number
}

type LocatedSection = { readonly section: Section; readonly frames: readonly LocatedFrame[] }

/** The sections of a pack with their frames; what was left out when the pack was written is not among them. */
function locate(head: PackHead): readonly LocatedSection[] {
  let offset = head.start
  let next = 0
  const located = head.sections.map(section => {
    const count = frameCount(section, head.frameSize)
    const size = sectionSize(section)
    const frames = head.frames.slice(next, next + count).map((frame, index) => {
      const start = offset
      offset += frame.size
      return { frame, offset: start, size: Math.min(head.frameSize, size - index * head.frameSize) }
    })
    next += count
    return { section, frames }
  })
  return located.filter(({ frames }) => frames.length === 0 || frames.some(({ frame }) => frame.size > 0))
}

async function lacking(store: Store, located: readonly LocatedSection[]): Promise<readonly LocatedSection[]> {
  const notes = await Promise.all(
    located.map(({ section }) =>
      section.kind === undefined
        ? readWheelNote(store, section.note.sha256)
        : readBytecodeNote(store, section.kind, section.note.wheel),
    ),
  )
  return located.filter((_, index) => notes[index] === undefined)
}

/** Frames are read and decoded ahead, in Node's thread pool, while this thread hashes and writes files. */
async function unpackSections(
  store: Store,
  file: FileHandle,
  located: readonly LocatedSection[],
): Promise<UnpackedPack> {
  const frames = located.flatMap(section => section.frames)
  const decoded = ahead(frames, framesInProgress, frame => orDamage(readFrame(file, frame)))
  const unpacked: Section[] = []
  const damaged: PackFault[] = []
  for (const { section, frames } of located) {
    const damage = await unpackSection(store, section, frameReader(decoded, frames.length))
    if (damage === undefined) unpacked.push(section)
    else damaged.push({ wheel: wheelOf(section), reason: damage.message })
  }
  return { contents: contentsOf(unpacked), damaged }
}

async function readFrame(file: FileHandle, { frame, offset, size }: LocatedFrame): Promise<Buffer> {
  if (frame.size > size) throw new PackDamage(`a frame of ${size} bytes takes ${frame.size}`)
  const stored = await readExactly(file, offset, frame.size)
  if (sha256Of(stored) !== frame.sha256) throw new PackDamage('a frame has another digest than the pack says')
  return decodeFrame(stored, size)
}

type FrameReader = {
  /** The next bytes of the section, at most `limit`. Throws PackDamage. */
  readonly take: (limit: number) => Promise<Buffer>
  /** Passes over the frames that are left. */
  readonly drain: () => Promise<void>
}

/** The next `count` frames of a pack as one run of bytes. */
function frameReader(decoded: AsyncGenerator<Buffer | PackDamage, void>, count: number): FrameReader {
  let left = count
  let rest: Buffer = Buffer.alloc(0)
  const pull = async () => {
    left -= 1
    return (left < 0 ? undefined : (await decoded.next()).value) ?? new PackDamage('its frames end too early')
  }
  const take = async (limit: number) => {
    if (rest.length === 0) {
      const frame = await pull()
      if (frame instanceof PackDamage) throw frame
      rest = frame
    }
    const bytes = rest.subarray(0, limit)
    rest = rest.subarray(bytes.length)
    return bytes
  }
  const drain = async () => {
    while (left > 0) await pull()
  }
  return { take, drain }
}

async function unpackSection(store: Store, section: Section, reader: FrameReader): Promise<PackDamage | undefined> {
  const staged = await stage(store)
  try {
    const damage = await orDamage(writeFiles(filesOf(staged), section.note.files, reader))
    if (damage !== undefined) {
      await discard(staged)
      await reader.drain()
      return damage
    }
    await publish(staged, directoryOf(store, section), section.note)
    return undefined
  } catch (error) {
    await discard(staged)
    throw error
  }
}

async function writeFiles(root: string, files: readonly StoredFile[], reader: FrameReader): Promise<void> {
  const made = new Set<string>()
  for (const file of files) {
    const path = join(root, file.path)
    const directory = dirname(path)
    if (!made.has(directory)) mkdirSync(directory, { recursive: true })
    made.add(directory)
    await writeFile(path, file, reader)
  }
}

/** Synchronous but for waiting on a frame: for small files that is several times faster. */
async function writeFile(path: string, file: StoredFile, reader: FrameReader): Promise<void> {
  const descriptor = create(path, file)
  try {
    const hash = createHash('sha256')
    for (let left = file.size; left > 0; ) {
      const bytes = await reader.take(left)
      hash.update(bytes)
      writeAll(descriptor, bytes)
      left -= bytes.length
    }
    if (hash.digest('hex') !== file.sha256) throw new PackDamage(`\`${file.path}\` has another digest than its note`)
    if (isSource(file.path)) futimesSync(descriptor, sourceMtime(file.sha256), sourceMtime(file.sha256))
  } finally {
    closeSync(descriptor)
  }
}

/** Two paths that this file system takes for one, or a name that it does not take, are damage. */
function create(path: string, file: StoredFile): number {
  try {
    return createStoredFile(path, file.executable)
  } catch (error) {
    if (!hasErrno(error, 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ')) throw error
    throw new PackDamage(`\`${file.path}\` cannot be written here`, { cause: error })
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(descriptor, bytes, written)
}
