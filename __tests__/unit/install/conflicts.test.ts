import { describe, expect, test } from '@jest/globals'
import { settleClaims } from '../../../src/install/conflicts.js'

const claimant = (name: string, claims: Record<string, string>) => ({
  name,
  claims: Object.entries(claims).map(([destination, sha256]) => ({ destination, sha256 })),
})

describe('settleClaims', () => {
  test('lets the last wheel win every path that it shares with another', () => {
    const { lost, conflicts } = settleClaims([
      claimant('first', { '/a': '1', '/b': '1', '/only': '1' }),
      claimant('last', { '/a': '2', '/b': '2' }),
    ])
    expect([...(lost.get('first') ?? [])].sort()).toEqual(['/a', '/b'])
    expect(lost.get('last')).toBeUndefined()
    expect(conflicts).toEqual([{ winner: 'last', loser: 'first', paths: ['/a', '/b'] }])
  })

  test('is silent about equal files, and still writes them once', () => {
    const { lost, conflicts } = settleClaims([claimant('a', { '/n': 'same' }), claimant('b', { '/n': 'same' })])
    expect(conflicts).toEqual([])
    expect(lost.get('a')).toEqual(new Set(['/n']))
  })

  test('finds no conflict where nothing is shared', () => {
    const { lost, conflicts } = settleClaims([claimant('a', { '/x': '1' }), claimant('b', { '/y': '2' })])
    expect(lost.size).toBe(0)
    expect(conflicts).toEqual([])
  })

  test('takes paths for one that the file system takes for one, within a wheel too', () => {
    const lower = (path: string) => path.toLowerCase()
    const { lost, conflicts } = settleClaims([claimant('a', { '/N.py': '1' }), claimant('b', { '/n.py': '2' })], lower)
    expect(lost.get('a')).toEqual(new Set(['/N.py']))
    expect(conflicts).toEqual([{ winner: 'b', loser: 'a', paths: ['/N.py'] }])
    const alone = settleClaims([claimant('a', { '/N.py': '1', '/n.py': '2' })], lower)
    expect(alone.conflicts).toEqual([{ winner: 'a', loser: 'a', paths: ['/n.py'] }])
    expect(settleClaims([claimant('a', { '/N.py': '1' }), claimant('b', { '/n.py': '2' })]).lost.size).toBe(0)
  })
})
