import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { isRangeFault, partOf, type RangeFault, type Validator, withRangeFault } from './fake-ranges.js'

export type FakeFile = {
  readonly filename: string
  readonly bytes: Uint8Array
  /** What the index says, where that is not the truth. */
  readonly sha256?: string
  readonly requiresPython?: string
  readonly yanked?: boolean
}

/** One answer that is not the right one; the next request of the same file gets the next fault, or the file. */
export type Fault =
  /** The right answer after all. */
  | 'none'
  | RangeFault
  /** The connection is reset before a byte. */
  | 'reset'
  /** Half of the body, then the connection closes. Of a part: half of that. */
  | 'truncate'
  /** Headers and half of the body, then silence. */
  | 'stall'
  /** The right length, the first byte changed. */
  | 'wrong-bytes'
  /** To the same file on a second listener: another origin. */
  | 'redirect'
  /** To the same file at another path of this origin. */
  | 'redirect-same-origin'
  | { readonly status: number; readonly retryAfter?: string; readonly location?: string }

export type FakeIndexOptions = {
  readonly files: readonly FakeFile[]
  /** By filename, or by project name for its page. */
  readonly faults?: Readonly<Record<string, readonly Fault[]>>
  /** Basic auth that the first origin asks for; the second asks for none. */
  readonly auth?: { readonly username: string; readonly password: string }
  /** What the simple pages are, whatever was asked for. Default: as the Accept header says. */
  readonly format?: 'json' | 'html'
  /** What the answers with a file carry, to be named by If-Range. Default: a strong ETag. */
  readonly validator?: Validator
  /** Awaited before each answer with a file. */
  readonly beforeFile?: (request: FakeRequest) => Promise<void>
}

export type FakeRequest = {
  readonly origin: 'first' | 'second'
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Differs from connection to connection. */
  readonly clientPort: number | undefined
}

export type FakeIndex = {
  /** Root of the Simple API, with a slash at the end. */
  readonly url: string
  fileUrl(filename: string): string
  /** Every request so far, in order. */
  readonly requests: readonly FakeRequest[]
  close(): Promise<void>
}

type Site = FakeIndexOptions & {
  readonly origins: { first: string; second: string }
  readonly queues: Map<string, Fault[]>
  readonly requests: FakeRequest[]
}

/** A package index on the loopback interface: simple pages (JSON and HTML), files, and faults on order. */
export async function startFakeIndex(options: FakeIndexOptions): Promise<FakeIndex> {
  const queues = new Map(Object.entries(options.faults ?? {}).map(([key, faults]) => [key, [...faults]]))
  const site: Site = { ...options, origins: { first: '', second: '' }, queues, requests: [] }
  const first = createServer((request, response) => answer(site, 'first', { request, response }))
  const second = createServer((request, response) => answer(site, 'second', { request, response }))
  site.origins.first = await listen(first)
  site.origins.second = await listen(second)
  return {
    url: `${site.origins.first}/simple/`,
    fileUrl: filename => `${site.origins.first}/files/${filename}`,
    requests: site.requests,
    close: async () => {
      await Promise.all([first, second].map(stop))
    },
  }
}

/** The URL with userinfo put in. */
export function withCredentials(url: string, username: string, password: string): string {
  const parsed = new URL(url)
  parsed.username = username
  parsed.password = password
  return parsed.href
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

function answer(site: Site, origin: 'first' | 'second', exchange: Exchange): void {
  const { request, response } = exchange
  const { pathname } = new URL(request.url ?? '/', 'http://index')
  const { headers, socket } = request
  const seen = { origin, path: pathname, headers, clientPort: socket.remotePort }
  site.requests.push(seen)
  if (origin === 'first' && !isAllowed(site, request)) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="index"' }).end()
    return
  }
  const [room, key] = pathname.split('/').slice(1)
  if (room === 'simple') sendPage(site, key ?? '', exchange)
  else void sendFile(site, decodeURIComponent(key ?? ''), { ...exchange, seen })
}

function isAllowed(site: Site, request: IncomingMessage): boolean {
  if (site.auth === undefined) return true
  const expected = Buffer.from(`${site.auth.username}:${site.auth.password}`).toString('base64')
  return request.headers.authorization === `Basic ${expected}`
}

function sendPage(site: Site, project: string, exchange: Exchange): void {
  const { request, response } = exchange
  const fault = site.queues.get(project)?.shift()
  const files = site.files.filter(file => projectOf(file.filename) === project)
  const asJson = site.format === 'json' || (site.format === undefined && request.headers.accept?.includes('+json'))
  if (fault !== undefined) {
    const bytes = Buffer.alloc(8)
    const headers = { 'content-length': bytes.length }
    sendFault(site, fault, { ...exchange, key: `simple/${project}/`, status: 200, headers, bytes })
  } else if (files.length === 0) {
    response.writeHead(404).end()
  } else if (asJson) {
    response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' }).end(jsonPage(project, files))
  } else {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(htmlPage(files))
  }
}

async function sendFile(
  site: Site,
  filename: string,
  { seen, ...exchange }: Exchange & { readonly seen: FakeRequest },
): Promise<void> {
  const { request, response } = exchange
  const file = site.files.find(candidate => candidate.filename === filename)
  const fault = site.queues.get(filename)?.shift() ?? 'none'
  await site.beforeFile?.(seen)
  const answer = partOf(file?.bytes ?? Buffer.alloc(0), request, site.validator)
  const target = { ...exchange, ...withRangeFault(answer, fault), key: `files/${filename}` }
  if (fault !== 'none' && !isRangeFault(fault)) sendFault(site, fault, target)
  else if (file === undefined) response.writeHead(404).end()
  else response.writeHead(target.status, target.headers).end(target.bytes)
}

type FaultTarget = Exchange & {
  readonly key: string
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly bytes: Uint8Array
}

function sendFault(site: Site, fault: Fault, { request, response, key, status, headers, bytes }: FaultTarget): void {
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  if (fault === 'reset') {
    request.socket.resetAndDestroy()
  } else if (fault === 'truncate') {
    response.writeHead(status, headers).write(half, () => response.destroy())
  } else if (fault === 'stall') {
    response.writeHead(status, headers).write(half)
  } else if (fault === 'wrong-bytes') {
    response.writeHead(status, headers).end(withOneByteChanged(bytes))
  } else if (fault === 'redirect') {
    response.writeHead(302, { location: `${site.origins.second}/${key}` }).end()
  } else if (fault === 'redirect-same-origin') {
    response.writeHead(307, { location: `/${key}?moved` }).end()
  } else if (typeof fault === 'object' && 'status' in fault) {
    const location = fault.location === undefined ? {} : { location: fault.location }
    const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }
    response.writeHead(fault.status, { ...location, ...retryAfter }).end()
  }
}

function withOneByteChanged(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[0] = (changed[0] ?? 0) ^ 1
  return changed
}

function projectOf(filename: string): string {
  const name = filename.endsWith('.whl') ? filename.split('-')[0] : filename.slice(0, filename.lastIndexOf('-'))
  return (name ?? '').replaceAll(/[-_.]+/g, '-').toLowerCase()
}

function digestOf(file: FakeFile): string {
  return file.sha256 ?? createHash('sha256').update(file.bytes).digest('hex')
}

function jsonPage(project: string, files: readonly FakeFile[]): string {
  const rows = files.map(file => ({
    filename: file.filename,
    url: `../../files/${file.filename}`,
    hashes: { sha256: digestOf(file) },
    size: file.bytes.length,
    yanked: file.yanked ?? false,
    ...(file.requiresPython === undefined ? {} : { 'requires-python': file.requiresPython }),
  }))
  return JSON.stringify({ meta: { 'api-version': '1.1' }, name: project, versions: [], files: rows })
}

function htmlPage(files: readonly FakeFile[]): string {
  const rows = files.map(file => {
    const python = file.requiresPython?.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const requires = python === undefined ? '' : ` data-requires-python="${python}"`
    const yanked = file.yanked ? ' data-yanked=""' : ''
    const href = `../../files/${file.filename}#sha256=${digestOf(file)}`
    return `    <a href="${href}"${requires}${yanked}>${file.filename}</a><br/>`
  })
  return `<!DOCTYPE html>\n<html>\n  <body>\n${rows.join('\n')}\n  </body>\n</html>\n`
}
