import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { areFiles } from '../../src/store/pack-checks.js'
import { pathFault } from '../../src/wheel/entry-path.js'

const segment = fc.oneof(
  fc.constantFrom(
    '',
    '.',
    '..',
    '...',
    '.a',
    '..a',
    'a.',
    'a..b',
    'C:',
    'c:x',
    'a\\b',
    '\0',
    '\n',
    'a\n',
    'é',
    ' ',
    '~',
    '-',
  ),
  fc.constantFrom(
    'x'.repeat(255),
    'x'.repeat(256),
    'é'.repeat(128),
    'a b',
    'a+b',
    '(a)',
    '[b]',
    'a=1',
    'a,b',
    'a@b',
    'a:b',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ maxLength: 6, unit: 'binary' }),
)
const path = fc.array(segment, { maxLength: 6 }).map(segments => segments.join('/'))

/** The rules one by one, as they are written down. */
function isFaulty(text: string): boolean {
  const segments = text.split('/')
  return (
    segments.some(name => ['', '.', '..'].includes(name) || Buffer.byteLength(name) > 255) ||
    Buffer.byteLength(text) > 1024 ||
    /[\p{Cc}\\]/u.test(text) ||
    /^[A-Za-z]:/.test(text)
  )
}

describe('a path in an archive or a pack', () => {
  test('is refused by the rules, whichever of them is looked at first', () => {
    fc.assert(
      fc.property(path, text => {
        expect(pathFault(text) !== undefined).toBe(isFaulty(text))
      }),
      { numRuns: 5000 },
    )
  })

  test('may not be longer than every system takes', () => {
    const long = Array.from({ length: 5 }, () => 'x'.repeat(204)).join('/')
    expect(pathFault(long)).toBeUndefined()
    expect(pathFault(`${long}x`)).toMatch(/longer than 1024 bytes/)
  })
})

describe('the files of a section', () => {
  const name = fc.constantFrom('a', 'b', 'ab', 'a.b', 'c')
  const short = fc.array(name, { minLength: 1, maxLength: 4 }).map(names => names.join('/'))
  const fileAt = (text: string) => ({ path: text, size: 1, sha256: 'a'.repeat(64), executable: false })

  test('are refused where one is twice, or is the directory of another, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(short, { maxLength: 6 }), paths => {
        const isTwice = new Set(paths).size < paths.length
        const isBelow = paths.some(one => paths.some(other => one.startsWith(`${other}/`)))
        expect(areFiles(paths.map(fileAt))).toBe(!isTwice && !isBelow)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    { size: -1 },
    { size: 0.5 },
    { sha256: 'A'.repeat(64) },
    { path: '../a' },
    { path: 7 },
    { executable: 1 },
  ])('are refused where one has %j', change => {
    const good = [fileAt('a'), fileAt('b')]
    expect(areFiles(good)).toBe(true)
    expect(areFiles([...good, { ...fileAt('c'), ...change } as (typeof good)[0]])).toBe(false)
  })
})
