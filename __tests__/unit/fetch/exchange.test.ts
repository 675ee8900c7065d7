import { describe, expect, test } from '@jest/globals'
import { attempt, type HttpRequest } from '../../../src/fetch/exchange.js'
import type { Transport } from '../../../src/fetch/transport.js'

type Sent = { readonly url: string; readonly authorization: string | undefined }

/** Answers with a redirect to each of the locations, then with 200; keeps what was sent. */
function answerWith(locations: readonly string[]): { readonly sent: Sent[]; readonly transport: Transport } {
  const sent: Sent[] = []
  const transport: Transport = async (url, { headers }) => {
    const location = locations[sent.length]
    sent.push({ url: url.href, authorization: headers.authorization })
    return answer(location === undefined ? 200 : 302, location === undefined ? {} : { location })
  }
  return { sent, transport }
}

function answer(status: number, headers: Readonly<Record<string, string>>): Awaited<ReturnType<Transport>> {
  return { answer: { status, statusText: '', headers, body: emptyBody(), discard: () => {} } }
}

async function* emptyBody(): AsyncGenerator<Uint8Array, void> {}

function requestTo(url: string, transport: Transport): HttpRequest {
  return {
    url: new URL(url),
    headers: {},
    accept: [],
    signal: undefined,
    connectTimeoutMs: 1000,
    stallTimeoutMs: 1000,
    credentials: { first: async (_, userinfo) => userinfo, second: async () => undefined },
    transport,
  }
}

describe('a redirect', () => {
  test('from https to http is refused before anything is sent there', async () => {
    const { sent, transport } = answerWith(['http://me:s3cret@host/a.whl'])
    const outcome = await attempt(requestTo('https://host/a.whl', transport), async () => 'read')
    expect(outcome).toMatchObject({
      failure: {
        code: 'REDIRECT_REFUSED',
        what: 'redirects from https to `http://me:***@host/a.whl`, which is not encrypted',
        retry: false,
      },
    })
    expect(sent).toHaveLength(1)
  })

  test('from http to https loses the credentials: it is another origin', async () => {
    const { sent, transport } = answerWith(['https://host/a.whl', '/b.whl'])
    const outcome = await attempt(requestTo('http://me:s3cret@host/a.whl', transport), async ({ url }) => url)
    expect(outcome).toEqual({ value: 'https://host/b.whl' })
    expect(sent.map(request => request.authorization !== undefined)).toEqual([true, false, false])
    expect(sent.map(request => request.url).join()).not.toContain('s3cret')
  })

  test('without a location is an answer like any other', async () => {
    const transport: Transport = async () => answer(302, {})
    const outcome = await attempt(requestTo('https://host/a.whl', transport), async () => 'read')
    expect(outcome).toMatchObject({ failure: { code: 'STATUS_UNEXPECTED' } })
  })
})
