import { describe, expect, test } from '@jest/globals'
import { formatRecord, parseRecord, recordHash } from '../../../src/wheel/record.js'

const wheel = 'a-1.0-py3-none-any.whl'

describe('parseRecord', () => {
  test('reads rows ended by LF, CRLF and the end of the file alike', () => {
    expect(parseRecord('a.py,sha256=x,1\r\nb.py,sha256=y,2\nRECORD,,', wheel)).toEqual([
      { path: 'a.py', hash: 'sha256=x', size: 1 },
      { path: 'b.py', hash: 'sha256=y', size: 2 },
      { path: 'RECORD', hash: '', size: undefined },
    ])
  })

  test('reads quoted fields with commas, quotes and line ends', () => {
    expect(parseRecord('"a,""b""\n.py",sha256=x,1\n', wheel)).toEqual([
      { path: 'a,"b"\n.py', hash: 'sha256=x', size: 1 },
    ])
  })

  test('keeps a quote inside an unquoted field', () => {
    expect(parseRecord('a"b.py,,\n', wheel)).toEqual([{ path: 'a"b.py', hash: '', size: undefined }])
  })

  test('ignores columns after the third, missing columns and empty lines', () => {
    expect(parseRecord('a.py,sha256=x,1,extra\n\n,,\nb.py\n', wheel)).toEqual([
      { path: 'a.py', hash: 'sha256=x', size: 1 },
      { path: 'b.py', hash: '', size: undefined },
    ])
  })

  test('keeps unusual paths as they stand, for the reader to judge', () => {
    expect(parseRecord('/abs/x.py,,\n./b.py,,\nc\\d.py,,\n', wheel).map(row => row.path)).toEqual([
      '/abs/x.py',
      './b.py',
      'c\\d.py',
    ])
  })

  test.each([
    ['a.py,sha256=x,many\n', 'RECORD gives `a.py` the size `many`'],
    ['ok,,\n"a.py,,\n', 'RECORD has a broken quote in row 2'],
    ['"a"b,,\n', 'RECORD has a broken quote in row 1'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseRecord(text, wheel)).toThrow(
      expect.objectContaining({ code: 'WHEEL_INVALID', exitCode: 3, message: expect.stringContaining(reason) }),
    )
  })
})

describe('formatRecord', () => {
  test('sorts rows by path, quotes where CSV needs it and ends each row with LF', () => {
    const rows = [
      { path: 'b,1.py', hash: 'sha256=y', size: 0 },
      { path: 'a"q.py', hash: '', size: undefined },
    ]
    expect(formatRecord(rows)).toBe('"a""q.py",,\n"b,1.py",sha256=y,0\n')
  })
})

describe('recordHash', () => {
  test('writes a digest in URL-safe base64 without padding', () => {
    expect(recordHash('fb'.repeat(32))).toBe('sha256=-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s')
  })
})
