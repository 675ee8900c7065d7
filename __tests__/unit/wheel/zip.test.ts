import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import {
  type ArchiveSource,
  createDecompressor,
  entryDataOffset,
  inflateEntry,
  readEntries,
  type ZipEntry,
} from '../../../src/wheel/zip.js'
import { extraField, memoryArchive } from '../../helpers/memory-archive.js'
import { makeWheel, makeZip, type ZipInput, type ZipOptions } from '../../helpers/wheel-builder.js'

const wheel = 'a-1.0-py3-none-any.whl'
const text = 'some text '.repeat(200)

function contentOf(archive: ArchiveSource, entry: ZipEntry): Buffer {
  return inflateEntry(entry, archive.read(entryDataOffset(archive, entry, wheel), entry.compressedSize), wheel)
}

/** Every entry with its content, as an installer reads it. */
function readAll(bytes: Buffer): Record<string, string> {
  const archive = memoryArchive(bytes)
  const entries = readEntries(archive, wheel)
  return Object.fromEntries(entries.map(entry => [entry.path, contentOf(archive, entry).toString()]))
}

function expectRefusal(bytes: Buffer, reason: string | RegExp): void {
  const message = reason instanceof RegExp ? expect.stringMatching(reason) : expect.stringContaining(reason)
  const refusal = expect.objectContaining({ code: 'WHEEL_INVALID', exitCode: 3, message })
  expect(() => readAll(bytes)).toThrow(refusal)
  expect(() => readAll(bytes)).toThrow(`\`${wheel}\` is not a valid wheel: `)
}

describe('readEntries', () => {
  test.each(['stored', 'deflate', 'zstd'] as const)('reads %s entries', method => {
    const bytes = makeZip([
      { name: 'a/b.txt', data: text, method },
      { name: 'c', data: '', method },
    ])
    expect(readAll(bytes)).toEqual({ 'a/b.txt': text, c: '' })
    expect(readEntries(memoryArchive(bytes), wheel)[0]).toEqual(
      expect.objectContaining({ path: 'a/b.txt', method, size: text.length, crc32: crc32(text), headerOffset: 0 }),
    )
  })

  test('reads an archive without entries', () => {
    expect(readEntries(memoryArchive(makeZip([])), wheel)).toEqual([])
  })

  test('reads zip64 sizes, a zip64 end record and data descriptors', () => {
    const entries: ZipInput[] = [
      { name: 'a', data: text, zip64: true },
      { name: 'b', data: text, dataDescriptor: true },
      { name: 'c', data: text },
    ]
    expect(readAll(makeZip(entries, { zip64: true }))).toEqual({ a: text, b: text, c: text })
  })

  test.each([8, 16, 24, 28])('reads a zip64 field of %i bytes that repeats what its header holds', length => {
    const extra = zip64Field(text.length, text.length).subarray(0, length)
    const entry: ZipInput = { name: 'a', data: text, method: 'stored' }
    expect(readAll(makeZip([{ ...entry, local: { extra: extraField(1, extra) } }]))).toEqual({ a: text })
    expect(readAll(makeZip([{ ...entry, central: { extra: extraField(1, extra) } }]))).toEqual({ a: text })
  })

  test('reads a zip64 field that holds one size for its header and repeats the other', () => {
    const deflated = deflateRawSync(text).length
    const header = { size: 0xffffffff, extra: extraField(1, zip64Field(text.length, deflated).subarray(0, 16)) }
    expect(readAll(makeZip([{ name: 'a', data: text, local: header, central: header }]))).toEqual({ a: text })
  })

  test.each([
    ['without a signature', Buffer.concat([descriptor(8).subarray(4)])],
    ['with 8-byte sizes', descriptor(16)],
    ['with 8-byte sizes and without a signature', descriptor(16).subarray(4)],
  ])('reads a data descriptor %s', (_form, bytes) => {
    // The descriptor stands between the data and the directory; the local header promises it by flag 3.
    const local = { flags: 0x0008, crc32: 0, size: 0, compressedSize: 0 }
    expect(readAll(makeZip([{ name: 'a', data: text, method: 'stored', local }], { gap: bytes }))).toEqual({ a: text })
  })

  test('tolerates a plain comment and NULs at the end of the file', () => {
    const bytes = makeZip([{ name: 'a', data: 'x' }], {
      comment: Buffer.from('made by a test'),
      suffix: Buffer.alloc(99),
    })
    expect(readAll(bytes)).toEqual({ a: 'x' })
  })

  test('strips the slash of a directory', () => {
    const [entry] = readEntries(memoryArchive(makeZip([{ name: 'a/' }])), wheel)
    expect(entry).toEqual(expect.objectContaining({ path: 'a', isDirectory: true, isExecutable: false }))
  })

  test.each(['deflate', 'zstd'] as const)('reads a directory that is the %s stream of nothing', method => {
    expect(
      readAll(
        makeZip([
          { name: 'a/', method },
          { name: 'a/b', data: 'x' },
        ]),
      ),
    ).toEqual({ a: '', 'a/b': 'x' })
  })

  test('takes the x bits of regular files only, so that a link is a plain file with its target as text', () => {
    const bytes = makeZip([
      { name: 'file', data: 'x', mode: 0o100644 },
      { name: 'tool', data: 'x', mode: 0o104711 },
      { name: 'link', data: '/etc/passwd', mode: 0o120777 },
      { name: 'untyped', data: 'x', mode: 0o755 },
    ])
    const executable = readEntries(memoryArchive(bytes), wheel).map(entry => [entry.path, entry.isExecutable])
    expect(Object.fromEntries(executable)).toEqual({ file: false, tool: true, link: false, untyped: false })
    expect(readAll(bytes)).toEqual(expect.objectContaining({ link: '/etc/passwd' }))
  })

  test('takes a name for UTF-8 whether its headers say so or not', () => {
    const unmarked = { flags: 0 }
    expect(readAll(makeZip([{ name: 'é', data: 'x', central: unmarked, local: unmarked }]))).toEqual({ é: 'x' })
  })

  test('reads a stored entry that is a zip archive itself', () => {
    const inner = makeZip([{ name: 'b', data: 'x' }])
    expect(Object.keys(readAll(makeZip([{ name: 'a', data: inner, method: 'stored' }])))).toEqual(['a'])
  })

  test('believes a local header that promises the truth in front of a descriptor', () => {
    const local = { size: text.length, crc32: crc32(text) }
    expect(readAll(makeZip([{ name: 'a', data: text, dataDescriptor: true, local }]))).toEqual({ a: text })
  })

  test('keeps the order of the directory and knows where each entry ends', () => {
    const bytes = makeZip([
      { name: 'a', data: 'x' },
      { name: 'b', data: 'y' },
    ])
    const [first, second] = readEntries(memoryArchive(bytes), wheel)
    expect(first?.endOffset).toBe(second?.headerOffset)
  })

  test('reads a whole wheel', () => {
    const built = makeWheel({ name: 'My.Pkg', version: '1.0' })
    expect(Object.keys(readAll(built.bytes))).toContain('my_pkg-1.0.dist-info/RECORD')
  })
})

/** All values of a zip64 field for an entry at offset 0. */
function zip64Field(size: number, compressedSize: number): Buffer {
  const field = Buffer.alloc(28)
  field.writeBigUInt64LE(BigInt(size), 0)
  field.writeBigUInt64LE(BigInt(compressedSize), 8)
  return field
}

function descriptor(sizeBytes: 8 | 16): Buffer {
  const bytes = Buffer.alloc(8 + sizeBytes)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc32(text), 4)
  bytes.writeUInt32LE(text.length, 8)
  bytes.writeUInt32LE(text.length, 8 + sizeBytes / 2)
  return bytes
}

describe('a refused archive', () => {
  const one: readonly ZipInput[] = [{ name: 'a', data: text }]
  const archives: readonly (readonly [string, string | RegExp, readonly ZipInput[], ZipOptions?])[] = [
    ['has bytes in front', '7 bytes lie in front of its first entry', one, { prefix: Buffer.from('#!shell') }],
    ['has bytes behind', 'data follows its zip end record', one, { suffix: Buffer.from('\0x') }],
    ['is two zips in one', 'lie in front', one, { prefix: makeZip([{ name: 'b' }]) }],
    ['hides a zip in its comment', 'two zip end records', one, { comment: makeZip([{ name: 'b' }]) }],
    ['has control bytes in its comment', 'its archive comment holds zip records', one, { comment: Buffer.from([5]) }],
    ['is one disk of several', 'several disks', one, { end: { disk: 1 } }],
    ['counts disks differently', 'several disks', one, { end: { diskEntries: 0 } }],
    ['counts too many entries', 'does not hold exactly the 2', one, { end: { entries: 2, diskEntries: 2 } }],
    ['counts too few entries', 'does not hold exactly the 0', one, { end: { entries: 0, diskEntries: 0 } }],
    ['gives a wrong directory size', 'is declared as 10 bytes', one, { end: { directorySize: 10 } }],
    ['gives a wrong directory offset', 'at offset 3,', one, { end: { directoryOffset: 3 } }],
    ['lacks its zip64 end record', 'its zip64 end record is missing', one, { end: { entries: 65535 } }],
    ['contradicts its zip64 record', 'contradicts', one, { zip64: true, end: { entries: 2 } }],
    ['has zip64 extensible data', 'of the wrong length', one, { zip64: true, end64: { recordSize: 60 } }],
    ['misplaces its zip64 record', 'its zip64 locator points', one, { zip64: true, end64: { locatorOffset: 0 } }],
    ['has bytes between entry and directory', '9 bytes that belong to no entry', one, { gap: Buffer.alloc(9) }],
    ['has an unlisted entry', 'belong to no entry', [...one, { name: 'b', data: 'x', unlisted: true }]],
    ['starts with an unlisted entry', 'in front of its first entry', [{ name: 'b', unlisted: true }, ...one]],
    ['has two entries of one name', 'it occurs twice', [...one, ...one]],
    ['has a file and a directory of one name', 'it occurs twice', [...one, { name: 'a/' }]],
    ['has a file below a file', 'the directory of another entry', [...one, { name: 'a/b/c', data: 'x' }]],
    ['lists one local entry twice', 'overlaps', [...one, { name: 'b', data: '', central: { headerOffset: 0 } }]],
    ['unpacks to much more than its size', 'zip bomb', [{ name: 'a', data: text, central: { size: 70 << 20 } }]],
  ]
  test.each(archives)('%s', (_what, reason, entries, options = {}) => {
    expectRefusal(makeZip(entries, options), reason)
  })

  test('is empty, or no archive at all', () => {
    expectRefusal(Buffer.alloc(0), 'no zip end record')
    expectRefusal(Buffer.from('<!doctype html>'.repeat(9)), 'no zip end record')
  })

  test('declares a directory larger than memory', () => {
    const huge = { directorySize: 2 ** 40, directoryOffset: 0 }
    expectRefusal(makeZip(one, { zip64: true, end64: huge }), 'its central directory is declared as')
  })
})

describe('a refused entry', () => {
  const long = extraField(0x0001, Buffer.alloc(9))
  const entries: readonly (readonly [string, string, ZipInput])[] = [
    ['is encrypted', 'it is encrypted', { name: 'a', central: { flags: 1 } }],
    ['is encrypted in its local header', 'it is encrypted', { name: 'a', local: { flags: 1 } }],
    ['lies on another disk', 'another disk', { name: 'a', central: { disk: 1 } }],
    ['uses bzip2', 'compression method 12 is not supported', { name: 'a', central: { method: 12 } }],
    ['has a name that is not UTF-8', 'its name is not UTF-8', { name: Buffer.from([0x61, 0xe9]) }],
    ['has an empty name', 'its path is empty', { name: '' }],
    ['has a control character', 'its path holds a control character', { name: 'a\nb' }],
    ['has a NUL', 'entry `a\\x00.py`: its path holds a control character', { name: 'a\0.py' }],
    ['has an endless path', 'its path is longer than 1024', { name: 'a/'.repeat(512).concat('b') }],
    ['has an absolute path', 'its path is absolute', { name: '/etc/passwd' }],
    ['has a drive', 'its path is absolute', { name: 'C:/x' }],
    ['climbs', 'its path leaves its directory', { name: 'a/../../x' }],
    ['has a backslash', 'its path holds a backslash', { name: 'a\\..\\b' }],
    ['has an empty segment', 'its path is not normalised', { name: 'a//b' }],
    ['has a dot segment', 'its path is not normalised', { name: './a' }],
    ['is a directory with content', 'a directory with content', { name: 'a/', data: 'x' }],
    [
      'is a directory with content that it does not declare',
      'a directory with content',
      { name: 'a/', data: text, central: { size: 0, crc32: 0 } },
    ],
    [
      'is a directory whose few bytes are content',
      'it has 1 bytes; expected 0',
      { name: 'a/', data: 'x', central: { size: 0, crc32: 0 }, local: { size: 0, crc32: 0 } },
    ],
    ['is a stored directory with content', 'a directory with content', { name: 'a/', data: 'x', method: 'stored' }],
    ['is a directory with a CRC', 'a directory with content', { name: 'a/', central: { crc32: 1 } }],
    ['is a directory by mode only', 'disagree on what it is', { name: 'a', mode: 0o040755 }],
    ['is a directory by name only', 'disagree on what it is', { name: 'a/', mode: 0o100644 }],
    ['is a device', 'disagree on what it is', { name: 'a', mode: 0o060644 }],
    [
      'is stored with two sizes',
      '9 bytes are declared as 1',
      { name: 'a', data: 'x', method: 'stored', central: { size: 9 } },
    ],
    ['has a zip64 field of odd length', 'its zip64 field is 9 bytes long', { name: 'a', central: { extra: long } }],
    ['lacks a zip64 size', 'its zip64 field lacks a size', { name: 'a', central: { size: 0xffffffff } }],
    [
      'has another size in its zip64 field',
      'its zip64 field and its header disagree',
      { name: 'a', data: text, central: { extra: extraField(1, zip64Field(7, 7).subarray(0, 8)) } },
    ],
    [
      'has other sizes in its local zip64 field',
      'its zip64 field and its header disagree',
      { name: 'a', data: text, local: { extra: extraField(1, zip64Field(text.length, 7).subarray(0, 16)) } },
    ],
    [
      'has a zip64 field that two readers take for two compressed sizes',
      'its zip64 field and its header disagree',
      {
        name: 'a',
        data: text,
        central: { compressedSize: 0xffffffff, extra: extraField(1, zip64Field(text.length, 7).subarray(0, 16)) },
      },
    ],
    [
      'has a zip64 size beyond any file',
      'its zip64 field is out of range',
      { name: 'a', central: { size: 0xffffffff, extra: extraField(1, Buffer.alloc(8, 0xff)) } },
    ],
    [
      'repeats its zip64 field',
      'repeated',
      {
        name: 'a',
        central: { extra: Buffer.concat([extraField(1, Buffer.alloc(0)), extraField(1, Buffer.alloc(0))]) },
      },
    ],
    ['has a torn extra field', 'runs past its header', { name: 'a', central: { extra: Buffer.from([1, 0, 9, 0]) } }],
    [
      'has another Unicode path',
      'its Unicode path differs',
      { name: 'a', central: { extra: extraField(0x7075, Buffer.from('\x01crc!b')) } },
    ],
    ['has another local name', 'its local header names `b`', { name: 'a', local: { name: Buffer.from('b') } }],
    ['has another local method', 'says stored, not deflate', { name: 'a', data: text, local: { method: 0 } }],
    ['has another local CRC', 'gives crc32 7,', { name: 'a', data: text, local: { crc32: 7 } }],
    ['has another local size', 'gives size 7,', { name: 'a', data: text, local: { size: 7 } }],
    ['lacks the promised descriptor', 'its data descriptor differs', { name: 'a', data: text, local: { flags: 8 } }],
    [
      'has another CRC in its descriptor',
      'its data descriptor differs',
      { name: 'a', data: text, dataDescriptor: true, central: { crc32: 7 } },
    ],
    ['has a wrong CRC', 'its CRC-32 is', { name: 'a', data: text, central: { crc32: 7 }, local: { crc32: 7 } }],
    [
      'is shorter than declared',
      'it has 2000 bytes; expected 2001',
      { name: 'a', data: text, central: { size: 2001 }, local: { size: 2001 } },
    ],
    [
      'is longer than declared',
      'more than the declared 1999 bytes',
      { name: 'a', data: text, central: { size: 1999 }, local: { size: 1999 } },
    ],
  ]
  test.each(entries)('%s', (_what, reason, entry) => {
    expectRefusal(makeZip([entry]), reason)
  })

  test('starts where no local header is', () => {
    const bytes = makeZip([{ name: 'a', data: text }])
    bytes.write('XX', 0)
    expectRefusal(bytes, 'its local header is missing or damaged')
  })
})

describe('inflateEntry', () => {
  const entry: ZipEntry = {
    path: 'a',
    method: 'deflate',
    compressedSize: 0,
    size: text.length,
    crc32: crc32(text),
    hasUtf8Name: true,
    isDirectory: false,
    isExecutable: false,
    headerOffset: 0,
    endOffset: 0,
  }

  test.each([
    ['damaged', Buffer.from('\xff\xff', 'latin1'), 'its compressed data is damaged'],
    ['truncated', deflateRawSync(text).subarray(0, -1), 'its compressed data is damaged'],
    ['followed by other data', Buffer.concat([deflateRawSync(text), Buffer.from('x')]), 'data follows the end'],
  ])('refuses a stream that is %s', (_what, compressed, reason) => {
    expect(() => inflateEntry(entry, compressed, wheel)).toThrow(reason)
  })
})

describe('createDecompressor', () => {
  test.each(['deflate', 'zstd'] as const)('streams %s', async method => {
    const archive = memoryArchive(makeZip([{ name: 'a', data: text, method }]))
    const [entry] = readEntries(archive, wheel)
    if (entry === undefined) throw new Error('no entry')
    const stream = createDecompressor(entry)
    if (stream === undefined) throw new Error('no stream')
    stream.end(archive.read(entryDataOffset(archive, entry, wheel), entry.compressedSize))
    expect((await buffer(stream)).toString()).toBe(text)
  })

  test('has nothing to do for a stored entry', () => {
    const [entry] = readEntries(memoryArchive(makeZip([{ name: 'a', data: 'x', method: 'stored' }])), wheel)
    expect(entry && createDecompressor(entry)).toBeUndefined()
  })
})
