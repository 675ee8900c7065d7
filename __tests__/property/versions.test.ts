import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareVersions, isVersion, satisfies } from '../../src/python/specifiers.js'

const release = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }).map(numbers => numbers.join('.'))
const optional = (part: fc.Arbitrary<string>) => fc.option(part, { nil: '' })
const version = fc
  .tuple(
    optional(fc.nat(2).map(epoch => `${epoch}!`)),
    release,
    optional(fc.tuple(fc.constantFrom('a', 'b', 'rc'), fc.nat(3)).map(([phase, number]) => `${phase}${number}`)),
    optional(fc.nat(3).map(post => `.post${post}`)),
    optional(fc.nat(3).map(dev => `.dev${dev}`)),
    optional(fc.oneof(fc.stringMatching(/^\+[a-z0-9]{1,4}$/), fc.constantFrom('+1e3', '+1000', '+0x1', '+1.e', '+01'))),
  )
  .map(parts => parts.join(''))
const sign = (left: string, right: string) => Math.sign(compareVersions(left, right))

describe('versions', () => {
  test('have one order: of two the same, the other way round the opposite, of three without a circle', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(sign(a, a)).toBe(0)
        expect(sign(a, b) + sign(b, a)).toBe(0)
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 1000 },
    )
  })

  test('are equal in every spelling of one version', () => {
    fc.assert(
      fc.property(version, spelled => {
        const [publicPart = '', ...local] = spelled.split('+')
        const zeros = publicPart.replace(/^(\d+!)?(\d+(?:\.\d+)*)/, (_all, epoch = '', digits) => `${epoch}${digits}.0`)
        const others = [`v${spelled}`, spelled.toUpperCase(), [zeros, ...local].join('+')]
        for (const other of others) expect([spelled, other, sign(spelled, other)]).toEqual([spelled, other, 0])
      }),
    )
  })

  test('satisfy == and >= of themselves, and not !=, whatever they are', () => {
    fc.assert(
      fc.property(version, exact => {
        const [publicPart = ''] = exact.split('+')
        expect(satisfies(exact, `==${exact}`)).toBe(true)
        expect(satisfies(exact, `!=${exact}`)).toBe(false)
        expect(satisfies(exact, `>=${publicPart}, <=${publicPart}`)).toBe(true)
      }),
    )
  })

  test('are told from any other text without another failure', () => {
    const nearly = fc.array(fc.constantFrom('1', '.', '+', '-', '!', 'a', 'rc', 'post', ' ', 'é', '*'), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          nearly.map(parts => parts.join('')),
        ),
        text => {
          if (isVersion(text)) expect(compareVersions(text.trim(), text.trim())).toBe(0)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
