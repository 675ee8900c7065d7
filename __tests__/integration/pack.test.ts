import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { packDigest, writePack } from '../../src/store/pack.js'
import type { PackContents, Section } from '../../src/store/pack-contents.js'
import { formatHead } from '../../src/store/pack-format.js'
import { readPack } from '../../src/store/pack-reader.js'
import { formatContents } from '../../src/store/pack-table.js'
import {
  filesOf,
  openStore,
  readBytecodeNote,
  readWheelNote,
  type Store,
  wheelDirectory,
} from '../../src/store/store.js'
import { writeFrames } from '../../src/store/write-frames.js'
import { type PackPlace, unpackFile } from '../helpers/packs.js'
import { describeTree, kind, storeBytecode, storeWheel } from '../helpers/stored-wheel.js'

let scratch = ''
let store: Store
let pack = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-pack-'))
  store = await openStore(join(scratch, 'store'))
  pack = join(scratch, 'pack')
})

afterEach(async () => {
  await rm(scratch, { recursive: true, force: true })
})

const mebibyte = 1024 * 1024
const emptyDigest = createHash('sha256').digest('hex')

/** Two wheels and one bytecode set: small sources, an empty file, a script, a compressible and a random big file. */
async function makeContents() {
  const library = Buffer.concat([randomBytes(5 * mebibyte), Buffer.alloc(6 * mebibyte, 'zeros')])
  const alpha = await storeWheel(store, 'alpha', {
    'alpha/__init__.py': 'import alpha.core\n',
    'alpha/py.typed': '',
    'alpha/ü name.py': 'x = 1\n',
    'alpha/lib/core.so': library,
    'alpha-1.0.data/scripts/run.sh': '#!/bin/sh\n',
    'alpha-1.0.dist-info/METADATA': 'Name: alpha\n',
  })
  const beta = await storeWheel(store, 'beta', { 'beta.py': 'y = 2\n', 'beta-1.0.dist-info/METADATA': 'Name: beta\n' })
  const bytecode = await storeBytecode(store, alpha, { 'alpha/__pycache__/__init__.cpython-311.pyc': randomBytes(300) })
  return { alpha, beta, bytecode, contents: { wheels: [alpha, beta], bytecode: [bytecode] } }
}

async function freshStore(): Promise<Store> {
  return openStore(await mkdtemp(join(scratch, 'fresh-')))
}

function wheelsOf(...notes: readonly { readonly sha256: string }[]): ReadonlySet<string> {
  return new Set(notes.map(note => note.sha256))
}

async function flip(path: string, offset: number): Promise<void> {
  const file = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, offset)
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, offset)
  await file.close()
}

describe.each<PackPlace>(['file', 'network'])('a pack read from a %s', place => {
  test('carries wheels and bytecode to another store, byte for byte', async () => {
    const { alpha, beta, contents } = await makeContents()
    const written = await writePack(store, contents, { destination: pack })
    expect(written).toEqual({ size: (await stat(pack)).size, changed: [] })
    expect(written.size).toBeLessThan(6 * mebibyte)
    const other = await freshStore()
    const unpacked = await unpackFile(other, pack, { wanted: wheelsOf(alpha, beta), place })
    expect(unpacked).toEqual({ contents, damaged: [] })
    expect(await describeTree(other.root)).toEqual(await describeTree(store.root))
    expect(await readdir(other.temporary)).toEqual([])
  })

  test('is the same whatever the order of its contents', async () => {
    const { contents } = await makeContents()
    await writePack(store, contents, { destination: pack })
    const reversed = { ...contents, wheels: contents.wheels.toReversed() }
    await writePack(store, reversed, { destination: `${pack}-2` })
    expect((await readFile(`${pack}-2`)).equals(await readFile(pack))).toBe(true)
    expect(packDigest(reversed)).toBe(packDigest(contents))
    expect(packDigest({ ...contents, bytecode: [] })).not.toBe(packDigest(contents))
  })

  test('gives only what is wanted and not there yet', async () => {
    const { alpha, beta, contents } = await makeContents()
    await writePack(store, contents, { destination: pack })
    const other = await freshStore()
    const first = await unpackFile(other, pack, { wanted: wheelsOf(beta), place })
    expect(first).toEqual({ contents: { wheels: [beta], bytecode: [] }, damaged: [] })
    expect(await readWheelNote(other, alpha.sha256)).toBeUndefined()
    const second = await unpackFile(other, pack, { wanted: wheelsOf(alpha, beta), place })
    expect(second.contents.wheels).toEqual([alpha])
  })

  test('is not made where a file of the store was edited, is gone or has other bytes: each is named', async () => {
    const { alpha, beta, contents } = await makeContents()
    const edit = () => appendFile(join(filesOf(wheelDirectory(store, alpha.sha256)), 'alpha/__init__.py'), 'edited')
    const flipLast = () =>
      flip(join(filesOf(wheelDirectory(store, alpha.sha256)), 'alpha/lib/core.so'), 11 * mebibyte - 1)
    const remove = () => rm(join(filesOf(wheelDirectory(store, beta.sha256)), 'beta.py'))
    await flipLast()
    expect((await writePack(store, contents, { destination: pack })).changed).toEqual([
      { wheel: alpha.sha256, path: 'alpha/lib/core.so' },
    ])
    await remove()
    await edit()
    expect((await writePack(store, contents, { destination: pack, frameSize: 1000 })).changed).toEqual([
      { wheel: alpha.sha256, path: 'alpha/__init__.py' },
      { wheel: beta.sha256, path: 'beta.py' },
    ])
    const { damaged } = await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha, beta), place })
    expect(damaged).toEqual([{ wheel: undefined, reason: expect.any(String) }])
  })

  test('loses only the wheel whose frame is damaged', async () => {
    const { alpha, beta, bytecode, contents } = await makeContents()
    await writePack(store, contents, { destination: pack })
    await flip(pack, 2 * mebibyte)
    const other = await freshStore()
    const unpacked = await unpackFile(other, pack, { wanted: wheelsOf(alpha, beta), place })
    expect(unpacked.contents).toEqual({ wheels: [beta], bytecode: [bytecode] })
    expect(unpacked.damaged).toEqual([{ wheel: alpha.sha256, reason: expect.stringContaining('checksum') }])
    expect(await readWheelNote(other, alpha.sha256)).toBeUndefined()
    expect(await readBytecodeNote(other, kind, alpha.sha256)).toEqual(bytecode.note)
    expect(await readdir(other.temporary)).toEqual([])
  })

  test('keeps what comes before the place where it was cut', async () => {
    const { alpha, beta, contents } = await makeContents()
    const { size } = await writePack(store, contents, { destination: pack })
    await truncate(pack, size - 310)
    const unpacked = await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha, beta), place })
    expect(unpacked.contents.wheels).toContainEqual(alpha)
    expect(unpacked.damaged.length).toBeGreaterThan(0)
  })

  test('that is no pack, or of another version, is damaged as a whole', async () => {
    const { alpha, contents } = await makeContents()
    await writePack(store, contents, { destination: pack })
    await flip(pack, 6)
    const [fault] = (await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha), place })).damaged
    expect(fault).toEqual({ wheel: undefined, reason: expect.stringMatching(/version 3/) })
    for (const text of ['', 'short', 'no pack at all '.repeat(100)]) {
      await writeFile(pack, text)
      const { damaged } = await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha), place })
      expect(damaged).toEqual([{ wheel: undefined, reason: expect.any(String) }])
    }
  })

  const paths = [
    '../out.py',
    '/out.py',
    'a/../../out.py',
    'a\\out.py',
    'C:out.py',
    'a//b',
    '',
    'a/./b',
    'a/__init__.py/b',
  ]

  test.each(paths)('with the path `%s` is damaged as a whole and writes nothing', async path => {
    const { alpha, bytecode } = await makeContents()
    const files = ['a/__init__.py', path].map(path => ({ path, size: 0, sha256: emptyDigest, executable: false }))
    await expectRefused({ wheels: [{ ...alpha, files }], bytecode: [] })
    await expectRefused({ wheels: [], bytecode: [{ kind, note: { ...bytecode.note, files } }] })
  })

  test('with a bytecode set or a wheel that names no directory of the store is damaged as a whole', async () => {
    const { alpha, bytecode } = await makeContents()
    await expectRefused({ wheels: [], bytecode: [{ ...bytecode, kind: { ...kind, cacheTag: '../../out' } }] })
    await expectRefused({ wheels: [], bytecode: [{ ...bytecode, kind: { ...kind, cacheTag: 'x'.repeat(300) } }] })
    await expectRefused({ wheels: [{ ...alpha, sha256: '../out' }], bytecode: [] })
  })

  /** Writes a pack that names what no store would hold, with frames for all of it. */
  async function expectRefused({ wheels, bytecode }: PackContents): Promise<void> {
    const sections: Section[] = [...wheels.map(note => ({ kind: undefined, note })), ...bytecode]
    const text = formatContents(sections)
    const frames = sections.map(() => ({ size: 0, crc32: 0, sha256: emptyDigest }))
    await writeFile(pack, formatHead(text, { frameSize: 1000, contentsLength: text.length, frames }))
    const other = await freshStore()
    const wanted = new Set([...wheels.map(note => note.sha256), ...bytecode.map(set => set.note.wheel)])
    const unpacked = await unpackFile(other, pack, { wanted, place })
    expect(unpacked.damaged).toEqual([{ wheel: undefined, reason: expect.stringContaining('table of contents') }])
    expect(await describeTree(other.root)).toEqual([])
  }
})

describe('a pack that lies about its frames', () => {
  test('is damaged as a whole, without memory for what it claims', async () => {
    const { alpha } = await makeContents()
    const files = [{ path: 'big.bin', size: 2 ** 50, sha256: emptyDigest, executable: false }]
    const text = formatContents([{ kind: undefined, note: { ...alpha, files } }])
    const frames = [{ size: 0, crc32: 0, sha256: emptyDigest }]
    await writeFile(pack, formatHead(text, { frameSize: 1, contentsLength: text.length, frames }))
    const { damaged } = await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha), place: 'file' })
    expect(damaged).toEqual([{ wheel: undefined, reason: expect.stringContaining('frames') }])
  })

  test('is damaged as a whole where a frame is longer than what it stands for', async () => {
    const { alpha } = await makeContents()
    const files = [{ path: 'small.bin', size: 10, sha256: emptyDigest, executable: false }]
    const text = formatContents([{ kind: undefined, note: { ...alpha, files } }])
    const frames = [{ size: 2 ** 31, crc32: 0, sha256: emptyDigest }]
    await writeFile(pack, formatHead(text, { frameSize: 1000, contentsLength: text.length, frames }))
    await truncate(pack, 2 ** 32)
    const { damaged } = await unpackFile(await freshStore(), pack, { wanted: wheelsOf(alpha), place: 'network' })
    expect(damaged).toEqual([{ wheel: undefined, reason: expect.stringContaining('longer') }])
  })
})

describe('a pack that is removed while it is read', () => {
  test('is read to its end', async () => {
    const { alpha, beta, contents } = await makeContents()
    await writePack(store, contents, { destination: pack })
    const other = await freshStore()
    const wanted = wheelsOf(alpha, beta)
    const { damaged } = await unpackFile(other, pack, { wanted, place: 'file', whenOpen: () => rm(pack) })
    expect(damaged).toEqual([])
  })
})

describe('a pack on a disk in trouble', () => {
  test('loses the wheels that could not be read', async () => {
    const { alpha, beta, contents } = await makeContents()
    const { size } = await writePack(store, contents, { destination: pack })
    const bytes = await readFile(pack)
    const source = {
      size,
      descriptor: 1_000_000,
      read: async (...range: [number, number]) => bytes.subarray(...range),
    }
    const services = {
      decode: async (range: Parameters<typeof writeFrames>[0]) => writeFrames(range),
      inTurn: <T>(work: () => Promise<T>) => work(),
    }
    const other = await freshStore()
    const { damaged } = await readPack(other, source, { wants: () => true, services })
    expect(damaged.map(({ wheel }) => wheel)).toEqual([alpha.sha256, beta.sha256, alpha.sha256])
    expect(damaged[0]?.reason).toMatch(/cannot be read: EBADF/)
    expect(await readdir(other.temporary)).toEqual([])
  })
})
