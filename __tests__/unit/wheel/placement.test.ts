import { describe, expect, test } from '@jest/globals'
import { placeEntry } from '../../../src/wheel/placement.js'

const wheel = 'my_pkg-1.0-py3-none-any.whl'
const pure = { distInfo: 'my_pkg-1.0.dist-info', rootIsPurelib: true }

describe('placeEntry', () => {
  test('puts the root of a wheel into purelib or platlib', () => {
    expect(placeEntry('my_pkg/x.py', pure, wheel)).toEqual({ scheme: 'purelib', path: 'my_pkg/x.py' })
    expect(placeEntry('my_pkg/x.so', { ...pure, rootIsPurelib: false }, wheel).scheme).toBe('platlib')
  })

  test.each(['purelib', 'platlib', 'headers', 'scripts', 'data'] as const)('spreads the scheme %s', scheme => {
    expect(placeEntry(`my_pkg-1.0.data/${scheme}/a/b`, pure, wheel)).toEqual({ scheme, path: 'a/b' })
  })

  test('knows the data directory by its normalised name', () => {
    expect(placeEntry('My.Pkg-1.0.data/scripts/x', pure, wheel).scheme).toBe('scripts')
  })

  test('takes a data directory of another name for a package directory', () => {
    const path = 'other-1.0.data/scripts/x'
    expect(placeEntry(path, pure, wheel)).toEqual({ scheme: 'purelib', path })
  })

  test.each([
    ...['scripts/python', 'scripts/Python3.EXE', 'scripts/activate', 'data/bin/python3.12', 'data/Scripts/pythonw.exe'],
    ...['data/pyvenv.cfg', 'data/PYVENV.CFG', 'data/bin/activate_this.py'],
    ...['data/.wheelcrew-journal', 'purelib/.Wheelcrew-claim', 'platlib/a/b.py~wheelcrew', 'scripts/x~wheelcrew/y'],
  ])('refuses %s, a file of the environment itself', path => {
    expect(() => placeEntry(`my_pkg-1.0.data/${path}`, pure, wheel)).toThrow(
      expect.objectContaining({
        code: 'SCRIPT_NAME_RESERVED',
        exitCode: 1,
        message: `\`${wheel}\` has the entry \`my_pkg-1.0.data/${path}\`, a file of the environment itself`,
      }),
    )
  })

  test.each([
    ...[
      'scripts/tools/python',
      'scripts/python-demo',
      'scripts/activate-global',
      'data/python',
      'data/share/bin/python',
    ],
    ...['data/etc/pyvenv.cfg', 'purelib/bin/python', 'headers/python', 'purelib/a/.wheelcrew-journal'],
  ])('places %s, which is none', path => {
    expect(placeEntry(`my_pkg-1.0.data/${path}`, pure, wheel).path).toBe(path.slice(path.indexOf('/') + 1))
  })

  test.each([
    ['my_pkg-1.0.data/purelib/pip-1.0.dist-info/RECORD', 'it would be installed into a `.dist-info` directory'],
    ['my_pkg-1.0.data/platlib/my_pkg-1.0.DIST-INFO/WHEEL', 'it would be installed into a `.dist-info` directory'],
    ['my_pkg-1.0.data/plugins/x', '`plugins` is not a scheme; expected purelib, platlib, headers, scripts, data'],
    ['my_pkg-1.0.data/scripts', 'it lies in no scheme of the `.data` directory'],
    ['my_pkg-1.0.data', 'it lies in no scheme of the `.data` directory'],
    ['my_pkg-1.0.data/scripts/../../x', 'its path leaves its directory through `..`'],
    ['my_pkg-1.0.data/scripts//x', 'its path is not normalised'],
    ['my_pkg-1.0.data/data/C:/x', 'its path is absolute'],
    ['/etc/passwd', 'its path is absolute'],
    ['C:x', 'its path is absolute'],
    ['', 'its path is empty'],
  ])('refuses %j', (path, reason) => {
    expect(() => placeEntry(path, pure, wheel)).toThrow(
      expect.objectContaining({
        code: 'WHEEL_INVALID',
        exitCode: 3,
        message: `\`${wheel}\` is not a valid wheel: entry \`${path}\`: ${reason}`,
      }),
    )
  })
})
