import { lstat, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { checkOut, resolveRevision } from '../../../src/build/checkout.js'
import type { Environment } from '../../../src/host.js'
import { testHost } from '../python/pythons.js'
import { makeDirectory } from './build-fixture.js'
import { commit, git, gitEnvironment, makeRepository } from './git-fixture.js'
import { type GitServer, serveRepositories } from './git-server.js'

/** What stands where, made once: nothing here changes it. */
let origins: string
let project: string
const ids: Record<string, string> = {}
let work: string

beforeAll(async () => {
  origins = await makeDirectory()
  project = await makeRepository(origins, 'project', { 'setup.py': '1' })
  ids.first = await git(project, 'rev-parse', 'HEAD')
  await git(project, 'tag', 'light')
  await git(project, 'tag', '--annotate', '--message', 'one', 'v1.0')
  await git(project, 'tag', '--annotate', '--message', 'of a tag', 'nested', 'v1.0')
  ids.second = await commit(project, { 'sub/b.txt': 'two\n', 'run.sh': '#!/bin/sh\n' })
  await git(project, 'branch', 'v1.0-branch')
  await git(project, 'branch', 'light', ids.second)
  await git(project, 'branch', 'feature/x')
  ids.middle = await commit(project, { 'middle.txt': '3' })
  ids.head = await commit(project, { 'c.txt': '3' })
  await git(project, 'checkout', '--quiet', '-b', 'aside')
  ids.ofPull = await commit(project, { 'pull.txt': '4' })
  ids.pull = await commit(project, { 'pull.txt': '4', 'more.txt': '5' })
  await git(project, 'update-ref', 'refs/pull/7/head', ids.pull)
  await git(project, 'checkout', '--quiet', 'main')
  await git(project, 'branch', '--quiet', '-D', 'aside')
})
afterAll(() => rm(origins, { recursive: true, force: true }))

let servers: GitServer[] = []
beforeEach(async () => {
  work = await makeDirectory()
})
afterEach(async () => {
  await Promise.all(servers.map(server => server.close()))
  servers = []
  await rm(work, { recursive: true, force: true })
})

async function serve(options: Parameters<typeof serveRepositories>[1] = {}): Promise<GitServer> {
  const server = await serveRepositories(origins, options)
  servers.push(server)
  return server
}

const fileUrl = (path = project) => pathToFileURL(path).href
const services = (env: Environment = {}, signal = new AbortController().signal) => ({
  host: testHost(work, { env: { ...gitEnvironment, ...env } }),
  signal,
})
const source = (revision: string, url = fileUrl()) => ({ url, revision, shown: `git+${url}@${revision}` })
const resolveAt = (revision: string, url?: string) => resolveRevision(source(revision, url), services())

async function check(revision: string, { url = fileUrl(), withHistory = false, env = {} } = {}): Promise<string> {
  const destination = join(work, 'checkout')
  await checkOut(source(revision, url), destination, { ...services(env), withHistory })
  return destination
}

describe('a revision', () => {
  test.each([
    ['', 'head'],
    ['HEAD', 'head'],
    ['main', 'head'],
    ['feature/x', 'second'],
    ['v1.0-branch', 'second'],
    ['refs/heads/main', 'head'],
    ['refs/pull/7/head', 'pull'],
    ['pull/7/head', 'pull'],
  ])('%j is what the repository names so', async (revision, id) => {
    expect(await resolveAt(revision)).toBe(ids[id])
  })

  test.each(['v1.0', 'nested', 'refs/tags/v1.0', 'tags/nested'])(
    'that is the annotated tag %j is the commit that it points to',
    async revision => {
      expect(await resolveAt(revision)).toBe(ids.first)
    },
  )

  test('that names a branch and a tag is the branch, as for pip and uv', async () => {
    expect(await resolveAt('light')).toBe(ids.second)
    expect(await resolveAt('refs/tags/light')).toBe(ids.first)
  })

  test('that is a full id is taken as it is, and nobody is asked', async () => {
    expect(await resolveAt('A'.repeat(40), 'https://127.0.0.1:1/absent')).toBe('a'.repeat(40))
  })

  test('that is a shortened id is found among all commits', async () => {
    const before = await readdir(tmpdir())
    for (const id of [ids.first, ids.head]) expect(await resolveAt(String(id).slice(0, 10))).toBe(id)
    expect(
      (await readdir(tmpdir())).filter(name => name.startsWith('wheelcrew-git-') && !before.includes(name)),
    ).toEqual([])
  })

  test.each(['absent', '0000000', 'refs/heads/absent', '--upload-pack=touch x', 'v*', 'main~1', '^{}'])(
    'that is not there, like %j, is an error with the source in it',
    async revision => {
      await expect(resolveAt(revision)).rejects.toMatchObject({
        code: 'REVISION_NOT_FOUND',
        exitCode: 1,
        message: expect.stringContaining(
          `project@${revision}\`: the repository has no branch, tag or commit \`${revision}\``,
        ),
      })
    },
  )

  test('of a repository without commits is an error', async () => {
    await git(work, 'init', '--quiet', 'empty')
    await expect(resolveAt('', fileUrl(join(work, 'empty')))).rejects.toMatchObject({
      code: 'REVISION_NOT_FOUND',
      message: expect.stringContaining('no commit that HEAD names'),
    })
  })
})

describe('a checkout', () => {
  test('has the files of the commit and nothing of its history', async () => {
    const destination = await check(String(ids.second))
    expect((await readdir(destination)).toSorted()).toEqual(['.git', 'run.sh', 'setup.py', 'sub'])
    expect(await git(destination, 'rev-parse', 'HEAD')).toBe(ids.second)
    expect(await git(destination, 'rev-list', '--count', 'HEAD')).toBe('1')
    expect(await git(destination, 'status', '--porcelain')).toBe('')
  })

  test('with history has tags and commits, so that `git describe` says the same', async () => {
    const destination = await check(String(ids.head), { withHistory: true })
    expect(await git(destination, 'describe', '--tags', '--dirty', '--long')).toBe(
      await git(project, 'describe', '--tags', '--dirty', '--long'),
    )
  })

  test('of a commit that no branch has is found', async () => {
    for (const withHistory of [false, true]) {
      const destination = await check(String(ids.pull), { withHistory })
      expect(await readFile(join(destination, 'pull.txt'), 'utf8')).toBe('4')
    }
  })

  test('takes the place of what was there', async () => {
    await check(String(ids.second))
    expect((await readdir(await check(String(ids.first)))).toSorted()).toEqual(['.git', 'setup.py'])
  })

  test('of a commit that is not there is an error, and leaves nothing', async () => {
    for (const withHistory of [false, true]) {
      await expect(check('b'.repeat(40), { withHistory })).rejects.toMatchObject({
        code: 'REVISION_NOT_FOUND',
        exitCode: 1,
      })
      expect(await readdir(work)).toEqual([])
    }
  })

  test('has submodules, and theirs', async () => {
    const inner = await makeRepository(work, 'inner', { 'inner.h': '1' })
    const middle = await makeRepository(work, 'middle', { 'middle.h': '1' })
    await git(middle, 'submodule', '--quiet', 'add', inner, 'inner')
    await commit(middle, {})
    const outer = await makeRepository(work, 'outer', { 'outer.c': '1' })
    await git(outer, 'submodule', '--quiet', 'add', '../middle', 'deps/middle')
    const revision = await commit(outer, {})
    // The submodule goes on, so its commit is no branch's.
    await commit(middle, { 'middle.h': '2' })
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.file.allow', GIT_CONFIG_VALUE_0: 'always' }
    const destination = await check(revision, { url: fileUrl(outer), env })
    expect(await readFile(join(destination, 'deps/middle/inner/inner.h'), 'utf8')).toBe('1')
    expect(await readFile(join(destination, 'deps/middle/middle.h'), 'utf8')).toBe('1')
    expect(await git(destination, 'status', '--porcelain')).toBe('')
  })

  test('takes no submodule from a local path, as git decides, and names it', async () => {
    const outer = await makeRepository(work, 'outer', { 'outer.c': '1' })
    await git(outer, 'submodule', '--quiet', 'add', project, 'module')
    const revision = await commit(outer, {})
    await expect(check(revision, { url: fileUrl(outer) })).rejects.toMatchObject({
      code: 'SOURCE_UNREACHABLE',
      message: expect.stringMatching(/a submodule of git\+file:.*transport 'file' not allowed/),
    })
  })

  test('has the bytes of the repository, and runs no hook, whatever the user configured', async () => {
    const configured = join(work, 'gitconfig')
    const hook = join(work, 'post-checkout')
    await writeFile(hook, `#!/bin/sh\ntouch ${join(work, 'hooked')}\n`, { mode: 0o755 })
    await writeFile(configured, `[core]\nautocrlf = true\nhooksPath = ${work}\n[fetch]\nrecurseSubmodules = true\n`)
    const destination = await check(String(ids.second), { env: { GIT_CONFIG_GLOBAL: configured } })
    expect(await readFile(join(destination, 'sub/b.txt'), 'utf8')).toBe('two\n')
    expect((await readdir(work)).toSorted()).toEqual(['checkout', 'gitconfig', 'post-checkout'])
  })

  test('is not confused by the variables of a git that runs this', async () => {
    const env = { GIT_DIR: join(work, 'elsewhere'), GIT_WORK_TREE: work, GIT_INDEX_FILE: join(work, 'index') }
    expect((await readdir(await check(String(ids.first), { env }))).toSorted()).toEqual(['.git', 'setup.py'])
    expect(await readdir(work)).toEqual(['checkout'])
  })

  test('that is interrupted leaves nothing, no process either', async () => {
    const { url } = await serve({ isMute: true })
    const controller = new AbortController()
    const checking = checkOut(source(String(ids.head), `${url}/project/.git`), join(work, 'checkout'), {
      ...services({}, controller.signal),
    })
    setTimeout(() => controller.abort(new Error('enough')), 300)
    await expect(checking).rejects.toThrow('enough')
    expect(await readdir(work)).toEqual([])
  })
})

describe('over HTTP', () => {
  test('a revision is resolved and its one commit fetched', async () => {
    const { url, requests } = await serve()
    const address = `${url}/project/.git`
    expect(await resolveAt('v1.0', address)).toBe(ids.first)
    expect(await resolveAt(String(ids.head).slice(0, 8), address)).toBe(ids.head)
    const destination = await check(String(ids.second), { url: address })
    expect(await git(destination, 'rev-list', '--count', 'HEAD')).toBe('1')
    expect(requests.some(request => request.startsWith('POST /project/.git/git-upload-pack'))).toBe(true)
  })

  test('a server that gives a commit by its name alone gives all of them', async () => {
    const { url } = await serve()
    // Only with the older protocol does a server refuse.
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.version', GIT_CONFIG_VALUE_0: '0' }
    for (const id of [ids.second, ids.middle, ids.ofPull]) {
      const destination = await check(String(id), { url: `${url}/project/.git`, env })
      expect(await git(destination, 'rev-parse', 'HEAD')).toBe(id)
    }
  })

  test('a server of plain files does', async () => {
    await git(project, 'update-server-info')
    const { url } = await serve({ isDumb: true })
    expect(await resolveAt('nested', `${url}/project/.git`)).toBe(ids.first)
    expect(await resolveAt(String(ids.second).slice(0, 9), `${url}/project/.git`)).toBe(ids.second)
    for (const withHistory of [false, true]) {
      const destination = await check(String(ids.second), { url: `${url}/project/.git`, withHistory })
      expect(await readFile(join(destination, 'sub/b.txt'), 'utf8')).toBe('two\n')
    }
  })

  test.each([
    ['user:p%40ss==w0rd', 'user:p@ss==w0rd'],
    ['t0ken-of-somebody', 't0ken-of-somebody:'],
  ])('credentials %s reach the server, and no file', async (userinfo, credentials) => {
    const { url } = await serve({ credentials })
    const inner = await makeRepository(origins, `inner-${credentials.length}`, { 'inner.h': '1' })
    const outer = await makeRepository(origins, `outer-${credentials.length}`, { 'outer.c': '1' })
    await git(outer, 'submodule', '--quiet', 'add', inner, 'inner')
    await git(outer, 'config', '--file', '.gitmodules', 'submodule.inner.url', `../../inner-${credentials.length}/.git`)
    const revision = await commit(outer, {})
    const secrets: string[] = []
    const address = `${url.replace('//', `//${userinfo}@`)}/outer-${credentials.length}/.git`
    const host = { ...services().host, onSecret: (secret: string) => void secrets.push(secret) }
    expect(await resolveRevision(source('main', address), { ...services(), host })).toBe(revision)
    expect(secrets.join(' ')).toContain(credentials.split(':').find(part => part !== '' && part !== 'user'))
    for (const withHistory of [false, true]) {
      const destination = await check(revision, { url: address, withHistory })
      expect(await readFile(join(destination, 'inner/inner.h'), 'utf8')).toBe('1')
      expect(await filesWith(destination, /w0rd|t0ken/)).toEqual([])
    }
  })

  test('a server that wants a password is an error without a question and without what was tried', async () => {
    const { url } = await serve({ credentials: 'user:right' })
    for (const [address, reason] of [
      [url, /terminal prompts disabled/],
      [url.replace('//', '//user:wr0ng@'), /Authentication failed/],
    ] as const) {
      const asking = resolveRevision(
        { url: `${address}/project/.git`, revision: 'main', shown: `git+${address}` },
        services({ SSH_ASKPASS: '/bin/true', DISPLAY: ':0' }),
      )
      const failure = await asking.catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'SOURCE_UNREACHABLE', exitCode: 1, message: expect.stringMatching(reason) })
      expect(String(failure)).not.toContain('wr0ng')
    }
  })
})

describe('a repository that cannot be read', () => {
  test.each([
    ['that is not there', () => fileUrl(join(origins, 'absent')), /does not (?:appear to be a git repository|exist)/],
    ['on a host that does not answer', () => 'http://127.0.0.1:1/x.git', /(?:Failed|Could not|couldn't) to? ?connect/],
    [
      'with a helper that would run a command',
      () => `ext::sh -c touch% ${join(work, 'ran')}`,
      /transport 'ext' not allowed/,
    ],
    ['with an address like an option', () => '--upload-pack=touch ran', /.+/],
  ])('%s is one clear error', async (_, url, reason) => {
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.ext.allow', GIT_CONFIG_VALUE_0: 'always' }
    for (const tried of [
      () => resolveRevision(source('main', url()), services(env)),
      () => checkOut(source(String(ids.head), url()), join(work, 'checkout'), services(env)),
    ]) {
      const failure = await tried().catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'SOURCE_UNREACHABLE', exitCode: 1 })
      expect(String(failure)).toMatch(reason)
      expect(String(failure)).not.toMatch(/\n|correct access rights/)
      expect(await readdir(work)).toEqual([])
    }
  })

  test('because there is no git is said as that', async () => {
    const empty = join(work, 'bin')
    await symlink('/nonexistent', empty)
    await expect(resolveRevision(source('main'), services({ PATH: empty }))).rejects.toMatchObject({
      code: 'GIT_NOT_FOUND',
      exitCode: 1,
      hint: expect.stringContaining('Install git'),
    })
  })
})

async function filesWith(directory: string, pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of await readdir(directory, { recursive: true })) {
    const path = join(directory, name)
    if ((await lstat(path)).isFile() && pattern.test(await readFile(path, 'latin1'))) found.push(name)
  }
  return found
}
