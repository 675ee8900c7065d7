import { posix, win32 } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { type Placement, placeEntry } from '../../src/wheel/placement.js'

const layout = { distInfo: 'a-1.0.dist-info', rootIsPurelib: true }
const segment = fc.oneof(
  fc.constantFrom('..', '.', '', 'a-1.0.data', 'A-1.0.data', 'scripts', 'data', 'C:', '\\', '..\\..', '\0', 'x'),
  fc.string(),
)
const path = fc.oneof(
  fc.string(),
  fc.array(segment, { maxLength: 6 }).map(segments => segments.join('/')),
)

function place(entry: string): Placement | undefined {
  try {
    return placeEntry(entry, layout, 'w')
  } catch (error) {
    if (!isUserError(error)) throw error
    return undefined
  }
}

describe('placeEntry', () => {
  test('never leaves the directory of the scheme, on any system', () => {
    fc.assert(
      fc.property(path, entry => {
        const placement = place(entry)
        if (placement === undefined) return
        expect(posix.join('/scheme', placement.path)).toBe(`/scheme/${placement.path}`)
        expect(win32.resolve('D:\\scheme', placement.path).startsWith('D:\\scheme\\')).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  test('keeps different entries of one scheme apart', () => {
    fc.assert(
      fc.property(path, path, (one, other) => {
        const places = [place(one), place(other)]
        if (one === other || places.includes(undefined) || places[0]?.path !== places[1]?.path) return
        expect([one, other].some(entry => entry.toLowerCase().startsWith('a-1.0.data/'))).toBe(true)
      }),
    )
  })
})
