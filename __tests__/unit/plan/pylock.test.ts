import { describe, expect, test } from '@jest/globals'
import { type PylockOptions, parsePylock } from '../../../src/plan/pylock.js'
import { failureOf } from '../../helpers/plan.js'

const nothing: PylockOptions = {
  directory: '/work/project',
  extras: [],
  allExtras: false,
  groups: [],
  noGroups: [],
  noDev: false,
}
const sha256 = 'ab'.repeat(32)
const hashes = `hashes = { sha256 = "${sha256}" }`
const parse = (text: string, options: Partial<PylockOptions> = {}) =>
  parsePylock(text, 'pylock.toml', { ...nothing, ...options })
const lockWith = (entry: string) => `lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1"\n${entry}`
const wheelAt = (place: string) => lockWith(`wheels = [{ ${place}, ${hashes} }]`)

describe('reading a lock', () => {
  test('every key of a complete lock arrives', () => {
    const lock = parse(`
lock-version = "1.0"
created-by = "hand"
requires-python = ">=3.9"
environments = ["sys_platform == 'linux'"]
extras = ["Fast"]
dependency-groups = ["dev", "docs"]
default-groups = ["dev"]

[[packages]]
name = "Ruamel.YAML"
version = "0.18.6"
marker = "python_version >= '3.9'"
requires-python = ">=3.7"
index = "https://index.example/simple"
sdist = { name = "ruamel.yaml-0.18.6.tar.gz", url = "https://files.example/x", size = 10, ${hashes} }
wheels = [
  { url = "https://files.example/ruamel.yaml-0.18.6-py3-none-any.whl", upload-time = 2024-02-07T06:47:14Z, size = 117, hashes = { SHA256 = "${sha256.toUpperCase()}" } },
]
`)
    expect(lock).toMatchObject({
      requiresPython: '>=3.9',
      environments: ["sys_platform == 'linux'"],
      extras: [],
      dependencyGroups: ['dev'],
      warnings: [],
    })
    expect(lock.distributions[0]).toMatchObject({
      name: 'ruamel-yaml',
      version: '0.18.6',
      marker: "python_version >= '3.9'",
      requiresPython: '>=3.7',
      sdist: { filename: 'ruamel.yaml-0.18.6.tar.gz', size: 10 },
      wheels: [{ filename: 'ruamel.yaml-0.18.6-py3-none-any.whl', size: 117, path: undefined, hashes: { sha256 } }],
    })
  })

  test('a lock of nothing is a lock', () => {
    expect(parse('lock-version = "1.0"\npackages = []').distributions).toEqual([])
  })

  test('size and version are optional', () => {
    const [entry] = parse(
      `lock-version = "1.0"\n[[packages]]\nname = "a"\narchive = { url = "https://files.example/a-1-py3-none-any.whl", ${hashes} }`,
    ).distributions
    expect(entry).toMatchObject({ version: undefined, archive: { size: undefined, filename: 'a-1-py3-none-any.whl' } })
  })

  test.each([
    ['path = "wheels/a-1-py3-none-any.whl"', '/work/project/wheels/a-1-py3-none-any.whl'],
    ['path = "../a-1-py3-none-any.whl"', '/work/a-1-py3-none-any.whl'],
    ['path = "/srv/a-1-py3-none-any.whl"', '/srv/a-1-py3-none-any.whl'],
    ['url = "file:///srv/a%20b/a-1-py3-none-any.whl"', '/srv/a b/a-1-py3-none-any.whl'],
  ])('a file at %s is the local file %s', (place, path) => {
    expect(parse(wheelAt(place)).distributions[0]?.wheels[0]).toMatchObject({
      path,
      url: undefined,
      filename: 'a-1-py3-none-any.whl',
    })
  })

  test('a filename from a URL has no query, no fragment and no % escapes', () => {
    const url = 'url = "https://files.example/x/a-1%2Bcpu-py3-none-any.whl?sig=1#sha256=2"'
    expect(parse(wheelAt(url)).distributions[0]?.wheels[0]?.filename).toBe('a-1+cpu-py3-none-any.whl')
  })

  const commit = '0123456789abcdef0123456789abcdef01234567'
  const git = `type = "git", commit-id = "${commit}"`
  test.each<[string, object]>([
    ['directory = { path = "../lib", editable = true }', { kind: 'directory', path: '/work/lib', isEditable: true }],
    [
      'directory = { path = ".", subdirectory = "./py//pkg" }',
      { kind: 'directory', path: '/work/project', isEditable: false, subdirectory: 'py/pkg' },
    ],
    [`vcs = { url = "https://git.example/a", ${git} }`, { kind: 'vcs', url: 'https://git.example/a', commit }],
    [`vcs = { url = "git@git.example:a.git", ${git} }`, { kind: 'vcs', url: 'git@git.example:a.git', commit }],
    [`vcs = { path = "../repo", ${git} }`, { kind: 'vcs', url: 'file:///work/repo', commit }],
    [
      `vcs = { url = "https://git.example/a", requested-revision = "v1", subdirectory = "py", ${git.toUpperCase().replace('TYPE = "GIT"', 'type = "git"').replace('COMMIT-ID', 'commit-id')} }`,
      { kind: 'vcs', url: 'https://git.example/a', commit, requestedRevision: 'v1', subdirectory: 'py' },
    ],
  ])('%s is a source', (text, source) => {
    expect(parse(lockWith(text)).distributions[0]).toMatchObject({ source, wheels: [], archive: undefined })
  })

  test.each([
    ['directory = { path = ".", subdirectory = "../x" }', 'subdirectory'],
    ['directory = { path = ".", subdirectory = "/x" }', 'subdirectory'],
    [`vcs = { url = "ext::sh -c x", ${git} }`, 'url'],
    [`vcs = { url = "--upload-pack=x", ${git} }`, 'url'],
    ['vcs = { url = "https://git.example/a", type = "git", commit-id = "--x" }', 'commit-id'],
    [`vcs = { url = "https://git.example/a", requested-revision = "--x", ${git} }`, 'requested-revision'],
    ['vcs = { url = "https://hg.example/a", type = "hg", commit-id = "1" }', 'type'],
  ])('%s is refused, naming `%s`', async (text, key) => {
    const failure = await failureOf(() => parse(lockWith(text)))
    expect(failure).toMatchObject({ code: 'LOCK_INVALID', exitCode: 2 })
    expect(failure.message).toContain(`.${key}\``)
  })

  test('the project of an archive may lie below its top', () => {
    const place = `archive = { url = "https://files.example/a.tar.gz", subdirectory = "py", ${hashes} }`
    expect(parse(lockWith(place)).distributions[0]?.archive).toMatchObject({ subdirectory: 'py' })
  })

  test('a later minor version is read with a warning', () => {
    expect(parse('lock-version = "1.4"\npackages = []').warnings).toEqual([expect.stringContaining('1.4')])
  })
})

describe('extras and groups', () => {
  const text = `lock-version = "1.0"
extras = ["fast", "Extra_Two"]
dependency-groups = ["dev", "docs"]
default-groups = ["dev"]
packages = []`

  test('named extras are normalised, all of them are there on request', () => {
    expect(parse(text, { extras: ['extra.two'] }).extras).toEqual(['extra-two'])
    expect(parse(text, { allExtras: true }).extras).toEqual(['fast', 'extra-two'])
  })

  test('groups add to the default ones and can be turned off', () => {
    expect(parse(text).dependencyGroups).toEqual(['dev'])
    expect(parse(text, { groups: ['docs'] }).dependencyGroups).toEqual(['dev', 'docs'])
    expect(parse(text, { groups: ['docs'], noGroups: ['docs'] }).dependencyGroups).toEqual(['dev'])
    expect(parse(text, { noDev: true }).dependencyGroups).toEqual([])
  })

  test.each([
    [{ extras: ['slow'] }, 'LOCK_EXTRA_UNKNOWN', '`slow`'],
    [{ groups: ['test'] }, 'LOCK_GROUP_UNKNOWN', '`test`'],
  ])('%j is refused, naming what the lock has', async (options, code, name) => {
    const failure = await failureOf(() => parse(text, options))
    expect(failure).toMatchObject({ code, exitCode: 2 })
    expect(failure.message).toContain(name)
    expect(failure.message).toContain('it has `')
  })
})

describe('a bad lock is refused by file and key', () => {
  test.each([
    ['no TOML', 'a = = b', 'not valid TOML'],
    ['no version', 'packages = []', '`lock-version` is missing'],
    ['another major version', 'lock-version = "2.0"\npackages = []', '`lock-version` is `2.0`'],
    ['a version that is a number', 'lock-version = 1.0\npackages = []', '`lock-version` must be a string'],
    ['no packages', 'lock-version = "1.0"', '`packages` is missing'],
    ['packages that are no tables', 'lock-version = "1.0"\npackages = ["a"]', '`packages[0]` must be a table'],
    ['packages that are one table', 'lock-version = "1.0"\n[packages]', '`packages` must be an array of tables'],
    ['a package without a name', 'lock-version = "1.0"\n[[packages]]\nversion = "1"', '`packages[0].name` is missing'],
    [
      'environments that are no strings',
      'lock-version = "1.0"\nenvironments = [1]\npackages = []',
      '`environments[0]` must be a string',
    ],
    ['a package without a source', lockWith(''), '`packages[0].name`'],
    [
      'a package with two sources',
      lockWith(`wheels = [{ path = "a", ${hashes} }]\ndirectory = { path = "." }`),
      '`packages[0].name`',
    ],
    ['a directory and a repository', lockWith('directory = { path = "." }\nvcs = { url = "x" }'), '`packages[0].vcs`'],
    [
      'a file without hashes',
      lockWith('wheels = [{ path = "a-1-py3-none-any.whl" }]'),
      '`packages[0].wheels[0].hashes` is missing',
    ],
    [
      'a file with no hash',
      lockWith('wheels = [{ path = "a", hashes = {} }]'),
      '`packages[0].wheels[0].hashes` is missing or empty',
    ],
    [
      'a hash that is none',
      lockWith('sdist = { path = "a", hashes = { sha256 = "xyz" } }'),
      '`packages[0].sdist.hashes.sha256`',
    ],
    ['a file without a place', lockWith(`archive = { ${hashes} }`), '`packages[0].archive.url` is missing'],
    ['a URL of another kind', wheelAt('url = "ftp://files.example/a.whl"'), '`packages[0].wheels[0].url`'],
    ['a file on another host', wheelAt('url = "file://host%/a.whl"'), '`packages[0].wheels[0].url`'],
    [
      'a filename that climbs',
      wheelAt('name = "../a.whl", path = "a.whl"'),
      '`packages[0].wheels[0].name` is not a filename',
    ],
    ['a broken escape', wheelAt('url = "https://files.example/%zz.whl"'), '`packages[0].wheels[0].url`'],
    ['a size below zero', wheelAt('size = -1, path = "a.whl"'), '`packages[0].wheels[0].size`'],
  ])('%s', async (_, text, part) => {
    const failure = await failureOf(() => parse(text))
    expect(failure).toMatchObject({ code: 'LOCK_INVALID', exitCode: 2 })
    expect(failure.message).toContain('`pylock.toml`')
    expect(failure.message).toContain(part)
    expect(failure.message).not.toContain('\n')
  })
})
