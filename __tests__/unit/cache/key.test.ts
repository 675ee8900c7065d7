import { describe, expect, test } from '@jest/globals'
import { cacheKeys, type KeyParts, type PlanInputs, packKey, planDigest } from '../../../src/cache/key.js'

const hashed = [
  '# made by a tool',
  'numpy==2.1.0 \\',
  '    --hash=sha256:aa \\',
  '    --hash=sha256:bb',
  'pandas==2.2.3 \\',
  '    --hash=sha256:cc',
].join('\n')

const inputs: PlanInputs = {
  files: [{ role: 'requirement', filename: 'requirements.txt', text: 'numpy==2.1.0\npandas\n' }],
  packages: ['polars'],
  extras: ['test', 'docs'],
  groups: ['dev'],
  flags: { 'all-extras': false, 'no-dev': true },
  python: { implementation: 'cpython', version: '3.11.7', magicNumber: 'a70d0d0a' },
  platform: { os: 'linux', arch: 'x64', libc: 'glibc' },
  indexes: ['https://user:password@index.example/simple/'],
  suffix: '',
}

const base = planDigest(inputs)

function withText(text: string, filename = 'requirements.txt'): PlanInputs {
  return { ...inputs, files: [{ role: 'requirement', filename, text }] }
}

describe('planDigest', () => {
  test('is 16 hex digits', () => {
    expect(base).toMatch(/^[0-9a-f]{16}$/)
  })

  const same: readonly [string, PlanInputs][] = [
    ['a comment', withText('# note\nnumpy==2.1.0 # pinned\npandas\n')],
    ['blank lines, spaces and line ends', withText('\r\n  numpy==2.1.0  \r\n\r\npandas')],
    ['the order of requirements', withText('pandas\nnumpy==2.1.0')],
    ['a continued line', withText('numpy==2.1.0\\\n\npandas')],
    ['the order of extras', { ...inputs, extras: ['docs', 'test'] }],
    ['the order of flags', { ...inputs, flags: { 'no-dev': true, 'all-extras': false } }],
    ['a patch version of Python', { ...inputs, python: { ...inputs.python, version: '3.11.9' } }],
    ['the credentials of an index', { ...inputs, indexes: ['https://index.example/simple'] }],
  ]

  test.each(same)('does not change with %s', (_, changed) => {
    expect(planDigest(changed)).toBe(base)
  })

  const different: readonly [string, PlanInputs][] = [
    ['a requirement', withText('numpy==2.1.1\npandas')],
    ['a URL fragment', withText('numpy==2.1.0\npandas#egg')],
    ['an option line', withText('--pre\nnumpy==2.1.0\npandas')],
    ['the role of a file', { ...inputs, files: inputs.files.map(file => ({ ...file, role: 'constraint' as const })) }],
    ['a package', { ...inputs, packages: ['polars[all]'] }],
    ['an extra', { ...inputs, extras: ['test'] }],
    ['an extra that becomes a group', { ...inputs, extras: ['test'], groups: ['dev', 'docs'] }],
    ['a flag', { ...inputs, flags: { ...inputs.flags, 'no-dev': false } }],
    ['the minor version of Python', { ...inputs, python: { ...inputs.python, version: '3.12.0' } }],
    ['the implementation', { ...inputs, python: { ...inputs.python, implementation: 'pypy' } }],
    ['the magic number', { ...inputs, python: { ...inputs.python, magicNumber: 'cb0d0d0a' } }],
    ['the operating system', { ...inputs, platform: { ...inputs.platform, os: 'darwin' } }],
    ['the machine', { ...inputs, platform: { ...inputs.platform, arch: 'arm64' } }],
    ['the C library', { ...inputs, platform: { ...inputs.platform, libc: 'musl' } }],
    ['the index of unhashed input', { ...inputs, indexes: ['https://other.example/simple'] }],
    ['the suffix', { ...inputs, suffix: 'docs' }],
  ]

  test.each(different)('changes with %s', (_, changed) => {
    expect(planDigest(changed)).not.toBe(base)
  })

  test('leaves index addresses out when every requirement has hashes', () => {
    const one = { ...withText(hashed), packages: [] }
    expect(planDigest({ ...one, indexes: ['https://other.example'] })).toBe(planDigest(one))
    const packages = ['polars']
    expect(planDigest({ ...one, packages, indexes: [] })).not.toBe(planDigest({ ...one, packages }))
  })

  test('does not change with a password inside a file or a package', () => {
    const of = (password: string) =>
      planDigest({
        ...withText(`--index-url https://user:${password}@index.example/simple\nnumpy`),
        packages: [`polars @ https://user:${password}@files.example/polars.whl`],
      })
    expect(of('new')).toBe(of('old'))
  })

  test('reads TOML as data: comments, layout and the order of keys do not count, values do', () => {
    const lock = (text: string) => planDigest({ ...withText(text, 'uv.lock'), packages: [] })
    const one = lock('version = 1\n[[package]]\nname = "a"\nversion = "1 # no comment"\n')
    expect(lock('# made by a tool\nversion=1\n\n[[package]]\nversion = "1 # no comment" # why\nname="a"')).toBe(one)
    expect(lock('version = 1\n[[package]]\nname = "a"\nversion = "1"\n')).not.toBe(one)
    expect(lock('not = = toml')).not.toBe(one)
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
