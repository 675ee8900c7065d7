/** Builds that fail, are killed, or meet one another: one clear message or one builder, and nothing half-built is kept. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  filesBelow,
  keptBuilds,
  type Machine,
  makeWorkshop,
  noBuilds,
  prepend,
  type RunOptions,
  type Workshop,
} from '../helpers/build-machine.js'
import type { Repository } from '../helpers/build-projects.js'
import { findOnPath, findTool } from '../helpers/tools.js'

const minutes = 60_000
const describeBuilds = noBuilds === undefined ? describe : describe.skip

let workshop: Workshop
let machine: Machine
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
})
afterEach(() => workshop.remove())

/** The build fails with one message and a hint, without a stack, and nothing of it is kept anywhere. */
async function expectFailure(source: string, options: RunOptions = {}): Promise<{ error: string; stderr: string }> {
  const before = await filesBelow(workshop.cache)
  const { exitCode, stdout, stderr } = await machine.run(['install', source, '--json'], options)
  const shown = JSON.parse(stdout) as { error: { code: string; message: string; hint: string } }
  expect({ exitCode, ...shown }).toMatchObject({
    exitCode: 1,
    error: {
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(/./),
      hint: expect.stringMatching(/./),
    },
  })
  expect(stderr).not.toMatch(/^\s+at .*\.js:\d+/m)
  expect(existsSync(join(machine.venv, 'pyvenv.cfg'))).toBe(false)
  await expectNothingKept(before)
  return { error: `${shown.error.message}\n${shown.error.hint}`, stderr }
}

async function expectNothingKept(cachedBefore: readonly string[] = []): Promise<void> {
  const kept = (await keptBuilds(machine)).filter(name => /\.whl$|note\.json$/.test(name))
  expect(kept).toEqual([])
  expect(await filesBelow(workshop.cache)).toEqual(cachedBefore)
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

describeBuilds('a build that fails', () => {
  test.each([
    ['a source is broken', 'csrc/two.cpp', 'return 10', 'return no_such_name', /no_such_name/],
    ['a header is missing', 'csrc/two.cpp', '#include "parts.h"', '#include "no_such_header.h"', /no_such_header\.h/],
    ['a hook raises', 'setup.py', 'import os\n', 'import os\nraise RuntimeError("no such luck")\n', /no such luck/],
  ])(
    'because %s shows what was said, keeps nothing, and succeeds when that is mended',
    async (_, file, from, to, said) => {
      const repository = await workshop.repository('setuptools')
      await repository.edit(file, from, to)
      const { stderr } = await expectFailure(repository.directory)
      expect(stderr).toMatch(said)
      await repository.git('checkout', '-q', '.')
      await expectGood(repository)
    },
    5 * minutes,
  )

  test(
    'because there is no compiler says so',
    async () => {
      const repository = await workshop.repository('setuptools')
      const { error, stderr } = await expectFailure(repository.directory, {
        env: { PATH: await pathWithoutCompilers() },
      })
      expect(`${error}\n${stderr}`).toMatch(/gcc|cc|compiler/)
      await expectGood(repository)
    },
    5 * minutes,
  )

  test(
    'because there is no CUDA toolkit says so',
    async () => {
      const repository = await workshop.repository('cuda')
      const { error, stderr } = await expectFailure(repository.directory)
      expect(`${error}\n${stderr}`).toMatch(/CUDA_HOME/)
    },
    5 * minutes,
  )

  test(
    'by leaving half of a wheel is a failure',
    async () => {
      const repository = await workshop.repository('half-wheel')
      await expectFailure(repository.directory)
    },
    5 * minutes,
  )

  test(
    'because its compiler was killed says how',
    async () => {
      const repository = await workshop.repository('setuptools')
      const directory = join(workshop.directory, 'killed')
      await mkdir(directory)
      const script = `#!/bin/sh\ncase "$*" in *two.cpp*) kill -9 $$;; esac\nexec '${join(workshop.counter.directory, 'gcc')}' "$@"\n`
      for (const name of ['gcc', 'g++', 'cc', 'c++']) {
        await writeFile(join(directory, name), script)
        await chmod(join(directory, name), 0o755)
      }
      await expectFailure(repository.directory, { env: { PATH: `${directory}:${workshop.path}` } })
      await expectGood(repository)
    },
    5 * minutes,
  )
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

/** A build stops where the gate is, and says that it has come there, as long as the gate is closed. */
type Gate = { readonly lines: string; reached(): Promise<void>; open(): Promise<void>; times(): Promise<number> }

async function closeGate(): Promise<Gate> {
  const [closed, log] = [join(workshop.directory, 'closed'), join(workshop.directory, 'reached')]
  await writeFile(closed, '')
  const times = async () => (await readFile(log, 'utf8').catch(() => '')).length
  return {
    lines: `import os, sys, time
if "bdist_wheel" in sys.argv:
    with open(r"${log}", "a") as reached:
        reached.write("x")
    while os.path.exists(r"${closed}"):
        time.sleep(0.02)
`,
    reached: async () => {
      while ((await times()) === 0) await pause(20)
    },
    open: () => rm(closed, { force: true }),
    times,
  }
}

describeBuilds('a build that is killed', () => {
  test.each(['before', 'after'])(
    '%s it compiles leaves nothing, and the next run builds',
    async moment => {
      const repository = await workshop.repository('setuptools')
      const gate = await closeGate()
      if (moment === 'before') await prepend(repository, 'setup.py', gate.lines)
      else
        await repository.write(
          'setup.py',
          `${await readFile(join(repository.directory, 'setup.py'), 'utf8')}\n${gate.lines}`,
        )
      await repository.commit('A gate')
      const running = machine.start(['install', repository.directory])
      await Promise.race([gate.reached(), running.ended])
      expect(await gate.times()).toBe(1)
      process.kill(-running.pid, 'SIGKILL')
      await running.ended
      await expectNothingKept()
      await gate.open()
      await expectGood(repository)
    },
    5 * minutes,
  )

  test(
    'by an interrupt ends at once, without what it started',
    async () => {
      const repository = await workshop.repository('setuptools')
      const gate = await closeGate()
      await prepend(repository, 'setup.py', gate.lines)
      const running = machine.start(['install', repository.directory])
      await Promise.race([gate.reached(), running.ended])
      expect(await gate.times()).toBe(1)
      process.kill(running.pid, 'SIGINT')
      expect((await running.ended).exitCode).not.toBe(0)
      await expectNothingKept()
      await workshop.calls()
      await gate.open()
      await pause(500)
      expect(await workshop.calls()).toMatchObject({ compiles: 0 })
      await expectGood(repository)
    },
    5 * minutes,
  )
})

describeBuilds('two processes that want one build', () => {
  const install = (on: Machine, repository: Repository) => on.start(['install', repository.directory, '-v'])

  async function expectOneBuild(one: Machine, other: Machine): Promise<void> {
    const repository = await workshop.repository('setuptools')
    const gate = await closeGate()
    await prepend(repository, 'setup.py', gate.lines)
    await repository.commit('A gate')
    const builder = install(one, repository)
    await Promise.race([gate.reached(), builder.ended])
    expect(await gate.times()).toBe(1)
    const waiter = other.start(['install', repository.directory, '--venv', join(other.directory, 'other'), '-v'])
    expect(await waiter.says(/waiting/i)).toBe(true)
    await gate.open()
    const outputs = await Promise.all([builder.ended, waiter.ended])
    expect(outputs.map(({ exitCode, stderr }) => (exitCode === 0 ? '' : stderr))).toEqual(['', ''])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await gate.times()).toBe(1)
  }

  test(
    'on one machine are a builder and a waiter',
    async () => {
      await expectOneBuild(machine, machine)
    },
    5 * minutes,
  )

  test(
    'on two machines with one cache are a builder and a waiter',
    async () => {
      await expectOneBuild(machine, await workshop.machine('second'))
    },
    5 * minutes,
  )

  test(
    'do not wait for a builder that was killed',
    async () => {
      const repository = await workshop.repository('setuptools')
      const gate = await closeGate()
      await prepend(repository, 'setup.py', gate.lines)
      const builder = install(machine, repository)
      await Promise.race([gate.reached(), builder.ended])
      const waiter = machine.start(['install', repository.directory, '--venv', join(machine.directory, 'other'), '-v'])
      expect(await waiter.says(/waiting/i)).toBe(true)
      process.kill(-builder.pid, 'SIGKILL')
      await gate.open()
      expect(await waiter.ended).toMatchObject({ exitCode: 0 })
      expect(await gate.times()).toBe(2)
    },
    5 * minutes,
  )
})

describeBuilds('a build in a cache', () => {
  test(
    'that is damaged is built again',
    async () => {
      const repository = await workshop.repository('setuptools')
      await machine.must(['install', repository.directory])
      await workshop.calls()
      const files = await filesBelow(workshop.cache)
      expect(files.length).toBeGreaterThan(0)
      for (const name of files) {
        const bytes = await readFile(join(workshop.cache, name))
        const middle = bytes.length >> 1
        bytes[middle] = (bytes[middle] ?? 0) ^ 1
        await writeFile(join(workshop.cache, name), bytes)
      }
      const other = await workshop.machine('second')
      await other.must(['install', repository.directory])
      expect(await workshop.calls()).toMatchObject({ compiles: 4 })
      expect(await other.demo()).toBe('111 unset')
    },
    5 * minutes,
  )

  test(
    'that is only read gets nothing',
    async () => {
      const repository = await workshop.repository('setuptools')
      await machine.must(['install', repository.directory, '--save-cache=false'])
      expect(await filesBelow(workshop.cache)).toEqual([])
    },
    5 * minutes,
  )
})
