/** Resolving with real resolvers, from wheels made here, without an index. */
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/errors.js'
import { planInstall, sourcesToBuild } from '../../../src/plan/plan.js'
import { type Interpreter, probeInterpreter } from '../../../src/python/interpreter.js'
import { findInputs } from '../../../src/resolve/inputs.js'
import { resolveLock } from '../../../src/resolve/resolve.js'
import { readRunInputs } from '../../../src/resolve/run-inputs.js'
import type { ResolveServices } from '../../../src/resolve/services.js'
import type { Settings } from '../../../src/settings.js'
import { anew, failureOf, makeIndex } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeSettings } from '../../helpers/settings.js'
import { makeTar } from '../../helpers/tar-builder.js'
import { findOnPath, findTool, scrubbedEnvironment } from '../../helpers/tools.js'
import { makeWheel } from '../../helpers/wheel-builder.js'

const { host } = recordingHost({
  // uv's own retries would only make an index that does not answer take longer.
  env: { ...scrubbedEnvironment(), UV_HTTP_RETRIES: '0' },
  helpersDirectory: fileURLToPath(new URL('../../../src/python', import.meta.url)),
})
const a = makeWheel({ name: 'a', version: '1.0', requires: ['b>=1'] })
const b = makeWheel({ name: 'b', version: '1.5' })
const foreign = makeWheel({ name: 'b', version: '1.5', tag: 'cp27-cp27m-win_amd64' })
const secret = 'hunter2'

let root: string
let directory: string
let interpreter: Interpreter
let uv: string | undefined
let calls: string[]

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-resolvers-')))
  const wheels = join(root, 'wheels')
  await mkdir(wheels)
  for (const { filename, bytes } of [a, b, foreign]) await writeFile(join(wheels, filename), bytes)
  const python = (await findOnPath('python3')) ?? 'python3'
  interpreter = await probeInterpreter(python, { host, cacheDirectory: join(root, 'interpreters') })
  uv = await findTool('uv')
}, 300_000)
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(async () => {
  directory = await mkdtemp(join(root, 'project-'))
  calls = []
})

const write = (name: string, text: string) => writeFile(join(directory, name), text)
const local = () => makeIndex({ noIndex: true, findLinks: [join(root, 'wheels')] })

type Uv = 'real' | 'none'

/** Resolves in the project, with a record of what was asked of the rest of the run. */
async function resolveHere(facts: Partial<Settings> = {}, which: Uv = 'real', locks = join(directory, 'locks')) {
  const settings = makeSettings(directory, { index: local(), ...facts })
  const services: ResolveServices = {
    host,
    locksDirectory: locks,
    provideUv: async () => {
      calls.push('uv')
      if (which === 'real' && uv !== undefined) return uv
      throw new UserError('UV_UNAVAILABLE', 'uv is not to be had')
    },
    listIndexFiles: async name => {
      calls.push(`index ${name}`)
      return []
    },
    listLinkPage: async () => [],
    digestFile: async path => [a, b, foreign].find(wheel => path.endsWith(wheel.filename))?.sha256 ?? '',
  }
  const inputs = await readRunInputs(await findInputs(settings), { settings, host })
  return resolveLock(inputs, { settings, interpreter, services })
}

/** Skips where uv is not to be had; `findTool` has said so. */
const testWithUv = (name: string, work: () => Promise<void>) =>
  test(name, () => (uv === undefined ? undefined : work()))

describe('with uv', () => {
  testWithUv('a loose requirement is resolved once; the second time nothing runs', async () => {
    await write('requirements.txt', 'a')
    const first = await resolveHere()
    expect(first.how).toBe('uv')
    const { wheels } = planInstall(first.lock, interpreter, { index: local(), ...anew })
    expect(wheels).toMatchObject([
      {
        name: 'a',
        requested: true,
        sha256: a.sha256,
        file: { path: join(root, 'wheels', a.filename) },
        directUrl: undefined,
      },
      { name: 'b', requested: false, sha256: b.sha256 },
    ])
    expect(await readdir(join(directory, 'locks'))).toHaveLength(1)
    calls = []
    expect(await resolveHere()).toEqual({ ...first, how: 'stored', reason: expect.any(String) })
    expect(calls).toEqual([])
    expect((await resolveHere({ upgrade: true })).how).toBe('uv')
  })

  testWithUv('a pre-release is installed once a file asks for pre-releases, in spite of a stored lock', async () => {
    const offered = ['1.0', '2.0rc1'].map(version => makeWheel({ name: 'early', version }))
    for (const { filename, bytes } of offered) await writeFile(join(directory, filename), bytes)
    const versions = async () => {
      const { lock } = await resolveHere({ index: makeIndex({ noIndex: true, findLinks: [directory] }) })
      return lock.distributions.map(({ version }) => version)
    }
    await write('requirements.txt', 'early')
    expect(await versions()).toEqual(['1.0'])
    await write('requirements.txt', 'early\n--pre')
    expect(await versions()).toEqual(['2.0rc1'])
    await write('requirements.txt', 'early')
    expect(await versions()).toEqual(['1.0'])
  })

  testWithUv('a lock of the same text in another directory names the source trees there', async () => {
    await write('pyproject.toml', pyproject)
    await write('uv.lock', uvLock)
    const first = await resolveHere()
    const checkout = await mkdtemp(join(root, 'project-'))
    await writeFile(join(checkout, 'pyproject.toml'), pyproject)
    await writeFile(join(checkout, 'uv.lock'), uvLock)
    const second = await resolveHere({ workingDirectory: checkout }, 'real', join(directory, 'locks'))
    const trees = [first, second].map(({ how, lock }) => [how, lock.distributions.flatMap(of => of.source ?? [])])
    expect(trees).toEqual([
      ['uv', [{ kind: 'directory', path: directory, isEditable: true }]],
      ['stored', [{ kind: 'directory', path: checkout, isEditable: true }]],
    ])
  })

  testWithUv('a wheel by its path is installed with its dependencies and has a direct URL', async () => {
    const { lock } = await resolveHere({ packages: [join('..', 'wheels', a.filename)] })
    const { wheels } = planInstall(lock, interpreter, { index: local(), ...anew })
    expect(wheels.map(({ name, requested, directUrl }) => [name, requested, directUrl?.url])).toEqual([
      ['a', true, expect.stringMatching(/^file:.*a-1\.0-py3-none-any\.whl$/)],
      ['b', false, undefined],
    ])
  })

  testWithUv("pins without dependencies go to uv where uv's configuration names the index", async () => {
    await write('requirements.txt', 'a==1.0')
    await write('uv.toml', `no-index = true\nfind-links = [${JSON.stringify(join(root, 'wheels'))}]`)
    const { lock, how } = await resolveHere({ noDeps: true, index: makeIndex({ indexUrl: 'http://127.0.0.1:9/' }) })
    expect([how, calls]).toEqual(['uv', ['uv']])
    expect(lock.distributions.map(({ name }) => name)).toEqual(['a'])
    const failure = await failureOf(() => resolveHere({ noDeps: true, upgrade: true, index: makeIndex() }, 'none'))
    expect(failure).toMatchObject({ code: 'RESOLVER_NOT_FOUND', message: expect.stringContaining('configuration') })
  })

  testWithUv('hashes of another algorithm than uv knows are kept to be checked', async () => {
    const digest = '12'.repeat(64)
    await write('requirements.txt', `b==1.5 --hash=sha512:${digest}`)
    const { lock } = await resolveHere()
    expect(lock.distributions[0]?.wheels[0]?.hashes).toEqual({ sha512: digest })
  })

  testWithUv('hashed pins that are complete are listed, not unpacked', async () => {
    await write('requirements.txt', `a==1.0 --hash=sha256:${a.sha256}\nb==1.5 --hash=sha256:${b.sha256}`)
    const { lock, how } = await resolveHere({ index: { ...local(), requireHashes: true } })
    expect(how).toBe('pins')
    expect(lock.distributions.map(({ wheels }) => wheels.map(({ hashes }) => hashes))).toEqual([
      [{ sha256: a.sha256 }],
      [{ sha256: b.sha256 }],
    ])
  })

  testWithUv('hashed pins that are incomplete gain what they need, unless hashes are required', async () => {
    await write('requirements.txt', `a==1.0 --hash=sha256:${a.sha256}`)
    expect((await resolveHere()).lock.distributions.map(({ name }) => name)).toEqual(['a', 'b'])
    const failure = await failureOf(() => resolveHere({ index: { ...local(), requireHashes: true } }))
    expect(failure).toMatchObject({ code: 'HASH_MISSING', message: expect.stringContaining('`b==1.5`') })
  })

  testWithUv('a wrong hash is refused with both hashes, exit 3', async () => {
    const wrong = '00'.repeat(32)
    await write('requirements.txt', `a --hash=sha256:${wrong}`)
    const failure = await failureOf(() => resolveHere())
    expect(failure).toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3 })
    expect(failure.message).toContain(`sha256:${wrong}`)
    expect(failure.message).toContain(`sha256:${a.sha256}`)
  })

  testWithUv("what cannot be resolved fails with uv's own words and leaves nothing behind", async () => {
    const failure = await failureOf(() => resolveHere({ packages: ['a>=2'] }))
    expect(failure).toMatchObject({ code: 'RESOLUTION_FAILED', exitCode: 1 })
    expect(failure.message).toContain('a>=2')
    expect(await readdir(join(directory, 'locks'))).toEqual([])
  })

  testWithUv('an index that does not answer is named, its password is not', async () => {
    const index = makeIndex({ indexUrl: `http://user:${secret}@127.0.0.1:9/simple` })
    const failure = await failureOf(() => resolveHere({ packages: ['a'], index }))
    expect(failure.code).toBe('INDEX_UNREACHABLE')
    expect(failure.message).toContain('`127.0.0.1:9`')
    expect(failure.message).not.toContain(secret)
  })

  testWithUv(
    'a uv.lock means its default groups, extras and groups, and the project itself, which is to be built',
    async () => {
      await write('pyproject.toml', pyproject)
      await write('uv.lock', uvLock)
      const names = async (facts: Partial<Settings>) => {
        const { lock } = await resolveHere(facts)
        return lock.distributions.map(({ name }) => name)
      }
      expect(await names({ noInstallProject: true })).toEqual(['a', 'b'])
      expect(await names({ noInstallProject: true, noDev: true })).toEqual(['a'])
      expect(await names({ noInstallProject: true, noDev: true, extras: ['more'] })).toEqual(['a', 'b'])
      const { lock } = await resolveHere()
      expect(sourcesToBuild(lock, interpreter).map(({ name, source }) => [name, source])).toEqual([
        ['project', { kind: 'directory', path: directory, isEditable: true }],
      ])
    },
  )
})

describe('a source archive without a wheel', () => {
  const backend = `
import os
def get_requires_for_build_wheel(config_settings=None):
    return []
def prepare_metadata_for_build_wheel(directory, config_settings=None):
    name = 'src-' + str((config_settings or {}).get('version', '1.0')) + '.dist-info'
    os.mkdir(os.path.join(directory, name))
    with open(os.path.join(directory, name, 'METADATA'), 'w') as file:
        file.write('Metadata-Version: 2.1\\nName: src\\nVersion: 1.0\\nRequires-Dist: b\\n')
    return name
def build_wheel(directory, config_settings=None, metadata_directory=None):
    raise SystemExit('a resolver has nothing to build')
`
  const buildSystem = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
  const tar = makeTar([
    { name: 'src-1.0/pyproject.toml', data: buildSystem },
    { name: 'src-1.0/backend.py', data: backend },
    { name: 'src-1.0/PKG-INFO', data: 'Metadata-Version: 2.1\nName: src\nVersion: 1.0\n' },
  ])

  const resolveBoth = async (which: Uv) => {
    await writeFile(join(directory, 'src-1.0.tar.gz'), gzipSync(tar))
    const index = makeIndex({ noIndex: true, findLinks: [directory, join(root, 'wheels')] })
    const { lock, how } = await resolveHere({ packages: ['src'], index }, which)
    const [source] = sourcesToBuild(lock, interpreter)
    const { sdist } = source ?? {}
    expect(sdist).toMatchObject({ path: join(directory, 'src-1.0.tar.gz'), hashes: { sha256: expect.any(String) } })
    return [how, ...lock.distributions.map(({ name }) => name).sort()]
  }

  testWithUv('is resolved with what it depends on, and left to be built', async () => {
    expect(await resolveBoth('real')).toEqual(['uv', 'b', 'src'])
  })

  test('is so by pip too', async () => {
    expect(await resolveBoth('none')).toEqual(['pip', 'b', 'src'])
  })
})

describe('a uv.lock with sources', () => {
  const commit = 'f67faffc695ffd97b8fe39ce2f138106c8902ade'
  const digest = 'ab'.repeat(32)
  const sources: Readonly<Record<string, string>> = {
    member: 'editable = "member"',
    tree: 'directory = "../tree"',
    tagged: `git = "https://git.invalid/tagged?subdirectory=sub&tag=v1#${commit}"`,
    pinned: `git = "ssh://git@git.invalid/pinned.git?rev=${commit}#${commit}"`,
    archive: 'path = "archive-1.0.tar.gz"',
    remote: 'url = "https://files.invalid/remote-1.0.tar.gz"',
    plain: 'registry = "https://index.invalid/simple"',
  }
  const sdists: Readonly<Record<string, string>> = {
    archive: `sdist = { hash = "sha256:${digest}" }`,
    remote: `sdist = { hash = "sha256:${digest}" }`,
    plain: `sdist = { url = "https://files.invalid/plain-1.0.tar.gz", hash = "sha256:${digest}" }`,
  }
  const names = Object.keys(sources)
  const packages = names.map(name =>
    ['[[package]]', `name = "${name}"`, 'version = "1.0"', `source = { ${sources[name]} }`, sdists[name] ?? ''].join(
      '\n',
    ),
  )
  const lockText = (project: string) => `version = 1
revision = 3
requires-python = ">=3.8"

${packages.join('\n\n')}

[[package]]
name = "project"
version = "0.1"
source = { ${project} = "." }
dependencies = [${names.map(name => `{ name = "${name}" }`).join(', ')}]
`
  const toBuild = async () => {
    const { lock } = await resolveHere()
    const places = sourcesToBuild(lock, interpreter).map(({ name, source, archive, sdist }) => {
      const file = archive ?? sdist
      return [name, source ?? [file?.path ?? file?.url, file?.hashes.sha256]] as const
    })
    return Object.fromEntries(places)
  }

  testWithUv('names each to be built, at what place and of which commit or digest', async () => {
    await write('pyproject.toml', '[project]\nname = "project"\nversion = "0.1"\n')
    await write('uv.lock', lockText('editable'))
    const expected = {
      member: { kind: 'directory', path: join(directory, 'member'), isEditable: true },
      tree: { kind: 'directory', path: join(directory, '..', 'tree'), isEditable: false },
      tagged: {
        ...{ kind: 'vcs', url: 'https://git.invalid/tagged', commit, requestedRevision: 'v1', subdirectory: 'sub' },
      },
      pinned: { kind: 'vcs', url: 'ssh://git@git.invalid/pinned.git', commit, requestedRevision: commit },
      archive: [join(directory, 'archive-1.0.tar.gz'), digest],
      remote: ['https://files.invalid/remote-1.0.tar.gz', digest],
      plain: ['https://files.invalid/plain-1.0.tar.gz', digest],
    }
    expect(await toBuild()).toEqual({
      ...expected,
      project: { kind: 'directory', path: directory, isEditable: true },
    })
    await write('uv.lock', lockText('virtual'))
    expect(await toBuild()).toEqual(expected)
  })
})

describe('without uv', () => {
  test('pins with --no-deps need no resolver, and those whose marker does not hold are left out', async () => {
    await write('requirements.txt', 'a==1.0\nb==1.5; python_version < "3"\n')
    const { lock, how } = await resolveHere({ noDeps: true })
    expect(how).toBe('pins')
    expect(calls).toEqual([])
    expect(lock.distributions.map(({ name, wheels }) => [name, wheels[0]?.hashes.sha256])).toEqual([['a', a.sha256]])
  })

  test('a pin of which there is a source archive only is to be built, unless a file forbids that', async () => {
    await write('e-2.0.tar.gz', '')
    const index = makeIndex({ noIndex: true, findLinks: [directory] })
    await write('requirements.txt', 'e==2.0')
    const { lock } = await resolveHere({ noDeps: true, index })
    expect(sourcesToBuild(lock, interpreter).map(({ name, sdist }) => [name, sdist?.path])).toEqual([
      ['e', join(directory, 'e-2.0.tar.gz')],
    ])
    await write('requirements.txt', 'e==2.0\n--only-binary e')
    expect((await failureOf(() => resolveHere({ noDeps: true, index }))).code).toBe('DISTRIBUTION_NOT_FOUND')
  })

  test('the index is asked for each pin that the directory may not hold', async () => {
    const failure = await failureOf(() => resolveHere({ noDeps: true, packages: ['c==1', 'd==2'], index: makeIndex() }))
    expect(calls).toEqual(['index c', 'index d'])
    expect(failure.code).toBe('DISTRIBUTION_NOT_FOUND')
    expect(failure.message).toContain('`c==1`')
    expect(failure.message).toContain('`d==2`')
  })

  test('a wheel by its path with --no-deps is locked by its digest', async () => {
    const { lock } = await resolveHere({ noDeps: true, packages: [join(root, 'wheels', a.filename)] })
    expect(lock.distributions).toMatchObject([{ name: 'a', version: '1.0', archive: { hashes: { sha256: a.sha256 } } }])
  })

  test('a pin without a wheel for this platform is found, and the plan names the tags that there are', async () => {
    const alien = makeWheel({ name: 'alien', version: '1.0', tag: 'cp27-cp27m-win_amd64' })
    const wheels = join(directory, 'alien')
    await mkdir(wheels)
    await writeFile(join(wheels, alien.filename), alien.bytes)
    const index = makeIndex({ noIndex: true, findLinks: [wheels] })
    const { lock } = await resolveHere({ noDeps: true, packages: ['alien==1.0'], index })
    const failure = await failureOf(() => planInstall(lock, interpreter, { index, ...anew }))
    expect(failure).toMatchObject({ code: 'WHEEL_NOT_FOUND', message: expect.stringContaining('cp27-cp27m-win_amd64') })
  })

  test('the hash in the fragment of a URL is a listed one', async () => {
    const packages = [`six @ https://files.invalid/six-1.16.0-py3-none-any.whl#sha256=${'ab'.repeat(32)}`]
    const { lock } = await resolveHere({ noDeps: true, packages, index: makeIndex({ requireHashes: true }) })
    expect(lock.distributions[0]?.archive?.hashes).toEqual({ sha256: 'ab'.repeat(32) })
  })

  test('a pinned file with a wrong hash is refused with both hashes, exit 3', async () => {
    await write('requirements.txt', `a==1.0 --hash=sha256:${'00'.repeat(32)}`)
    const failure = await failureOf(() => resolveHere({ noDeps: true }))
    expect(failure).toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3, message: expect.stringContaining(a.sha256) })
  })

  test("the interpreter's pip resolves instead", async () => {
    await write('requirements.txt', 'a')
    const { lock, how } = await resolveHere({}, 'none')
    expect(how).toBe('pip')
    expect(
      lock.distributions.map(({ name, requested, wheels }) => [name, requested, wheels[0]?.hashes.sha256]),
    ).toEqual([
      ['a', true, a.sha256],
      ['b', false, b.sha256],
    ])
  })

  test('a uv.lock cannot be read, and the message says why', async () => {
    await write('uv.lock', 'version = 1')
    const failure = await failureOf(() => resolveHere({}, 'none'))
    expect(failure.code).toBe('RESOLVER_NOT_FOUND')
    expect(failure.message).toContain('uv is not to be had')
  })

  test('extras of requirements are refused', async () => {
    await write('requirements.txt', 'a')
    expect((await failureOf(() => resolveHere({ extras: ['more'] }))).code).toBe('EXTRAS_UNSUPPORTED')
  })
})

const pyproject = `[project]
name = "project"
version = "0.1"
requires-python = ">=3.8"
dependencies = ["a"]
[project.optional-dependencies]
more = ["b"]
[dependency-groups]
dev = ["b"]
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
`

const wheelOf = ({ filename, sha256 }: typeof a) =>
  `wheels = [{ url = "https://files.invalid/${filename}", hash = "sha256:${sha256}" }]`

const uvLock = `version = 1
revision = 3
requires-python = ">=3.8"

[[package]]
name = "a"
version = "1.0"
source = { registry = "https://index.invalid/simple" }
${wheelOf(a)}

[[package]]
name = "b"
version = "1.5"
source = { registry = "https://index.invalid/simple" }
${wheelOf(b)}

[[package]]
name = "project"
version = "0.1"
source = { editable = "." }
dependencies = [{ name = "a" }]

[package.optional-dependencies]
more = [{ name = "b" }]

[package.dev-dependencies]
dev = [{ name = "b" }]

[package.metadata]
requires-dist = [{ name = "a" }, { name = "b", marker = "extra == 'more'" }]
provides-extras = ["more"]

[package.metadata.requires-dev]
dev = [{ name = "b" }]
`
