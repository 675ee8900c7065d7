/**
 * Builds that fail, are killed, or meet one another: one clear message or one builder, and nothing half-built is kept. Most of it
 * with WHEELCREW_E2E=full.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import {
  cachedBuilds,
  filesBelow,
  keptBuilds,
  killTree,
  type Machine,
  makeWorkshop,
  noBuilds,
  type Running,
  type RunOptions,
  runPython,
  type Workshop,
} from '../helpers/build-machine.js'
import type { Repository } from '../helpers/build-projects.js'
import { findOnPath, findTool } from '../helpers/tools.js'

jest.setTimeout(300_000)
const full = process.env.WHEELCREW_E2E === 'full'
const testFull = full ? test : test.skip
const describeBuilds = noBuilds === undefined ? describe : describe.skip

let workshop: Workshop
let machine: Machine
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
})
afterEach(() => workshop.remove())

/** The build fails with one message, without a stack, and nothing of it is kept anywhere. */
async function expectFailure(source: string, options: RunOptions = {}): Promise<{ error: string; stderr: string }> {
  const { exitCode, stdout, stderr } = await machine.run(['install', source, '--json'], options)
  const shown = JSON.parse(stdout) as { error: { code: string; message: string; hint?: string } }
  expect({ exitCode, ...shown }).toMatchObject({
    exitCode: 1,
    error: { code: expect.stringMatching(/^[A-Z_]+$/), message: expect.stringContaining(source) },
  })
  expect(stderr).not.toMatch(/^\s+at .*\.js:\d+/m)
  expect(existsSync(join(machine.venv, 'pyvenv.cfg'))).toBe(false)
  await expectNothingKept()
  return { error: `${shown.error.message}\n${shown.error.hint ?? ''}`, stderr }
}

async function expectNothingKept(): Promise<void> {
  expect((await keptBuilds(machine)).filter(name => /\.whl$|note\.json$/.test(name))).toEqual([])
  expect(await cachedBuilds(workshop)).toEqual([])
}

/** Store and cache are good: another build succeeds, its wheel reaches other machines, and all digests are right. */
async function expectGood(repository: Repository, shown = '111 unset'): Promise<void> {
  await workshop.calls()
  await machine.must(['install', repository.directory])
  expect(await workshop.calls()).toMatchObject({ compiles: 4 })
  expect(await machine.demo()).toBe(shown)
  expect(await machine.run(['verify', '--store', machine.store])).toMatchObject({ exitCode: 0 })
  const other = await workshop.machine('other')
  await other.must(['install', repository.directory])
  expect(await workshop.calls()).toMatchObject({ compiles: 0, hooks: [] })
  expect(await other.demo()).toBe(shown)
}

const failures = [
  ['a source is broken', 'csrc/two.cpp', 'return 10', 'return no_such_name', /no_such_name/],
  ['a header is missing', 'csrc/two.cpp', '#include "parts.h"', '#include "no_such_header.h"', /no_such_header\.h/],
  ['a hook raises', 'setup.py', 'import os\n', 'import os\nraise RuntimeError("no such luck")\n', /no such luck/],
] as const

describeBuilds('a build that fails', () => {
  test.each(full ? failures : failures.slice(0, 1))(
    'because %s shows what was said, keeps nothing, and succeeds when that is mended',
    async (_, file, from, to, said) => {
      const repository = await workshop.repository('setuptools')
      await repository.edit(file, from, to)
      const { stderr } = await expectFailure(repository.directory)
      expect(stderr).toMatch(said)
      await repository.git('checkout', '-q', '.')
      await expectGood(repository)
    },
  )

  testFull('because there is no compiler says so', async () => {
    const repository = await workshop.repository('setuptools')
    const { error } = await expectFailure(repository.directory, { env: { PATH: await pathWithoutCompilers() } })
    expect(error).toMatch(/\b(?:gcc|g\+\+|compiler)/)
    await expectGood(repository)
  })

  testFull('because there is no CUDA toolkit says so', async () => {
    const repository = await workshop.repository('cuda')
    expect((await expectFailure(repository.directory)).error).toMatch(/CUDA_HOME/)
  })

  testFull('by leaving half of a wheel leaves nothing', async () => {
    const repository = await workshop.repository('half-wheel')
    await expectFailure(repository.directory)
  })

  testFull('because its compiler was killed leaves nothing', async () => {
    const repository = await workshop.repository('setuptools')
    const directory = join(workshop.directory, 'killed')
    await mkdir(directory)
    const real = join(workshop.counter.directory, 'g++')
    const script = `#!/bin/sh\ncase "$*" in *two.cpp*) kill -9 $$;; esac\nexec '${real}' "$@"\n`
    // Debian's own Python calls the compiler by its whole name.
    const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu'
    for (const name of ['gcc', 'g++', 'cc', 'c++', `${triplet}-gcc`, `${triplet}-g++`]) {
      await writeFile(join(directory, name), script)
      await chmod(join(directory, name), 0o755)
    }
    await expectFailure(repository.directory, { env: { PATH: `${directory}${delimiter}${workshop.path}` } })
    await expectGood(repository)
  })
})

/** What a build and its front end need, and no compiler. */
async function pathWithoutCompilers(): Promise<string> {
  const directory = join(workshop.directory, 'few-tools')
  await mkdir(directory)
  for (const name of ['git', 'sh', 'env', 'uname', 'ldd', 'cat', 'rm', 'uv']) {
    const found = name === 'uv' ? await findTool(name) : await findOnPath(name)
    if (found !== undefined) await symlink(found, join(directory, name))
  }
  return directory
}

type Gate = {
  /** How many builds have come to it. */
  times(): Promise<number>
  open(): Promise<void>
  /** Starts an installation and waits until its build stops at the gate. */
  reach(options?: RunOptions): Promise<Running>
}

/** The build script of the repository stops at a gate, as long as that is closed. */
async function closeGate(repository: Repository, place: 'before' | 'after' = 'before'): Promise<Gate> {
  const [closed, log] = [join(workshop.directory, 'closed'), join(workshop.directory, 'reached')]
  await writeFile(closed, '')
  const times = async () => (await readFile(log, 'utf8').catch(() => '')).length
  const lines = `import os, sys, time
if "bdist_wheel" in sys.argv:
    with open(r"${log}", "a") as reached:
        reached.write("x")
    while os.path.exists(r"${closed}"):
        time.sleep(0.02)
`
  const script = await readFile(join(repository.directory, 'setup.py'), 'utf8')
  await repository.write('setup.py', place === 'before' ? `${lines}\n${script}` : `${script}\n${lines}`)
  await repository.commit('A gate')
  const reach: Gate['reach'] = async options => {
    const running = machine.start(['install', repository.directory], options)
    let isOver = false
    void running.ended.then(() => {
      isOver = true
    })
    while ((await times()) === 0 && !isOver) await pause(20)
    expect({ reached: await times(), isOver }).toEqual({ reached: 1, isOver: false })
    return running
  }
  return { times, open: () => rm(closed), reach }
}

const alone = { cache: false } as const

describeBuilds('a build that is killed', () => {
  test.each(full ? (['before', 'after'] as const) : (['before'] as const))(
    '%s it compiles, with all that runs, leaves nothing, and the next run builds',
    async moment => {
      const repository = await workshop.repository('setuptools')
      const gate = await closeGate(repository, moment)
      const running = await gate.reach(alone)
      await killTree(running.pid)
      await running.ended
      await expectNothingKept()
      await gate.open()
      await expectGood(repository)
    },
  )

  testFull('without what it started does no harm to the next one', async () => {
    const repository = await workshop.repository('setuptools')
    const gate = await closeGate(repository)
    const running = await gate.reach(alone)
    process.kill(running.pid, 'SIGKILL')
    await gate.open()
    await running.ended
    await machine.must(['install', repository.directory])
    expect(await machine.demo()).toBe('111 unset')
    expect(await machine.run(['verify', '--store', machine.store])).toMatchObject({ exitCode: 0 })
  })

  testFull('by an interrupt ends, with what it started', async () => {
    const repository = await workshop.repository('setuptools')
    const gate = await closeGate(repository)
    const running = await gate.reach()
    process.kill(running.pid, 'SIGINT')
    expect((await running.ended).exitCode).not.toBe(0)
    await expectNothingKept()
    await gate.open()
    await pause(1000)
    expect(await workshop.calls()).toMatchObject({ compiles: 0 })
    await expectGood(repository)
  })

  testFull(
    'keeps other machines waiting for a while only',
    async () => {
      const repository = await workshop.repository('setuptools')
      const gate = await closeGate(repository)
      const running = await gate.reach()
      await killTree(running.pid)
      await running.ended
      await expectNothingKept()
      await gate.open()
      machine = await workshop.machine('second')
      await expectGood(repository)
    },
    900_000,
  )
})

describeBuilds('two processes that want one build', () => {
  const waitFor = (on: Machine, repository: Repository, options?: RunOptions) =>
    on.start(['install', repository.directory, '--venv', join(on.directory, 'other'), '-v'], options)

  async function expectOneBuild(other: Machine, options?: RunOptions): Promise<void> {
    const repository = await workshop.repository('setuptools')
    const gate = await closeGate(repository)
    const builder = await gate.reach(options)
    const waiter = waitFor(other, repository, options)
    expect(await waiter.says(/waiting for/)).toBe(true)
    await gate.open()
    const outputs = await Promise.all([builder.ended, waiter.ended])
    expect(outputs.map(({ exitCode, stderr }) => (exitCode === 0 ? '' : stderr))).toEqual(['', ''])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await gate.times()).toBe(1)
    const python = join(other.directory, 'other', 'bin', 'python')
    expect(await runPython(python, 'import demo; print(demo.value())')).toBe('111')
  }

  test('on one machine are a builder and a waiter', async () => {
    await expectOneBuild(machine, alone)
  })

  testFull('on two machines with one cache are a builder and a waiter', async () => {
    await expectOneBuild(await workshop.machine('second'))
  })

  testFull('go on when the builder is killed', async () => {
    const repository = await workshop.repository('setuptools')
    const gate = await closeGate(repository)
    const builder = await gate.reach(alone)
    const waiter = waitFor(machine, repository, alone)
    expect(await waiter.says(/waiting for/)).toBe(true)
    await killTree(builder.pid)
    await gate.open()
    expect(await waiter.ended).toMatchObject({ exitCode: 0 })
    expect(await gate.times()).toBe(2)
  })
})

describeBuilds('a build in a cache', () => {
  const cases = [
    ['the wheel', /-built-/],
    ['what is said of it', /-build-/],
  ] as const

  describe.each(cases)('of which %s is damaged', (_, pattern) => {
    testFull('is built again', async () => {
      const repository = await workshop.repository('setuptools')
      await machine.must(['install', repository.directory])
      expect(await workshop.calls()).toMatchObject({ compiles: 4 })
      const files = (await cachedBuilds(workshop)).filter(name => pattern.test(name))
      expect(files).toHaveLength(1)
      for (const name of files) await damage(join(workshop.cache, name))
      const other = await workshop.machine('second')
      await other.must(['install', repository.directory])
      expect(await workshop.calls()).toMatchObject({ compiles: 4 })
      expect(await other.demo()).toBe('111 unset')
    })
  })

  testFull('that is only read gets nothing', async () => {
    const repository = await workshop.repository('setuptools')
    await machine.must(['install', repository.directory, '--save-cache=false'])
    expect(await filesBelow(workshop.cache)).toEqual([])
  })
})

/** Another byte in the middle of a file. */
async function damage(path: string): Promise<void> {
  const bytes = await readFile(path)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  await writeFile(path, bytes)
}

describeBuilds('a build that is kept', () => {
  const built = async (...args: readonly string[]) => {
    const repository = await workshop.repository('setuptools')
    const source = repository.directory
    await machine.must(['install', source, ...args], { cache: false })
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    return source
  }

  testFull('and was damaged in the store is built again, with a warning', async () => {
    const source = await built()
    const [wheel = ''] = (await keptBuilds(machine)).filter(name => name.endsWith('.whl'))
    const path = join(machine.store, 'v1', 'builds', wheel)
    const bytes = await readFile(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(path, bytes)
    const { stderr } = await machine.must(['install', source, '--reinstall'], { cache: false })
    expect(stderr).toMatch(/warning: the stored build of `demo` is damaged/)
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect((await machine.run(['verify', '--store', machine.store])).exitCode).toBe(0)
  })

  testFull('of a pull request serves no other run of the machine, and gives way to one that may', async () => {
    const pull = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge', GITHUB_REPOSITORY: 'o/r' }
    const push = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_REPOSITORY: 'o/r' }
    const source = (await workshop.repository('setuptools')).directory
    const compilesAs = async (env: Readonly<Record<string, string>>) => {
      await machine.must(['install', source, '--reinstall'], { cache: false, env })
      return (await workshop.calls()).compiles
    }
    expect([await compilesAs(pull), await compilesAs(pull)]).toEqual([4, 0])
    expect([await compilesAs(push), await compilesAs(push), await compilesAs(pull)]).toEqual([4, 0, 0])
  })

  testFull('is installed again where a file of it is gone from the environment, and nothing is compiled', async () => {
    const source = await built()
    const code = 'import importlib.metadata as m; print(*(f.locate() for f in m.files("demo") if f.suffix == ".so"))'
    const [library = ''] = (await runPython(machine.python, code)).trim().split(' ')
    await rm(library)
    await machine.must(['install', source], { cache: false })
    expect(existsSync(library)).toBe(true)
    expect(await workshop.calls()).toMatchObject({ compiles: 0 })
  })
})
