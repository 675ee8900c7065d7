import type { ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { claimName } from '../../../src/python/claim.js'
import { type Interpreter, probeInterpreter } from '../../../src/python/interpreter.js'
import { ask, kill, startChild } from './children.js'
import { pythons, testHost } from './pythons.js'

let directory: string
let interpreter: Interpreter
const children: ChildProcess[] = []
let crew: readonly ChildProcess[]

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-two-')))
  const [python = ''] = await pythons()
  interpreter = await probeInterpreter(python, { host: testHost(directory), cacheDirectory: join(directory, 'cache') })
  crew = [start(), start(), start()]
})
afterAll(async () => {
  await Promise.all(children.map(kill))
  await rm(directory, { recursive: true, force: true })
})

function start(): ChildProcess {
  const child = startChild('filling-child.ts')
  children.push(child)
  return child
}

const fill = (child: ChildProcess, root: string, stopAt?: 'made' | 'filling') =>
  ask(child, { root, interpreter, host: testHost(directory), stopAt })

const filledTimes = (root: string) => readFile(join(root, 'filled'), 'utf8')

describe('processes that start at one moment', () => {
  test('on an environment that is absent: one makes it, and each fills it alone', async () => {
    for (let round = 0; round < 20; round += 1) {
      const root = join(directory, 'absent', String(round), 'venv')
      const done = await Promise.all(crew.map(child => fill(child, root)))
      expect(done.filter(word => word === 'made')).toHaveLength(1)
      expect(done.filter(word => word === 'found')).toHaveLength(2)
      expect(await filledTimes(root)).toBe('3')
      expect((await readdir(root)).filter(name => name.startsWith(claimName))).toEqual([])
    }
  }, 60_000)

  test('on one that a killed process left half made: one makes it anew', async () => {
    for (let round = 0; round < 3; round += 1) {
      const root = join(directory, 'half', String(round))
      const killed = start()
      expect(await fill(killed, root, 'made')).toBe('stopped')
      await kill(killed)
      const done = await Promise.all(crew.map(child => fill(child, root)))
      expect(done.filter(word => word === 'made')).toHaveLength(1)
      expect(done.filter(word => word === 'found')).toHaveLength(2)
      expect(await filledTimes(root)).toBe('3')
    }
  }, 60_000)

  test('on one that a process was killed in while it filled it: it stays', async () => {
    const root = join(directory, 'filled')
    await fill(start(), root)
    for (let round = 0; round < 3; round += 1) {
      const killed = start()
      expect(await fill(killed, root, 'filling')).toBe('stopped')
      await kill(killed)
      const done = await Promise.all(crew.map(child => fill(child, root)))
      expect(done).toEqual(['found', 'found', 'found'])
      expect(await filledTimes(root)).toBe(String(1 + 4 * (round + 1)))
    }
  }, 60_000)
})

test('a process waits as long as another one is at work', async () => {
  const root = join(directory, 'waits')
  const [first, second] = [start(), start()]
  expect(await fill(first, root, 'made')).toBe('stopped')
  let isDone = false
  const waiting = fill(second, root).finally(() => {
    isDone = true
  })
  expect(await fill(start(), join(directory, 'another'))).toBe('made')
  expect(isDone).toBe(false)
  await kill(first)
  expect(await waiting).toBe('made')
}, 60_000)
