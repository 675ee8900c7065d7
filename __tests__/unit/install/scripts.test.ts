import { describe, expect, test } from '@jest/globals'

import {
  isLegacyWrapper,
  launcherName,
  rewriteShebang,
  scriptEntryPoints,
  scriptFiles,
  scriptText,
  shebang,
  windowsLauncher,
} from '../../../src/install/scripts.js'
import { entryDataOffset, inflateEntry, readEntries } from '../../../src/wheel/zip.js'

const python = '/venv/bin/python'
const windowsPython = 'C:\\venv\\Scripts\\python.exe'
const entryPoint = (name: string, gui = false) => ({ name, module: 'pkg.cli', attribute: 'main', gui })
const namesOf = (...names: readonly string[]) =>
  scriptEntryPoints(
    names.map(name => entryPoint(name)),
    { wheel: 'a.whl', pythonVersion: '3.11.7' },
  ).map(({ name }) => name)

describe('the wrapper of an entry point', () => {
  test('imports what the attribute starts with and calls all of it', () => {
    expect(scriptText({ name: 'tool', module: 'pkg.cli', attribute: 'App.run', gui: false }, python)).toBe(
      [
        '#!/venv/bin/python',
        'import sys',
        'from pkg.cli import App',
        "if __name__ == '__main__':",
        "    if sys.argv[0].endswith('.exe'):",
        '        sys.argv[0] = sys.argv[0][:-4]',
        '    sys.exit(App.run())',
        '',
      ].join('\n'),
    )
  })

  test('is one file of its name on POSIX systems', () => {
    const content = Buffer.from(scriptText(entryPoint('tool'), python))
    expect(scriptFiles(entryPoint('tool'), python, undefined)).toEqual([{ name: 'tool', content }])
  })
})

describe('the entry points that become scripts', () => {
  test('are those listed', () => {
    expect(namesOf('b', 'A', 'pip3')).toEqual(['b', 'A', 'pip3'])
  })

  test('of pip and easy_install are those of the version at hand', () => {
    const listed = ['pip', 'pip3', 'pip3.8', 'piper', 'easy_install', 'easy_install-3.8', 'easy_install3']
    const made = ['easy_install', 'easy_install-3.11', 'pip', 'pip3', 'pip3.11', 'piper', 'easy_install3']
    expect(namesOf(...listed)).toEqual(made)
  })

  test.each([
    ...['python', 'Python3', 'python3.11', 'python3.13t', 'pythonw', 'PYTHON.EXE', 'pypy3.10', 'graalpy'],
    ...['activate', 'activate.ps1', 'deactivate.bat', 'activate_this.py'],
  ])('cannot be named %s', name => {
    expect(() => namesOf(name)).toThrow(expect.objectContaining({ code: 'SCRIPT_NAME_RESERVED' }))
  })

  test.each(['python-argcomplete-check', 'pythonic', 'activate-global-python-argcomplete', 'pypyr', 'ipython3'])(
    'can be named %s',
    name => {
      expect(namesOf(name)).toEqual([name])
    },
  )
})

describe('the first line', () => {
  const atLimit = `/${'x'.repeat(123)}`

  test.each([
    ['names the interpreter', python, 'linux', '#!/venv/bin/python\n'],
    ['may be 127 bytes long', atLimit, 'linux', `#!${atLimit}\n`],
    [
      'goes through a shell when longer',
      `${atLimit}x`,
      'linux',
      `#!/bin/sh\n'''exec' "${atLimit}x" "$0" "$@"\n' '''\n`,
    ],
    ['may be longer on macOS', `${atLimit}x`, 'darwin', `#!${atLimit}x\n`],
    ['counts bytes', `/${'ä'.repeat(62)}`, 'linux', `#!/bin/sh\n'''exec' "/${'ä'.repeat(62)}" "$0" "$@"\n' '''\n`],
    [
      'goes through a shell for a space',
      '/my venv/python',
      'linux',
      `#!/bin/sh\n'''exec' "/my venv/python" "$0" "$@"\n' '''\n`,
    ],
    [
      'keeps a shell from reading more into it',
      '/a $(b)/p',
      'linux',
      `#!/bin/sh\n'''exec' '/a $(b)/p' "$0" "$@"\n' '''\n`,
    ],
    ['is quoted on Windows where it has a space', 'C:\\a b\\python.exe', 'win32', '#!"C:\\a b\\python.exe"\r\n'],
    ['is as it is on Windows otherwise', windowsPython, 'win32', `#!${windowsPython}\r\n`],
  ] as const)('%s', (_, path, os, expected) => {
    expect(shebang(path, { os })).toBe(expected)
  })

  test.each([`/it's $5/python`, '/back slash\\x/python'])('cannot name %s', path => {
    expect(() => shebang(path)).toThrow(expect.objectContaining({ code: 'PYTHON_PATH_UNSUPPORTED', exitCode: 2 }))
  })
})

describe('a shipped script', () => {
  test.each([
    ['#!python\nprint(1)\n', '#!/venv/bin/python\nprint(1)\n'],
    ['#!python', '#!/venv/bin/python\n'],
    ['#!python -u -E\nprint(1)\n', '#!/venv/bin/python\nprint(1)\n'],
    ['#!python3.8\r\nprint(1)\r\n', '#!/venv/bin/python\nprint(1)\r\n'],
    ['#!pythonw\nprint(1)\n', '#!/venv/bin/python\nprint(1)\n'],
  ])('that starts %j gets the interpreter', (content, expected) => {
    expect(rewriteShebang(Buffer.from(content), python)?.toString()).toBe(expected)
  })

  test.each(['#!/usr/bin/env python\n', '#! python\n', '\x7fELF', '', '\n#!python\n', '#!pytho'])(
    'that starts %j stays as it is',
    content => {
      expect(rewriteShebang(Buffer.from(content), python)).toBeUndefined()
    },
  )

  test.each([
    ['#!python\n', '#!C:\\venv\\Scripts\\python.exe\r\n'],
    ['#!pythonw\n', '#!C:\\venv\\Scripts\\pythonw.exe\r\n'],
  ])('that starts %j gets the interpreter of Windows', (content, expected) => {
    expect(rewriteShebang(Buffer.from(content), windowsPython)?.toString()).toBe(expected)
  })
})

test.each([
  ['tool', true],
  ['tool.exe', true],
  ['tool.EXE', true],
  ['tool-script.py', true],
  ['tool.pya', true],
  ['tool.py', false],
  ['Tool', false],
  ['tool-script.pyw', false],
  ['other', false],
])('that %s is the wrapper of an entry point `tool` is %s', (name, expected) => {
  expect(isLegacyWrapper(name, new Set(['tool']))).toBe(expected)
})

describe('a Windows script', () => {
  const launchers = { console: Buffer.from('MZ console'), gui: Buffer.from('MZ gui') }
  const contentOf = (gui: boolean) => {
    const [file] = scriptFiles(entryPoint('tool', gui), windowsPython, { windowsLaunchers: launchers })
    if (file === undefined) throw new Error('no file')
    return file.content
  }

  test('is the launcher, the first line and a zip of the wrapper', () => {
    const content = contentOf(false)
    const head = `MZ console#!${windowsPython}\r\n`
    expect(content.toString('latin1', 0, head.length)).toBe(head)

    const zip = content.subarray(head.length)
    const archive = { size: zip.length, read: (start: number, length: number) => zip.subarray(start, start + length) }
    const [entry, ...others] = readEntries(archive, 'tool.exe')
    if (entry === undefined) throw new Error('no entry')
    const start = entryDataOffset(archive, entry, 'tool.exe')
    const data = inflateEntry(entry, zip.subarray(start, start + entry.compressedSize), 'tool.exe')
    expect(others).toEqual([])
    expect(entry).toMatchObject({ path: '__main__.py', method: 'stored' })
    expect(data.toString()).toBe(scriptText(entryPoint('tool'), python).replace(/^.*\n/, ''))
  })

  test('without a console uses the other launcher and the other interpreter', () => {
    const head = 'MZ gui#!C:\\venv\\Scripts\\pythonw.exe\r\n'
    expect(contentOf(true).toString('latin1', 0, head.length)).toBe(head)
  })

  test('has the extension of an executable', () => {
    expect(
      scriptFiles(entryPoint('tool'), windowsPython, { windowsLaunchers: launchers }).map(({ name }) => name),
    ).toEqual(['tool.exe'])
  })

  test('is put together in the order that launchers expect', () => {
    expect(windowsLauncher(Buffer.from('MZ'), '#!p\r\n', Buffer.from('PK')).toString()).toBe('MZ#!p\r\nPK')
  })

  test.each([
    ['x64', false, 't64.exe'],
    ['x64', true, 'w64.exe'],
    ['arm64', false, 't64-arm.exe'],
    ['ia32', true, 'w32.exe'],
  ])('on %s, gui %s, starts with %s', (arch, gui, expected) => {
    expect(launcherName({ arch, gui })).toBe(expected)
  })
})
