import { describe, expect, test } from '@jest/globals'
import { describeDifference, ingredientsOf } from '../../../src/cache/ingredients.js'
import { type PlanInputs, planDigest } from '../../../src/cache/key.js'
import type { NormalFile } from '../../../src/cache/normal-file.js'

function file(versions: NormalFile['versions'], facts: Partial<NormalFile> = {}): NormalFile {
  const lines = Object.entries(versions).map(pair => pair.join('=='))
  return { role: 'requirement', filename: '/work/pylock.toml', lines, isHashed: true, versions, ...facts }
}

const six = { six: '1.16' }
const lock = (name: string, versions: NormalFile['versions'] = six) => file(versions, { filename: `/work/${name}` })
const python: PlanInputs['python'] = {
  ...{ implementation: 'cpython', version: '3.11.7', magicNumber: 'a70d0d0a' },
  tags: ['cp311-cp311-manylinux_2_36_x86_64', 'py3-none-any'],
}

function make(facts: Partial<PlanInputs> = {}): PlanInputs {
  return {
    files: [file(six)],
    extras: [],
    groups: [],
    flags: { 'compile-bytecode': true, 'no-deps': false },
    python,
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
    ['one more file', { files: [file(six), lock('pylock.b.toml')] }, '`pylock.b.toml` is new'],
    ['no file', { files: [] }, '`pylock.toml` is gone'],
    ['another name', { files: [lock('pylock.b.toml')] }, ''],
    ['another file', { files: [lock('uv.lock', { six: '1.17' })] }, '`pylock.toml → uv.lock`: six 1.16 → 1.17'],
    [
      'another file of the same versions',
      { files: [file(six, { filename: 'uv.lock', lines: ['other'] })] },
      '`pylock.toml → uv.lock` changed, no version of it did',
    ],
    [
      'two files for one',
      { files: [lock('requirements.txt'), lock('constraints.txt')] },
      '`constraints.txt` is new; `pylock.toml` is gone; `requirements.txt` is new',
    ],
    [
      'a configuration for a file',
      { files: [file({}, { role: 'configuration', filename: 'uv configuration', lines: ['x'] })] },
      '`pylock.toml` is gone; `uv configuration` is new',
    ],
    ['an empty file', { files: [file(six), file({}, { filename: 'constraints.txt' })] }, ''],
    ['an extra', { extras: ['b', 'a'] }, 'extra: none → `a b`'],
    [
      'a flag',
      { flags: { 'compile-bytecode': false, 'no-deps': true } },
      'compile-bytecode: `true` → `false`; no-deps: `false` → `true`',
    ],
    [
      'another Python',
      {
        python: { ...python, version: '3.12.1', magicNumber: 'cb0d0d0a', tags: ['cp312-cp312-manylinux_2_36_x86_64'] },
      },
      'Python: `cpython 3.11 (bytecode a70d0d0a)` → `cpython 3.12 (bytecode cb0d0d0a)`',
    ],
    [
      'another system',
      { platform: { os: 'darwin', arch: 'arm64', libc: '' } },
      'platform: `linux x64 glibc` → `darwin arm64`',
    ],
    [
      'another binary interface',
      { python: { ...python, tags: ['cp311-cp311d-manylinux_2_36_x86_64'] } },
      'binary interface: `cp311-cp311-manylinux_x86_64` → `cp311-cp311d-manylinux_x86_64`',
    ],
    ['a newer system', { python: { ...python, tags: ['cp311-cp311-manylinux_2_39_x86_64'] } }, ''],
    ['an index that nothing comes from unchecked', { indexes: ['https://other.example/simple'] }, ''],
  ])('is named: %s', (_, facts, expected) => expect(difference(facts)).toBe(expected))

  test('is named by name, and the rest counted', () => {
    const at = (version: string) => ({ files: [file({ e: version, d: version, a: version, c: version, b: version })] })
    expect(between(at('1'), at('2'))).toBe('`pylock.toml`: a 1 → 2, b 1 → 2, c 1 → 2 and 2 more')
  })

  test('is an index where an input has no hashes', () => {
    const files = [file(six, { isHashed: false })]
    const from = (address: string) => ({ files, indexes: [address] })
    expect(between(from('https://a.example'), from('https://a.example/'))).toBe('')
    expect(between(from('https://a.example'), from('https://b.example'))).toBe(
      'indexes: `https://a.example` → `https://b.example`',
    )
  })

  test('names no credential', () => {
    const text = JSON.stringify(ingredientsOf(make({ files: [file(six, { isHashed: false })] })))
    expect(text).toContain('index.example')
    expect(text).not.toContain('hunter2')
  })

  // Whatever the key is made of, except the suffix: entries of another one are not looked at.
  test.each<[string, Partial<PlanInputs>]>([
    ['a file', { files: [file({ six: '2' })] }],
    ['a hash', { files: [file(six, { lines: ['six==1.16 other'] })] }],
    ['an extra', { extras: ['a'] }],
    ['a group', { groups: ['a'] }],
    ['a flag', { flags: { 'compile-bytecode': true, 'no-deps': true } }],
    ['a new flag', { flags: { 'compile-bytecode': true, 'no-deps': false, 'no-dev': false } }],
    ['an implementation', { python: { ...python, implementation: 'pypy' } }],
    ['a version', { python: { ...python, version: '3.12.0' } }],
    ['a magic number', { python: { ...python, magicNumber: 'ff' } }],
    ['a binary interface', { python: { ...python, tags: ['cp311-abi3-linux_x86_64'] } }],
    ['an operating system', { platform: { os: 'win32', arch: 'x64', libc: 'glibc' } }],
    ['an architecture', { platform: { os: 'linux', arch: 'arm64', libc: 'glibc' } }],
    ['a libc', { platform: { os: 'linux', arch: 'x64', libc: 'musl' } }],
    ['indexes', { indexes: ['https://other.example'] }],
  ])('is never empty where the digest differs: %s', (_, facts) => {
    const loose = make({ files: [file(six, { isHashed: false })] })
    const changed = { ...loose, ...facts }
    expect(planDigest(changed)).not.toBe(planDigest(loose))
    expect(describeDifference(ingredientsOf(loose), ingredientsOf(changed))).not.toBe('')
  })

  test('is short, whatever the values are', () => {
    expect(difference({ extras: ['x'.repeat(500)] }).length).toBeLessThan(100)
    const long = Object.fromEntries(['a', 'b', 'c', 'd'].map(name => [name.repeat(500), 'x'.repeat(500)]))
    expect(difference({ files: [file(long)] }).length).toBeLessThan(600)
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}`.padEnd(500), 'x']))
    expect(describeDifference({ files: {}, settings: many }, ingredientsOf(make())).length).toBeLessThan(3000)
  })
})
