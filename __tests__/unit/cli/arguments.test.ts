import { describe, expect, test } from '@jest/globals'
import { parseArguments } from '../../../src/cli/arguments.js'
import { type Given, readFlag, readList, readValue } from '../../../src/edge/given.js'

function install(...args: string[]): Given {
  const invocation = parseArguments(['install', ...args])
  if (invocation.command !== 'install') throw new Error(`expected install, found ${invocation.command}`)
  return invocation.given
}

const failing = (code: string, message: string) => expect.objectContaining({ code, exitCode: 2, message })

describe('flags', () => {
  test('arrive as --no-index, --no-deps, --no-color, --x=false and --no-x', () => {
    const given = install('--no-index', '--no-deps', '--no-color', '--save-cache=false', '--no-compile-bytecode')
    const found = ['no-index', 'no-deps', 'no-color', 'save-cache', 'compile-bytecode'].map(name =>
      readFlag(given, name),
    )
    expect(found).toEqual([true, true, true, false, false])
  })

  test('take --x, --x=true and the negation of a name that starts with no-', () => {
    expect(readFlag(install('--upgrade'), 'upgrade')).toBe(true)
    expect(readFlag(install('--upgrade=true'), 'upgrade')).toBe(true)
    expect(readFlag(install('--no-index', '--no-no-index'), 'no-index')).toBe(false)
    expect(readFlag(install('--no-index=false'), 'no-index')).toBe(false)
  })

  test('never take the following word for their value', () => {
    const given = install('--upgrade', 'six')
    expect([readFlag(given, 'upgrade'), readList(given, 'packages')]).toEqual([true, ['six']])
  })

  test('may have a third value', () => {
    expect(readValue(install('--enable-cache=auto'), 'enable-cache')).toBe('auto')
  })

  test('refuse a value after --no-x', () => {
    expect(() => install('--no-upgrade=true')).toThrow(
      failing('OPTION_INVALID', '`--no-upgrade` takes no value, found `true`'),
    )
  })
})

describe('values', () => {
  test('follow their flag or an equals sign, by full name or short form', () => {
    const given = install('-r', 'a.txt', '-rb.txt', '--requirements=c.txt', '--python', '3.11', '--venv=env', '-qv')
    expect(readList(given, 'requirements')).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect([readValue(given, 'python-version'), readValue(given, 'venv-path')]).toEqual(['3.11', 'env'])
    expect([readFlag(given, 'quiet'), readFlag(given, 'verbose')]).toEqual([true, true])
    expect(readValue(install('--python-version', '3.12'), 'python-version')).toBe('3.12')
  })

  test('of an option given twice are the last', () => {
    expect(readValue(install('--store', 'a', '--store', 'b'), 'store')).toBe('b')
  })

  test('that are missing are named', () => {
    expect(() => install('-r')).toThrow(failing('OPTION_INVALID', '`-r` needs a value'))
    expect(() => install('--store', '--quiet')).toThrow(
      expect.objectContaining({ message: '`--store` needs a value', hint: 'write it as `--store DIR`' }),
    )
  })
})

describe('operands', () => {
  test('are packages, in order, with those of --packages', () => {
    expect(readList(install('six', '--packages', 'attrs', './x.whl', '--', '-odd'), 'packages')).toEqual([
      'attrs',
      'six',
      './x.whl',
      '-odd',
    ])
  })
})

describe('what this version does not have', () => {
  test.each([
    [['--seed'], '`--seed` is not available in this version'],
    [['--build-env'], '`--build-env` is not available in this version'],
    [['--torch-backend', 'cpu'], '`--torch-backend` is not available in this version'],
    [['--job-summary=never'], '`--job-summary` is not available in this version'],
  ])('%j is refused by name', (args, message) => {
    expect(() => install(...args)).toThrow(failing('OPTION_NOT_AVAILABLE', message))
  })

  test('is accepted at its default', () => {
    expect(install('--no-seed', '--no-build-env').size).toBe(0)
  })
})

describe('what is not known', () => {
  test('has the nearest known name in its hint', () => {
    expect(() => install('--no-dep')).toThrow(
      expect.objectContaining({ code: 'OPTION_UNKNOWN', hint: expect.stringContaining('`--no-deps`') }),
    )
    expect(() => parseArguments(['instal'])).toThrow(
      expect.objectContaining({ code: 'COMMAND_UNKNOWN', hint: expect.stringContaining('`wheelcrew install`') }),
    )
  })

  test('has no guess when nothing is near', () => {
    expect(() => install('--xyzzy-plugh')).toThrow(
      expect.objectContaining({ hint: expect.not.stringContaining('mean') }),
    )
    expect(() => install('-Z')).toThrow(failing('OPTION_UNKNOWN', '`-Z` is not an option'))
  })

  test('includes the options of another command', () => {
    expect(() => install('-o', 'x')).toThrow(
      failing('OPTION_UNKNOWN', '`-o` is an option of `wheelcrew report`, not of `wheelcrew install`'),
    )
  })
})

describe('commands', () => {
  test.each([[['--help']], [['-h']], [['help']], [['install', '--help']]])('%j asks for help', args => {
    expect(parseArguments(args)).toEqual({ command: 'help' })
  })

  test.each([[['--version']], [['-V']]])('%j asks for the version', args => {
    expect(parseArguments(args)).toEqual({ command: 'version' })
  })

  test('are needed', () => {
    expect(() => parseArguments([])).toThrow(failing('COMMAND_MISSING', 'expected a command, found none'))
  })

  test('gc, verify and doctor take their own options and no operand', () => {
    const found = parseArguments(['gc', '--store', 's', '--store-max-size', '1GB', '--json', '-q'])
    expect(found.command === 'gc' && [...found.given.keys()]).toEqual(['store', 'store-max-size', 'json', 'quiet'])
    expect(parseArguments(['verify', '--venv', 'env'])).toMatchObject({ command: 'verify' })
    expect(parseArguments(['doctor', '--cache-backend', 'file:///c'])).toMatchObject({ command: 'doctor' })
    expect(() => parseArguments(['gc', '--venv', 'env'])).toThrow(
      failing('OPTION_UNKNOWN', '`--venv` is an option of `wheelcrew install`, not of `wheelcrew gc`'),
    )
    expect(() => parseArguments(['verify', 'env'])).toThrow(
      failing('OPERANDS_INVALID', '`wheelcrew verify` takes no operand, found `env`'),
    )
  })

  test('build takes sources as operands, its own options and those of an installation that are not about what to install', () => {
    const found = parseArguments([
      ...['build', '.', '--out', 'dist', 'git+https://git.example/a', '-e', 'b', '--build', 'c'],
      ...['-C', 'x=1', '-Cy=2', '--explain', '--no-build-isolation', '--venv', 'env'],
    ])
    if (found.command !== 'build') throw new Error(found.command)
    expect(readList(found.given, 'build')).toEqual(['c', '.', 'git+https://git.example/a'])
    expect(readList(found.given, 'config-settings')).toEqual(['x=1', 'y=2'])
    expect([...found.given.keys()].sort()).toEqual([
      ...['build', 'config-settings', 'editable', 'explain', 'no-build-isolation', 'out', 'venv-path'],
    ])
  })

  test.each([
    [['build', '.', '-r', 'a.txt'], '`-r`'],
    [['build', '.', '--packages', 'six'], '`--packages`'],
    [['build', '--no-deps', '.'], '`--no-deps`'],
  ])('%j is refused: a build installs nothing', (args, shown) => {
    expect(() => parseArguments(args)).toThrow(
      expect.objectContaining({
        code: 'OPTIONS_NOT_COMBINABLE',
        exitCode: 2,
        message: expect.stringContaining(shown),
        hint: expect.stringContaining('`wheelcrew install -r FILE`'),
      }),
    )
  })

  test('has options that an installation does not take, and says whose they are', () => {
    expect(() => install('--out', 'dist')).toThrow(
      failing('OPTION_UNKNOWN', '`--out` is an option of `wheelcrew build`, not of `wheelcrew install`'),
    )
    expect(() => parseArguments(['biild', '.'])).toThrow(
      expect.objectContaining({ code: 'COMMAND_UNKNOWN', hint: expect.stringContaining('`wheelcrew build`') }),
    )
  })

  test('report takes one file, a format and an output', () => {
    expect(parseArguments(['report', 'r.json', '--format', 'summary', '-o', 'out.md'])).toMatchObject({
      command: 'report',
      file: 'r.json',
      format: 'summary',
      output: 'out.md',
    })
    expect(parseArguments(['report', 'r.json'])).toMatchObject({ format: 'text', output: undefined })
    expect(() => parseArguments(['report'])).toThrow(expect.objectContaining({ code: 'OPERANDS_INVALID' }))
    expect(() => parseArguments(['report', 'r.json', '--format', 'html'])).toThrow(
      expect.objectContaining({ code: 'OPTION_NOT_AVAILABLE' }),
    )
  })
})
