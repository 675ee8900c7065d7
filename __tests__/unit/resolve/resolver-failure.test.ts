import { describe, expect, test } from '@jest/globals'
import { resolverFailure } from '../../../src/resolve/resolver-failure.js'

const failureOf = (resolver: string, ...lines: readonly string[]) =>
  resolverFailure(resolver, { exitCode: 1, stdout: '', stderr: lines.join('\n') })

describe('what a resolver says when it fails', () => {
  test('of an index that asks for credentials is INDEX_FORBIDDEN, with the address', () => {
    const unauthorized = failureOf(
      'uv',
      'error: No solution found when resolving dependencies',
      '  cause: Because six was not found in the package registry and you require six',
      '',
      'hint: An index URL (https://me:secret@host/simple) could not be queried due to a lack of valid authentication credentials (401 Unauthorized)',
    )
    expect(unauthorized).toMatchObject({
      code: 'INDEX_FORBIDDEN',
      message: '`https://me:***@host/simple` refused uv: 401 Unauthorized',
      hint: expect.stringContaining('`UV_INDEX_<NAME>_USERNAME`'),
    })
    const forbidden = failureOf('uv', 'hint: An index (http://host/simple) returned a 403 Forbidden error.')
    expect(forbidden).toMatchObject({
      code: 'INDEX_FORBIDDEN',
      message: expect.stringContaining('`http://host/simple`'),
    })
    const ofPip = failureOf('pip', 'ERROR: HTTP error 401 while getting x', '401 Client Error: Unauthorized for url: x')
    expect(ofPip.code).toBe('INDEX_FORBIDDEN')
  })

  test('of TLS keeps the cause and names the variables for a certificate authority', () => {
    const failure = failureOf(
      'uv',
      'error: Failed to fetch: https://host:8443/simple/six/',
      '  cause: error sending request for url (https://host:8443/simple/six/)',
      '  cause: client error (Connect)',
      '  cause: invalid peer certificate: UnknownIssuer',
    )
    expect(failure.code).toBe('INDEX_UNREACHABLE')
    expect(failure.message).toBe(
      'uv cannot reach `host:8443` (`https://host:8443/simple/six/`): invalid peer certificate: UnknownIssuer',
    )
    expect(failure.hint).toMatch(/`SSL_CERT_FILE`.*`NODE_EXTRA_CA_CERTS`/)
  })

  test('of wheels that are lacking does not advise on an option that nobody gave', () => {
    const failure = failureOf(
      'uv',
      '  cause: Because numpy==1.21.0 has no usable wheels and you require numpy==1.21.0, it is unsatisfiable.',
      '',
      'hint: Wheels are required for `numpy` because building from source is disabled for all packages (i.e., with `--no-build`)',
    )
    expect(failure).toMatchObject({
      code: 'RESOLUTION_FAILED',
      hint: expect.stringContaining('Building from source is not available'),
    })
    expect(failure.message).toContain('no wheels for this Python and platform')
    expect(failure.message).toContain('numpy==1.21.0 has no usable wheels')
    expect(failure.message).not.toContain('--no-build')
  })

  test('of an unsolvable set is its own words', () => {
    expect(failureOf('uv', 'Because a was not found').message).toBe(
      'uv found no way to install this (exit 1):\nBecause a was not found',
    )
  })
})
