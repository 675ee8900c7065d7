/** Serves the repositories below a directory over HTTP: by git's own backend, or as plain files, as any web server would. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gitEnvironment } from './git-fixture.js'

type ServerOptions = {
  /** `user:password` that every request needs. */
  readonly credentials?: string
  /** Files alone, of repositories on which `git update-server-info` ran. */
  readonly isDumb?: boolean
  /** Accepts connections and never answers. */
  readonly isMute?: boolean
}

export type GitServer = {
  /** Without a slash at its end. */
  readonly url: string
  /** `METHOD PATH?QUERY` of each request. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

export async function serveRepositories(directory: string, options: ServerOptions = {}): Promise<GitServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (options.isMute === true) return
    if (!isAllowed(request, options)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="repositories"' }).end()
      return
    }
    const url = new URL(request.url ?? '', 'http://localhost')
    if (options.isDumb === true) void sendFile(join(directory, url.pathname), response)
    else runBackend({ directory, url }, request, response)
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function isAllowed({ headers }: IncomingMessage, { credentials }: ServerOptions): boolean {
  return credentials === undefined || headers.authorization === `Basic ${Buffer.from(credentials).toString('base64')}`
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    response.end(await readFile(path))
  } catch {
    response.writeHead(404).end()
  }
}

type Place = { readonly directory: string; readonly url: URL }

/** CGI, RFC 3875. */
function runBackend({ directory, url }: Place, request: IncomingMessage, response: ServerResponse): void {
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: directory,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => {})
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const answer = Buffer.concat(chunks)
    const end = answer.indexOf('\r\n\r\n')
    const headers = answer.subarray(0, end).toString().split('\r\n')
    for (const header of headers) {
      const [name = '', value = ''] = header.split(': ')
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.end(answer.subarray(end + 4))
  })
}
