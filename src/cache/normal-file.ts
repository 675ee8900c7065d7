/** What counts in the files of a plan: without comments, layout, and what can never matter to this interpreter. Pure. */
import { isUserError } from '../errors.js'
import { pinnedVersion, type Requirement } from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { evaluateMarker } from '../python/markers.js'
import { redact, stripCredentials } from '../redact.js'

export type FileRole = 'requirement' | 'constraint' | 'configuration'

/** Whom a file is read for. */
export type Target = Pick<Interpreter, 'markers' | 'tags'>

/** A file of the inputs, reduced to what decides what gets installed: equal lines install the same. */
export type NormalFile = {
  readonly role: FileRole
  /** Its name or path, for the reader. */
  readonly filename: string
  readonly lines: readonly string[]
  /** True where its hashes alone decide which bytes are installed, wherever they come from. */
  readonly isHashed: boolean
  /** Distribution → version or specifier, to tell what changed; nothing is decided by it. */
  readonly versions: Readonly<Record<string, string>>
}

/** Whether a marker may hold: one that is invalid, or asks for extras or groups, cannot be decided here. */
export function mayApply(marker: string, { markers }: Target): boolean {
  return decide(marker, markers) !== false
}

/** The value of a marker; undefined where it cannot be decided. */
function decide(marker: string, markers: Target['markers']): boolean | undefined {
  if (/\b(?:extras?|dependency_groups)\b/.test(marker)) return undefined
  try {
    return evaluateMarker(marker, markers)
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

/**
 * Rows of requirements or constraints (pip's requirements file format, PEP 508). A row whose marker is false here is left
 * out. The `location` of a local wheel is to be its digest: its path says nothing about its content.
 */
export function normaliseRequirements(
  role: 'requirement' | 'constraint',
  rows: readonly Requirement[],
  target: Target,
): NormalFile {
  const decided = rows.map(row => ({ ...row, holds: row.marker === undefined || decide(row.marker, target.markers) }))
  const kept = decided.filter(({ holds }) => holds !== false)
  return {
    role,
    filename: `${role}s.txt`,
    lines: kept.map(row => lineOf(row, row.holds === true)).sort(),
    isHashed: role === 'constraint' || kept.every(({ hashes }) => Object.keys(hashes).length > 0),
    versions: joinVersions(kept.map(row => [row.name, versionOf(row)])),
  }
}

function lineOf({ name, extras, specifier, location, marker, hashes }: Requirement, isDecided: boolean): string {
  const clauses = specifier.split(',').sort()
  const digests = Object.entries(hashes).flatMap(([algorithm, list]) => list.map(digest => `${algorithm}:${digest}`))
  const place = location === undefined ? undefined : stripCredentials(location)
  return JSON.stringify([name, [...extras].sort(), clauses, place, isDecided ? '' : marker, digests.sort()])
}

function versionOf(row: Requirement): string {
  if (row.location !== undefined) return `@ ${stripCredentials(row.location)}`
  return pinnedVersion(row) ?? (row.specifier || 'any')
}

/** What configures a resolver, as it stands. */
export function normaliseConfiguration(filename: string, text: string): NormalFile {
  const counted = redact(text.replaceAll('\r\n', '\n')).trim()
  return { role: 'configuration', filename, lines: counted === '' ? [] : [counted], isHashed: true, versions: {} }
}

/** A distribution may be named more than once. */
export function joinVersions(pairs: readonly (readonly [string, string])[]): NormalFile['versions'] {
  const versions = new Map<string, string>()
  for (const [name, version] of pairs) {
    const known = versions.get(name)
    versions.set(name, known === undefined || known === version ? version : `${known}, ${version}`)
  }
  return Object.fromEntries(versions)
}
