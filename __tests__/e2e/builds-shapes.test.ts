/** Each way of building, counted: first all, then nothing, wherever the same source lies. With WHEELCREW_E2E=full. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { runProcess } from '../../src/process.js'
import { hasTools, type Machine, makeWorkshop, noBuilds, runPython, type Workshop } from '../helpers/build-machine.js'
import { type Repository, type Shape, shapes } from '../helpers/build-projects.js'
import { noCalls } from '../helpers/compiler-counter.js'
import { scrubbedEnvironment } from '../helpers/tools.js'

jest.setTimeout(600_000)
const full = process.env.WHEELCREW_E2E === 'full'
const can = new Map(
  await Promise.all(
    (Object.keys(shapes) as Shape[]).map(async shape => [shape, full && (await hasTools(shape))] as const),
  ),
)
const lacking = [...can].filter(([, has]) => !has).map(([shape]) => shape)
if (full && lacking.length > 0)
  console.warn(`SKIPPED: builds of ${lacking.join(', ')}: ${noBuilds ?? 'tools are missing'}`)
const describeShape = (shape: Shape) => (can.get(shape) === true ? describe : describe.skip)

let workshop: Workshop
let machine: Machine
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
})
afterEach(() => workshop.remove())

const compiles = async () => (await workshop.calls()).compiles

const five = ['setuptools', 'torch', 'transformer-engine', 'scikit-build', 'meson'] as const

for (const shape of five) {
  const { compiles: all, flag } = shapes[shape]
  describeShape(shape)(`the shape ${shape}`, () => {
    let repository: Repository
    beforeEach(async () => {
      repository = await workshop.repository(shape)
    })
    const install = (on: Machine, tree: Repository, env: Readonly<Record<string, string>> = {}) =>
      on.must(['install', tree.directory, '--reinstall'], { env })

    test('is built once, and no tool and no hook runs for a fresh clone on a fresh machine', async () => {
      await install(machine, await repository.clone(workshop.place('one')))
      expect(await workshop.calls()).toMatchObject({ compiles: all })
      const other = await workshop.machine('second')
      await install(other, await repository.clone(workshop.place('deeper/two')))
      expect(await workshop.calls()).toEqual(noCalls)
      expect(await other.demo()).toBe(`111 ${flag.unset}`)
    })

    test('is built for another value of its flag, and neither when that is set back nor for more jobs', async () => {
      await install(machine, repository)
      expect(await compiles()).toBe(all)
      await install(machine, repository, { [flag.name]: flag.value })
      expect(await compiles()).toBe(all)
      expect(await machine.demo()).toBe(`111 ${flag.shown}`)
      await install(machine, repository)
      expect(await workshop.calls()).toEqual(noCalls)
      expect(await machine.demo()).toBe(`111 ${flag.unset}`)
      await install(machine, repository, { MAX_JOBS: '1', NVTE_BUILD_MAX_JOBS: '1', CMAKE_BUILD_PARALLEL_LEVEL: '1' })
      expect(await workshop.calls()).toEqual(noCalls)
    })

    test('is not built for a rebase that changes nothing, a branch and back, or another environment', async () => {
      await install(machine, repository)
      expect(await compiles()).toBe(all)
      await repository.git('commit', '-q', '--amend', '-m', 'The same again', '--date', '2001-01-01T00:00:00Z')
      await install(machine, repository)
      await repository.git('switch', '-q', '-c', 'other')
      await repository.edit('csrc/one.cpp', 'return 1', 'return 2')
      await repository.commit('Another value')
      await repository.git('switch', '-q', 'main')
      await rm(machine.venv, { recursive: true })
      await install(machine, repository)
      expect(await workshop.calls()).toEqual(noCalls)
      expect(await machine.demo()).toBe(`111 ${flag.unset}`)
      await repository.git('switch', '-q', 'other')
      await install(machine, repository)
      expect(await compiles()).toBe(all)
      expect(await machine.demo()).toBe(`112 ${flag.unset}`)
    })

    // An editable wheel of meson-python runs ninja at each import, in a build directory of this very tree.
    if (shape === 'meson') {
      test('is built as editable in each clone, and each imports what lies there', async () => {
        for (const name of ['one', 'deeper/two']) {
          const tree = await repository.clone(workshop.place(name))
          const on = await workshop.machine(name.replace('/', '-'))
          await on.must(['install', '-e', tree.directory])
          expect(await compiles()).toBe(all)
          expect(await on.demo()).toBe(`111 ${flag.unset}`)
          expect(await runPython(on.python, 'import demo; print(demo.__file__)')).toContain(tree.directory)
        }
      })
      return
    }

    test('is built once as editable, and imports from a fresh clone what was compiled elsewhere', async () => {
      const one = await repository.clone(workshop.place('one'))
      await machine.must(['install', '-e', one.directory])
      expect(await compiles()).toBe(all)
      expect(await machine.demo()).toBe(`111 ${flag.unset}`)
      await rm(one.directory, { recursive: true })
      const other = await workshop.machine('second')
      const two = await repository.clone(workshop.place('deeper/two'))
      await other.must(['install', '-e', two.directory])
      expect(await workshop.calls()).toEqual(noCalls)
      expect(await other.demo()).toBe(`111 ${flag.unset}`)
      expect(await runPython(other.python, 'import demo; print(demo.__file__)')).toContain(two.directory)
      await two.edit('csrc/two.cpp', 'return 10', 'return 20')
      await other.must(['install', '-e', two.directory])
      expect(await compiles()).toBeGreaterThan(0)
      expect(await other.demo()).toBe(`121 ${flag.unset}`)
    })
  })
}

describeShape('transformer-engine')('the command of the thread about TransformerEngine', () => {
  const flags = { NVTE_FRAMEWORK: 'pytorch', NVTE_CUDA_ARCHS: '80', NVTE_BUILD_MAX_JOBS: '2' }
  const command = ['install', '--system', '--break-system-packages', '--no-build-isolation', '--no-deps', '-e', '.']

  /** An interpreter of its own, with what the build needs. */
  async function makePython(on: Machine): Promise<string> {
    const code = 'import sys; print(sys.base_prefix)'
    const prefix = join(on.directory, 'python')
    await mkdir(dirname(prefix), { recursive: true })
    const unneeded = /[/\\](?:test|idlelib|tkinter|site-packages[/\\].+|.*\.a)$/
    const from = await runPython(workshop.interpreter, code)
    await cp(from, prefix, { recursive: true, verbatimSymlinks: true, filter: path => !unneeded.test(path) })
    const python = join(prefix, 'bin', 'python3')
    const env = { ...scrubbedEnvironment(), PATH: workshop.path }
    const args = ['pip', 'install', '--system', '--break-system-packages', '--python', python]
    const { exitCode, stderr } = await runProcess('uv', [...args, 'setuptools', 'packaging'], { env })
    if (exitCode !== 0) throw new Error(stderr)
    return python
  }

  test('compiles nothing in its second run, on a fresh clone', async () => {
    const repository = await workshop.repository('transformer-engine')
    const python = await makePython(machine)
    const one = await repository.clone(workshop.place('one'))
    await machine.must([...command, '--python', python], { cwd: one.directory, env: flags })
    expect(await compiles()).toBe(shapes['transformer-engine'].compiles)
    expect(await runPython(python, 'import demo; print(demo.value(), demo.flag())')).toBe('111 pytorch:80')

    const other = await workshop.machine('second')
    const second = await makePython(other)
    const two = await repository.clone(workshop.place('two'))
    await other.must([...command, '--python', second], {
      cwd: two.directory,
      env: { ...flags, NVTE_BUILD_MAX_JOBS: '1' },
    })
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await runPython(second, 'import demo; print(demo.value(), demo.flag())')).toBe('111 pytorch:80')
  })

  test('compiles again when a package that the build ran with is another one', async () => {
    const repository = await workshop.repository('transformer-engine')
    const python = await makePython(machine)
    await machine.must([...command, '--python', python], { cwd: repository.directory, env: flags })
    expect(await compiles()).toBe(shapes['transformer-engine'].compiles)
    const env = { ...scrubbedEnvironment(), PATH: workshop.path }
    const args = ['pip', 'install', '--system', '--break-system-packages', '--python', python, 'setuptools==80.9.0']
    expect(await runProcess('uv', args, { env })).toMatchObject({ exitCode: 0 })
    await machine.must([...command, '--python', python], { cwd: repository.directory, env: flags })
    expect(await compiles()).toBeGreaterThan(0)
  })
})

describeShape('pytorch')('the shape of PyTorch, whose metadata hook builds too', () => {
  test.each([[[]], [['-e']]])('runs CMake once in one installation: %j', async editable => {
    const repository = await workshop.repository('pytorch')
    await machine.must(['install', ...editable, repository.directory])
    const { configures, compiles: compiled, hooks } = await workshop.calls()
    expect({ configures, compiled, hooks: hooks.length }).toEqual({ configures: 1, compiled: 4, hooks: 1 })
    expect(await machine.demo()).toBe('111 unset')
  })
})

describeShape('monorepo')('a project in a monorepo', () => {
  const install = (on: Machine, tree: Repository) => on.must(['install', tree.project, '--reinstall'])
  const version = () => runPython(machine.python, 'import importlib.metadata as m; print(m.version("demo"))')
  let repository: Repository
  beforeEach(async () => {
    repository = await workshop.repository('monorepo')
    await install(machine, repository)
    expect(await compiles()).toBe(4)
  })

  test('is not built for a commit elsewhere in it', async () => {
    await repository.write('docs/index.md', '# Other docs\n')
    await repository.write('packages/one/src/other/__init__.py', 'VALUE = 2\n')
    await repository.commit('Unrelated')
    await install(machine, repository)
    const other = await workshop.machine('second')
    await install(other, await repository.clone(workshop.place('two')))
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await other.demo()).toBe('111 unset')
  })

  test('is built when a file outside of it changes that its build script reads', async () => {
    await repository.write('common/version.txt', '2.0\n')
    await repository.commit('Another version')
    await install(machine, repository)
    expect(await compiles()).toBe(4)
    expect(await version()).toBe('2.0')
  })

  test('is built when a header outside of it changes that its compiler reads', async () => {
    await repository.write('common/numbers.h', '#pragma once\n#define FROM_HEADER 7\n')
    await repository.commit('Another number')
    await install(machine, repository)
    expect(await compiles()).toBe(4)
    expect(await machine.demo()).toBe('118 unset')
  })

  test('is found by its subdirectory of a revision', async () => {
    const source = `git+file://${repository.directory}@main#subdirectory=packages/two`
    const other = await workshop.machine('second')
    await other.must(['install', `demo @ ${source}`])
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await other.demo()).toBe('111 unset')
  })
})

describeShape('scm')('a project that has its version from git', () => {
  test('is built once for a revision, and again for the next, which has another version', async () => {
    const repository = await workshop.repository('scm')
    const install = async (on: Machine, name: string) => {
      const tree = await repository.clone(workshop.place(name))
      await on.must(['install', tree.directory])
      return runPython(on.python, 'import importlib.metadata as m; print(m.version("demo"))')
    }
    expect(await install(machine, 'one')).toBe('1.0')
    expect(await compiles()).toBe(4)
    const other = await workshop.machine('second')
    expect(await install(other, 'two')).toBe('1.0')
    expect(await workshop.calls()).toEqual(noCalls)
    await repository.git('commit', '-q', '--allow-empty', '-m', 'Nothing')
    expect(await install(machine, 'three')).toMatch(/^1\.1\.dev1/)
    expect(await compiles()).toBe(4)
  })
})
