/** One attempt at one request: the redirects, the answer, the body, and a watch over its silence. */
import { version } from '../version.js'
import {
  basicAuthorization,
  type CredentialSource,
  type Credentials,
  userinfoOf,
  withoutUserinfo,
} from './credentials.js'
import {
  bodyFailure,
  connectionFailure,
  connectTimeoutFailure,
  type Failure,
  redirectFailure,
  stallFailure,
  statusFailure,
} from './failure.js'
import type { Answer, Transport } from './transport.js'

export type HttpResponse = {
  /** After redirects, without userinfo: what relative links in the body start from. */
  readonly url: string
  readonly status: number
  /** Names in lower case. */
  readonly headers: Answer['headers']
  /** To be read once; content encodings are undone, except where the request asked for `identity`. */
  readonly body: AsyncIterable<Uint8Array>
}

export type ReadBody<T> = (response: HttpResponse) => Promise<T>

export type HttpRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Statuses besides 2xx that are answers. */
  readonly accept: readonly number[]
  readonly signal: AbortSignal | undefined
  readonly connectTimeoutMs: number
  readonly stallTimeoutMs: number
  readonly credentials: CredentialSource
  readonly transport: Transport
}

export type Outcome<T> = { readonly value: T } | { readonly failure: Failure }

/** Sends the request once. What the network or the server does wrong is a Failure; what `read` throws is thrown. */
export async function attempt<T>(request: HttpRequest, read: ReadBody<T>): Promise<Outcome<T>> {
  const watch = watchForSilence(request)
  try {
    const answer = await followRedirects(request, watch)
    if ('failure' in answer) return answer
    return await readAnswer(answer, { request, watch, read })
  } finally {
    watch.end()
  }
}

const longestRedirectChain = 10

/** A request of a chain; `userinfo` is what the address itself carried, on this or an earlier hop of the same origin. */
type Hop = { readonly url: URL; readonly userinfo: Credentials | undefined }

type Arrival = { readonly url: URL; readonly answer: Answer; readonly sentCredentials: boolean }

async function followRedirects(
  request: HttpRequest,
  watch: SilenceWatch,
): Promise<Arrival | { readonly failure: Failure }> {
  let hop: Hop = { url: request.url, userinfo: userinfoOf(request.url) }
  for (let redirects = 0; redirects <= longestRedirectChain; redirects++) {
    const sent = await sendWithCredentials(hop, request, watch)
    if ('failure' in sent) return sent
    const location = locationOf(sent.answer)
    if (location === undefined) return { url: withoutUserinfo(hop.url), ...sent }
    sent.answer.discard()
    const next = nextHop(hop, location)
    if ('failure' in next) return next
    hop = next
  }
  return { failure: redirectFailure(`more than ${longestRedirectChain} times`) }
}

type Sent = { readonly answer: Answer; readonly sentCredentials: boolean }

async function sendWithCredentials(
  { url, userinfo }: Hop,
  request: HttpRequest,
  watch: SilenceWatch,
): Promise<Sent | { readonly failure: Failure }> {
  const first = await request.credentials.first(url, userinfo)
  const sent = await send(url, { request, watch, credentials: first })
  if ('failure' in sent || sent.answer.status !== 401) return sent
  const second = await request.credentials.second(url, first)
  if (second === undefined) return sent
  sent.answer.discard()
  return send(url, { request, watch, credentials: second })
}

type SendOptions = {
  readonly request: HttpRequest
  readonly watch: SilenceWatch
  readonly credentials: Credentials | undefined
}

async function send(
  url: URL,
  { request, watch, credentials }: SendOptions,
): Promise<Sent | { readonly failure: Failure }> {
  const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) }
  const headers = { 'user-agent': `wheelcrew/${version}`, ...request.headers, ...authorization }
  const { connectTimeoutMs, stallTimeoutMs } = request
  let connected = false
  const onConnected = (): void => {
    connected = true
    watch.listen(stallTimeoutMs)
  }
  try {
    request.signal?.throwIfAborted()
    watch.listen(connectTimeoutMs)
    const sent = await request.transport(withoutUserinfo(url), { headers, signal: watch.signal, onConnected })
    if ('answer' in sent) return { answer: sent.answer, sentCredentials: credentials !== undefined }
    request.signal?.throwIfAborted()
    if (watch.hasFired()) {
      return {
        failure: connected
          ? stallFailure(stallTimeoutMs, url.host, undefined)
          : connectTimeoutFailure(connectTimeoutMs, url.host),
      }
    }
    const failure = connectionFailure(sent.error, url.host)
    if (failure === undefined) throw sent.error
    return { failure }
  } finally {
    watch.rest()
  }
}

function locationOf({ status, headers }: Answer): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
}

function nextHop(from: Hop, location: string): Hop | { readonly failure: Failure } {
  if (!URL.canParse(location, from.url.href)) return { failure: redirectFailure('to what is no address') }
  const url = new URL(location, from.url)
  const isSecure = url.protocol === 'https:'
  if (!isSecure && url.protocol !== 'http:') return { failure: redirectFailure(`to \`${url.protocol}\``) }
  if (!isSecure && from.url.protocol === 'https:') {
    return { failure: redirectFailure(`from https to \`${url.href}\`, which is not encrypted`) }
  }
  return { url, userinfo: userinfoOf(url) ?? (url.origin === from.url.origin ? from.userinfo : undefined) }
}

type Reading<T> = { readonly request: HttpRequest; readonly watch: SilenceWatch; readonly read: ReadBody<T> }

async function readAnswer<T>(
  { url, answer, sentCredentials }: Arrival,
  { request, watch, read }: Reading<T>,
): Promise<Outcome<T>> {
  const { status, headers } = answer
  if ((status < 200 || status > 299) && !request.accept.includes(status)) {
    answer.discard()
    return { failure: statusFailure(answer, sentCredentials) }
  }
  const progress: BodyProgress = { bytes: 0, error: undefined }
  const body = watchedBody(answer, { watch, progress, timeoutMs: request.stallTimeoutMs })
  try {
    return { value: await read({ url: url.href, status, headers, body }) }
  } catch (error) {
    request.signal?.throwIfAborted()
    if (progress.error === undefined) throw error
    if (watch.hasFired()) return { failure: stallFailure(request.stallTimeoutMs, url.host, progress.bytes) }
    return { failure: bodyFailure(progress.error, progress.bytes) }
  }
}

/** How far the body came, and the connection's error where it broke: an error of the reader is none. */
type BodyProgress = { bytes: number; error: unknown }

type Watching = { readonly watch: SilenceWatch; readonly progress: BodyProgress; readonly timeoutMs: number }

async function* watchedBody(
  { body }: Answer,
  { watch, progress, timeoutMs }: Watching,
): AsyncGenerator<Uint8Array, void> {
  try {
    watch.listen(timeoutMs)
    for await (const piece of body) {
      watch.rest()
      progress.bytes += piece.byteLength
      yield piece
      watch.listen(timeoutMs)
    }
  } catch (error) {
    progress.error = error
    throw error
  } finally {
    watch.rest()
  }
}

/** Aborts a request when nothing comes while it listens; the time that the reader takes does not count. */
type SilenceWatch = {
  readonly signal: AbortSignal
  /** For at most so many milliseconds, from now on. */
  listen(timeoutMs: number): void
  rest(): void
  hasFired(): boolean
  /** Lets go of the connection, unless all of it was read. */
  end(): void
}

function watchForSilence({ signal }: HttpRequest): SilenceWatch {
  const silence = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let fired = false
  return {
    signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
    listen: timeoutMs => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        fired = true
        silence.abort()
      }, timeoutMs)
    },
    rest: () => clearTimeout(timer),
    hasFired: () => fired,
    end: () => {
      clearTimeout(timer)
      silence.abort()
    },
  }
}
