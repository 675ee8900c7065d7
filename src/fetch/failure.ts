/** What can go wrong with one request, as data, and the message that the reader gets when no attempt is left. */
import { errnoOf, messageOf, UserError } from '../errors.js'
import { redact } from '../redact.js'
import type { Answer } from './transport.js'

export type Failure = {
  readonly code: string
  /** What happened, to be read after the address: `answered 503 Service Unavailable`. */
  readonly what: string
  readonly hint?: string
  /** True when another attempt may help. */
  readonly retry: boolean
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

/** Facts about a request that failed for good. */
export type Failed = { readonly url: string; readonly attempts: number }

/** The failure as an error that names the redacted address, the reason and the number of attempts. */
export function failureError(failure: Failure, { url, attempts }: Failed): UserError {
  const tried = attempts > 1 ? `, ${attempts} attempts` : ''
  const { hint, cause } = failure
  return new UserError(failure.code, `\`${redact(url)}\` ${failure.what}${tried}`, { hint, cause })
}

/** A connection that was not made or broke before the answer; `undefined` for an error that is no network trouble. */
export function connectionFailure(error: unknown, host: string): Failure | undefined {
  const errno = errnoOf(error)
  if (errno === undefined) return undefined
  const isTls = tlsCode.test(errno)
  const reason = isTls ? `TLS: ${messageOf(error)}` : reasonOf(error)
  return {
    code: 'INDEX_UNREACHABLE',
    what: `cannot be fetched from \`${host}\`: ${reason} (${errno})`,
    hint: isTls ? tlsHint : errno === proxyTunnelCode ? proxyHint : unreachableHint,
    retry: !isTls,
    cause: error,
  }
}

/** The `code` of an error of a proxy that opens no tunnel. */
export const proxyTunnelCode = 'ERR_PROXY_TUNNEL'

const tlsHint =
  'name the certificate authority of the index in `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS`, a client certificate in `SSL_CLIENT_CERT`, or correct the clock of this machine'
const proxyHint =
  'check the address and the credentials of the proxy in `HTTPS_PROXY` or `ALL_PROXY`, or list the host in `NO_PROXY`'
const unreachableHint =
  'check the address of the index and the network, or use `find-links` with `no-index` for local files'

/** A body that ended too early or whose connection broke. */
export function bodyFailure(error: unknown, bytes: number): Failure {
  return {
    code: 'DOWNLOAD_INCOMPLETE',
    what: `broke off after ${bytes} bytes: ${reasonOf(error)}`,
    hint: 'run again; a proxy or the index closes long downloads',
    retry: true,
    cause: error,
  }
}

/** A server, or a proxy, that lets no connection be made. */
export function connectTimeoutFailure(timeoutMs: number, host: string): Failure {
  return {
    code: 'INDEX_UNREACHABLE',
    what: `cannot be fetched from \`${host}\`: no connection after ${timeoutMs / 1000} s`,
    hint: 'check the address of the index, the network, and whether a proxy is needed (`HTTPS_PROXY`)',
    retry: true,
  }
}

/** A server that sends nothing more. `bytes`: how many of the body had come, or undefined before the answer. */
export function stallFailure(stallTimeoutMs: number, host: string, bytes: number | undefined): Failure {
  const silence = `no byte for ${stallTimeoutMs / 1000} s`
  return bytes === undefined
    ? {
        code: 'INDEX_UNREACHABLE',
        what: `cannot be fetched from \`${host}\`: ${silence}`,
        hint: 'check the address of the index and the network',
        retry: true,
      }
    : {
        code: 'DOWNLOAD_INCOMPLETE',
        what: `stalled after ${bytes} bytes: ${silence}`,
        hint: 'run again; a proxy or the index is overloaded',
        retry: true,
      }
}

/** A redirect that is not followed. */
export function redirectFailure(why: string): Failure {
  return { code: 'REDIRECT_REFUSED', what: `redirects ${redact(why)}`, retry: false }
}

export type StatusLine = Pick<Answer, 'status' | 'statusText' | 'headers'>

/** An answer that is no success; RFC 9110 says which are worth another attempt. */
export function statusFailure(answer: StatusLine, sentCredentials: boolean): Failure {
  const { status, statusText, headers } = answer
  const what = `answered ${status} ${statusText}`.trimEnd()
  if (status === 401 || status === 403) {
    const hint = sentCredentials ? refusedHint : missingHint
    return { code: 'INDEX_FORBIDDEN', what, hint, retry: false }
  }
  if (status === 404 || status === 410) {
    return {
      code: 'FILE_NOT_FOUND',
      what,
      hint: 'correct the address, or lock again if the index moved or deleted the file',
      retry: false,
    }
  }
  const retry = status === 408 || status === 425 || status === 429 || status >= 500
  const retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now())
  const code = retry ? 'INDEX_UNREACHABLE' : 'STATUS_UNEXPECTED'
  return { code, what, retry, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

/** Milliseconds to wait by a Retry-After header, which holds seconds or an HTTP date (RFC 9110 §10.2.3). */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const seconds = Number(value)
  const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}

const missingHint =
  'give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, in netrc, or in a keyring (`UV_KEYRING_PROVIDER=subprocess`)'
const refusedHint = 'the credentials that were sent are wrong, have expired or lack the right to read'

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name not known to DNS',
  EAI_AGAIN: 'no answer from DNS',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset',
  EPIPE: 'connection closed',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to its network',
  ETIMEDOUT: 'no answer',
}

const tlsCode = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH)/

function reasonOf(error: unknown): string {
  return reasons[errnoOf(error) ?? ''] ?? messageOf(error)
}
