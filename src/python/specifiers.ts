/** Version specifiers (PEP 440 and the PyPA page "Version specifiers"), on top of @renovatebot/pep440's versions. */
import { compare, explain, type Pep440Version, valid, validRange } from '@renovatebot/pep440'
import { usageError } from '../errors.js'

/**
 * Whether a version satisfies every clause of a specifier set such as `>=3.8, !=3.9.*`; pre-releases count as versions.
 *
 * A version that is not one (PEP 440) satisfies only `===`, and an empty set. Throws `SPECIFIER_INVALID`.
 */
export function satisfies(version: string, specifier: string): boolean {
  return clausesOf(specifier).every(text => {
    const clause = parseClause(text)
    if (clause !== undefined) return holds(version.trim(), clause)
    throw usageError(
      'SPECIFIER_INVALID',
      `\`${specifier}\` is not a version specifier: \`${text}\` is not an operator and a version`,
      'write for example `>=3.10`, `==3.11.*`, `~=3.9`',
    )
  })
}

/** Whether this is a version by PEP 440. */
export function isVersion(text: string): boolean {
  return valid(text.trim()) !== null
}

/** Whether this is a set of version specifiers with at least one clause. */
export function isSpecifier(text: string): boolean {
  const clauses = clausesOf(text)
  return clauses.length > 0 && clauses.every(clause => parseClause(clause) !== undefined)
}

/** The order of two versions (PEP 440), as a sort function wants it; both must be versions. */
export function compareVersions(left: string, right: string): number {
  const [publicLeft, localLeft] = splitLocal(left)
  const [publicRight, localRight] = splitLocal(right)
  return compare(publicLeft, publicRight) || compareLocals(localLeft, localRight)
}

/** The public version, and the segments of the local label after `+`: none where there is no label. */
function splitLocal(version: string): readonly [publicPart: string, local: readonly string[]] {
  const [publicPart = '', label] = version.trim().split('+')
  return [publicPart, label?.toLowerCase().split(/[._-]/) ?? []]
}

/** Labels segment by segment: words before numbers, and shorter ones first. The library takes `1e3` for a number. */
function compareLocals(left: readonly string[], right: readonly string[]): number {
  for (const [index, segment] of left.entries()) {
    const other = right[index]
    const difference = other === undefined ? 1 : compareSegments(segment, other)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function compareSegments(left: string, right: string): number {
  const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? 1 : -1
  const [a, b] = isLeftNumber ? [BigInt(left), BigInt(right)] : [left, right]
  return a < b ? -1 : Number(a > b)
}

function clausesOf(specifier: string): string[] {
  return specifier
    .split(',')
    .map(clause => clause.trim())
    .filter(clause => clause !== '')
}

type Clause = { readonly operator: string; readonly operand: string }

function parseClause(clause: string): Clause | undefined {
  const groups = /^(?<operator>===|~=|[=!<>]=|[<>])\s*(?<operand>\S+)$/.exec(clause)?.groups
  if (groups?.operator === undefined || groups.operand === undefined) return undefined
  const { operator, operand } = groups
  if (operator === '===') return { operator, operand }
  const isPrefix = operand.endsWith('.*')
  const isValid = isPrefix ? /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i.test(operand) : validRange(clause)
  return isValid && (!isPrefix || operator === '==' || operator === '!=') ? { operator, operand } : undefined
}

function holds(version: string, { operator, operand }: Clause): boolean {
  if (operator === '===') return version.toLowerCase() === operand.toLowerCase()
  const candidate = explain(version)
  if (candidate === null) return false
  const prefix = operand.endsWith('.*') ? operand.slice(0, -2) : undefined
  if (prefix !== undefined) return startsWith(candidate, prefix) === (operator === '==')
  const bound = explain(operand)
  if (bound === null) return false
  // A local label of the candidate counts only where the specifier names one.
  const difference = compareVersions(operand.includes('+') ? version : candidate.public, operand)
  return compares(candidate, { operator, difference }, bound)
}

type Comparison = { readonly operator: string; readonly difference: number }

function compares(candidate: Pep440Version, { operator, difference }: Comparison, bound: Pep440Version): boolean {
  switch (operator) {
    case '==':
      return difference === 0
    case '!=':
      return difference !== 0
    case '<=':
      return difference <= 0
    case '>=':
      return difference >= 0
    case '<':
      return difference < 0 && !isPrereleaseOf(candidate, bound)
    case '>':
      return difference > 0 && !isPostreleaseOf(candidate, bound)
    default:
      return difference >= 0 && startsWith(candidate, compatiblePrefix(bound))
  }
}

/** `~=2.2.post3` asks for `==2.*`. */
function compatiblePrefix(bound: Pep440Version): string {
  return `${bound.epoch}!${bound.release.slice(0, -1).join('.')}`
}

/** `3` starts with `3.0`: a release is filled up with zeros. */
function startsWith(candidate: Pep440Version, prefix: string): boolean {
  const start = explain(prefix)
  if (start === null || start.epoch !== candidate.epoch) return false
  return start.release.every((part, at) => part === (candidate.release[at] ?? 0))
}

/** `<1.0` leaves out 1.0rc1, which sorts before 1.0. */
function isPrereleaseOf(candidate: Pep440Version, bound: Pep440Version): boolean {
  const isOfBound = sameRelease(candidate, bound) && String(candidate.post) === String(bound.post)
  return candidate.is_prerelease && !bound.is_prerelease && isOfBound
}

/** `>1.0` leaves out 1.0.post1, which sorts after 1.0. */
function isPostreleaseOf(candidate: Pep440Version, bound: Pep440Version): boolean {
  const isOfBound = sameRelease(candidate, bound) && String(candidate.pre) === String(bound.pre)
  return candidate.is_postrelease && !bound.is_postrelease && !bound.is_devrelease && isOfBound
}

function sameRelease(left: Pep440Version, right: Pep440Version): boolean {
  return compare(left.base_version, right.base_version) === 0
}

/** PEP 440 equality, so that `2024.01.02` in a METADATA file is the lock's `2024.1.2`; else as text. */
export function isSameVersion(a: string, b: string): boolean {
  return a === b || (isVersion(a) && isVersion(b) && compareVersions(a, b) === 0)
}
