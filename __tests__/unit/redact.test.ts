import { describe, expect, test } from '@jest/globals'
import { redact, stripCredentials } from '../../src/redact.js'

describe('redact', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://user:pa55@host/simple', 'https://user:***@host/simple'],
    ['git+https://user:pa55@host/x.git@v1', 'git+https://user:***@host/x.git@v1'],
    ['name=https://user:pa55@host', 'name=https://user:***@host'],
    ['https://t0ken@host/', 'https://***@host/'],
    ['https://t0ken:@host/', 'https://***@host/'],
    ['https://t0ken:x-oauth-basic@host/', 'https://***@host/'],
    [`https://${'t'.repeat(40)}:x@host/`, 'https://***@host/'],
    ['https://user:p@ss@host/', 'https://user:***@host/'],
    ['https://user:p/ss?#@host/', 'https://user:***@host/'],
    ['https://user:p ss"\'`<>@host/', 'https://user:***@host/'],
    ['https://user:p:ss@[::1]:80/', 'https://user:***@[::1]:80/'],
    ['two: https://a:b@c, https://d:e@f.', 'two: https://a:***@c, https://d:***@f.'],
    ['https://c1,https://d:e@f', 'https://c1,https://d:***@f'],
    ['https://host/x?a=1&token=abc&b=2#sha256=12', 'https://host/x?a=1&token=***&b=2#sha256=12'],
    [
      'https://host/x?X-Amz-Signature=abc&x-amz-credential=d/e',
      'https://host/x?X-Amz-Signature=***&x-amz-credential=***',
    ],
    ['https://host/x?sv=2024&sig=a%2Bb&se=now', 'https://host/x?sv=***&sig=***&se=now'],
    ['https://host/x#access_token=abc', 'https://host/x#access_token=***'],
    ['`https://host/x?token=abc` answered', '`https://host/x?token=***` answered'],
    ['https://a:b@c\nhttps://d:e@f', 'https://a:***@c\nhttps://d:***@f'],
  ]
  test.each(cases)('hides what is secret in %s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  test.each([
    'no address at all, me@example.org, a=b?key=c',
    'https://host/simple/',
    'https://host:8080/path@v1',
    'see `https://host:8080`, or ask me@example.org',
    'git+ssh://host/repo.git@main#egg=x&subdirectory=y',
    'file:///home/user/wheels',
    'https://[::1]:8080/@scope/x',
  ])('leaves %s as it is', text => {
    expect(redact(text)).toBe(text)
  })

  test('keeps what it already hid', () => {
    const once = redact('https://user:pa55@host/?token=x')
    expect(redact(once)).toBe(once)
  })
})

describe('stripCredentials', () => {
  test('removes userinfo and signing parameters and keeps the rest', () => {
    expect(stripCredentials('https://user:pa55@host/simple?sig=x&page=2#sha256=ab')).toBe(
      'https://host/simple?page=2#sha256=ab',
    )
  })

  test('keeps an address without credentials', () => {
    expect(stripCredentials('https://host:8080/simple/')).toBe('https://host:8080/simple/')
    expect(stripCredentials('file:///wheels/a%20b.whl')).toBe('file:///wheels/a%20b.whl')
  })

  test('hides the credentials of what cannot be parsed', () => {
    expect(stripCredentials('name=https://user:pa55@host/')).toBe('name=https://user:***@host/')
  })
})
