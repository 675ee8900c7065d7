import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch } from '../helpers/cli.js'
import { makeWheel } from '../helpers/wheel-builder.js'

/** An installation of Python that works wherever it is copied to: one that lies in a directory of its own. */
function findMovablePython(): string | undefined {
  const ask = 'import sys; print(sys.base_prefix if sys.version_info >= (3, 9) else "")'
  const prefixes = ['python3', 'python', 'python3.11', 'python3.13'].map(name => {
    const { status, stdout } = spawnSync(name, ['-c', ask], { encoding: 'utf8' })
    return status === 0 ? stdout.trim() : ''
  })
  return prefixes.find(
    prefix => prefix !== '' && !prefix.startsWith('/usr') && existsSync(join(prefix, 'bin', 'python3')),
  )
}

const movable = process.platform === 'win32' ? undefined : findMovablePython()
if (movable === undefined)
  console.warn('SKIPPED: installing into an interpreter itself, which needs a Python outside /usr on PATH')
const describeWithPython = movable === undefined ? describe.skip : describe

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  data: { 'headers/tool.h': '', 'data/share/tool.txt': 'data' },
  entryPoints: '[console_scripts]\ntool-run = tool:main\n',
  files: { 'tool/__init__.py': 'def main():\n    print("ran")\n' },
})
const newer = makeWheel({ name: 'tool', version: '2.0' })

describeWithPython('the interpreter itself', () => {
  let scratch: Scratch
  let prefix = ''
  beforeEach(async () => {
    scratch = await makeScratch()
    await scratch.offer(tool, newer)
    prefix = join(scratch.directory, 'python')
    await cp(movable ?? '', prefix, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  }, 120_000)
  afterEach(() => scratch.remove())

  /** What other packages are installed there is of no interest. */
  const isNeeded = (path: string) =>
    !/[/\\](?:test|idlelib|tkinter|site-packages[/\\].+|ensurepip[/\\]_bundled|.*\.a)$/.test(path)
  const python = () => join(prefix, 'bin', 'python3')
  const ask = (code: string) => execFileSync(python(), ['-I', '-c', code], { encoding: 'utf8' }).trim()
  const install = async (wheels: Parameters<typeof pylockOf>[0], ...args: readonly string[]) => {
    const lock = await scratch.write('pylock.toml', pylockOf(wheels))
    const places = ['--store', scratch.store, '--find-links', scratch.wheels, '--no-index', '--python', python()]
    return scratch.run(['install', '--system', ...places, '-r', lock, ...args])
  }

  test('gets wheels by its own schemes, and another version in place of the first', async () => {
    expect(await install([tool])).toMatchObject({ exitCode: 0 })
    expect(ask('import importlib.metadata as m; print(m.version("tool"))')).toBe('1.0')
    expect(execFileSync(join(prefix, 'bin', 'tool-run'), { encoding: 'utf8' })).toBe('ran\n')
    expect(await readFile(join(prefix, 'bin', 'tool-run'), 'utf8')).toMatch(`#!${python()}`)
    expect(await readFile(join(prefix, 'share', 'tool.txt'), 'utf8')).toBe('data')
    expect(existsSync(join(ask('import sysconfig; print(sysconfig.get_path("include"))'), 'tool', 'tool.h'))).toBe(true)
    const site = ask('import sysconfig; print(sysconfig.get_path("purelib"))')
    expect(await install([newer])).toMatchObject({ exitCode: 0 })
    expect(ask('import importlib.metadata as m; print(m.version("tool"))')).toBe('2.0')
    expect(existsSync(join(prefix, 'bin', 'tool-run'))).toBe(false)
    expect((await readdir(site)).filter(name => name.startsWith('.wheelcrew'))).toEqual([])
  })

  test('that is externally managed is left alone, with the words of its distribution, unless that is overridden', async () => {
    const claim = join(ask('import sysconfig; print(sysconfig.get_path("stdlib"))'), 'EXTERNALLY-MANAGED')
    writeFileSync(claim, '[externally-managed]\nError=Use the package manager:\n  frobnicate install NAME\n')
    const refused = await install([tool])
    expect(refused.exitCode).toBe(1)
    expect(refused.stderr).toContain('frobnicate install NAME')
    expect(refused.stderr).toContain('--break-system-packages')
    expect(ask('import importlib.util as u; print(u.find_spec("tool"))')).toBe('None')
    expect(await install([tool], '--break-system-packages')).toMatchObject({ exitCode: 0 })
  })
})
