import { describe, expect, test } from '@jest/globals'
import { describeDifference, ingredientsOf } from '../../../src/cache/ingredients.js'
import type { PlanInputs } from '../../../src/cache/key.js'
import type { NormalFile } from '../../../src/cache/normal-file.js'

function file(versions: NormalFile['versions'], facts: Partial<NormalFile> = {}): NormalFile {
  const lines = Object.entries(versions).map(pair => pair.join('=='))
  return { role: 'requirement', filename: '/work/pylock.toml', lines, isHashed: true, versions, ...facts }
}

const six = { six: '1.16' }

function make(facts: Partial<PlanInputs> = {}): PlanInputs {
  return {
    files: [file(six)],
    extras: [],
    groups: [],
    flags: { compileBytecode: true, noDeps: false },
    python: { implementation: 'cpython', version: '3.11.7', magicNumber: 'a70d0d0a', tags: ['py3-none-any'] },
    platform: { os: 'linux', arch: 'x64', libc: 'glibc' },
    indexes: ['https://me:hunter2@index.example/simple'],
    suffix: '',
    ...facts,
  }
}

const between = (before: Partial<PlanInputs>, after: Partial<PlanInputs>) =>
  describeDifference(ingredientsOf(make(before)), ingredientsOf(make(after)))
const difference = (facts: Partial<PlanInputs>) => between({}, facts)

describe('what differs between two plans', () => {
  test.each<[string, Partial<PlanInputs>, string]>([
    ['nothing', {}, ''],
    ['another directory', { files: [file(six, { filename: 'C:\\other\\pylock.toml' })] }, ''],
    ['a version', { files: [file({ six: '1.17' })] }, '`pylock.toml`: six 1.16 → 1.17'],
    ['a new distribution', { files: [file({ ...six, idna: '3.10' })] }, '`pylock.toml`: idna none → 3.10'],
    ['one that is gone', { files: [file({}, { lines: ['other'] })] }, '`pylock.toml`: six 1.16 → none'],
    ['a hash', { files: [file(six, { lines: ['other'] })] }, '`pylock.toml` changed, no version of it did'],
    ['another file', { files: [file(six, { filename: 'uv.lock' })] }, '`pylock.toml` is gone; `uv.lock` is new'],
    ['an empty file', { files: [file(six), file({}, { filename: 'constraints.txt' })] }, ''],
    ['an extra', { extras: ['b', 'a'] }, 'extras: none → `a b`'],
    [
      'a flag',
      { flags: { compileBytecode: false, noDeps: true } },
      'compileBytecode: `true` → none; noDeps: none → `true`',
    ],
    [
      'another Python',
      { python: { implementation: 'cpython', version: '3.12.1', magicNumber: 'cb0d0d0a', tags: [] } },
      'Python: `cpython 3.11 (bytecode a70d0d0a)` → `cpython 3.12 (bytecode cb0d0d0a)`',
    ],
    [
      'another system',
      { platform: { os: 'darwin', arch: 'arm64', libc: '' } },
      'platform: `linux x64 glibc` → `darwin arm64`',
    ],
  ])('is named: %s', (_, facts, expected) => expect(difference(facts)).toBe(expected))

  test('is named by name, and the rest counted', () => {
    const at = (version: string) => ({ files: [file({ e: version, d: version, a: version, c: version, b: version })] })
    expect(between(at('1'), at('2'))).toBe('`pylock.toml`: a 1 → 2, b 1 → 2, c 1 → 2 and 2 more')
  })

  test('names no credential', () => {
    expect(JSON.stringify(ingredientsOf(make()))).not.toContain('hunter2')
  })

  test('is short, whatever the values are', () => {
    expect(difference({ extras: ['x'.repeat(500)] }).length).toBeLessThan(100)
    const long = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [name.repeat(500), 'x'.repeat(500)]))
    expect(difference({ files: [file(long)] }).length).toBeLessThan(600)
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}`.padEnd(500), 'x']))
    expect(describeDifference({ files: {}, settings: many }, ingredientsOf(make())).length).toBeLessThan(3000)
  })
})
