import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type ClientOptions, createClient, type HttpResponse } from '../../../src/fetch/client.js'
import type { Host } from '../../../src/host.js'
import type { IndexSettings } from '../../../src/settings.js'
import { type FakeIndex, type FakeIndexOptions, startFakeIndex, withCredentials } from '../../helpers/fake-index.js'
import { recordingHost } from '../../helpers/recording-host.js'

const filename = 'pkg-1-py3-none-any.whl'
const bytes = Buffer.from('twenty bytes of wheel')
const auth = { username: 'me', password: 's3cret-pa55' }

const opened: FakeIndex[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(index => index.close()))
})

async function openIndex(options: Partial<FakeIndexOptions> = {}): Promise<FakeIndex> {
  const index = await startFakeIndex({ files: [{ filename, bytes }], ...options })
  opened.push(index)
  return index
}

type Wish = {
  readonly index?: Partial<IndexSettings>
  readonly host?: Partial<Host>
  readonly client?: Partial<ClientOptions>
}

function clientFor(wish: Wish = {}) {
  const { host, lines } = recordingHost({ homeDirectory: '/nowhere', ...wish.host })
  const index: IndexSettings = {
    indexUrl: 'http://127.0.0.1:9/simple',
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    offline: false,
    requireHashes: false,
    ...wish.index,
  }
  const waits: number[] = []
  const sleep = async (ms: number): Promise<void> => void waits.push(ms)
  return { client: createClient({ host, index, sleep, ...wish.client }), lines, waits }
}

async function readText({ body }: HttpResponse): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const authorizations = (index: FakeIndex): readonly boolean[] =>
  index.requests.map(request => request.headers.authorization !== undefined)

describe('retries', () => {
  test.each([
    ['408', { status: 408 }],
    ['425', { status: 425 }],
    ['429', { status: 429 }],
    ['503', { status: 503 }],
    ['a reset', 'reset'],
    ['a truncated body', 'truncate'],
  ] as const)('survive %s', async (_, fault) => {
    const index = await openIndex({ faults: { [filename]: [fault, fault] } })
    const { client, lines } = clientFor()
    expect(await client.get(index.fileUrl(filename), readText)).toBe(bytes.toString())
    expect(index.requests).toHaveLength(3)
    expect(lines).toHaveLength(2)
  })

  test('survive a body that stalls', async () => {
    const index = await openIndex({ faults: { [filename]: ['stall'] } })
    const { client, lines } = clientFor({ client: { stallTimeoutMs: 200 } })
    expect(await client.get(index.fileUrl(filename), readText)).toBe(bytes.toString())
    expect(lines.join()).toContain('stalled after 10 bytes: no byte for 0.2 s')
  })

  test('wait longer each time, and as long as Retry-After says, up to a minute', async () => {
    const faults = [
      { status: 503 },
      { status: 503 },
      { status: 429, retryAfter: '7' },
      { status: 429, retryAfter: '999' },
    ]
    const index = await openIndex({ faults: { [filename]: faults } })
    const { client, waits } = clientFor({ client: { retries: 4 } })
    await client.get(index.fileUrl(filename), readText)
    expect(waits[0]).toBeLessThanOrEqual(500)
    expect(waits[1]).toBeLessThanOrEqual(1000)
    expect(waits.slice(2)).toEqual([7000, 60_000])
  })

  test('end with the status and the number of attempts', async () => {
    const index = await openIndex({ faults: { [filename]: Array(9).fill({ status: 502 }) } })
    await expect(clientFor().client.get(index.fileUrl(filename), readText)).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      exitCode: 1,
      message: `\`${index.fileUrl(filename)}\` answered 502 Bad Gateway, 4 attempts`,
    })
  })

  test('end with how far a broken body came', async () => {
    const index = await openIndex({ faults: { [filename]: Array(9).fill('truncate') } })
    await expect(clientFor().client.get(index.fileUrl(filename), readText)).rejects.toMatchObject({
      code: 'DOWNLOAD_INCOMPLETE',
      message: expect.stringContaining('broke off after 10 bytes: connection reset, 4 attempts'),
    })
  })

  test.each([400, 401, 403, 404])('do not repeat a %d', async status => {
    const index = await openIndex({ faults: { [filename]: [{ status }] } })
    await expect(clientFor().client.get(index.fileUrl(filename), readText)).rejects.toMatchObject({ exitCode: 1 })
    expect(index.requests).toHaveLength(1)
  })

  test('do not repeat what the reader of the body throws', async () => {
    const index = await openIndex()
    const full = async ({ body }: HttpResponse): Promise<void> => {
      for await (const _ of body) throw new Error('disk full')
    }
    await expect(clientFor().client.get(index.fileUrl(filename), full)).rejects.toThrow('disk full')
    expect(index.requests).toHaveLength(1)
  })

  test('stop when the caller aborts', async () => {
    const index = await openIndex({ faults: { [filename]: ['stall'] } })
    const controller = new AbortController()
    const read = async ({ body }: HttpResponse): Promise<void> => {
      for await (const _ of body) controller.abort(new Error('another wheel failed'))
    }
    const { client } = clientFor()
    await expect(client.get(index.fileUrl(filename), read, { signal: controller.signal })).rejects.toThrow(
      'another wheel failed',
    )
    expect(index.requests).toHaveLength(1)
  })
})

describe('connections', () => {
  test('are used again, and after a redirect too', async () => {
    const index = await openIndex({ faults: { [filename]: ['none', 'none', 'redirect-same-origin'] } })
    const { client } = clientFor()
    const ports = (): number => new Set(index.requests.map(request => request.clientPort)).size
    for (let times = 0; times < 2; times++) await client.get(index.fileUrl(filename), readText)
    expect(ports()).toBe(1)
    for (let times = 0; times < 3; times++) await client.get(index.fileUrl(filename), readText)
    expect(index.requests).toHaveLength(6)
    expect(ports()).toBeLessThanOrEqual(2)
  })

  test('are so many at a time and no more, and the others wait in turn', async () => {
    let active = 0
    let peak = 0
    const beforeFile = async (): Promise<void> => {
      active++
      peak = Math.max(peak, active)
      await new Promise(resolve => setTimeout(resolve, 5))
      active--
    }
    const index = await openIndex({ beforeFile })
    const { client } = clientFor({ client: { connections: 3 } })
    const all = Array.from({ length: 12 }, () => client.get(index.fileUrl(filename), readText))
    expect(await Promise.all(all)).toHaveLength(12)
    expect(peak).toBe(3)
  })

  test('are not waited for when the caller aborts', async () => {
    const index = await openIndex({ faults: { [filename]: ['stall'] } })
    const { client } = clientFor({ client: { connections: 1 } })
    const [one, other] = [new AbortController(), new AbortController()]
    const running = client.get(index.fileUrl(filename), readText, { signal: one.signal })
    const waiting = client.get(index.fileUrl(filename), readText, { signal: other.signal })
    other.abort(new Error('not needed any more'))
    await expect(waiting).rejects.toThrow('not needed any more')
    while (index.requests.length === 0) await new Promise(resolve => setImmediate(resolve))
    one.abort(new Error('nor this'))
    await expect(running).rejects.toThrow('nor this')
    expect(await client.get(index.fileUrl(filename), readText)).toBe(bytes.toString())
  })
})

describe('redirects', () => {
  test('take credentials along on the same origin only', async () => {
    const index = await openIndex({ auth, faults: { [filename]: ['redirect-same-origin', 'redirect'] } })
    const url = withCredentials(index.fileUrl(filename), auth.username, auth.password)
    expect(await clientFor().client.get(url, readText)).toBe(bytes.toString())
    expect(index.requests.map(request => request.origin)).toEqual(['first', 'first', 'second'])
    expect(authorizations(index)).toEqual([true, true, false])
  })

  test('take the credentials that the new address carries', async () => {
    const index = await openIndex({ faults: {} })
    const location = withCredentials(index.fileUrl(filename), 'other', 'pw')
    const from = await openIndex({ faults: { [filename]: [{ status: 302, location }] } })
    const { client } = clientFor()
    const seen = await client.get(from.fileUrl(filename), async response => response.url)
    expect(seen).toBe(index.fileUrl(filename))
    expect(index.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('other:pw').toString('base64')}`)
  })

  test.each([
    ['a ring', '/files/ring', 'more than 10 times'],
    ['another scheme', 'file:///etc/passwd', 'to `file:`'],
    ['nonsense', 'http://[', 'to what is no address'],
  ])('refuse %s', async (_, location, message) => {
    const index = await openIndex({ faults: { ring: Array(12).fill({ status: 301, location }) } })
    await expect(clientFor().client.get(index.fileUrl('ring'), readText)).rejects.toMatchObject({
      code: 'REDIRECT_REFUSED',
      message: expect.stringContaining(message),
    })
  })
})

describe('credentials', () => {
  test('are found in the index address, by its name, and in netrc', async () => {
    const home = await mkdtemp(join(tmpdir(), 'wheelcrew-netrc-'))
    const index = await openIndex({ auth })
    await writeFile(join(home, '.netrc'), `machine 127.0.0.1 login ${auth.username} password ${auth.password}\n`)
    const env = { UV_INDEX_TEAM_USERNAME: auth.username, UV_INDEX_TEAM_PASSWORD: auth.password }
    const wishes: readonly Wish[] = [
      { index: { indexUrl: withCredentials(index.url, auth.username, auth.password) } },
      { index: { extraIndexUrls: [`team=${index.url}`] }, host: { env } },
      { host: { homeDirectory: home } },
      { host: { env: { NETRC: join(home, '.netrc') } } },
    ]
    for (const wish of wishes) {
      expect(await clientFor(wish).client.get(index.fileUrl(filename), readText)).toBe(bytes.toString())
    }
    await rm(home, { recursive: true })
  })

  test('are named as missing or as wrong', async () => {
    const index = await openIndex({ auth })
    const missing = clientFor().client.get(index.fileUrl(filename), readText)
    await expect(missing).rejects.toMatchObject({
      code: 'INDEX_FORBIDDEN',
      hint: expect.stringContaining('give credentials'),
    })
    const wrong = clientFor().client.get(withCredentials(index.fileUrl(filename), 'me', 'wrong'), readText)
    await expect(wrong).rejects.toMatchObject({ code: 'INDEX_FORBIDDEN', hint: expect.stringContaining('wrong') })
  })

  test('appear in no message, hint, cause or log line', async () => {
    const faults = ['reset', { status: 429 }, 'truncate', { status: 500 }] as const
    const index = await openIndex({
      auth,
      faults: { [filename]: faults, ring: [{ status: 302, location: 'ftp://u:s3cret-pa55@h' }] },
    })
    const { client, lines } = clientFor()
    const said: unknown[] = []
    for (const name of [filename, 'ring', 'missing']) {
      const url = withCredentials(index.fileUrl(name), auth.username, auth.password)
      await client
        .get(`${url}?token=${auth.password}`, readText)
        .catch(error => said.push(error.message, error.hint, error.cause))
    }
    const dead = withCredentials('http://127.0.0.1:9/x', auth.username, auth.password)
    await client.get(dead, readText).catch(error => said.push(error.message, error.hint, error.stack))
    expect(said.length).toBeGreaterThan(8)
    expect([...said, ...lines].map(String).join('\n')).not.toContain(auth.password)
    expect(lines.join('\n')).toContain('me:***@')
  })
})

describe('an index out of reach', () => {
  test('is named with the cause and the attempts', async () => {
    const port = await closedPort()
    await expect(clientFor().client.get(`http://127.0.0.1:${port}/simple/`, readText)).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      exitCode: 1,
      message: `\`http://127.0.0.1:${port}/simple/\` cannot be fetched from \`127.0.0.1:${port}\`: connection refused (ECONNREFUSED), 4 attempts`,
    })
  })

  test('is given up when it accepts and says nothing', async () => {
    const sockets: Socket[] = []
    const server = createServer(socket => sockets.push(socket))
    const port = await listen(server)
    const { client } = clientFor({ client: { stallTimeoutMs: 30, retries: 1 } })
    await expect(client.get(`http://127.0.0.1:${port}/`, readText)).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.stringContaining('no byte for 0.03 s, 2 attempts'),
    })
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  })

  test('is not asked at all when offline', async () => {
    const index = await openIndex()
    const url = withCredentials(index.fileUrl(filename), auth.username, auth.password)
    const offline = clientFor({ index: { offline: true } }).client.get(url, readText)
    await expect(offline).rejects.toMatchObject({
      code: 'OFFLINE',
      exitCode: 1,
      message: expect.stringContaining('me:***@'),
    })
    expect(index.requests).toEqual([])
  })

  test.each(['/srv/simple', 'file:///srv/simple', 'ftp://host/', ''])('%j is refused as an address', async address => {
    await expect(clientFor().client.get(address, readText)).rejects.toMatchObject({ code: 'URL_INVALID', exitCode: 2 })
  })
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise(resolve => server.close(resolve))
  return port
}
