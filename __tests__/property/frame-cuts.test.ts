import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cutFrames, isPart } from '../../src/store/frame-cuts.js'

const files = fc
  .array(fc.nat(60), { maxLength: 30 })
  .map(sizes => sizes.map((size, index) => ({ path: `${index}`, size, sha256: '', executable: false })))
const frameSize = fc.integer({ min: 1, max: 25 })

describe('the cuts of files into frames', () => {
  test('hold every byte once, in order, and no frame is larger than allowed', () => {
    fc.assert(
      fc.property(files, frameSize, (all, limit) => {
        const cuts = cutFrames(all, limit)
        const reached = new Map(all.map(({ path }) => [path, 0]))
        for (const { size, pieces } of cuts) {
          expect(size).toBeLessThanOrEqual(limit)
          expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(size)
          for (const { file, offset, length } of pieces) {
            expect(offset).toBe(reached.get(file.path))
            reached.set(file.path, offset + length)
          }
        }
        expect(all.map(({ path }) => reached.get(path))).toEqual(all.map(({ size }) => size))
        const order = cuts.flatMap(({ pieces }) => pieces.map(({ file }) => Number(file.path)))
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })

  test('leave a file whole unless it is larger than a frame, which it then shares with none', () => {
    fc.assert(
      fc.property(files, frameSize, (all, limit) => {
        for (const { pieces } of cutFrames(all, limit)) {
          if (pieces.some(isPart)) expect(pieces).toHaveLength(1)
          for (const piece of pieces) expect(isPart(piece)).toBe(piece.file.size > limit)
        }
      }),
    )
  })
})
