/** An argument vector as options and operands: the grammar of the command line. */

import type { GivenOption } from '../edge/given.js'
import { notAvailable } from '../edge/given.js'
import { usageError } from '../errors.js'
import type { Option } from '../options.js'
import { options } from '../options.js'
import { nearestName } from './nearest.js'

export type SplitArguments = {
  /** In the order given, values unchecked. */
  readonly flags: readonly GivenOption[]
  readonly operands: readonly string[]
}

/**
 * Splits an argument vector. A flag is `--x`, `--no-x` or `--x=true`; a value follows as `--x VALUE`, `--x=VALUE`, `-x VALUE`
 * or `-xVALUE`; one-letter flags may be joined (`-qv`); after `--` all are operands. `--no-index` and the like are names of
 * their own and come first. Throws the usage errors OPTION_UNKNOWN, OPTION_INVALID and OPTION_NOT_AVAILABLE.
 */
export function splitArguments(args: readonly string[]): SplitArguments {
  const flags: GivenOption[] = []
  const operands: string[] = []
  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--') operands.push(...rest.splice(0))
    else if (argument.startsWith('--')) flags.push(readLong(argument.slice(2), rest))
    else if (argument.startsWith('-') && argument !== '-') flags.push(...readShorts(argument.slice(1), rest))
    else operands.push(argument)
  }
  return { flags, operands }
}

/** Reads `name` or `name=value`, taking the value from `rest` where it follows. */
function readLong(text: string, rest: string[]): GivenOption {
  const equals = text.indexOf('=')
  const name = equals === -1 ? text : text.slice(0, equals)
  const inline = equals === -1 ? undefined : text.slice(equals + 1)
  const spelling = `\`--${name}\``
  const option = available(findLong(name), spelling)
  if (option !== undefined && option.kind === 'flag') return { option, values: [inline ?? 'true'], spelling }
  if (option !== undefined) return { option, values: [inline ?? takeValue(rest, spelling, option)], spelling }
  const negated = name.startsWith('no-') ? available(findLong(name.slice(3)), spelling) : undefined
  if (negated?.kind !== 'flag') throw unknownOption(name)
  if (inline !== undefined) throw usageError('OPTION_INVALID', `${spelling} takes no value, found \`${inline}\``)
  return { option: negated, values: ['false'], spelling }
}

/** Reads the letters after one `-`: flags up to the first letter that takes a value. */
function readShorts(letters: string, rest: string[]): readonly GivenOption[] {
  const letter = letters.slice(0, 1)
  const spelling = `\`-${letter}\``
  const option = available(
    options.find(candidate => candidate.short === letter),
    spelling,
  )
  if (option === undefined) throw usageError('OPTION_UNKNOWN', `${spelling} is not an option`, helpHint)
  const after = letters.slice(1)
  if (option.kind !== 'flag') {
    const value = after === '' ? takeValue(rest, spelling, option) : after.replace(/^=/, '')
    return [{ option, values: [value], spelling }]
  }
  const flag = { option, values: ['true'], spelling }
  return after === '' ? [flag] : [flag, ...readShorts(after, rest)]
}

function takeValue(rest: string[], spelling: string, { placeholder }: Option): string {
  const value = rest[0]
  if (value === undefined || (value.startsWith('-') && value !== '-')) {
    throw usageError(
      'OPTION_INVALID',
      `${spelling} needs a value`,
      `write it as ${spelling.slice(0, -1)} ${placeholder}\``,
    )
  }
  rest.shift()
  return value
}

function findLong(name: string): Option | undefined {
  return options.find(option => option.name === name || option.alias === name)
}

function available(option: Option | undefined, spelling: string): Option | undefined {
  if (option?.where === 'action') throw notAvailable(spelling)
  return option
}

const helpHint = '`wheelcrew --help` lists all options'

function unknownOption(name: string) {
  const offered = options.filter(({ where, later }) => where !== 'action' && later !== true)
  const known = offered.flatMap(namesOf)
  const nearest = nearestName(name, known)
  const hint = nearest === undefined ? helpHint : `did you mean \`--${nearest}\`? ${helpHint}`
  return usageError('OPTION_UNKNOWN', `\`--${name}\` is not an option`, hint)
}

function namesOf({ name, alias, kind }: Option): readonly string[] {
  const names = alias === undefined ? [name] : [name, alias]
  return kind === 'flag' && !name.startsWith('no-') ? [...names, `no-${name}`] : names
}
