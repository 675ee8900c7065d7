/** A small cache service, version 2, on the loopback interface: three calls, and the blob storage behind its URLs. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** `read-only`: nothing can be saved; `denied`: nothing can be read either; `broken`: blobs answer 500. */
export type FakeMode = 'open' | 'read-only' | 'denied' | 'broken'

export type FakeActionsCache = {
  readonly address: string
  mode: FakeMode
  /** The keys of all finished entries, oldest first. */
  readonly keys: () => readonly string[]
  /** The calls so far, by the last part of their path. */
  readonly calls: string[]
  readonly close: () => Promise<void>
}

type Entry = { readonly key: string; readonly version: string; readonly blob: string; finished: boolean }
type State = { entries: Entry[]; blobs: Map<string, Buffer>; blocks: Map<string, Buffer> }
type Reply = { readonly status: number; readonly body?: unknown; readonly bytes?: Buffer; readonly range?: string }

export async function startFakeActionsCache(): Promise<FakeActionsCache> {
  const state: State = { entries: [], blobs: new Map(), blocks: new Map() }
  const server = createServer((request, response) => {
    void readBody(request).then(body => answer(response, handle(fake, state, { request, body })))
  })
  const address = await listen(server)
  const fake: FakeActionsCache = {
    address,
    mode: 'open',
    keys: () => state.entries.filter(entry => entry.finished).map(entry => entry.key),
    calls: [],
    close: () => stop(server),
  }
  return fake
}

function listen(server: Server): Promise<string> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve(`http://127.0.0.1:${port}/`)
    })
  })
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

type Call = { readonly request: IncomingMessage; readonly body: Buffer }

function handle(fake: FakeActionsCache, state: State, { request, body }: Call): Reply {
  const url = new URL(request.url ?? '/', fake.address)
  if (!url.pathname.startsWith('/twirp/'))
    return fake.mode === 'broken' ? { status: 500 } : blob(state, url, { request, body })
  const method = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  fake.calls.push(method)
  const data = JSON.parse(body.toString('utf8')) as { key: string; version: string; restore_keys?: string[] }
  if (method === 'GetCacheEntryDownloadURL') return lookUp(fake, state, data)
  if (method === 'CreateCacheEntry') return reserve(fake, state, data)
  return finish(state, data)
}

/** The key itself, then each key as a prefix, the newest entry first. */
function lookUp(
  fake: FakeActionsCache,
  state: State,
  data: { key: string; version: string; restore_keys?: string[] },
): Reply {
  if (fake.mode === 'denied')
    return { status: 403, body: { code: 'permission_denied', msg: 'cache read denied: no scope' } }
  const visible = state.entries.filter(entry => entry.finished && entry.version === data.version).reverse()
  const prefixes = [data.key, ...(data.restore_keys ?? [])]
  const exact = visible.find(entry => entry.key === data.key)
  const found = exact ?? prefixes.map(prefix => visible.find(entry => entry.key.startsWith(prefix))).find(Boolean)
  if (found === undefined) return { status: 200, body: { ok: false } }
  const signed_download_url = `${fake.address}account/cache/${found.blob}?sig=secret`
  return { status: 200, body: { ok: true, signed_download_url, matched_key: found.key } }
}

function reserve(fake: FakeActionsCache, state: State, { key, version }: { key: string; version: string }): Reply {
  if (fake.mode === 'read-only' || fake.mode === 'denied') {
    return { status: 200, body: { ok: false, message: 'cache write denied: the token is read-only' } }
  }
  if (state.entries.some(entry => entry.key === key && entry.version === version)) {
    return { status: 409, body: { code: 'already_exists', msg: 'cache entry with the same key already exists' } }
  }
  const entry = { key, version, blob: randomUUID(), finished: false }
  state.entries.push(entry)
  return { status: 200, body: { ok: true, signed_upload_url: `${fake.address}account/cache/${entry.blob}?sig=secret` } }
}

function finish(state: State, { key, version }: { key: string; version: string }): Reply {
  const entry = state.entries.find(entry => entry.key === key && entry.version === version)
  if (entry === undefined) return { status: 404, body: { code: 'not_found', msg: 'not reserved' } }
  entry.finished = true
  return { status: 200, body: { ok: true, entry_id: '1' } }
}

/** Azure's block blobs: whole (PUT), by blocks (PUT block, PUT blocklist), HEAD and ranged GET. */
function blob(state: State, url: URL, { request, body }: Call): Reply {
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  if (request.method === 'PUT') {
    const part = url.searchParams.get('comp')
    if (part === 'block') state.blocks.set(`${name} ${url.searchParams.get('blockid')}`, body)
    else state.blobs.set(name, part === 'blocklist' ? joinBlocks(state, name, body.toString('utf8')) : body)
    return { status: 201 }
  }
  const bytes = state.blobs.get(name)
  if (bytes === undefined) return { status: 404 }
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers.range ?? ''))
  if (range === null) return { status: 200, bytes }
  const [start, end] = [Number(range[1]), range[2] === '' ? bytes.length - 1 : Number(range[2])]
  return { status: 206, bytes: bytes.subarray(start, end + 1), range: `bytes ${start}-${end}/${bytes.length}` }
}

function joinBlocks(state: State, name: string, list: string): Buffer {
  const ids = [...list.matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(match => match[1])
  return Buffer.concat(ids.map(id => state.blocks.get(`${name} ${id}`) ?? Buffer.alloc(0)))
}

function answer(response: ServerResponse, { status, body, bytes, range }: Reply): void {
  const content = bytes ?? Buffer.from(body === undefined ? '' : JSON.stringify(body))
  response.writeHead(status, {
    'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream',
    'content-length': content.length,
    etag: '"fake"',
    'last-modified': new Date(0).toUTCString(),
    'x-ms-request-id': 'fake',
    ...(range === undefined ? {} : { 'content-range': range }),
  })
  response.end(response.req.method === 'HEAD' ? undefined : content)
}
