import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { recordHash, recordHashes } from '../../src/wheel/record.js'

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))

describe('digests for RECORD', () => {
  test('are the same together as one by one, URL-safe and without padding', () => {
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 20 }), digests => {
        const expected = digests.map(hex => `sha256=${Buffer.from(hex, 'hex').toString('base64url')}`)
        expect(recordHashes(digests)).toEqual(expected)
        expect(digests.map(recordHash)).toEqual(expected)
      }),
    )
  })
})
