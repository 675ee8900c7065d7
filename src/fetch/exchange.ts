/** One attempt at one request: the redirects, the answer, the body, and a watch over its silence. */
import { version } from '../version.js'
import { basicAuthorization, type CredentialSource, type Credentials, userinfoOf } from './credentials.js'
import {
  bodyFailure,
  connectionFailure,
  type Failure,
  redirectFailure,
  stallFailure,
  statusFailure,
} from './failure.js'

export type HttpResponse = {
  /** After redirects, without userinfo: what relative links in the body start from. */
  readonly url: string
  readonly status: number
  readonly headers: Headers
  /** To be read once; content encodings are undone. */
  readonly body: AsyncIterable<Uint8Array>
}

export type ReadBody<T> = (response: HttpResponse) => Promise<T>

export type HttpRequest = {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Statuses besides 2xx that are answers. */
  readonly accept: readonly number[]
  readonly signal: AbortSignal | undefined
  readonly stallTimeoutMs: number
  readonly credentials: CredentialSource
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

type Answer = { readonly url: URL; readonly response: Response; readonly sentCredentials: boolean }

async function followRedirects(
  request: HttpRequest,
  watch: SilenceWatch,
): Promise<Answer | { readonly failure: Failure }> {
  let hop: Hop = { url: request.url, userinfo: userinfoOf(request.url) }
  for (let redirects = 0; redirects <= longestRedirectChain; redirects++) {
    const credentials = hop.userinfo ?? request.credentials(hop.url)
    const sent = await send(hop.url, { request, watch, credentials })
    if ('failure' in sent) return sent
    const location = locationOf(sent.response)
    if (location === undefined) {
      return { url: withoutUserinfo(hop.url), response: sent.response, sentCredentials: credentials !== undefined }
    }
    await sent.response.body?.cancel()
    const next = nextHop(hop, location)
    if ('failure' in next) return next
    hop = next
  }
  return { failure: redirectFailure(`more than ${longestRedirectChain} times`) }
}

type SendOptions = {
  readonly request: HttpRequest
  readonly watch: SilenceWatch
  readonly credentials: Credentials | undefined
}

async function send(
  url: URL,
  { request, watch, credentials }: SendOptions,
): Promise<{ readonly response: Response } | { readonly failure: Failure }> {
  const authorization = credentials === undefined ? {} : { authorization: basicAuthorization(credentials) }
  const headers = { 'user-agent': `wheelcrew/${version}`, ...request.headers, ...authorization }
  try {
    watch.listen()
    return { response: await fetch(withoutUserinfo(url), { headers, redirect: 'manual', signal: watch.signal }) }
  } catch (error) {
    request.signal?.throwIfAborted()
    if (watch.hasFired()) return { failure: stallFailure(request.stallTimeoutMs, url.host, undefined) }
    const failure = connectionFailure(error, url.host)
    if (failure === undefined) throw error
    return { failure }
  } finally {
    watch.rest()
  }
}

function locationOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined
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

function withoutUserinfo(url: URL): URL {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}

type Reading<T> = { readonly request: HttpRequest; readonly watch: SilenceWatch; readonly read: ReadBody<T> }

async function readAnswer<T>(
  { url, response, sentCredentials }: Answer,
  { request, watch, read }: Reading<T>,
): Promise<Outcome<T>> {
  if (!response.ok && !request.accept.includes(response.status)) {
    return { failure: statusFailure(response, sentCredentials) }
  }
  const progress: BodyProgress = { bytes: 0, error: undefined }
  const { status, headers } = response
  try {
    return { value: await read({ url: url.href, status, headers, body: watchedBody(response, watch, progress) }) }
  } catch (error) {
    request.signal?.throwIfAborted()
    if (progress.error === undefined) throw error
    if (watch.hasFired()) return { failure: stallFailure(request.stallTimeoutMs, url.host, progress.bytes) }
    return { failure: bodyFailure(progress.error, progress.bytes) }
  }
}

/** How far the body came, and the connection's error where it broke: an error of the reader is none. */
type BodyProgress = { bytes: number; error: unknown }

async function* watchedBody(
  response: Response,
  watch: SilenceWatch,
  progress: BodyProgress,
): AsyncGenerator<Uint8Array, void> {
  if (response.body === null) return
  try {
    watch.listen()
    for await (const chunk of response.body) {
      watch.rest()
      progress.bytes += chunk.byteLength
      yield chunk
      watch.listen()
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
  listen(): void
  rest(): void
  hasFired(): boolean
  /** Lets go of the connection, unless all of it was read. */
  end(): void
}

function watchForSilence({ signal, stallTimeoutMs }: HttpRequest): SilenceWatch {
  const silence = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let fired = false
  return {
    signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
    listen: () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        fired = true
        silence.abort()
      }, stallTimeoutMs)
    },
    rest: () => clearTimeout(timer),
    hasFired: () => fired,
    end: () => {
      clearTimeout(timer)
      silence.abort()
    },
  }
}
