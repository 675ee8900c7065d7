import { describe, expect, test } from '@jest/globals'
import type { DirectUrl, Lock, LockedDistribution } from '../../../src/plan/lock.js'
import { planInstall, sourcesToBuild } from '../../../src/plan/plan.js'
import type { DivideOptions, PresentDistribution } from '../../../src/plan/present.js'
import {
  anew,
  failureOf,
  makeEntry,
  makeFile,
  makeIndex,
  makeInterpreter,
  makeLock,
  makePresent,
} from '../../helpers/plan.js'

const interpreter = makeInterpreter()
const options = { index: makeIndex(), ...anew }
const plan = (lock: Lock) => planInstall(lock, interpreter, options)
const planned = (...entries: readonly LockedDistribution[]) => plan(makeLock(entries)).wheels
const chosen = (...filenames: readonly string[]) =>
  planned(makeEntry('a', { wheels: filenames.map(name => makeFile(name)) }))[0]?.file.filename

describe('choosing a wheel', () => {
  test('the best tag of the interpreter wins, whatever the order of the lock', () => {
    const best = 'a-1.0-cp311-cp311-manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl'
    const others = [
      'a-1.0-py3-none-any.whl',
      'a-1.0-cp310-abi3-manylinux_2_17_x86_64.whl',
      'a-1.0-cp312-cp312-manylinux_2_28_x86_64.whl',
    ]
    expect(chosen(best, ...others)).toBe(best)
    expect(chosen(...others, best)).toBe(best)
  })

  test('of equal tags the highest build tag wins, and none is the lowest', () => {
    const [none, second, tenth] = [
      'a-1.0-py3-none-any.whl',
      'a-1.0-2-py3-none-any.whl',
      'a-1.0-10-py3-none-any.whl',
    ] as const
    expect(chosen(none, second, tenth)).toBe(tenth)
    expect(chosen(tenth, none)).toBe(tenth)
    expect(chosen(none, 'a-1.0-2a-py3-none-any.whl', second)).toBe('a-1.0-2a-py3-none-any.whl')
  })

  test('wheels come sorted by name, with hash, version and requested', () => {
    expect(planned(makeEntry('b', { version: undefined }), makeEntry('a', { requested: false }))).toMatchObject([
      { name: 'a', version: '1.0', requested: false, sha256: 'ab'.repeat(32), directUrl: undefined },
      { name: 'b', version: '1.0', requested: true },
    ])
  })

  test('an archive that is a wheel is installed with its direct URL, without credentials', () => {
    const archive = makeFile('a-1.0-py3-none-any.whl', {
      url: 'https://user:secret@files.example/a-1.0-py3-none-any.whl',
    })
    const sha256 = 'ab'.repeat(32)
    expect(planned(makeEntry('a', { wheels: [], archive }))[0]?.directUrl).toEqual({
      url: 'https://files.example/a-1.0-py3-none-any.whl',
      archive_info: { hash: `sha256=${sha256}`, hashes: { sha256 } },
    })
  })

  test('a local archive has a file: URL', () => {
    const archive = makeFile('a-1.0-py3-none-any.whl', {
      url: undefined,
      path: '/srv/my wheels/a-1.0-py3-none-any.whl',
    })
    expect(planned(makeEntry('a', { wheels: [], archive }))[0]?.directUrl?.url).toBe(
      'file:///srv/my%20wheels/a-1.0-py3-none-any.whl',
    )
  })
})

describe('markers', () => {
  test('entries whose marker does not hold are left out, whatever is wrong with them', () => {
    const foreign = makeEntry('pywin32', {
      marker: "sys_platform == 'win32'",
      requiresPython: '<3',
      wheels: [],
      source: { kind: 'vcs', url: 'https://git.example/x', commit: undefined },
    })
    expect(planned(foreign, makeEntry('a')).map(({ name }) => name)).toEqual(['a'])
  })

  test('extras and groups decide', () => {
    const entries = [
      makeEntry('fast', { marker: "'fast' in extras" }),
      makeEntry('docs', { marker: "'docs' in dependency_groups" }),
    ]
    const names = (facts: Partial<Lock>) => plan(makeLock(entries, facts)).wheels.map(({ name }) => name)
    expect(names({})).toEqual([])
    expect(names({ extras: ['fast'] })).toEqual(['fast'])
    expect(names({ dependencyGroups: ['docs'] })).toEqual(['docs'])
  })

  test('two entries of one name are fine when their markers exclude each other', () => {
    const entries = [
      makeEntry('numpy', { version: '1.0', marker: "python_version < '3.10'" }),
      makeEntry('numpy', { version: '2.0', marker: "python_version >= '3.10'" }),
    ]
    expect(planned(...entries).map(({ version }) => version)).toEqual(['2.0'])
  })
})

describe('what is present', () => {
  const lock = makeLock([makeEntry('a', { version: '2024.1.2' }), makeEntry('b'), makeEntry('c')])

  const named = (present: readonly PresentDistribution[], facts: Partial<DivideOptions> = {}) => {
    const plan = planInstall(lock, interpreter, { ...options, ...facts, installed: present })
    return Object.fromEntries(Object.entries(plan).map(([key, list]) => [key, list.map(({ name }) => name)]))
  }

  test('the same version is reused, another one is replaced, the rest is new; what the lock does not name stays', () => {
    const present = [makePresent('a', '2024.01.02'), makePresent('b', '0.9'), makePresent('unrelated', '1')]
    expect(named(present)).toEqual({ wheels: ['b', 'c'], reuse: ['a'], remove: ['b'] })
  })

  test('a local version is another version', () => {
    expect(named([makePresent('b', '1.0+cpu')]).remove).toEqual(['b'])
  })

  test('an exact environment loses what the lock does not name, but not what another tool made it with', () => {
    const present = [
      makePresent('unrelated', '1'),
      makePresent('pip', '26.0'),
      makePresent('wheel', '1', { installer: 'wheelcrew' }),
    ]
    expect(named(present, { exact: true }).remove).toEqual(['unrelated', 'wheel'])
  })

  test('everything is installed again on demand', () => {
    expect(named([makePresent('a', '2024.1.2')], { reinstall: true })).toEqual({
      wheels: ['a', 'b', 'c'],
      reuse: [],
      remove: ['a'],
    })
  })

  test('an incomplete installation, and two of one name, are replaced', () => {
    const present = [
      makePresent('a', '2024.1.2', { kind: 'incomplete' }),
      makePresent('b', '1.0'),
      makePresent('b', '0.9'),
    ]
    expect(named(present)).toEqual({ wheels: ['a', 'b', 'c'], reuse: [], remove: ['a', 'b', 'b'] })
  })

  test('what is linked to a store that has lost it is replaced', () => {
    expect(named([makePresent('b', '1.0', { isDangling: true })])).toMatchObject({ reuse: [], remove: ['b'] })
  })

  test('what came from elsewhere than an index gives way in an exact environment only', () => {
    const editable = makePresent('b', '1.0', { directUrl: { url: 'file:///src/b', dir_info: { editable: true } } })
    expect(named([editable]).reuse).toEqual(['b'])
    expect(named([editable], { exact: true }).remove).toEqual(['b'])
    const local = makePresent('b', '1.0', { directUrl: { url: 'file:///wheels/b.whl' } })
    expect([named([local]).remove, named([local], { exact: true }).remove]).toEqual([[], ['b']])
  })

  test('what came from a repository is replaced when it was of another commit or subdirectory', () => {
    const vcs_info = { vcs: 'git', commit_id: 'a'.repeat(40) }
    const url = 'https://git.example/a'
    const archive = makeFile('a-1.0-py3-none-any.whl', { url: undefined, path: '/built/a-1.0-py3-none-any.whl' })
    const entry = makeEntry('a', { archive, wheels: [], directUrl: { url, vcs_info, subdirectory: 'py' } })
    const reused = (directUrl: DirectUrl) =>
      planInstall(makeLock([entry]), interpreter, { ...options, installed: [makePresent('a', '1.0', { directUrl })] })
        .reuse.length
    expect(reused({ url, vcs_info: { ...vcs_info, requested_revision: 'main' }, subdirectory: 'py' })).toBe(1)
    expect(reused({ url, vcs_info, subdirectory: 'other' })).toBe(0)
    expect(reused({ url, vcs_info })).toBe(0)
    expect(reused({ url, vcs_info: { ...vcs_info, commit_id: 'b'.repeat(40) }, subdirectory: 'py' })).toBe(0)
    expect(reused({ url, subdirectory: 'py' })).toBe(0)
  })

  test('an archive named by its address is replaced when it came from elsewhere or had another digest', () => {
    const archive = makeFile('a-1.0-py3-none-any.whl')
    const directLock = makeLock([makeEntry('a', { archive, wheels: [] })])
    const reused = (directUrl: DirectUrl | undefined) =>
      planInstall(directLock, interpreter, { ...options, installed: [makePresent('a', '1.0', { directUrl })] }).reuse
        .length
    const { url, hashes } = archive
    expect(reused({ url: url ?? '', archive_info: { hashes } })).toBe(1)
    expect(reused({ url: url ?? '', archive_info: { hashes: { sha256: '00' } } })).toBe(0)
    expect(reused({ url: `${url}?2`, archive_info: { hashes } })).toBe(0)
    expect(reused(undefined)).toBe(0)
  })
})

describe('what has to be built', () => {
  const sdist = makeFile('a-1.0.tar.gz')
  const foreign = makeFile('a-1.0-cp312-cp312-win_amd64.whl')
  const namesOf = (...entries: readonly LockedDistribution[]) =>
    sourcesToBuild(makeLock(entries), interpreter).map(({ name }) => name)

  test('is a tree, a repository, a source archive, and a source archive of which no wheel fits; sorted by name', () => {
    const tree = { kind: 'directory', path: '/src/a', isEditable: true } as const
    const repository = { kind: 'vcs', url: 'https://git.example/b', commit: undefined } as const
    expect(
      namesOf(
        makeEntry('g', { sdist }),
        makeEntry('e', { wheels: [makeFile('e-1.0-cp312-cp312-win_amd64.whl')], sdist }),
        makeEntry('d', { wheels: [], sdist }),
        makeEntry('c', { wheels: [], archive: makeFile('c.zip') }),
        makeEntry('b', { wheels: [], source: repository }),
        makeEntry('a', { wheels: [], source: tree }),
        makeEntry('f', { wheels: [], source: tree, marker: "sys_platform == 'win32'" }),
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('is not begun for a lock of which something else can be neither installed nor built', async () => {
    const failure = await failureOf(() =>
      namesOf(makeEntry('a', { wheels: [foreign] }), makeEntry('b', { wheels: [], sdist })),
    )
    expect(failure.code).toBe('WHEEL_NOT_FOUND')
  })
})

describe('a lock that does not fit is refused', () => {
  const sdist = makeFile('a-1.0.tar.gz')
  test.each<[string, Lock, string, readonly string[]]>([
    [
      'for another Python',
      makeLock([], { requiresPython: '>=3.12' }),
      'LOCK_PYTHON_MISMATCH',
      ['`>=3.12`', '3.11.7', '/opt/python/bin/python3.11'],
    ],
    [
      'for another platform',
      makeLock([], { environments: ["sys_platform == 'win32'"] }),
      'LOCK_PLATFORM_MISMATCH',
      ['win32', 'linux', 'x86_64'],
    ],
    [
      'of packages for another Python',
      makeLock([makeEntry('a', { requiresPython: '<3.11' }), makeEntry('b', { requiresPython: '<3' })]),
      'LOCK_PYTHON_MISMATCH',
      ['`a` 1.0 requires `<3.11`', '`b` 1.0 requires `<3`'],
    ],
    [
      'with two entries of one name',
      makeLock([makeEntry('a'), makeEntry('b'), makeEntry('a', { version: '2.0' })]),
      'LOCK_AMBIGUOUS',
      ['`a` 1.0, `a` 2.0'],
    ],
    [
      'with sources that nobody built',
      makeLock([
        makeEntry('a', { wheels: [], source: { kind: 'directory', path: '/src/a', isEditable: false } }),
        makeEntry('b', { wheels: [], source: { kind: 'vcs', url: 'https://me:pw@git.example/b', commit: undefined } }),
        makeEntry('c', { wheels: [], sdist }),
        makeEntry('d', { wheels: [], archive: makeFile('d.zip') }),
      ]),
      'SOURCE_NOT_BUILT',
      ['`a` (directory `/src/a`)', '`b` (repository `https://me:***@git.example/b`)', '`a-1.0.tar.gz`', '`d.zip`'],
    ],
    [
      'without a wheel for this platform',
      makeLock([makeEntry('a', { wheels: [makeFile('a-1.0-cp312-cp312-win_amd64.whl')] })]),
      'WHEEL_NOT_FOUND',
      ['`a` 1.0', '`cp312-cp312-win_amd64`', '`cp311-cp311-manylinux_2_28_x86_64`', 'and 2 more'],
    ],
    [
      "with another project's wheel",
      makeLock([makeEntry('a', { wheels: [makeFile('b-1.0-py3-none-any.whl')] })]),
      'LOCK_INVALID',
      ['`b-1.0-py3-none-any.whl`', '`a`'],
    ],
  ])('%s', async (_, lock, code, parts) => {
    const failure = await failureOf(() => plan(lock))
    expect(failure.code).toBe(code)
    for (const part of parts) expect(failure.message).toContain(part)
  })

  test('required hashes: a source archive may have one, a repository and a tree cannot', async () => {
    const entries = [
      makeEntry('a', { wheels: [], sdist }),
      makeEntry('b', { wheels: [], archive: makeFile('b.zip', { hashes: {} }) }),
      makeEntry('c', { wheels: [], source: { kind: 'vcs', url: 'https://git.example/c', commit: '0'.repeat(40) } }),
    ]
    const failure = await failureOf(() => sourcesToBuild(makeLock(entries), interpreter, { requireHashes: true }))
    expect(failure.code).toBe('HASH_MISSING')
    expect(failure.message).toMatch(/for `b` 1\.0, `c` 1\.0$/)
  })

  test('required hashes: nothing and md5 do not count, sha512 does', async () => {
    const entries = [{}, { md5: 'ab' }, { sha512: 'ab' }].map((hashes, index) => {
      const wheels = [makeFile(`p${index}-1.0-py3-none-any.whl`, { hashes })]
      return makeEntry(`p${index}`, { wheels })
    })
    const work = () =>
      planInstall(makeLock(entries), interpreter, { index: makeIndex({ requireHashes: true }), ...anew })
    const failure = await failureOf(work)
    expect(failure).toMatchObject({ code: 'HASH_MISSING', exitCode: 2 })
    expect(failure.message).toContain('`p0` 1.0, `p1` 1.0')
    expect(failure.message).not.toContain('p2')
    expect(plan(makeLock(entries)).wheels).toHaveLength(3)
  })
})
