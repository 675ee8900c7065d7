import { describe, expect, test } from '@jest/globals'
import { describeDifference, ingredientsOf } from '../../../src/cache/ingredients.js'
import type { PlanInputs } from '../../../src/cache/key.js'

function make(facts: Partial<PlanInputs> = {}): PlanInputs {
  return {
    files: [{ role: 'requirement', filename: '/work/requirements.txt', text: 'six==1.0\n' }],
    packages: [],
    extras: [],
    groups: [],
    flags: { compileBytecode: true, noDeps: false },
    python: { implementation: 'cpython', version: '3.11.7', magicNumber: 'a70d0d0a' },
    platform: { os: 'linux', arch: 'x64', libc: 'glibc' },
    indexes: ['https://me:hunter2@index.example/simple'],
    suffix: '',
    ...facts,
  }
}

const difference = (facts: Partial<PlanInputs>) => describeDifference(ingredientsOf(make()), ingredientsOf(make(facts)))
const files = (text: string, filename = '/work/requirements.txt') => [{ role: 'requirement', filename, text }] as const

describe('what differs between two plans', () => {
  test.each<[string, Partial<PlanInputs>, string]>([
    ['nothing', {}, ''],
    ['a comment', { files: files('# why\nsix==1.0\n') }, ''],
    ['another directory', { files: files('six==1.0\n', '/other/requirements.txt') }, ''],
    ['a pin', { files: files('six==1.1\n') }, '`requirements.txt` changed'],
    ['another file', { files: files('six==1.0\n', 'dev.txt') }, '`dev.txt` is new; `requirements.txt` is gone'],
    ['an extra', { extras: ['b', 'a'] }, 'extras: none → `a b`'],
    [
      'a flag',
      { flags: { compileBytecode: false, noDeps: true } },
      'compileBytecode: `true` → none; noDeps: none → `true`',
    ],
    [
      'another Python',
      { python: { implementation: 'cpython', version: '3.12.1', magicNumber: 'cb0d0d0a' } },
      'Python: `cpython 3.11 (bytecode a70d0d0a)` → `cpython 3.12 (bytecode cb0d0d0a)`',
    ],
    [
      'another system',
      { platform: { os: 'darwin', arch: 'arm64', libc: '' } },
      'platform: `linux x64 glibc` → `darwin arm64`',
    ],
  ])('is named: %s', (_, facts, expected) => expect(difference(facts)).toBe(expected))

  test('names no credential', () => {
    expect(
      JSON.stringify(ingredientsOf(make({ packages: ['a @ https://me:hunter2@files.example/a.whl'] }))),
    ).not.toContain('hunter2')
  })

  test('is short, whatever the values are', () => {
    expect(difference({ packages: ['x'.repeat(500)] }).length).toBeLessThan(100)
  })
})
