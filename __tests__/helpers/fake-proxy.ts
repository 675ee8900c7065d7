import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { serverIdentity } from './certificates.js'

export type FakeProxyOptions = {
  /** `http` to talk to the proxy in the clear, `https` for the test certificate. Default: `http`. */
  readonly protocol?: 'http' | 'https'
  /** Basic auth that the proxy asks for. */
  readonly auth?: { readonly username: string; readonly password: string }
  /** Accepts requests, and answers none. */
  readonly isSilent?: boolean
}

export type FakeProxy = {
  /** Without credentials. */
  readonly url: string
  /** `CONNECT host:port` or `GET http://…`, each as it came. */
  readonly requests: readonly string[]
  /** Headers of the requests. */
  readonly headers: readonly IncomingMessage['headers'][]
  close(): Promise<void>
}

/** An HTTP proxy on the loopback interface: forwards http, tunnels the rest. */
export async function startFakeProxy(options: FakeProxyOptions = {}): Promise<FakeProxy> {
  const { protocol = 'http' } = options
  const requests: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const sockets = new Set<Duplex>()
  const server = protocol === 'https' ? createSecureServer(serverIdentity()) : createServer()
  const isAllowed = (request: IncomingMessage): boolean => {
    requests.push(`${request.method} ${request.url}`)
    headers.push(request.headers)
    if (options.auth === undefined) return true
    const expected = Buffer.from(`${options.auth.username}:${options.auth.password}`).toString('base64')
    return request.headers['proxy-authorization'] === `Basic ${expected}`
  }
  server.on('connection', (socket: Duplex) => sockets.add(socket))
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isAllowed(request)) response.writeHead(407).end()
    else if (options.isSilent !== true) forward(request, response)
  })
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => {})
    if (!isAllowed(request)) socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    else if (options.isSilent !== true) sockets.add(tunnel(request, socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    headers,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { 'proxy-authorization': _, ...headers } = request.headers
  const onward = sendRequest(request.url ?? '', { headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.writeHead(502).end())
  onward.end()
}

function tunnel(request: IncomingMessage, socket: Duplex): Duplex {
  const { hostname, port } = new URL(`http://${request.url}`)
  const onward = connect(Number(port), hostname, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    socket.pipe(onward).pipe(socket)
  })
  onward.on('error', () => socket.destroy())
  return onward
}
