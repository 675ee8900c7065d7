/** Plans a removal, lets pip carry out the same, and compares: eggs, and pip itself, with WHEELCREW_E2E=full alone. */
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type InstalledDistribution, scanInstalled } from '../../../src/install/installed.js'
import { planRemoval, type Removal, readInstalledFiles } from '../../../src/install/uninstall.js'
import { runProcess } from '../../../src/process.js'
import type { PythonEnvironment } from '../../../src/python/environment.js'
import { readTree } from '../../helpers/tree.js'
import { makeWheel } from '../../helpers/wheel-builder.js'
import { env, pythons } from '../python/pythons.js'

const available = await pythons()
const newest = available.toSorted((a, b) => minorOf(a) - minorOf(b)).at(-1)
const full = process.env.WHEELCREW_E2E === 'full'
const legacy = full ? (await Promise.all(available.map(hasOldSetuptools))).flat().at(0) : undefined
if (newest === undefined) console.warn('SKIPPED: the comparison with pip uninstall, which needs Python')
if (full && legacy === undefined)
  console.warn('SKIPPED: the removal of eggs, which needs a Python that brings setuptools below 58')

/** As its path has it: `…/3.13.0/bin/python`, `…/python3.13`. */
function minorOf(python: string): number {
  return Number(/3\.(\d+)[^/\\]*(?:[/\\]bin[/\\]python)?$/.exec(python)?.[1] ?? 0)
}

/** Releases until 57 run `setup.py install` and `develop` by themselves; 3.9 and older bring one of these. */
async function hasOldSetuptools(python: string): Promise<readonly string[]> {
  const script = 'import ensurepip; print(" ".join(str(p[1]) for p in ensurepip._PROJECTS if p[0] == "setuptools"))'
  const { stdout } = await runProcess(python, ['-c', script], { env })
  const major = Number.parseInt(stdout, 10)
  return major >= 40 && major < 58 ? [python] : []
}

type Venv = { readonly environment: PythonEnvironment; run(args: readonly string[], cwd?: string): Promise<string> }

async function makeVenv(python: string, root: string): Promise<Venv> {
  await must(python, ['-m', 'venv', root])
  const executable = join(root, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const script =
    'import json, sys, sysconfig as s; p = s.get_paths(); ' +
    'print(json.dumps([p["purelib"], p["platlib"], p["scripts"], p["data"], "python%d.%d" % sys.version_info[:2]]))'
  const answer: readonly string[] = JSON.parse(await must(executable, ['-c', script]))
  const [purelib = '', platlib = '', scripts = '', data = '', version = ''] = answer
  const schemes = { purelib, platlib, scripts, data, headers: join(root, 'include', 'site', version) }
  return {
    environment: { kind: 'venv', root, python: executable, schemes, stateDirectory: root },
    run: (args, cwd) => must(executable, args, cwd),
  }
}

async function must(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runProcess(command, args, { env, ...(cwd === undefined ? {} : { cwd }) })
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}

type Comparison = {
  readonly distribution: InstalledDistribution
  readonly removal: Removal
  /** Files that the plan takes: its own, and all in its directories. */
  readonly planned: readonly string[]
  /** Files that pip took. */
  readonly removed: readonly string[]
  readonly listed: readonly string[]
  /** Of files that lost lines: path, what pip left. */
  readonly rewritten: readonly (readonly [path: string, content: string])[]
}

async function compareRemoval(venv: Venv, name: string): Promise<Comparison> {
  const { root, schemes } = venv.environment
  const distribution = (await scanInstalled([schemes.purelib])).find(found => found.name === name)
  if (distribution === undefined) throw new Error(`${name} is not installed`)
  const removal = await planRemoval(distribution, venv.environment)
  const listed = (await readInstalledFiles(distribution)).map(({ destination }) => destination)
  const before = await filesBelow(root)
  await venv.run(['-m', 'pip', 'uninstall', '-q', '-y', '--disable-pip-version-check', name])
  const after = new Set(await filesBelow(root))
  const isPlanned = (path: string) =>
    removal.files.includes(path) || removal.directories.some(directory => path.startsWith(join(directory, '/')))
  const contents = removal.rewrites.map(async ({ path }) => [path, await readFile(path, 'utf8')] as const)
  return {
    ...{ distribution, removal, listed, rewritten: await Promise.all(contents) },
    planned: before.filter(isPlanned),
    removed: before.filter(path => !after.has(path)),
  }
}

async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.flatMap(entry => (entry.isDirectory() ? [] : join(entry.parentPath, entry.name))).sort()
}

let scratch: string
beforeAll(async () => {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-pip-uninstall-')))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

const describeWheels = newest === undefined ? describe.skip : describe
describeWheels('what pip installed from wheels', () => {
  let venv: Venv

  beforeAll(async () => {
    venv = await makeVenv(newest ?? '', join(scratch, 'wheels'))
    const wheels = [
      makeWheel({
        name: 'Demo.Tool',
        version: '1.0',
        files: {
          'demo/__init__.py': 'def main(): pass\n',
          'demo/a/b.py': '',
          'demo/a/data, "x".txt': '',
          'demo/é.py': '',
        },
        data: {
          ...{ 'scripts/demo-sh': '#!python\n', 'scripts/tool.py': '#!python\n', 'data/share/demo/x.txt': 'x' },
          ...{ 'headers/demo.h': '', 'platlib/demo_native.py': '', 'purelib/demo_pure/__init__.py': '' },
        },
        entryPoints: '[console_scripts]\ndemo-run = demo:main\n[gui_scripts]\ndemo-show = demo:main\n',
      }),
      makeWheel({ name: 'other', version: '2.0', files: { 'demo/other.py': '', 'other.py': '' } }),
    ]
    for (const { filename, bytes } of wheels) await writeFile(join(scratch, filename), bytes)
    const paths = wheels.map(({ filename }) => join(scratch, filename))
    await venv.run(['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--no-index', ...paths])
  }, 300_000)

  test('is what pip removes, and nothing of another distribution', async () => {
    const { distribution, removal, planned, removed, listed } = await compareRemoval(venv, 'demo-tool')
    expect(distribution).toMatchObject({ version: '1.0', kind: 'dist-info', installer: 'pip' })
    expect(distribution.directUrl?.url).toMatch(/^file:.*demo_tool-1\.0-py3-none-any\.whl$/)
    expect(removal.warnings).toEqual([])
    expect(planned.length).toBeGreaterThan(20)
    expect(planned).toEqual(removed)
    expect(removed.filter(path => !listed.includes(path))).toEqual([])
  })

  test('with `--target` is all that it put there', async () => {
    const target = join(scratch, 'target')
    const wheel = makeWheel({
      name: 'aimed',
      version: '1.0',
      files: { 'demo.py': 'def main(): pass\n' },
      data: { 'scripts/demo-sh': '#!python\n', 'data/share/x.txt': '', 'headers/demo.h': '' },
      entryPoints: '[console_scripts]\ndemo-run = demo:main\n',
    })
    await writeFile(join(scratch, wheel.filename), wheel.bytes)
    await venv.run(['-m', 'pip', 'install', '-q', '--no-index', '--target', target, join(scratch, wheel.filename)])
    const before = await filesBelow(target)
    const schemes = {
      purelib: target,
      platlib: target,
      data: target,
      scripts: join(target, 'bin'),
      headers: join(target, 'include'),
    }
    const environment = { ...venv.environment, kind: 'target', root: target, schemes, stateDirectory: target } as const
    const [distribution] = await scanInstalled([target])
    const removal = distribution && (await planRemoval(distribution, environment))
    const taken = before.filter(
      path => removal?.files.includes(path) || removal?.directories.some(directory => path.startsWith(directory)),
    )
    expect(before.length).toBeGreaterThan(8)
    expect(taken).toEqual(before)
    expect(removal?.warnings).toEqual([])
  })

  const testFully = full ? test : test.skip
  testFully('is what pip removes of itself', async () => {
    const { planned, removed, removal } = await compareRemoval(venv, 'pip')
    expect(planned.length).toBeGreaterThan(400)
    expect(planned).toEqual(removed)
    expect(removal.warnings).toEqual([])
  })
})

const describeLegacy = legacy === undefined ? describe.skip : describe
describeLegacy('what setuptools installed', () => {
  const project = {
    'demo_pkg/__init__.py': 'def main(): pass\n',
    'demo_pkg/sub/__init__.py': '',
    'demo_pkg/data.txt': '',
    'demo_single.py': '',
    'demo-script': '#!/usr/bin/env python\n',
  }
  const setup = (from: string, zipSafe: boolean) => `from ${from} import setup
setup(name='Demo.Tool', version='1.0', packages=['demo_pkg', 'demo_pkg.sub'], py_modules=['demo_single'],
      package_data={'demo_pkg': ['data.txt']}${
        from === 'setuptools'
          ? `, scripts=['demo-script'], zip_safe=${zipSafe ? 'True' : 'False'},
      entry_points={'console_scripts': ['demo-run = demo_pkg:main']}`
          : ''
      })
`
  let venv: Venv
  let sources: string

  beforeAll(async () => {
    venv = await makeVenv(legacy ?? '', join(scratch, 'legacy'))
  }, 300_000)

  async function install(
    command: readonly string[],
    options: { from?: string; zipSafe?: boolean } = {},
  ): Promise<void> {
    sources = await mkdtemp(join(scratch, 'sources-'))
    const files = { ...project, 'setup.py': setup(options.from ?? 'setuptools', options.zipSafe ?? false) }
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(sources, name)), { recursive: true })
      await writeFile(join(sources, name), content)
    }
    await venv.run(['setup.py', '-q', ...command], sources)
  }

  test.each([
    ['a directory', false, 'directories'],
    ['an archive', true, 'files'],
  ] as const)('as an egg that is %s is what pip removes', async (_form, zipSafe, where) => {
    await install(['install'], { zipSafe })
    const { distribution, removal, planned, removed, rewritten } = await compareRemoval(venv, 'demo-tool')
    expect(distribution).toMatchObject({ version: '1.0', kind: 'egg' })
    expect(removal[where]).toContain(distribution.directory)
    expect(planned).toEqual(removed)
    expect(removed).toContain(join(venv.environment.schemes.scripts, 'demo-script'))
    expect(removal.rewrites.map(({ path, content }) => [path, content])).toEqual(rewritten)
    expect(rewritten).toHaveLength(1)
  })

  test('as a link to its source tree is what pip removes, and the tree stays', async () => {
    await install(['develop'])
    const before = await readTree(sources)
    const { distribution, removal, planned, removed, rewritten } = await compareRemoval(venv, 'demo-tool')
    expect(distribution).toMatchObject({ version: '1.0', kind: 'egg-link' })
    expect(planned).toEqual(removed)
    expect(removal.rewrites.map(({ path, content }) => [path, content])).toEqual(rewritten)
    expect(rewritten).toHaveLength(1)
    expect(await readTree(sources)).toEqual(before)
    await rm(join(venv.environment.schemes.scripts, 'demo-script'))
  })

  test('with an egg-info directory and no list of files is what pip removes', async () => {
    await install(['install', '--single-version-externally-managed', '--record', join(scratch, 'record.txt')])
    const { distribution, planned, removed } = await compareRemoval(venv, 'demo-tool')
    expect(distribution).toMatchObject({ version: '1.0', kind: 'egg-info' })
    expect(removed.length).toBeGreaterThan(10)
    expect(planned).toEqual(removed)
    await rm(join(venv.environment.schemes.scripts, 'demo-script'))
  })

  test('with an egg-info directory and a list of files is what pip removes', async () => {
    await install(['install', '--single-version-externally-managed', '--record', join(scratch, 'record.txt')])
    const { purelib } = venv.environment.schemes
    const [found] = (await scanInstalled([purelib])).filter(({ name }) => name === 'demo-tool')
    const list = (await readFile(join(scratch, 'record.txt'), 'utf8')).split('\n')
    const script = 'import os, sys; print("\\n".join(os.path.relpath(p, sys.argv[1]) for p in sys.argv[2:]))'
    const relative = await venv.run(['-c', script, found?.directory ?? '', ...list.filter(Boolean)])
    await writeFile(join(found?.directory ?? '', 'installed-files.txt'), relative)
    const { planned, removed } = await compareRemoval(venv, 'demo-tool')
    expect(removed).toContain(join(venv.environment.schemes.scripts, 'demo-script'))
    expect(planned).toEqual(removed)
  })

  test('by distutils alone is refused, as by pip', async () => {
    await install(['install'], { from: 'distutils.core' })
    await expect(compareRemoval(venv, 'demo-tool')).rejects.toMatchObject({ code: 'UNINSTALL_REFUSED' })
    await expect(venv.run(['-m', 'pip', 'uninstall', '-y', 'demo-tool'])).rejects.toThrow('distutils')
  })
})
