import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, CacheTrouble } from '../../src/cache/backend.js'
import { directoryBackend } from '../../src/cache/directory.js'
import { githubBackend, githubCacheAvailable } from '../../src/cache/github.js'
import { type FakeActionsCache, startFakeActionsCache } from '../helpers/fake-actions-cache.js'

/** A backend under test, alone in the world; `again` is the same cache as another job sees it. */
type World = {
  readonly backend: CacheBackend
  readonly again: () => CacheBackend
  readonly close: () => Promise<void>
}

async function directoryWorld(scratch: string): Promise<World> {
  const again = () => directoryBackend(join(scratch, 'shared', 'cache'))
  return { backend: again(), again, close: async () => undefined }
}

async function githubWorld(scratch: string): Promise<World & { readonly fake: FakeActionsCache }> {
  const fake = await startFakeActionsCache()
  const workspace = join(scratch, 'workspace')
  const restoreProcess = await enterJob(workspace, fake.address)
  const again = () => githubBackend({ workspace, surround: silently })
  const close = async () => {
    restoreProcess()
    await fake.close()
  }
  return { backend: again(), again, close, fake }
}

/** Makes this process look like a step of a job: the toolkit reads environment and working directory by itself. */
async function enterJob(workspace: string, address: string): Promise<() => void> {
  const runnerTemp = join(workspace, '..', 'temp')
  await mkdir(workspace, { recursive: true })
  await mkdir(runnerTemp, { recursive: true })
  const [before, directory] = [{ ...process.env }, process.cwd()]
  Object.assign(process.env, {
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RESULTS_URL: address,
    ACTIONS_RUNTIME_TOKEN: 'token',
    GITHUB_SERVER_URL: 'http://fake.localhost',
    GITHUB_WORKSPACE: workspace,
    NO_PROXY: '127.0.0.1',
    RUNNER_TEMP: runnerTemp,
    no_proxy: '127.0.0.1',
  })
  delete process.env.ACTIONS_CACHE_MODE
  process.chdir(workspace)
  return () => {
    process.chdir(directory)
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

async function silently<T>(call: () => Promise<T>): Promise<T> {
  const write = process.stdout.write
  process.stdout.write = () => true
  try {
    return await call()
  } finally {
    process.stdout.write = write
  }
}

let scratch = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-cache-'))
})

afterEach(async () => {
  await rm(scratch, { recursive: true, force: true })
})

async function save(backend: CacheBackend, key: string, text: string): Promise<'saved' | 'present'> {
  const source = join(scratch, 'source')
  await writeFile(source, text)
  return backend.save(key, source)
}

async function restore(backend: CacheBackend, key: string, prefixes: readonly string[] = []) {
  const destination = join(scratch, 'restored')
  await rm(destination, { force: true })
  const hit = await backend.restore(key, prefixes, destination)
  return hit === undefined ? undefined : { key: hit.key, text: await readFile(destination, 'utf8') }
}

const backends: readonly [string, (scratch: string) => Promise<World>][] = [
  ['directory', directoryWorld],
  ['github', githubWorld],
]

describe.each(backends)('the %s backend', (_, open) => {
  let world: World

  beforeEach(async () => {
    world = await open(scratch)
  })

  afterEach(() => world.close())

  test('finds nothing in an empty cache', async () => {
    expect(await restore(world.backend, 'a-1.', ['a-', 'b-'])).toBeUndefined()
    expect(await world.backend.has('a-1.')).toBe(false)
  })

  test('gives another job the bytes that one saved, and leaves the source', async () => {
    expect(await save(world.backend, 'wheelcrew-1-linux-a%20b@1-2.', 'bytes')).toBe('saved')
    expect(await readFile(join(scratch, 'source'), 'utf8')).toBe('bytes')
    expect(await restore(world.again(), 'wheelcrew-1-linux-a%20b@1-2.')).toEqual({
      key: 'wheelcrew-1-linux-a%20b@1-2.',
      text: 'bytes',
    })
    expect(await world.again().has('wheelcrew-1-linux-a%20b@1-2.')).toBe(true)
  })

  test('keeps the first entry of a key and says that it is present', async () => {
    await save(world.backend, 'a-1.', 'first')
    expect(await save(world.again(), 'a-1.', 'second')).toBe('present')
    expect((await restore(world.backend, 'a-1.'))?.text).toBe('first')
  })

  test('has only the key itself, not one that it is a prefix of', async () => {
    await save(world.backend, 'a-1.2', 'longer')
    expect(await world.backend.has('a-1.')).toBe(false)
    expect(await restore(world.backend, 'a-1.')).toBeUndefined()
  })

  test('prefers the key, then the prefixes in their order', async () => {
    await save(world.backend, 'a-1.', 'one')
    await save(world.backend, 'b-1.', 'two')
    expect((await restore(world.backend, 'a-1.', ['b-']))?.key).toBe('a-1.')
    expect((await restore(world.backend, 'c-1.', ['b-', 'a-']))?.key).toBe('b-1.')
    expect((await restore(world.backend, 'c-1.', ['d-', 'a-']))?.text).toBe('one')
  })

  test('takes the newest entry of a prefix', async () => {
    for (const [index, key] of ['a-2.', 'a-3.', 'a-1.'].entries()) {
      await save(world.backend, key, key)
      await ageDirectoryEntries(join(scratch, 'shared', 'cache'), index)
    }
    expect((await restore(world.backend, 'a-9.', ['a-']))?.text).toBe('a-1.')
  })

  test('accepts saves of one key at once: one is kept, none fails', async () => {
    const results = await Promise.all(
      ['x', 'y', 'z'].map(async text => {
        const source = join(scratch, text)
        await writeFile(source, text)
        return world.backend.save('a-1.', source)
      }),
    )
    expect(results.toSorted()).toEqual(['present', 'present', 'saved'])
    expect(['x', 'y', 'z']).toContain((await restore(world.backend, 'a-1.'))?.text)
  })

  test('answers a key that it cannot carry with CacheTrouble', async () => {
    await expect(save(world.backend, 'a'.repeat(600), 'bytes')).rejects.toBeInstanceOf(CacheTrouble)
  })

  test('leaves nothing of its own behind', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    await restore(world.backend, 'a-1.')
    await restore(world.backend, 'b-1.')
    const left = await readdir(scratch, { recursive: true })
    expect(left.filter(path => /tmp$|\.wheelcrew-cache/.test(path))).toEqual([])
  })
})

/** Entries saved within one tick of the clock have one age: sets them apart. */
async function ageDirectoryEntries(directory: string, index: number): Promise<void> {
  const names = await readdir(directory).catch(() => [])
  const time = new Date(Date.UTC(2020, 0, 1 + index))
  for (const name of names.filter(name => !seen.has(name))) await utimes(join(directory, name), time, time)
  for (const name of names) seen.add(name)
}
const seen = new Set<string>()

describe('the directory backend', () => {
  test('says CacheTrouble for a directory that is a file', async () => {
    await writeFile(join(scratch, 'file'), '')
    const backend = directoryBackend(join(scratch, 'file'))
    await expect(save(backend, 'a-1.', 'bytes')).rejects.toBeInstanceOf(CacheTrouble)
    await expect(restore(backend, 'a-1.', ['a-'])).rejects.toBeInstanceOf(CacheTrouble)
  })

  test('keeps every key inside its directory', async () => {
    const backend = directoryBackend(join(scratch, 'cache'))
    for (const key of ['../escaped', '..', 'a/b\\c', '.hidden', 'ü\0']) await save(backend, key, key)
    expect((await readdir(scratch)).toSorted()).toEqual(['cache', 'source'])
    expect((await restore(backend, 'x', ['a/']))?.key).toBe('a/b\\c')
  })
})

describe('the github backend', () => {
  let world: Awaited<ReturnType<typeof githubWorld>>

  beforeEach(async () => {
    world = await githubWorld(scratch)
  })

  afterEach(() => world.close())

  test('says CacheTrouble when the token is read-only, and still reads', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.mode = 'read-only'
    await expect(save(world.backend, 'b-1.', 'bytes')).rejects.toBeInstanceOf(CacheTrouble)
    expect((await restore(world.backend, 'a-1.'))?.text).toBe('bytes')
  })

  test('takes a denied read and a failing download for a miss', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.mode = 'denied'
    expect(await restore(world.backend, 'a-1.')).toBeUndefined()
    world.fake.mode = 'broken'
    expect(await restore(world.backend, 'a-1.')).toBeUndefined()
  })

  test('asks before it packs: a key that is there costs one call', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.calls.length = 0
    await save(world.backend, 'a-1.', 'bytes')
    expect(world.fake.calls).toEqual(['GetCacheEntryDownloadURL'])
  })

  test('makes no call that the mode of the runner does not permit', async () => {
    const backend = githubBackend({ workspace: join(scratch, 'workspace'), mode: 'none' })
    expect(await restore(backend, 'a-1.')).toBeUndefined()
    await expect(save(backend, 'a-1.', 'bytes')).rejects.toBeInstanceOf(CacheTrouble)
    expect(world.fake.calls).toEqual([])
  })

  test('sends at most ten keys', async () => {
    await save(world.backend, 'p8.', 'bytes')
    const prefixes = Array.from({ length: 30 }, (_, index) => `p${index}`)
    expect((await restore(world.backend, 'a-1.', prefixes))?.key).toBe('p8.')
  })

  test('is available where the service and its token are', () => {
    expect(githubCacheAvailable(process.env)).toBe(true)
    expect(githubCacheAvailable({ ...process.env, ACTIONS_RUNTIME_TOKEN: '' })).toBe(false)
    expect(githubCacheAvailable({ ACTIONS_CACHE_URL: world.fake.address, ACTIONS_RUNTIME_TOKEN: 'token' })).toBe(true)
    expect(githubCacheAvailable({})).toBe(false)
  })
})
