import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ManifestPack, PackedWheel } from '../../src/cache/manifest.js'
import { mostSharedPacks, ownPackBytes, planPacks } from '../../src/cache/packing.js'

const wheel: fc.Arbitrary<PackedWheel> = fc.record({
  sha256: fc.integer({ min: 0, max: 30 }).map(String),
  size: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constant(ownPackBytes)),
  bytecode: fc.constantFrom('', 'a'),
})
const wheels = fc.uniqueArray(wheel, { selector: ({ sha256 }) => sha256, minLength: 1 })
const packs = fc
  .array(wheels, { maxLength: 20 })
  .map(lists => lists.map((list, index): ManifestPack => ({ digest: String(index), wheels: list })))
const same = (a: PackedWheel, b: PackedWheel) => a.sha256 === b.sha256 && a.bytecode === b.bytecode

describe('any plan over any packs', () => {
  test('finds each of its wheels in a pack that is there or is made, and makes none of what stays', () => {
    fc.assert(
      fc.property(wheels, packs, fc.boolean(), (wanted, existing, mayRepack) => {
        const { kept, packed } = planPacks(wanted, existing, { mayRepack })
        for (const wheel of wanted) {
          const inNew = packed.flat().filter(packedWheel => same(wheel, packedWheel)).length
          const inOld = kept.filter(pack => pack.wheels.some(packedWheel => same(wheel, packedWheel))).length
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
        const digests = (list: readonly PackedWheel[]) =>
          planPacks(list, existing, { mayRepack })
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
          const { kept, packed } = planPacks(wanted, existing, { mayRepack: true })
          const added = packed.map((list, index) => ({ digest: `${revision}-${index}`, wheels: list }))
          existing = [...kept, ...added]
          const live = wanted.reduce((sum, { size }) => sum + size, 0)
          const held = existing.flatMap(pack => pack.wheels).reduce((sum, { size }) => sum + size, 0)
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
