import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ClientOptions, createClient } from '../../../src/fetch/client.js'
import { type Downloaded, downloadFile } from '../../../src/fetch/download.js'
import {
  type FakeIndex,
  type FakeIndexOptions,
  type Fault,
  startFakeIndex,
  withCredentials,
} from '../../helpers/fake-index.js'
import { recordingHost } from '../../helpers/recording-host.js'

const filename = 'big-1-py3-none-any.whl'
const bytes = randomBytes(4_000_001)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const whole = { sha256, size: bytes.length }
/** Far below the length of the file: it comes in some 32 pieces. */
const parallelFrom = 400_000

let directory = ''
let index: FakeIndex
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-parts-'))
})
afterEach(async () => {
  await index.close()
  await rm(directory, { recursive: true })
})

type Wish = {
  readonly faults?: readonly Fault[]
  readonly served?: Partial<FakeIndexOptions>
  readonly client?: Partial<ClientOptions>
  readonly hashes?: Readonly<Record<string, string>>
  readonly parallelFrom?: number
  readonly url?: (plain: string) => string
}

type Outcome = { readonly downloaded: Downloaded; readonly counted: number; readonly isRight: boolean }

async function download(wish: Wish): Promise<Outcome> {
  const faults = { [filename]: wish.faults ?? [] }
  index = await startFakeIndex({ files: [{ filename, bytes }], faults, ...wish.served })
  const { host } = recordingHost({ homeDirectory: directory })
  const settings = {
    indexUrl: index.url,
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    offline: false,
    requireHashes: false,
  }
  const sleep = async (): Promise<void> => {}
  const client = createClient({ host, index: settings, sleep, ...wish.client })
  const url = (wish.url ?? (plain => plain))(index.fileUrl(filename))
  const hashes = wish.hashes ?? { sha256 }
  const destination = join(directory, 'file')
  let counted = 0
  const onBytes = (count: number): void => {
    counted += count
  }
  const options = { client, onBytes, parallelFrom: wish.parallelFrom ?? parallelFrom }
  const file = { filename, url, path: undefined, size: undefined, hashes }
  const downloaded = await downloadFile(file, destination, options)
  return { downloaded, counted, isRight: bytes.equals(await readFile(destination)) }
}

const right = { downloaded: whole, counted: bytes.length, isRight: true }

/** What each request asked for, `whole` where it named no range. */
const asked = (): readonly string[] => index.requests.map(({ headers }) => headers.range ?? 'whole')
const wholeRequests = (): number => asked().filter(range => range === 'whole').length

describe('a big file', () => {
  test('comes in parts over several connections, none of them twice', async () => {
    expect(await download({})).toEqual(right)
    const [first, ...others] = asked()
    expect(first).toBe('whole')
    expect(new Set(others).size).toBe(others.length)
    expect(others.length).toBeGreaterThan(20)
    expect(new Set(index.requests.map(request => request.clientPort)).size).toBeGreaterThan(4)
    expect(index.requests.every(({ headers }) => headers['accept-encoding'] === 'identity')).toBe(true)
  })

  test.each(['last-modified', 'etag'] as const)('names the version of its parts by %s', async validator => {
    expect(await download({ served: { validator } })).toEqual(right)
    const conditions = new Set(index.requests.slice(1).map(({ headers }) => headers['if-range']))
    expect(conditions.size).toBe(1)
    expect(conditions.has(undefined)).toBe(false)
  })

  test.each([
    ['a server with a weak ETag', { served: { validator: 'weak-etag' } }],
    ['a server without a validator', { served: { validator: 'none' } }],
    ['a lock without a digest', { hashes: {} }],
    ['a file below the limit', { parallelFrom: bytes.length + 1 }],
    ['a single connection', { client: { connections: 1 } }],
  ] as const)('comes in one request with %s', async (_, wish) => {
    expect(await download(wish)).toEqual(right)
    expect(asked()).toEqual(['whole'])
  })

  test('uses no more connections than the run has, and no more than 8', async () => {
    for (const [connections, most] of [
      [3, 3],
      [16, 8],
    ] as const) {
      let active = 0
      let peak = 0
      const beforeFile = async (): Promise<void> => {
        active++
        peak = Math.max(peak, active)
        await new Promise(resolve => setTimeout(resolve, 5))
        active--
      }
      expect(await download({ served: { beforeFile }, client: { connections } })).toEqual(right)
      expect(peak).toBeLessThanOrEqual(most)
      expect(peak).toBeGreaterThan(1)
      await rm(join(directory, 'file'))
      await index.close()
    }
    index = await startFakeIndex({ files: [] })
  })

  test.each([
    ['reset', 'reset'],
    ['truncate', 'truncate'],
    ['stall', 'stall'],
    ['503', { status: 503 }],
    ['429', { status: 429, retryAfter: '1' }],
  ] as const)('survives parts that meet %s, and counts each byte once', async (_, fault) => {
    const faults: readonly Fault[] = ['none', 'none', 'none', fault, fault, 'none', fault, 'none', fault]
    const client = fault === 'stall' ? { stallTimeoutMs: 1200 } : {}
    expect(await download({ faults, client })).toEqual(right)
    expect(wholeRequests()).toBe(1)
  })

  test('goes on from the byte that the first stream reached', async () => {
    expect(await download({ faults: ['truncate', 'refused'] })).toEqual(right)
    expect(await readFile(join(directory, 'file'))).toHaveLength(bytes.length)
  })

  test('comes in parts from another origin too, without the credentials', async () => {
    const auth = { username: 'me', password: 's3cret' }
    const url = (plain: string): string => withCredentials(plain, auth.username, auth.password)
    expect(await download({ faults: ['redirect'], served: { auth }, url })).toEqual(right)
    const sent = index.requests.map(({ origin, headers }) => [origin, headers.authorization !== undefined])
    expect(sent.slice(0, 2)).toEqual([
      ['first', true],
      ['second', false],
    ])
    expect(wholeRequests()).toBe(2)
  })

  test('comes in the first stream when the server ignores ranges, and nothing is fetched twice', async () => {
    expect(await download({ faults: ['none', 'whole', 'whole', 'whole'] })).toEqual(right)
    expect(asked()).toHaveLength(2)
  })

  test.each([
    'other-part',
    'other-total',
    'unnamed',
    'refused',
    'changed',
    'reset',
    { status: 403 },
    { status: 503 },
  ] as const)('comes in the first stream when the first part meets %j', async fault => {
    expect(await download({ faults: ['none', fault] })).toEqual(right)
    expect(wholeRequests()).toBe(1)
    expect(asked()).toHaveLength(2)
  })

  test.each([
    'whole',
    'other-part',
    'other-total',
    'other-bytes',
    'wrong-bytes',
    'shorter',
    'unnamed',
    'refused',
    'changed',
    { status: 403 },
  ] as const)('comes once more, in one stream, when a later part meets %j', async fault => {
    expect(await download({ faults: ['none', 'none', 'none', 'none', fault] })).toEqual(right)
    expect(wholeRequests()).toBe(2)
  })

  test('takes no byte after the end of a part', async () => {
    expect(await download({ faults: ['none', 'longer', 'longer', 'longer', 'longer'] })).toEqual(right)
    expect(wholeRequests()).toBe(1)
  })

  test('is refused with exit 3 when one stream has another digest too', async () => {
    const failure = await download({ hashes: { sha256: '0'.repeat(64) } }).catch(error => error)
    expect(failure).toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3 })
    expect(failure.message).toContain(sha256)
    expect(wholeRequests()).toBe(2)
    expect(existsSync(join(directory, 'file'))).toBe(false)
  })

  test('fails for good when no part and no stream comes through', async () => {
    const faults: readonly Fault[] = ['none', 'none', 'none', ...Array(200).fill('reset')]
    await expect(download({ faults })).rejects.toMatchObject({ code: 'INDEX_UNREACHABLE', exitCode: 1 })
    expect(existsSync(join(directory, 'file'))).toBe(false)
  })

  test('lets several big files share the connections of the run', async () => {
    index = await startFakeIndex({ files: [{ filename, bytes }] })
    const { host } = recordingHost({ homeDirectory: directory })
    const settings = { indexUrl: index.url, extraIndexUrls: [], findLinks: [], noIndex: false, offline: false }
    const client = createClient({ host, index: { ...settings, requireHashes: false }, connections: 3 })
    const file = { filename, url: index.fileUrl(filename), path: undefined, size: undefined, hashes: { sha256 } }
    const names = ['a', 'b', 'c', 'd', 'e'].map(name => join(directory, name))
    const all = await Promise.all(names.map(name => downloadFile(file, name, { client, parallelFrom })))
    expect(all).toEqual(names.map(() => whole))
  })

  test('leaves nothing when the caller aborts', async () => {
    index = await startFakeIndex({ files: [{ filename, bytes }] })
    const { host } = recordingHost({ homeDirectory: directory })
    const settings = { indexUrl: index.url, extraIndexUrls: [], findLinks: [], noIndex: false, offline: false }
    const client = createClient({ host, index: { ...settings, requireHashes: false } })
    const file = { filename, url: index.fileUrl(filename), path: undefined, size: undefined, hashes: { sha256 } }
    for (const after of [0, 1_000_000, 3_000_000]) {
      const controller = new AbortController()
      let counted = 0
      const onBytes = (count: number): void => {
        counted += count
        if (counted > after) controller.abort(new Error('another wheel failed'))
      }
      const options = { client, onBytes, parallelFrom, signal: controller.signal }
      await expect(downloadFile(file, join(directory, 'file'), options)).rejects.toThrow('another wheel failed')
      expect(existsSync(join(directory, 'file'))).toBe(false)
    }
  })
})

describe('a body that breaks off', () => {
  const small = { parallelFrom: Number.POSITIVE_INFINITY }

  test.each([
    ['truncate', 3],
    ['stall', 1],
  ] as const)('goes on from the byte reached (%s)', async (fault, times) => {
    const client = fault === 'stall' ? { stallTimeoutMs: 1000 } : {}
    expect(await download({ ...small, faults: Array(times).fill(fault), client })).toEqual(right)
    const starts = asked().map(range => (range === 'whole' ? 0 : Number(/\d+/.exec(range)?.[0])))
    expect(starts).toHaveLength(times + 1)
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    expect(starts[1]).toBeGreaterThan(0)
  })

  test('goes on five times, and not a sixth', async () => {
    expect(await download({ ...small, faults: Array(5).fill('truncate') })).toEqual(right)
    await rm(join(directory, 'file'))
    await index.close()
    await expect(download({ ...small, faults: Array(6).fill('truncate') })).rejects.toMatchObject({
      code: 'DOWNLOAD_INCOMPLETE',
      message: expect.stringContaining('6 attempts'),
    })
  })

  test('starts again when the server ignores ranges', async () => {
    expect(await download({ ...small, faults: ['truncate', 'whole'] })).toEqual(right)
    expect(asked()).toHaveLength(2)
  })

  test.each(['none', 'weak-etag'] as const)('starts again with a validator of the kind %s', async validator => {
    expect(await download({ ...small, faults: ['truncate'], served: { validator } })).toEqual(right)
    expect(asked()).toEqual(['whole', 'whole'])
  })

  test.each(['other-part', 'other-total', 'other-bytes', 'wrong-bytes', 'shorter', 'unnamed', 'refused'] as const)(
    'is fetched once more in one stream after %s',
    async fault => {
      expect(await download({ ...small, faults: ['truncate', fault] })).toEqual(right)
      expect(wholeRequests()).toBe(2)
    },
  )

  test('of another file in between is that other file', async () => {
    const other = createHash('sha256').update('other').digest('hex')
    await expect(download({ ...small, faults: ['truncate', 'changed'] })).rejects.toMatchObject({
      code: 'HASH_MISMATCH',
      message: expect.stringContaining(other),
    })
    expect(asked()).toHaveLength(2)
  })
})
