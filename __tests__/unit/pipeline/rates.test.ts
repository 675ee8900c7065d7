import { describe, expect, test } from '@jest/globals'
import { measuredRates } from '../../../src/pipeline/rates.js'
import type { Span } from '../../../src/report/timeline.js'

const mebibyte = 1 << 20
const span = (stage: Span['stage'], [startMs, endMs]: readonly [number, number], bytes?: number): Span => ({
  stage,
  startMs,
  endMs,
  ...(bytes !== undefined && { bytes }),
})

describe('the rates of a run', () => {
  test('count time once in which several downloads went on, and not the pauses between them', () => {
    const spans = [
      span('fetch', [0, 1000], 10 * mebibyte),
      span('fetch', [500, 1000], 10 * mebibyte),
      span('fetch', [5000, 6000], 20 * mebibyte),
    ]
    expect(measuredRates(spans)).toEqual({ fetch: 20 * mebibyte })
  })

  test('take unpacking and compiling for one piece of work', () => {
    const spans = [span('unpack', [0, 1000], 30 * mebibyte), span('compile', [500, 3000], 5 * mebibyte)]
    expect(measuredRates(spans)).toEqual({ prepare: 10 * mebibyte })
  })

  test('are none where too little was moved to tell', () => {
    expect(measuredRates([])).toEqual({})
    expect(measuredRates([span('fetch', [0, 10], 100 * mebibyte)])).toEqual({})
    expect(measuredRates([span('fetch', [0, 10_000], mebibyte)])).toEqual({})
  })
})
