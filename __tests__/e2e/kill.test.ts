import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { hasErrno } from '../../src/errors.js'
import { makeScratch, pylockOf, type Scratch } from '../helpers/cli.js'
import { readDirectories, readTree, type Tree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const moments = 6
/** Of changes of an environment that holds something. */
const changes = process.env.WHEELCREW_E2E === 'full' ? 200 : 12

/** The large one keeps threads, compile processes and links busy for most of a run. */
const wheels = [
  makeWheel({ name: 'large', version: '1.0', files: sources('large', 800) }),
  makeWheel({
    name: 'tool',
    version: '1.0',
    files: sources('tool', 100),
    data: { 'scripts/shipped': '#!python\nprint(1)\n', 'data/share/tool.txt': 'data' },
    entryPoints: '[console_scripts]\ntool-run = tool.m1:main\n',
  }),
  makeWheel({ name: 'small', version: '1.0' }),
]

function sources(name: string, count: number): Record<string, string> {
  const modules = Array.from({ length: count }, (_, index) => [`${name}/m${index}.py`, `VALUE = ${index}\n`.repeat(20)])
  return { [`${name}/__init__.py`]: '', ...Object.fromEntries(modules) }
}

let scratch: Scratch
let lock = ''
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(...wheels)
  lock = await scratch.write('pylock.toml', pylockOf(wheels))
})
afterEach(() => scratch.remove())

/** Runs until `moment`, then ends at once with all that it started, as when a machine stops. */
async function runAndKill(moment: Promise<unknown>, command = ['install', '-r', lock]): Promise<void> {
  const places = ['--venv', scratch.venv, '--store', scratch.store, '--find-links', scratch.wheels, '--no-index']
  const env = { PATH: process.env.PATH ?? '', HOME: scratch.directory }
  const options = { cwd: scratch.directory, env, detached: true, stdio: 'ignore' } as const
  const child = spawn(process.execPath, [cli, ...command, ...places], options)
  const ended = once(child, 'exit')
  await Promise.race([ended, moment])
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** What is not as a RECORD in the environment says: a distribution that counts as installed is whole. */
async function brokenFiles(): Promise<readonly string[]> {
  const library = join(scratch.venv, 'lib')
  const [version = ''] = await namesIn(library)
  const site = join(library, version, 'site-packages')
  const distInfos = (await namesIn(site)).filter(name => name.endsWith('.dist-info'))
  return (await Promise.all(distInfos.map(name => brokenIn(site, name)))).flat()
}

const namesIn = (directory: string) => readdir(directory).catch(() => [])

async function brokenIn(site: string, distInfo: string): Promise<readonly string[]> {
  const record = await readIfPresent(join(site, distInfo, 'RECORD'))
  if (record === undefined) return []
  const rows = record.toString().trimEnd().split('\n')
  if (!rows.includes(`${distInfo}/RECORD,,`)) return [`${distInfo}/RECORD`]
  const broken = await Promise.all(rows.map(async row => ((await isWhole(site, row)) ? [] : [row])))
  return broken.flat()
}

async function isWhole(site: string, row: string): Promise<boolean> {
  const [path = '', hash = ''] = row.split(',')
  const bytes = await readIfPresent(join(site, path))
  if (bytes === undefined || hash === '') return bytes !== undefined
  return hash === `sha256=${createHash('sha256').update(bytes).digest('base64url')}`
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

type Environment = { readonly message: string; readonly files: Tree; readonly directories: readonly string[] }

/** What a run that nobody disturbs makes of the environment; its message is empty where it succeeds. */
async function runAgain(run = () => scratch.install('-r', lock)): Promise<Environment> {
  const { exitCode, stderr } = await run()
  const message = exitCode === 0 ? '' : stderr
  return { message, files: await readTree(scratch.venv), directories: await readDirectories(scratch.venv) }
}

/** The message and the first paths at which two environments differ. */
function differences(found: Environment, whole: Environment): readonly string[] {
  const paths = new Set([...Object.keys(found.files), ...Object.keys(whole.files)])
  const files = [...paths].filter(path => found.files[path] !== whole.files[path])
  const directories = found.directories.filter(path => !whole.directories.includes(path))
  return [...(found.message === '' ? [] : [found.message]), ...files, ...directories].slice(0, 10)
}

/** No environment and no store; what was there goes aside, since deleting takes longer than a run. */
async function startOver(name: string): Promise<void> {
  await rename(scratch.venv, join(scratch.directory, `venv-${name}`))
  await rename(scratch.store, join(scratch.directory, `store-${name}`))
}

test('a run that is killed leaves no distribution half installed, and the next run completes the environment', async () => {
  const startedAt = performance.now()
  const whole = await runAgain()
  const usualMs = performance.now() - startedAt
  expect(whole.message).toBe('')
  expect(await brokenFiles()).toEqual([])
  for (let index = 0; index < moments; index++) {
    await startOver(String(index))
    const killAfterMs = (usualMs * (index + Math.random())) / moments
    await runAndKill(pause(killAfterMs))
    const broken = await brokenFiles()
    const differing = differences(await runAgain(), whole)
    expect({ killAfterMs, broken, differing }).toEqual({ killAfterMs, broken: [], differing: [] })
    expect(await brokenFiles()).toEqual([])
  }
})

test('a run that is killed while it makes the environment is repaired by the next run', async () => {
  const whole = await runAgain()
  await rename(scratch.venv, join(scratch.directory, 'venv-whole'))
  await mkdir(scratch.venv)
  const watcher = watch(scratch.venv)
  await runAndKill(once(watcher, 'change'))
  watcher.close()
  expect(differences(await runAgain(), whole)).toEqual([])
})

/** Another version of everything, with files that come, go, and stay equal; `small` is not named any more. */
const upgraded = [
  makeWheel({ name: 'large', version: '2.0', files: { ...sources('large', 500), 'large/added.py': 'ADDED = 1\n' } }),
  makeWheel({
    name: 'tool',
    version: '2.0',
    files: { ...sources('tool', 120), 'tool/m1.py': 'VALUE = 2\n' },
    data: { 'scripts/shipped': '#!python\nprint(2)\n', 'data/share/other.txt': 'data' },
    entryPoints: '[console_scripts]\ntool-run = tool.m1:main\ntool-more = tool.m1:main\n',
  }),
]

/**
 * Every second time as soon as the run has begun to change the environment, so that some always are in the middle of it; else
 * a random while after that, or after its start.
 */
async function duringChange(usualMs: number, index: number): Promise<void> {
  const isAtOnce = index % 2 === 0
  if (!isAtOnce && Math.random() < 0.3) return pause(usualMs * Math.random())
  const ended = new AbortController()
  const watcher = watch(scratch.venv, { signal: ended.signal })
  try {
    await Promise.race([journalAppears(watcher), pause(usualMs * 3, undefined, { signal: ended.signal })])
    if (!isAtOnce) await pause(150 * Math.random())
  } finally {
    ended.abort()
  }
}

const journalAppears = (watcher: FSWatcher) =>
  new Promise<void>(resolve =>
    watcher.on('change', (_, name) => {
      if (String(name) === '.wheelcrew-journal') resolve()
    }),
  )

test('a run that is killed while it upgrades or syncs leaves the old or the new distributions, and the next run repairs', async () => {
  await scratch.offer(...upgraded)
  const locks = [lock, await scratch.write('pylock.upgraded.toml', pylockOf(upgraded))]
  const wholes = new Map<string, Environment>()
  for (const file of locks) {
    wholes.set(file, await runAgain(() => scratch.install('-r', file)))
    await rename(scratch.venv, join(scratch.directory, `whole-${wholes.size}`))
  }
  const startedAt = performance.now()
  await runAgain()
  const usualMs = performance.now() - startedAt
  let half = 0
  for (let index = 0; index < changes; index++) {
    const to = locks[(index + 1) % 2] ?? ''
    const command = ['sync', '-r', to]
    await runAndKill(duringChange(usualMs, index), command)
    const unsettled = (await namesIn(scratch.venv)).some(name => name === '.wheelcrew-journal')
    const broken = await brokenFiles()
    const repaired = await runAgain(() => scratch.sync('-r', to))
    const differing = differences(repaired, wholes.get(to) ?? repaired)
    expect({ index, unsettled, broken, differing }).toEqual({ index, unsettled, broken: [], differing: [] })
    if (unsettled) half++
  }
  expect(half).toBeGreaterThan(0)
}, 1_800_000)
