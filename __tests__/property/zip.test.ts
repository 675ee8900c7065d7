import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { readContents } from '../../src/install/wheel-contents.js'
import { entryDataOffset, inflateEntry, readEntries } from '../../src/wheel/zip.js'
import { memoryArchive } from '../helpers/memory-archive.js'
import { makeWheel, makeZip, type ZipInput } from '../helpers/wheel-builder.js'

type Read = { readonly path: string; readonly executable: boolean; readonly content: string }

const entry: fc.Arbitrary<ZipInput> = fc.record({
  name: fc.stringMatching(/^[a-z]{1,3}(\/[a-zé]{1,3}){0,2}\.py$/u),
  data: fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string().map(text => text.repeat(50)),
  ),
  method: fc.constantFrom('stored', 'deflate', 'zstd'),
  mode: fc.constantFrom(0o100644, 0o100755),
  zip64: fc.boolean(),
  dataDescriptor: fc.boolean(),
})
const inputs = fc.uniqueArray(entry, { minLength: 1, maxLength: 5, selector: ({ name }) => name })
const archive = fc.tuple(inputs, fc.boolean())

function read(bytes: Buffer): readonly Read[] {
  const whole = memoryArchive(bytes)
  return readEntries(whole, 'w').map(found => {
    const compressed = whole.read(entryDataOffset(whole, found, 'w'), found.compressedSize)
    const content = inflateEntry(found, compressed, 'w').toString()
    return { path: found.path, executable: found.isExecutable, content }
  })
}

/** What a damaged archive reads as, or undefined where it is refused; any other failure is the test's. */
function readOrRefuse(bytes: Buffer): readonly Read[] | undefined {
  try {
    return read(bytes)
  } catch (error) {
    if (!isUserError(error)) throw error
    return undefined
  }
}

function withoutMode({ path, content }: Read): Omit<Read, 'executable'> {
  return { path, content }
}

/** What an installation reads of a wheel, or undefined where it is refused as WHEEL_INVALID. */
function readWheel(bytes: Buffer): readonly string[] | undefined {
  const source = memoryArchive(bytes)
  try {
    const contents = readContents(source, { path: '', filename: wheel.filename, sha256: '', size: bytes.length })
    const texts = contents.entries.map(found => {
      const compressed = source.read(entryDataOffset(source, found, 'w'), found.compressedSize)
      return `${found.path} ${inflateEntry(found, compressed, 'w').toString('hex')}`
    })
    return [...texts, JSON.stringify(contents.identity.name), contents.record]
  } catch (error) {
    if (!isUserError(error) || error.code !== 'WHEEL_INVALID') throw error
    return undefined
  }
}

const wheel = makeWheel({
  ...{ name: 'demo', version: '1.0', entryPoints: '[console_scripts]\ndemo = demo:main\n' },
  files: { 'demo/é.py': 'x = 1\n'.repeat(9) },
  extra: [
    { name: 'demo/a', data: 'aaaa', dataDescriptor: true, zip64: true },
    { name: 'demo/b', data: 'b'.repeat(99), method: 'zstd' },
    { name: 'demo/' },
  ],
  zip: { zip64: true, comment: Buffer.from('made by a test') },
})

describe('a wheel', () => {
  test('that is cut off anywhere is refused', () => {
    const lengths = Array.from(wheel.bytes, (_, length) => length)
    expect(lengths.filter(length => readWheel(wheel.bytes.subarray(0, length)) !== undefined)).toEqual([])
    expect(readWheel(wheel.bytes)).toHaveLength(9)
  })

  test('of which any byte is changed keeps every path and content, or is refused', () => {
    const whole = JSON.stringify(readWheel(wheel.bytes))
    const changed: number[] = []
    for (const at of wheel.bytes.keys()) {
      for (const mask of [1 << (at & 7), 0xff]) {
        const damaged = Buffer.from(wheel.bytes)
        damaged.writeUInt8(damaged.readUInt8(at) ^ mask, at)
        const read = readWheel(damaged)
        if (read !== undefined && JSON.stringify(read) !== whole) changed.push(at)
      }
    }
    expect(changed).toEqual([])
  })
})

describe('a zip archive', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(archive, ([inputs, zip64]) => {
        const expected = inputs.map(({ name, data, mode }) => ({
          path: String(name),
          executable: mode === 0o100755,
          content: String(data),
        }))
        expect(read(makeZip(inputs, { zip64 }))).toEqual(expected)
      }),
    )
  })

  test('is refused when cut off anywhere', () => {
    fc.assert(
      fc.property(archive, fc.nat(), ([inputs, zip64], at) => {
        const bytes = makeZip(inputs, { zip64 })
        expect(readOrRefuse(bytes.subarray(0, at % bytes.length))).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('with one changed byte keeps every path and content, or is refused', () => {
    fc.assert(
      fc.property(archive, fc.nat(), fc.integer({ min: 1, max: 255 }), ([inputs, zip64], at, mask) => {
        const bytes = makeZip(inputs, { zip64 })
        const entries = read(bytes).map(withoutMode)
        const position = at % bytes.length
        bytes.writeUInt8(bytes.readUInt8(position) ^ mask, position)
        const damaged = readOrRefuse(bytes)
        // Modes stand only in the central header, so a changed x bit is the one change that nothing contradicts.
        if (damaged !== undefined) expect(damaged.map(withoutMode)).toEqual(entries)
      }),
      { numRuns: 1000 },
    )
  })

  test('of random bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (noise, at) => {
        const bytes = Buffer.concat([noise.subarray(0, at), makeZip([]).subarray(0, 10), noise.subarray(at)])
        expect(readOrRefuse(bytes) ?? []).toEqual([])
      }),
    )
  })
})
