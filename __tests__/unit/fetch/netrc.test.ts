import { describe, expect, test } from '@jest/globals'
import { parseNetrc } from '../../../src/fetch/netrc.js'

describe('parseNetrc', () => {
  test('reads entries over one or several lines', () => {
    const text =
      'machine a.example login me password pa55\nmachine B.example\n\tlogin you\n\taccount x\n\tpassword s3cret\n'
    expect([...parseNetrc(text)]).toEqual([
      ['a.example', { username: 'me', password: 'pa55' }],
      ['b.example', { username: 'you', password: 's3cret' }],
    ])
  })

  test('reads the default entry under the empty name', () => {
    expect(parseNetrc('default login anonymous password me@host').get('')).toEqual({
      username: 'anonymous',
      password: 'me@host',
    })
  })

  test('keeps the first of two entries of a host', () => {
    expect(parseNetrc('machine a login x password 1\nmachine a login y password 2').get('a')?.username).toBe('x')
  })

  test('reads quoted words and escaped quotes', () => {
    expect(parseNetrc('machine a login "my name" password "a\\"b\\\\c d"').get('a')).toEqual({
      username: 'my name',
      password: 'a"b\\c d',
    })
  })

  test('takes a password that starts with #, but not a comment line', () => {
    const entries = parseNetrc('# machine c login c password c\nmachine a login me password #1\n')
    expect([...entries]).toEqual([['a', { username: 'me', password: '#1' }]])
  })

  test('skips macros up to the empty line', () => {
    const text =
      'machine a login x password 1\nmacdef init\nmachine b login z\nput file\n\r\nmachine c login y password 2\n'
    expect([...parseNetrc(text).keys()]).toEqual(['a', 'c'])
  })

  test.each(['', 'machine', 'login x password y', '<html>', '\u0000\u0001', 'machine a login'])(
    'gives no password for %j',
    text => {
      expect([...parseNetrc(text).values()].map(entry => entry.password).join('')).toBe('')
    },
  )
})
