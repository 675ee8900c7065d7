import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../src/cache/backend.js'
import { githubServiceBackend } from '../../src/cache/github-service.js'
import type { Timing } from '../../src/cache/requests.js'
import { messageOf } from '../../src/errors.js'
import { createTransport } from '../../src/fetch/transport.js'
import {
  type FakeActionsCache,
  type FakeFailure,
  type FakeRequest,
  startFakeActionsCache,
} from '../helpers/fake-actions-cache.js'

const timing: Timing = { stall: 250, firstWait: 2, longestWait: 100, patience: 60_000 }
/** More than one block of an upload, more than one part of a read. */
const big = Buffer.alloc(20 << 20, 'wheelcrew')
const mib = 1 << 20

let scratch = ''
let fake: FakeActionsCache

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-service-'))
  fake = await startFakeActionsCache()
})

afterEach(async () => {
  await fake.close()
  await rm(scratch, { recursive: true, force: true })
})

function backendOf(changes: { readonly mode?: string; readonly timing?: Timing } = {}): CacheBackend {
  return githubServiceBackend({
    address: fake.address,
    token: 'the-token',
    mode: changes.mode,
    transport: createTransport({ env: {}, connectTimeoutMs: 1000 }),
    temporary: join(scratch, 'temporary'),
    timing: changes.timing ?? timing,
  })
}

async function save(backend: CacheBackend, key: string, content: string | Buffer): Promise<'saved' | 'present'> {
  const source = join(scratch, 'source')
  await writeFile(source, content)
  return backend.save(key, async () => source)
}

async function opened(backend: CacheBackend, key: string): Promise<CacheEntry> {
  const entry = await backend.open(key, [])
  if (entry === undefined) throw new Error(`no \`${key}\``)
  return entry
}

async function read(backend: CacheBackend, key: string): Promise<Buffer> {
  const entry = await opened(backend, key)
  const bytes = await entry.read(0, entry.size)
  await entry.close()
  return bytes
}

async function troubleOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(CacheTrouble)
  return messageOf(error)
}

const never = (): Promise<string> => {
  throw new Error('`make` was called')
}

const passing: readonly FakeFailure[] = [
  { status: 500 },
  { status: 503, headers: { 'retry-after': '0' } },
  { status: 429, headers: { 'retry-after': '0' } },
  'stall',
  'reset',
]
const cases = (requests: readonly FakeRequest[], failures: readonly FakeFailure[]) =>
  requests.flatMap(request =>
    failures.map(failure => {
      const what = typeof failure === 'string' ? failure : String(failure.status)
      return [request, what, failure] as const
    }),
  )

describe('saving', () => {
  const small = cases(['CreateCacheEntry', 'put', 'FinalizeCacheEntryUpload'], passing)

  test.each(small)('gets over a short trouble: %s, %s', async (request, _, failure) => {
    fake.fail(request, failure)
    expect(await save(backendOf(), 'a-1.', 'bytes')).toBe('saved')
    expect((await read(backendOf(), 'a-1.')).toString()).toBe('bytes')
  })

  const blocks = cases(['block', 'blocklist'], [...passing, 'lose'])

  test.each(blocks)('gets over a short trouble with a big file: %s, %s', async (request, _, failure) => {
    fake.fail(request, failure)
    expect(await save(backendOf(), 'a-1.', big)).toBe('saved')
    expect((await read(backendOf(), 'a-1.')).equals(big)).toBe(true)
  })

  test('takes an entry for saved whose last answer was lost', async () => {
    fake.fail('FinalizeCacheEntryUpload', 'lose')
    expect(await save(backendOf(), 'a-1.', 'bytes')).toBe('saved')
    expect(fake.keys()).toEqual(['a-1.'])
  })

  const lasting = cases(['CreateCacheEntry', 'put', 'FinalizeCacheEntryUpload'], [...passing, { status: 403 }])

  test.each(lasting)('leaves no entry in lasting trouble: %s, %s', async (request, _, failure) => {
    fake.fail(request, failure, 100)
    await troubleOf(save(backendOf(), 'a-1.', 'bytes'))
    expect(fake.keys()).toEqual([])
    expect(await backendOf().open('a-1.', ['a-'])).toBeUndefined()
  })

  test.each(cases(['block', 'blocklist'], [{ status: 500 }, { status: 403 }, 'reset']))(
    'finishes no entry of which a part is missing: %s, %s',
    async (request, _, failure) => {
      fake.fail(request, failure, 100)
      await troubleOf(save(backendOf(), 'a-1.', big))
      expect(fake.calls).toEqual(['CreateCacheEntry'])
      expect(fake.keys()).toEqual([])
    },
  )

  test('says CacheTrouble for an entry that the service does not finish', async () => {
    fake.fail('FinalizeCacheEntryUpload', { status: 409 })
    await troubleOf(save(backendOf(), 'a-1.', 'bytes'))
    expect(fake.keys()).toEqual([])
  })

  test('uploads a big file in blocks, over few connections that are used again', async () => {
    const backend = backendOf()
    await save(backend, 'a-1.', big)
    await save(backend, 'b-1.', big)
    expect(fake.transfers.toSorted()).toEqual(['block', 'block', 'block', 'block', 'blocklist', 'blocklist'])
    expect(fake.connections()).toBeLessThanOrEqual(3)
  })

  test('makes nothing with a token that may only read, and says so', async () => {
    fake.mode = 'read-only'
    expect(await troubleOf(backendOf().save('a-1.', never))).toMatch(/read-only/)
  })

  test('makes nothing when the mode of the runner permits no saving, and asks nobody', async () => {
    expect(await troubleOf(backendOf({ mode: 'read' }).save('a-1.', never))).toMatch(/`read`/)
    expect(await backendOf({ mode: 'none' }).open('a-1.', [])).toBeUndefined()
    expect(await backendOf({ mode: 'write-only' }).has('a-1.')).toBe(false)
    expect(fake.calls).toEqual([])
  })

  test('makes nothing for an entry that another job is saving at the time', async () => {
    let isMade = (): void => {}
    const made = new Promise<string>(resolve => {
      isMade = () => resolve(join(scratch, 'source'))
    })
    await writeFile(join(scratch, 'source'), 'bytes')
    const first = backendOf().save('a-1.', () => made)
    while (!fake.calls.includes('CreateCacheEntry')) await new Promise(resolve => setImmediate(resolve))
    expect(await backendOf().save('a-1.', never)).toBe('present')
    isMade()
    expect(await first).toBe('saved')
  })

  test('fails with a file that shrinks while it is uploaded', async () => {
    const source = join(scratch, 'source')
    await writeFile(source, big)
    fake.fail('block', { status: 500 }, 3)
    const trouble = troubleOf(backendOf().save('a-1.', async () => source))
    while (!fake.transfers.includes('block')) await new Promise(resolve => setImmediate(resolve))
    await writeFile(source, 'cut')
    expect(await trouble).toMatch(/ended at/)
    expect(fake.keys()).toEqual([])
  })
})

describe('reading', () => {
  const passingReads = cases(['GetCacheEntryDownloadURL', 'read'], passing)

  test.each(passingReads)('gets over a short trouble: %s, %s', async (request, _, failure) => {
    await save(backendOf(), 'a-1.', 'bytes')
    fake.fail(request, failure)
    expect((await read(backendOf(), 'a-1.')).toString()).toBe('bytes')
  })

  test.each(['stall-midway', 'reset-midway', 'less', 'reset', 'stall'] as const)(
    'goes on where it broke off: %s',
    async failure => {
      await save(backendOf(), 'a-1.', big)
      const entry = await opened(backendOf(), 'a-1.')
      fake.transfers.length = 0
      fake.fail('read', failure)
      const bytes = await entry.read(2 * mib, 6 * mib)
      expect(bytes.equals(big.subarray(2 * mib, 6 * mib))).toBe(true)
      const starts = fake.transfers.map(transfer => Number(/=(\d+)/.exec(transfer)?.[1]))
      expect(starts).toHaveLength(2)
      expect(starts[1]).toBeGreaterThanOrEqual(2 * mib + (/midway|less/.test(failure) ? mib : 0))
    },
  )

  test.each(cases(['GetCacheEntryDownloadURL', 'read'], [...passing, { status: 400 }]))(
    'ends in CacheTrouble after a few attempts: %s, %s',
    async (request, _, failure) => {
      await save(backendOf(), 'a-1.', 'bytes')
      fake.fail(request, failure, 100)
      const message = await troubleOf(read(backendOf(), 'a-1.'))
      expect(message).not.toMatch(/secret|the-token|127\.0\.0\.1/)
      expect(fake.calls.length + fake.transfers.length).toBeLessThan(10)
    },
  )

  test.each(['shifted', 'more', 'whole'] as const)('refuses bytes that it did not ask for: %s', async failure => {
    await save(backendOf(), 'a-1.', big)
    const entry = await opened(backendOf(), 'a-1.')
    fake.fail('read', failure)
    await troubleOf(entry.read(2 * mib, 3 * mib))
  })

  test('keeps in a file what a storage without ranges sends, until the entry is closed', async () => {
    await save(backendOf(), 'a-1.', big)
    fake.fail('read', 'whole')
    const entry = await opened(backendOf(), 'a-1.')
    expect((await entry.read(5, 9 * mib)).equals(big.subarray(5, 9 * mib))).toBe(true)
    await entry.close()
    expect(await readdir(join(scratch, 'temporary'))).toEqual([])
  })

  test('says CacheTrouble for a denied read', async () => {
    await save(backendOf(), 'a-1.', 'bytes')
    fake.mode = 'denied'
    expect(await troubleOf(backendOf().open('a-1.', []))).toMatch(/cache read denied/)
  })

  test('does not wait as long as a service asks that is overloaded', async () => {
    await save(backendOf(), 'a-1.', 'bytes')
    fake.transfers.length = 0
    fake.fail('read', { status: 429, headers: { 'retry-after': '3600' } })
    await troubleOf(backendOf().open('a-1.', []))
    expect(fake.transfers).toHaveLength(1)
  })

  test('asks once for another address when many reads find that theirs expired', async () => {
    await save(backendOf(), 'a-1.', big)
    const entry = await opened(backendOf(), 'a-1.')
    fake.calls.length = 0
    fake.expire()
    const starts = [2, 5, 8, 11, 14].map(start => start * mib)
    const pieces = await Promise.all(starts.map(start => entry.read(start, start + mib)))
    expect(pieces.every((piece, index) => piece.equals(big.subarray(starts[index], (starts[index] ?? 0) + mib)))).toBe(
      true,
    )
    expect(fake.calls).toEqual(['GetCacheEntryDownloadURL'])
  })

  test('says CacheTrouble for an entry that is evicted while it is open, and never reads its successor', async () => {
    await save(backendOf(), 'a-1.', big)
    const entry = await opened(backendOf(), 'a-1.')
    fake.evict()
    await troubleOf(entry.read(2 * mib, 3 * mib))
    await save(backendOf(), 'a-1.', big)
    const another = await opened(backendOf(), 'a-1.')
    fake.evict()
    await save(backendOf(), 'a-1.', big.subarray(1))
    await troubleOf(another.read(2 * mib, 3 * mib))
  })

  test('says CacheTrouble for an entry that is evicted between its calls', async () => {
    await save(backendOf(), 'a-1.', 'bytes')
    fake.fail('read', { status: 404 })
    expect((await read(backendOf(), 'a-1.')).toString()).toBe('bytes')
    fake.fail('read', { status: 404 }, 2)
    await troubleOf(backendOf().open('a-1.', []))
  })

  test('finds a prefix although the key is a prefix of another entry', async () => {
    for (const key of ['b-1.', 'a-1.2']) await save(backendOf(), key, key)
    const entry = await backendOf().open('a-1.', ['b-'])
    expect(entry?.key).toBe('b-1.')
  })

  test('reads a small entry with one call and one request', async () => {
    await save(backendOf(), 'a-1.', 'bytes')
    fake.calls.length = 0
    fake.transfers.length = 0
    await read(backendOf(), 'a-1.')
    expect(fake.calls).toEqual(['GetCacheEntryDownloadURL'])
    expect(fake.transfers).toEqual(['read bytes=0-1048575'])
  })

  test('asks a service no more that was in trouble for too long', async () => {
    await save(backendOf(), 'a-1.', big)
    const backend = backendOf({ timing: { ...timing, patience: 500 } })
    const entry = await opened(backend, 'a-1.')
    fake.fail('read', 'stall', 100)
    await troubleOf(entry.read(2 * mib, 3 * mib))
    fake.transfers.length = 0
    await troubleOf(entry.read(2 * mib, 3 * mib))
    expect(fake.transfers).toEqual([])
  })
})

test('the token goes to the calls only', async () => {
  await save(backendOf(), 'a-1.', big)
  await read(backendOf(), 'a-1.')
  expect(fake.authorized.length).toBeGreaterThan(0)
  expect(fake.authorized.filter(path => !path.startsWith('/twirp/'))).toEqual([])
})

test('a service that nobody runs is CacheTrouble, and so is a key with a comma', async () => {
  const backend = backendOf()
  await fake.close()
  await troubleOf(backend.open('a-1.', []))
  await troubleOf(backend.save('a-1.', never))
  await troubleOf(backend.open('a,b', []))
  fake = await startFakeActionsCache()
})
