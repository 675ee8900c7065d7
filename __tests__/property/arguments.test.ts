import { isAbsolute } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseArguments } from '../../src/cli/arguments.js'
import { givenByVariables, mergeGiven, variableOf } from '../../src/edge/given.js'
import { makeSettings } from '../../src/edge/settings.js'
import { isUserError } from '../../src/errors.js'
import { options } from '../../src/options.js'

const word = fc.oneof(fc.string(), fc.constantFrom('true', 'false', 'auto', 'copy', '3.11', 'a.txt', '', '-', '--'))
const name = fc.constantFrom(...options.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])))
const argument = fc.oneof(
  word,
  name.map(text => `--${text}`),
  name.map(text => `--no-${text}`),
  fc.tuple(name, word).map(([text, value]) => `--${text}=${value}`),
  fc.constantFrom('-r', '-rx', '-q', '-v', '-qv', '-e', '-o', '-Z'),
)
const variables = fc.dictionary(fc.constantFrom(...options.map(variableOf), 'PIP_NO_INDEX', 'UV_INDEX'), word)

describe('any command line with any variables', () => {
  test('becomes settings with absolute paths, or a UserError with exit code 2', () => {
    fc.assert(
      fc.property(fc.array(argument), variables, (args, env) => {
        try {
          const invocation = parseArguments(['install', ...args])
          if (invocation.command !== 'install') return
          const given = mergeGiven(invocation.given, givenByVariables(env))
          const facts = { env, homeDirectory: '/home/me', workingDirectory: '/work', event: undefined }
          const settings = makeSettings(given, facts)
          const { environment, workingDirectory } = settings
          const paths = environment.kind === 'system' ? [workingDirectory] : [workingDirectory, environment.path]
          expect(paths.every(isAbsolute)).toBe(true)
        } catch (error) {
          if (!isUserError(error)) throw error
          expect(error.exitCode).toBe(2)
        }
      }),
      { numRuns: 500 },
    )
  })
})
