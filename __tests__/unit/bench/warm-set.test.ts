import { describe, expect, test } from '@jest/globals'
import { joinResults, ratios, spread, threeDigits, wall } from '../../../bench/warm-results.js'
import { renderSet } from '../../../bench/warm-set.js'

describe('the figures of a warm measurement', () => {
  test('compare runs of the same round only', () => {
    const theirs = [sample('uv', 0, 100), sample('uv', 1, 900), sample('uv', 2, 5)]
    const ours = [sample('wheelcrew', 0, 50), sample('wheelcrew', 1, 300)]
    expect(ratios(theirs, ours, wall)).toEqual([2, 3])
  })

  test('are the median with the least and the most, at three digits', () => {
    expect(spread([10, 2, 123.4])).toBe('10.0 (2.00 to 123)')
    expect(spread([0.5])).toBe('0.500')
    expect(spread([])).toBe('')
    expect([-64.09, 999.6, 0.0312].map(threeDigits)).toEqual(['-64.1', '1000', '0.031'])
  })

  test('reach an aim or miss it, and are not measured where a peer is left out', () => {
    const page = renderSet(results([...both(0, [8000, 2000, 190]), ...both(1, [8000, 2000, 210])]))
    expect(page).toContain('| bytecode, against uv with bytecode | ≥ 40 | 40.1 (38.1 to 42.1) reached |')
    expect(page).toContain('| bytecode, by hard links, against uv without | ≥ 0.7 | 10.0 (9.52 to 10.5) reached |')
    expect(page).toContain(
      '| until imported, against the better of uv with and without | ≥ 2 | 2.50 (2.48 to 2.52) reached |',
    )
    expect(page).toContain('| image, against unpacking a tar of it | ≥ 30 | not measured |')
    expect(page).toContain('| peak memory, MB | < 300 | 301 **missed** |')
    expect(page).toContain('`pip.ext4` is left out: error: no pip')
    expect(renderSet(results(both(0, [8000, 2000, 201])))).toContain('39.8 **missed**')
  })
})

test('what a file system was measured before stays when another one is measured', () => {
  const size = (fileSystem: string) => ({ fileSystem, bytes: 1, files: 1 })
  const on = (fileSystem: string, wallMs: number) => ({
    ...sample('uv', 0, wallMs),
    slug: `uv.scientific.${fileSystem}`,
  })
  const earlier = { samples: [on('ext4', 1), on('tmpfs', 2)], memory: [], sizes: [size('ext4'), size('tmpfs')] }
  const joined = joinResults(earlier, { samples: [on('tmpfs', 3)], memory: [], sizes: [size('tmpfs')] })
  expect(joined.samples.map(({ wallMs }) => wallMs)).toEqual([1, 3])
  expect(joined.sizes.map(({ fileSystem }) => fileSystem)).toEqual(['ext4', 'tmpfs'])
})

function sample(way: string, round: number, wallMs: number) {
  return { slug: `${way}.scientific.ext4`, round, wallMs, userMs: wallMs, systemMs: 0, importMs: 1000 }
}

function both(round: number, [uv, plain, ours]: readonly [number, number, number]) {
  return [sample('uv', round, uv), sample('uv-plain', round, plain), sample('wheelcrew', round, ours)]
}

function results(samples: readonly ReturnType<typeof sample>[]) {
  return {
    date: '2026-01-01',
    set: 'scientific',
    runs: 2,
    wheels: { count: 21, bytes: 200e6 },
    machine: { cores: 2, cpu: 'a processor', memoryGb: 8, kernel: '6.0', fileSystem: 'ext4' },
    versions: { python: '3.11', node: '24', uv: '0.13', pip: '23', cp: '9', tar: '1' },
    samples,
    memory: [{ slug: 'wheelcrew.scientific.ext4', round: 2, peakTreeBytes: 301e6 }],
    skipped: [{ way: 'pip.ext4', reason: 'error: no pip' }],
    sizes: [{ fileSystem: 'ext4', bytes: 100e6, files: 1000 }],
  }
}
