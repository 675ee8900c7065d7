import { describe, expect, test } from '@jest/globals'
import type { Lock } from '../../../src/plan/lock.js'
import { absoluteLock, relativeLock } from '../../../src/plan/lock-paths.js'
import { makeEntry, makeFile, makeLock } from '../../helpers/plan.js'

const file = (path: string) => makeFile('a-1.0-py3-none-any.whl', { url: undefined, path })
const tree = (path: string) => makeEntry('a', { wheels: [], source: { kind: 'directory', path, isEditable: true } })
const lockAt = (checkout: string): Lock =>
  makeLock([
    tree(checkout),
    tree(`${checkout}/packages/b`),
    tree(`${checkout}/../common`.replace(/[^/]+\/\.\.\//, '')),
    makeEntry('c', { wheels: [file(`${checkout}/wheels/c.whl`)], sdist: file(`${checkout}/c.tar.gz`) }),
    makeEntry('d', { wheels: [], archive: file(`${checkout}/d.whl`) }),
  ])

describe('a lock that travels', () => {
  test('names the files and source trees of the checkout where it is read', () => {
    const travelling = JSON.stringify(relativeLock(lockAt('/home/one/project'), '/home/one/project'))
    expect(travelling).not.toContain('/home')
    expect(absoluteLock(JSON.parse(travelling) as Lock, '/srv/two/x')).toEqual(
      JSON.parse(JSON.stringify(lockAt('/srv/two/x'))),
    )
  })

  test('keeps what has no path, and what shares only the root with the checkout', () => {
    const lock = makeLock([
      makeEntry('a'),
      makeEntry('b', { wheels: [file('/opt/wheels/b.whl')] }),
      makeEntry('c', { wheels: [], source: { kind: 'vcs', url: 'https://git.example/c', commit: undefined } }),
      tree('/homestead'),
    ])
    expect(relativeLock(lock, '/home/one')).toEqual(lock)
    expect(absoluteLock(lock, '/home/one')).toEqual(lock)
  })
})
