import { execFileSync } from 'node:child_process'
import { fstatSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../src/cache/backend.js'
import { directoryBackend } from '../../src/cache/directory.js'
import { githubBackend } from '../../src/cache/github.js'
import { githubServiceBackend } from '../../src/cache/github-service.js'
import { createTransport } from '../../src/fetch/transport.js'
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

async function serviceWorld(scratch: string): Promise<World> {
  const fake = await startFakeActionsCache()
  const transport = createTransport({ env: {}, connectTimeoutMs: 1000 })
  const again = () =>
    githubServiceBackend({
      address: `${fake.address}a/path/that/is/dropped`,
      token: 'token',
      mode: undefined,
      transport,
      temporary: join(scratch, 'temporary'),
    })
  return { backend: again(), again, close: fake.close }
}

async function toolkitWorld(scratch: string): Promise<World & { readonly fake: FakeActionsCache }> {
  const fake = await startFakeActionsCache()
  const workspace = join(scratch, 'workspace')
  const restoreProcess = await enterJob(workspace, fake.address)
  const again = () => githubBackend({ workspace, temporary: join(scratch, 'temporary'), surround: silently })
  const close = async () => {
    restoreProcess()
    await fake.close()
  }
  return { backend: again(), again, close, fake }
}

/** Makes this process look like a step of a job: the toolkit reads environment and working directory by itself. */
async function enterJob(workspace: string, address: string): Promise<() => void> {
  const runnerTemp = join(workspace, '..', 'runner')
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

async function save(backend: CacheBackend, key: string, content: string | Buffer): Promise<'saved' | 'present'> {
  return backend.save(key, async () => {
    const source = join(scratch, 'source')
    await writeFile(source, content)
    return source
  })
}

async function read(backend: CacheBackend, key: string, prefixes: readonly string[] = []) {
  const entry = await backend.open(key, prefixes)
  if (entry === undefined) return undefined
  const bytes = await entry.read(0, entry.size)
  await entry.close()
  return { key: entry.key, text: bytes.toString('utf8') }
}

async function opened(backend: CacheBackend, key: string): Promise<CacheEntry> {
  const entry = await backend.open(key, [])
  if (entry === undefined) throw new Error(`no \`${key}\``)
  return entry
}

function pattern(size: number): Buffer {
  return Buffer.from(
    Uint32Array.from({ length: Math.ceil(size / 4) }, (_, index) => index * 2654435761).buffer,
    0,
    size,
  )
}

const never = (): Promise<string> => {
  throw new Error('`make` was called')
}

const backends: readonly [string, (scratch: string) => Promise<World>][] = [
  ['directory', directoryWorld],
  ['github, by its own calls', serviceWorld],
  ['github, through @actions/cache', toolkitWorld],
]

describe.each(backends)('the backend `%s`', (_, open) => {
  let world: World

  beforeEach(async () => {
    world = await open(scratch)
  })

  afterEach(() => world.close())

  test('finds nothing in an empty cache', async () => {
    expect(await read(world.backend, 'a-1.', ['a-', 'b-'])).toBeUndefined()
    expect(await world.backend.has('a-1.')).toBe(false)
  })

  test('gives another job the bytes that one saved, and leaves the source', async () => {
    const key = 'wheelcrew-1-linux-a%20b@1-2.'
    expect(await save(world.backend, key, 'bytes')).toBe('saved')
    expect((await stat(join(scratch, 'source'))).size).toBe(5)
    expect(await read(world.again(), key)).toEqual({ key, text: 'bytes' })
    expect(await world.again().has(key)).toBe(true)
  })

  test('keeps an empty entry', async () => {
    expect(await save(world.backend, 'a-1.', '')).toBe('saved')
    expect(await read(world.again(), 'a-1.')).toEqual({ key: 'a-1.', text: '' })
  })

  test('keeps the first entry of a key, says that it is present, and makes no other', async () => {
    await save(world.backend, 'a-1.', 'first')
    expect(await world.again().save('a-1.', never)).toBe('present')
    expect((await read(world.backend, 'a-1.'))?.text).toBe('first')
  })

  test('has only the key itself, not one that it is a prefix of', async () => {
    await save(world.backend, 'a-1.2', 'longer')
    expect(await world.backend.has('a-1.')).toBe(false)
    expect(await read(world.backend, 'a-1.')).toBeUndefined()
  })

  test('prefers the key, then the prefixes in their order', async () => {
    await save(world.backend, 'a-1.', 'one')
    await save(world.backend, 'b-1.', 'two')
    expect((await read(world.backend, 'a-1.', ['b-']))?.key).toBe('a-1.')
    expect((await read(world.backend, 'c-1.', ['b-', 'a-']))?.key).toBe('b-1.')
    expect((await read(world.backend, 'c-1.', ['a-', 'b-']))?.key).toBe('a-1.')
    expect((await read(world.backend, 'c-1.', ['d-', 'a-']))?.text).toBe('one')
  })

  test('takes the newest entry of a prefix, whatever was read last', async () => {
    for (const [index, key] of ['a-2.', 'a-3.', 'a-1.'].entries()) {
      await save(world.backend, key, key)
      await ageDirectoryEntry(key, 20 - index)
    }
    expect((await read(world.backend, 'a-2.'))?.text).toBe('a-2.')
    expect((await read(world.backend, 'a-9.', ['a-']))?.text).toBe('a-1.')
  })

  test('accepts ten writers of one key at once: one entry is kept, none fails', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => `writer ${index}`)
    const results = await Promise.all(
      texts.map(text =>
        world.again().save('a-1.', async () => {
          await writeFile(join(scratch, text), text)
          return join(scratch, text)
        }),
      ),
    )
    expect(results.filter(result => result === 'saved')).toHaveLength(1)
    expect(texts).toContain((await read(world.backend, 'a-1.'))?.text)
  })

  test('passes what `make` throws, and leaves nothing', async () => {
    const bug = Object.assign(new Error('no space for the pack'), { code: 'ENOSPC' })
    await expect(world.backend.save('a-1.', () => Promise.reject(bug))).rejects.toBe(bug)
    expect(await read(world.backend, 'a-1.', ['a-'])).toBeUndefined()
    expect(await filesLeft()).toEqual([])
  })

  test('says CacheTrouble when what `make` returns is not there, and leaves nothing', async () => {
    const missing = async () => join(scratch, 'missing')
    await expect(world.backend.save('a-1.', missing)).rejects.toBeInstanceOf(CacheTrouble)
    expect(await read(world.backend, 'a-1.')).toBeUndefined()
    expect(await filesLeft()).toEqual([])
  })

  test('answers a key that it cannot carry with CacheTrouble, before anything is made', async () => {
    await expect(world.backend.save('a'.repeat(600), never)).rejects.toBeInstanceOf(CacheTrouble)
    await expect(world.backend.open('a'.repeat(600), [])).rejects.toBeInstanceOf(CacheTrouble)
  })

  test('reads any ranges, many at a time', async () => {
    const bytes = pattern((3 << 20) + 5)
    await save(world.backend, 'a-1.', bytes)
    const entry = await opened(world.again(), 'a-1.')
    expect(entry.size).toBe(bytes.length)
    const position = fc.integer({ min: 0, max: bytes.length })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(position, position), { minLength: 1, maxLength: 12 }), async pairs => {
        const ranges = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
        const pieces = await Promise.all(ranges.map(([start, end]) => entry.read(start, end)))
        return pieces.every((piece, index) => piece.equals(bytes.subarray(...(ranges[index] ?? []))))
      }),
      {
        numRuns: 15,
        examples: [
          [
            [
              [0, 0],
              [bytes.length, bytes.length],
              [0, bytes.length],
            ],
          ],
          [[[(1 << 20) - 1, (1 << 20) + 1]]],
        ],
      },
    )
    await entry.close()
  })

  test('gives the same bytes where it may use memory: enough, too much or too little', async () => {
    await save(world.backend, 'a-1.', 'some bytes')
    const entry = await opened(world.backend, 'a-1.')
    for (const length of [5, 9, 4, 0]) expect((await entry.read(5, 10, Buffer.alloc(length))).toString()).toBe('bytes')
    await entry.close()
  })

  test('answers a range that the entry does not have with CacheTrouble', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    const entry = await opened(world.backend, 'a-1.')
    for (const [start, end] of [
      [0, 6],
      [5, 6],
      [-1, 2],
      [3, 2],
      [0.5, 2],
      [9, 9],
    ] as const) {
      await expect(entry.read(start, end)).rejects.toBeInstanceOf(CacheTrouble)
    }
    expect((await entry.read(1, 4)).toString()).toBe('yte')
    await entry.close()
  })

  test('names the file of an entry until it is closed, where it lies in one', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    const entry = await opened(world.backend, 'a-1.')
    if (entry.descriptor !== undefined) expect(fstatSync(entry.descriptor).size).toBe(5)
    await entry.close()
    expect(await filesLeft()).toEqual([])
  })

  test('leaves nothing of its own behind', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    await read(world.backend, 'a-1.')
    await read(world.backend, 'b-1.')
    expect(await filesLeft()).toEqual([])
  })
})

/** Whatever is unfinished or temporary. */
async function filesLeft(): Promise<readonly string[]> {
  const left = await readdir(scratch, { recursive: true })
  return left.filter(path => /tmp$|\.wheelcrew-cache|^temporary\//.test(path))
}

/** Entries saved within one tick of the clock have one age: makes one so many days old. */
async function ageDirectoryEntry(name: string, days: number): Promise<void> {
  const time = new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const ignoreAbsent = (): void => {}
  await utimes(join(scratch, 'shared', 'cache', `${name}.entry`), time, time).catch(ignoreAbsent)
}

describe('the directory backend', () => {
  const day = 24 * 60 * 60 * 1000
  const inDirectory = (name: string): string => join(scratch, 'cache', name)
  const directory = (): CacheBackend => directoryBackend(join(scratch, 'cache'))
  const age = (name: string, days: number): Promise<void> => {
    const time = new Date(Date.now() - days * day)
    return utimes(inDirectory(name), time, time)
  }

  test('says CacheTrouble for a directory that is a file, before anything is made', async () => {
    await writeFile(join(scratch, 'file'), '')
    const backend = directoryBackend(join(scratch, 'file'))
    await expect(backend.save('a-1.', never)).rejects.toBeInstanceOf(CacheTrouble)
    await expect(backend.open('a-1.', ['a-'])).rejects.toBeInstanceOf(CacheTrouble)
  })

  test('keeps every key inside its directory', async () => {
    for (const key of ['../escaped', '..', 'a/b\\c', '.hidden', 'ü\0']) await save(directory(), key, key)
    expect((await readdir(scratch)).toSorted()).toEqual(['cache', 'source'])
    expect((await read(directory(), 'x', ['a/']))?.key).toBe('a/b\\c')
  })

  test('does without what lies there and is no entry of its own', async () => {
    await mkdir(join(scratch, 'cache'))
    await mkdir(inDirectory('a-1..entry'))
    await writeFile(inDirectory('b-%FF%zz.entry'), '')
    if (process.platform !== 'win32') execFileSync('mkfifo', [inDirectory('a-2..entry')])
    expect(await read(directory(), 'a-1.', ['a-'])).toBeUndefined()
    expect(await directory().has('a-2.')).toBe(false)
    expect((await read(directory(), 'b-1.', ['b-']))?.text).toBe('')
    await save(directory(), 'a-3.', 'bytes')
    expect((await read(directory(), 'a-1.', ['a-']))?.text).toBe('bytes')
  })

  test('gives the file of the entry itself', async () => {
    await save(directory(), 'a-1.', 'bytes')
    const entry = await opened(directory(), 'a-1.')
    expect(fstatSync(entry.descriptor ?? -1).ino).toBe(statSync(inDirectory('a-1..entry')).ino)
    await entry.close()
  })

  test('goes on reading an entry that somebody removed, and says CacheTrouble for one that was cut', async () => {
    await save(directory(), 'a-1.', 'bytes')
    const entry = await opened(directory(), 'a-1.')
    await rm(inDirectory('a-1..entry'))
    expect((await entry.read(0, 5)).toString()).toBe('bytes')
    await entry.close()
    await save(directory(), 'b-1.', 'bytes')
    const cut = await opened(directory(), 'b-1.')
    await writeFile(inDirectory('b-1..entry'), 'by')
    await expect(cut.read(0, 5)).rejects.toBeInstanceOf(CacheTrouble)
    await cut.close()
  })

  // Root writes everywhere.
  const unlessRoot = getuid?.() === 0 ? test.skip : test
  unlessRoot('reads a directory that it may not write', async () => {
    await save(directory(), 'a-1.', 'bytes')
    await age('a-1..entry', 3)
    await chmod(inDirectory(''), 0o555)
    expect((await read(directory(), 'a-2.', ['a-']))?.text).toBe('bytes')
    await expect(directory().save('b-1.', never)).rejects.toBeInstanceOf(CacheTrouble)
    await chmod(inDirectory(''), 0o755)
  })

  test('removes what killed writers left and what nobody read or saved for a month, at most once a day', async () => {
    for (const key of ['read', 'asked', 'kept', 'idle']) await save(directory(), key, key)
    await writeFile(inDirectory('killed.tmp'), '')
    await writeFile(inDirectory('working.tmp'), '')
    for (const name of ['read.entry', 'asked.entry', 'kept.entry', 'idle.entry']) await age(name, 31)
    await age('killed.tmp', 2)
    await read(directory(), 'read')
    expect(await directory().has('asked')).toBe(true)
    expect(await directory().save('kept', never)).toBe('present')
    await save(directory(), 'today', '')
    expect(await readdir(inDirectory(''))).toContain('idle.entry')
    await age('.swept', 2)
    await save(directory(), 'tomorrow', '')
    expect((await readdir(inDirectory(''))).toSorted()).toEqual(
      ['.swept', 'asked.entry', 'kept.entry', 'read.entry', 'today.entry', 'tomorrow.entry', 'working.tmp'].toSorted(),
    )
  })
})

describe('the github backend through @actions/cache', () => {
  let world: Awaited<ReturnType<typeof toolkitWorld>>

  beforeEach(async () => {
    world = await toolkitWorld(scratch)
  })

  afterEach(() => world.close())

  test('says CacheTrouble when the token is read-only, and still reads', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.mode = 'read-only'
    await expect(save(world.backend, 'b-1.', 'bytes')).rejects.toBeInstanceOf(CacheTrouble)
    expect((await read(world.backend, 'a-1.'))?.text).toBe('bytes')
  })

  test('takes a denied read and a failing download for a miss', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.mode = 'denied'
    expect(await read(world.backend, 'a-1.')).toBeUndefined()
    world.fake.mode = 'broken'
    expect(await read(world.backend, 'a-1.')).toBeUndefined()
  })

  test('asks before it packs: a key that is there costs one call', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    world.fake.calls.length = 0
    await save(world.backend, 'a-1.', 'bytes')
    expect(world.fake.calls).toEqual(['GetCacheEntryDownloadURL'])
  })

  test('makes no call that the mode of the runner does not permit', async () => {
    const folders = { workspace: join(scratch, 'workspace'), temporary: join(scratch, 'temporary') }
    const backend = githubBackend({ ...folders, mode: 'none' })
    expect(await read(backend, 'a-1.')).toBeUndefined()
    await expect(backend.save('a-1.', never)).rejects.toBeInstanceOf(CacheTrouble)
    expect(world.fake.calls).toEqual([])
  })

  test('sends at most ten keys', async () => {
    await save(world.backend, 'p8.', 'bytes')
    const prefixes = Array.from({ length: 30 }, (_, index) => `p${index}`)
    expect((await read(world.backend, 'a-1.', prefixes))?.key).toBe('p8.')
  })

  test('lets `make` read other entries', async () => {
    await save(world.backend, 'a-1.', 'bytes')
    const copy = async () => {
      const source = join(scratch, 'copy')
      await writeFile(source, (await read(world.backend, 'a-1.'))?.text ?? '')
      return source
    }
    expect(await world.backend.save('b-1.', copy)).toBe('saved')
  })
})
