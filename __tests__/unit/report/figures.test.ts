import { describe, expect, test } from '@jest/globals'
import { busyMs, mergeIntervals, unionMs } from '../../../src/report/intervals.js'
import { countOf, formatBytes, formatDuration } from '../../../src/report/units.js'

describe('figures', () => {
  test.each([
    [0, '0.00 s'],
    [84, '0.08 s'],
    [996, '1.0 s'],
    [4249, '4.2 s'],
    [99_960, '1 min 40 s'],
    [125_000, '2 min 05 s'],
  ])('%d ms reads %s', (ms, text) => expect(formatDuration(ms)).toBe(text))

  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1500, '1.5 kB'],
    [999_600, '1.0 MB'],
    [48_200_000, '48 MB'],
    [5_600_000_000, '5.6 GB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

  test('counts have separators and a plural', () => {
    expect([countOf(1, 'wheel'), countOf(0, 'wheel'), countOf(41_210, 'file')]).toEqual([
      '1 wheel',
      '0 wheels',
      '41,210 files',
    ])
  })
})

describe('intervals', () => {
  const overlapping = [
    { startMs: 5, endMs: 9 },
    { startMs: 0, endMs: 6 },
    { startMs: 20, endMs: 21 },
  ]

  test('merge where they overlap', () => {
    expect(mergeIntervals(overlapping)).toEqual([
      { startMs: 0, endMs: 9 },
      { startMs: 20, endMs: 21 },
    ])
  })

  test('have a union of wall time and a sum of work', () => {
    expect([unionMs(overlapping), busyMs(overlapping)]).toEqual([10, 11])
  })
})
