/**
 * Wheels that an installer must refuse: each is a good wheel but for one thing, and names the words that its refusal holds.
 * The kinds follow the checks of PyPI and uv and the advisories on zip readers since CVE-2025-54368.
 */
import { deflateRawSync } from 'node:zlib'
import { extraField } from './memory-archive.js'
import { makeWheel, makeZip, type WheelInput, type ZipInput, type ZipOptions } from './wheel-builder.js'

export type HostileWheel = {
  readonly what: string
  readonly reason: string
  readonly filename: string
  /** Default `WHEEL_INVALID`. */
  readonly code?: string
  bytes(): Buffer
}

const text = 'some text '.repeat(200)
const base = { name: 'demo', version: '1.0' }
const filename = 'demo-1.0-py3-none-any.whl'

type Row = readonly [what: string, reason: string, made: Buffer | Omit<WheelInput, 'name' | 'version'> | (() => Buffer)]

function hostile([what, reason, made]: Row, code?: string): HostileWheel {
  const bytes = (): Buffer => {
    if (Buffer.isBuffer(made)) return made
    return typeof made === 'function' ? made() : makeWheel({ ...base, ...made }).bytes
  }
  return { what, reason, filename, bytes, ...(code === undefined ? {} : { code }) }
}

/** A wheel with one more entry. */
const entry = (what: string, reason: string, extra: ZipInput): Row => [what, reason, { extra: [extra] }]
/** A wheel with another frame. */
const frame = (what: string, reason: string, zip: ZipOptions): Row => [what, reason, { zip }]
const wholeWheel = (zip?: ZipOptions): Buffer => makeWheel({ ...base, ...(zip === undefined ? {} : { zip }) }).bytes

const a = { name: 'a', data: text } as const
const other = makeZip([{ name: 'evil.py', data: 'x' }])

const frames: readonly Row[] = [
  ['is empty', 'no zip end record', Buffer.alloc(0)],
  ['is no archive', 'no zip end record', Buffer.from('<!doctype html>'.repeat(9))],
  ['is cut off', 'no zip end record', () => wholeWheel().subarray(0, -30)],
  ['lacks its first byte', 'is declared as', () => wholeWheel().subarray(1)],
  frame('has a script in front', 'lie in front of its first entry', { prefix: Buffer.from('#!/bin/sh\nevil\n') }),
  frame('has a zip in front', 'lie in front of its first entry', { prefix: other }),
  frame('has data behind', 'data follows its zip end record', { suffix: Buffer.from('\0evil') }),
  ['has a zip behind', 'is declared as', () => Buffer.concat([wholeWheel(), other])],
  frame('has a zip in its comment', 'two zip end records', { comment: other }),
  frame('has records in its comment', 'its archive comment holds zip records', {
    comment: Buffer.from([80, 75, 1, 2]),
  }),
  ['has a comment that is cut off', 'its archive comment is truncated', withTruncatedComment],
  frame('has bytes between entries and directory', 'bytes that belong to no entry follow it', { gap: Buffer.alloc(9) }),
  frame('is one disk of several', 'several disks', { end: { disk: 1 } }),
  frame('counts disks differently', 'several disks', { end: { diskEntries: 0 } }),
  frame('counts too many entries', 'does not hold exactly', { end: { entries: 9, diskEntries: 9 } }),
  frame('counts too few entries', 'does not hold exactly', { end: { entries: 1, diskEntries: 1 } }),
  frame('gives a wrong directory size', 'is declared as 10 bytes', { end: { directorySize: 10 } }),
  frame('gives a wrong directory offset', 'at offset 3,', { end: { directoryOffset: 3 } }),
  frame('lacks its zip64 end record', 'its zip64 end record is missing', { end: { entries: 0xffff } }),
  ['lacks its zip64 locator', 'its zip64 end record is missing', () => withoutLocator(wholeWheel({ zip64: true }))],
  frame('contradicts its zip64 record', 'contradicts', { zip64: true, end: { entries: 2 } }),
  frame('has zip64 extensible data', 'of the wrong length', { zip64: true, end64: { recordSize: 60 } }),
  frame('misplaces its zip64 record', 'its zip64 locator points', { zip64: true, end64: { locatorOffset: 0 } }),
  frame('declares a directory beyond the file', 'its central directory is declared as', {
    ...{ zip64: true, end64: { directorySize: 2 ** 40, directoryOffset: 0 } },
  }),
]

const doubled = Buffer.concat([extraField(1, Buffer.alloc(0)), extraField(1, Buffer.alloc(0))])
const unicodePath = extraField(0x7075, Buffer.from('\x01crc!b'))
const unicodePaths = Buffer.concat([extraField(0x7075, Buffer.from('\x01crc!a')), unicodePath])

const headers: readonly Row[] = [
  entry('has another local name', 'its local header names `b`', { ...a, local: { name: Buffer.from('b') } }),
  entry('has another local method', 'says stored, not deflate', { ...a, local: { method: 0 } }),
  entry('has another local CRC', 'gives crc32 7,', { ...a, local: { crc32: 7 } }),
  entry('has another local size', 'gives size 7,', { ...a, local: { size: 7 } }),
  entry('has another local compressed size', 'gives compressedSize 7,', { ...a, local: { compressedSize: 7 } }),
  entry('has another local encoding', 'disagree on the encoding', { name: 'é.py', local: { flags: 0 } }),
  ['lacks a local header', 'its local header is missing', withoutFirstHeader],
  entry('is unlisted', 'bytes that belong to no entry follow it', { ...a, unlisted: true }),
  ['starts with an unlisted entry', 'in front of its first entry', { files: {}, extra: [{ ...a, unlisted: true }] }],
  entry('lists a local header twice', 'overlaps', { name: 'b', data: '', central: { headerOffset: 0 } }),
  ['lets entries overlap', 'overlaps', quotedBomb],
  ['lets an entry reach into the directory', 'overlaps', reachingIntoDirectory],
  ['has two equal entries', 'it occurs twice', { extra: [a, a] }],
  ['has two entries of one name', 'it occurs twice', { extra: [a, { ...a, data: 'other' }] }],
  ['has a file and a directory of one name', 'it occurs twice', { extra: [a, { name: 'a/' }] }],
  ['has a file below a file', 'the directory of another entry', { extra: [a, { name: 'a/b', data: 'x' }] }],
  entry('is encrypted', 'it is encrypted', { ...a, central: { flags: 1 } }),
  entry('is encrypted by its local header', 'it is encrypted', { ...a, local: { flags: 1 } }),
  entry('lies on another disk', 'another disk', { ...a, central: { disk: 1 } }),
  entry('uses bzip2', 'method 12 is not supported', { ...a, central: { method: 12 }, local: { method: 12 } }),
  entry('uses lzma', 'method 14 is not supported', { ...a, central: { method: 14 }, local: { method: 14 } }),
  entry('has a zip64 field of odd length', 'is 9 bytes long', {
    ...a,
    central: { extra: extraField(1, Buffer.alloc(9)) },
  }),
  entry('lacks a zip64 size', 'lacks a size', { ...a, central: { size: 0xffffffff } }),
  entry('lies in its zip64 field', 'and its header disagree', {
    ...a,
    central: { extra: extraField(1, Buffer.alloc(8, 1)) },
  }),
  entry('has a zip64 size beyond any file', 'out of range', {
    ...{ ...a, central: { size: 0xffffffff, extra: extraField(1, Buffer.alloc(8, 0xff)) } },
  }),
  entry('repeats its zip64 field', 'is repeated', { ...a, central: { extra: doubled } }),
  entry('repeats its Unicode path', 'is repeated', { ...a, central: { extra: unicodePaths } }),
  entry('has another Unicode path', 'its Unicode path differs', { ...a, local: { extra: unicodePath } }),
  entry('has a torn extra field', 'runs past its header', { ...a, central: { extra: Buffer.from([1, 0, 9, 0]) } }),
  entry('lacks the promised descriptor', 'its data descriptor differs', { ...a, local: { flags: 8 } }),
  entry('has another CRC in its descriptor', 'its data descriptor differs', {
    ...{ ...a, dataDescriptor: true, central: { crc32: 7 } },
  }),
  entry('promises another size in front of its descriptor', 'gives size 7,', {
    ...{ ...a, dataDescriptor: true, local: { size: 7 } },
  }),
  entry('is a directory with content', 'a directory with content', { name: 'a/', data: 'x' }),
  entry('is a directory with a CRC', 'a directory with content', { name: 'a/', central: { crc32: 1 } }),
  entry('is a directory by its mode only', 'disagree on what it is', { name: 'a', mode: 0o040755 }),
  entry('is a directory by its name only', 'disagree on what it is', { name: 'a/', mode: 0o100644 }),
  entry('is a device', 'disagree on what it is', { name: 'a', mode: 0o060644 }),
  entry('is a pipe', 'disagree on what it is', { name: 'a', mode: 0o010644 }),
]

const bothSizes = (size: number) => ({ central: { size }, local: { size } })
const big = Buffer.alloc(17 << 20, 7)

const contents: readonly Row[] = [
  entry('has a wrong CRC', 'its CRC-32 is', { ...a, central: { crc32: 7 }, local: { crc32: 7 } }),
  entry('is shorter than declared', 'it has 2000 bytes; expected 2001', { ...a, ...bothSizes(2001) }),
  entry('is longer than declared', 'more than the declared 1999 bytes', { ...a, ...bothSizes(1999) }),
  entry('is stored with two sizes', 'bytes are declared as', { ...a, method: 'stored', ...bothSizes(9) }),
  entry('is damaged', 'its compressed data is damaged', { ...a, payload: Buffer.from([255, 255, 255]) }),
  entry('hides data behind its stream', 'data follows the end', {
    ...{ ...a, payload: Buffer.concat([deflateRawSync(text), Buffer.from('evil')]) },
  }),
  bigEntry('has a wrong CRC', 'its CRC-32 is', () => ({ central: { crc32: 7 }, local: { crc32: 7 } })),
  bigEntry('is shorter than declared', 'bytes; expected', () => bothSizes(big.length + 1)),
  bigEntry('is longer than declared', 'more than the declared', () => bothSizes(big.length - 1)),
  bigEntry('is cut off', 'its compressed data is damaged', () => ({ payload: deflateRawSync(big).subarray(0, -9) })),
  bigEntry('is no zstd', 'its compressed data is damaged', () => ({ method: 'zstd', payload: Buffer.alloc(99, 9) })),
  bigEntry('hides data behind its stream', 'data follows the end', () => ({
    payload: Buffer.concat([deflateRawSync(big), Buffer.from('evil')]),
  })),
]

const bombs: readonly Row[] = [
  entry('unpacks to 4 GiB and says so', 'zip bomb', { ...a, ...bothSizes(0xfffffffe) }),
  entry('unpacks to a hundred times its size', 'zip bomb', { name: 'a', data: Buffer.alloc(80 << 20) }),
  [
    'unpacks to more than any disk',
    'expected at most 68719476736',
    () => makeWheel({ ...base, extra: [hugeEntry()] }).bytes,
  ],
  frame('has more entries than any wheel', 'expected at most 250000', {
    ...{ zip64: true, end64: { entries: 2 ** 31, diskEntries: 2 ** 31 } },
  }),
  [
    'needs more folders than any wheel',
    'need more than 250000 folders',
    () => makeWheel({ ...base, extra: deepEntries() }).bytes,
  ],
  ['has endless METADATA', 'expected at most 16777216', { metadata: Buffer.alloc((16 << 20) + 1, 10) }],
  ['has an endless WHEEL', 'expected at most 1048576', { wheel: Buffer.alloc((1 << 20) + 1, 10) }],
]

const paths: readonly Row[] = [
  entry('climbs', 'its path leaves its directory', { name: 'a/../../evil' }),
  entry('climbs at once', 'its path leaves its directory', { name: '../evil' }),
  entry('climbs into a name that starts alike', 'its path leaves its directory', { name: '../site-packages2/evil' }),
  entry('is absolute', 'its path is absolute', { name: '/etc/passwd' }),
  entry('names a drive', 'its path is absolute', { name: 'C:/evil' }),
  entry('climbs with backslashes', 'its path holds a backslash', { name: 'a\\..\\..\\evil' }),
  entry('has an empty segment', 'its path is not normalised', { name: 'a//b' }),
  entry('has a dot segment', 'its path is not normalised', { name: './a' }),
  entry('has an empty name', 'its path is empty', { name: '' }),
  entry('has a line end in its name', 'its path holds a control character', { name: 'a\nb' }),
  entry('has a NUL in its name', 'its path holds a control character', { name: 'a.py\0.txt' }),
  entry('has a name that is not UTF-8', 'its name is not UTF-8', { name: Buffer.from([0x61, 0xe9]) }),
  entry('has a name longer than file systems take', 'longer than 255 bytes', { name: 'é'.repeat(128) }),
  entry('has a path longer than systems take', 'longer than 1024 bytes', { name: 'a/'.repeat(600).concat('b') }),
  ['climbs out of a scheme', 'its path leaves its directory', { data: { 'scripts/../../evil': 'x' } }],
  ['names a drive behind a scheme', 'its path is absolute', { data: { 'data/C:/evil': 'x' } }],
  ['has an unknown scheme', '`plugins` is not a scheme', { data: { 'plugins/x': 'x' } }],
  ['has a file beside the schemes', 'it lies in no scheme', { data: { x: 'x' } }],
  ['has two files for one place', 'two files for `m.py`', { files: { 'm.py': 'x' }, data: { 'platlib/m.py': 'y' } }],
  [
    'has a file where another needs a directory',
    '`m` as a file and as a directory',
    { files: { 'm/a.py': 'x' }, data: { 'purelib/m': 'y' } },
  ],
  [
    'reaches the metadata of another distribution',
    'into a `.dist-info` directory',
    { data: { 'purelib/pip-1.0.dist-info/RECORD': 'x' } },
  ],
]

const metadata: readonly Row[] = [
  ['has no .dist-info', 'has no `.dist-info` directory', makeZip([{ name: 'demo.py', data: 'x' }])],
  entry('has two .dist-info', 'several `.dist-info` directories', { name: 'pip-1.0.dist-info/METADATA', data: 'x' }),
  [
    'is another distribution',
    'is not the `.dist-info` directory of',
    () => makeWheel({ ...base, name: 'other' }).bytes,
  ],
  [
    'is another version',
    'not what its filename says',
    () => makeWheel({ ...base, metadata: 'Name: demo\nVersion: 2\n' }).bytes,
  ],
  ...['latest', '2010i', '1.0+x+y', '1.0\u202e'].map(
    (version): Row => [
      `has the version ${JSON.stringify(version)}`,
      'is not a version (PEP 440)',
      { metadata: `Name: demo\nVersion: ${version}\n` },
    ],
  ),
  ['has another name in METADATA', 'not what its filename says', { metadata: 'Name: evil\nVersion: 1.0\n' }],
  ['has no name', 'its METADATA has no `Name`', { metadata: 'Version: 1.0\n' }],
  [
    'has METADATA that is not UTF-8',
    'it is not UTF-8',
    { metadata: Buffer.from('Name: demo\nVersion: 1.0\nAuthor: \xe9\n', 'latin1') },
  ],
  ['has no WHEEL', 'it has no `demo-1.0.dist-info/WHEEL`', { wheel: null }],
  ['has no METADATA', 'it has no `demo-1.0.dist-info/METADATA`', { metadata: null }],
  ['has no RECORD', 'it has no `demo-1.0.dist-info/RECORD`', { record: null }],
  ['has a newer format', 'its `Wheel-Version` is `2.0`', { wheel: 'Wheel-Version: 2.0\n' }],
  ['has no format', 'has no `Wheel-Version`', { wheel: 'Tag: py3-none-any\n' }],
  ...['../../evil', '/tmp/evil', 'a/b', 'a\\b', 'C:evil', '..'].map(
    (name): Row => [
      `has the script \`${name}\``,
      'is not a plain filename',
      { entryPoints: `[console_scripts]\n${name} = m:f\n` },
    ],
  ),
  ['has a script that runs more', 'refers to', { entryPoints: '[console_scripts]\na = m:f; import os\n' }],
  ['has a script without a function', 'refers to', { entryPoints: '[gui_scripts]\na = m\n' }],
  ['has scripts that are not UTF-8', 'it is not UTF-8', { entryPoints: Buffer.from([0x5b, 0xe9, 0x5d]) }],
]

const reserved: readonly Row[] = [
  ...['python', 'Python3', 'pythonw', 'pypy3', 'python3.11', 'activate', 'deactivate'].map(
    (name): Row => [
      `has the script \`${name}\``,
      'of the environment',
      { entryPoints: `[console_scripts]\n${name}=m:f\n` },
    ],
  ),
  ...[
    ...[
      'scripts/python',
      'scripts/PYTHON3.12',
      'scripts/python.exe',
      'scripts/python312._pth',
      'scripts/activate.fish',
    ],
    ...['data/bin/python', 'data/bin/python3', 'data/Scripts/python.exe', 'data/SCRIPTS/Activate.ps1'],
    ...['data/ſcripts/python.exe', 'data/pyvenv.cfg', 'data/PyVenv.cfg'],
    ...['data/.wheelcrew-journal', 'purelib/.wheelcrew-journal-done', 'data/lib/a.py~wheelcrew'],
  ].map((path): Row => [`ships \`${path}\``, 'of the environment itself', { data: { [path]: 'x' } }]),
]

export const hostileWheels: readonly HostileWheel[] = [
  ...[frames, headers, contents, bombs, paths, metadata].flat().map(row => hostile(row)),
  ...reserved.map(row => hostile(row, 'SCRIPT_NAME_RESERVED')),
]

function withTruncatedComment(): Buffer {
  const bytes = wholeWheel()
  bytes.writeUInt16LE(9, bytes.length - 2)
  return bytes
}

function withoutFirstHeader(): Buffer {
  const bytes = wholeWheel()
  bytes.write('XX', 0)
  return bytes
}

/** The zip64 locator takes 20 bytes in front of the 22 of the end record. */
function withoutLocator(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -42), bytes.subarray(-22)])
}

/** The local header of `b` is quoted in the stored data of `a`, so that the same bytes unpack twice. */
function quotedBomb(): Buffer {
  const quoted = makeZip([{ name: 'b', data: text }]).subarray(0, -(46 + 1 + 22))
  const quoting: ZipInput = { name: 'a', data: quoted, method: 'stored' }
  const inside: ZipInput = { name: 'b', data: text, central: { headerOffset: 30 + 1 } }
  return makeWheel({ ...base, files: {}, extra: [quoting, inside] }).bytes
}

function reachingIntoDirectory(): Buffer {
  const sizes = { size: text.length + 50, compressedSize: text.length + 50 }
  return makeZip([{ ...a, method: 'stored', central: sizes, local: sizes }])
}

/** An entry that is streamed, since it is above 16 MiB. */
function bigEntry(what: string, reason: string, lie: () => Partial<ZipInput>): Row {
  const bytes = (): Buffer => makeWheel({ ...base, extra: [{ name: 'big.bin', data: big, ...lie() }] }).bytes
  return [`has a big entry that ${what}`, reason, bytes]
}

/** 70 GiB, by a zip64 field. */
function hugeEntry(): ZipInput {
  const sizes = Buffer.alloc(16)
  sizes.writeBigUInt64LE(70n << 30n, 0)
  sizes.writeBigUInt64LE(BigInt(deflateRawSync(text).length), 8)
  const header = { extra: extraField(1, sizes) }
  return { ...a, zip64: true, central: header, local: header }
}

/** 300,000 folders from 600 entries. */
function deepEntries(): readonly ZipInput[] {
  return Array.from({ length: 600 }, (_, index) => ({ name: `${index}/${'d/'.repeat(500)}f`, data: '' }))
}
