import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { evaluateMarker } from '../../src/python/markers.js'
import { satisfies } from '../../src/python/specifiers.js'

const environment = {
  implementation_name: 'cpython',
  implementation_version: '3.11.7',
  os_name: 'posix',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '6.1.0-aws',
  platform_system: 'Linux',
  platform_version: '#1 SMP',
  python_full_version: '3.11.7',
  python_version: '3.11',
  sys_platform: 'linux',
}

const variable = fc.constantFrom(...Object.keys(environment), 'extra', 'extras', 'dependency_groups', 'os.name', 'x')
const literal = fc.oneof(
  fc.constantFrom('3.8', '3.11.*', 'linux', '', '1.0+local', '6.1.0-aws'),
  fc.string({ maxLength: 5 }).filter(text => !text.includes("'")),
)
const operand = fc.oneof(
  variable,
  literal.map(text => `'${text}'`),
)
const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=', '~=', '===', 'in', 'not in')
const comparison = fc.tuple(operand, operator, operand).map(parts => parts.join(' '))
const { marker } = fc.letrec<{ marker: string }>(tie => ({
  marker: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.tuple(tie('marker'), fc.constantFrom('and', 'or'), tie('marker')).map(parts => parts.join(' ')),
    tie('marker').map(inner => `(${inner})`),
  ),
}))
const words = fc
  .array(fc.oneof(operand, operator, fc.constantFrom('and', 'or', 'not', '(', ')', "'", ';')), { maxLength: 8 })
  .map(parts => parts.join(' '))

function evaluate(text: string): boolean | 'refused' {
  try {
    return evaluateMarker(text, environment)
  } catch (error) {
    if (!isUserError(error) || error.code !== 'MARKER_INVALID') throw error
    return 'refused'
  }
}

test('any text is a marker with an answer, or is refused as one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), words, marker), text => {
      expect([true, false, 'refused']).toContain(evaluate(text))
    }),
    { numRuns: 2000 },
  )
})

test('parentheses around a marker, and a repetition of it, change nothing', () => {
  fc.assert(
    fc.property(marker, text => {
      const answer = evaluate(text)
      expect(evaluate(`(${text})`)).toBe(answer)
      expect(evaluate(`(${text}) and (${text})`)).toBe(answer)
      expect(evaluate(`${text} or ${text}`)).toBe(answer)
    }),
  )
})

test('a version satisfies a specifier or not, or the specifier is refused', () => {
  const version = fc.stringMatching(/^[0-9]{1,2}(\.[0-9]{1,2}){0,3}((a|b|rc|\.post|\.dev)[0-9])?(\+[a-z0-9]{1,3})?$/)
  const clause = fc.tuple(operator, fc.oneof(version, fc.string({ maxLength: 6 }))).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(version, fc.string()), fc.array(clause, { maxLength: 3 }), (candidate, clauses) => {
      try {
        expect(typeof satisfies(candidate, clauses.join(','))).toBe('boolean')
      } catch (error) {
        if (!isUserError(error) || error.code !== 'SPECIFIER_INVALID') throw error
      }
    }),
    { numRuns: 1000 },
  )
})
