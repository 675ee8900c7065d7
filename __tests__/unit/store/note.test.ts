import { describe, expect, test } from '@jest/globals'
import { formatNote, parseBytecodeNote, parseWheelNote, sourceMtime, type WheelNote } from '../../../src/store/note.js'

const note: WheelNote = {
  sha256: 'c'.repeat(64),
  filename: 'demo-1.0-py3-none-any.whl',
  size: 10,
  name: 'demo',
  version: '1.0',
  distInfo: 'demo-1.0.dist-info',
  rootIsPurelib: true,
  requires: ['other'],
  files: [{ path: 'demo.py', size: 3, sha256: 'd'.repeat(64), executable: true }],
}

describe('notes', () => {
  test('come back as they were written', () => {
    expect(parseWheelNote(formatNote(note))).toEqual(note)
    const bytecode = { wheel: note.sha256, files: note.files, failed: [{ path: 'x.py', message: 'SyntaxError' }] }
    expect(parseBytecodeNote(formatNote(bytecode))).toEqual(bytecode)
  })

  test.each(['', '{', 'null', '[]', '{"files": 1}', '{"files": [null]}'])('are refused when they read %p', text => {
    expect(parseWheelNote(text)).toBeUndefined()
    expect(parseBytecodeNote(text)).toBeUndefined()
  })
})

describe('sourceMtime', () => {
  test('depends on the content alone and lies in the year 2000', () => {
    expect(sourceMtime('000000'.padEnd(64, 'f'))).toBe(Date.UTC(2000, 0, 1) / 1000)
    expect(new Date(sourceMtime('f'.repeat(64)) * 1000).getUTCFullYear()).toBe(2000)
  })
})
