import { describe, expect, test } from '@jest/globals'
import { normalizeName, parseWheelFilename } from '../../../src/wheel/filename.js'

/** A compressed set of this many tags. */
const set = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`).join('.')

describe('parseWheelFilename', () => {
  test('reads name, version and tag', () => {
    expect(parseWheelFilename('numpy-2.1.0-cp311-cp311-win_amd64.whl')).toEqual({
      filename: 'numpy-2.1.0-cp311-cp311-win_amd64.whl',
      name: 'numpy',
      version: '2.1.0',
      build: undefined,
      tags: ['cp311-cp311-win_amd64'],
    })
  })

  test('expands compressed tag sets to their product', () => {
    expect(parseWheelFilename('six-1.16.0-py2.py3-none-linux_x86_64.any.whl').tags).toEqual([
      'py2-none-linux_x86_64',
      'py2-none-any',
      'py3-none-linux_x86_64',
      'py3-none-any',
    ])
  })

  test('splits a build tag into its number and the rest', () => {
    expect(parseWheelFilename('mkl_fft-1.3.6-58-cp311-cp311-any.whl').build).toEqual([58, ''])
    expect(parseWheelFilename('a-1-2local.x-py3-none-any.whl').build).toEqual([2, 'local.x'])
  })

  test.each([
    ['Ruamel.Yaml', 'ruamel-yaml'],
    ['zope.interface', 'zope-interface'],
    ['jaraco__classes', 'jaraco-classes'],
  ])('normalises the name %s', (spelled, name) => {
    expect(parseWheelFilename(`${spelled}-1.0-py3-none-any.whl`).name).toBe(name)
  })

  test.each([
    ['2.4.0+cu121', '2.4.0+cu121'],
    ['2.4.0_cu121', '2.4.0+cu121'],
    ['1.0+a_b', '1.0+a_b'],
    ['1.0_post1', '1.0_post1'],
    ['1.0_rc1_local', '1.0_rc1+local'],
    ['1.0_abc', '1.0+abc'],
    ['1!2.0', '1!2.0'],
    ['2010i', '2010i'],
  ])('reads version %s as %s', (spelled, version) => {
    expect(parseWheelFilename(`a-${spelled}-py3-none-any.whl`).version).toBe(version)
  })

  test.each([
    ['a-1.0-py3-none-any.zip', 'it does not end in `.whl`'],
    ['a-1.0-py3-none.whl', 'it has 4 parts between `-`; expected 5 or 6'],
    ['my-pkg-1.0-1-py3-none-any.whl', 'it has 7 parts between `-`; expected 5 or 6'],
    ['my-pkg-1.0-py3-none-any.whl', '`pkg` is not a version'],
    ['a-1.0-x1-py3-none-any.whl', 'build tag `x1` does not start with a digit'],
    ['-1.0-py3-none-any.whl', '`` is not a name'],
    ['../a-1.0-py3-none-any.whl', '`../a` is not a name'],
    ['a-1.0-py3..py2-none-any.whl', '`py3..py2` is not a set of tags'],
    ['a-1.0-py3--any.whl', '`` is not a set of tags'],
    [`a-1.0-py3-none-${'x.'.repeat(120)}any.whl`, 'it is longer than 255 characters'],
    [`a-1.0-${set(20)}-${set(20)}-${set(3)}.whl`, 'it stands for 1200 tags; expected at most 1000'],
  ])('refuses %s', (filename, reason) => {
    const shown = filename.length > 200 ? `${filename.slice(0, 200)}…` : filename
    expect(() => parseWheelFilename(filename)).toThrow(
      expect.objectContaining({
        code: 'WHEEL_FILENAME_INVALID',
        message: `\`${shown}\` is not a wheel filename: ${reason}`,
      }),
    )
  })
})

describe('normalizeName', () => {
  test('makes each run of separators one hyphen and lowers the case', () => {
    expect(normalizeName('My__Pkg.-_Name')).toBe('my-pkg-name')
  })
})
