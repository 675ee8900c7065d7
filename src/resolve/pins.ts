/** Requirements that are exact already: their files are listed, nothing is resolved. */
import { mapBounded } from '../concurrency.js'
import { hasErrno, isUserError, UserError, usageError } from '../errors.js'
import type { Lock, LockedDistribution, LockedFile } from '../plan/lock.js'
import {
  filenameOf,
  fragmentHashes,
  pinnedVersion,
  type Requirement,
  type SourceRequirement,
} from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { evaluateMarker } from '../python/markers.js'
import { compareVersions, isVersion, satisfies } from '../python/specifiers.js'
import { redact } from '../redact.js'
import { normalizeName, parseWheelFilename } from '../wheel/filename.js'
import { type ListedFile, listed } from './find-links.js'
import { allowsFile } from './format-control.js'
import { hashMismatch, isListed, listedFiles } from './listed-hashes.js'
import type { RequirementSet } from './requirement-set.js'
import type { ResolveServices } from './services.js'

/** Index requests at a time. */
const parallelRequests = 16

export type PinContext = {
  readonly set: RequirementSet
  readonly interpreter: Interpreter
  /** What `--find-links` offers. */
  readonly links: readonly ListedFile[]
  readonly services: Pick<ResolveServices, 'listIndexFiles' | 'digestFile'>
}

/** True when every requirement names one version or one wheel, and no constraint says otherwise. */
export function isPinned({ requirements, constraints }: RequirementSet): boolean {
  return requirements.every(requirement => {
    if (requirement.location !== undefined) return constraints.every(({ name }) => name !== requirement.name)
    const version = pinnedVersion(requirement)
    return version !== undefined && constraints.every(constraint => allows(constraint, requirement.name, version))
  })
}

function allows({ name, specifier, location }: Requirement, pinnedName: string, version: string): boolean {
  return name !== pinnedName || (location === undefined && satisfies(version, specifier))
}

/**
 * The sources whose markers hold for the interpreter. Throws UserError HASH_MISSING where hashes are required and one has
 * none: a tree and a repository never have.
 */
export function applicableSources(
  { sources, index }: RequirementSet,
  { markers }: Interpreter,
): readonly SourceRequirement[] {
  const here = sources.filter(({ marker }) => marker === undefined || evaluateMarker(marker, markers))
  const unhashed = here.filter(({ hashes }) => Object.keys(hashes).length === 0)
  if (!index.requireHashes || unhashed.length === 0) return here
  throw usageError(
    'HASH_MISSING',
    `hashes are required, but ${unhashed.map(({ text, where }) => `\`${redact(text)}\` (${where})`).join(', ')} has none`,
    'Name an archive with its `--hash`; directories and repositories cannot be checked by a hash',
  )
}

/** The requirements whose markers hold for the interpreter. */
export function applicable({ requirements }: RequirementSet, { markers }: Interpreter): readonly Requirement[] {
  return requirements.filter(({ marker }) => marker === undefined || evaluateMarker(marker, markers))
}

/**
 * Locks pinned requirements, each with every file that `--find-links` and the index offer for it and, where hashes are
 * listed, has one of them. Local files are hashed here: their digest is how the store knows them.
 * Throws UserError DISTRIBUTION_NOT_FOUND naming all that have no file, and HASH_MISMATCH (exit 3).
 */
export async function lockPins(context: PinContext): Promise<Lock> {
  const pins = mergePins(applicable(context.set, context.interpreter))
  const locked = await mapBounded(pins, parallelRequests, rows => lockPin(rows, context))
  const missing = pins.filter((_, index) => locked[index] === undefined)
  if (missing.length > 0) throw notFound(missing, context)
  return {
    source: 'the pinned requirements',
    requiresPython: undefined,
    environments: [],
    distributions: locked.filter(entry => entry !== undefined),
    extras: [],
    dependencyGroups: [],
    warnings: [],
  }
}

/** One or more rows of one distribution; the same pin may be named twice, with other extras or hashes. */
type Pin = readonly [Requirement, ...Requirement[]]

function mergePins(requirements: readonly Requirement[]): readonly Pin[] {
  const pins = new Map<string, Pin>()
  for (const row of requirements) {
    const key = `${row.name} ${row.location ?? pinnedVersion(row)}`
    const known = pins.get(key)
    pins.set(key, known === undefined ? [row] : [...known, row])
  }
  return [...pins.values()]
}

async function lockPin(rows: Pin, context: PinContext): Promise<LockedDistribution | undefined> {
  const [{ location }] = rows
  if (location !== undefined) return lockLocation(rows, location, context)
  const offered = await listOffered(rows, context)
  if (offered.length === 0) return undefined
  const hashed = rows.filter(row => Object.keys(row.hashes).length > 0)
  const files = hashed.length === 0 ? offered : [...listedFiles(offered, hashed).values()]
  const rank = ({ fits }: Offered) => Number(fits)
  const [best] = files.toSorted((a, b) => rank(b) - rank(a) || compareVersions(b.version, a.version))
  if (best === undefined) throw hashMismatch(hashed, offered)
  return distribution(
    rows[0].name,
    best.version,
    files.filter(({ version }) => version === best.version),
  )
}

type Offered = ListedFile & {
  readonly version: string
  /** True for a source archive, and for a wheel that the interpreter can install. */
  readonly fits: boolean
}

/** As pip, local files and the index count alike; where hashes are listed, a local file that has one is enough. */
async function listOffered(rows: Pin, context: PinContext): Promise<readonly Offered[]> {
  const { links, services, set } = context
  const local = await Promise.all(matching(rows, links, context).map(offered => withDigest(offered, services)))
  const isEnough = local.some(file => file.fits && file.filename.endsWith('.whl') && isListed(file, rows))
  if (isEnough || set.index.noIndex || set.index.offline) return local
  const listing = await services.listIndexFiles(rows[0].name, set.index)
  return [...local, ...matching(rows, listing.map(listed), context)]
}

/** Files of the pinned version that their index offers to this Python; wheels of any tags, so that a message can name them. */
function matching([row]: Pin, files: readonly ListedFile[], { interpreter, set }: PinContext): readonly Offered[] {
  const python = interpreter.markers.python_full_version ?? interpreter.version
  const tags = new Set(interpreter.tags)
  return files.flatMap(file => {
    const named = nameFile(file.filename)
    if (named?.name !== row.name || !isVersion(named.version) || !satisfies(named.version, row.specifier)) return []
    if (file.requiresPython !== undefined && !satisfies(python, file.requiresPython)) return []
    if (!allowsFile(row.name, file.filename, set.resolverOptions)) return []
    const fits = named.tags === undefined || named.tags.some(tag => tags.has(tag))
    return [{ ...file, version: named.version, fits }]
  })
}

type NamedFile = { readonly name: string; readonly version: string; readonly tags: readonly string[] | undefined }

/** What a filename says; undefined for one that an index may well list, but nobody can install. */
function nameFile(filename: string): NamedFile | undefined {
  if (filename.endsWith('.whl')) return nameWheel(filename)
  const stem = /^(.*)\.(?:tar\.gz|zip)$/.exec(filename)?.[1]
  const version = stem?.slice(stem.lastIndexOf('-') + 1)
  if (stem === undefined || version === undefined) return undefined
  return { name: normalizeName(stem.slice(0, -version.length - 1)), version, tags: undefined }
}

function nameWheel(filename: string): NamedFile | undefined {
  try {
    return parseWheelFilename(filename)
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

async function withDigest(file: Offered, services: PinContext['services']): Promise<Offered> {
  if (file.path === undefined || 'sha256' in file.hashes) return file
  return { ...file, hashes: { ...file.hashes, sha256: await services.digestFile(file.path) } }
}

/** A wheel by its path or URL; the hash of a URL is its `#sha256=…` fragment or a listed one. */
async function lockLocation(rows: Pin, location: string, { services }: PinContext): Promise<LockedDistribution> {
  const [{ name, where }] = rows
  const file = /^https?:/i.test(location) ? remoteFile(location) : await localFile(location, services, where)
  const hashed = rows.filter(row => Object.keys(row.hashes).length > 0)
  const archive = hashed.length === 0 ? file : listedFiles([file], hashed).get(file)
  if (archive === undefined) throw hashMismatch(hashed, [file])
  const { version } = parseWheelFilename(file.filename)
  return { ...distribution(name, version, []), archive }
}

function remoteFile(location: string): LockedFile {
  const [url = ''] = location.split('#', 1)
  const hashes = Object.entries(fragmentHashes(location)).map(([algorithm, [digest = '']]) => [algorithm, digest])
  return { filename: filenameOf(url), url, path: undefined, size: undefined, hashes: Object.fromEntries(hashes) }
}

async function localFile(path: string, services: PinContext['services'], where: string): Promise<LockedFile> {
  const sha256 = await services.digestFile(path).catch((error: unknown) => {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) throw error
    throw usageError('REQUIREMENTS_FILE_NOT_FOUND', `${where}: \`${path}\` does not exist or cannot be read`)
  })
  return { filename: filenameOf(path), url: undefined, path, size: undefined, hashes: { sha256 } }
}

function distribution(name: string, version: string, files: readonly Offered[]): LockedDistribution {
  const locked = files.map(({ requiresPython: _, version: _version, fits: _fits, ...file }) => file)
  return {
    name,
    version,
    marker: undefined,
    requiresPython: undefined,
    wheels: locked.filter(({ filename }) => filename.endsWith('.whl')),
    sdist: locked.find(({ filename }) => !filename.endsWith('.whl')),
    archive: undefined,
    source: undefined,
    requested: true,
  }
}

function notFound(missing: readonly Pin[], { set, interpreter }: PinContext): UserError {
  const { index } = set
  const pins = missing.map(([{ name, specifier, where }]) => `\`${name}${specifier}\` (${where})`)
  const places = index.noIndex || index.offline ? 'in `--find-links`' : 'in `--find-links` and the index'
  return new UserError(
    'DISTRIBUTION_NOT_FOUND',
    `no file for Python ${interpreter.version} on this platform was found ${places} for ${pins.join(', ')}`,
    { hint: 'Check the name and the version, the Python, and the index or directory that should have it' },
  )
}
