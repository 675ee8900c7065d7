import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { parseRecord, recordHash } from '../../../src/wheel/record.js'
import { checkRecord, digestKey, wantedDigests } from '../../../src/wheel/record-check.js'

const wheel = 'demo-1.0-py3-none-any.whl'
const distInfo = 'demo-1.0.dist-info'
const digest = (algorithm: string) => createHash(algorithm).update('x').digest()
const sha256 = digest('sha256').toString('hex')
const file = (path: string) => ({ path, size: 1, sha256 })
const good = (path: string) => `${path},${recordHash(sha256)},1\n`
const itself = `${distInfo}/RECORD,,\n`

/** The warnings for a RECORD of these rows besides its own, of a wheel with these files besides RECORD. */
function check(rows: string, paths: readonly string[] = ['a.py'], last = itself): readonly string[] {
  const files = [...paths, `${distInfo}/RECORD`].map(file)
  const record = parseRecord(rows + last)
  const digests = new Map(
    wantedDigests(record, files).map(wanted => [digestKey(wanted), digest(wanted.algorithm)] as const),
  )
  return checkRecord(record, { wheel, distInfo, files, digests })
}

describe('a RECORD that is right', () => {
  test.each(['sha256', 'sha384', 'sha512'])('has no warnings by %s', algorithm => {
    expect(check(`a.py,${algorithm}=${digest(algorithm).toString('base64url')},1\n`)).toEqual([])
  })

  test.each([
    ['sha3_256', 'sha3-256'],
    ['sha3_384', 'sha3-384'],
    ['sha3_512', 'sha3-512'],
    ['blake2b', 'blake2b512'],
    ['blake2s', 'blake2s256'],
  ])('has no warnings by %s', (algorithm, openssl) => {
    expect(check(`a.py,${algorithm}=${digest(openssl).toString('base64url')},1\n`)).toEqual([])
  })

  test('may leave sizes out, pad its hashes, end lines with CRLF and not list its signatures', () => {
    const rows = `a.py,sha256=${digest('sha256').toString('base64')},\r\n`
    expect(check(rows, ['a.py', `${distInfo}/RECORD.jws`, `${distInfo}/RECORD.p7s`])).toEqual([])
  })

  test('asks for no digest but those that unpacking does not make anyway', () => {
    const record = parseRecord(`${good('a.py')}b.py,sha512=x,\nabsent,sha512=x,\nb.py,sha512=y,\nc.py,md5=x,\n`)
    expect(wantedDigests(record, ['a.py', 'b.py', 'c.py'].map(file))).toEqual([{ path: 'b.py', algorithm: 'sha512' }])
  })
})

describe('a RECORD that is wrong', () => {
  const wrong = (algorithm: string) => `a.py,${algorithm}=${digest('sha1').toString('base64url')},1\n`

  test.each([
    ['a wrong hash', wrong('sha256'), ['gives another hash for `a.py`']],
    ['a wrong hash by another algorithm', wrong('sha512'), ['gives another hash for `a.py`']],
    ['a hash in hex', `a.py,sha256=${sha256},1\n`, ['gives another hash for `a.py`']],
    ['md5', wrong('md5'), ['names the algorithm `md5`, which proves nothing, for `a.py`']],
    ['sha1 that is right', wrong('sha1'), ['names the algorithm `sha1`, which proves nothing, for `a.py`']],
    ['an unknown algorithm', wrong('sha257'), ['names the algorithm `sha257`, which proves nothing, for `a.py`']],
    ['no hash', 'a.py,,1\n', ['gives no hash for `a.py`']],
    ['a wrong size', good('a.py').replace(',1\n', ',2\n'), ['gives another size for `a.py`']],
    ['a size that is none', good('a.py').replace(',1\n', ',one\n'), ['gives a size that is no number for `a.py`']],
    ['a fourth column', good('a.py').replace('\n', ',x\n'), ['has more than three columns for `a.py`']],
    ['an absolute path', good('/a.py'), ['spells in an unusual way `/a.py`']],
    ['a dot segment', good('./a.py'), ['spells in an unusual way `./a.py`']],
    ['a row twice', good('a.py').repeat(2), ['lists more than once `a.py`']],
    [
      'two rows that differ',
      good('a.py') + wrong('sha256'),
      ['lists more than once `a.py`', 'gives another hash for `a.py`'],
    ],
    ['no row', '', ['does not list `a.py`']],
    ['a row without a file', `${good('a.py')}${good('b.py')}`, ['lists, without the wheel having it, `b.py`']],
    ['a row that climbs', `${good('a.py')}../../x,,\n`, ['lists, without the wheel having it, `../../x`']],
    [
      'a quote that never ends',
      `${good('a.py')}"b`,
      [
        'has a broken quote',
        `lists, without the wheel having it, \`b${distInfo}/RECORD,,\\x0a\``,
        `does not list \`${distInfo}/RECORD\``,
      ],
    ],
  ])('by %s is named', (_what, rows, warnings) => {
    expect(check(rows)).toEqual(warnings.map(warning => `\`${wheel}\`: RECORD ${warning}`))
  })

  test('by backslashes is named and read all the same', () => {
    expect(check(good('p\\a.py'), ['p/a.py'])).toEqual([`\`${wheel}\`: RECORD spells in an unusual way \`p\\a.py\``])
  })

  test('since it lists or hashes what it cannot is named', () => {
    expect(check(good('a.py'), ['a.py'], '')).toEqual([`\`${wheel}\`: RECORD does not list \`${distInfo}/RECORD\``])
    const hashed = good(`${distInfo}/RECORD`) + good(`${distInfo}/RECORD.jws`)
    expect(check(good('a.py'), ['a.py', `${distInfo}/RECORD.jws`], hashed)).toEqual([
      `\`${wheel}\`: RECORD gives a hash, which it cannot know, for \`${distInfo}/RECORD\`, \`${distInfo}/RECORD.jws\``,
    ])
  })

  test('in hundreds of rows has one warning for each kind, with the first files and the number of the others', () => {
    const paths = Array.from({ length: 500 }, (_, index) => `${index}.py`)
    expect(check('', paths)).toEqual([`\`${wheel}\`: RECORD does not list \`0.py\`, \`1.py\`, \`2.py\` and 497 more`])
  })
})
