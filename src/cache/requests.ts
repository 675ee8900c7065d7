/** Requests to a cache service: its silence, another attempt, and how long a service in trouble is borne with. */
import { setTimeout as delay } from 'node:timers/promises'
import { createSlots } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import { redact } from '../redact.js'
import { version } from '../version.js'
import { CacheTrouble } from './backend.js'
import { remember } from './remember.js'

export type Answer = {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** To be read once. */
  readonly body: AsyncIterable<Uint8Array>
  discard(): void
}

export type Sending = {
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Pulled as fast as the connection takes it. */
  readonly body: AsyncIterable<Uint8Array> | undefined
  readonly signal: AbortSignal
  readonly onConnected: () => void
}

/** Sends one request and follows no redirect; what the network does wrong is an `error`. */
export type Transport = (
  url: URL,
  sending: Sending,
) => Promise<{ readonly answer: Answer } | { readonly error: unknown }>

export type ServiceRequest = {
  /** For messages: `CreateCacheEntry`, `reading`. Addresses hold secrets and stay out of them. */
  readonly what: string
  readonly url: URL
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Asked before each attempt. Names in lower case. */
  readonly headers: () => Readonly<Record<string, string>>
  /** Made anew for each attempt. */
  readonly body?: () => AsyncIterable<Uint8Array>
}

/**
 * Sends a request and returns what `read` makes of the answer, whose status is anything but 408, 425, 429 and 5xx. `read`
 * runs again when the connection breaks or it throws `Interrupted`; what else it throws passes. Throws CacheTrouble when
 * no attempt is left.
 */
export type SendRequest = <T>(request: ServiceRequest, read: (answer: Answer) => Promise<T>) => Promise<T>

/** An answer that ended before it was whole. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/** Milliseconds. */
export type Timing = {
  /** Without a byte, after which a connection is given up; uploads have three times as much. */
  readonly stall: number
  /** Before the second attempt; doubled for each further one. */
  readonly firstWait: number
  /** The longest that a service may ask to wait (`Retry-After`). */
  readonly longestWait: number
  /** Of trouble without one success, after which an origin is asked no more until it had as long to recover. */
  readonly patience: number
}

export const usualTiming: Timing = { stall: 10_000, firstWait: 500, longestWait: 10_000, patience: 20_000 }

/** Requests at a time, those of all entries together. */
export const mostConnections = 8
const mostAttempts = 4
/** Bytes in a millisecond: slower than this, the cache is no help. */
const slowestRate = 32

export type RequesterOptions = {
  readonly transport: Transport
  readonly timing?: Timing | undefined
  /** Ends what is asked and what would be asked yet: as trouble. */
  readonly signal?: AbortSignal | undefined
}

/** Makes the sender of one backend; `service` names it in messages. */
export function createRequester(
  service: string,
  { transport, timing = usualTiming, signal }: RequesterOptions,
): SendRequest {
  const connections = createSlots(mostConnections)
  const patienceOf = remember(() => createPatience(timing.patience))
  return (request, read) =>
    connections.use(async () => {
      const patience = patienceOf(request.url.origin)
      for (let attempts = 1; ; attempts++) {
        if (signal?.aborted === true) throw new CacheTrouble(`${service}: ${request.what}: it was stopped`)
        if (patience.isOver()) throw new CacheTrouble(`${service}: ${request.what}: the service is in trouble`)
        const outcome = await attempt(request, read, { transport, timing, signal })
        if ('value' in outcome) {
          patience.end()
          return outcome.value
        }
        patience.strain()
        const wait = outcome.retryAfter ?? timing.firstWait * 2 ** (attempts - 1) * (0.5 + Math.random() / 2)
        if (attempts === mostAttempts || wait > timing.longestWait) {
          const tried = attempts === 1 ? '' : ` (${attempts} attempts)`
          throw new CacheTrouble(`${service}: ${request.what}: ${outcome.failure}${tried}`)
        }
        await delay(wait, undefined, { signal }).catch(() => undefined)
      }
    })
}

type Outcome<T> = { readonly value: T } | { readonly failure: string; readonly retryAfter?: number | undefined }
type AttemptOptions = Pick<RequesterOptions, 'transport' | 'signal'> & { readonly timing: Timing }

async function attempt<T>(
  { url, method, headers, body }: ServiceRequest,
  read: (answer: Answer) => Promise<T>,
  { transport, timing, signal }: AttemptOptions,
): Promise<Outcome<T>> {
  const watch = watchOver(method === 'PUT' ? 3 * timing.stall : timing.stall)
  try {
    const sent = await transport(url, {
      method,
      headers: { 'user-agent': `wheelcrew/${version}`, ...headers() },
      body: body === undefined ? undefined : watch.over(body()),
      signal: signal === undefined ? watch.signal : AbortSignal.any([watch.signal, signal]),
      onConnected: () => watch.progress(0),
    })
    if ('error' in sent) throw sent.error
    const { answer } = sent
    watch.progress(0)
    if (!isTransient(answer.status)) return { value: await read({ ...answer, body: watch.over(answer.body) }) }
    answer.discard()
    return { failure: `answered ${answer.status}`, retryAfter: retryAfterOf(answer) }
  } catch (error) {
    if (isUserError(error)) throw new CacheTrouble(error.message, { cause: error })
    if (error instanceof CacheTrouble) throw error
    const failure = watch.complaint() ?? (signal?.aborted === true ? 'it was stopped' : connectionFailure(error))
    if (failure === undefined) throw error
    return { failure }
  } finally {
    watch.end()
  }
}

/** What the connection did, or undefined for an error that is none of its own. */
function connectionFailure(error: unknown): string | undefined {
  const errno = errnoOf(error)
  if (errno === undefined && !(error instanceof Interrupted)) return undefined
  // Where a host has several addresses, the error of them all has no message.
  return redact(messageOf(error)) || errno
}

function isTransient(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500
}

/** Milliseconds that the service asks to wait, in seconds or by a date (RFC 9110 §10.2.3). */
function retryAfterOf({ headers }: Answer): number | undefined {
  const value = String(headers['retry-after'] ?? '').trim()
  if (value === '') return undefined
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

type Watch = {
  readonly signal: AbortSignal
  progress(bytes: number): void
  /** The same pieces, each of them progress. */
  over(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** Why the connection was given up, or undefined. */
  complaint(): string | undefined
  end(): void
}

/** Gives a connection up that is silent for so long, or slower than `slowestRate` from then on. */
function watchOver(stall: number): Watch {
  const controller = new AbortController()
  const start = performance.now()
  let complaint: string | undefined
  let transferred = 0
  const giveUp = (why: string): void => {
    complaint ??= why
    controller.abort()
  }
  const silence = setTimeout(() => giveUp(`no byte for ${stall / 1000} s`), stall)
  const progress = (bytes: number): void => {
    transferred += bytes
    silence.refresh()
    const spent = performance.now() - start
    if (bytes > 0 && spent > 3 * stall && transferred < slowestRate * spent) giveUp('slower than 32 kB/s')
  }
  return {
    signal: controller.signal,
    progress,
    over: async function* (pieces) {
      for await (const piece of pieces) {
        progress(piece.byteLength)
        yield piece
      }
    },
    complaint: () => complaint,
    end: () => {
      clearTimeout(silence)
      controller.abort()
    },
  }
}

/** How long an origin has been in trouble, so that many entries do not each wait for it in vain. */
function createPatience(most: number): { isOver(): boolean; strain(): void; end(): void } {
  let [first, last] = [-Infinity, -Infinity]
  return {
    isOver: () => last - first > most && performance.now() - last < most,
    strain: () => {
      if (performance.now() - last > most) first = performance.now()
      last = performance.now()
    },
    end: () => {
      ;[first, last] = [-Infinity, -Infinity]
    },
  }
}
