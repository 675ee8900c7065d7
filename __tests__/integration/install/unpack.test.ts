import { lstat, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unpackEntries } from '../../../src/install/unpack-entries.js'
import { readEntries } from '../../../src/wheel/zip.js'
import { memoryArchive } from '../../helpers/memory-archive.js'
import { failureOf } from '../../helpers/plan.js'
import { makeWheel, makeZip, type WheelInput } from '../../helpers/wheel-builder.js'
import { type Fixture, makeFixture, textOf } from './unpack-fixture.js'

let fixture: Fixture
beforeAll(async () => {
  fixture = await makeFixture()
})
afterAll(() => fixture.remove())

const unpack = (input: Partial<WheelInput>) => fixture.unpack(makeWheel({ name: 'demo', version: '1.0', ...input }))
const filename = 'demo-1.0-py3-none-any.whl'
const big = Buffer.alloc(17 << 20, 'some text ')

describe('unpacking', () => {
  test.each(['stored', 'deflate', 'zstd'] as const)(
    'gives the content of %s entries, small and big, in all forms of headers',
    async method => {
      const extra = [
        { name: 'demo/plain', data: 'small', method },
        { name: 'demo/zip64', data: 'small', method, zip64: true },
        { name: 'demo/descriptor', data: 'small', method, dataDescriptor: true },
        { name: 'demo/both', data: 'small', method, zip64: true, dataDescriptor: true },
        { name: 'demo/empty', data: '', method },
        { name: 'demo/big', data: big, method },
        { name: 'demo/big-descriptor', data: big, method, zip64: true, dataDescriptor: true },
      ]
      const unpacked = await unpack({ extra, zip: { zip64: true } })
      expect(unpacked.warnings).toEqual([])
      for (const { name, data } of extra) {
        expect((await readFile(join(fixture.files(unpacked), name))).equals(Buffer.from(data))).toBe(true)
      }
    },
  )

  test('writes a link as a file that holds its target, and sets no bit but x', async () => {
    const unpacked = await unpack({
      extra: [
        { name: 'demo/link', data: '/etc/passwd', mode: 0o120777 },
        { name: 'demo/setuid', data: 'x', mode: 0o106755 },
        { name: 'demo/plain', data: 'x', mode: 0o100600 },
      ],
    })
    const facts = (name: string) => lstat(join(fixture.files(unpacked), 'demo', name))
    expect(await textOf(fixture, unpacked, 'demo/link')).toBe('/etc/passwd')
    expect((await facts('link')).isFile()).toBe(true)
    expect((await facts('link')).mode & 0o7111).toBe(0)
    expect((await facts('setuid')).mode & 0o7000).toBe(0)
    expect((await facts('setuid')).mode & 0o100).toBe(0o100)
    expect((await facts('plain')).mode & 0o111).toBe(0)
  })

  test('makes no directory that holds no file', async () => {
    const unpacked = await unpack({ extra: [{ name: 'demo/empty/' }] })
    await expect(lstat(join(fixture.files(unpacked), 'demo/empty'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('takes no more memory for a big packed nothing than for a small one', async () => {
    // Four million empty blocks of deflate, 5 bytes each, then the last one.
    const payload = Buffer.concat([Buffer.alloc(20 << 20, Buffer.from([0, 0, 0, 255, 255])), Buffer.from([3, 0])])
    const unpacked = await unpack({ extra: [{ name: 'demo/nothing', data: '', method: 'deflate', payload }] })
    expect(await textOf(fixture, unpacked, 'demo/nothing')).toBe('')
  })

  test.each([
    ['zstd', Buffer.concat([zstdCompressSync(big), zstdCompressSync('evil')])],
    ['deflate', Buffer.concat([deflateRawSync(big), deflateRawSync('evil')])],
  ] as const)('refuses a big %s entry with a second stream behind the first', async (method, payload) => {
    const failure = await failureOf(() => unpack({ extra: [{ name: 'demo/big', data: big, method, payload }] }))
    expect(failure).toMatchObject({ code: 'WHEEL_INVALID', message: expect.stringContaining('entry `demo/big`') })
  })
})

describe('a name that the file system does not take', () => {
  const unpackInto = async (destination: string, name: string) => {
    const archive = join(fixture.scratch, 'archive')
    const bytes = makeZip([{ name, data: 'x' }])
    await writeFile(archive, bytes)
    const entries = readEntries(memoryArchive(bytes), filename)
    return failureOf(() => unpackEntries({ kind: 'unpack', wheel: filename, archive, entries, destination }))
  }

  test('since another entry has it there, is refused with one message', async () => {
    const destination = await mkdtemp(join(fixture.scratch, 'folding-'))
    await writeFile(join(destination, 'a.py'), 'written for A.py')
    await mkdir(join(destination, 'b'))
    for (const name of ['a.py', 'b']) {
      expect(await unpackInto(destination, name)).toMatchObject({
        ...{ code: 'WHEEL_INVALID', exitCode: 3 },
        message: `\`${filename}\` is not a valid wheel: entry \`${name}\`: for this file system, its path is that of another entry`,
      })
    }
    expect(await readFile(join(destination, 'a.py'), 'utf8')).toBe('written for A.py')
  })

  test('since it is too long below the store, is refused with one message', async () => {
    const destination = join(fixture.scratch, 'd/'.repeat(2000))
    expect(await unpackInto(destination, 'c.py'.repeat(50))).toMatchObject({
      ...{ code: 'WHEEL_INVALID', exitCode: 3, message: expect.stringContaining('its path is too long or illegal') },
    })
  })
})

describe('an unpacked wheel has a warning, and is in the store, when', () => {
  test.each([
    [
      'its format is newer',
      { wheel: 'Wheel-Version: 1.9\nWheel-Version: 2.0\n' },
      'its `Wheel-Version` `1.9` is newer',
    ],
    ['its format is older', { wheel: 'Wheel-Version: 0.1\n' }, 'its `Wheel-Version` `0.1` is older'],
    ['RECORD is not UTF-8', { record: Buffer.from([0xe9]) }, 'RECORD is not UTF-8'],
    ['RECORD is empty', { record: '' }, 'RECORD does not list `demo-1.0.dist-info/METADATA`'],
    ['RECORD has a broken quote', { record: '"' }, 'RECORD has a broken quote'],
    ['RECORD has a size that is none', { record: 'demo/__init__.py,,x' }, 'RECORD gives a size that is no number for'],
    [
      'RECORD has a wrong sha512',
      { record: 'demo/__init__.py,sha512=eA,' },
      'RECORD gives another hash for `demo/__init__.py`',
    ],
    ['RECORD names md5', { record: 'demo/__init__.py,md5=eA,' }, 'names the algorithm `md5`, which proves nothing'],
  ])('%s', async (_what, input, warning) => {
    const unpacked = await unpack(input)
    expect(unpacked.warnings.map(text => text.startsWith(`\`${filename}\`: `))).not.toContain(false)
    expect(unpacked.warnings.join('\n')).toContain(warning)
    expect(await textOf(fixture, unpacked, 'demo/__init__.py')).toBe('')
  })

  test('RECORD names other algorithms than sha256, of which it is told only when they are wrong', async () => {
    // The digest of nothing, by the algorithm that PEP 376 does not default to.
    const right = 'OLBgp1GsljhM2TJ-sbHjaiH9txEUvgdDTAzHv2P24donTt6_529l-9Ua0vFImLlb'
    const { warnings } = await unpack({ record: `demo/__init__.py,sha384=${right},0` })
    expect(warnings.join('\n')).not.toContain('__init__')
  })
})
