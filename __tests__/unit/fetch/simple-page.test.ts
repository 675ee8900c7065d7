import { describe, expect, test } from '@jest/globals'
import { parseHtmlPage, parseJsonPage } from '../../../src/fetch/simple-page.js'

const page = 'https://host/simple/pkg/'

describe('parseJsonPage', () => {
  const parse = (value: unknown) => parseJsonPage(JSON.stringify(value), page)

  test('reads relative addresses, hashes, sizes, requires-python and yanked', () => {
    const file = {
      filename: 'pkg-1-py3-none-any.whl',
      url: '../../files/pkg-1-py3-none-any.whl#frag',
      hashes: { SHA256: 'ABC', strange: 4 },
      size: 7,
      'requires-python': '>=3.9',
      yanked: 'broken',
    }
    expect(parse({ meta: { 'api-version': '1.4' }, files: [file] })).toEqual([
      {
        filename: 'pkg-1-py3-none-any.whl',
        url: 'https://host/files/pkg-1-py3-none-any.whl',
        hashes: { sha256: 'abc' },
        size: 7,
        requiresPython: '>=3.9',
        yanked: true,
      },
    ])
  })

  test('does without everything optional', () => {
    const files = [{ filename: 'a.whl', url: 'https://cdn/a.whl', hashes: {}, 'requires-python': null, yanked: false }]
    expect(parse({ files })).toEqual([
      {
        filename: 'a.whl',
        url: 'https://cdn/a.whl',
        hashes: {},
        size: undefined,
        requiresPython: undefined,
        yanked: false,
      },
    ])
  })

  test.each([
    ['[]', 'has no list of `files`'],
    ['{"files": {}}', 'has no list of `files`'],
    ['{"files": [{"url": "x"}]}', 'in `files[0]`'],
    ['{"files": [null]}', 'in `files[0]`'],
    ['{"meta": {"api-version": "2.0"}, "files": []}', 'API version `2.0`'],
    ['<html>', 'is no JSON'],
  ])('refuses %s', (text, message) => {
    const parseIt = (): unknown => parseJsonPage(text, 'https://me:pa55@host/')
    expect(parseIt).toThrow(
      expect.objectContaining({ code: 'INDEX_PAGE_INVALID', message: expect.stringContaining(message) }),
    )
    expect(parseIt).toThrow('https://me:***@host/')
  })
})

describe('parseHtmlPage', () => {
  test('reads links with hashes and data attributes', () => {
    const html = `<!DOCTYPE html><html><head><title>a > b</title></head><body>
      <!-- <a href="hidden-1.whl">no</a> -->
      <A class='x' HREF='../../f/pkg-1+cu1-py3-none-any.whl#sha256=ABC' data-requires-python='&gt;=3.9,&lt;4' data-yanked>x</A>
      <a data-requires-python=">=3" href=/abs/pkg%2B-2.tar.gz>y</a><a href="https://host/about">about</a>
      <a name="anchor">none</a><abbr href="z-1.whl"></abbr></body></html>`
    expect(parseHtmlPage(html, page)).toEqual([
      {
        filename: 'pkg-1+cu1-py3-none-any.whl',
        url: 'https://host/f/pkg-1+cu1-py3-none-any.whl',
        hashes: { sha256: 'abc' },
        size: undefined,
        requiresPython: '>=3.9,<4',
        yanked: true,
      },
      {
        filename: 'pkg+-2.tar.gz',
        url: 'https://host/abs/pkg%2B-2.tar.gz',
        hashes: {},
        size: undefined,
        requiresPython: '>=3',
        yanked: false,
      },
    ])
  })

  test('resolves links against a base element', () => {
    const [file] = parseHtmlPage('<base href="https://cdn/dir/"><a href="a-1.zip">a</a>', page)
    expect(file?.url).toBe('https://cdn/dir/a-1.zip')
  })

  test('decodes numeric entities in addresses', () => {
    const [file] = parseHtmlPage('<a href="a-1.whl?x=1&amp;y=&#50;&#x33;&#99999999;&none;">a</a>', page)
    expect(file?.url).toBe('https://host/simple/pkg/a-1.whl?x=1&y=23&')
  })

  test.each(['', '<', '<a', '<a href="x.whl', '<!-- <a href="x.whl">', 'text only', '<a href="http://[x.whl">'])(
    'finds no file in %j',
    html => {
      expect(parseHtmlPage(html, page)).toEqual([])
    },
  )
})
