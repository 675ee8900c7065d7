import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { normalizeName, parseWheelFilename } from '../../src/wheel/filename.js'

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const version = fc.stringMatching(/^\d{1,3}(\.\d{1,3}){0,3}(\+[a-z0-9]{1,5})?$/)
const build = fc.option(fc.tuple(fc.nat(999), fc.stringMatching(/^[a-z]{0,3}$/)), { nil: undefined })
const tagSet = fc.uniqueArray(word, { minLength: 1, maxLength: 3 })

describe('parseWheelFilename', () => {
  test('reads back every field of a filename that is put together from fields', () => {
    fc.assert(
      fc.property(word, version, build, tagSet, tagSet, tagSet, (name, release, tag, pythons, abis, platforms) => {
        const fields = [name, release, ...(tag === undefined ? [] : [tag.join('')])]
        const sets = [pythons, abis, platforms].map(set => set.join('.'))
        const parsed = parseWheelFilename(`${[...fields, ...sets].join('-')}.whl`)
        expect(parsed).toEqual(expect.objectContaining({ name: normalizeName(name), version: release, build: tag }))
        expect(parsed.tags).toHaveLength(pythons.length * abis.length * platforms.length)
        expect(parsed.tags).toContain(`${pythons.at(-1)}-${abis.at(-1)}-${platforms.at(-1)}`)
      }),
    )
  })

  test('reads or refuses any text, and has no other failure', () => {
    const nearly = fc.array(fc.constantFrom('-', '_', '.', '+', '1', 'a', '/', '\n', 'é'), { maxLength: 30 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nearly.map(letters => `${letters.join('')}.whl`),
        ),
        text => {
          try {
            expect(parseWheelFilename(text).name).toMatch(/^[a-z0-9-]+$/)
          } catch (error) {
            if (!isUserError(error)) throw error
          }
        },
      ),
    )
  })
})

describe('normalizeName', () => {
  test('is idempotent', () => {
    fc.assert(fc.property(fc.string(), name => normalizeName(normalizeName(name)) === normalizeName(name)))
  })
})
