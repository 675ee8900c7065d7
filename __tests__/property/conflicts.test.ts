import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { settleClaims } from '../../src/install/conflicts.js'
import { orderWheels } from '../../src/install/order.js'

const names = ['a', 'b', 'c', 'd', 'e']
const paths = ['/site/x.py', '/site/y.py', '/site/z/__init__.py', '/bin/tool']
const wheel = (name: string) =>
  fc.record({
    name: fc.constant(name),
    requires: fc.uniqueArray(fc.constantFrom(...names)),
    claims: fc.uniqueArray(fc.record({ destination: fc.constantFrom(...paths), sha256: fc.constantFrom('1', '2') }), {
      selector: ({ destination }) => destination,
    }),
  })
const wheels = fc.tuple(...names.map(wheel))
const shuffled = wheels.chain(all =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
)

const settle = (
  all: readonly { name: string; requires: string[]; claims: { destination: string; sha256: string }[] }[],
) => settleClaims(orderWheels(all))

describe('any wheels with any shared paths', () => {
  test('settle the same way, in whatever order they come', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(settle(other)).toEqual(settle(all))
      }),
    )
  })

  test('leave one writer for every path, and of two wheels the same one wins all that they contest', () => {
    fc.assert(
      fc.property(wheels, all => {
        const { lost, conflicts } = settle(all)
        for (const path of paths) {
          const claimants = all.filter(({ claims }) => claims.some(({ destination }) => destination === path))
          const writers = claimants.filter(({ name }) => lost.get(name)?.has(path) !== true)
          expect(writers.length).toBe(Math.min(1, claimants.length))
        }
        const pairs = conflicts.map(({ winner, loser }) => `${winner} ${loser}`)
        expect(pairs.filter(pair => pairs.includes(pair.split(' ').reverse().join(' ')))).toEqual([])
      }),
    )
  })

  test('are named with exactly the paths whose bytes differ', () => {
    fc.assert(
      fc.property(wheels, all => {
        const digest = new Map(
          all.flatMap(({ name, claims }) => claims.map(claim => [`${name} ${claim.destination}`, claim.sha256])),
        )
        for (const { winner, loser, paths: contested } of settle(all).conflicts) {
          expect(contested).not.toEqual([])
          for (const path of contested) expect(digest.get(`${winner} ${path}`)).not.toBe(digest.get(`${loser} ${path}`))
        }
      }),
    )
  })
})
