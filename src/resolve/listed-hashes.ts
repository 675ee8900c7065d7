/** The hashes that a requirements file lists, applied to what was resolved. */
import { integrityError, usageError } from '../errors.js'
import type { Lock, LockedDistribution, LockedFile } from '../plan/lock.js'
import type { Requirement } from '../plan/requirement.js'
import type { RequirementSet } from './requirement-set.js'

/**
 * The lock with only those files whose hash the requirements list, where they list any (pip's hash-checking mode): a hash that
 * the index does not know is checked when the file is read.
 * Throws UserError HASH_MISMATCH (exit 3) for a distribution that has no such file, and HASH_MISSING where hashes are
 * required and a distribution of the lock is listed without one.
 */
export function keepListedHashes(lock: Lock, { requirements, constraints, index }: RequirementSet): Lock {
  const rows = [...requirements, ...constraints]
  const listed = (name: string) => rows.filter(row => row.name === name && Object.keys(row.hashes).length > 0)
  const unlisted = lock.distributions.filter(({ name }) => listed(name).length === 0)
  if (index.requireHashes && unlisted.length > 0) {
    throw usageError(
      'HASH_MISSING',
      `hashes are required, but none is listed for ${unlisted.map(({ name, version }) => `\`${name}==${version}\``).join(', ')}`,
      'List every distribution that is installed with its hashes, for example with `uv pip compile --generate-hashes`',
    )
  }
  return { ...lock, distributions: lock.distributions.map(entry => keepListed(entry, listed(entry.name))) }
}

function keepListed(entry: LockedDistribution, rows: readonly Requirement[]): LockedDistribution {
  if (rows.length === 0) return entry
  const { archive, sdist, wheels } = entry
  const files = [...wheels, archive, sdist].filter(file => file !== undefined)
  const kept = listedFiles(files, rows)
  if (kept.size === 0) throw hashMismatch(rows, files)
  const keep = (file: LockedFile | undefined) => file && kept.get(file)
  return { ...entry, wheels: wheels.flatMap(wheel => keep(wheel) ?? []), archive: keep(archive), sdist: keep(sdist) }
}

/**
 * Those of a distribution's files that have a listed hash. Where none is known to have one, those of which no digest by
 * a listed algorithm is known: a listed hash joins them, to be checked when the file is read. By the file as it was given.
 */
export function listedFiles<File extends LockedFile>(
  files: readonly File[],
  rows: readonly Requirement[],
): ReadonlyMap<File, File> {
  const known = files.filter(file => isListed(file, rows))
  if (known.length > 0) return new Map(known.map(file => [file, file]))
  const listed = mergeHashes(rows)
  const isUnknown = ({ hashes }: File) => !Object.keys(listed).some(algorithm => algorithm in hashes)
  return new Map(files.filter(isUnknown).map(file => [file, { ...file, ...expecting(file, listed) }]))
}

type Listed = Requirement['hashes']

function mergeHashes(rows: readonly Requirement[]): Listed {
  const algorithms = new Set(rows.flatMap(({ hashes }) => Object.keys(hashes)))
  return Object.fromEntries(
    [...algorithms].map(name => [name, [...new Set(rows.flatMap(({ hashes }) => hashes[name] ?? []))]]),
  )
}

/**
 * Without the sha256 that an index claims: by it, the store would give a wheel that was never checked against the list.
 * Of several digests one is in `hashes` too, so that a reader who knows no `oneOf` refuses the file rather than trusts it.
 */
function expecting({ hashes }: LockedFile, listed: Listed): Pick<LockedFile, 'hashes' | 'oneOf'> {
  const { sha256: _, ...others } = hashes
  const several = Object.entries(listed).filter(([, digests]) => digests.length > 1)
  const first = Object.entries(listed)
    .filter(([algorithm, digests]) => digests.length === 1 || algorithm !== 'sha256')
    .map(([algorithm, [digest = '']]) => [algorithm, digest])
  return {
    hashes: { ...others, ...Object.fromEntries(first) },
    ...(several.length === 0 ? {} : { oneOf: Object.fromEntries(several) }),
  }
}

/** True when the requirement rows list the file's digest of some algorithm. */
export function isListed({ hashes }: LockedFile, rows: readonly Requirement[]): boolean {
  return Object.entries(hashes).some(([algorithm, digest]) =>
    rows.some(row => row.hashes[algorithm]?.includes(digest) === true),
  )
}

const shownHashes = 4

/** No file that was found has a hash that the requirement lists: both sides are shown. */
export function hashMismatch(rows: readonly Requirement[], files: readonly LockedFile[]) {
  const expected = rows
    .flatMap(({ hashes }) => Object.entries(hashes))
    .flatMap(([name, list]) => list.map(hex => `${name}:${hex}`))
  const found = files.map(({ filename, hashes }) => `\`${filename}\` has ${hashText(hashes)}`)
  return integrityError(
    'HASH_MISMATCH',
    `${rows.map(({ where }) => where).join(', ')}: no file of \`${rows[0]?.name}\` has a listed hash: expected ${shorten(expected)}; found ${shorten(found)}`,
    'Either the file was changed after the hashes were written, or the list is for other files: make it again from a source you trust',
  )
}

function hashText(hashes: LockedFile['hashes']): string {
  const text = Object.entries(hashes).map(([algorithm, digest]) => `${algorithm}:${digest}`)
  return text.length === 0 ? 'no hash' : text.join(', ')
}

function shorten(items: readonly string[]): string {
  const rest = items.length > shownHashes ? ` and ${items.length - shownHashes} more` : ''
  return `${items.slice(0, shownHashes).join(', ')}${rest}`
}
