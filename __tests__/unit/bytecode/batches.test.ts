import { describe, expect, test } from '@jest/globals'

import { type CompileFile, splitBatches } from '../../../src/bytecode/batches.js'

const kib = 1024
const file = (size: number, index: number): CompileFile => ({
  source: `/from/${index}.py`,
  target: `/to/${index}.pyc`,
  name: `${index}.py`,
  mtime: 0,
  size,
})
const sizesOf = (sizes: readonly number[], workers = 1) =>
  splitBatches(sizes.map(file), workers).map(batch => batch.map(({ size }) => size))

describe('batches', () => {
  test('take the biggest files first', () => {
    expect(sizesOf([100 * kib, 300 * kib, 200 * kib])).toEqual([[300 * kib], [200 * kib], [100 * kib]])
  })

  test('hold at most 256 KiB unless one file is bigger', () => {
    const batches = sizesOf([600, 120, 120, 120, 120, 120, 120].map(size => size * kib))
    expect(batches.map(batch => batch.length)).toEqual([1, 2, 2, 2])
  })

  test('hold at most 32 files', () => {
    expect(sizesOf(Array.from({ length: 70 }, () => 10)).map(batch => batch.length)).toEqual([32, 32, 6])
  })

  test('of a small call still give every worker a share', () => {
    const batches = sizesOf(
      Array.from({ length: 16 }, () => 8 * kib),
      2,
    )
    expect(batches.map(batch => batch.length)).toEqual([4, 4, 4, 4])
  })

  test('hold every file once', () => {
    const sizes = Array.from({ length: 500 }, (_, index) => (index * 7919) % 90_000)
    const ascending = (a: number, b: number) => a - b
    expect(sizesOf(sizes, 4).flat().toSorted(ascending)).toEqual(sizes.toSorted(ascending))
  })

  test('of no files are none', () => {
    expect(sizesOf([])).toEqual([])
  })
})
