import { describe, expect, test } from '@jest/globals'
import { proxyFor } from '../../../src/fetch/proxy.js'

const proxyOf = (url: string, env: Record<string, string>): string | undefined => proxyFor(new URL(url), env)?.href

describe('proxyFor', () => {
  test.each([
    ['https://host/', { HTTPS_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['https://host/', { https_proxy: 'http://p:1', HTTPS_PROXY: 'http://other' }, 'http://p:1/'],
    ['https://host/', { HTTP_PROXY: 'http://p:1' }, undefined],
    ['http://host/', { HTTP_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['http://host/', { ALL_PROXY: 'https://p:1' }, 'https://p:1/'],
    ['https://host/', { all_proxy: 'http://a', HTTPS_PROXY: 'http://p:1' }, 'http://p:1/'],
    ['https://host/', { HTTPS_PROXY: 'me:pw@p:3128' }, 'http://me:pw@p:3128/'],
    ['https://host/', { HTTPS_PROXY: ' ' }, undefined],
    ['https://host/', {}, undefined],
  ])('%s with %j: %s', (url, env, expected) => {
    expect(proxyOf(url, env)).toBe(expected)
  })

  test.each([
    ['host', true],
    ['.host', true],
    ['*.host', true],
    ['other, host', true],
    ['other host', true],
    ['HOST', true],
    ['host:443', true],
    ['host:80', false],
    ['st', false],
    ['pypi.host', true],
    ['other.pypi.host', false],
    ['*', true],
    ['', false],
    [' , ', false],
  ])('NO_PROXY %j covers pypi.host: %s', (list, isCovered) => {
    expect(proxyOf('https://pypi.host/simple', { HTTPS_PROXY: 'http://p', NO_PROXY: list })).toBe(
      isCovered ? undefined : 'http://p/',
    )
  })

  test.each([
    ['10.0.0.0/8', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/99', 'https://10.1.2.3/', false],
    ['10.1.2.3', 'https://10.1.2.3:8443/', true],
    ['10.1.2.3:8443', 'https://10.1.2.3:8443/', true],
    ['10.1.2.3:443', 'https://10.1.2.3:8443/', false],
    ['2.3', 'https://10.1.2.3/', false],
    ['fd00::/8', 'https://[fd12::1]/', true],
    ['::1', 'https://[::1]/', true],
    ['[::1]:443', 'https://[0:0::1]/', true],
    ['fd00::/8', 'https://[fe80::1]/', false],
  ])('NO_PROXY %j covers %s: %s', (list, url, isCovered) => {
    expect(proxyOf(url, { HTTPS_PROXY: 'http://p', no_proxy: list })).toBe(isCovered ? undefined : 'http://p/')
  })

  test('refuses what is no HTTP proxy, without its password', () => {
    expect(() => proxyOf('https://host/', { HTTPS_PROXY: 'socks5://me:s3cret@p:1080' })).toThrow(
      expect.objectContaining({
        code: 'PROXY_INVALID',
        exitCode: 2,
        message: '`HTTPS_PROXY` is `socks5://me:***@p:1080`, expected `http://host:port` or `https://host:port`',
      }),
    )
  })
})
