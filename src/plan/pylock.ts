/** pylock.toml → Lock (PEP 751, PyPA pylock.toml specification 1.0). */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import { messageOf, usageError } from '../errors.js'
import { normalizeName } from '../wheel/filename.js'
import {
  type DocumentKind,
  fieldError,
  openDocument,
  optionalSize,
  optionalString,
  optionalTable,
  requiredString,
  strings,
  type Table,
  tables,
  valueAt,
} from './document.js'
import type { Lock, LockedDistribution, LockedFile } from './lock.js'
import { readSource, readSubdirectory } from './pylock-source.js'

/** What of a lock is wanted, and where it lies. */
export type PylockOptions = {
  /** Absolute directory of the lock file, which relative paths in it are relative to. */
  readonly directory: string
  readonly extras: readonly string[]
  readonly allExtras: boolean
  readonly groups: readonly string[]
  readonly noGroups: readonly string[]
  readonly noDev: boolean
}

/**
 * Reads a pylock.toml (PEP 751). `source` is how messages call the file.
 * Throws LOCK_INVALID, LOCK_EXTRA_UNKNOWN and LOCK_GROUP_UNKNOWN (exit code 2).
 */
export function parsePylock(text: string, source: string, options: PylockOptions): Lock {
  return readPylock(parseLockText(text, source), source, options)
}

/** The lock that a parsed pylock.toml says. Throws as `parsePylock`. */
export function readPylock(document: unknown, source: string, options: PylockOptions): Lock {
  const root = openDocument(document, kindOf(source))
  const warnings = checkLockVersion(root)
  if (valueAt(root, 'packages') === undefined) throw fieldError(root, 'packages', 'is missing')
  return {
    source,
    requiresPython: optionalString(root, 'requires-python'),
    environments: strings(root, 'environments'),
    distributions: tables(root, 'packages').map(table => readDistribution(table, options.directory)),
    extras: chooseExtras(root, options),
    dependencyGroups: chooseGroups(root, options),
    warnings,
  }
}

function kindOf(source: string): DocumentKind {
  return {
    source,
    code: 'LOCK_INVALID',
    hint: 'Make the lock again, for example with `uv export --format pylock.toml` or `pip lock`',
  }
}

/** Parses the text of a pylock.toml. Throws LOCK_INVALID (exit code 2) with the line where it is not valid TOML. */
export function parseLockText(text: string, source: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    // The parser's message goes on with an excerpt of the file, which may be anything.
    const [reason = ''] = messageOf(error).split('\n')
    throw usageError('LOCK_INVALID', `\`${source}\` is not valid TOML: ${reason}${lineOf(error)}`, kindOf(source).hint)
  }
}

function lineOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : ''
}

/** A later minor version may carry keys that are not known here: a warning. A later major one is another format. */
function checkLockVersion(root: Table): readonly string[] {
  const version = requiredString(root, 'lock-version')
  const match = /^(\d+)\.(\d+)$/.exec(version)
  if (match === null || match[1] !== '1') {
    throw fieldError(root, 'lock-version', `is \`${version}\`, but only version 1 locks can be read`)
  }
  if (match[2] === '0') return []
  return [`\`${root.kind.source}\` has lock-version ${version}; it is read as 1.0, keys added since are ignored`]
}

function chooseExtras(root: Table, options: PylockOptions): readonly string[] {
  const known = strings(root, 'extras').map(normalizeName)
  if (options.allExtras) return known
  const wanted = options.extras.map(normalizeName)
  refuseUnknown('LOCK_EXTRA_UNKNOWN', 'extra', { source: root.kind.source, wanted, known })
  return unique(wanted)
}

/** As uv: the lock's default groups and the named ones, without those that were turned off. */
function chooseGroups(root: Table, options: PylockOptions): readonly string[] {
  const defaults = strings(root, 'default-groups')
  const known = [...strings(root, 'dependency-groups'), ...defaults]
  refuseUnknown('LOCK_GROUP_UNKNOWN', 'dependency group', { source: root.kind.source, wanted: options.groups, known })
  const excluded = new Set([...options.noGroups, ...(options.noDev ? ['dev'] : [])].map(normalizeName))
  return unique([...defaults, ...options.groups]).filter(group => !excluded.has(normalizeName(group)))
}

type Choice = { readonly source: string; readonly wanted: readonly string[]; readonly known: readonly string[] }

function refuseUnknown(code: string, noun: string, { source, wanted, known }: Choice): void {
  const names = new Set(known.map(normalizeName))
  const unknown = wanted.filter(name => !names.has(normalizeName(name)))
  if (unknown.length === 0) return
  const offered = known.length === 0 ? 'it has none' : `it has ${quoteAll(unique(known))}`
  throw usageError(code, `\`${source}\` has no ${noun} ${quoteAll(unknown)}: ${offered}`)
}

function quoteAll(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ')
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}

function readDistribution(table: Table, directory: string): LockedDistribution {
  const name = normalizeName(requiredString(table, 'name'))
  const archive = optionalTable(table, 'archive')
  const sdist = optionalTable(table, 'sdist')
  const source = readSource(table, directory)
  const wheels = tables(table, 'wheels').map(wheel => readFile(wheel, directory))
  if ([source, archive, sdist ?? wheels[0]].filter(place => place !== undefined).length !== 1) {
    throw fieldError(
      table,
      'name',
      `is \`${name}\`, which must have files, or one of \`archive\`, \`directory\`, \`vcs\``,
    )
  }
  return {
    name,
    version: optionalString(table, 'version'),
    marker: optionalString(table, 'marker'),
    requiresPython: optionalString(table, 'requires-python'),
    wheels,
    sdist: sdist && readFile(sdist, directory),
    archive: archive && { ...readFile(archive, directory), ...readSubdirectory(archive) },
    source,
    requested: true,
  }
}

/** Any file of a lock: wheel, sdist or archive. A `file:` URL is a path by another spelling. */
function readFile(table: Table, directory: string): LockedFile {
  const url = optionalString(table, 'url')
  const path = optionalString(table, 'path')
  if (path === undefined && url === undefined) throw fieldError(table, 'url', 'is missing, and so is `path`')
  const local = url?.startsWith('file:') === true
  return {
    filename: readFilename(table),
    url: local ? undefined : url && checkUrl(table, url),
    path: path !== undefined ? resolve(directory, path) : local ? pathOfFileUrl(table, url) : undefined,
    size: optionalSize(table, 'size'),
    hashes: readHashes(table),
  }
}

/** Its `name`, or else the last segment of where it lies. */
function readFilename(table: Table): string {
  const path = optionalString(table, 'path')
  const segment = path === undefined ? lastUrlSegment(table) : path.split(/[\\/]/).at(-1)
  const filename = optionalString(table, 'name') ?? segment ?? ''
  if (/^(?:\.{0,2}|.*[\\/\0].*)$/s.test(filename)) throw fieldError(table, 'name', `is not a filename: \`${filename}\``)
  return filename
}

function lastUrlSegment(table: Table): string | undefined {
  try {
    return optionalString(table, 'url')
      ?.replace(/[?#].*$/s, '')
      .split('/')
      .slice(-1)
      .map(decodeURIComponent)[0]
  } catch {
    throw fieldError(table, 'url', 'has a filename with a broken `%` escape')
  }
}

function checkUrl(table: Table, url: string): string {
  if (URL.canParse(url) && /^https?:/i.test(url)) return url
  throw fieldError(table, 'url', 'is not an `http:`, `https:` or `file:` URL')
}

function pathOfFileUrl(table: Table, url: string): string {
  try {
    return fileURLToPath(url)
  } catch (error) {
    throw fieldError(table, 'url', `is not a local file: ${messageOf(error)}`)
  }
}

function readHashes(table: Table): Readonly<Record<string, string>> {
  const hashes = optionalTable(table, 'hashes')
  if (hashes === undefined || Object.keys(hashes.values).length === 0)
    throw fieldError(table, 'hashes', 'is missing or empty')
  const entries = Object.keys(hashes.values).map(algorithm => {
    const digest = requiredString(hashes, algorithm)
    if (!/^[0-9a-f]+$/i.test(digest)) throw fieldError(hashes, algorithm, `is not a hexadecimal digest: \`${digest}\``)
    return [algorithm.toLowerCase(), digest.toLowerCase()] as const
  })
  return Object.fromEntries(entries)
}
