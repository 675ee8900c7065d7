import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { formatBuildEntry, parseBuildEntry } from '../../../src/cache/build-entry.js'

const entry = { product: 'a'.repeat(64), note: '{"format":1}' }
const parseText = (text: string) => parseBuildEntry(zstdCompressSync(text))

describe('parseBuildEntry', () => {
  test('reads what formatBuildEntry wrote', () => {
    expect(parseBuildEntry(formatBuildEntry(entry))).toEqual(entry)
  })

  test('takes bytes cut short, or with another byte, for a miss', () => {
    const bytes = formatBuildEntry(entry)
    for (let at = 0; at < bytes.length; at++) {
      expect(parseBuildEntry(bytes.subarray(0, at))).toBeUndefined()
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 0x55
      expect([at, parseBuildEntry(flipped)]).toEqual([at, undefined])
    }
  })

  test('takes what unpacks to more than any note for a miss', () => {
    const text = zstdDecompressSync(formatBuildEntry(entry)).toString()
    expect(parseText(text + ' '.repeat(1 << 20))).toEqual(entry)
    expect(parseText(text + ' '.repeat(16 << 20))).toBeUndefined()
  })

  test.each([
    ['null'],
    ['[]'],
    ['1'],
    [JSON.stringify({ format: 2, ...entry })],
    [JSON.stringify({ ...entry })],
    [JSON.stringify({ format: 1, ...entry, product: '../x' })],
    [JSON.stringify({ format: 1, ...entry, product: 'A'.repeat(64) })],
    [JSON.stringify({ format: 1, ...entry, note: {} })],
    [JSON.stringify({ format: 1, product: entry.product })],
  ])('takes %s for a miss', text => {
    expect(parseText(text)).toBeUndefined()
  })
})
