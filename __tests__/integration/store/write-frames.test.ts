import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type FramesAnswer, writeFrames } from '../../../src/store/write-frames.js'

let scratch = ''
let mask = 0

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'wheelcrew-frames-'))
  mask = process.umask()
})

afterEach(() => {
  process.umask(mask)
  rmSync(scratch, { recursive: true })
})

/** Writes one frame that holds the files as they are. */
function write(files: Readonly<Record<string, string>>, { umask, executable = false }: Given = {}): FramesAnswer {
  const content = Buffer.from(Object.values(files).join(''))
  const pieces = {
    paths: Object.keys(files).map(path => join(scratch, path)),
    lengths: Object.values(files).map(text => text.length),
    executables: Object.keys(files).map(() => executable),
    mtimes: Object.keys(files).map(() => 946_684_800),
    offset: undefined,
  }
  const frame = { at: 0, storedSize: content.length, crc32: crc32(content), size: content.length, pieces }
  return writeFrames({ source: { bytes: new Uint8Array(content) }, frames: [frame], umask })
}

type Given = { readonly umask?: number; readonly executable?: boolean }

const sound: FramesAnswer = { damage: [undefined] }
const read = (path: string): string => readFileSync(join(scratch, path), 'utf8')

describe('the directories of a frame', () => {
  test('are made, also those that a thread made once and somebody removed', () => {
    expect(write({ 'a/b/one.py': '1', 'a/two.py': '22', 'c.py': '' })).toEqual(sound)
    rmSync(join(scratch, 'a'), { recursive: true })
    expect(write({ 'a/b/three.py': '333' })).toEqual(sound)
    expect(read('a/b/three.py')).toBe('333')
  })

  test('that are files are damage', () => {
    write({ 'a/b': 'file' })
    expect(write({ 'a/b/c': 'below it' }).damage[0]).toMatch(/cannot be written here/)
    expect(write({ 'a/b': 'again' }).damage[0]).toMatch(/cannot be written here/)
    expect(read('a/b')).toBe('file')
  })
})

describe('the rights of a file', () => {
  for (const umask of [0o022, 0o077, 0o777]) {
    test.each([
      [true, 0o755],
      [false, 0o644],
    ])(`do not depend on the mask ${umask.toString(8)}, known or not`, (executable, mode) => {
      write({ 'made/before': '' })
      process.umask(umask)
      write({ 'made/known': '1' }, { umask, executable })
      write({ 'made/unknown': '2' }, { executable })
      process.umask(mask)
      const modes = ['made/known', 'made/unknown'].map(path => statSync(join(scratch, path)).mode & 0o777)
      expect(modes).toEqual([mode, mode])
    })
  }
})
