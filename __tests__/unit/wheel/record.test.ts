import { describe, expect, test } from '@jest/globals'
import { formatRecord, parseRecord, recordHash } from '../../../src/wheel/record.js'

const rowsOf = (text: string) => parseRecord(text).rows

describe('parseRecord', () => {
  test('reads rows ended by LF, CRLF and the end of the file alike', () => {
    expect(parseRecord('a.py,sha256=x,1\r\nb.py,sha256=y,2\nRECORD,,')).toEqual({
      rows: [
        { path: 'a.py', hash: 'sha256=x', size: 1 },
        { path: 'b.py', hash: 'sha256=y', size: 2 },
        { path: 'RECORD', hash: '', size: undefined },
      ],
      faults: [],
    })
  })

  test('reads quoted fields with commas, quotes and line ends', () => {
    expect(parseRecord('"a,""b""\n.py",sha256=x,1\n')).toEqual({
      rows: [{ path: 'a,"b"\n.py', hash: 'sha256=x', size: 1 }],
      faults: [],
    })
  })

  test('keeps a quote inside an unquoted field', () => {
    expect(rowsOf('a"b.py,,\n')).toEqual([{ path: 'a"b.py', hash: '', size: undefined }])
  })

  test('skips missing columns and empty lines', () => {
    expect(parseRecord('\n,,\nb.py\n')).toEqual({ rows: [{ path: 'b.py', hash: '', size: undefined }], faults: [] })
  })

  test('keeps unusual paths as they stand, for the reader to judge', () => {
    expect(rowsOf('/abs/x.py,,\n./b.py,,\nc\\d.py,,\n').map(row => row.path)).toEqual([
      '/abs/x.py',
      './b.py',
      'c\\d.py',
    ])
  })

  test.each([
    ['a.py,sha256=x,1,more,and,more\n', { path: 'a.py', hash: 'sha256=x', size: 1 }, { kind: 'columns', path: 'a.py' }],
    ['a.py,sha256=x,many\n', { path: 'a.py', hash: 'sha256=x', size: undefined }, { kind: 'size', path: 'a.py' }],
    ['a.py,,-1\n', { path: 'a.py', hash: '', size: undefined }, { kind: 'size', path: 'a.py' }],
    ['"a.py,,\n', { path: 'a.py,,\n', hash: '', size: undefined }, { kind: 'quote' }],
    ['"a"b,,\n', { path: 'ab', hash: '', size: undefined }, { kind: 'quote' }],
  ])('reads %j as Python does, and says what is wrong', (text, row, fault) => {
    expect(parseRecord(`first,,\n${text}`)).toEqual({
      rows: [{ path: 'first', hash: '', size: undefined }, row],
      faults: [fault],
    })
  })

  test('stops where there are more rows than a wheel can have files', () => {
    const { rows, faults } = parseRecord('a\n'.repeat(500_001))
    expect(rows).toHaveLength(500_000)
    expect(faults).toEqual([{ kind: 'rows' }])
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
