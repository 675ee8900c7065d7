import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { planInstall } from '../../../src/plan/plan.js'
import { listFindLinks, preferLocal, requireLocal } from '../../../src/resolve/find-links.js'
import { findInputs, lockRequiresPython } from '../../../src/resolve/inputs.js'
import { applicableSources } from '../../../src/resolve/pins.js'
import { readRequirementSet } from '../../../src/resolve/requirement-set.js'
import { type LockPlace, lockKey, readStoredLock, storeLock } from '../../../src/resolve/stored-lock.js'
import { anew, failureOf, makeEntry, makeFile, makeIndex, makeInterpreter, makeLock } from '../../helpers/plan.js'
import { makeSettings } from '../../helpers/settings.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-resolve-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const write = (files: Readonly<Record<string, string>>) =>
  Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(directory, name), text)))
const find = (facts = {}) => findInputs(makeSettings(directory, facts))

describe('finding the input', () => {
  test('pylock.toml comes before uv.lock, and that before requirements.txt', async () => {
    const found = async () => (await find()).files.map(({ shown, kind }) => [shown, kind])
    await write({ 'requirements.txt': '' })
    expect(await found()).toEqual([['requirements.txt', 'requirements']])
    await write({ 'uv.lock': '' })
    expect(await found()).toEqual([['uv.lock', 'uv-lock']])
    await write({ 'pylock.toml': '' })
    expect(await found()).toEqual([['pylock.toml', 'pylock']])
  })

  test('a named file or package is not joined by one that is only there', async () => {
    await write({ 'requirements.txt': '', 'pylock.dev.toml': '', 'requirements.in': '' })
    expect((await find({ packages: ['six'] })).files).toEqual([])
    const { build } = makeSettings(directory)
    expect((await find({ build: { ...build, sources: ['.'] } })).files).toEqual([])
    const files = (await find({ requirements: ['requirements.in'] })).files
    expect(files.map(({ shown }) => shown)).toEqual(['requirements.in'])
    expect((await find({ requirements: ['pylock.dev.toml'] })).files[0]?.kind).toBe('pylock')
  })

  test('the Python that a lock requires is known before anything is resolved', async () => {
    await write({
      'uv.lock': 'version = 1\nrequires-python = ">=3.10"\nmarkers = [\n  "a",\n]\n[[package]]\nname = "x"\n',
    })
    expect(lockRequiresPython(await find())).toBe('>=3.10')
    await write({ 'pylock.toml': 'lock-version = "1.0"\n[[packages]]\nrequires-python = ">=3.99"\n' })
    expect(lockRequiresPython(await find())).toBeUndefined()
  })

  test.each<[string, object, Record<string, string>, string, string]>([
    ['nothing there', {}, {}, 'REQUIREMENTS_NOT_FOUND', '`pylock.toml`, `uv.lock`, `requirements.txt`'],
    ['only a poetry.lock', {}, { 'poetry.lock': '' }, 'REQUIREMENTS_NOT_FOUND', '`poetry.lock`'],
    [
      'a file that is missing',
      { requirements: ['no.txt'] },
      {},
      'REQUIREMENTS_FILE_NOT_FOUND',
      '`no.txt` does not exist',
    ],
    [
      'a missing constraint',
      { packages: ['six'], constraints: ['c.txt'] },
      {},
      'REQUIREMENTS_FILE_NOT_FOUND',
      '`c.txt`',
    ],
    ['a file of another kind', { requirements: ['setup.py'] }, {}, 'REQUIREMENTS_KIND_UNKNOWN', '`setup.py`'],
    [
      'a lock and a package',
      { requirements: ['pylock.toml'], packages: ['six'] },
      { 'pylock.toml': '' },
      'INPUTS_NOT_COMBINABLE',
      '`pylock.toml`',
    ],
    [
      'a URL as a file',
      { requirements: ['http://me:s3cr3t@host/requirements.txt'] },
      {},
      'REQUIREMENTS_KIND_UNKNOWN',
      '`http://me:***@host/requirements.txt` is a URL',
    ],
    [
      'a URL with one slash',
      { packages: ['six'], constraints: ['http:/me:s3cr3t@host/c.txt'] },
      {},
      'REQUIREMENTS_KIND_UNKNOWN',
      '`http://me:***@host/c.txt` is a URL',
    ],
  ])('%s', async (_, facts, files, code, part) => {
    await write(files)
    const failure = await failureOf(() => find(facts))
    expect(failure).toMatchObject({ code, exitCode: 2 })
    expect(failure.message).toContain(part)
    expect(failure.message).not.toContain('s3cr3t')
    if (part === '`poetry.lock`') expect(failure.hint).toContain('poetry export')
  })
})

describe('a set of requirements', () => {
  const read = async (facts = {}) => {
    const settings = makeSettings(directory, facts)
    return readRequirementSet(await findInputs(settings), {
      env: {},
      workingDirectory: directory,
      index: settings.index,
    })
  }

  test('nested files, constraints and index options are joined, a circle is read once', async () => {
    await mkdir(join(directory, 'nested'))
    await write({
      'requirements.txt': 'a==1\n-r nested/more.txt\n-c c.txt\n--find-links wheels\n./w_x-1-py3-none-any.whl',
      'nested/more.txt': 'b\n-r ../requirements.txt\n--require-hashes\n-f ../own',
      'c.txt': 'c<2',
    })
    const set = await read({ constraints: ['c.txt'], index: makeIndex({ findLinks: ['given'] }) })
    expect(set.requirements.map(({ name }) => name)).toEqual(['a', 'w-x', 'b'])
    expect(set.requirements[1]?.location).toBe(join(directory, 'w_x-1-py3-none-any.whl'))
    expect(set.constraints.map(({ name, specifier }) => name + specifier)).toEqual(['c<2', 'c<2'])
    expect(set.index.findLinks).toEqual(['given', 'wheels', 'own'].map(name => join(directory, name)))
    expect(set.index.requireHashes).toBe(true)
  })

  test('sources of files and packages are kept apart from what a resolver is given', async () => {
    await write({
      'requirements.txt': 'a\n./lib ; python_version > "3"\n-r more.txt',
      'more.txt': 'git+https://g.example/b',
    })
    const set = await read({ requirements: ['requirements.txt'], packages: ['.[dev]', 'c', 'd-1.0.tar.gz'] })
    expect(set.requirements.map(({ name }) => name)).toEqual(['a', 'c'])
    expect(set.sources.map(({ text, marker, where }) => [text, marker, where])).toEqual([
      ['./lib', 'python_version > "3"', '`requirements.txt` line 2'],
      ['git+https://g.example/b', undefined, '`more.txt` line 1'],
      ['.[dev]', undefined, '`.[dev]`'],
      ['d-1.0.tar.gz', undefined, '`d-1.0.tar.gz`'],
    ])
  })

  test('a source is no constraint, in a file or in one that it names', async () => {
    await write({
      'requirements.txt': 'a',
      'c.txt': 'b @ git+https://me:s3cr3t@g.example/b',
      'more.txt': 'a\n-c c.txt',
    })
    for (const facts of [{ constraints: ['c.txt'] }, { requirements: ['more.txt'] }]) {
      const failure = await failureOf(() => read({ requirements: ['requirements.txt'], ...facts }))
      expect(failure).toMatchObject({ code: 'SOURCE_UNSUPPORTED', message: expect.stringContaining('`c.txt` line 1') })
      expect(failure.message).not.toContain('s3cr3t')
    }
  })

  test('those for this interpreter are chosen, and where hashes are required each must have one', async () => {
    const hash = `--hash=sha256:${'ab'.repeat(32)}`
    await write({ 'requirements.txt': `a-1.0.zip ${hash}\n./old ; python_version < "3"\n` })
    const chosen = async (facts = {}) => applicableSources(await read(facts), makeInterpreter()).map(({ text }) => text)
    const required = { index: makeIndex({ requireHashes: true }) }
    expect(await chosen(required)).toEqual(['a-1.0.zip'])
    const others = { requirements: ['requirements.txt'], packages: ['./new', 'git+https://me:s3cr3t@g.example/b'] }
    expect(await chosen(others)).toEqual(['a-1.0.zip', ...others.packages])
    const failure = await failureOf(() => chosen({ ...required, ...others }))
    expect(failure.code).toBe('HASH_MISSING')
    expect(failure.message).toContain('`./new` (`./new`), `git+https://me:***@g.example/b`')
    expect(failure.message).not.toContain('s3cr3t')
  })

  test('a missing nested file is named as it is reached', async () => {
    await write({ 'requirements.txt': '-r nested/more.txt' })
    expect((await failureOf(() => read())).message).toContain('nested/more.txt')
  })
})

describe('stored locks', () => {
  const interpreter = makeInterpreter()
  const lock = makeLock([makeEntry('a')])
  const at = (facts: Partial<LockPlace> = {}): LockPlace => ({ key: 'key', directory, base: directory, ...facts })
  const keyOf = async (text: string, facts = {}) => {
    await write({ 'requirements.txt': text })
    const settings = makeSettings(directory, facts)
    const set = await readRequirementSet(await findInputs(settings), {
      env: {},
      workingDirectory: directory,
      index: settings.index,
    })
    return lockKey({ settings, interpreter, set, texts: {} })
  }

  test('the key is of what is asked for, not of how it is written or authorised', async () => {
    const key = await keyOf('a==1\nb', { index: makeIndex({ indexUrl: 'https://me:one@index.example/simple' }) })
    const same = { index: makeIndex({ indexUrl: 'https://me:two@index.example/simple', offline: true }) }
    expect(await keyOf('# comment\r\nA == 1 # why\r\n\r\nb\r\n', same)).toBe(key)
    expect(await keyOf('a==2\nb', same)).not.toBe(key)
    expect(await keyOf('a==1\nb', { ...same, noDeps: true })).not.toBe(key)
    expect(await keyOf('a==1\nb', { index: makeIndex({ indexUrl: 'https://other.example/simple' }) })).not.toBe(key)
  })

  test('a lock comes back as it was stored, and nothing is left beside it', async () => {
    const place = at({ directory: join(directory, 'locks') })
    await storeLock(lock, place)
    expect(await readStoredLock(place)).toEqual(lock)
    expect(await readStoredLock({ ...place, key: 'other' })).toBeUndefined()
    expect(await readdir(join(directory, 'locks'))).toEqual(['key.json'])
  })

  test('a damaged one is none', async () => {
    await write({ 'key.json': '{"format": 2, "lo' })
    expect(await readStoredLock(at())).toBeUndefined()
  })

  test('a lock whose local file changed or vanished is none', async () => {
    const path = join(directory, 'a-1.0-py3-none-any.whl')
    await write({ 'a-1.0-py3-none-any.whl': 'one' })
    const wheels = [makeFile('a-1.0-py3-none-any.whl', { path, url: undefined })]
    await storeLock(makeLock([makeEntry('a', { wheels })]), at())
    expect(await readStoredLock(at())).toBeDefined()
    await utimes(path, 1, 1)
    expect(await readStoredLock(at())).toBeUndefined()
    await rm(path)
    expect(await readStoredLock(at())).toBeUndefined()
  })

  test('inputs that lie elsewhere get the lock with their own source trees', async () => {
    const [one, other] = [join(directory, 'one'), join(directory, 'other')]
    const tree = (path: string) =>
      makeLock([makeEntry('a', { wheels: [], source: { kind: 'directory', path, isEditable: true } })])
    await storeLock(tree(join(one, 'src')), at({ base: one }))
    expect(await readStoredLock(at({ base: other }))).toEqual(tree(join(other, 'src')))
  })

  test.each(['--pre', '--only-binary=:all:', '--no-binary a', '--prefer-binary'])(
    '%s in a file, or in one that it includes, is another question to the resolver',
    async option => {
      const key = await keyOf('a==1\nb')
      expect(await keyOf(`a==1\nb\n${option}\n`)).not.toBe(key)
      await write({ 'c.txt': `${option}\n`, 'more.txt': '-c c.txt\n' })
      expect(await keyOf('a==1\nb\n-r more.txt')).not.toBe(key)
      expect(await keyOf('a==1\nb', { constraints: ['c.txt'] })).not.toBe(key)
      expect(await keyOf('a==1\nb\n--trusted-host index.example')).toBe(key)
    },
  )

  test('a lock with credentials in a URL is not written', async () => {
    const wheels = [
      makeFile('a-1.0-py3-none-any.whl', { url: 'https://me:secret@files.example/a-1.0-py3-none-any.whl' }),
    ]
    await storeLock(makeLock([makeEntry('a', { wheels })]), at())
    for (const url of ['https://token@git.example/a', 'ssh://git:secret@git.example/a']) {
      await storeLock(makeLock([makeEntry('a', { wheels: [], source: { kind: 'vcs', url, commit: undefined } })]), at())
    }
    expect(await readdir(directory)).toEqual([])
  })

  test('the user name of a repository over SSH is no credential', async () => {
    const source = { kind: 'vcs', url: 'ssh://git@git.example/a', commit: '0'.repeat(40) } as const
    await storeLock(makeLock([makeEntry('a', { wheels: [], source })]), at())
    expect((await readStoredLock(at()))?.distributions[0]?.source).toEqual(source)
  })
})

describe('--find-links', () => {
  const sources = () => ({
    workingDirectory: directory,
    listLinkPage: async (url: string) => [
      {
        filename: 'p-1.0-py3-none-any.whl',
        url: `${url}p.whl`,
        hashes: {},
        size: undefined,
        requiresPython: undefined,
      },
    ],
  })
  const lock = makeLock([makeEntry('a'), makeEntry('p'), makeEntry('gone')])
  const wheelsOf = (locked: typeof lock) =>
    planInstall(locked, makeInterpreter(), { index: makeIndex(), ...anew }).wheels

  test('directories, file: URLs and pages are listed; pages not when offline', async () => {
    await write({ 'a-1.0-py3-none-any.whl': '', 'a-1.0.tar.gz': '', 'notes.txt': '' })
    const findLinks = ['.', `file://${directory}`, 'https://links.example/']
    const files = await listFindLinks({ findLinks, offline: false }, sources())
    expect(files.map(({ filename }) => filename)).toEqual([
      ...['a-1.0-py3-none-any.whl', 'a-1.0.tar.gz', 'a-1.0-py3-none-any.whl', 'a-1.0.tar.gz', 'p-1.0-py3-none-any.whl'],
    ])
    expect(await listFindLinks({ findLinks: ['https://links.example/'], offline: true }, sources())).toEqual([])
  })

  test('a directory that is none is named', async () => {
    const failure = await failureOf(() => listFindLinks({ findLinks: ['none'], offline: false }, sources()))
    expect(failure).toMatchObject({ code: 'FIND_LINKS_NOT_FOUND', exitCode: 2 })
    expect(failure.message).toContain(join(directory, 'none'))
  })

  test('a locked wheel is taken from the directory, its hash stays', async () => {
    await write({ 'a-1.0-py3-none-any.whl': '' })
    const files = await listFindLinks({ findLinks: ['.'], offline: false }, sources())
    const [a, p] = preferLocal(lock, files).distributions.map(({ wheels }) => wheels[0])
    expect(a).toMatchObject({ path: join(directory, 'a-1.0-py3-none-any.whl'), hashes: { sha256: 'ab'.repeat(32) } })
    expect(p?.path).toBeUndefined()
  })

  test('what may not be fetched is refused, all of it in one message', async () => {
    await write({ 'a-1.0-py3-none-any.whl': '' })
    const files = await listFindLinks({ findLinks: ['.'], offline: false }, sources())
    const wheels = wheelsOf(preferLocal(lock, files))
    requireLocal(wheels, { index: makeIndex(), files })
    const failure = await failureOf(() => requireLocal(wheels, { index: makeIndex({ noIndex: true }), files }))
    expect(failure.code).toBe('WHEEL_UNAVAILABLE_OFFLINE')
    expect(failure.message).toContain('`gone-1.0-py3-none-any.whl`, `p-1.0-py3-none-any.whl`')
    expect(failure.message).not.toContain('a-1.0')
  })

  test('a --find-links page may be fetched from without an index, but not offline', async () => {
    const files = await listFindLinks({ findLinks: ['https://links.example/'], offline: false }, sources())
    const [entry] = [
      makeEntry('p', { wheels: [makeFile('p-1.0-py3-none-any.whl', { url: 'https://links.example/p.whl' })] }),
    ]
    const wheels = wheelsOf(makeLock([entry]))
    requireLocal(wheels, { index: makeIndex({ noIndex: true }), files })
    const failure = await failureOf(() => requireLocal(wheels, { index: makeIndex({ offline: true }), files }))
    expect(failure.message).toContain('`--offline`')
  })
})
