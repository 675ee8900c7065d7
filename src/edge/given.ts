/** What the user gave: options of any source, checked against the table and not yet interpreted. */
import { type UserError, usageError } from '../errors.js'
import type { Environment } from '../host.js'
import type { Option } from '../options.js'
import { options } from '../options.js'
import { redact } from '../redact.js'

/** The values of one option and how its source spells it, for messages: `--store`, input `store`. */
export type GivenOption = {
  readonly option: Option
  readonly values: readonly string[]
  readonly spelling: string
}

/** By name; an option that is absent has its default. */
export type Given = ReadonlyMap<string, GivenOption>

/**
 * Checks what one source gave; undefined where that amounts to nothing: empty, or an unavailable option at its default.
 * Throws the usage errors OPTION_NOT_AVAILABLE and OPTION_INVALID.
 */
export function acceptOption({ option, values, spelling }: GivenOption): GivenOption | undefined {
  const filled = values.map(value => value.trim()).filter(value => value !== '')
  const last = filled.at(-1)
  if (last === undefined) return undefined
  if (option.kind === 'list') {
    if (option.later) throw notAvailable(spelling)
    return { option, values: filled, spelling }
  }
  const value = option.kind === 'flag' ? normaliseFlag(last, option) : last
  if (option.later && value === option.default) return undefined
  if (option.later) throw notAvailable(spelling)
  checkValue({ option, values: [value], spelling }, value)
  return { option, values: [value], spelling }
}

/** The variable that gives an option, for example `WHEELCREW_LINK_MODE`. */
export function variableOf(option: Option): string {
  return `WHEELCREW_${option.name.replaceAll('-', '_').toUpperCase()}`
}

/** The variable in which a runner passes an input to an action, for example `INPUT_LINK-MODE`. */
function inputVariableOf(option: Option): string {
  return `INPUT_${option.name.toUpperCase()}`
}

/** What the `WHEELCREW_X_Y` variables give; a list has one item a line. Throws as `acceptOption`. */
export function givenByVariables(env: Environment): Given {
  return collectGiven(
    options.filter(option => option.where === 'everywhere' || option.where === 'cli'),
    option => ({ name: variableOf(option), spelling: `\`${variableOf(option)}\`` }),
    env,
  )
}

/**
 * What the inputs of the action give; a list has one item a line. The runner fills in the defaults of action.yml, so an
 * input that equals its default counts as not given. Throws as `acceptOption`.
 */
export function givenByInputs(env: Environment): Given {
  const given = collectGiven(
    options.filter(option => option.where === 'everywhere' || option.where === 'action'),
    option => ({ name: inputVariableOf(option), spelling: `input \`${option.name}\`` }),
    env,
  )
  return new Map([...given].filter(([, { option, values }]) => values.join('\n') !== option.default))
}

/** The options of several sources; the first source that has an option wins. */
export function mergeGiven(...sources: readonly Given[]): Given {
  return new Map([...sources].reverse().flatMap(source => [...source]))
}

/** The items of a list option. */
export function readList(given: Given, name: string): readonly string[] {
  return given.get(name)?.values ?? []
}

/** The value of an option, or its default. */
export function readValue(given: Given, name: string): string {
  return given.get(name)?.values.at(-1) ?? options.find(option => option.name === name)?.default ?? ''
}

/** True when a flag is, or is by default, `true`. */
export function readFlag(given: Given, name: string): boolean {
  return readValue(given, name) === 'true'
}

/** The usage error for what DESIGN promises and this version does not have; `spelling` carries its own backticks. */
export function notAvailable(spelling: string): UserError {
  const hint = '`wheelcrew --help` lists what is available'
  return usageError('OPTION_NOT_AVAILABLE', `${spelling} is not available in this version`, hint)
}

/** The usage error for a value that an option does not take. */
export function invalidOption(spelling: string, value: string, expected: string): UserError {
  return usageError('OPTION_INVALID', `${spelling} cannot be \`${redact(value)}\`: expected ${expected}`)
}

function checkValue({ option, spelling }: GivenOption, value: string): void {
  if (option.laterValues?.includes(value)) throw notAvailable(`${spelling} = \`${value}\``)
  const allowed = option.values ?? (option.kind === 'flag' ? ['true', 'false'] : undefined)
  if (option.orFile === true) return
  if (allowed === undefined || allowed.includes(value)) return
  throw invalidOption(spelling, value, `one of ${allowed.map(word => `\`${word}\``).join(', ')}`)
}

/** YAML's booleans in any case, and `1` and `0` as variables have them; anything else may be the path of a file. */
function normaliseFlag(value: string, { orFile = false }: Option): string {
  const lower = value.toLowerCase()
  if (lower === '1') return 'true'
  if (lower === '0') return 'false'
  return orFile && lower !== 'true' && lower !== 'false' ? value : lower
}

type Source = { readonly name: string; readonly spelling: string }

function collectGiven(from: readonly Option[], sourceOf: (option: Option) => Source, env: Environment): Given {
  const given = new Map<string, GivenOption>()
  for (const option of from) {
    const { name, spelling } = sourceOf(option)
    const text = env[name]
    if (text === undefined) continue
    const values = option.kind === 'list' ? text.split('\n') : [text]
    const accepted = acceptOption({ option, values, spelling })
    if (accepted !== undefined) given.set(option.name, accepted)
  }
  return given
}
