import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { readDirectories, readTree, type Tree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const demo = (version: string, files: Readonly<Record<string, string>>) =>
  makeWheel({
    name: 'demo',
    version,
    files: { 'demo/__init__.py': `VERSION = '${version}'\n`, ...files },
    data: { 'scripts/demo-shipped': `#!python\nprint('${version}')\n`, [`data/share/demo/${version}.txt`]: version },
    entryPoints: `[console_scripts]\ndemo-run = demo:main\ndemo-${version} = demo:main\n`,
  })
const demo1 = demo('1.0', { 'demo/old.py': 'OLD = 1\n', 'demo/sub/gone.py': '' })
const demo2 = demo('2.0', { 'demo/new.py': 'NEW = 2\n' })
const other = makeWheel({ name: 'other', version: '1.0', files: { 'other.py': 'OTHER = 1\n' } })

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

let scratch: Scratch
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(demo1, demo2, other)
})
afterEach(async () => {
  expect(await storeIsTidy(scratch)).toBe(true)
  await scratch.remove()
})

type Wheels = Parameters<typeof pylockOf>[0]
const lock = (name: string, wheels: Wheels): Promise<string> => scratch.write(`pylock.${name}.toml`, pylockOf(wheels))
async function succeed(run: Promise<Output>): Promise<Output> {
  const output = await run
  expect({ exitCode: output.exitCode, stderr: output.exitCode === 0 ? '' : output.stderr }).toEqual({
    exitCode: 0,
    stderr: '',
  })
  return output
}

/** Every file, and every directory, of an environment. */
async function treeOf(venv: string): Promise<{ readonly files: Tree; readonly directories: readonly string[] }> {
  return { files: await readTree(venv), directories: await readDirectories(venv) }
}

/** The environment that a new one would be, at the same path. */
async function freshTree(file: string) {
  await rm(scratch.venv, { recursive: true, force: true })
  await succeed(scratch.install('-r', file))
  return treeOf(scratch.venv)
}

async function library(): Promise<string> {
  const [version = ''] = await readdir(join(scratch.venv, 'lib'))
  return join(scratch.venv, 'lib', version, 'site-packages')
}

describe('an environment that holds another version', () => {
  test.each([
    ['upgraded', [demo1, other], [demo2, other]],
    ['downgraded', [demo2, other], [demo1, other]],
  ])('is %s, and is then what a new one would be', async (_, before, after) => {
    const [first, second] = [await lock('first', before), await lock('second', after)]
    const expected = await freshTree(second)
    await freshTree(first)
    const { stderr } = await succeed(scratch.install('-r', second))
    expect(stderr).toMatch(/removed: demo \d\.0 → \d\.0/)
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('keeps what the lock does not name; sync removes it', async () => {
    const [first, second] = [await lock('first', [demo1, other]), await lock('second', [demo2])]
    const expected = await freshTree(second)
    await freshTree(first)
    await succeed(scratch.install('-r', second))
    expect(existsSync(join(await library(), 'other.py'))).toBe(true)
    const { stderr } = await succeed(scratch.sync('-r', second))
    expect(stderr).toContain('removed: other 1.0')
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('stays as it was when a wheel cannot be had', async () => {
    const [first, second] = [await lock('first', [demo1, other]), await lock('second', [demo2, other])]
    const before = await freshTree(first)
    await rm(join(scratch.wheels, demo2.filename))
    const { exitCode, stderr } = await scratch.install('-r', second)
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('demo') })
    expect(await treeOf(scratch.venv)).toEqual(before)
  })

  test('stays as it was when a file cannot be written', async () => {
    const [first, second] = [await lock('first', [demo1, other]), await lock('second', [demo2, other])]
    await freshTree(first)
    await mkdir(join(await library(), 'demo', 'new.py'))
    const before = await treeOf(scratch.venv)
    const { exitCode, stderr } = await scratch.install('-r', second)
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('new.py') })
    expect(await treeOf(scratch.venv)).toEqual(before)
  })
})

describe('what is there already', () => {
  test('is left alone by a second run, which does nothing at all', async () => {
    const file = await lock('only', [demo1, other])
    await freshTree(file)
    const record = join(await library(), 'demo-1.0.dist-info', 'RECORD')
    const before = (await stat(record)).ino
    const { stdout } = await succeed(scratch.install('-r', file, '--json'))
    const report = JSON.parse(stdout)
    expect(report.stages.map(({ stage }: { stage: string }) => stage)).toEqual(['probe', 'lock', 'plan'])
    expect(report.wheels.map(({ source }: { source: string }) => source)).toEqual(['environment', 'environment'])
    expect((await stat(record)).ino).toBe(before)
  })

  test('is put right first where a killed run left its journal, although nothing else is to be done', async () => {
    const file = await lock('only', [demo1, other])
    const expected = await freshTree(file)
    const moved = join(await library(), 'other.py')
    const lists = { movedDirectories: [], made: [moved], madeDirectories: [], kept: [scratch.venv] }
    await rename(moved, `${moved}~wheelcrew`)
    await writeFile(moved, 'half of a change')
    await writeFile(
      join(scratch.venv, '.wheelcrew-journal'),
      JSON.stringify({ format: 1, movedFiles: [moved], ...lists }),
    )
    await succeed(scratch.install('-r', file))
    expect(await treeOf(scratch.venv)).toEqual(expected)
    await writeFile(join(scratch.venv, '.wheelcrew-claim'), '0 - filled elsewhere id')
    await utimes(join(scratch.venv, '.wheelcrew-claim'), 0, 0)
    await succeed(scratch.install('-r', file))
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('is installed again on demand, to the same tree', async () => {
    const file = await lock('only', [demo1, other])
    const expected = await freshTree(file)
    await writeFile(join(await library(), 'demo', 'old.py.orig'), 'mine')
    await rm(join(await library(), 'demo', '__init__.py'))
    await succeed(scratch.install('-r', file, '--reinstall'))
    await rm(join(await library(), 'demo', 'old.py.orig'))
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('is completed where an installation was left without RECORD', async () => {
    const file = await lock('only', [demo1, other])
    const expected = await freshTree(file)
    await rm(join(await library(), 'demo-1.0.dist-info', 'RECORD'))
    await rm(join(await library(), 'demo', 'old.py'))
    await succeed(scratch.install('-r', file))
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('loses leftovers of a killed pip in sync', async () => {
    const file = await lock('only', [demo1])
    const expected = await freshTree(file)
    await mkdir(join(await library(), '~emo'))
    await mkdir(join(await library(), '~emo-0.9.dist-info'))
    await writeFile(join(await library(), '~emo', 'x.py'), '')
    await succeed(scratch.install('-r', file, '--reinstall'))
    expect(existsSync(join(await library(), '~emo'))).toBe(true)
    await succeed(scratch.sync('-r', file, '--reinstall'))
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })
})

describe('distributions that share paths', () => {
  const shared = (name: string, text: string, version = '1.0') =>
    makeWheel({
      name,
      version,
      files: { 'shared/__init__.py': '', 'shared/who.py': `WHO = '${text}'\n`, [`${name}.py`]: '' },
    })
  const [a, b] = [shared('aa', 'aa'), shared('bb', 'bb')]
  const who = async () => (await readFile(join(await library(), 'shared', 'who.py'), 'utf8')).trim()

  test('conflict: an error on demand, before anything is written', async () => {
    await scratch.offer(a, b)
    const file = await lock('both', [a, b])
    const { exitCode, stderr } = await scratch.install('-r', file, '--on-conflict', 'error')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('`aa` and `bb` hold different files at')
    expect(stderr).toContain('who.py')
    expect(stderr).not.toContain('__init__')
    expect(existsSync(scratch.venv)).toBe(false)
  })

  test('get the winner that a new environment has, when one of them comes later', async () => {
    await scratch.offer(a, b)
    const [first, both] = [await lock('first', [a]), await lock('both', [a, b])]
    const expected = await freshTree(both)
    const winner = await who()
    await freshTree(first)
    const { stderr } = await succeed(scratch.install('-r', both))
    expect(stderr).toContain('hold different files')
    expect(await who()).toBe(winner)
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('are whole again when the winner of a path leaves', async () => {
    await scratch.offer(a, b)
    const [both, left] = [await lock('both', [a, b]), await lock('left', [b])]
    const expected = await freshTree(left)
    await freshTree(both)
    expect(await who()).toBe("WHO = 'aa'")
    await succeed(scratch.sync('-r', left))
    expect(await who()).toBe("WHO = 'bb'")
    expect(await treeOf(scratch.venv)).toEqual(expected)
  })

  test('keep an equal file when one of them leaves, and lose it with the last', async () => {
    const [one, two] = ['one', 'two'].map(name =>
      makeWheel({ name, version: '1.0', files: { 'space/__init__.py': '', [`space/${name}.py`]: '' } }),
    )
    if (one === undefined || two === undefined) throw new Error('unreachable')
    await scratch.offer(one, two)
    await freshTree(await lock('both', [one, two]))
    await succeed(scratch.sync('-r', await lock('left', [two])))
    expect((await readdir(join(await library(), 'space'))).sort()).toEqual(['__init__.py', '__pycache__', 'two.py'])
    await succeed(scratch.sync('-r', await lock('none', [other])))
    expect(existsSync(join(await library(), 'space'))).toBe(false)
  })

  test('conflict with one that no lock names: named, and refused on demand', async () => {
    await scratch.offer(a, b)
    await freshTree(await lock('first', [a]))
    const second = await lock('second', [b])
    const refused = await scratch.install('-r', second, '--on-conflict', 'error')
    expect({ ...refused, stdout: '' }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('`bb` and `aa`') })
    expect(await who()).toBe("WHO = 'aa'")
    const { stderr } = await succeed(scratch.install('-r', second))
    expect(stderr).toContain('`bb` and `aa` hold different files')
    expect(await who()).toBe("WHO = 'bb'")
  })
})

describe('files of the store', () => {
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
  const underMask = (mask: string, venv: string, file: string) =>
    promisify(execFile)('sh', [
      '-c',
      `umask ${mask}; exec "$@"`,
      'sh',
      process.execPath,
      cli,
      'install',
      '-r',
      file,
      '--venv',
      venv,
      '--store',
      scratch.store,
      '--find-links',
      scratch.wheels,
      '--no-index',
    ])

  const testOnPosix = process.platform === 'win32' ? test.skip : test
  testOnPosix(
    'can be read by all who share it, and an environment has the rights that its own umask leaves',
    async () => {
      const file = await lock('only', [demo1, other])
      const [closed, open] = [join(scratch.directory, 'closed'), join(scratch.directory, 'open')]
      await underMask('077', closed, file)
      await underMask('022', open, file)
      const fileIn = async (venv: string, ...path: readonly string[]) => {
        const [version = ''] = await readdir(join(venv, 'lib'))
        return join(venv, 'lib', version, 'site-packages', ...path)
      }
      expect(await modeOf(await fileIn(closed, 'demo', '__init__.py'))).toBe('600')
      expect(await modeOf(await fileIn(open, 'demo', '__init__.py'))).toBe('644')
      const [compiled = ''] = await readdir(await fileIn(open, 'demo', '__pycache__'))
      expect(await modeOf(await fileIn(open, 'demo', '__pycache__', compiled))).toBe('644')
    },
  )
})

describe('a target directory', () => {
  const target = () => join(scratch.directory, 'lambda')
  const run = (...args: readonly string[]) =>
    scratch.run([
      'install',
      '--target',
      target(),
      '--store',
      scratch.store,
      '--find-links',
      scratch.wheels,
      '--no-index',
      ...args,
    ])

  test('gets modules at its top and scripts in bin, and can be changed like an environment', async () => {
    await succeed(run('-r', await lock('first', [demo1, other])))
    expect((await readdir(target())).sort()).toEqual([
      '__pycache__',
      'bin',
      'demo',
      'demo-1.0.dist-info',
      'other-1.0.dist-info',
      'other.py',
      'share',
    ])
    expect((await readdir(join(target(), 'bin'))).sort()).toEqual(['demo-1.0', 'demo-run', 'demo-shipped'])
    await writeFile(join(target(), 'mine.py'), 'mine')
    await succeed(run('-r', await lock('second', [demo2, other])))
    expect((await readdir(join(target(), 'demo'))).sort()).toEqual(['__init__.py', '__pycache__', 'new.py'])
    expect(await readFile(join(target(), 'mine.py'), 'utf8')).toBe('mine')
  })

  test('that is a link out of which a wheel would be written is refused', async () => {
    await succeed(run('-r', await lock('first', [other])))
    const outside = join(scratch.directory, 'outside')
    await mkdir(outside)
    await symlink(outside, join(target(), 'demo'))
    const { exitCode, stderr } = await run('-r', await lock('second', [demo1, other]))
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('leads out of') })
    expect(await readdir(outside)).toEqual([])
  })

  test('and an environment cannot be named at once', async () => {
    const { exitCode, stderr } = await run('--venv', scratch.venv, 'demo')
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('`--venv` and `--target`'),
    })
  })
})
