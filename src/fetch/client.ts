/** Reading over http(s): credentials, retries, redirects and stalled connections in one place. */
import { setTimeout as delay } from 'node:timers/promises'
import { createSlots } from '../concurrency.js'
import { UserError, usageError } from '../errors.js'
import type { Host } from '../host.js'
import { redact } from '../redact.js'
import type { IndexSettings } from '../settings.js'
import { createCredentialSource, parseIndexAddress } from './credentials.js'
import { attempt, type ReadBody } from './exchange.js'
import { type Failure, failureError } from './failure.js'
import { createKeyring } from './keyring.js'
import { lazyTransport } from './lazy-transport.js'

export type { HttpResponse } from './exchange.js'

export type GetOptions = {
  /**
   * Sent to every redirect too; a function is asked before each attempt. Names in lower case. Authorization is the client's
   * own business.
   */
  readonly headers?: RequestHeaders | (() => RequestHeaders)
  /** Statuses besides 2xx that `read` is given too. */
  readonly accept?: readonly number[]
  /** Attempts after the first one; default: those of the client. */
  readonly retries?: number
  readonly signal?: AbortSignal | undefined
}

export type RequestHeaders = Readonly<Record<string, string>>

export type Get = <T>(url: string, read: ReadBody<T>, options?: GetOptions) => Promise<T>

export type HttpClient = {
  /**
   * Gets `url` (http or https) and returns what `read` makes of the answer. `read` consumes the body, and runs again
   * when the connection breaks on the way; a body that it leaves ends the connection. Throws what `read` throws, the signal's
   * reason, or UserError: OFFLINE, URL_INVALID, INDEX_UNREACHABLE, INDEX_FORBIDDEN, FILE_NOT_FOUND, REDIRECT_REFUSED,
   * STATUS_UNEXPECTED, DOWNLOAD_INCOMPLETE, PROXY_INVALID, TLS_CERTIFICATE_INVALID.
   */
  get: Get
  /** Waits for a connection of the run to be free, unless the signal comes first, and gives `work` the use of it. */
  withConnection<T>(work: (get: Get) => Promise<T>, signal?: AbortSignal): Promise<T>
}

export type ClientOptions = {
  readonly host: Host
  readonly index: IndexSettings
  /** Attempts after the first one; default 3. */
  readonly retries?: number
  /** Requests at a time, all hosts together; default 16. */
  readonly connections?: number
  /** Milliseconds within which a connection must stand, with its TLS and proxy; default 10,000. */
  readonly connectTimeoutMs?: number
  /** Milliseconds without a byte after which a connection is given up; default 30,000. There is no limit on the whole. */
  readonly stallTimeoutMs?: number
  /** Waits between attempts: milliseconds. */
  readonly sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>
  /** Told of every password that is not in the settings, before it is used: it must reach no log. */
  readonly onSecret?: (secret: string) => void
}

/**
 * Makes the client of one run. 408, 425, 429, 5xx and network trouble are tried again, after an exponentially growing wait
 * or the one that the server asks for (at most a minute). At most 10 redirects, never from https to http; credentials
 * do not follow a redirect to another origin (RFC 9110 §15.4). Proxies and certificates are those of the host's environment.
 */
export function createClient(options: ClientOptions): HttpClient {
  const { host, index, connections = 16, sleep = sleepFor, onSecret = () => {} } = options
  const { connectTimeoutMs = 10_000, stallTimeoutMs = 30_000 } = options
  const credentials = createCredentialSource(host, index, createKeyring(host, { onSecret }))
  const slots = createSlots(connections)
  const transport = lazyTransport({ env: host.env, connectTimeoutMs })
  const get: Get = async (
    address,
    read,
    { headers = {}, accept = [], retries = options.retries ?? 3, signal } = {},
  ) => {
    const url = provenUrl(address, index)
    const request = { url, accept, signal, connectTimeoutMs, stallTimeoutMs, credentials, transport }
    for (let attempts = 1; ; attempts++) {
      signal?.throwIfAborted()
      const outcome = await attempt({ ...request, headers: typeof headers === 'function' ? headers() : headers }, read)
      if ('value' in outcome) return outcome.value
      const { failure } = outcome
      if (!failure.retry || attempts > retries) throw failureError(failure, { url: url.href, attempts })
      const wait = waitBefore(attempts, failure)
      host.log.debug(`\`${redact(url.href)}\` ${failure.what}: trying again in ${(wait / 1000).toFixed(1)} s`)
      await sleep(wait, signal)
    }
  }
  return {
    get: (url, read, request) => slots.use(() => get(url, read, request), request?.signal),
    withConnection: (work, signal) => slots.use(() => work(get), signal),
  }
}

function provenUrl(address: string, { offline }: IndexSettings): URL {
  const { url } = parseIndexAddress(address)
  if (!URL.canParse(url) || !/^https?:/i.test(url)) {
    throw usageError(
      'URL_INVALID',
      `\`${redact(url)}\` is no address to fetch from, expected \`https://…\` or \`http://…\``,
    )
  }
  if (offline) {
    throw new UserError('OFFLINE', `\`${redact(url)}\` is needed and \`offline\` is set`, {
      hint: 'run once without `offline`, which fills the store, or name local wheels with `find-links`',
    })
  }
  return new URL(url)
}

const firstWaitMs = 500
const longestBackoffMs = 10_000
const longestWaitMs = 60_000

/** Half of the backoff is random, so that parallel downloads do not come back together. */
function waitBefore(attempts: number, { retryAfterMs }: Failure): number {
  const backoff = Math.min(longestBackoffMs, firstWaitMs * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2)
  return Math.min(longestWaitMs, Math.max(backoff, retryAfterMs ?? 0))
}

async function sleepFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, { signal })
}
