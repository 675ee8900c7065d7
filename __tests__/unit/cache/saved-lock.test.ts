import { describe, expect, test } from '@jest/globals'
import { savedLock } from '../../../src/cache/saved-lock.js'
import { makeEntry, makeFile, makeInterpreter, makeLock } from '../../helpers/plan.js'

const { tags } = makeInterpreter()

describe('the lock of a manifest', () => {
  test('keeps the wheels of every version of this platform, and nothing else of a lock goes', () => {
    const wheels = [
      'a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl',
      'a-1.0-cp311-cp311-manylinux_2_39_x86_64.whl',
      'a-1.0-cp311-cp311-win_amd64.whl',
      'a-1.0-cp312-cp312-manylinux_2_17_x86_64.whl',
      'a-1.0-py3-none-any.whl',
      'not-a-wheel',
    ]
    const entry = makeEntry('a', { wheels: wheels.map(name => makeFile(name)), sdist: makeFile('a-1.0.tar.gz') })
    const lock = makeLock([entry], { requiresPython: '>=3.9', extras: ['x'] })
    const saved = savedLock(lock, tags)
    expect(saved.distributions[0]?.wheels.map(({ filename }) => filename)).toEqual([
      'a-1.0-cp311-cp311-manylinux_2_17_x86_64.whl',
      'a-1.0-cp311-cp311-manylinux_2_39_x86_64.whl',
      'a-1.0-py3-none-any.whl',
      'not-a-wheel',
    ])
    expect({ ...saved, distributions: [{ ...saved.distributions[0], wheels: entry.wheels }] }).toEqual(lock)
  })

  test('names no credential', () => {
    const secret = (name: string) => makeFile(name, { url: `https://me:hunter2@files.example/${name}?token=hunter2` })
    const lock = makeLock([
      makeEntry('a', { wheels: [secret('a-1.0-py3-none-any.whl')], sdist: secret('a-1.0.tar.gz') }),
      makeEntry('b', { wheels: [], archive: secret('b-1.0-py3-none-any.whl') }),
      ...['https://hunter2@git.example/c', 'ssh://git:hunter2@git.example/c'].map(url =>
        makeEntry('c', { wheels: [], source: { kind: 'vcs', url, commit: undefined } }),
      ),
    ])
    expect(JSON.stringify(lock)).toContain('hunter2')
    expect(JSON.stringify(savedLock(lock, tags))).not.toContain('hunter2')
    expect(JSON.stringify(savedLock(lock, tags))).toContain('"ssh://git@git.example/c"')
  })
})
