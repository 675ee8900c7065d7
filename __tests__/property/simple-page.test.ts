import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { parseNetrc } from '../../src/fetch/netrc.js'
import { parseHtmlPage, parseJsonPage } from '../../src/fetch/simple-page.js'

const pageUrl = 'https://host/simple/pkg/'
const markup = fc
  .array(
    fc.constantFrom(
      '<a ',
      'href=',
      '"',
      "'",
      '>',
      '</a>',
      '<!--',
      '-->',
      '<base ',
      'x-1.whl',
      '#sha256=ab',
      '&#x',
      ';',
      ' ',
    ),
  )
  .map(parts => parts.join(''))

test('any text is an HTML page, and every file of it has an absolute address', () => {
  fc.assert(
    fc.property(fc.oneof(markup, fc.string({ unit: 'binary' })), html => {
      for (const file of parseHtmlPage(html, pageUrl)) expect(URL.canParse(file.url)).toBe(true)
    }),
  )
})

test('any JSON is a list of files or a UserError', () => {
  const json = fc.oneof(
    fc.json(),
    fc.array(fc.anything()).map(files => JSON.stringify({ files }) ?? ''),
    fc
      .array(fc.dictionary(fc.constantFrom('filename', 'url', 'hashes', 'size'), fc.jsonValue()))
      .map(files => JSON.stringify({ files })),
  )
  fc.assert(
    fc.property(json, text => {
      try {
        for (const file of parseJsonPage(text, pageUrl)) expect(URL.canParse(file.url)).toBe(true)
      } catch (error) {
        if (!isUserError(error)) throw error
      }
    }),
  )
})

test('any text is a netrc', () => {
  const words = fc.constantFrom(
    'machine',
    'default',
    'login',
    'password',
    'macdef',
    'account',
    '"',
    '\\',
    '#',
    '\n',
    ' ',
    'x',
  )
  fc.assert(
    fc.property(fc.array(words), parts => {
      expect(parseNetrc(parts.join(' ')).size).toBeLessThanOrEqual(parts.length)
    }),
  )
})
