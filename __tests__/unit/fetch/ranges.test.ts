import { describe, expect, test } from '@jest/globals'
import { isPart, rangeHeaders, versionOf } from '../../../src/fetch/ranges.js'

const whole = { 'content-length': '100', 'accept-ranges': 'bytes', etag: '"a"' }
const version = { total: 100, validator: '"a"' }

describe('versionOf', () => {
  test.each([
    ['a strong ETag', {}, version],
    ['a date', { etag: undefined, 'last-modified': 'Wed' }, { total: 100, validator: 'Wed' }],
    ['a date beside a weak ETag', { etag: 'W/"a"', 'last-modified': 'Wed' }, { total: 100, validator: 'Wed' }],
    ['a weak ETag alone', { etag: 'W/"a"' }, undefined],
    ['no length', { 'content-length': undefined }, undefined],
    ['a length that is no number', { 'content-length': '1e3' }, undefined],
    ['no ranges', { 'accept-ranges': 'none' }, undefined],
    ['an encoding', { 'content-encoding': 'gzip' }, undefined],
  ])('with %s', (_, headers, expected) => {
    expect(versionOf({ status: 200, headers: { ...whole, ...headers } })).toEqual(expected)
  })

  test('is not known of a part', () => {
    expect(versionOf({ status: 206, headers: whole })).toBeUndefined()
  })
})

test('a part is asked for by its first and its last byte', () => {
  expect(rangeHeaders({ start: 10, end: 20 }, version)).toEqual({ range: 'bytes=10-19', 'if-range': '"a"' })
})

describe('isPart', () => {
  const part = { 'content-range': 'bytes 10-19/100', 'content-length': '10', etag: '"a"' }
  const says = (headers: object, status = 206): boolean =>
    isPart({ status, headers: { ...part, ...headers } }, { start: 10, end: 20 }, version)

  test('takes the part that was asked for, with or without its length and validator', () => {
    expect(says({})).toBe(true)
    expect(says({ 'content-length': undefined, etag: undefined })).toBe(true)
  })

  test.each([
    [{ 'content-range': 'bytes 9-18/100' }],
    [{ 'content-range': 'bytes 11-19/100' }],
    [{ 'content-range': 'bytes 10-18/100' }],
    [{ 'content-range': 'bytes 10-20/100' }],
    [{ 'content-range': 'bytes 10-19/101' }],
    [{ 'content-range': 'bytes 10-19/*' }],
    [{ 'content-range': 'bytes 10-19/100, 30-39/100' }],
    [{ 'content-range': undefined }],
    [{ 'content-length': '11' }],
    [{ etag: '"b"' }],
    [{ etag: 'W/"a"' }],
  ])('refuses %j', headers => {
    expect(says(headers)).toBe(false)
  })

  test('refuses a whole answer, whatever it says', () => {
    expect(says({}, 200)).toBe(false)
  })
})
