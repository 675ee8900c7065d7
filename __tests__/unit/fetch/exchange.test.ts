import { afterEach, describe, expect, test } from '@jest/globals'
import { attempt, type HttpRequest } from '../../../src/fetch/exchange.js'

const realFetch = globalThis.fetch
afterEach(() => {
  globalThis.fetch = realFetch
})

type Sent = { readonly url: string; readonly authorization: string | undefined }

/** Answers with a redirect to each of the locations, then with 200; returns what was sent. */
function answerWith(locations: readonly string[]): Sent[] {
  const sent: Sent[] = []
  globalThis.fetch = async (input, init) => {
    sent.push({
      url: new Request(input).url,
      authorization: new Headers(init?.headers).get('authorization') ?? undefined,
    })
    const location = locations[sent.length - 1]
    return location === undefined ? new Response('body') : new Response(null, { status: 302, headers: { location } })
  }
  return sent
}

function requestTo(url: string): HttpRequest {
  return {
    url: new URL(url),
    headers: {},
    accept: [],
    signal: undefined,
    stallTimeoutMs: 1000,
    credentials: () => undefined,
  }
}

describe('a redirect', () => {
  test('from https to http is refused before anything is sent there', async () => {
    const sent = answerWith(['http://me:s3cret@host/a.whl'])
    const outcome = await attempt(requestTo('https://host/a.whl'), async () => 'read')
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
    const sent = answerWith(['https://host/a.whl', '/b.whl'])
    const outcome = await attempt(requestTo('http://me:s3cret@host/a.whl'), async ({ url }) => url)
    expect(outcome).toEqual({ value: 'https://host/b.whl' })
    expect(sent.map(request => request.authorization !== undefined)).toEqual([true, false, false])
    expect(sent.map(request => request.url).join()).not.toContain('s3cret')
  })

  test('without a location is an answer like any other', async () => {
    globalThis.fetch = async () => new Response(null, { status: 302 })
    const outcome = await attempt(requestTo('https://host/a.whl'), async () => 'read')
    expect(outcome).toMatchObject({ failure: { code: 'STATUS_UNEXPECTED' } })
  })
})
