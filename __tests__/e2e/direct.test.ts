import { execFile } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pylockOf } from '../helpers/cli.js'
import { decision, exactTree, type Fleet, isDirect, makeFleet } from '../helpers/direct.js'
import { scrubbedEnvironment } from '../helpers/tools.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const execute = promisify(execFile)

/** Bytes that do not compress, the same each time. */
function noise(size: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size))
}

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  files: {
    'tool/__init__.py': 'VALUE = 42\n',
    'tool/cli.py': 'def main():\n    print("ran")\n',
    'tool/broken.py': 'def\n',
    'tool/empty.txt': '',
    'tool/noise.bin': noise((5 << 20) + 17),
    'tool/zeros.bin': Buffer.alloc((4 << 20) + 1),
    'tool/run.sh': { data: '#!/bin/sh\necho shell\n', mode: 0o755 },
    'tool/bare/__pycache__/lone.cpython-311.pyc': 'no source',
    'shared.py': 'A = 1\n',
    'same.py': 'C = 3\n',
    'nested/first/__init__.py': 'NAME = "first"\n',
  },
  data: {
    'scripts/shipped': '#!python\nimport tool\nprint(tool.VALUE)\n',
    'scripts/native': { data: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), mode: 0o755 },
    'scripts/twice': '#!python\nprint("tool")\n',
    'data/share/tool.txt': 'data',
    'data/rooted.txt': 'at the root',
    'headers/tool.h': '#define TOOL 1\n',
    'purelib/more/data.py': 'MORE = 1\n',
  },
  entryPoints: '[console_scripts]\ntool-run = tool.cli:main\n[gui_scripts]\ntool-gui = tool.cli:main\n',
})
const library = makeWheel({
  name: 'library',
  version: '2.0',
  wheel: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: py3-none-any\n',
  files: {
    'library.py': '',
    'shared.py': 'B = 2\n',
    'same.py': 'C = 3\n',
    'nested/second/__init__.py': 'NAME = "second"\n',
  },
  data: { 'scripts/twice': '#!python\nprint("library")\n', 'platlib/native.so': noise(3 << 20) },
  requires: ['tool'],
})
const plain = makeWheel({ name: 'plain-thing', version: '3.0', files: { 'plain.py': 'import tool\n' } })
const wheels = [tool, library, plain]

/** One distribution comes from a path, so that it gets a direct_url.json. */
function lockText(): string {
  const file = `{ path = "wheels/${plain.filename}", hashes = { sha256 = "${plain.sha256}" } }`
  const archive = `[[packages]]\nname = "plain-thing"\nversion = "3.0"\narchive = ${file}\n`
  return `${pylockOf([tool, library])}\n${archive}`
}

let fleet: Fleet
beforeEach(async () => {
  fleet = await makeFleet()
  await fleet.scratch.offer(...wheels)
  await fleet.scratch.write('pylock.toml', lockText())
})
afterEach(() => fleet.remove())

/** Fills the cache as a machine of its own. */
async function fillCache(): Promise<void> {
  const seen = await fleet.install({ store: 'first', hosted: false, hasWheels: true })
  expect([seen.exitCode, seen.stderr]).toEqual([0, expect.stringContaining('shared.py')])
}

/** What can be had without the cache is gone. */
async function removeWheels(): Promise<void> {
  for (const name of await readdir(fleet.scratch.wheels)) await rm(join(fleet.scratch.wheels, name))
}

describe('an environment that is unpacked straight from packs', () => {
  test('is, in every byte, mode and time, the one that is made through the store', async () => {
    await fillCache()
    await removeWheels()
    const entries = await readdir(fleet.cache)
    const through = await fleet.install({ store: 'second', hosted: false })
    expect([through.stderr, isDirect(through)]).toEqual([expect.stringContaining('cache: hit'), false])
    const whole = await exactTree(fleet.scratch.venv)
    const direct = await fleet.install({ store: 'third' })
    expect([direct.exitCode, direct.stderr]).toEqual([0, expect.stringContaining('cache: hit')])
    expect(decision(direct, 'link')).toMatchObject({ choice: 'copy', reason: expect.stringContaining('straight into') })
    expect(decision(direct, 'trust')?.choice).toBe('as the cache is')
    expect(direct.report?.wheels.map(({ source }) => source)).toEqual(['cache', 'cache', 'cache'])
    expect(direct.report?.warnings).toEqual(through.report?.warnings)
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
    expect(await fleet.held('third')).toEqual([])
    expect(await readdir(fleet.cache)).toEqual(entries)
  })

  test('has scripts that run, and is what pip checks and uninstalls', async () => {
    await fillCache()
    expect(isDirect(await fleet.install({ store: 'second' }))).toBe(true)
    const { venv } = fleet.scratch
    const outputs = ['tool-run', 'shipped', 'twice'].map(name => execute(join(venv, 'bin', name)))
    expect((await Promise.all(outputs)).map(({ stdout }) => stdout.trim())).toEqual(['ran', '42', 'library'])
    const pip = async (...args: readonly string[]) => {
      const options = { env: scrubbedEnvironment() as Record<string, string> }
      return (await execute('python3', ['-m', 'pip', '--python', join(venv, 'bin', 'python'), ...args], options)).stdout
    }
    expect(await pip('check')).toContain('No broken requirements')
    const before = await exactTree(venv)
    await pip('uninstall', '-y', 'tool', 'library', 'plain-thing')
    const left = Object.keys(await exactTree(venv)).filter(path => /tool|library|plain|shared|same|nested/.test(path))
    // Nobody lists a directory, and pip removes no empty one outside of the library.
    expect(left.filter(path => !before[path]?.startsWith('directory'))).toEqual([])
  })

  test('is made for who keeps nothing in the store, whatever the machine', async () => {
    await fillCache()
    const direct = await fleet.install({ store: 'second', hosted: false }, '--store-max-size', '0')
    expect([direct.exitCode, isDirect(direct)]).toEqual([0, true])
    expect(isDirect(await fleet.install({ store: 'third', hosted: false }))).toBe(false)
    expect(await fleet.held('third')).not.toEqual([])
  })

  test.each([
    ['with a space', 'odd place/venv'],
    ['with quotes', `it's "odd"`],
    ['with other letters', 'ünï, 環境'],
    ['longer than a first line', `${'x'.repeat(200)}/venv`],
    ['below a link', 'link/venv'],
  ])('lies at any path: %s', async (_, name) => {
    await fillCache()
    const venv = join(fleet.scratch.directory, name)
    await symlink('wheels', join(fleet.scratch.directory, 'link'))
    const through = await fleet.install({ store: 'second', hosted: false, venv })
    const whole = through.exitCode === 0 ? await exactTree(venv) : {}
    const direct = await fleet.install({ store: 'third', venv })
    expect([direct.exitCode, direct.stderr.split('\n').filter(line => line.startsWith('error'))]).toEqual([
      through.exitCode,
      through.stderr.split('\n').filter(line => line.startsWith('error')),
    ])
    if (through.exitCode !== 0) return expect(await readdir(fleet.scratch.directory)).not.toContain(name)
    expect(isDirect(direct)).toBe(true)
    expect(await exactTree(venv)).toEqual(whole)
    const { stdout } = await execute(join(venv, 'bin', 'tool-run'))
    expect(stdout).toBe('ran\n')
  })

  test.each([
    ['without bytecode', ['--no-compile-bytecode']],
    ['with copies asked for', ['--link-mode', 'copy']],
    ['with all of the lock and nothing else', []],
  ])('%s is the same as through the store', async (_, args) => {
    await fillCache()
    const command = args.length === 0 ? ('sync' as const) : ('install' as const)
    await rm(fleet.scratch.venv, { recursive: true })
    await fleet.install({ store: 'second', hosted: false, command }, ...args)
    const whole = await exactTree(fleet.scratch.venv)
    await rm(fleet.scratch.venv, { recursive: true })
    const direct = await fleet.install({ store: 'third', command }, ...args)
    expect([direct.exitCode, isDirect(direct)]).toEqual([0, true])
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
    const bytecode = Object.keys(whole).filter(path => path.endsWith('cli.cpython-311.pyc'))
    expect(bytecode).toHaveLength(args.includes('--no-compile-bytecode') ? 0 : 1)
  })

  test('that turns out not to be whole goes through the store, with every warning once', async () => {
    await fillCache()
    const through = await fleet.install({ store: 'second', hosted: false })
    const whole = await exactTree(fleet.scratch.venv)
    const [name = ''] = (await readdir(fleet.cache)).filter(entry => entry.includes('-pack-'))
    const bytes = await readFile(join(fleet.cache, name))
    const last = bytes.length - 1
    bytes[last] = (bytes[last] ?? 0) ^ 1
    await writeFile(join(fleet.cache, name), bytes)
    const hurt = await fleet.install({ store: 'third', hasWheels: true })
    expect([hurt.exitCode, isDirect(hurt)]).toEqual([0, false])
    expect(decision(hurt, 'restore')).toMatchObject({ choice: 'through the store' })
    const ofDamage = expect.stringContaining('is damaged')
    const messages = (hurt.report?.warnings ?? []).map(warning => JSON.stringify(warning)).sort()
    const usual = (through.report?.warnings ?? []).map(warning => JSON.stringify(warning))
    expect(messages).toHaveLength(usual.length + 1)
    expect(messages).toEqual(expect.arrayContaining([...usual, ofDamage]))
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
  })
})
