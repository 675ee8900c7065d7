import { describe, expect, test } from '@jest/globals'
import {
  blobDigest,
  cacheKeys,
  imageKey,
  type KeyParts,
  manifestKey,
  type PlanInputs,
  packKey,
  planDigest,
} from '../../../src/cache/key.js'
import type { NormalFile } from '../../../src/cache/normal-file.js'
import { makeLock } from '../../helpers/plan.js'

const requirements: NormalFile = {
  role: 'requirement',
  filename: 'requirements.txt',
  lines: ['numpy==2.1.0', 'pandas'],
  isHashed: false,
  versions: { numpy: '2.1.0' },
}

const inputs: PlanInputs = {
  files: [
    requirements,
    { ...requirements, role: 'constraint', filename: 'constraints.txt', lines: [], isHashed: true },
  ],
  extras: ['test', 'docs'],
  groups: ['dev'],
  flags: { 'all-extras': false, 'no-dev': true },
  python: {
    implementation: 'cpython',
    version: '3.11.7',
    magicNumber: 'a70d0d0a',
    tags: ['cp311-cp311-manylinux_2_28_x86_64', 'py3-none-any'],
  },
  platform: { os: 'linux', arch: 'x64', libc: 'glibc' },
  indexes: ['https://user:password@index.example/simple/'],
  suffix: '',
}

const base = planDigest(inputs)

function withFile(facts: Partial<NormalFile>): PlanInputs {
  return { ...inputs, files: [{ ...requirements, ...facts }, ...inputs.files.slice(1)] }
}

function withPython(facts: Partial<PlanInputs['python']>): PlanInputs {
  return { ...inputs, python: { ...inputs.python, ...facts } }
}

describe('planDigest', () => {
  test('is 16 hex digits', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/)
  })

  const same: readonly [string, PlanInputs][] = [
    ['the name of a file', withFile({ filename: 'other/requirements-dev.txt' })],
    ['what is said about versions', withFile({ versions: {} })],
    ['the order of files', { ...inputs, files: inputs.files.toReversed() }],
    ['the order of extras', { ...inputs, extras: ['docs', 'test'] }],
    ['the order of flags', { ...inputs, flags: { 'no-dev': true, 'all-extras': false } }],
    ['a patch version of Python', withPython({ version: '3.11.9' })],
    ['a newer C library of the same kind', withPython({ tags: ['cp311-cp311-manylinux_2_39_x86_64'] })],
    ['the credentials of an index', { ...inputs, indexes: ['https://index.example/simple'] }],
  ]

  test.each(same)('does not change with %s', (_, changed) => {
    expect(planDigest(changed)).toBe(base)
  })

  const different: readonly [string, PlanInputs][] = [
    ['a line', withFile({ lines: ['numpy==2.1.1', 'pandas'] })],
    ['the role of a file', withFile({ role: 'constraint' })],
    ['an extra', { ...inputs, extras: ['test'] }],
    ['an extra that becomes a group', { ...inputs, extras: ['test'], groups: ['dev', 'docs'] }],
    ['a flag', { ...inputs, flags: { ...inputs.flags, 'no-dev': false } }],
    ['the minor version of Python', withPython({ version: '3.12.0' })],
    ['the implementation', withPython({ implementation: 'pypy' })],
    ['the magic number', withPython({ magicNumber: 'cb0d0d0a' })],
    ['the binary interface of Python', withPython({ tags: ['cp311-cp311t-manylinux_2_28_x86_64'] })],
    ['the machine that Python is for', withPython({ tags: ['cp311-cp311-manylinux_2_28_i686'] })],
    ['the operating system', { ...inputs, platform: { ...inputs.platform, os: 'darwin' } }],
    ['the machine', { ...inputs, platform: { ...inputs.platform, arch: 'arm64' } }],
    ['the C library', { ...inputs, platform: { ...inputs.platform, libc: 'musl' } }],
    ['the index of unhashed input', { ...inputs, indexes: ['https://other.example/simple'] }],
    ['the suffix', { ...inputs, suffix: 'docs' }],
  ]

  test.each(different)('changes with %s', (_, changed) => {
    expect(planDigest(changed)).not.toBe(base)
  })

  test('leaves index addresses out when every file has hashes', () => {
    const hashed = withFile({ isHashed: true })
    expect(planDigest({ ...hashed, indexes: ['https://other.example'] })).toBe(planDigest(hashed))
  })
})

const parts: KeyParts = {
  planDigest: base,
  platform: { os: 'linux', arch: 'x64' },
  python: { cacheTag: 'cpython-311' },
  revision: 'a'.repeat(40),
  suffix: '',
  ref: '',
}

describe('cacheKeys', () => {
  test('names plan and revision, and looks for the plan, then for the platform', () => {
    const keys = cacheKeys(parts)
    expect(keys.manifest).toBe(`wheelcrew-1-linux-x64-cpython-311--${base}-${'a'.repeat(40)}.`)
    expect(keys.prefixes).toEqual([
      `wheelcrew-1-linux-x64-cpython-311--${base}-`,
      'wheelcrew-1-linux-x64-cpython-311--',
    ])
    expect(packKey('d'.repeat(64))).toBe(`wheelcrew-1-pack-${'d'.repeat(64)}.`)
  })

  test('gives a revision of any form the same length', () => {
    for (const revision of ['', 'v1.2.3', 'A'.repeat(40)]) {
      expect(cacheKeys({ ...parts, revision }).manifest).toMatch(/-[0-9a-f]{40}\.$/)
    }
  })

  test('never looks where another suffix saves', () => {
    for (const [mine, other] of [
      ['', 'a'],
      ['a', 'a-b'],
      ['a', ''],
      ['a,b', 'a'],
      ['x'.repeat(90), 'x'],
    ] as const) {
      const { prefixes, manifest } = cacheKeys({ ...parts, suffix: mine })
      const theirs = cacheKeys({ ...parts, suffix: other }).manifest
      expect(prefixes.some(prefix => theirs.startsWith(prefix))).toBe(false)
      expect(prefixes.every(prefix => manifest.startsWith(prefix))).toBe(true)
      expect(manifest).not.toMatch(/,/)
    }
  })

  test('keeps the manifests of refs apart, and looks at its own first', () => {
    const keys = cacheKeys({ ...parts, ref: 'refs/heads/topic', readableRefs: ['refs/heads/main'] })
    const main = cacheKeys({ ...parts, ref: 'refs/heads/main' })
    expect(keys.manifest).not.toBe(main.manifest)
    expect(keys.prefixes).toHaveLength(5)
    expect(keys.prefixes[0]).toBe(main.manifest)
    expect(keys.manifest.startsWith(keys.prefixes[1] ?? '?')).toBe(true)
    expect(keys.prefixes[2]).toBe(main.prefixes[0])
    expect(cacheKeys({ ...parts, readableRefs: ['refs/heads/main'] })).toMatchObject({
      prefixes: cacheKeys(parts).prefixes,
    })
  })
})

describe('images', () => {
  const sha256 = 'a'.repeat(64)

  test('are known by their bytes, or by another digest on which all jobs agree where that entry is spoiled', () => {
    expect(imageKey(blobDigest(sha256, []))).toBe(`wheelcrew-1-image-${sha256}.`)
    const second = blobDigest(sha256, [sha256])
    const third = blobDigest(sha256, [second, 'b'.repeat(64), sha256])
    expect(new Set([sha256, second, third]).size).toBe(3)
    expect(second).toMatch(/^[0-9a-f]{64}$/)
    expect(blobDigest(sha256, [second])).toBe(sha256)
    expect(blobDigest(sha256, [sha256, 'c'.repeat(64)])).toBe(second)
  })

  test('make another manifest of the same packs', () => {
    const plain = { lock: makeLock([]), packs: [] }
    const file = { digest: sha256, sha256, size: 1, rangeSums: ['00000000'] }
    const set = { key: sha256, root: '/venv', user: 0, plan: file, layers: [{ ...file, name: sha256 }] }
    const keyOf = (digest: string) => manifestKey('', { ...plain, images: [{ ...set, plan: { ...file, digest } }] })
    const keys = [manifestKey('', plain), keyOf(sha256), keyOf('b'.repeat(64))]
    expect(new Set(keys).size).toBe(3)
    expect(manifestKey('', { ...plain, images: [] })).toBe(keys[0])
  })
})
