import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { claimEnvironment, claimName } from '../../src/python/claim.js'
import type { Report } from '../../src/report/report.js'
import { makeScratch, pylockOf, type Scratch } from '../helpers/cli.js'
import { readTree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const older = makeWheel({ name: 'pkg', version: '1.0', files: { 'pkg/__init__.py': 'VERSION = 1\n' } })
const newer = makeWheel({ name: 'pkg', version: '2.0', files: { 'pkg/__init__.py': 'VERSION = 2\n' } })

let scratch: Scratch
let upgrade = ''
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(older, newer)
  upgrade = await scratch.write('pylock.newer.toml', pylockOf([newer]))
  const made = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([older])))
  expect(made).toMatchObject({ exitCode: 0 })
})
afterEach(() => scratch.remove())

/** A run on the environment while this process holds the claim; undefined where it ends without having waited. */
async function startAndWait(...args: readonly string[]) {
  const places = ['--venv', scratch.venv, '--store', scratch.store, '--find-links', scratch.wheels, '--no-index']
  const env = { PATH: process.env.PATH ?? '', HOME: scratch.directory }
  const child = spawn(process.execPath, [cli, ...args, ...places], { cwd: scratch.directory, env })
  const ended = once(child, 'exit')
  const stdout = text(child.stdout)
  const said = new Promise<true>(resolve => {
    let heard = ''
    child.stderr.on('data', piece => {
      heard += String(piece)
      if (heard.includes(`waiting for process ${process.pid}`)) resolve(true)
    })
  })
  const isWaiting = await Promise.race([said, ended.then(() => false)])
  return isWaiting ? { stdout, exitCode: ended.then(([code]) => code) } : undefined
}

const claim = () => claimEnvironment({ kind: 'venv', stateDirectory: scratch.venv })

test('a run that would change an environment on which another process is at work waits, and changes nothing before', async () => {
  const before = await readTree(scratch.venv)
  const held = await claim()
  const waiting = await startAndWait('install', '-r', upgrade)
  const { [claimName]: _, ...during } = await readTree(scratch.venv)
  await held.release()
  expect(waiting).toBeDefined()
  expect(during).toEqual(before)
  expect(await waiting?.exitCode).toBe(0)
  expect(await readTree(scratch.venv)).not.toEqual(before)
})

test('a run that has waited plans on what the other process left', async () => {
  const elsewhere = join(scratch.directory, 'other')
  const made = await scratch.run([
    ...['install', '-r', upgrade, '--venv', elsewhere, '--store', scratch.store],
    ...['--find-links', scratch.wheels, '--no-index'],
  ])
  expect(made).toMatchObject({ exitCode: 0 })
  const held = await claim()
  const waiting = await startAndWait('sync', '-r', upgrade, '--json')
  await rename(join(scratch.venv, 'lib'), join(scratch.directory, 'old-lib'))
  await rename(join(elsewhere, 'lib'), join(scratch.venv, 'lib'))
  await held.release()
  expect(await waiting?.exitCode).toBe(0)
  const report = JSON.parse((await waiting?.stdout) ?? '{}') as Report
  expect(report.removed).toEqual([])
  expect(report.wheels.map(({ name, version, source }) => ({ name, version, source }))).toEqual([
    { name: 'pkg', version: '2.0', source: 'environment' },
  ])
})

test('a run that has nothing to do waits for nobody', async () => {
  const held = await claim()
  try {
    const { exitCode } = await scratch.install('-r', join(scratch.directory, 'pylock.toml'))
    expect(exitCode).toBe(0)
  } finally {
    await held.release()
  }
})
