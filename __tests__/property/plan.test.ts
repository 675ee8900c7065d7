import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { planInstall } from '../../src/plan/plan.js'
import { parsePylock } from '../../src/plan/pylock.js'
import { parseRequirements } from '../../src/plan/requirements.js'
import { anew, makeEntry, makeFile, makeIndex, makeInterpreter, makeLock, makePresent } from '../helpers/plan.js'

const interpreter = makeInterpreter()
const options = { index: makeIndex(), ...anew, installed: [makePresent('b', '1.0')] }

/** The result, or the code of the UserError; anything else escapes. */
function outcomeOf<T>(work: () => T): T | string {
  try {
    return work()
  } catch (error) {
    if (isUserError(error)) return error.code
    throw error
  }
}

describe('a plan', () => {
  const tags = [...interpreter.tags, 'cp312-cp312-win_amd64']
  const wheel = fc.record({ tag: fc.constantFrom(...tags), build: fc.constantFrom('', '-1', '-2b') })
  const entry = fc
    .record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      marker: fc.constantFrom(undefined, "python_version < '3'", "sys_platform == 'linux'"),
      wheels: fc.uniqueArray(wheel, { minLength: 1, selector: ({ tag, build }) => tag + build }),
    })
    .map(({ name, marker, wheels }) => {
      const files = wheels.map(({ tag, build }) => makeFile(`${name}-1.0${build}-${tag}.whl`))
      return makeEntry(name, { marker, wheels: files })
    })
  const shuffled = fc
    .uniqueArray(entry, { selector: ({ name, marker }) => `${name} ${marker}` })
    .chain(entries => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })))

  test('does not depend on the order of the lock', () => {
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        const reversed = other.map(distribution => ({ ...distribution, wheels: distribution.wheels.toReversed() }))
        const first = outcomeOf(() => planInstall(makeLock(entries), interpreter, options))
        expect(outcomeOf(() => planInstall(makeLock(reversed), interpreter, options))).toEqual(first)
      }),
    )
  })
})

describe('readers', () => {
  const key = fc.constantFrom(
    'name',
    'version',
    'url',
    'path',
    'size',
    'hashes',
    'wheels',
    'sdist',
    'archive',
    'vcs',
    'directory',
    'marker',
  )
  const value = fc.letrec<{ any: string }>(tie => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string().map(text => JSON.stringify(text)),
      fc.constantFrom(
        '1',
        '-1',
        '1.5',
        'true',
        '2024-02-07',
        '"a-1-py3-none-any.whl"',
        '"https://files.example/a-1-py3-none-any.whl"',
      ),
      fc.array(tie('any'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
      fc
        .uniqueArray(fc.tuple(key, tie('any')), { maxLength: 4, selector: ([name]) => name })
        .map(pairs => `{ ${pairs.map(([name, text]) => `${name} = ${text}`).join(', ')} }`),
    ),
  })).any
  const packageTable = fc
    .uniqueArray(fc.tuple(key, value), { maxLength: 6, selector: ([name]) => name })
    .map(pairs => `[[packages]]\n${pairs.map(([name, text]) => `${name} = ${text}`).join('\n')}`)
  const tomlLike = fc.oneof(
    fc.string(),
    fc.array(packageTable).map(tables => `lock-version = "1.0"\n${tables.join('\n')}`),
  )
  const nothing = { directory: '/project', extras: [], allExtras: false, groups: [], noGroups: [], noDev: false }

  test('any text is a lock or LOCK_INVALID', () => {
    fc.assert(
      fc.property(tomlLike, text => {
        const outcome = outcomeOf(() => parsePylock(text, 'pylock.toml', nothing))
        expect(typeof outcome === 'string' ? outcome : 'LOCK_INVALID').toBe('LOCK_INVALID')
      }),
    )
  })

  test('any text is a requirements file or an error for the user', () => {
    const piece = fc.constantFrom(
      'a',
      '==1',
      ' ',
      '@',
      ';',
      '--hash=',
      '-r',
      '#',
      '\\',
      '\n',
      '[',
      ']',
      '://',
      '.whl',
      '-e',
      '=',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map(pieces => pieces.join('')),
    )
    fc.assert(fc.property(text, lines => void outcomeOf(() => parseRequirements(lines, 'requirements.txt', {}))))
  })
})
