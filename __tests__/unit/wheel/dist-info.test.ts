import { describe, expect, test } from '@jest/globals'
import {
  findDistInfo,
  parseEntryPoints,
  parseMetadata,
  parseWheelFile,
  wheelVersionWarning,
} from '../../../src/wheel/dist-info.js'
import { parseWheelFilename } from '../../../src/wheel/filename.js'

const wheel = 'my_pkg-1.0-py3-none-any.whl'
const filename = parseWheelFilename(wheel)

function refusal(reason: string) {
  return expect.objectContaining({
    code: 'WHEEL_INVALID',
    exitCode: 3,
    message: `\`${wheel}\` is not a valid wheel: ${reason}`,
  })
}

describe('findDistInfo', () => {
  test('finds the top-level directory by its normalised name', () => {
    expect(findDistInfo(['a.py', 'My.Pkg-1.0.dist-info/WHEEL', 'My.Pkg-1.0.dist-info/RECORD'], filename)).toBe(
      'My.Pkg-1.0.dist-info',
    )
  })

  test('leaves nested directories aside', () => {
    expect(findDistInfo(['my_pkg-1.0.dist-info/WHEEL', 'vendor/x-2.dist-info/WHEEL'], filename)).toBe(
      'my_pkg-1.0.dist-info',
    )
  })

  test.each([
    [['a.py', 'my_pkg-1.0.dist-info'], 'it has no `.dist-info` directory'],
    [
      ['my_pkg-1.0.dist-info/W', 'b-1.dist-info/W'],
      'it has several `.dist-info` directories: `my_pkg-1.0.dist-info`, `b-1.dist-info`',
    ],
    [['my-1.0.dist-info/W'], '`my-1.0.dist-info` is not the `.dist-info` directory of `my-pkg`'],
    [['my_pkg_extra-1.0.dist-info/W'], '`my_pkg_extra-1.0.dist-info` is not the `.dist-info` directory of `my-pkg`'],
    [['my_pkg.dist-info/W'], '`my_pkg.dist-info` is not the `.dist-info` directory of `my-pkg`'],
  ])('refuses %j', (paths, reason) => {
    expect(() => findDistInfo(paths, filename)).toThrow(refusal(reason))
  })
})

describe('parseWheelFile', () => {
  test('reads purelib, whatever the case of keys and values', () => {
    const text = 'Wheel-Version: 1.0\r\nroot-is-purelib: TRUE\r\nTag: py2-none-any\r\nTag: py3-none-any\r\n'
    expect(parseWheelFile(text, wheel)).toEqual({
      version: '1.0',
      rootIsPurelib: true,
    })
  })

  test('takes the first of two versions, as repackaged wheels have them', () => {
    expect(parseWheelFile('Wheel-Version: 1.0\nWheel-Version: 2.0\n', wheel).version).toBe('1.0')
  })

  test.each([
    ['1', undefined],
    ['1.0', undefined],
    ['1.9', `\`${wheel}\`: its \`Wheel-Version\` \`1.9\` is newer than 1.0, by which it is installed`],
    ['0.1', `\`${wheel}\`: its \`Wheel-Version\` \`0.1\` is older than 1.0, by which it is installed`],
  ])('accepts version %s with the warning %j', (version, warning) => {
    const file = parseWheelFile(`Wheel-Version: ${version}\n`, wheel)
    expect(file.version).toBe(version)
    expect(wheelVersionWarning(file, wheel)).toBe(warning)
  })

  test.each([
    ['Wheel-Version: 2.0\n', 'its `Wheel-Version` is `2.0`; expected 1.0 or another 1.x'],
    ['Wheel-Version: one\n', 'its `Wheel-Version` is `one`; expected 1.0 or another 1.x'],
    ['', 'its WHEEL file has no `Wheel-Version`'],
    ['Tag: a\n\nWheel-Version: 1.0\n', 'its WHEEL file has no `Wheel-Version`'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseWheelFile(text, wheel)).toThrow(refusal(reason))
  })
})

describe('parseMetadata', () => {
  test('reads headers up to the description', () => {
    const text = [
      'Metadata-Version: 2.1',
      'Name: My.Pkg',
      'Version: 1.0',
      'Requires-Python: >=3.9',
      'Requires-Dist: numpy>=2; python_version >= "3.9"',
      'Requires-Dist: folded',
      ' ; extra == "x"',
      '',
      'Requires-Dist: only-text',
    ]
    expect(parseMetadata(text.join('\n'), wheel)).toEqual({
      name: 'My.Pkg',
      version: '1.0',
      requiresPython: '>=3.9',
      requiresDist: ['numpy>=2; python_version >= "3.9"', 'folded ; extra == "x"'],
    })
  })

  test.each([
    ['Version: 1.0\n', 'its METADATA has no `Name`'],
    ['Name: a\nVersion:\n', 'its METADATA has no `Version`'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseMetadata(text, wheel)).toThrow(refusal(reason))
  })
})

describe('parseEntryPoints', () => {
  test('reads the two groups of scripts and no other', () => {
    const text = '[console_scripts]\nTool = pkg.cli:App.main\n[plugins]\nx = broken\n[gui_scripts]\nwin=pkg:gui\n'
    expect(parseEntryPoints(text, wheel)).toEqual([
      { name: 'Tool', module: 'pkg.cli', attribute: 'App.main', gui: false },
      { name: 'win', module: 'pkg', attribute: 'gui', gui: true },
    ])
  })

  test('skips comments, drops extras, and takes indented and CRLF lines', () => {
    const text = '# c\r\n; c\r\n[console_scripts]\r\n   to:ol = m : f [x,y]\r\n\r\n   ünï = möd:fü\r\n'
    expect(parseEntryPoints(text, wheel)).toEqual([
      { name: 'to:ol', module: 'm', attribute: 'f', gui: false },
      { name: 'ünï', module: 'möd', attribute: 'fü', gui: false },
    ])
  })

  test('takes the last of two scripts with one name', () => {
    const scripts = parseEntryPoints('[console_scripts]\na = m:f\n[gui_scripts]\na = m:g\n', wheel)
    expect(scripts).toEqual([{ name: 'a', module: 'm', attribute: 'g', gui: true }])
  })

  test('does not fold case', () => {
    expect(parseEntryPoints('[Console_Scripts]\na = m:f\n', wheel)).toEqual([])
  })

  test.each(['m', 'm:', ':f', 'm:f()', 'm:f; import os', 'm:f # c', 'm.:f', 'm:1f', 'm f:g'])(
    'refuses the reference %j',
    reference => {
      expect(() => parseEntryPoints(`[console_scripts]\na = ${reference}\n`, wheel)).toThrow(
        refusal(`its script \`a\` refers to \`${reference}\`; expected \`module:attribute\``),
      )
    },
  )

  test.each(['../a', 'a/b', 'a\\b', '/a', '..', '.', '', 'C:a', 'a\u0000b'])('refuses the script name %j', name => {
    expect(() => parseEntryPoints(`[console_scripts]\n${name} = m:f\n`, wheel)).toThrow('is not a plain filename')
  })

  test('refuses a line without an equals sign', () => {
    expect(() => parseEntryPoints('[gui_scripts]\na: m:f\n', wheel)).toThrow(
      refusal('entry_points.txt has the line `a: m:f`; expected `name = module:attribute`'),
    )
  })
})
