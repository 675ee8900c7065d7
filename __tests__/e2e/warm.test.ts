import { execFile } from 'node:child_process'
import { lstat, mkdir, readdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { canMakeImages } from '../helpers/mounts.js'
import { readDirectories, readTree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const execute = promisify(execFile)

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  files: { 'tool/__init__.py': 'VALUE = 42\n', 'tool/broken.py': 'def (:\n', 'shared.py': 'OWNER = "tool"\n' },
  data: { 'scripts/shipped': '#!python\nimport tool\nprint(tool.VALUE)\n', 'data/share/tool.txt': 'data' },
  entryPoints: '[console_scripts]\ntool-run = tool.cli:main\n',
  requires: ['library'],
})
const library = makeWheel({
  name: 'library',
  version: '2.0',
  files: { 'tool/cli.py': 'def main():\n    print("ran")\n', 'shared.py': 'OWNER = "library"\n' },
})

let scratch: Scratch
let lock: string
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(tool, library)
  lock = await scratch.write('pylock.toml', pylockOf([tool, library]))
})
afterEach(() => scratch.remove())

type Decision = { readonly subject: string; readonly choice: string; readonly reason: string }
type Seen = Output & { readonly decisions: readonly Decision[]; readonly warnings: readonly string[] }

/** Installs the lock, into the scratch environment unless another is named, and reads the report. */
async function install(...args: readonly string[]): Promise<Seen> {
  const report = join(scratch.directory, 'report.json')
  await rm(report, { force: true })
  const places = args.includes('--venv') ? [] : ['--venv', scratch.venv]
  const base = ['install', '-r', lock, '--store', scratch.store, '--no-index', '--find-links', scratch.wheels]
  const output = await scratch.run([...base, ...places, '--report', report, ...args])
  const { decisions = [], warnings = [] } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  return { ...output, decisions, warnings }
}

const choice = ({ decisions }: Seen, subject: string) =>
  decisions.findLast(decision => decision.subject === subject)?.choice

/** All that an environment is: paths, bytes, modes, and the times of sources, which their bytecode names. */
async function look(venv = scratch.venv) {
  const files = await readTree(venv)
  const sources = Object.keys(files).filter(path => path.endsWith('.py'))
  const times = await Promise.all(sources.map(async path => (await lstat(join(venv, path))).mtimeMs))
  return { files, times, directories: await readDirectories(venv) }
}

async function runs(venv: string): Promise<readonly string[]> {
  const outputs = await Promise.all(['tool-run', 'shipped'].map(name => execute(join(venv, 'bin', name))))
  return outputs.map(({ stdout }) => stdout.trim())
}

const removeVenv = () => rm(scratch.venv, { recursive: true })

describe('a new environment with the lock of an earlier run', () => {
  test('is made from its stored plan, and is the same in every byte', async () => {
    expect(choice(await install(), 'plan')).toBeUndefined()
    const planned = await look()
    await removeVenv()
    const second = await install()
    expect(second).toMatchObject({ exitCode: 0 })
    expect(choice(second, 'plan')).toBe('stored')
    expect(await look()).toEqual(planned)
    expect(await storeIsTidy(scratch)).toBe(true)
  })

  test('names itself in its scripts and their rows of RECORD, wherever it lies', async () => {
    await install()
    const other = join(scratch.directory, 'some', 'other place')
    const planned = join(scratch.directory, 'planned')
    expect(choice(await install('--venv', other), 'plan')).toBe('stored')
    expect(await runs(other)).toEqual(['ran', '42'])
    const code =
      "import importlib.metadata as m; print(all(f.hash is None or f.read_binary() is not None for f in m.files('tool')))"
    expect((await execute(join(other, 'bin', 'python'), ['-c', code])).stdout.trim()).toBe('True')
    await rm(join(scratch.store, 'v1', 'plans'), { recursive: true })
    await rm(other, { recursive: true })
    await install('--venv', planned)
    const record = 'tool-1.0.dist-info/RECORD'
    await rm(join(scratch.store, 'v1', 'plans'), { recursive: true })
    await install('--venv', other)
    const afresh = await look(other)
    await rm(other, { recursive: true })
    expect(choice(await install('--venv', other), 'plan')).toBe('stored')
    expect(await look(other)).toEqual(afresh)
    expect(Object.keys(afresh.files).some(path => path.endsWith(record))).toBe(true)
  })

  test('of chosen modules says how long their first import took, in each run, and adds no bytecode by that', async () => {
    const modules = await scratch.write('modules.txt', 'tool\nshared\ntool.broken\n')
    for (const venv of ['one', 'two']) {
      const place = join(scratch.directory, venv)
      const seen = await install(`--compile-bytecode=${modules}`, '--venv', place)
      const { choice: time, reason } = seen.decisions.find(({ subject }) => subject === 'first import') ?? {}
      expect(time).toMatch(/^\d+\.\d\d s$/)
      expect(reason).toContain('3 modules of')
      expect(reason).toContain('1 of which cannot be imported')
      expect(Object.keys(await readTree(place)).filter(path => /tool\/__pycache__\/cli\./.test(path))).toEqual([])
    }
    expect(choice(await install(), 'first import')).toBeUndefined()
  })

  test('warns of contested files as the run that planned did', async () => {
    const first = await install()
    expect(first.warnings).toEqual([expect.stringContaining('hold different files at `')])
    await removeVenv()
    const second = await install()
    expect(choice(second, 'plan')).toBe('stored')
    expect(second.warnings).toEqual(first.warnings)
    await removeVenv()
    expect(await install('--on-conflict', 'error')).toMatchObject({ exitCode: 1 })
  })

  test('is planned again for another lock, other settings, or an interpreter that optimises', async () => {
    await install()
    await removeVenv()
    expect(choice(await install('--no-compile-bytecode'), 'plan')).toBeUndefined()
    expect(Object.keys((await look()).files).filter(path => path.endsWith('.pyc'))).toEqual([])
    await removeVenv()
    await scratch.write('pylock.toml', pylockOf([tool]))
    expect(choice(await install(), 'plan')).toBeUndefined()
    expect(await readdir(scratch.venv)).toContain('bin')
    await removeVenv()
    expect(choice(await install('--upgrade'), 'plan')).toBeUndefined()
  })

  test('counts the working directory where a path in the inputs begins there, and not elsewhere', async () => {
    const [one, two] = ['one', 'two'].map(name => join(scratch.directory, name)) as [string, string]
    for (const [directory, text] of [
      [one, 'VALUE = 1\n'],
      [two, 'VALUE = 2\n'],
    ] as const) {
      const wheel = makeWheel({ name: 'placed', version: '1.0', files: { 'placed.py': text } })
      await mkdir(directory)
      await writeFile(join(directory, wheel.filename), wheel.bytes)
    }
    await scratch.write('requirements.txt', './placed-1.0-py3-none-any.whl\n')
    lock = join(scratch.directory, 'requirements.txt')
    for (const [directory, value] of [
      [one, '1'],
      [two, '2'],
      [one, '1'],
    ] as const) {
      const venv = join(directory, `venv-${Math.random()}`)
      await install('--working-directory', directory, '--venv', venv, '--no-deps')
      const code = 'import placed; print(placed.VALUE)'
      expect((await execute(join(venv, 'bin', 'python'), ['-c', code])).stdout.trim()).toBe(value)
    }
    lock = join(scratch.directory, 'pylock.toml')
    await install('--working-directory', one, '--venv', join(one, 'venv'))
    expect(choice(await install('--working-directory', two, '--venv', join(two, 'venv')), 'plan')).toBe('stored')
  })

  test('is planned again, and whole, when the store has lost a wheel', async () => {
    await install()
    const planned = await look()
    await removeVenv()
    const wheel = join(scratch.store, 'v1', 'wheels', library.sha256.slice(0, 2), library.sha256)
    await rm(wheel, { recursive: true })
    const second = await install()
    expect(second).toMatchObject({ exitCode: 0 })
    expect(await look()).toEqual(planned)
    await removeVenv()
    expect(choice(await install(), 'plan')).toBe('stored')
  })

  test('is planned again when a local wheel, which no hash holds, was made anew', async () => {
    const bare = ['install', '--store', scratch.store, '--venv', scratch.venv, '--no-index', '--no-deps']
    const path = join(scratch.wheels, library.filename)
    expect(await scratch.run([...bare, path])).toMatchObject({ exitCode: 0 })
    await removeVenv()
    const files = { 'tool/cli.py': 'def main():\n    print("other")\n' }
    await writeFile(path, makeWheel({ name: 'library', version: '2.0', files }).bytes)
    await utimes(path, 1, 1)
    expect(await scratch.run([...bare, path])).toMatchObject({ exitCode: 0 })
    const code = 'import tool.cli; tool.cli.main()'
    expect((await execute(join(scratch.venv, 'bin', 'python'), ['-c', code])).stdout.trim()).toBe('other')
  })

  test('is made all the same from a plan that is damaged', async () => {
    await install()
    const planned = await look()
    const plans = join(scratch.store, 'v1', 'plans')
    for (const name of await readdir(plans)) {
      const bytes = await readFile(join(plans, name))
      await writeFile(join(plans, name), bytes.subarray(0, bytes.length >> 1))
    }
    await removeVenv()
    expect(await install()).toMatchObject({ exitCode: 0 })
    expect(await look()).toEqual(planned)
  })
})

describe('a ready environment', () => {
  test('is renamed into place, is the same in every byte, and another is made', async () => {
    await install('--ready-environments')
    const linked = await look()
    await removeVenv()
    const [plan = ''] = await readdir(join(scratch.store, 'v1', 'ready'))
    const [kept = ''] = await readdir(join(scratch.store, 'v1', 'ready', plan))
    const { ino } = await stat(join(scratch.store, 'v1', 'ready', plan, kept))
    const second = await install('--ready-environments')
    expect(choice(second, 'venv')).toBe('ready')
    expect((await stat(scratch.venv)).ino).toBe(ino)
    expect(await look()).toEqual(linked)
    expect(await readdir(join(scratch.store, 'v1', 'ready', plan))).toEqual([kept])
    expect(await storeIsTidy(scratch)).toBe(true)
  })

  test('of another path gets the texts of the new one before it appears there', async () => {
    await install('--ready-environments')
    const other = join(scratch.directory, 'other')
    expect(
      choice(await install('--venv', join(scratch.directory, 'no'), '--no-ready-environments'), 'venv'),
    ).toBeUndefined()
    const moved = await install('--venv', other)
    expect(choice(moved, 'venv')).toBe('ready')
    expect(await runs(other)).toEqual(['ran', '42'])
    const found = await look(other)
    await rm(other, { recursive: true })
    expect(choice(await install('--venv', other), 'venv')).toBeUndefined()
    expect(await look(other)).toEqual(found)
  })

  test('goes to one of two runs at once; the other links', async () => {
    await install('--ready-environments')
    const venvs = ['one', 'two'].map(name => join(scratch.directory, name))
    const base = ['install', '-r', lock, '--store', scratch.store, '--no-index', '--find-links', scratch.wheels]
    const outputs = await Promise.all(venvs.map(venv => scratch.run([...base, '--venv', venv])))
    expect(outputs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    for (const venv of venvs) expect(await runs(venv)).toEqual(['ran', '42'])
  })

  test.each([['--ready-environments'], ['--link-mode=image']])(
    'of what an included file named before is not taken for what it names: %s',
    async flag => {
      if (flag.includes('image') && !canMakeImages()) return
      const other = makeWheel({ name: 'other', version: '1.0', files: { 'other.py': '' } })
      await scratch.offer(other)
      await scratch.write('base.txt', `library==2.0 --hash=sha256:${library.sha256}\n`)
      lock = await scratch.write('requirements.txt', '-r base.txt\n')
      await install(flag, '--no-deps')
      await removeVenv()
      await scratch.write('base.txt', `other==1.0 --hash=sha256:${other.sha256}\n`)
      for (let run = 0; run < 3; run++) {
        expect(await install(flag, '--no-deps')).toMatchObject({ exitCode: 0 })
        const code = "import importlib.metadata as m; print([d.name for d in m.distributions() if d.name != 'pip'])"
        expect((await execute(join(scratch.venv, 'bin', 'python'), ['-c', code])).stdout.trim()).toBe("['other']")
        await rm(scratch.venv, { recursive: true })
      }
      await scratch.run(['gc', '--store', scratch.store])
    },
  )

  test('goes when `verify` finds that a file it links was edited', async () => {
    await install('--ready-environments')
    const [edited = ''] = Object.keys((await look()).files).filter(path => path.endsWith('tool/cli.py'))
    await writeFile(join(scratch.venv, edited), 'edited = 1\n', { flag: 'r+' })
    expect(await scratch.run(['verify', '--store', scratch.store])).toMatchObject({ exitCode: 3 })
    await removeVenv()
    expect(await install()).toMatchObject({ exitCode: 0 })
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
  })

  test('is not put where something is', async () => {
    await install('--ready-environments')
    await removeVenv()
    await mkdir(scratch.venv)
    await writeFile(join(scratch.venv, 'mine'), '')
    expect(await install()).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('is not empty') })
    expect(await readdir(scratch.venv)).toEqual(['mine'])
    await rm(join(scratch.venv, 'mine'))
    expect(choice(await install(), 'venv')).toBe('ready')
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
  })
})

const describeImages = canMakeImages() ? describe : describe.skip

describeImages('link-mode: image', () => {
  test('links and makes an image first, then mounts it: the same in every byte, and nothing stays mounted', async () => {
    const first = await install('--link-mode', 'image')
    expect(first).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('an image is kept for the next run') })
    const linked = await look()
    await removeVenv()
    const second = await install('--link-mode', 'image')
    expect(choice(second, 'venv')).toBe('mounted')
    expect((await lstat(scratch.venv)).isSymbolicLink()).toBe(true)
    expect(await look(await readlink(scratch.venv))).toEqual(linked)
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
    await rm(scratch.venv)
    expect(await scratch.run(['gc', '--store', scratch.store])).toMatchObject({ exitCode: 0 })
    expect(await readdir(join(scratch.store, 'v1', 'mounts'))).toEqual([])
  })

  test('gives another path its own scripts, and takes writes', async () => {
    await install('--link-mode', 'image')
    const other = join(scratch.directory, 'other')
    expect(choice(await install('--link-mode', 'image', '--venv', other), 'venv')).toBe('mounted')
    expect(await runs(other)).toEqual(['ran', '42'])
    await writeFile(join(other, 'bin', 'shipped'), '#!/bin/sh\necho written\n')
    expect(await runs(other)).toEqual(['ran', 'written'])
    await rm(other)
    await scratch.run(['gc', '--store', scratch.store])
  })

  test('leaves a link to an environment of another store that is mounted no more, and makes a new one', async () => {
    await install('--link-mode', 'image')
    await removeVenv()
    await install('--link-mode', 'image')
    await execute('umount', [await readlink(scratch.venv)])
    const store = join(scratch.directory, 'another')
    expect(await install('--store', store)).toMatchObject({ exitCode: 0 })
    expect((await lstat(scratch.venv)).isDirectory()).toBe(true)
    await scratch.run(['gc', '--store', scratch.store])
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
  })

  test('falls to links with one line when the image is damaged, and makes it again', async () => {
    await install('--link-mode', 'image')
    await removeVenv()
    const images = join(scratch.store, 'v1', 'images')
    const [image = ''] = (await readdir(images)).filter(name => name.endsWith('.squashfs'))
    await writeFile(join(images, image), 'damaged')
    const second = await install('--link-mode', 'image')
    expect(second).toMatchObject({ exitCode: 0 })
    expect(second.decisions.findLast(({ subject }) => subject === 'link')?.reason).toContain('no squashfs image')
    expect((await lstat(scratch.venv)).isDirectory()).toBe(true)
    await removeVenv()
    expect(choice(await install('--link-mode', 'image'), 'venv')).toBe('mounted')
    await rm(scratch.venv)
    await scratch.run(['gc', '--store', scratch.store])
  })
})
