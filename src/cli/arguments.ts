/** What the command line asks for. */
import type { Given, GivenOption } from '../edge/given.js'
import { acceptOption, readList, readValue } from '../edge/given.js'
import { usageError } from '../errors.js'
import { options, type UpkeepCommand } from '../options.js'
import { splitArguments } from './flags.js'
import { nearestName } from './nearest.js'

/** Commands that take the options of `install`. */
export type RunCommand = 'install' | 'sync' | 'restore' | 'warm' | 'save' | 'build'

export type Invocation =
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: RunCommand; readonly given: Given }
  | { readonly command: UpkeepCommand; readonly given: Given }
  | {
      readonly command: 'report'
      readonly given: Given
      readonly file: string
      readonly format: 'text' | 'summary'
      /** Undefined = stdout. */
      readonly output: string | undefined
    }

const runCommands = ['install', 'sync', 'restore', 'warm', 'save', 'build'] as const
const commands = [...runCommands, 'gc', 'verify', 'doctor', 'report', 'help'] as const

/**
 * Reads the arguments after the program's name.
 * Throws the usage errors COMMAND_MISSING, COMMAND_UNKNOWN, OPERANDS_INVALID, OPTIONS_NOT_COMBINABLE and those of options.
 */
export function parseArguments(args: readonly string[]): Invocation {
  const { flags, operands } = splitArguments(args)
  const [command, ...rest] = operands
  if (command === 'help' || isAsked(flags, 'help')) return { command: 'help' }
  if (isAsked(flags, 'version')) return { command: 'version' }
  const found = findCommand(command)
  switch (found) {
    case 'help':
      return { command: 'help' }
    case 'install':
    case 'sync':
    case 'restore':
    case 'warm':
    case 'save':
      return { command: found, given: gather([...flags, ...operandsAs('packages', rest)], 'install') }
    case 'build':
      refuseInputs(flags)
      return { command: found, given: gather([...flags, ...operandsAs('build', rest)], 'build') }
    case 'gc':
    case 'verify':
    case 'doctor':
      refuseOperands(found, rest)
      return { command: found, given: gather(flags, found) }
    case 'report':
      return parseReportCommand(gather(flags, 'report'), rest)
  }
}

function isAsked(flags: readonly GivenOption[], name: string): boolean {
  return flags.some(({ option, values }) => option.name === name && values[0] === 'true')
}

function findCommand(word: string | undefined): (typeof commands)[number] {
  const hint = '`wheelcrew --help` lists all commands'
  if (word === undefined) throw usageError('COMMAND_MISSING', 'expected a command, found none', hint)
  const command = commands.find(known => known === word)
  if (command !== undefined) return command
  const nearest = nearestName(word, commands)
  const guess = nearest === undefined ? hint : `did you mean \`wheelcrew ${nearest}\`? ${hint}`
  throw usageError('COMMAND_UNKNOWN', `\`${word}\` is not a command`, guess)
}

/** Joins repeated options and refuses those of another command; a build takes those of an installation too. */
function gather(flags: readonly GivenOption[], command: 'install' | 'build' | 'report' | UpkeepCommand): Given {
  const byName = new Map<string, GivenOption>()
  for (const flag of flags) {
    const owner = flag.option.command ?? 'install'
    const isAlso =
      flag.option.alsoFor?.some(other => other === command) === true || (command === 'build' && owner === 'install')
    if (owner !== command && owner !== 'every' && !isAlso) {
      throw usageError(
        'OPTION_UNKNOWN',
        `${flag.spelling} is an option of \`wheelcrew ${owner}\`, not of \`wheelcrew ${command}\``,
      )
    }
    const former = byName.get(flag.option.name)?.values ?? []
    byName.set(flag.option.name, { ...flag, values: [...former, ...flag.values] })
  }
  const accepted = [...byName.values()].map(acceptOption).filter(option => option !== undefined)
  return new Map(accepted.map(option => [option.option.name, option]))
}

/** Operands are values of an option: packages of an installation, sources of a build. */
function operandsAs(name: 'packages' | 'build', operands: readonly string[]): readonly GivenOption[] {
  const option = options.find(candidate => candidate.name === name)
  if (option === undefined || operands.length === 0) return []
  return [{ option, values: operands, spelling: `\`${option.placeholder}\`` }]
}

/** They say what is installed, and a build installs nothing. */
const inputOptions = [
  ...['requirements', 'packages', 'constraint', 'extra', 'all-extras', 'group', 'no-group', 'no-dev'],
  ...['no-install-project', 'no-deps', 'upgrade', 'reinstall'],
]

function refuseInputs(flags: readonly GivenOption[]): void {
  const wrong = flags.find(({ option }) => inputOptions.includes(option.name))
  if (wrong === undefined) return
  throw usageError(
    'OPTIONS_NOT_COMBINABLE',
    `${wrong.spelling} is about what gets installed, and \`wheelcrew build\` makes wheels of the sources that it is given`,
    'Name the sources themselves: `wheelcrew build SOURCE…`; `wheelcrew install -r FILE` builds what a file or lock names',
  )
}

function refuseOperands(command: UpkeepCommand, operands: readonly string[]): void {
  const [operand] = operands
  if (operand === undefined) return
  const hint = 'name a place with `--store` or `--venv`; `wheelcrew --help` lists all options'
  throw usageError('OPERANDS_INVALID', `\`wheelcrew ${command}\` takes no operand, found \`${operand}\``, hint)
}

function parseReportCommand(given: Given, operands: readonly string[]): Invocation {
  const [file, ...others] = operands
  if (file === undefined || others.length > 0) {
    const hint = 'run `wheelcrew report FILE`, where `wheelcrew install --report FILE` wrote it'
    throw usageError('OPERANDS_INVALID', `\`wheelcrew report\` takes one file, found ${operands.length}`, hint)
  }
  const output = readList(given, 'output').at(-1)
  const format = readValue(given, 'format') === 'summary' ? 'summary' : 'text'
  return { command: 'report', given, file, format, output }
}
