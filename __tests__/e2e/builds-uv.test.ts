/** uv finds what was built for it: nothing to do after an installation, and something after an edit of the project. Some with WHEELCREW_E2E=full. */
import { rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runProcess } from '../../src/process.js'
import { type Machine, makeWorkshop, noBuilds, type Workshop } from '../helpers/build-machine.js'
import type { Repository } from '../helpers/build-projects.js'
import { noCalls } from '../helpers/compiler-counter.js'
import { scrubbedEnvironment } from '../helpers/tools.js'

const testFull = process.env.WHEELCREW_E2E === 'full' ? test : test.skip
const describeBuilds = noBuilds === undefined ? describe : describe.skip

let workshop: Workshop
let machine: Machine
let tree: Repository
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
  tree = await workshop.repository('setuptools')
  await tree.write('.gitignore', '.venv/\n__pycache__/\nbuild/\n*.egg-info/\n*.so\n')
  await uv('lock', '-q')
  await tree.commit('A lock')
  expect(await workshop.calls()).toMatchObject({ compiles: 0 })
})
afterEach(() => workshop.remove())

/** What uv says; it is asked as a user of the machine would, in the project. */
async function uv(command: string, ...args: readonly string[]): Promise<string> {
  const env = { ...scrubbedEnvironment(), PATH: workshop.path, HOME: join(machine.directory, 'home') }
  const given = [command, '--python', workshop.interpreter, ...args]
  const { exitCode, stdout, stderr } = await runProcess('uv', given, { env, cwd: tree.directory })
  if (exitCode !== 0) throw new Error(stderr)
  return `${stdout}${stderr}`
}

const install = () =>
  machine.must(['install', '-r', 'uv.lock', '--venv', join(tree.directory, '.venv')], { cwd: tree.directory })

describeBuilds('uv, after an installation of its lock', () => {
  test('has nothing to do, and builds nothing for what it runs', async () => {
    await install()
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await uv('sync', '--dry-run')).toContain('Would make no changes')
    expect(await uv('run', 'python', '-c', 'import demo; print("value", demo.value())')).toContain('value 111')
    expect(await workshop.calls()).toEqual(noCalls)
  })

  test('has nothing to do when the build came out of the cache into a fresh clone', async () => {
    await install()
    await workshop.calls()
    machine = await workshop.machine('second')
    tree = await tree.clone(workshop.place('clone'))
    await install()
    expect(await uv('sync', '--dry-run')).toContain('Would make no changes')
    expect(await uv('run', 'python', '-c', 'import demo; print("value", demo.value())')).toContain('value 111')
    expect(await workshop.calls()).toEqual(noCalls)
  })

  test('finds it stale when the project has changed, and so do we', async () => {
    await install()
    await tree.edit('pyproject.toml', 'version = "1.0"', 'version = "1.1"')
    await utimes(join(tree.directory, 'pyproject.toml'), new Date(), new Date())
    expect(await uv('sync', '--dry-run')).toMatch(/Would (?:un)?install 1 package/)
    await uv('lock', '-q')
    await workshop.calls()
    await install()
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await uv('sync', '--dry-run')).toContain('Would make no changes')
  })

  testFull('has nothing to do when the environment was made again', async () => {
    await install()
    await workshop.calls()
    await rm(join(tree.directory, '.venv'), { recursive: true })
    await install()
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await uv('sync', '--dry-run')).toContain('Would make no changes')
  })

  testFull('has nothing to do where the project is not editable', async () => {
    await rm(join(tree.directory, 'uv.lock'))
    const text = '\n[tool.uv.sources]\ninner = { path = "inner" }\n'
    await tree.write(
      'inner/pyproject.toml',
      '[build-system]\nrequires = ["setuptools>=77"]\nbuild-backend = "setuptools.build_meta"\n\n[project]\nname = "inner"\nversion = "3.0"\n',
    )
    await tree.write('inner/inner.py', 'VALUE = 3\n')
    await tree.edit(
      'pyproject.toml',
      'requires-python = ">=3.8"\n',
      `requires-python = ">=3.8"\ndependencies = ["inner"]\n${text}`,
    )
    await uv('lock', '-q')
    await install()
    expect(await uv('sync', '--dry-run')).toContain('Would make no changes')
  })
})
