import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { errnoOf, messageOf } from '../../../src/errors.js'
import { createTransport, type Sending } from '../../../src/fetch/transport.js'

let server: Server
let address = ''
const received: string[] = []

beforeEach(async () => {
  received.length = 0
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
      received.push(`${request.method} ${request.url} ${length ?? encoding} ${Buffer.concat(pieces).length}`)
      response.end('taken')
    })
    request.on('error', () => received.push('broken'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

function sending(body: Sending['body'], length: number, signal = new AbortController().signal): Sending {
  return { method: 'PUT', headers: { 'content-length': String(length) }, body, signal, onConnected: () => {} }
}

async function* pieces(count: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < count; piece++) yield Buffer.alloc(1 << 20)
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of body) all.push(piece)
  return Buffer.concat(all).toString()
}

describe('a request with a body', () => {
  test('arrives piece by piece, with its method and length', async () => {
    const transport = createTransport({ env: {}, connectTimeoutMs: 1000 })
    const sent = await transport(new URL(`${address}/a?b=c`), sending(pieces(3), 3 << 20))
    expect('answer' in sent && (await textOf(sent.answer.body))).toBe('taken')
    expect(received).toEqual([`PUT /a?b=c ${3 << 20} ${3 << 20}`])
  })

  test('goes through an http proxy with its method and whole address', async () => {
    const transport = createTransport({ env: { http_proxy: address }, connectTimeoutMs: 1000 })
    const sent = await transport(new URL('http://storage.invalid/a'), sending(pieces(1), 1 << 20))
    expect('answer' in sent && (await textOf(sent.answer.body))).toBe('taken')
    expect(received).toEqual([`PUT http://storage.invalid/a ${1 << 20} ${1 << 20}`])
  })

  test('that breaks off is the error that broke it', async () => {
    const transport = createTransport({ env: {}, connectTimeoutMs: 1000 })
    const broken = async function* () {
      yield* pieces(1)
      throw new Error('the file ended')
    }
    const sent = await transport(new URL(address), sending(broken(), 5 << 20))
    expect('error' in sent && messageOf(sent.error)).toBe('the file ended')
    expect(received).not.toContain('taken')
  })

  test('is let go of when the signal comes, and its pieces are pulled no more', async () => {
    const transport = createTransport({ env: {}, connectTimeoutMs: 1000 })
    const controller = new AbortController()
    let isOver = false
    const endless = async function* () {
      try {
        for (let count = 0; ; count++) {
          if (count === 5) controller.abort()
          yield Buffer.alloc(1 << 16)
        }
      } finally {
        isOver = true
      }
    }
    const sent = await transport(new URL(address), sending(endless(), 1 << 30, controller.signal))
    expect('error' in sent && errnoOf(sent.error)).toBe('ECONNRESET')
    await new Promise(resolve => setImmediate(resolve))
    expect(isOver).toBe(true)
  })
})
