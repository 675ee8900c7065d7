import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../src/errors.js'
import { type ArchiveSource, entryDataOffset, inflateEntry, readEntries } from '../../src/wheel/zip.js'
import { makeZip, type ZipInput } from '../helpers/wheel-builder.js'

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

function source(bytes: Buffer): ArchiveSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.length) throw new RangeError('read outside the archive')
      return bytes.subarray(offset, offset + length)
    },
  }
}

function read(bytes: Buffer): readonly Read[] {
  const whole = source(bytes)
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
