import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { startFakeIndex, withCredentials } from '../helpers/fake-index.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const run = promisify(execFile)

let scratch: Scratch
beforeEach(async () => {
  scratch = await makeScratch()
})
afterEach(() => scratch.remove())

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  files: { 'tool/__init__.py': 'VALUE = 42\n', 'tool/broken.py': 'def (:\n' },
  data: { 'scripts/shipped': '#!python\nimport tool\nprint(tool.VALUE)\n', 'data/share/tool.txt': 'data' },
  entryPoints: '[console_scripts]\ntool-run = tool.cli:main\n',
  requires: ['library'],
})
const cli = makeWheel({
  name: 'library',
  version: '2.0',
  files: { 'tool/cli.py': 'def main():\n    print("ran")\n' },
})

async function site(venv = scratch.venv): Promise<string> {
  const [version = ''] = (await readdir(join(venv, 'lib'))).filter(name => name.startsWith('python'))
  return join(venv, 'lib', version, 'site-packages')
}

async function python(code: string, venv = scratch.venv): Promise<string> {
  const env = { PATH: process.env.PATH ?? '' }
  return (await run(join(venv, 'bin', 'python'), ['-c', code], { env })).stdout.trim()
}

async function offerBoth(): Promise<string> {
  await scratch.offer(tool, cli)
  return scratch.write('pylock.toml', pylockOf([tool, cli]))
}

describe('install', () => {
  test('makes an environment whose modules import, whose scripts run and whose bytecode is used', async () => {
    const output = await scratch.install('-r', await offerBoth())
    expect(output).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await python('import tool; print(tool.VALUE)')).toBe('42')
    for (const [script, text] of [
      ['tool-run', 'ran'],
      ['shipped', '42'],
    ] as const) {
      expect((await run(join(scratch.venv, 'bin', script))).stdout.trim()).toBe(text)
    }
    const compiled = join(await site(), 'tool', '__pycache__')
    const [initialiser = ''] = (await readdir(compiled)).filter(name => name.startsWith('__init__'))
    const before = await stat(join(compiled, initialiser))
    await python('import tool')
    expect((await stat(join(compiled, initialiser))).ino).toBe(before.ino)
    expect(await readdir(compiled)).not.toContainEqual(expect.stringMatching(/^broken/))
    expect(await storeIsTidy(scratch)).toBe(true)
  })

  test('records every file once, with its true hash, and links none that it rewrites', async () => {
    await scratch.install('-r', await offerBoth())
    const library = await site()
    const record = await readFile(join(library, 'tool-1.0.dist-info', 'RECORD'), 'utf8')
    const paths = record
      .trim()
      .split('\n')
      .map(row => row.split(',')[0] ?? '')
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(expect.arrayContaining(['../../../bin/tool-run', '../../../share/tool.txt']))
    await python("import importlib.metadata as m; assert all(f.locate().exists() for f in m.files('tool'))")
    for (const path of ['../../../bin/shipped', '../../../bin/tool-run', 'tool-1.0.dist-info/RECORD']) {
      expect((await stat(join(library, path))).nlink).toBe(1)
    }
    expect((await stat(join(library, 'tool/__init__.py'))).nlink).toBe(2)
    expect(await readFile(join(library, 'tool-1.0.dist-info', 'INSTALLER'), 'utf8')).toBe('wheelcrew\n')
  })

  test('gives the same tree a second time, from the store alone', async () => {
    const lock = await offerBoth()
    await scratch.install('-r', lock)
    const first = await readdir(await site(), { recursive: true })
    await rm(scratch.venv, { recursive: true })
    await rm(scratch.wheels, { recursive: true })
    const output = await scratch.run([
      'install',
      '-r',
      lock,
      '--venv',
      scratch.venv,
      '--store',
      scratch.store,
      '--offline',
    ])
    expect(output).toMatchObject({ exitCode: 0 })
    expect((await readdir(await site(), { recursive: true })).sort()).toEqual(first.sort())
  })

  test('does nothing when everything is there', async () => {
    const lock = await offerBoth()
    await scratch.install('-r', lock)
    const before = await stat(join(await site(), 'tool-1.0.dist-info', 'RECORD'))
    const output = await scratch.install('-r', lock, '--report', join(scratch.directory, 'report.json'))
    expect(output).toMatchObject({ exitCode: 0 })
    expect((await stat(join(await site(), 'tool-1.0.dist-info', 'RECORD'))).mtimeMs).toBe(before.mtimeMs)
    const report = JSON.parse(await readFile(join(scratch.directory, 'report.json'), 'utf8'))
    expect(report.wheels.map((wheel: { source: string }) => wheel.source)).toEqual(['environment', 'environment'])
  })

  test('writes copies where it is told to, with the times that keep their bytecode valid', async () => {
    await scratch.install('-r', await offerBoth(), '--link-mode', 'copy')
    const source = join(await site(), 'tool', '__init__.py')
    expect((await stat(source)).nlink).toBe(1)
    const compiled = join(await site(), 'tool', '__pycache__')
    const before = await Promise.all((await readdir(compiled)).map(name => stat(join(compiled, name))))
    await python('import tool')
    const after = await Promise.all((await readdir(compiled)).map(name => stat(join(compiled, name))))
    expect(after.map(({ mtimeMs }) => mtimeMs)).toEqual(before.map(({ mtimeMs }) => mtimeMs))
  })

  test('leaves bytecode out where it is told to', async () => {
    await scratch.install('-r', await offerBoth(), '--no-compile-bytecode')
    expect(await readdir(join(await site(), 'tool'))).not.toContain('__pycache__')
  })

  test('installs a wheel by its path, and says so in direct_url.json', async () => {
    await scratch.offer(cli)
    const output = await scratch.install(join(scratch.wheels, cli.filename), '--no-deps')
    expect(output).toMatchObject({ exitCode: 0 })
    const directory = join(await site(), 'library-2.0.dist-info')
    const direct = JSON.parse(await readFile(join(directory, 'direct_url.json'), 'utf8'))
    expect(direct.url).toBe(pathToFileURL(join(scratch.wheels, cli.filename)).href)
    expect(await readdir(directory)).toContain('REQUESTED')
  })

  test('lets one wheel win contested files, names both, and is silent about equal ones', async () => {
    const files = { 'shared/__init__.py': '', 'shared/name.py': 'NAME = "alpha"\n' }
    const alpha = makeWheel({ name: 'alpha', version: '1.0', files })
    const beta = makeWheel({ name: 'beta', version: '1.0', files: { ...files, 'shared/name.py': 'NAME = "beta"\n' } })
    await scratch.offer(alpha, beta)
    const output = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([beta, alpha])))
    expect(output.exitCode).toBe(0)
    expect(output.stderr).toMatch(/`alpha` and `beta` hold different files at `[^`]*name\.py`; `alpha` wins/)
    expect(output.stderr).not.toContain('__init__')
    expect(await python('import shared.name as n; print(n.NAME)')).toBe('alpha')
  })

  test('prints one object and nothing else on stdout with --json', async () => {
    const output = await scratch.install('-r', await offerBoth(), '--json')
    expect(JSON.parse(output.stdout)).toMatchObject({ format: 1, totals: { wheels: 2 } })
  })

  test('never shows the password of an index, in no message and no report', async () => {
    const index = await startFakeIndex({ files: [tool, cli], auth: { username: 'reader', password: 'hunter2' } })
    try {
      const report = join(scratch.directory, 'report.json')
      const address = withCredentials(index.url, 'reader', 'hunter2')
      const base = ['install', '-v', '--venv', scratch.venv, '--store', scratch.store, '--report', report]
      const lock = await scratch.write('pylock.toml', pylockOf([tool, cli], { url: index.fileUrl }))
      const good = await scratch.run([...base, '-r', lock, '--index-url', address])
      expect(good).toMatchObject({ exitCode: 0 })
      const wrong = address.replace('hunter2', 'hunter3')
      const bad = await scratch.run([...base, 'absent==1', '--no-deps', '--index-url', wrong])
      expect(bad.exitCode).not.toBe(0)
      const said = [good, bad].flatMap(output => [output.stdout, output.stderr])
      expect(`${said.join('')}${await readFile(report, 'utf8')}`).not.toMatch(/hunter[23]/)
    } finally {
      await index.close()
    }
  })
})

describe('install behind a proxy', () => {
  test('goes through HTTP_PROXY, except where NO_PROXY says', async () => {
    const index = await startFakeIndex({ files: [cli] })
    try {
      const lock = await scratch.write('pylock.toml', pylockOf([cli], { url: index.fileUrl }))
      const args = ['install', '-r', lock, '--venv', scratch.venv, '--store', scratch.store]
      const proxy = { HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' }
      const refused = await scratch.run(args, { ...proxy, NO_PROXY: '', no_proxy: '' })
      expect(refused.stderr).toContain('ECONNREFUSED')
      expect(refused.exitCode).toBe(1)
      expect(index.requests).toHaveLength(0)
      const direct = await scratch.run(args, { ...proxy, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' })
      expect(direct).toMatchObject({ exitCode: 0 })
    } finally {
      await index.close()
    }
  })
})

describe('install of loose requirements', () => {
  test('fetches a uv of its own where none is on PATH, and resolves nothing the second time', async () => {
    const bin = join(scratch.directory, 'bin')
    await mkdir(bin)
    const { stdout } = await run('python3', ['-c', 'import sys; print(sys.executable)'])
    await symlink(stdout.trim(), join(bin, 'python3'))
    const report = join(scratch.directory, 'report.json')
    const how = async (...args: readonly string[]) => {
      const base = ['install', 'six', 'idna>3', '--store', scratch.store, '--report', report]
      expect(await scratch.run([...base, ...args], { PATH: bin })).toMatchObject({ exitCode: 0 })
      const { decisions } = JSON.parse(await readFile(report, 'utf8'))
      return decisions.find(({ subject }: { subject: string }) => subject === 'lock').choice
    }
    expect(await how('--venv', scratch.venv)).toBe('uv')
    expect(await how('--venv', join(scratch.directory, 'second'), '--offline')).toBe('stored')
    expect(await python('import six, idna; print("ok")', join(scratch.directory, 'second'))).toBe('ok')
  })
})

describe('install with a cache', () => {
  const cached = (...args: readonly string[]) =>
    scratch.run([
      ...['install', '--venv', scratch.venv, '--store', scratch.store],
      ...['--cache-backend', pathToFileURL(join(scratch.directory, 'cache')).href, ...args],
    ])

  test('restores on a fresh store without any index what another revision saved', async () => {
    const lock = await offerBoth()
    const revision = (character: string) => ['--cache-revision', character.repeat(40)]
    const report = join(scratch.directory, 'report.json')
    await cached('-r', lock, '--find-links', scratch.wheels, '--no-index', ...revision('a'))
    const first = (await readdir(await site(), { recursive: true })).sort()
    for (const path of [scratch.venv, scratch.store, scratch.wheels]) await rm(path, { recursive: true })
    const output = await cached('-r', lock, '--offline', '--report', report, ...revision('b'))
    expect(output).toMatchObject({ exitCode: 0 })
    expect((await readdir(await site(), { recursive: true })).sort()).toEqual(first)
    const { cache, wheels } = JSON.parse(await readFile(report, 'utf8'))
    expect(cache).toMatchObject({ outcome: 'hit', matchedKey: expect.stringContaining('a'.repeat(40)) })
    expect(wheels.map((wheel: { source: string }) => wheel.source)).toEqual(['cache', 'cache'])
    expect(await python('import tool; print(tool.VALUE)')).toBe('42')
  })

  test('goes on without a damaged entry, with a warning', async () => {
    const lock = await offerBoth()
    const links = ['--find-links', scratch.wheels, '--no-index']
    await cached('-r', lock, ...links)
    const directory = join(scratch.directory, 'cache')
    const { truncate } = await import('node:fs/promises')
    for (const name of await readdir(directory)) {
      const path = join(directory, name)
      await truncate(path, Math.floor((await stat(path)).size / 2))
    }
    for (const path of [scratch.venv, scratch.store]) await rm(path, { recursive: true })
    const output = await cached('-r', lock, ...links)
    expect(output.exitCode).toBe(0)
    expect(await python('import tool; print(tool.VALUE)')).toBe('42')
  })
})
