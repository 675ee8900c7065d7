import { describe, expect, test } from '@jest/globals'
import {
  bodyFailure,
  connectionFailure,
  failureError,
  parseRetryAfter,
  type StatusLine,
  statusFailure,
} from '../../../src/fetch/failure.js'

/** As Node's network errors are. */
function networkError(code: string, message = code): Error {
  return Object.assign(new Error(message), { code })
}

const respond = (status: number): StatusLine => ({ status, statusText: '', headers: {} })

describe('connectionFailure', () => {
  test.each([
    ['ENOTFOUND', 'name not known to DNS (ENOTFOUND)', true],
    ['ECONNREFUSED', 'connection refused (ECONNREFUSED)', true],
    ['CERT_HAS_EXPIRED', 'TLS: CERT_HAS_EXPIRED (CERT_HAS_EXPIRED)', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS: ', false],
  ])('names the host and the cause of %s', (code, text, retry) => {
    const failure = connectionFailure(networkError(code), 'host:8080')
    expect(failure?.what).toContain(`cannot be fetched from \`host:8080\`: ${text}`)
    expect(failure).toMatchObject({ code: 'INDEX_UNREACHABLE', retry })
  })

  test('hints at the proxy where it opens no tunnel', () => {
    expect(connectionFailure(networkError('ERR_PROXY_TUNNEL'), 'host')?.hint).toContain('HTTPS_PROXY')
    expect(connectionFailure(networkError('ECONNREFUSED'), 'host')?.hint).not.toContain('PROXY')
  })

  test('leaves a wrong argument to be a bug', () => {
    expect(connectionFailure(new TypeError('Invalid header'), 'host')).toBeUndefined()
  })
})

describe('statusFailure', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('%d is worth another attempt', status => {
    expect(statusFailure(respond(status), false)).toMatchObject({ code: 'INDEX_UNREACHABLE', retry: true })
  })

  test.each([
    [400, 'STATUS_UNEXPECTED'],
    [401, 'INDEX_FORBIDDEN'],
    [403, 'INDEX_FORBIDDEN'],
    [404, 'FILE_NOT_FOUND'],
    [410, 'FILE_NOT_FOUND'],
  ])('%d is final: %s', (status, code) => {
    expect(statusFailure(respond(status), false)).toMatchObject({ code, retry: false })
  })

  test('hints at missing or at wrong credentials', () => {
    expect(statusFailure(respond(401), false).hint).toContain('netrc')
    expect(statusFailure(respond(401), true).hint).toContain('expired')
  })
})

describe('parseRetryAfter', () => {
  const now = Date.parse('Wed, 21 Oct 2015 07:28:00 GMT')
  test.each([
    ['3', 3000],
    ['0', 0],
    ['Wed, 21 Oct 2015 07:28:10 GMT', 10_000],
    ['Wed, 21 Oct 2015 07:00:00 GMT', 0],
    ['soon', undefined],
    ['Infinity', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %p ms', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })
})

test('the final error hides credentials and counts attempts', () => {
  const failed = { url: 'https://me:pa55@host/a.whl?sig=x', attempts: 4 }
  const error = failureError(bodyFailure(networkError('ECONNRESET'), 12), failed)
  expect(error.message).toBe(
    '`https://me:***@host/a.whl?sig=***` broke off after 12 bytes: connection reset, 4 attempts',
  )
  expect(error).toMatchObject({ code: 'DOWNLOAD_INCOMPLETE', exitCode: 1 })
})
