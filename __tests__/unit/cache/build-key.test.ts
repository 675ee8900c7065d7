import { describe, expect, test } from '@jest/globals'
import { buildKey, buildKeys, builtKey, cacheKeys, type KeyParts } from '../../../src/cache/key.js'

const first = 'a'.repeat(32)
const second = '1'.repeat(32)
const parts: KeyParts = {
  planDigest: '0123456789abcdef',
  platform: { os: 'linux', arch: 'x64' },
  python: { cacheTag: 'cpython-311' },
  revision: 'c'.repeat(40),
  suffix: '',
  ref: '',
}

describe('keys of builds', () => {
  test('name system, interpreter, scope and both keys, and end in a hash and a terminator', () => {
    const { builds, claims } = buildKeys(parts, first)
    expect(builds).toEqual([`wheelcrew-1-build-linux-x64-cpython-311--${first}-`])
    expect(claims).toEqual([`wheelcrew-1-claim-linux-x64-cpython-311--${first}-`])
    expect(buildKey(builds[0], second, 'text')).toMatch(new RegExp(`^${builds[0]}${second}\\.[0-9a-f]{16}\\.$`))
    expect(buildKey(builds[0], second, 'text')).not.toBe(buildKey(builds[0], second, 'other'))
    expect(builtKey('d'.repeat(64))).toBe(`wheelcrew-1-built-${'d'.repeat(64)}.`)
  })

  test('are those of the own ref, the base and the default branch, in this order, where the keys carry refs', () => {
    const refs = { ref: 'refs/pull/1/merge', readableRefs: ['refs/heads/next', 'refs/heads/main', 'refs/pull/1/merge'] }
    const { builds } = buildKeys({ ...parts, ...refs }, first)
    const alone = ['refs/pull/1/merge', 'refs/heads/next', 'refs/heads/main'].map(
      ref => buildKeys({ ...parts, ref }, first).builds[0],
    )
    expect(builds).toEqual(alone)
    expect(new Set(alone).size).toBe(3)
  })

  test('differ with the suffix', () => {
    expect(buildKeys({ ...parts, suffix: 'gpu' }, first).builds[0]).toContain('-gpu-')
  })

  test('are never found in the place of a manifest, nor one in theirs', () => {
    const { builds, claims } = buildKeys(parts, first)
    const manifests = cacheKeys(parts)
    const entries = [buildKey(builds[0], second, ''), `${claims[0]}1-held.`, builtKey('d'.repeat(64))]
    for (const prefix of [manifests.manifest, ...manifests.prefixes]) {
      expect(entries.filter(key => key.startsWith(prefix))).toEqual([])
    }
    for (const prefix of [...builds, ...claims]) expect(manifests.manifest.startsWith(prefix)).toBe(false)
  })
})
