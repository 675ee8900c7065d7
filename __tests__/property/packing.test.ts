import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ManifestPack, PackedItem } from '../../src/cache/manifest.js'
import { mostSharedPacks, ownPackBytes, planPacks } from '../../src/cache/packing.js'
import { bigWheels, saveOne } from '../helpers/revisions.js'

const wheel: fc.Arbitrary<PackedItem> = fc.record({
  sha256: fc.integer({ min: 0, max: 30 }).map(String),
  size: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(ownPackBytes)),
  bytecode: fc.constantFrom('', 'a'),
})
const wheels = fc.uniqueArray(wheel, { selector: ({ sha256 }) => sha256, minLength: 1 })
const packs = fc
  .array(wheels, { maxLength: 20 })
  .map(lists => lists.map((list, index): ManifestPack => ({ digest: String(index), items: list })))
const same = (a: PackedItem, b: PackedItem) => a.sha256 === b.sha256 && a.bytecode === b.bytecode

describe('any plan over any packs', () => {
  test('finds each of its wheels in a pack that is there or is made, and makes none of what stays', () => {
    fc.assert(
      fc.property(wheels, packs, fc.boolean(), (wanted, existing, mayRepack) => {
        const { kept, packed } = planPacks(wanted, existing, { mayRepack, canPack: () => true })
        for (const wheel of wanted) {
          const inNew = packed.flat().filter(packedWheel => same(wheel, packedWheel)).length
          const inOld = kept.filter(pack => pack.items.some(packedWheel => same(wheel, packedWheel))).length
          expect(inNew).toBeLessThanOrEqual(1)
          expect(inNew + inOld).toBeGreaterThan(0)
        }
        expect(packed.flat().every(packedWheel => wanted.includes(packedWheel))).toBe(true)
        expect(kept.every(pack => existing.includes(pack))).toBe(true)
      }),
    )
  })

  test('does not depend on the order of its wheels', () => {
    fc.assert(
      fc.property(wheels, packs, fc.boolean(), (wanted, existing, mayRepack) => {
        const digests = (list: readonly PackedItem[]) =>
          planPacks(list, existing, { mayRepack, canPack: () => true })
            .kept.map(({ digest }) => digest)
            .sort()
        expect(digests(wanted.toReversed())).toEqual(digests(wanted))
      }),
    )
  })
})

describe('fifty revisions, each with another version of one or two wheels', () => {
  test('keep the packs few and mostly alive, and most saves add what is new alone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { minLength: 50, maxLength: 50 }), changes => {
        const wanted = Array.from({ length: 40 }, (_, index) => ({
          sha256: `${index}`,
          size: 1000 + index * 500,
          bytecode: 'a',
        }))
        let existing: readonly ManifestPack[] = []
        let minimal = 0
        for (const [revision, changed] of changes.entries()) {
          for (const index of changed) {
            const before = wanted[index]
            if (before !== undefined) wanted[index] = { ...before, sha256: `${index}-${revision}` }
          }
          const { kept, packed } = planPacks(wanted, existing, { mayRepack: true, canPack: () => true })
          const added = packed.map((list, index) => ({ digest: `${revision}-${index}`, items: list }))
          existing = [...kept, ...added]
          const live = wanted.reduce((sum, { size }) => sum + size, 0)
          const held = existing.flatMap(pack => pack.items).reduce((sum, { size }) => sum + size, 0)
          expect(existing.length).toBeLessThanOrEqual(mostSharedPacks)
          expect(held).toBeLessThanOrEqual(live * 1.5)
          if (packed.flat().length <= new Set(changed).size) minimal++
        }
        expect(minimal).toBeGreaterThan(30)
      }),
      { numRuns: 20 },
    )
  })
})

describe('any history of additions, removals and upgrades', () => {
  const name = fc.nat(30)
  const size = fc.oneof(fc.nat(1000), fc.integer({ min: 0, max: ownPackBytes - 1 }), fc.constant(ownPackBytes))
  const change = fc.record({ name, size: fc.option(size, { nil: undefined, freq: 4 }), isCompiled: fc.boolean() })
  const step = fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 8 }), mayRepack: fc.boolean() })

  test('leaves at most six packs besides those of big wheels, mostly alive, wherever packing again is allowed', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 50 }), steps => {
        const wanted = new Map<number, PackedItem>()
        let existing: readonly ManifestPack[] = []
        for (const [index, { changes, mayRepack }] of steps.entries()) {
          for (const { name, size, isCompiled } of changes) {
            if (size === undefined) wanted.delete(name)
            else wanted.set(name, { sha256: `${name}-${index}`, size, bytecode: isCompiled ? 'a' : '' })
          }
          const wheels = [...wanted.values()]
          const { packs, held, live } = saveOne(wheels, existing, { mayRepack })
          existing = packs
          const shared = packs.length - bigWheels(wheels)
          expect(shared).toBeLessThanOrEqual(mayRepack ? 6 : 12)
          if (mayRepack) expect(held).toBeLessThanOrEqual(1.5 * live)
        }
      }),
    )
  })
})
