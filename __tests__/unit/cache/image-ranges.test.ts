import { describe, expect, test } from '@jest/globals'
import { imageRangeBytes, imageRanges, isRangeSum, rangeCount, rangeSum } from '../../../src/cache/image-ranges.js'

describe('the ranges of an image', () => {
  test.each([0, 1, imageRangeBytes - 1, imageRangeBytes, imageRangeBytes + 1, 3 * imageRangeBytes, 100_192_256])(
    'cover its %d bytes once, in order',
    size => {
      const ranges = imageRanges(size)
      expect(ranges).toHaveLength(rangeCount(size))
      const ends = ranges.map(({ end }) => end)
      expect(ranges.map(({ start }) => start)).toEqual([0, ...ends].slice(0, ranges.length))
      expect(ends.at(-1) ?? 0).toBe(size)
      expect(ranges.map(({ index }) => index)).toEqual([...ranges.keys()])
      for (const { start, end } of ranges) expect(end - start).toBeGreaterThan(0)
    },
  )

  test('have the CRC-32 that zlib, gzip and PNG use, in 8 digits', () => {
    expect(rangeSum(Buffer.from('123456789'))).toBe('cbf43926')
    expect(rangeSum(Buffer.alloc(0))).toBe('00000000')
    // Of four bytes 0xff, the sum begins and ends in it.
    expect(rangeSum(Buffer.alloc(4, 0xff))).toBe('ffffffff')
  })

  test('have sums of 8 lower-case digits and nothing else', () => {
    expect(['00000000', 'cbf43926'].every(isRangeSum)).toBe(true)
    for (const other of ['', 'cbf4392', 'cbf439260', 'CBF43926', ' cbf43926', 'cbf43926\n', 7, null, undefined, []])
      expect([other, isRangeSum(other)]).toEqual([other, false])
  })
})
