import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redact, stripCredentials, stripRepositoryCredentials } from '../../src/redact.js'

/** No secret may be a part of the rest by chance. */
const secret = fc.string({ unit: 'binary', minLength: 1 }).map(text => `Zq9${text.replaceAll('\n', '')}9qZ`)
const encodedSecret = secret.map(encodeURIComponent)
const user = fc.stringMatching(/^[a-z_]{1,12}$/)
const host = fc.oneof(fc.domain(), fc.ipV4(), fc.constant('[::1]:8080'))
const path = fc.webPath()
const prose = fc.stringMatching(/^[a-z ,.;:'"`()<>=&?#@/-]{0,30}$/)

describe('redact', () => {
  test('no password of a URL survives, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.record({ before: prose, user, secret: encodedSecret, host, path, after: prose }), url => {
        const text = `${url.before} https://${url.user}:${url.secret}@${url.host}${url.path} ${url.after}`
        expect(redact(text)).not.toContain(url.secret)
      }),
    )
  })

  test('no password of a repository survives, and over SSH the user does', () => {
    const scheme = fc.constantFrom('https', 'ssh')
    fc.assert(
      fc.property(fc.record({ scheme, user, secret: encodedSecret, host, path }), url => {
        const stripped = stripRepositoryCredentials(`${url.scheme}://${url.user}:${url.secret}@${url.host}${url.path}`)
        expect(stripped).not.toContain(url.secret)
        expect(stripped.startsWith(`ssh://${url.user}@`)).toBe(url.scheme === 'ssh')
      }),
    )
  })

  test('no password survives that the user forgot to encode', () => {
    fc.assert(
      fc.property(secret, host, (password, name) => {
        expect(redact(`https://user:${password}@${name}/simple`)).not.toContain('9qZ')
      }),
    )
  })

  test('no token survives that stands alone before the host', () => {
    fc.assert(
      fc.property(encodedSecret, host, path, (token, name, rest) => {
        expect(redact(`https://${token}@${name}${rest}`)).not.toContain(token)
      }),
    )
  })

  test('no signature of a query survives', () => {
    const parameter = fc.constantFrom(
      'token',
      'sig',
      'sv',
      'X-Amz-Signature',
      'X-Goog-Credential',
      'api_key',
      'PASSWORD',
    )
    fc.assert(
      fc.property(parameter, encodedSecret, host, (name, value, domain) => {
        expect(redact(`https://${domain}/x?a=b&${name}=${value}&c=d`)).not.toContain(value)
      }),
    )
  })

  test('hiding twice changes nothing more', () => {
    const text = fc.stringMatching(/^(https?:\/\/|[a-z:@/?&=#. \n]){0,40}$/)
    fc.assert(
      fc.property(text, sample => {
        expect(redact(redact(sample))).toBe(redact(sample))
      }),
    )
  })

  test('a stripped URL holds neither user nor password', () => {
    fc.assert(
      fc.property(encodedSecret, encodedSecret, host, (name, password, domain) => {
        const stripped = stripCredentials(`https://${name}:${password}@${domain}/simple?token=${password}`)
        expect(stripped).not.toContain('Zq9')
      }),
    )
  })
})
