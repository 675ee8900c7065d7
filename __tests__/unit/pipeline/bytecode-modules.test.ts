import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { exitCodes } from '../../../src/errors.js'
import { parseModules, readModuleList, selectModules } from '../../../src/pipeline/bytecode-modules.js'
import type { WheelNote } from '../../../src/store/note.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wheelcrew-modules-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const namesIn = (text: string): string[] => [...parseModules(text, 'modules.txt')].sort()

describe('a file of modules', () => {
  test('names one a line, with comments, and the packages around each count too', () => {
    const text = '# what the service imports\nnumpy.linalg.lapack_lite # the solver\n\n  six  \r\n'
    expect(namesIn(text)).toEqual(['numpy', 'numpy.linalg', 'numpy.linalg.lapack_lite', 'six'])
  })

  test('may be what -X importtime prints', () => {
    const text = [
      'import time: self [us] | cumulative | imported package',
      'import time:       152 |        152 |   _io',
      'import time:      cached |     cached |     encodings.aliases',
      'import time:       204 |        891 |     30fcd23745efe32ce681__mypyc',
    ].join('\n')
    expect(namesIn(text)).toEqual(['30fcd23745efe32ce681__mypyc', '_io', 'encodings', 'encodings.aliases'])
  })

  test('that is empty names nothing', () => {
    expect(namesIn('')).toEqual([])
  })

  test.each(['numpy/linalg.py', 'import numpy', 'numpy.', '.relative', 'a b', '{"modules": []}', 'numpy==2.1'])(
    'is refused for the line %j, by its number',
    line => {
      expect(() => namesIn(`six\n${line}\n`)).toThrow(
        expect.objectContaining({
          code: 'MODULES_FILE_INVALID',
          exitCode: exitCodes.usage,
          message: `modules.txt:2: \`${line}\` is not the name of a module`,
        }),
      )
    },
  )

  test('that cannot be read is a usage error with its name', () => {
    const missing = join(directory, 'missing.txt')
    for (const path of [missing, directory]) {
      expect(() => readModuleList(path)).toThrow(
        expect.objectContaining({
          code: 'MODULES_FILE_UNREADABLE',
          exitCode: exitCodes.usage,
          message: expect.stringContaining(path),
        }),
      )
    }
  })

  test('has the digest of its names, whatever their order and the comments', () => {
    const digestOf = (text: string): string => {
      const path = join(directory, 'modules.txt')
      writeFileSync(path, text)
      return readModuleList(path).digest
    }
    expect(digestOf('b\na.c\n')).toBe(digestOf('a.c # first\na\nb\n'))
    expect(digestOf('b\n')).not.toBe(digestOf('a\n'))
  })
})

describe('of a wheel', () => {
  const note = (...paths: readonly string[]): WheelNote => ({
    sha256: 'a'.repeat(64),
    filename: 'pkg-1.0-py3-none-any.whl',
    size: 1,
    name: 'pkg',
    version: '1.0',
    distInfo: 'pkg-1.0.dist-info',
    rootIsPurelib: true,
    requires: [],
    files: paths.map(path => ({ path, size: 1, sha256: 'b'.repeat(64), executable: false })),
  })
  const selected = (names: readonly string[], ...paths: readonly string[]): string[] => [
    ...selectModules(note(...paths), new Set(names)),
  ]

  test('a package is its __init__ alone, and a module its file', () => {
    const paths = ['pkg/__init__.py', 'pkg/a.py', 'pkg/sub/__init__.py', 'pkg/sub/b.py', 'pkg/data.txt']
    expect(selected(['pkg', 'pkg.sub'], ...paths)).toEqual(['pkg/__init__.py', 'pkg/sub/__init__.py'])
    expect(selected(['pkg.sub.b'], ...paths)).toEqual(['pkg/sub/b.py'])
    expect(selected(['other', 'pkg.data'], ...paths)).toEqual([])
  })

  test('modules of the .data directory count by where they are installed, and scripts are none', () => {
    const paths = ['pkg-1.0.data/platlib/fast/core.py', 'pkg-1.0.data/scripts/fast.py']
    expect(selected(['fast', 'fast.core'], ...paths)).toEqual(['pkg-1.0.data/platlib/fast/core.py'])
  })
})
