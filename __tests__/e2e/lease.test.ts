/** A job that writes into its environment, step by step, and the job after it on the same machine. */
import { spawn } from 'node:child_process'
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch } from '../helpers/cli.js'
import { canMakeImages } from '../helpers/mounts.js'
import { scrubbedEnvironment } from '../helpers/tools.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const testImages = canMakeImages() ? test : test.skip
const source = 'VALUE = 1\n'
const demo = makeWheel({ name: 'demo', version: '1.0', files: { 'demo.py': source } })

let scratch: Scratch

beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(demo)
  await scratch.write('pylock.toml', pylockOf([demo]))
  await mkdir(join(scratch.directory, 'temp'))
})

afterEach(() => scratch.remove())

/** No shell: it would drop variables with a hyphen in their names. */
const runner =
  'process.exitCode = require("node:child_process").spawnSync(process.execPath, [process.argv[1]], { stdio: "inherit" }).status'

/** Runs a step of the built action as the child of a process that ends with it; the state that it leaves is that of the next one. */
async function runStep(step: 'main' | 'post', state: Readonly<Record<string, string>> = {}) {
  const path = (name: string) => join(scratch.directory, name)
  for (const name of ['state', 'output', 'path', 'env', 'summary']) await writeFile(path(name), '')
  const given = {
    ...{ HOME: scratch.directory, GITHUB_WORKSPACE: scratch.directory, RUNNER_TEMP: path('temp') },
    ...{ GITHUB_STATE: path('state'), GITHUB_OUTPUT: path('output'), GITHUB_STEP_SUMMARY: path('summary') },
    ...{ GITHUB_PATH: path('path'), GITHUB_ENV: path('env'), 'INPUT_CACHE-BACKEND': 'none' },
    ...{ 'INPUT_FIND-LINKS': scratch.wheels, 'INPUT_NO-INDEX': 'true', INPUT_STORE: scratch.store },
    ...{ 'INPUT_LINK-MODE': 'hardlink' },
    ...state,
  }
  const inherited = Object.entries(scrubbedEnvironment()).filter(
    ([name]) => !/^(?:ACTIONS|GITHUB|RUNNER|INPUT|STATE|WHEELCREW)_/.test(name),
  )
  const entry = fileURLToPath(new URL(`../../dist/${step}/index.js`, import.meta.url))
  const child = spawn(process.execPath, ['-e', runner, entry], {
    cwd: scratch.directory,
    env: { ...Object.fromEntries(inherited), ...given },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const log = Buffer.concat(await child.stdout.toArray()).toString('utf8')
  const exitCode = child.exitCode ?? (await new Promise(resolve => child.on('exit', resolve)))
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  const text = await readFile(path('state'), 'utf8')
  const left = [...text.matchAll(/^(\w+)<<.*\n(.*)$/gm)].map(
    ([, name, value]) => [`STATE_${name}`, value ?? ''] as const,
  )
  return { log, state: Object.fromEntries(left) }
}

/** The module in the environment of the job. */
async function moduleOf(): Promise<string> {
  const library = join(scratch.directory, '.venv', 'lib')
  const [python = ''] = await readdir(library)
  return join(library, python, 'site-packages', 'demo.py')
}

const leases = (): Promise<string[]> => readdir(join(scratch.store, 'v1', 'leases'))

async function nextJob(
  given: Readonly<Record<string, string>> = {},
): Promise<{ readonly log: string; readonly text: string }> {
  await rm(join(scratch.directory, '.venv'), { recursive: true })
  const { log } = await runStep('main', given)
  return { log, text: await readFile(await moduleOf(), 'utf8') }
}

describe('a job', () => {
  test('that writes into its environment without making a new file does not change that of the next job', async () => {
    const { state } = await runStep('main')
    const path = await moduleOf()
    expect((await lstat(path)).nlink).toBeGreaterThan(1)
    await writeFile(path, 'VALUE = 2\n', { flag: 'r+' })
    expect(await leases()).toHaveLength(1)
    const { log } = await runStep('post', state)
    expect(log).toContain('warning: in the store, demo 1.0 is not what was put there (`demo.py` changed')
    expect([await leases(), await readFile(path, 'utf8')]).toEqual([[], 'VALUE = 2\n'])
    expect((await nextJob()).text).toBe(source)
  })

  test('that is killed before its post step has the next job look, which gets what was meant', async () => {
    await runStep('main')
    await writeFile(await moduleOf(), 'VALUE = 2\n', { flag: 'r+' })
    const { log, text } = await nextJob()
    expect(log).toContain('warning: in the store, demo 1.0 is not what was put there (`demo.py` changed')
    expect([text, await leases()]).toEqual([source, [expect.any(String)]])
  })

  test('that writes nowhere leaves the store as it was, and no lease', async () => {
    const { state } = await runStep('main')
    const { log } = await runStep('post', state)
    expect(log).not.toContain('warning')
    expect(await leases()).toEqual([])
    const { log: next, text } = await nextJob()
    expect([next.includes('unpack'), text]).toEqual([false, source])
  })
})

const selfHosted = { RUNNER_ENVIRONMENT: 'self-hosted' }

describe('a job on a self-hosted runner', () => {
  test('leaves a ready environment, which the next job has by one rename', async () => {
    const { state } = await runStep('main', selfHosted)
    expect((await runStep('post', { ...selfHosted, ...state })).log).toContain('a ready environment is kept')
    const ready = join(scratch.store, 'v1', 'ready')
    const [kept = ''] = (await readdir(ready, { recursive: true })).filter(name => name.endsWith('pyvenv.cfg'))
    const { ino } = await lstat(join(ready, kept))
    const { log, text } = await nextJob(selfHosted)
    expect([log.includes('ready: a ready environment was in the store'), text]).toEqual([true, source])
    expect((await lstat(join(scratch.directory, '.venv', 'pyvenv.cfg'))).ino).toBe(ino)
  })

  test('that wrote into its environment leaves none, and those that were there go', async () => {
    const first = await runStep('main', selfHosted)
    await runStep('post', { ...selfHosted, ...first.state })
    await rm(join(scratch.directory, '.venv'), { recursive: true })
    const { state } = await runStep('main', selfHosted)
    await writeFile(await moduleOf(), 'VALUE = 2\n', { flag: 'r+' })
    const { log } = await runStep('post', { ...selfHosted, ...state })
    expect(log).not.toContain('a ready environment is kept')
    expect((await nextJob(selfHosted)).text).toBe(source)
  })

  testImages('with `link-mode: image` mounts what the last job left, and its post step takes it away', async () => {
    const images = { 'INPUT_LINK-MODE': 'image' }
    const first = await runStep('main', images)
    expect((await runStep('post', { ...images, ...first.state })).log).toContain('an image is kept for the next run')
    await rm(join(scratch.directory, '.venv'), { recursive: true })
    const { log, state } = await runStep('main', images)
    expect(log).toContain('mounted: an image was in the store')
    expect(await readFile(await moduleOf(), 'utf8')).toBe(source)
    await writeFile(await moduleOf(), 'VALUE = 2\n', { flag: 'r+' })
    await runStep('post', { ...images, ...state })
    expect(await readdir(join(scratch.store, 'v1', 'mounts'))).toEqual([])
    await expect(lstat(join(scratch.directory, '.venv'))).rejects.toMatchObject({ code: 'ENOENT' })
    const last = await runStep('main', images)
    expect(await readFile(await moduleOf(), 'utf8')).toBe(source)
    await runStep('post', { ...images, ...last.state })
  })
})

describe('the commands that look after a store', () => {
  test('verify names what changed, exits with 3 and mends the store; gc and doctor say what they found', async () => {
    await scratch.install('-r', 'pylock.toml')
    expect(await scratch.run(['verify', '--store', scratch.store, '--json'])).toMatchObject({ exitCode: 0 })
    const library = join(scratch.venv, 'lib')
    const [python = ''] = await readdir(library)
    const path = join(library, python, 'site-packages', 'demo.py')
    await writeFile(path, 'VALUE = 2\n', { flag: 'r+' })
    const environment = await scratch.run(['verify', '--venv', scratch.venv])
    expect(environment).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(`\`${path}\` has another digest`),
    })
    const verified = await scratch.run(['verify', '--store', scratch.store, '--json'])
    expect(verified.exitCode).toBe(3)
    expect(JSON.parse(verified.stdout)).toMatchObject({
      differences: [{ reason: 'has another digest' }],
      removed: ['demo 1.0'],
    })
    expect(await scratch.run(['verify', '--store', scratch.store])).toMatchObject({ exitCode: 0 })
    const trimmed = await scratch.run(['gc', '--store', scratch.store, '--json'])
    expect(JSON.parse(trimmed.stdout)).toMatchObject({ stores: [{ store: scratch.store, removed: [], excess: 0 }] })
    const found = await scratch.run(['doctor', '--store', scratch.store, '--venv', scratch.venv, '--json'])
    expect(JSON.parse(found.stdout)).toMatchObject({
      store: { directory: scratch.store },
      linkModes: expect.arrayContaining([{ name: 'copy', works: true, reason: 'a trial succeeds' }]),
      cache: { name: 'none' },
    })
  })
})
