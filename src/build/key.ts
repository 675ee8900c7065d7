/** Keys of builds: what a wheel was made of, and what its build turned out to depend on. Pure. */
import { createHash } from 'node:crypto'
import type { Environment } from '../host.js'
import { redact } from '../redact.js'
import { countsAsInput } from './variables.js'

/** One thing that decides what a build makes. */
export type Ingredient = {
  /** `source`, `python`, `platform`, `tool cc`, `cuda`, `setting x`, `variable CFLAGS` */
  readonly name: string
  /** What is compared; a reader can make sense of it, and it holds no secret. */
  readonly value: string
}

/** What only a build can tell that it depends on, and what that was. */
export type Discovered = {
  /** Name → digest of the value; null = not set. */
  readonly variables: Readonly<Record<string, string | null>>
  /** POSIX path relative to the root of the source → digest of what is there; null = nothing. */
  readonly paths: Readonly<Record<string, string | null>>
  /** Digest of the exact lock of the build environment. */
  readonly environment: string
}

/** Another meaning of keys is another number. */
const schema: Ingredient = { name: 'schema', value: 'wheelcrew build 1' }
const keyLength = 32

/** The key that a build is looked up by: 32 hex digits. The order of the ingredients does not matter. */
export function firstKey(ingredients: readonly Ingredient[]): string {
  return digestOf([schema, ...ingredients].map(({ name, value }) => JSON.stringify([name, value])).sort())
}

/** The key of one build among those of a first key: 32 hex digits. */
export function secondKey(first: string, { variables, paths, environment }: Discovered): string {
  return digestOf([first, sortedRows(variables), sortedRows(paths), environment])
}

/** An ingredient for each of these variables that is set. */
export function variableIngredients(names: readonly string[], env: Environment): readonly Ingredient[] {
  return [...new Set(names)].sort().flatMap(name => {
    const value = variableOf(env, name)
    return value === undefined ? [] : [{ name: `variable ${name}`, value: shownValue(name, value) }]
  })
}

/** An ingredient for each config setting (PEP 517). A text and a list of one text are not the same. */
export function settingIngredients(
  settings: Readonly<Record<string, string | readonly string[]>>,
): readonly Ingredient[] {
  return Object.entries(settings).map(([name, value]) => {
    const isPlain = typeof value === 'string' && !/^[["]/.test(value)
    return { name: `setting ${name}`, value: shownValue(name, isPlain ? value : JSON.stringify(value)) }
  })
}

/** Who may know a key or a note is to learn no secret: credentials in URLs do not count, what looks like a secret is a digest. */
function shownValue(name: string, value: string): string {
  return secretName.test(name) || secretValue.test(value)
    ? `sha256 ${digestOf(redact(value)).slice(0, 16)}`
    : redact(value)
}

const secretName = /token|passw|passphrase|secret|credential|api_?key|private_?key/i
/** An assignment inside of flags, and what services give out as tokens. */
const secretValue = new RegExp(
  [
    '(?:token|passw(?:or)?d|passphrase|secret|credentials?|api_?key|private_?key)\\w{0,64}["\']?\\s{0,8}[=:]',
    '\\b(?:gh[a-z]_|github_pat_|glpat-|pypi-|hf_|npm_|xox[a-z]-|sk-|AKIA|ASIA|eyJ)[\\w-]{12}',
    '-----BEGIN ',
  ].join('|'),
  'i',
)

/** What these variables hold: digests of their values, null for those that are not set. Credentials in URLs do not count. */
export function discoverVariables(names: readonly string[], env: Environment): Discovered['variables'] {
  const digests = [...new Set(names)].sort().map(name => {
    const value = name.endsWith('*') ? valuesOf(env, name.slice(0, -1)) : variableOf(env, name)
    return [name, value === undefined ? null : digestOf(redact(value))] as const
  })
  return Object.fromEntries(digests)
}

/** All that is set of the variables that begin so and count, as one text; undefined where none is. */
function valuesOf(env: Environment, prefix: string): string | undefined {
  const names = Object.keys(env).filter(name => name.startsWith(prefix) && countsAsInput(name))
  const lines = names.filter(name => env[name] !== undefined).map(name => `${name}=${env[name]}`)
  return lines.length === 0 ? undefined : lines.sort().join('\0')
}

/** The value of a variable. A name that was found in a source tree may be that of a member of every object. */
export function variableOf(env: Environment, name: string): string | undefined {
  return Object.hasOwn(env, name) ? env[name] : undefined
}

/** Whether all that a build was found to depend on is the same. What is known besides does not matter. */
export function holds(recorded: Discovered, now: Discovered): boolean {
  return (
    recorded.environment === now.environment &&
    isPartOf(recorded.variables, now.variables) &&
    isPartOf(recorded.paths, now.paths)
  )
}

/** What differs, in words: `tool cc: … → …; variable CFLAGS: none → …`. Empty where nothing does. */
export function differences(older: readonly Ingredient[], newer: readonly Ingredient[]): string {
  return changes(older, newer).slice(0, mostChanges).join('; ')
}

/** The same, a line each, and all of them. */
export function changes(older: readonly Ingredient[], newer: readonly Ingredient[]): readonly string[] {
  const [before, after] = [byName(older), byName(newer)]
  return namesOf(before, after).flatMap(name => {
    const [from, to] = [before.get(name), after.get(name)]
    const [shownFrom, shownTo] = [clip(from ?? 'none'), clip(to ?? 'none')]
    if (from === to) return []
    return [shownFrom === shownTo ? `${clip(name)}: changed` : `${clip(name)}: ${shownFrom} → ${shownTo}`]
  })
}

/** What of the facts that a build was found to depend on does not hold, a line each. Values of variables are not known. */
export function discoveredChanges(recorded: Discovered, now: Discovered): readonly string[] {
  const environment = recorded.environment === now.environment ? [] : ['build environment: its lock changed']
  return [
    ...changedFacts(recorded.variables, now.variables, 'variable'),
    ...changedFacts(recorded.paths, now.paths, 'path'),
    ...environment,
  ]
}

/** As one line: without control and format characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, mark => `\\u{${mark.codePointAt(0)?.toString(16)}}`)
}

type Facts = Readonly<Record<string, string | null>>

function changedFacts(recorded: Facts, now: Facts, kind: string): readonly string[] {
  return sortedRows(recorded).flatMap(([name, before]) => {
    const after = now[name]
    return before === after ? [] : [`${kind} ${clip(name)}: ${describeChange(before, after)}`]
  })
}

function describeChange(before: string | null, after: string | null | undefined): string {
  if (before === null) return 'none → another'
  return after === null ? 'gone' : 'changed'
}

function isPartOf(recorded: Facts, now: Facts): boolean {
  return Object.entries(recorded).every(([name, value]) => now[name] === value)
}

function sortedRows(facts: Facts): readonly (readonly [string, string | null])[] {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
}

function byName(ingredients: readonly Ingredient[]): ReadonlyMap<string, string> {
  return new Map(ingredients.map(({ name, value }) => [name, value]))
}

function namesOf(...tables: readonly ReadonlyMap<string, string>[]): readonly string[] {
  return [...new Set(tables.flatMap(table => [...table.keys()]))].sort()
}

/** More than a reader wants to know: what is stored may name anything. */
const mostChanges = 20
const longestShown = 120

function clip(text: string): string {
  const shown = printable(text)
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown
}

/** JSON keeps apart what lies side by side, and writes half of a surrogate pair in a way that survives UTF-8. */
function digestOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, keyLength)
}
