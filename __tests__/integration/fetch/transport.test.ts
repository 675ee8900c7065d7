import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient, type HttpResponse } from '../../../src/fetch/client.js'
import { certificates, serverIdentity } from '../../helpers/certificates.js'
import { type FakeIndex, startFakeIndex } from '../../helpers/fake-index.js'
import { type FakeProxy, type FakeProxyOptions, startFakeProxy } from '../../helpers/fake-proxy.js'
import { recordingHost } from '../../helpers/recording-host.js'

const filename = 'pkg-1-py3-none-any.whl'

let directory = ''
const servers: { close(): unknown }[] = []
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-transport-'))
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.close()))
  await rm(directory, { recursive: true })
})

/** An https server that says who its client is, in the encoding that is asked for. */
async function startSecureServer(asksForCertificate = false, options: ServerOptions = {}): Promise<string> {
  const ca = readFileSync(certificates.authority)
  const tls = {
    ...serverIdentity(),
    ca,
    requestCert: asksForCertificate,
    rejectUnauthorized: asksForCertificate,
    ...options,
  }
  const server: Server = createServer(tls, (request, response) => {
    const name = (request.socket as TLSSocket).getPeerCertificate()?.subject?.CN?.toString() ?? 'nobody'
    const encoding = request.url?.slice(1) ?? ''
    if (encoding === 'silence') return
    if (encoding === 'patience') return void setTimeout(() => response.end(name), 1500)
    const encode = { gzip: gzipSync, br: brotliCompressSync }[encoding]
    response.setHeader('content-encoding', encode === undefined ? 'identity' : encoding)
    response.end(encode === undefined ? name : encode(name))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  servers.push({
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

async function startIndex(): Promise<FakeIndex> {
  const index = await startFakeIndex({ files: [{ filename, bytes: Buffer.from('wheel') }] })
  servers.push(index)
  return index
}

async function startProxy(options: FakeProxyOptions = {}): Promise<FakeProxy> {
  const proxy = await startFakeProxy(options)
  servers.push(proxy)
  return proxy
}

type Wish = {
  readonly env?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly connectTimeoutMs?: number
  readonly stallTimeoutMs?: number
}

async function read(url: string, { env = {}, headers = {}, ...limits }: Wish): Promise<string> {
  const { host } = recordingHost({ env, homeDirectory: directory })
  const index = { indexUrl: url, extraIndexUrls: [], findLinks: [], noIndex: false, offline: false }
  const settings = { ...index, requireHashes: false }
  const client = createClient({ host, index: settings, retries: 1, sleep: async () => {}, ...limits })
  return client.get(url, readText, { headers })
}

async function readText({ body }: HttpResponse): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

const brokenCertificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'

describe('certificate authorities', () => {
  test.each(['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])(
    'are those that %s names',
    async variable => {
      const url = await startSecureServer()
      expect(await read(url, { env: { [variable]: certificates.authority } })).toBe('nobody')
    },
  )

  test('are those in any of the directories of SSL_CERT_DIR, among other files', async () => {
    const url = await startSecureServer()
    const [empty, full] = [join(directory, 'empty'), join(directory, 'full')]
    await mkdir(empty)
    await mkdir(join(full, 'sub.pem'), { recursive: true })
    await copyFile(certificates.authority, join(full, '0a1b2c3d.0'))
    await writeFile(join(full, 'broken.pem'), brokenCertificate)
    expect(await read(url, { env: { SSL_CERT_DIR: `${empty}${delimiter}${full}` } })).toBe('nobody')
    await copyFile(certificates.authority, join(empty, 'authority.pem'))
    await writeFile(join(empty, 'README'), 'no certificate')
    expect(await read(url, { env: { REQUESTS_CA_BUNDLE: empty } })).toBe('nobody')
  })

  test('come together from several variables', async () => {
    const url = await startSecureServer()
    const env = { SSL_CERT_FILE: certificates.server, REQUESTS_CA_BUNDLE: certificates.authority }
    expect(await read(url, { env })).toBe('nobody')
  })

  test.each([
    ['nothing', {}],
    ['another authority', { SSL_CERT_FILE: certificates.client }],
  ])('are not found with %s, which is said once', async (_, env) => {
    const url = await startSecureServer()
    await expect(read(url, { env })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.not.stringContaining('attempts'),
      hint: expect.stringContaining('SSL_CERT_FILE'),
    })
  })

  test('do not help a server with another name', async () => {
    const url = (await startSecureServer()).replace('127.0.0.1', '127.0.0.2')
    // Only Linux has all of 127.0.0.0/8; elsewhere there is no connection at all.
    await expect(read(url, { env: { SSL_CERT_FILE: certificates.authority } })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
    })
  })

  test.each([
    ['a file that is missing', 'missing.pem', 'cannot be read (ENOENT)'],
    ['a file without a certificate', 'text.pem', 'holds no certificate in PEM form'],
    ['a file with a broken certificate', 'broken.pem', 'holds a certificate that is damaged'],
    ['a directory without a certificate', '.', 'holds no certificate in PEM form'],
  ])('are refused in %s, with its name and the variable', async (_, name, problem) => {
    await mkdir(join(directory, 'sub'))
    const path = join(directory, name === '.' ? 'sub' : name)
    if (name === 'text.pem') await writeFile(path, 'hello')
    if (name === 'broken.pem') await writeFile(path, brokenCertificate)
    const url = await startSecureServer()
    const failure = await read(url, { env: { REQUESTS_CA_BUNDLE: path } }).catch(error => error)
    expect(failure).toMatchObject({ code: 'TLS_CERTIFICATE_INVALID', exitCode: 2 })
    expect(failure.message).toContain(`\`${path}\`, named by \`REQUESTS_CA_BUNDLE\`, ${problem}`)
  })

  test('are not looked at for http', async () => {
    const index = await startIndex()
    expect(await read(index.fileUrl(filename), { env: { SSL_CERT_FILE: '/missing.pem' } })).toBe('wheel')
  })
})

describe('a client certificate', () => {
  test.each(['SSL_CLIENT_CERT', 'PIP_CLIENT_CERT'])('is the one that %s names', async variable => {
    const url = await startSecureServer(true)
    const env = { SSL_CERT_FILE: certificates.authority, [variable]: certificates.client }
    expect(await read(url, { env })).toBe('a test client')
  })

  test('that is missing is named by the server', async () => {
    // Later versions tell the client only when it has sent its request, or close the connection first.
    const url = await startSecureServer(true, { maxVersion: 'TLSv1.2' })
    await expect(read(url, { env: { SSL_CERT_FILE: certificates.authority } })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      hint: expect.stringContaining('SSL_CLIENT_CERT'),
    })
  })

  test('without a key is refused with its name', async () => {
    const url = await startSecureServer(true)
    const env = { SSL_CLIENT_CERT: certificates.authority }
    await expect(read(url, { env })).rejects.toMatchObject({
      code: 'TLS_CERTIFICATE_INVALID',
      exitCode: 2,
      message: expect.stringContaining(`\`${certificates.authority}\`, named by \`SSL_CLIENT_CERT\`, has no usable`),
    })
  })
})

describe('a proxy', () => {
  const secure = { SSL_CERT_FILE: certificates.authority }

  test.each(['http', 'https'] as const)('over %s forwards what is asked of http addresses', async protocol => {
    const index = await startIndex()
    const proxy = await startProxy({ protocol })
    const url = index.fileUrl(filename)
    expect(await read(url, { env: { HTTP_PROXY: proxy.url, ...secure } })).toBe('wheel')
    expect(proxy.requests).toEqual([`GET ${url}`])
    expect(index.requests[0]?.headers.host).toBe(new URL(url).host)
  })

  test.each(['http', 'https'] as const)('over %s tunnels to https addresses', async protocol => {
    const url = await startSecureServer(true)
    const proxy = await startProxy({ protocol })
    const env = { https_proxy: proxy.url, ...secure, SSL_CLIENT_CERT: certificates.client }
    expect(await read(url, { env })).toBe('a test client')
    expect(proxy.requests).toEqual([`CONNECT ${new URL(url).host}`])
  })

  test('is not asked for what NO_PROXY covers', async () => {
    const url = await startSecureServer()
    const proxy = await startProxy()
    expect(await read(url, { env: { HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.0/8', ...secure } })).toBe(
      'nobody',
    )
    expect(proxy.requests).toEqual([])
  })

  test('is given the credentials of its address, and the server none of them', async () => {
    const auth = { username: 'me', password: 's3cret' }
    const proxy = await startProxy({ auth })
    const address = proxy.url.replace('://', '://me:s3cret@')
    const url = await startSecureServer()
    expect(await read(url, { env: { HTTPS_PROXY: address, ...secure } })).toBe('nobody')
    const index = await startIndex()
    expect(await read(index.fileUrl(filename), { env: { HTTP_PROXY: address } })).toBe('wheel')
    expect(proxy.headers.map(headers => headers.authorization)).toEqual([undefined, undefined])
    expect(index.requests[0]?.headers['proxy-authorization']).toBeUndefined()
  })

  test('that refuses is named with its status, and without its password', async () => {
    const proxy = await startProxy({ auth: { username: 'me', password: 'right' } })
    const url = await startSecureServer()
    const address = proxy.url.replace('://', '://me:wr0ng@')
    const failure = await read(url, { env: { HTTPS_PROXY: address, ...secure } }).catch(error => error)
    expect(failure).toMatchObject({ code: 'INDEX_UNREACHABLE' })
    expect(failure.message).toContain(`the proxy \`${new URL(proxy.url).host}\` answered 407`)
    expect(failure.message).not.toContain('wr0ng')
  })

  test('does not limit how long the server takes', async () => {
    const url = await startSecureServer()
    const proxy = await startProxy()
    const env = { HTTPS_PROXY: proxy.url, ...secure }
    expect(await read(`${url}patience`, { env, connectTimeoutMs: 1000 })).toBe('nobody')
    expect(proxy.requests).toHaveLength(1)
  })

  test('that never opens the tunnel is given up as no connection', async () => {
    const proxy = await startProxy({ isSilent: true })
    const url = await startSecureServer()
    const env = { HTTPS_PROXY: proxy.url, ...secure }
    await expect(read(url, { env, connectTimeoutMs: 100 })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.stringMatching(/(no connection after 0.1 s|does not answer).*, 2 attempts/),
    })
  })
})

test.each(['directly', 'through a proxy'])(
  'a server that is reached %s and says nothing is given up as silent',
  async how => {
    const url = await startSecureServer()
    const proxy = await startProxy()
    const env = { SSL_CERT_FILE: certificates.authority, ...(how === 'directly' ? {} : { HTTPS_PROXY: proxy.url }) }
    await expect(read(`${url}silence`, { env, stallTimeoutMs: 100 })).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.stringContaining('no byte for 0.1 s, 2 attempts'),
    })
  },
)

test('a server that never ends the handshake is given up as no connection', async () => {
  const server = createSocketServer(socket => socket.on('error', () => {}))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await expect(read(url, { connectTimeoutMs: 100 })).rejects.toMatchObject({
    code: 'INDEX_UNREACHABLE',
    message: expect.stringContaining('no connection after 0.1 s, 2 attempts'),
  })
})

describe('an encoding', () => {
  test.each(['gzip', 'br'])('that the server chose is undone (%s)', async encoding => {
    const url = await startSecureServer()
    expect(await read(`${url}${encoding}`, { env: { SSL_CERT_FILE: certificates.authority } })).toBe('nobody')
  })

  test('is left alone where none was asked for, as in a file that is stored so', async () => {
    const url = await startSecureServer()
    const wish = { env: { SSL_CERT_FILE: certificates.authority }, headers: { 'accept-encoding': 'identity' } }
    expect(await read(`${url}gzip`, wish)).toBe(gzipSync('nobody').toString())
  })
})
