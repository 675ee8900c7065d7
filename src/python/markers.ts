/** Environment markers (PEP 508, PyPA page "Dependency specifiers") with the sets that lock files add (PEP 751). */
import { usageError } from '../errors.js'
import type { MarkerEnvironment } from './interpreter.js'
import { isSpecifier, isVersion, satisfies } from './specifiers.js'

/** What is asked for: values of `extra`, `extras` and `dependency_groups`. */
export type MarkerSets = { readonly extras: readonly string[]; readonly dependencyGroups: readonly string[] }

/**
 * Whether a marker holds in an environment; without `sets` no extra and no group is asked for.
 *
 * Throws `MARKER_INVALID`, naming the marker and the position, for a syntax error, an unknown variable, or an operator
 * that its operands do not have.
 */
export function evaluateMarker(
  marker: string,
  environment: MarkerEnvironment,
  sets: MarkerSets = { extras: [], dependencyGroups: [] },
): boolean {
  const reader: Reader = { marker, tokens: tokenize(marker), next: 0, depth: 0, environment, sets }
  const result = readAlternatives(reader)
  if (peek(reader).kind !== 'end') invalid(marker, peek(reader).position, 'expected `and`, `or` or the end')
  return result
}

type Token = {
  readonly kind: 'literal' | 'operator' | 'paren' | 'word' | 'end'
  readonly text: string
  readonly position: number
}

/** Everything is evaluated while it is read: markers are short, and an error is found wherever it is. */
type Reader = {
  readonly marker: string
  readonly tokens: readonly Token[]
  next: number
  depth: number
  readonly environment: MarkerEnvironment
  readonly sets: MarkerSets
}

const deepestNesting = 100
const tokenPattern =
  /(?<literal>'[^']*'|"[^"]*")|(?<operator>===|~=|[=!<>]=|[<>])|(?<paren>[()])|(?<word>[A-Za-z_][\w.]*)/y

function tokenize(marker: string): Token[] {
  const tokens: Token[] = []
  let position = skipSpace(marker, 0)
  while (position < marker.length) {
    tokenPattern.lastIndex = position
    const groups = tokenPattern.exec(marker)?.groups
    const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (kind === undefined || text === undefined) return invalid(marker, position, 'unexpected character')
    tokens.push({ kind: kind as Token['kind'], text, position })
    position = skipSpace(marker, position + text.length)
  }
  tokens.push({ kind: 'end', text: '', position })
  return tokens
}

function skipSpace(marker: string, position: number): number {
  let at = position
  while (/[ \t\r\n]/.test(marker.charAt(at))) at += 1
  return at
}

function readAlternatives(reader: Reader): boolean {
  let result = readConjunction(reader)
  while (takeWord(reader, 'or')) result = readConjunction(reader) || result
  return result
}

function readConjunction(reader: Reader): boolean {
  let result = readAtom(reader)
  while (takeWord(reader, 'and')) result = readAtom(reader) && result
  return result
}

function readAtom(reader: Reader): boolean {
  const { kind, text, position } = peek(reader)
  if (kind !== 'paren' || text !== '(') return readComparison(reader)
  reader.depth += 1
  if (reader.depth > deepestNesting) invalid(reader.marker, position, 'nested too deeply')
  take(reader)
  const result = readAlternatives(reader)
  const close = take(reader)
  if (close.text !== ')' || close.kind !== 'paren') invalid(reader.marker, close.position, 'expected `)`')
  reader.depth -= 1
  return result
}

type Operand = { readonly variable: string | undefined; readonly value: string; readonly position: number }

function readComparison(reader: Reader): boolean {
  const left = readOperand(reader)
  const operator = readOperator(reader)
  const right = readOperand(reader)
  return compareOperands(reader, { left, operator, right })
}

const setVariables = ['extra', 'extras', 'dependency_groups']
/** Spellings from before PEP 508 that old metadata still has. */
const oldNames: Readonly<Record<string, string>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
}

function readOperand(reader: Reader): Operand {
  const { kind, text, position } = take(reader)
  if (kind === 'literal') return { variable: undefined, value: text.slice(1, -1), position }
  if (kind !== 'word') return invalid(reader.marker, position, 'expected a variable or a quoted string')
  const name = oldNames[text] ?? text
  if (setVariables.includes(name)) return { variable: name, value: '', position }
  const value = Object.hasOwn(reader.environment, name) ? reader.environment[name] : undefined
  if (value === undefined) return invalid(reader.marker, position, `unknown variable \`${text}\``)
  return { variable: name, value, position }
}

type Operator = { readonly text: string; readonly position: number }

function readOperator(reader: Reader): Operator {
  const { kind, text, position } = take(reader)
  if (kind === 'operator' || (kind === 'word' && text === 'in')) return { text, position }
  if (kind === 'word' && text === 'not' && takeWord(reader, 'in')) return { text: 'not in', position }
  return invalid(reader.marker, position, 'expected a comparison operator')
}

type Comparison = { readonly left: Operand; readonly operator: Operator; readonly right: Operand }

function compareOperands(reader: Reader, comparison: Comparison): boolean {
  const { left, operator, right } = comparison
  if (isOneOf(left, setVariables) || isOneOf(right, setVariables)) return compareSet(reader, comparison)
  const isOfVersions = isOneOf(left, versionVariables) || isOneOf(right, versionVariables)
  const specifier = operator.text + right.value
  // A kernel release such as `6.1.0-aws` is no version: it is text, and compatible with none.
  const isVersions = isOfVersions && (isVersion(left.value) || operator.text === '~=') && isSpecifier(specifier)
  if (isVersions) return satisfies(left.value, specifier)
  return compareText(reader, comparison)
}

const versionVariables = [
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
  'platform_version',
]

function isOneOf({ variable }: Operand, names: readonly string[]): boolean {
  return variable !== undefined && names.includes(variable)
}

/** `extra == 'x'`, as metadata has it, and `'x' in extras`, as lock files do; names are normalised (PEP 685). */
function compareSet({ marker, sets }: Reader, { left, operator, right }: Comparison): boolean {
  const [literal, set] = isOneOf(right, setVariables) ? [left, right] : [right, left]
  const isMember = set.variable === 'extra' ? operator.text === '==' : operator.text === 'in' && set === right
  const isNoMember = set.variable === 'extra' ? operator.text === '!=' : operator.text === 'not in' && set === right
  if (literal.variable !== undefined) invalid(marker, literal.position, 'expected a quoted string')
  if (!isMember && !isNoMember) invalid(marker, operator.position, `\`${set.variable}\` has no \`${operator.text}\``)
  const names = set.variable === 'dependency_groups' ? sets.dependencyGroups : sets.extras
  return names.map(normaliseName).includes(normaliseName(literal.value)) === isMember
}

function normaliseName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase()
}

function compareText({ marker }: Reader, { left, operator, right }: Comparison): boolean {
  switch (operator.text) {
    case '==':
    case '===':
      return left.value === right.value
    case '!=':
      return left.value !== right.value
    case '<':
      return left.value < right.value
    case '<=':
      return left.value <= right.value
    case '>':
      return left.value > right.value
    case '>=':
      return left.value >= right.value
    case 'in':
      return right.value.includes(left.value)
    case 'not in':
      return !right.value.includes(left.value)
    default:
      return invalid(marker, operator.position, `\`${operator.text}\` compares versions only`)
  }
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.next] ?? { kind: 'end', text: '', position: reader.marker.length }
}

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.next += 1
  return token
}

function takeWord(reader: Reader, word: string): boolean {
  const { kind, text } = peek(reader)
  if (kind !== 'word' || text !== word) return false
  reader.next += 1
  return true
}

function invalid(marker: string, position: number, reason: string): never {
  throw usageError(
    'MARKER_INVALID',
    `the marker \`${marker.slice(0, 500)}\` is not valid at position ${position + 1}: ${reason}`,
    'see "Environment Markers" on the PyPA page "Dependency specifiers"',
  )
}
