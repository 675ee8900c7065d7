/** What a wheel file says about itself, read and judged before one byte of it is written. */
import { compareVersions, isVersion } from '../python/specifiers.js'
import type { WheelNote } from '../store/note.js'
import {
  findDistInfo,
  type Metadata,
  parseEntryPoints,
  parseMetadata,
  parseWheelFile,
  wheelVersionWarning,
} from '../wheel/dist-info.js'
import { normalizeName, parseWheelFilename, type WheelFilename } from '../wheel/filename.js'
import { invalidWheel, quoted } from '../wheel/invalid-wheel.js'
import { largestMetadata, mostEntries } from '../wheel/limits.js'
import { findClash } from '../wheel/path-clash.js'
import { placeEntry, type WheelLayout } from '../wheel/placement.js'
import { type FoldingSystem, foldPath, windowsFault } from '../wheel/portable-path.js'
import { type ArchiveSource, readEntries, readEntry, type ZipEntry } from '../wheel/zip.js'
import { assertScriptNames } from './scripts.js'

/** A wheel file whose digest has been verified. */
export type WheelArchive = {
  readonly path: string
  readonly filename: string
  /** Lower-case hex. */
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

export type WheelContents = {
  /** Files only. */
  readonly entries: readonly ZipEntry[]
  readonly identity: Omit<WheelNote, 'files'>
  /** The text of RECORD. */
  readonly record: string
  readonly warnings: readonly string[]
}

/**
 * Reads the central directory and the `.dist-info` of a wheel. `os` is the system that the files are for: macOS and
 * Windows take fewer names, and some for equal; undefined where neither matters.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for all that refuses a wheel.
 */
export function readContents(source: ArchiveSource, archive: WheelArchive, os?: FoldingSystem): WheelContents {
  const wheel = archive.filename
  const filename = parseWheelFilename(wheel)
  const all = readEntries(source, wheel)
  // Directories hold nothing: this compares their local headers with the central ones.
  for (const entry of all) if (entry.isDirectory) readEntry(source, entry, wheel)
  const entries = all.filter(entry => !entry.isDirectory)
  const distInfo = findDistInfo(
    entries.map(entry => entry.path),
    filename,
  )
  const files = new Map(entries.map(entry => [entry.path, entry]))
  const read = (name: MetadataName): Buffer => {
    const entry = files.get(`${distInfo}/${name}`)
    if (entry === undefined) throw invalidWheel(wheel, `it has no ${quoted(`${distInfo}/${name}`)}`)
    return readMetadataFile(source, entry, { name, wheel })
  }
  const text = (name: MetadataName): string => decode(read(name), `${distInfo}/${name}`, wheel)
  const wheelFile = parseWheelFile(text('WHEEL'), wheel)
  const metadata = parseMetadata(text('METADATA'), wheel)
  checkIdentity(metadata, filename)
  checkPlaces(entries, { layout: { distInfo, rootIsPurelib: wheelFile.rootIsPurelib }, wheel, os })
  if (files.has(`${distInfo}/entry_points.txt`)) {
    assertScriptNames(parseEntryPoints(text('entry_points.txt'), wheel), wheel)
  }
  const identity = {
    ...{ sha256: archive.sha256, filename: wheel, size: archive.size, distInfo },
    ...{ name: filename.name, version: metadata.version, rootIsPurelib: wheelFile.rootIsPurelib },
    requires: requiredNames(metadata.requiresDist),
  }
  const record = decodeLoosely(read('RECORD'))
  const versionWarning = wheelVersionWarning(wheelFile, wheel)
  const warnings = [
    ...(versionWarning === undefined ? [] : [versionWarning]),
    ...(record.isUtf8 ? [] : [`\`${wheel}\`: RECORD is not UTF-8`]),
  ]
  return { entries, identity, record: record.text, warnings }
}

type MetadataName = keyof typeof largestMetadata

/** The content of a file that is held in memory, so it must be small in the archive too. */
function readMetadataFile(
  source: ArchiveSource,
  entry: ZipEntry,
  { name, wheel }: { readonly name: MetadataName; readonly wheel: string },
): Buffer {
  const size = Math.max(entry.size, entry.compressedSize)
  if (size > largestMetadata[name]) {
    throw invalidWheel(
      wheel,
      `entry ${quoted(entry.path)}: it has ${size} bytes; expected at most ${largestMetadata[name]}`,
    )
  }
  return readEntry(source, entry, wheel)
}

function decode(content: Buffer, path: string, wheel: string): string {
  const { text, isUtf8 } = decodeLoosely(content)
  if (!isUtf8) throw invalidWheel(wheel, `entry ${quoted(path)}: it is not UTF-8`)
  return text
}

function decodeLoosely(content: Buffer): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), isUtf8: true }
  } catch {
    return { text: content.toString('utf8'), isUtf8: false }
  }
}

/**
 * The filename promises what METADATA says, and both a version; only a local version may be missing on one side (PEP 440, as uv).
 * Throws UserError WHEEL_INVALID (exit 3).
 */
export function checkIdentity(metadata: Pick<Metadata, 'name' | 'version'>, filename: WheelFilename): void {
  for (const version of [metadata.version, filename.version]) {
    if (!isVersion(version)) throw invalidWheel(filename.filename, `${quoted(version)} is not a version (PEP 440)`)
  }
  const publicPart = (version: string): string => version.replace(/\+.*/, '')
  const sameVersion =
    compareVersions(publicPart(metadata.version), publicPart(filename.version)) === 0 &&
    (!(metadata.version.includes('+') && filename.version.includes('+')) ||
      compareVersions(metadata.version, filename.version) === 0)
  if (normalizeName(metadata.name) === filename.name && sameVersion) return
  throw invalidWheel(
    filename.filename,
    `its METADATA says ${quoted(metadata.name)} ${quoted(metadata.version)}, not what its filename says`,
  )
}

type PlaceContext = {
  readonly layout: WheelLayout
  readonly wheel: string
  readonly os: FoldingSystem | undefined
}

/** Two entries for one place would overwrite each other in an order that no one chose. */
function checkPlaces(entries: readonly ZipEntry[], { layout, wheel, os }: PlaceContext): void {
  const places = entries.map(({ path }) => {
    const fault = os === 'win32' ? windowsFault(path) : undefined
    if (fault !== undefined) throw invalidWheel(wheel, `entry ${quoted(path)}: its path ${fault}, as Windows forbids`)
    const { scheme, path: inScheme } = placeEntry(path, layout, wheel)
    // In a virtual environment, both libraries are one directory.
    return `${scheme === 'platlib' ? 'purelib' : scheme}/${inScheme}`
  })
  const clash = findClash(os === undefined ? places : places.map(foldPath), new Set(), mostEntries)
  if (clash === undefined) return
  if (clash.kind === 'too many folders') throw invalidWheel(wheel, `its files need more than ${mostEntries} folders`)
  const path = quoted(clash.path.slice(clash.path.indexOf('/') + 1))
  const what = clash.kind === 'same' ? `two files for ${path}` : `${path} as a file and as a directory`
  throw invalidWheel(wheel, os === undefined ? `it has ${what}` : `it has ${what}, in names that this system equates`)
}

/** Names of `Requires-Dist` values that no extra guards. */
function requiredNames(requiresDist: readonly string[]): string[] {
  const plain = requiresDist.filter(requirement => !/;.*\bextra\b/.test(requirement))
  const names = plain.map(requirement => normalizeName(/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? ''))
  return [...new Set(names)].filter(name => name !== '').sort()
}
