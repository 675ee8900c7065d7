/**
 * A small cache service, version 2, on the loopback interface: three calls, and the blob storage behind its URLs.
 * Benchmarks run it too, by Node's type stripping: it needs no package and no file beside it.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** `read-only`: nothing can be saved; `denied`: nothing can be read either; `broken`: blobs answer 500. */
export type FakeMode = 'open' | 'read-only' | 'denied' | 'broken'

/** The last part of a call's path, or what is done with a blob. */
export type FakeRequest =
  | 'CreateCacheEntry'
  | 'FinalizeCacheEntryUpload'
  | 'GetCacheEntryDownloadURL'
  | 'put'
  | 'block'
  | 'blocklist'
  | 'read'

export type FakeFailure =
  /** Answers this status, with these headers. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the request and never answers. */
  | 'stall'
  /** Closes the connection without an answer. */
  | 'reset'
  /** Does what it should, and closes the connection without an answer. */
  | 'lose'
  /** Of a body: half of it, then silence; half of it, then the end of the connection. */
  | 'stall-midway'
  | 'reset-midway'
  /** Of a range: less than was asked; the whole blob; a range that begins one byte later; one more byte than was asked. */
  | 'less'
  | 'whole'
  | 'shifted'
  | 'more'

export type FakeOptions = {
  /** Blobs are files of this directory instead of memory. */
  readonly directory?: string
  /** Bytes a second of all connections together, in each direction. */
  readonly throttle?: number
}

export type FakeActionsCache = {
  readonly address: string
  mode: FakeMode
  /** The keys of all finished entries, oldest first. */
  readonly keys: () => readonly string[]
  /** The calls so far, by the last part of their path. */
  readonly calls: string[]
  /** What was done with blobs so far: `read bytes=0-9`, `put`, `block`, `blocklist`. */
  readonly transfers: string[]
  /** Whatever of a request came with a token: its path without the query. */
  readonly authorized: string[]
  /** How many connections were made. */
  readonly connections: () => number
  /** Lets the next requests of this kind fail: `times` of them, default 1. */
  readonly fail: (request: FakeRequest, failure: FakeFailure, times?: number) => void
  /** Removes an entry, or every one; its key can be saved again. */
  readonly evict: (key?: string) => void
  /** Makes every address that was given out so far invalid. */
  readonly expire: () => void
  readonly close: () => Promise<void>
}

type Entry = { readonly key: string; readonly version: string; readonly blob: string; finished: boolean }
type Planned = { readonly request: FakeRequest; readonly failure: FakeFailure; times: number }
/** Blocks, and blobs that were uploaded whole. */
type Storage = {
  readonly write: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>
  readonly read: (name: string, start: number, end: number) => AsyncIterable<Uint8Array>
}
/** A blob is the list of its blocks; one that was uploaded whole is its own only one. */
type Blobs = {
  readonly write: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>
  /** Undefined for a list with a block that never came. */
  readonly join: (name: string, blocks: readonly string[]) => number | undefined
  readonly size: (name: string) => number | undefined
  readonly read: (name: string, start: number, end: number) => AsyncIterable<Uint8Array>
}
type State = {
  readonly fake: FakeActionsCache
  readonly blobs: Blobs
  readonly pace: { readonly up: Pace | undefined; readonly down: Pace | undefined }
  readonly planned: Planned[]
  entries: Entry[]
  signature: string
}
type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL }

export async function startFakeActionsCache(options: FakeOptions = {}): Promise<FakeActionsCache> {
  let connections = 0
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', fake.address)
    serve(state, { request, response, url }).catch(() => response.destroy())
  })
  server.on('connection', () => connections++)
  const fake: FakeActionsCache = {
    address: await listen(server),
    mode: 'open',
    keys: () => state.entries.filter(entry => entry.finished).map(entry => entry.key),
    calls: [],
    transfers: [],
    authorized: [],
    connections: () => connections,
    fail: (request, failure, times = 1) => void state.planned.push({ request, failure, times }),
    evict: key => {
      state.entries = state.entries.filter(entry => key !== undefined && entry.key !== key)
    },
    expire: () => {
      state.signature = randomUUID()
    },
    close: () => stop(server),
  }
  const storage = options.directory === undefined ? memoryStorage() : await directoryStorage(options.directory)
  const pace = { up: createPace(options.throttle), down: createPace(options.throttle) }
  const state: State = { fake, blobs: createBlobs(storage), pace, planned: [], entries: [], signature: 'secret' }
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

async function serve(state: State, exchange: Exchange): Promise<void> {
  const { request, url } = exchange
  const { fake } = state
  if (request.headers.authorization !== undefined) fake.authorized.push(url.pathname)
  const kind = kindOf(exchange)
  if (url.pathname.startsWith('/twirp/')) fake.calls.push(kind)
  else fake.transfers.push([kind, request.headers.range].filter(Boolean).join(' '))
  const failure = nextFailure(state, kind)
  if (failure === 'stall') return
  if (failure === 'reset') return void request.destroy()
  if (typeof failure === 'object') return refuse(exchange, failure)
  if (failure === 'lose') exchange.response.end = () => exchange.response.destroy()
  return url.pathname.startsWith('/twirp/') ? serveCall(state, exchange, kind) : serveBlob(state, exchange, failure)
}

function kindOf({ request, url }: Exchange): FakeRequest {
  if (url.pathname.startsWith('/twirp/')) return url.pathname.slice(url.pathname.lastIndexOf('/') + 1) as FakeRequest
  return request.method === 'PUT' ? ((url.searchParams.get('comp') ?? 'put') as FakeRequest) : 'read'
}

function nextFailure({ planned }: State, kind: FakeRequest): FakeFailure | undefined {
  const next = planned.find(({ request, times }) => request === kind && times > 0)
  if (next !== undefined) next.times--
  return next?.failure
}

async function refuse(
  { request, response }: Exchange,
  { status, headers }: { readonly status: number; readonly headers?: Readonly<Record<string, string>> },
): Promise<void> {
  for await (const _ of request);
  response.writeHead(status, headers).end()
}

type Reply = { readonly status: number; readonly body: unknown }
type Message = { readonly key: string; readonly version: string; readonly restore_keys?: string[] }

async function serveCall(state: State, { request, response }: Exchange, kind: FakeRequest): Promise<void> {
  const message = JSON.parse((await collect(request)).toString('utf8')) as Message
  const { status, body } =
    kind === 'GetCacheEntryDownloadURL'
      ? lookUp(state, message)
      : kind === 'CreateCacheEntry'
        ? reserve(state, message)
        : finish(state, message)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** For each key in turn: the entry itself, then the newest of those that it is a prefix of. */
function lookUp({ fake, entries, signature }: State, { key, version, restore_keys = [] }: Message): Reply {
  if (fake.mode === 'denied') {
    return { status: 403, body: { code: 'permission_denied', msg: 'cache read denied: no scope' } }
  }
  const visible = entries.filter(entry => entry.finished && entry.version === version).reverse()
  const match = (asked: string) =>
    visible.find(entry => entry.key === asked) ?? visible.find(entry => entry.key.startsWith(asked))
  const found = [key, ...restore_keys].map(match).find(entry => entry !== undefined)
  if (found === undefined) return { status: 200, body: { ok: false } }
  const signed_download_url = `${fake.address}account/cache/${found.blob}?sv=2&sig=${signature}`
  return { status: 200, body: { ok: true, signed_download_url, matched_key: found.key } }
}

function reserve(state: State, { key, version }: Message): Reply {
  if (state.fake.mode === 'read-only' || state.fake.mode === 'denied') {
    return { status: 200, body: { ok: false, message: 'cache write denied: the token is read-only' } }
  }
  if (state.entries.some(entry => entry.key === key && entry.version === version)) {
    return { status: 409, body: { code: 'already_exists', msg: 'cache entry with the same key already exists' } }
  }
  const blob = randomUUID()
  state.entries.push({ key, version, blob, finished: false })
  const signed_upload_url = `${state.fake.address}account/cache/${blob}?sv=2&sig=${state.signature}`
  return { status: 200, body: { ok: true, signed_upload_url } }
}

function finish(state: State, message: Message): Reply {
  const { key, version, size_bytes } = message as Message & { readonly size_bytes: string | number }
  const entry = state.entries.find(entry => entry.key === key && entry.version === version && !entry.finished)
  if (entry === undefined) return { status: 404, body: { code: 'not_found', msg: 'not reserved' } }
  if (state.blobs.size(entry.blob) !== Number(size_bytes)) {
    return { status: 400, body: { code: 'invalid_argument', msg: 'the upload has another size' } }
  }
  entry.finished = true
  return { status: 200, body: { ok: true, entry_id: '1' } }
}

/** Azure's block blobs: whole (PUT), by blocks (PUT block, PUT blocklist), HEAD and ranged GET. */
async function serveBlob(state: State, exchange: Exchange, failure: FakeFailure | undefined): Promise<void> {
  const { request, response, url } = exchange
  const name = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  if (state.fake.mode === 'broken') return refuse(exchange, { status: 500 })
  if (url.searchParams.get('sig') !== state.signature) return refuse(exchange, { status: 403 })
  if (request.method !== 'PUT') return serveRange(state, exchange, { name, failure })
  const part = url.searchParams.get('comp')
  if (part === 'blocklist') {
    const list = (await collect(request)).toString('utf8')
    const ids = [...list.matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(match => String(match[1]))
    const size = state.blobs.join(
      name,
      ids.map(id => blockName(name, id)),
    )
    if (size === undefined) return void response.writeHead(400).end()
  } else {
    const isWhole = part === null
    if (isWhole && request.headers['x-ms-blob-type'] !== 'BlockBlob') return refuse(exchange, { status: 400 })
    const target = isWhole ? name : blockName(name, url.searchParams.get('blockid') ?? '')
    await state.blobs.write(target, paced(request, state.pace.up))
  }
  response.writeHead(201, { etag: '"fake"', 'x-ms-request-id': 'fake' }).end()
}

function blockName(blob: string, id: string): string {
  return `${blob}.${Buffer.from(id).toString('hex')}`
}

type Wanted = { readonly name: string; readonly failure: FakeFailure | undefined }

async function serveRange(state: State, exchange: Exchange, { name, failure }: Wanted): Promise<void> {
  const { request, response } = exchange
  const isKept = state.entries.some(entry => entry.blob === name)
  const size = isKept ? state.blobs.size(name) : undefined
  if (size === undefined) return refuse(exchange, { status: 404 })
  const asked = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers.range ?? ''))
  const range = failure === 'whole' ? null : asked
  const start = Number(range?.[1] ?? 0) + (failure === 'shifted' ? 1 : 0)
  if (range !== null && start >= size) {
    return refuse(exchange, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  }
  const last = range?.[2] ? Number(range[2]) + 1 : size
  const end = Math.min(size, failure === 'more' ? last + 1 : failure === 'less' ? Math.ceil((start + last) / 2) : last)
  response.writeHead(range === null ? 200 : 206, {
    'content-type': 'application/octet-stream',
    'content-length': end - start,
    etag: '"fake"',
    'last-modified': new Date(0).toUTCString(),
    'x-ms-request-id': 'fake',
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end - 1}/${size}` }),
  })
  if (request.method === 'HEAD') return void response.end()
  const isCut = failure === 'stall-midway' || failure === 'reset-midway'
  const body = state.blobs.read(name, start, isCut ? Math.floor((start + end) / 2) : end)
  await pipeline(Readable.from(paced(body, state.pace.down)), response, { end: !isCut })
  if (failure === 'reset-midway') response.destroy()
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

type Pace = (bytes: number) => Promise<void>

/** One line shared by all that pass it: each waits until those before are through. */
function createPace(bytesPerSecond: number | undefined): Pace | undefined {
  if (bytesPerSecond === undefined) return undefined
  let free = 0
  return async bytes => {
    const now = performance.now()
    free = Math.max(free, now) + (bytes / bytesPerSecond) * 1000
    // Timers are coarse: a little ahead is made up for later.
    if (free - now > 4) await new Promise(resolve => setTimeout(resolve, free - now))
  }
}

const pieceBytes = 64 << 10

async function* paced(pieces: AsyncIterable<Uint8Array>, pace: Pace | undefined): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let start = 0; pace !== undefined && start < piece.byteLength; start += pieceBytes) {
      await pace(Math.min(pieceBytes, piece.byteLength - start))
    }
    yield piece
  }
}

function createBlobs(storage: Storage): Blobs {
  const blocks = new Map<string, number>()
  const lists = new Map<string, readonly string[]>()
  const listOf = (name: string): readonly string[] => lists.get(name) ?? [name]
  const sizeOf = (list: readonly string[]): number | undefined =>
    list.every(block => blocks.has(block)) ? list.reduce((sum, block) => sum + (blocks.get(block) ?? 0), 0) : undefined
  return {
    write: async (name, content) => {
      let size = 0
      const counted = async function* () {
        for await (const piece of content) {
          size += piece.byteLength
          yield piece
        }
      }
      await storage.write(name, counted())
      blocks.set(name, size)
    },
    join: (name, list) => {
      const size = sizeOf(list)
      if (size !== undefined) lists.set(name, list)
      return size
    },
    size: name => sizeOf(listOf(name)),
    read: async function* (name, start, end) {
      let offset = 0
      for (const block of listOf(name)) {
        const size = blocks.get(block) ?? 0
        const [first, last] = [Math.max(0, start - offset), Math.min(size, end - offset)]
        if (first < last) yield* storage.read(block, first, last)
        offset += size
      }
    },
  }
}

function memoryStorage(): Storage {
  const contents = new Map<string, Buffer>()
  return {
    write: async (name, content) => void contents.set(name, await collect(content)),
    read: async function* (name, start, end) {
      const content = contents.get(name) ?? Buffer.alloc(0)
      for (let position = start; position < end; position += 4 * pieceBytes) {
        yield content.subarray(position, Math.min(end, position + 4 * pieceBytes))
      }
    },
  }
}

async function directoryStorage(parent: string): Promise<Storage> {
  await mkdir(parent, { recursive: true })
  const directory = await mkdtemp(join(parent, 'blobs-'))
  return {
    write: async (name, content) => {
      // A connection that breaks leaves what was there.
      const unfinished = join(directory, randomUUID())
      await pipeline(content, createWriteStream(unfinished))
      await rename(unfinished, join(directory, name))
    },
    read: (name, start, end) =>
      createReadStream(join(directory, name), { start, end: end - 1, highWaterMark: 4 * pieceBytes }),
  }
}
