import { describe, expect, test } from '@jest/globals'
import { readContents } from '../../../src/install/wheel-contents.js'
import { entryDataOffset, inflateEntry } from '../../../src/wheel/zip.js'
import { type HostileWheel, hostileWheels } from '../../helpers/hostile-wheels.js'
import { memoryArchive } from '../../helpers/memory-archive.js'
import { failureOf } from '../../helpers/plan.js'
import { makeWheel } from '../../helpers/wheel-builder.js'

/** Reads a wheel as an installation does, but for writing. */
function readWheel(filename: string, bytes: Buffer): readonly string[] {
  const source = memoryArchive(bytes)
  const { entries } = readContents(source, { path: '', filename, sha256: '', size: bytes.length })
  for (const entry of entries) {
    inflateEntry(entry, source.read(entryDataOffset(source, entry, filename), entry.compressedSize), filename)
  }
  return entries.map(entry => entry.path)
}

describe('a wheel is refused when it', () => {
  test.each(hostileWheels.map(wheel => [wheel.what, wheel] as const))('%s', async (_what, wheel: HostileWheel) => {
    const failure = await failureOf(() => readWheel(wheel.filename, wheel.bytes()))
    const code = wheel.code ?? 'WHEEL_INVALID'
    expect(failure).toMatchObject({ code, exitCode: code === 'WHEEL_INVALID' ? 3 : 1, hint: expect.any(String) })
    expect(failure.message).toContain(`\`${wheel.filename}\``)
    expect(failure.message).toContain(wheel.reason)
  })

  test('has another filename than a wheel, by a code of its own', async () => {
    const { bytes } = makeWheel({ name: 'demo', version: '1.0' })
    expect(await failureOf(() => readWheel('demo.zip', bytes))).toMatchObject({
      code: 'WHEEL_FILENAME_INVALID',
      exitCode: 1,
    })
  })
})

describe('a wheel is read though it', () => {
  const wheel = (input: object) => makeWheel({ name: 'demo', version: '1.0', ...input })

  test.each([
    ['has a second .dist-info inside a package', { files: { 'demo/vendor/pip-1.0.dist-info/METADATA': 'x' } }],
    [
      'has files beside its metadata that are not UTF-8',
      { extra: [{ name: 'demo-1.0.dist-info/AUTHORS', data: Buffer.from([0xe9]) }] },
    ],
    ['has empty directories', { extra: [{ name: 'demo/empty/' }] }],
    ['names a device of Windows', { files: { 'demo/aux.py': '' } }],
    ['has names that differ in case only', { files: { 'demo/a.py': '', 'demo/A.py': '' } }],
    [
      'ships scripts whose names begin like an interpreter',
      { data: { 'scripts/python-demo': '', 'scripts/activate-demo': '' } },
    ],
    ['has a folder among its scripts', { data: { 'scripts/tools/python': '' } }],
    ['holds a whole zip as a file', { extra: [{ name: 'demo/inner.zip', method: 'stored', data: wheel({}).bytes }] }],
  ])('%s', async (_what, input) => {
    const { filename, bytes } = wheel(input)
    expect(readWheel(filename, bytes)).toContain('demo-1.0.dist-info/RECORD')
  })
})

describe('on a system that folds names', () => {
  const read = (input: object, os: 'darwin' | 'win32') => {
    const { filename, bytes } = makeWheel({ name: 'demo', version: '1.0', ...input })
    return () => readContents(memoryArchive(bytes), { path: '', filename, sha256: '', size: bytes.length }, os)
  }

  test.each([
    ['differ in case only', { 'demo/a.py': '', 'demo/A.py': '' }],
    ['differ in composition only', { 'demo/\u00e9.py': '', 'demo/e\u0301.py': '' }],
    ['make a file of a directory', { 'demo/a': '', 'demo/A/b.py': '' }],
  ])('a wheel is refused whose names %s', (_what, files) => {
    for (const os of ['darwin', 'win32'] as const) {
      expect(read({ files }, os)).toThrow(
        expect.objectContaining({
          code: 'WHEEL_INVALID',
          message: expect.stringContaining('in names that this system equates'),
        }),
      )
    }
  })

  test('a wheel may have one directory in two spellings', () => {
    expect(read({ files: { 'demo/a.py': '', 'Demo/b.py': '' } }, 'darwin')().entries).toHaveLength(5)
  })

  test('a device name is refused on Windows and nowhere else', () => {
    const files = { 'demo/nul.txt': '' }
    expect(read({ files }, 'win32')).toThrow('names the device `nul.txt`, as Windows forbids')
    expect(read({ files }, 'darwin')().entries).toHaveLength(4)
  })
})
