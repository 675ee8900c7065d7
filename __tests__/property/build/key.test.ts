import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type Discovered,
  differences,
  discoverVariables,
  firstKey,
  holds,
  type Ingredient,
  printable,
  secondKey,
} from '../../../src/build/key.js'

/** Any text, also halves of surrogate pairs, and what JSON and separators are made of. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '[', ']', ':', '\\', '\n', ' ', '\ud800', '\udc00') }),
)
const ingredient: fc.Arbitrary<Ingredient> = fc.record({ name: text, value: text })
const ingredients = fc.uniqueArray(ingredient, { selector: ({ name }) => name, maxLength: 8 })
const facts = fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), fc.option(text), {
  maxKeys: 5,
})
const discovered: fc.Arbitrary<Discovered> = fc.record({ variables: facts, paths: facts, environment: text })
const first = fc.constant('0'.repeat(32))

const canonical = (set: readonly Ingredient[]) =>
  JSON.stringify(set.map(({ name, value }) => JSON.stringify([name, value])).sort())
const turned = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).reverse())
const rows = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record)
    .map(row => JSON.stringify(row))
    .sort()

describe('the first key', () => {
  test('is 32 hex digits that do not depend on the order of the ingredients', () => {
    const shuffled = ingredients.chain(set =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length })),
    )
    fc.assert(
      fc.property(shuffled, ([set, other]) => {
        expect(firstKey(set)).toMatch(/^[0-9a-f]{32}$/)
        expect(firstKey(other)).toBe(firstKey(set))
      }),
    )
  })

  test('is another one for any other set, however names and values run together', () => {
    fc.assert(
      fc.property(ingredients, ingredients, (one, other) => {
        expect(firstKey(one) === firstKey(other)).toBe(canonical(one) === canonical(other))
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        fc.pre(b !== '')
        const key = firstKey([{ name: a, value: b + c }])
        expect(firstKey([{ name: a + b, value: c }])).not.toBe(key)
        expect(
          firstKey([
            { name: a, value: b },
            { name: '', value: c },
          ]),
        ).not.toBe(key)
      }),
    )
  })

  test('changes with any single change of an ingredient', () => {
    fc.assert(
      fc.property(ingredients, ingredient, fc.nat(), text, (set, added, at, value) => {
        const key = firstKey(set)
        expect(firstKey([...set, added])).not.toBe(key)
        const index = at % Math.max(1, set.length)
        const chosen = set[index]
        if (chosen === undefined) return
        expect(firstKey(set.toSpliced(index, 1))).not.toBe(key)
        expect(firstKey(set.with(index, { ...chosen, value })) === key).toBe(value === chosen.value)
        expect(firstKey(set.with(index, { ...chosen, name: value })) === key).toBe(value === chosen.name)
      }),
    )
  })
})

describe('the second key', () => {
  test('does not depend on the order of what was discovered', () => {
    fc.assert(
      fc.property(first, discovered, (key, found) => {
        const other = { ...found, variables: turned(found.variables), paths: turned(found.paths) }
        expect(secondKey(key, found)).toMatch(/^[0-9a-f]{32}$/)
        expect(secondKey(key, other)).toBe(secondKey(key, found))
      }),
    )
  })

  test('tells apart what is not the same, and so does `holds`', () => {
    fc.assert(
      fc.property(first, discovered, discovered, (key, one, other) => {
        const isSame =
          one.environment === other.environment &&
          JSON.stringify([rows(one.variables), rows(one.paths)]) ===
            JSON.stringify([rows(other.variables), rows(other.paths)])
        expect(secondKey(key, one) === secondKey(key, other)).toBe(isSame)
        expect(holds(one, other) && holds(other, one)).toBe(isSame)
      }),
      { numRuns: 500 },
    )
  })

  test('is another one under another first key', () => {
    fc.assert(
      fc.property(text, text, discovered, (one, other, found) => {
        expect(secondKey(one, found) === secondKey(other, found)).toBe(one === other)
      }),
    )
  })
})

describe('what a build depended on', () => {
  test('holds whatever else is known, and no longer once one fact is another or unknown', () => {
    fc.assert(
      fc.property(discovered, text, fc.option(text), (recorded, name, value) => {
        fc.pre(!Object.hasOwn(recorded.variables, name))
        const more = { ...recorded, variables: { ...recorded.variables, ...Object.fromEntries([[name, value]]) } }
        expect(holds(recorded, more)).toBe(true)
        expect(holds(more, recorded)).toBe(false)
        expect(holds({ ...recorded, paths: more.variables }, { ...recorded, paths: recorded.variables })).toBe(false)
      }),
    )
  })

  test('tells any two values of a variable apart, and an empty one from none', () => {
    fc.assert(
      fc.property(fc.option(text), fc.option(text), (one, other) => {
        fc.pre(![one, other].some(value => value?.includes('://')))
        const found = (value: string | null) => discoverVariables(['X'], value === null ? {} : { X: value })
        expect(found(one).X === found(other).X).toBe(one === other)
      }),
    )
  })
})

describe('the words for what differs', () => {
  test('are empty exactly where nothing does, and never more than a line', () => {
    fc.assert(
      fc.property(ingredients, ingredients, (one, other) => {
        // An ingredient that says `none` and one that is absent read the same; they have different keys all the same.
        const words = differences(one, other)
        expect(words === '').toBe(firstKey(one) === firstKey(other))
        expect(printable(words)).toBe(words)
      }),
    )
  })
})
