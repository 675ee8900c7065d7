/** Unpacks a verified wheel into the store: read its metadata, split its entries over the workers, publish. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { integrityError } from '../errors.js'
import { compareVersions } from '../python/specifiers.js'
import type { StoredFile, WheelNote } from '../store/note.js'
import { discard, filesOf, publish, type Store, stage, wheelDirectory } from '../store/store.js'
import { findDistInfo, type Metadata, parseMetadata, parseWheelFile } from '../wheel/dist-info.js'
import { normalizeName, parseWheelFilename, type WheelFilename } from '../wheel/filename.js'
import { placeEntry, type WheelLayout } from '../wheel/placement.js'
import { parseRecord, recordHash } from '../wheel/record.js'
import { type ArchiveSource, entryDataOffset, inflateEntry, readEntries, type ZipEntry } from '../wheel/zip.js'
import type { WorkerPool } from '../workers/pool.js'
import { openArchive } from './archive.js'

/** A wheel file whose digest has been verified. */
export type WheelArchive = {
  readonly path: string
  readonly filename: string
  /** Lower-case hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

export type Unpacked = {
  readonly note: WheelNote
  /** What is wrong with the wheel without making it unusable: RECORD rows that do not fit. */
  readonly warnings: readonly string[]
  /** Milliseconds of work, added up over the threads. */
  readonly busyMs: number
}

/** One task holds at most this much, so that a wheel spreads over all threads and each thread's memory stays small. */
const taskBytes = 4 << 20
const taskEntries = 256

/**
 * Unpacks a wheel into the store, in parallel within the wheel.
 * Throws UserError WHEEL_INVALID (exit 3) for an archive that is refused; the store is then unchanged.
 */
export async function unpackWheel(
  archive: WheelArchive,
  { store, pool }: { readonly store: Store; readonly pool: WorkerPool },
): Promise<Unpacked> {
  const contents = readContents(archive)
  const staged = await stage(store)
  try {
    const destination = filesOf(staged)
    makeFolders(destination, contents.entries)
    const tasks = splitEntries(contents.entries)
    const answers = await settleAll(
      tasks.map(entries =>
        pool.run({ kind: 'unpack', wheel: archive.filename, archive: archive.path, entries, destination }),
      ),
    )
    const files = answers.flatMap(answer => answer.files).sort((a, b) => (a.path < b.path ? -1 : 1))
    const note = { ...contents.identity, files }
    await publish(staged, wheelDirectory(store, archive.sha256), note)
    const busyMs = answers.reduce((total, answer) => total + answer.busyMs, 0)
    return { note, warnings: compareWithRecord(files, contents, archive.filename), busyMs }
  } catch (error) {
    await discard(staged)
    throw error
  }
}

/** Waits for all before the first failure is thrown, so that nothing writes into a directory that is being removed. */
async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}

type Contents = {
  readonly entries: readonly ZipEntry[]
  readonly identity: Omit<WheelNote, 'files'>
  readonly record: string
}

/** Everything that can refuse a wheel before one byte of it is written. */
function readContents(archive: WheelArchive): Contents {
  const source = openArchive(archive.path)
  try {
    const all = readEntries(source, archive.filename)
    for (const entry of all) if (entry.isDirectory) readEntry(source, entry, archive.filename)
    const entries = all.filter(entry => !entry.isDirectory)
    const filename = parseWheelFilename(archive.filename)
    const distInfo = findDistInfo(
      entries.map(entry => entry.path),
      filename,
    )
    const text = (name: string): string => readText(source, entries, { path: `${distInfo}/${name}`, archive })
    const { rootIsPurelib } = parseWheelFile(text('WHEEL'), archive.filename)
    const metadata = parseMetadata(text('METADATA'), archive.filename)
    checkIdentity(metadata, filename)
    checkPlaces(entries, { distInfo, rootIsPurelib }, archive.filename)
    const identity = {
      sha256: archive.sha256,
      filename: archive.filename,
      size: archive.size,
      name: filename.name,
      version: metadata.version,
      distInfo,
      rootIsPurelib,
      requires: requiredNames(metadata.requiresDist),
    }
    return { entries, identity, record: text('RECORD') }
  } finally {
    source.close()
  }
}

/**
 * The filename promises what METADATA says; only a local version may be missing on one side (PEP 440, as uv).
 * Throws UserError WHEEL_INVALID (exit 3).
 */
export function checkIdentity(metadata: Pick<Metadata, 'name' | 'version'>, filename: WheelFilename): void {
  const publicPart = (version: string): string => version.replace(/\+.*/, '')
  const sameVersion =
    compareVersions(publicPart(metadata.version), publicPart(filename.version)) === 0 &&
    (!(metadata.version.includes('+') && filename.version.includes('+')) ||
      compareVersions(metadata.version, filename.version) === 0)
  if (normalizeName(metadata.name) === filename.name && sameVersion) return
  throw integrityError(
    'WHEEL_INVALID',
    `\`${filename.filename}\` holds \`${metadata.name}\` ${metadata.version} by its METADATA, not what its filename says`,
    'the file was renamed or built wrongly: get it again, or report it to its maintainers',
  )
}

/** Two entries on one path would overwrite each other in an order that no one chose. */
function checkPlaces(entries: readonly ZipEntry[], layout: WheelLayout, wheel: string): void {
  const places = new Set<string>()
  for (const { path } of entries) {
    const { scheme, path: inScheme } = placeEntry(path, layout, wheel)
    const place = `${scheme === 'platlib' ? 'purelib' : scheme}/${inScheme}`
    if (places.has(place)) throw integrityError('WHEEL_INVALID', `\`${wheel}\` has two files for \`${inScheme}\``)
    places.add(place)
  }
}

function readText(
  source: ArchiveSource,
  entries: readonly ZipEntry[],
  { path, archive }: { readonly path: string; readonly archive: WheelArchive },
): string {
  const entry = entries.find(candidate => candidate.path === path)
  if (entry === undefined) throw integrityError('WHEEL_INVALID', `\`${archive.filename}\` has no \`${path}\``)
  const content = readEntry(source, entry, archive.filename)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    throw integrityError('WHEEL_INVALID', `\`${archive.filename}\`: \`${path}\` is not UTF-8`)
  }
}

/** The content of an entry, its local header compared with the central one; of a directory that is nothing. */
function readEntry(source: ArchiveSource, entry: ZipEntry, wheel: string): Buffer {
  return inflateEntry(entry, source.read(entryDataOffset(source, entry, wheel), entry.compressedSize), wheel)
}

/** Names of `Requires-Dist` values that no extra guards. */
function requiredNames(requiresDist: readonly string[]): string[] {
  const plain = requiresDist.filter(requirement => !/;.*\bextra\b/.test(requirement))
  const names = plain.map(requirement => normalizeName(/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? ''))
  return [...new Set(names)].filter(name => name !== '').sort()
}

function makeFolders(destination: string, entries: readonly ZipEntry[]): void {
  const folders = new Set(entries.map(entry => dirname(entry.path)))
  for (const folder of [...folders].sort()) mkdirSync(join(destination, folder), { recursive: true })
}

function splitEntries(entries: readonly ZipEntry[]): ZipEntry[][] {
  const tasks: ZipEntry[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    const last = tasks.at(-1)
    if (last === undefined || bytes + entry.size > taskBytes || last.length >= taskEntries) {
      tasks.push([entry])
      bytes = entry.size
    } else {
      last.push(entry)
      bytes += entry.size
    }
  }
  return tasks
}

/** RECORD is healed when it is written into an environment; here the reader learns that it was wrong. */
function compareWithRecord(files: readonly StoredFile[], { record, identity }: Contents, wheel: string): string[] {
  const rows = new Map(parseRecord(record, wheel).map(row => [row.path.replace(/^\.\//, ''), row]))
  const exempt = new Set(['RECORD', 'RECORD.jws', 'RECORD.p7s'].map(name => `${identity.distInfo}/${name}`))
  const warnings: string[] = []
  for (const file of files) {
    const row = rows.get(file.path)
    rows.delete(file.path)
    if (exempt.has(file.path)) continue
    if (row === undefined) warnings.push(`\`${wheel}\`: RECORD does not list \`${file.path}\``)
    else if (row.hash.startsWith('sha256=') && row.hash !== recordHash(file.sha256)) {
      warnings.push(`\`${wheel}\`: RECORD gives another hash for \`${file.path}\``)
    }
  }
  for (const path of rows.keys()) {
    if (!exempt.has(path)) warnings.push(`\`${wheel}\`: RECORD lists \`${path}\`, which the wheel lacks`)
  }
  return warnings
}
