import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { givenByVariables } from '../../../src/edge/given.js'
import { readIndexSettings } from '../../../src/edge/index-settings.js'
import type { Environment } from '../../../src/host.js'

const read = (env: Environment) => readIndexSettings(givenByVariables(env), { env, workingDirectory: '/work' })

describe('index settings', () => {
  test('are the default index and nothing else where nothing is given', () => {
    expect(read({})).toEqual({
      indexUrl: expect.stringMatching(/^https:\/\/[^@]+\/simple$/),
      extraIndexUrls: [],
      findLinks: [],
      noIndex: false,
      offline: false,
      requireHashes: false,
    })
  })

  test('follow the order option, uv, pip', () => {
    const pip = { PIP_INDEX_URL: 'http://pip/' }
    const old = { ...pip, UV_INDEX_URL: 'http://uv-old/' }
    const uv = { ...old, UV_DEFAULT_INDEX: 'http://uv/' }
    const own = { ...uv, WHEELCREW_INDEX_URL: 'http://own/' }
    expect([pip, old, uv, own].map(env => read(env).indexUrl)).toEqual([
      'http://pip/',
      'http://uv-old/',
      'http://uv/',
      'http://own/',
    ])
  })

  test('split lists as each tool does', () => {
    expect(read({ UV_INDEX: 'corp=http://a/ http://b/', UV_EXTRA_INDEX_URL: 'http://c/' }).extraIndexUrls).toEqual([
      'corp=http://a/',
      'http://b/',
      'http://c/',
    ])
    expect(read({ PIP_EXTRA_INDEX_URL: 'http://a/\nhttp://b/' }).extraIndexUrls).toEqual(['http://a/', 'http://b/'])
    expect(read({ UV_FIND_LINKS: '/a b,http://c/' }).findLinks).toEqual([resolve('/a b'), 'http://c/'])
  })

  test('take a list from one source only', () => {
    expect(read({ WHEELCREW_FIND_LINKS: '/mine', PIP_FIND_LINKS: '/theirs' }).findLinks).toEqual([resolve('/mine')])
  })

  test('make directories of find-links absolute and leave URLs', () => {
    expect(read({ PIP_FIND_LINKS: 'wheels file:///srv/wheels https://host/links' }).findLinks).toEqual([
      resolve('/work/wheels'),
      'file:///srv/wheels',
      'https://host/links',
    ])
  })

  test.each([
    [{ WHEELCREW_INDEX_URL: 'ftp://me:secret@host/simple' }, '`--index-url`'],
    [{ PIP_INDEX_URL: 'notaurl' }, '`notaurl`'],
    [{ UV_INDEX: 'corp=simple' }, '`--extra-index-url`'],
  ])('refuse an index that is no address: %j', (env, part) => {
    expect(() => read(env)).toThrow(
      expect.objectContaining({ code: 'URL_INVALID', exitCode: 2, message: expect.stringContaining(part) }),
    )
    expect(() => read(env)).not.toThrow('secret')
  })

  test('keep the credentials of an address', () => {
    expect(read({ PIP_INDEX_URL: 'https://me:secret@host/simple' }).indexUrl).toBe('https://me:secret@host/simple')
  })

  test('read the booleans of uv and pip', () => {
    const found = read({ PIP_NO_INDEX: 'yes', UV_OFFLINE: '1', PIP_REQUIRE_HASHES: 'on' })
    expect(found).toMatchObject({ noIndex: true, offline: true, requireHashes: true })
    expect(read({ UV_NO_INDEX: 'false', PIP_NO_INDEX: '1' }).noIndex).toBe(false)
  })

  test('let a false option overrule a true variable', () => {
    expect(read({ WHEELCREW_NO_INDEX: 'false', PIP_NO_INDEX: '1' }).noIndex).toBe(false)
  })

  test('refuse a variable that is neither true nor false', () => {
    expect(() => read({ PIP_NO_INDEX: 'perhaps' })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining('`PIP_NO_INDEX`') }),
    )
  })
})
