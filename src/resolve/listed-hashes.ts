/** The hashes that a requirements file lists, applied to what was resolved. */
import { integrityError, usageError } from '../errors.js'
import type { Lock, LockedDistribution, LockedFile } from '../plan/lock.js'
import type { Requirement } from '../plan/requirement.js'
import type { RequirementSet } from './requirement-set.js'

/**
 * The lock with only those files whose hash the requirements list, where they list any (pip's hash-checking mode).
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
  const keep = (file: LockedFile) => isListed(file, rows)
  const { archive, sdist, wheels } = entry
  const files = [...wheels, archive, sdist].filter(file => file !== undefined)
  if (!files.some(keep)) throw hashMismatch(rows, files)
  return {
    ...entry,
    wheels: wheels.filter(keep),
    archive: archive && keep(archive) ? archive : undefined,
    sdist: sdist && keep(sdist) ? sdist : undefined,
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
