import { spawnSync } from 'node:child_process'
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
function write(files: Readonly<Record<string, string>>, executable = false): FramesAnswer {
  const content = Buffer.from(Object.values(files).join(''))
  const pieces = {
    paths: Object.keys(files).map(path => join(scratch, path)),
    lengths: Object.values(files).map(text => text.length),
    executables: Object.keys(files).map(() => executable),
    mtimes: Object.keys(files).map(() => 946_684_800),
    offset: undefined,
  }
  const frame = { at: 0, storedSize: content.length, crc32: crc32(content), size: content.length, pieces }
  return writeFrames({ source: { bytes: new Uint8Array(content) }, frames: [frame] })
}

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
    ])(`do not depend on the mask ${umask.toString(8)}`, (executable, mode) => {
      write({ 'made/before': '' })
      process.umask(umask)
      write({ 'made/file': '1' }, executable)
      process.umask(mask)
      expect(statSync(join(scratch, 'made/file')).mode & 0o777).toBe(mode)
    })
  }

  test('do not depend on a default access control list of its directory', () => {
    // acl(5) as the kernel keeps it: version 2, then tag, rights and nobody's number of owner, group and others.
    const setDefault = `import os, struct, sys
rows = b''.join(struct.pack('<HHI', tag, rights, 0xffffffff) for tag, rights in ((1, 7), (4, 0), (0x20, 0)))
os.setxattr(sys.argv[1], 'system.posix_acl_default', struct.pack('<I', 2) + rows)`
    const { status } = spawnSync('python3', ['-c', setDefault, scratch])
    if (status !== 0)
      return console.warn('SKIPPED: access control lists need Linux, python3 and a file system that has them')
    write({ 'shared.py': '1' })
    expect(statSync(join(scratch, 'shared.py')).mode & 0o777).toBe(0o644)
  })
})
