/** Requests over node:http and node:https: connections, proxies and TLS. Loaded at the first request of a run. */
import * as http from 'node:http'
import * as https from 'node:https'
import { pipeline, Readable } from 'node:stream'
import type { SecureContext } from 'node:tls'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import type { Environment } from '../host.js'
import { readSecureContext } from './certificates.js'
import { basicAuthorization, userinfoOf, withoutUserinfo } from './credentials.js'
import { proxyTunnelCode } from './failure.js'
import { proxyFor } from './proxy.js'
import { collectYoungGarbageEarly } from './young-garbage.js'

export type Answer = {
  readonly status: number
  readonly statusText: string
  /** Names in lower case. */
  readonly headers: http.IncomingHttpHeaders
  /** To be read once. Content encodings are undone, except where `identity` was asked for: those bytes come as they are. */
  readonly body: AsyncIterable<Uint8Array>
  /** Lets go of the body. */
  discard(): void
}

export type Sending = {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Default: GET. */
  readonly method?: string | undefined
  /** Pulled as fast as the connection takes it; `headers` tell its length (`content-length`). */
  readonly body?: AsyncIterable<Uint8Array> | undefined
  readonly signal: AbortSignal
  /** Called when the connection stands, TLS and proxy included. */
  readonly onConnected: () => void
}

/** Sends one request. What the network does wrong is an `error`. Throws UserError TLS_CERTIFICATE_INVALID and PROXY_INVALID. */
export type Transport = (
  url: URL,
  sending: Sending,
) => Promise<{ readonly answer: Answer } | { readonly error: unknown }>

export type TransportOptions = {
  readonly env: Environment
  /** Milliseconds that a proxy may take to open a tunnel. */
  readonly connectTimeoutMs: number
}

/** Connections are kept open between requests; an idle one does not keep the process alive. */
export function createTransport({ env, connectTimeoutMs }: TransportOptions): Transport {
  collectYoungGarbageEarly(process.versions.node)
  const agents = new Map<string, http.Agent>()
  const agentOf = (key: string, make: () => http.Agent): http.Agent => {
    const agent = agents.get(key) ?? make()
    agents.set(key, agent)
    return agent
  }
  let tls: { readonly secureContext?: SecureContext } | undefined
  const tlsOptions = (): { readonly secureContext?: SecureContext } => {
    if (tls === undefined) {
      const secureContext = readSecureContext(env)
      tls = secureContext === undefined ? {} : { secureContext }
    }
    return tls
  }
  const plainAgent = (protocol: string): http.Agent =>
    agentOf(protocol, () =>
      protocol === 'https:'
        ? new https.Agent({ keepAlive: true, ...tlsOptions() })
        : new http.Agent({ keepAlive: true }),
    )
  return async (url, { headers, method, ...sending }) => {
    const proxy = proxyFor(url, env)
    const options = { method, headers: { 'accept-encoding': 'gzip, br', ...headers } }
    if (proxy === undefined) return exchange(requestTo(url, { ...options, agent: plainAgent(url.protocol) }), sending)
    const via = { proxy, agent: plainAgent(proxy.protocol), connectTimeoutMs }
    if (url.protocol === 'http:') return exchange(forward(url, options, via), sending)
    const agent = agentOf(proxy.href, () => tunnelAgent(via, tlsOptions()))
    return exchange(requestTo(url, { ...options, agent }), sending)
  }
}

type RequestOptions = Omit<http.RequestOptions, 'headers'> & { readonly headers: Readonly<Record<string, string>> }

function requestTo(url: URL, options: http.RequestOptions): http.ClientRequest {
  return url.protocol === 'https:' ? https.request(url, options) : http.request(url, options)
}

function exchange(
  request: http.ClientRequest,
  { body: content, signal, onConnected }: Omit<Sending, 'headers' | 'method'>,
): Promise<{ readonly answer: Answer } | { readonly error: unknown }> {
  const asked = request.getHeader('accept-encoding')
  return new Promise(resolve => {
    request.once('socket', socket => {
      if (request.reusedSocket) onConnected()
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', onConnected)
    })
    const fail = (error: unknown): void => resolve({ error })
    // Stays for errors that come after the answer: the body has those too.
    request.on('error', fail)
    request.once('response', response => {
      const { statusCode: status = 0, statusMessage: statusText = '', headers } = response
      const body = asked === 'identity' ? response : decoded(response)
      // Whoever reads the body gets its errors; those before and after the reading are nobody's.
      for (const stream of [response, body]) stream.on('error', () => {})
      resolve({ answer: { status, statusText, headers, body, discard: () => discard(body) } })
    })
    // Node's own option `signal` would end the connection too when it serves another request by then.
    const abort = (): void => void request.destroy()
    signal.addEventListener('abort', abort, { once: true })
    request.once('close', () => signal.removeEventListener('abort', abort))
    if (signal.aborted) abort()
    else if (content === undefined) request.end()
    // What breaks the sent body comes before the end of the connection, which follows from it.
    else pipeline(Readable.from(content).once('error', fail), request, () => {})
  })
}

function decoded(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase()
  if (encoding === 'gzip' || encoding === 'x-gzip') return pipeline(response, createGunzip(), () => {})
  if (encoding === 'br') return pipeline(response, createBrotliDecompress(), () => {})
  return response
}

/** A body of this many bytes is cheaper to read than a connection to make. */
const cheapBytes = 1 << 16

function discard(body: Readable): void {
  let bytes = 0
  body.on('data', (piece: Uint8Array) => {
    bytes += piece.byteLength
    if (bytes > cheapBytes) body.destroy()
  })
}

type Via = { readonly proxy: URL; readonly agent: http.Agent; readonly connectTimeoutMs: number }

/** A request for an http address is sent to the proxy itself, with the whole address (RFC 9112 §3.2.2). */
function forward(url: URL, options: RequestOptions, { proxy, agent }: Via): http.ClientRequest {
  const headers = { ...options.headers, host: url.host, ...proxyAuthorization(proxy) }
  return requestTo(bare(proxy), { ...options, headers, agent, path: bare(url).href })
}

/** Connections to https addresses, each in a tunnel that the proxy opens (RFC 9110 §9.3.6). */
function tunnelAgent(via: Via, tls: { readonly secureContext?: SecureContext }): https.Agent {
  const agent = new https.Agent({ keepAlive: true, ...tls })
  const encrypt = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const { host, port } = options
    const target = `${host?.includes(':') ? `[${host}]` : host}:${port}`
    openTunnel(target, via, (error, socket) => {
      if (error === undefined) callback?.(null, encrypt({ ...options, socket } as https.RequestOptions) as never)
      else callback?.(error, undefined as never)
    })
    return undefined
  }
  return agent
}

function openTunnel(
  target: string,
  { proxy, agent, connectTimeoutMs }: Via,
  done: (error: Error | undefined, socket?: NodeJS.ReadWriteStream) => void,
): void {
  const headers = { host: target, ...proxyAuthorization(proxy) }
  const connect = requestTo(bare(proxy), { method: 'CONNECT', path: target, headers, agent })
  const giveUp = (): void => void connect.destroy(tunnelError(`the proxy \`${proxy.host}\` does not answer`))
  const timer = setTimeout(giveUp, connectTimeoutMs)
  connect.once('connect', ({ statusCode = 0, statusMessage }, socket) => {
    clearTimeout(timer)
    if (statusCode >= 200 && statusCode <= 299) return done(undefined, socket)
    socket.destroy()
    done(tunnelError(`the proxy \`${proxy.host}\` answered ${statusCode} ${statusMessage}`))
  })
  connect.once('error', error => {
    clearTimeout(timer)
    done(error)
  })
  connect.end()
}

function tunnelError(message: string): Error {
  return Object.assign(new Error(message), { code: proxyTunnelCode })
}

function proxyAuthorization(proxy: URL): Readonly<Record<string, string>> {
  const credentials = userinfoOf(proxy)
  return credentials === undefined ? {} : { 'proxy-authorization': basicAuthorization(credentials) }
}

/** Without userinfo and fragment, which Node would send. */
function bare(url: URL): URL {
  const copy = withoutUserinfo(url)
  copy.hash = ''
  return copy
}
