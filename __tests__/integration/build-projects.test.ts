/** The projects that tests build, and the counter of compilers, tried with uv alone; all shapes with WHEELCREW_E2E=full. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { makeRepository, type Shape, shapes } from '../helpers/build-projects.js'
import { type CompilerCounter, count, makeCompilerCounter, pathWith } from '../helpers/compiler-counter.js'
import { findOnPath, findTool, scrubbedEnvironment } from '../helpers/tools.js'

const run = promisify(execFile)
jest.setTimeout(300_000)
const uv = await findTool('uv')
const python = (await findOnPath('python3')) ?? ''
const testWithUv = uv === undefined ? test.skip : test
const whole = Object.keys(shapes).filter(name => name !== 'cuda' && name !== 'half-wheel') as Shape[]
const tried = process.env.WHEELCREW_E2E === 'full' ? whole : (['setuptools'] as const)

let directory: string
let counter: CompilerCounter
async function prepare(): Promise<void> {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-projects-')))
  counter = await makeCompilerCounter(join(directory, 'counter'))
}

async function uvDoes(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const clean = { ...scrubbedEnvironment(), PATH: pathWith(counter), ...env }
  await run(uv ?? '', args, { env: clean, cwd: directory, maxBuffer: 64 << 20 })
}

async function whatItReturns(installed: string, name = 'venv'): Promise<string> {
  const venv = join(directory, name)
  await uvDoes(['venv', '-q', '--python', python, venv])
  const editable = installed.endsWith('.whl') ? [] : ['-e']
  await uvDoes(['pip', 'install', '-q', '--python', join(venv, 'bin', 'python'), ...editable, installed])
  const code = 'import demo; print(demo.value(), demo.flag())'
  return (await run(join(venv, 'bin', 'python'), ['-B', '-I', '-c', code], { cwd: directory })).stdout.trim()
}

async function buildWheel(project: string, out: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  await uvDoes(['build', '-q', '--wheel', '--python', python, '--out-dir', join(directory, out), project], env)
  const wheels = (await readdir(join(directory, out))).filter(name => name.endsWith('.whl'))
  return join(directory, out, wheels[0] ?? '')
}

describe.each(tried)('the shape %s, built by uv', shape => {
  const { compiles, flag } = shapes[shape]
  beforeEach(prepare)
  afterEach(() => rm(directory, { recursive: true, force: true }))

  testWithUv('makes a wheel that returns what its source says, and the counter sees each compilation', async () => {
    const repository = await makeRepository(shape, join(directory, 'repository'), counter.hookLog)
    const wheel = await buildWheel(repository.project, 'out')
    const counts = await counter.take()
    expect(counts).toMatchObject({ compiles, hooks: expect.arrayContaining([expect.any(String)]) })
    expect(counts.links).toBeGreaterThan(0)
    expect(await whatItReturns(wheel)).toBe(`111 ${flag.unset}`)
  })

  testWithUv('makes another one with its flag, and with an edit', async () => {
    const repository = await makeRepository(shape, join(directory, 'repository'), counter.hookLog)
    await repository.edit(join(repository.project, 'csrc/two.cpp').slice(repository.directory.length + 1), '10', '20')
    const wheel = await buildWheel(repository.project, 'out', { [flag.name]: flag.value })
    const isSilent = shape === 'pytorch' || shape === 'monorepo'
    expect(await whatItReturns(wheel)).toBe(`121 ${isSilent ? flag.unset : flag.shown}`)
  })

  // The editable wheels of meson-python run ninja of the build environment at import, and uv has removed that by then.
  const testEditable = shape === 'meson' ? test.skip : testWithUv
  testEditable('can be installed as editable', async () => {
    const repository = await makeRepository(shape, join(directory, 'repository'), counter.hookLog)
    expect(await whatItReturns(repository.project)).toBe(`111 ${flag.unset}`)
  })

  testWithUv('ignores what a build leaves in its tree', async () => {
    const repository = await makeRepository(shape, join(directory, 'repository'), counter.hookLog)
    await whatItReturns(await buildWheel(repository.project, 'out'))
    expect(await repository.git('status', '--porcelain')).toBe('')
  })
})

describe('the counter', () => {
  const call = (tool: string, ...args: readonly string[]) => ({ tool, directory: '/tree', args })

  test.each([
    [call('gcc', '-c', 'a.c', '-o', 'a.o'), 'compiles'],
    [call('c++', '-shared', 'a.o', 'b.o', '-o', 'x.so'), 'links'],
    [call('g++', 'a.cpp', '-o', 'program'), 'compiles'],
    [call('rustc', '--crate-name', 'demo', 'src/lib.rs'), 'compiles'],
    [call('cc', '-c', '/tree/build/CMakeFiles/CMakeScratch/TryCompile-x/test.c'), 'checks'],
    [call('cc', '/tree/build/meson-private/sanitycheckc.c'), 'checks'],
    [call('cmake', '-S', '.', '-B', 'build'), 'configures'],
    [call('ninja', '-v'), 'builds'],
  ] as const)('takes %j for one of the %s', (made, kind) => {
    const none = { compiles: 0, checks: 0, links: 0, configures: 0, builds: 0, hooks: [] }
    expect(count([made], [])).toEqual({ ...none, [kind]: 1 })
  })

  test.each([
    call('gcc', '--version'),
    call('cc', '-E', '-dM', 'a.c'),
    call('cmake', '--build', 'build'),
    call('ninja', '--version'),
    call('rustc', '-vV'),
    call('rustc', '-', '--crate-name', '___', '--print=file-names'),
  ])('counts nothing for %j', made => {
    expect(
      Object.values(count([made], []))
        .flat()
        .every(number => number === 0),
    ).toBe(true)
  })
})
