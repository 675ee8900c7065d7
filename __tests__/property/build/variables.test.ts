import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { namesInText, prefixesInText, readsVariables } from '../../../src/build/variable-names.js'
import { countsAsInput } from '../../../src/build/variables.js'

const filenames = ['setup.py', 'CMakeLists.txt', 'build.rs', 'lib.rs', 'Makefile', 'x.sh', 'meson.build', 'x']
const name = fc
  .stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/)
  .filter(text => !/^(?:CARGO|OUT_DIR|TARGET|HOST|PROFILE|DEBUG|OPT_LEVEL|NUM_JOBS|DEP_|RUSTDOC|MAKE$)/.test(text))

const asks: Readonly<Record<string, (name: string) => string>> = {
  'setup.py': asked => `os.environ.get("${asked}")`,
  'CMakeLists.txt': asked => `set(X $ENV{${asked}})`,
  'build.rs': asked => `env::var("${asked}")`,
  'lib.rs': asked => `option_env!("${asked}")`,
  'x.sh': asked => `\${${asked}:-x}`,
}

describe('names of variables', () => {
  test('are found wherever a file asks for them, and are names', () => {
    const line = fc.string().map(text => text.replaceAll(/["'{}$\\]/g, ''))
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(asks)), fc.array(name), fc.array(line), (filename, names, noise) => {
        const ask = asks[filename] ?? String
        const lines = names.flatMap((asked, index) => [noise[index] ?? '', `\n${ask(asked)}\n`])
        const found = namesInText(lines.join('\n'), filename)
        expect(found).toEqual(expect.arrayContaining(names))
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })

  test('are nothing but names, in any text of any file', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '"',
        "'",
        '$',
        '{',
        'ENV',
        'env',
        '(',
        ')',
        '[',
        'A',
        '_',
        ' ',
        '\n',
        '=',
        '?',
        '.get',
        'os.environ',
      ),
    })
    fc.assert(
      fc.property(text, fc.constantFrom(...filenames), (given, filename) => {
        for (const found of [...namesInText(given, filename), ...prefixesInText(given, filename)]) {
          expect(found).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
        }
      }),
    )
  })

  test('of schedule, machine and secrets never count, whatever stands around them', () => {
    const part = fc.stringMatching(/^[A-Z][A-Z0-9]{0,8}$/)
    const secret = fc.constantFrom('TOKEN', 'PASSWORD', 'SECRET', 'KEY', 'CREDENTIALS')
    const prefix = fc.constantFrom(
      'GITHUB',
      'RUNNER',
      'WHEELCREW',
      'BUILDKITE',
      'SCCACHE',
      'CCACHE',
      'XDG',
      'INPUT',
      'PIP',
      'UV',
      'PYTHON',
    )
    fc.assert(
      fc.property(part, secret, prefix, (word, end, start) => {
        expect([`${word}_${end}`, `${start}_${word}`].filter(countsAsInput)).toEqual([])
      }),
    )
  })

  test('are looked for in build files at any depth', () => {
    const directories = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 5 })
    fc.assert(
      fc.property(
        directories,
        fc.constantFrom('setup.py', 'CMakeLists.txt', 'build.rs', 'x.cmake', 'Makefile'),
        (path, file) => {
          expect(readsVariables([...path, file].join('/'))).toBe(true)
        },
      ),
    )
  })
})
