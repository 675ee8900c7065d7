import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { formatRecord, parseRecord, recordHash } from '../../src/wheel/record.js'

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
        expect(parseRecord(formatRecord(rows), 'w')).toEqual(sorted)
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

  test('is read or refused whatever the text, and has no other failure', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          csvText.map(letters => letters.join('')),
        ),
        text => {
          try {
            parseRecord(text, 'w')
          } catch (error) {
            if (!isUserError(error)) throw error
          }
        },
      ),
    )
  })
})
