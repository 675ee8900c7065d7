import { expect, test } from '@jest/globals'
import { type CacheSession, describeCache } from '../../../src/pipeline/cache.js'

test('what the cache is said to have holds nothing that a terminal acts on', () => {
  const open = { backend: { name: 'memory' }, keys: { manifest: 'key' }, matchedKey: 'other', spoiled: new Set() }
  const session = { open, reason: 'found, of revision \u001b[2Jaé\u202e\n::set-output' } as unknown as CacheSession
  const { reason } = describeCache(session, { wheels: 1, spared: 0 })
  expect(reason).toBe('found, of revision [2Jaé::set-output')
})
