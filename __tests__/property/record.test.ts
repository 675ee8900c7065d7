import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatRecord, parseRecord, recordHash } from '../../src/wheel/record.js'
import { checkRecord } from '../../src/wheel/record-check.js'

const csvText = fc.array(fc.constantFrom('a', '/', ',', '"', '\n', '\r', ' ', 'é', '1'), {
  minLength: 1,
  maxLength: 12,
})
const row = fc.record({
  path: fc.oneof(
    fc.string({ minLength: 1 }),
    csvText.map(letters => letters.join('')),
  ),
  hash: fc.oneof(fc.constant(''), fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hashOf)),
  size: fc.option(fc.nat(), { nil: undefined }),
})

function hashOf(digest: Uint8Array): string {
  return recordHash(Buffer.from(digest).toString('hex'))
}

describe('RECORD', () => {
  test('is read back as it was written, sorted by path', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ path }) => path }), rows => {
        const sorted = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1))
        expect(parseRecord(formatRecord(rows))).toEqual({ rows: sorted, faults: [] })
      }),
    )
  })

  test('is written the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ path }) => path }), rows => {
        expect(formatRecord(rows.toReversed())).toBe(formatRecord(rows))
      }),
    )
  })

  test('is read whatever the text, each row of it from the text', () => {
    const texts = fc.oneof(
      fc.string(),
      csvText.map(letters => letters.join('')),
    )
    fc.assert(
      fc.property(texts, text => {
        for (const { path, hash } of parseRecord(text).rows) {
          expect(text.replaceAll('""', '"').replaceAll('"', '')).toContain(path.replaceAll('"', ''))
          expect(text.replaceAll('""', '"').replaceAll('"', '')).toContain(hash.replaceAll('"', ''))
        }
      }),
    )
  })

  test('of any text is compared with files, and each sentence names the wheel', () => {
    const files = fc.array(
      fc.record({ path: fc.constantFrom('a', 'a/1', 'é'), size: fc.nat(3), sha256: fc.constant('00') }),
    )
    fc.assert(
      fc.property(csvText, files, (letters, files) => {
        const checked = { wheel: 'w.whl', distInfo: 'a', files, digests: new Map() }
        for (const sentence of checkRecord(parseRecord(letters.join('')), checked)) {
          expect(sentence).toMatch(/^`w\.whl`: RECORD [a-z]/)
        }
      }),
    )
  })
})
