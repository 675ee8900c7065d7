import { execFileSync, spawn } from 'node:child_process'
import { existsSync, realpathSync, rmSync } from 'node:fs'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { awaitUpload } from '../../src/action/await-upload.js'
import { isSilent, startHeartbeat } from '../../src/action/heartbeat.js'
import { runInstallStep } from '../../src/action/install-step.js'
import { runPostStep } from '../../src/action/post-step.js'
import { findState, leaveState } from '../../src/action/save-state.js'
import { sealRequest } from '../../src/action/sealed.js'
import { readResult, writeResult } from '../../src/action/upload-result.js'
import { runUpload } from '../../src/action/upload-step.js'
import { startUploader } from '../../src/action/uploader.js'
import { buildReport } from '../../src/report/report.js'
import { type Install, makeStep, type SaveCache } from '../helpers/action-step.js'
import { facts } from '../helpers/report.js'

let directory: string
let started: number[]

beforeEach(async () => {
  started = []
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-uploader-'))
})

afterEach(async () => {
  for (const pid of started) kill(pid)
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
})

const request = '{"sealed":1,"workspace":"/job"}'
const sealing: Install = async (_settings, _host, watch) => buildReport(watch, { ...facts, save: request })
const token = 'hunter2-of-the-runtime'
const env = {
  PATH: process.env.PATH,
  RUNNER_TRACKING_ID: 'github_1',
  ACTIONS_RUNTIME_TOKEN: token,
  GITHUB_WORKSPACE: '/job',
}

/** Tells what it was given, then works until the file `go` is there, and leaves a result. */
const obedient = `
  import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
  const { env, argv } = process
  const input = readFileSync(0, 'utf8')
  const told = JSON.stringify({ env, argv: argv.slice(2), cwd: process.cwd(), input })
  process.chdir(JSON.parse(input).directory)
  writeFileSync('told.tmp', told)
  renameSync('told.tmp', 'told.json')
  const startedAt = Date.now()
  while (!existsSync('go')) await new Promise(resolve => setTimeout(resolve, 5))
  const result = { bytes: 231e6, startedAt: startedAt - 12000, endedAt: Date.now() + 1000, log: 'warning: a lost pack\\n' }
  writeFileSync('result.tmp', JSON.stringify(result))
  renameSync('result.tmp', 'result.json')
`

/** A main step that has ended; its uploader runs this script. */
async function startStep(script = obedient, saveCache?: SaveCache) {
  const uploaderPath = join(directory, 'uploader.mjs')
  await writeFile(uploaderPath, script)
  const step = makeStep(directory, { env, install: sealing, uploaderPath, ...(saveCache && { saveCache }) })
  expect(await runInstallStep(step.services)).toBe(0)
  const state = findState(step.services.commands)
  if (state?.pid === undefined) throw new Error('no uploader was started')
  started.push(state.pid)
  return { ...step, ...state, pid: state.pid }
}

async function readSoon(path: string): Promise<string> {
  while (!existsSync(path)) await setTimeout(5)
  return readFile(path, 'utf8')
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

describe('the uploader, as the main step starts it', () => {
  test('is at work when the main step has ended, where no step removes its working directory', async () => {
    const step = await startStep()
    const told = JSON.parse(await readSoon(join(step.directory, 'told.json')))
    expect(told.cwd).toBe(dirname(process.execPath))
    expect(await awaitUpload(step, { limitMs: 0, pollMs: 1 })).toBe('late')
    expect(await readFile(join(step.directory, 'request.json'), 'utf8')).toBe(request)
  })

  test('gets the credentials through its standard input, and neither as arguments nor in its environment', async () => {
    const step = await startStep()
    const told = JSON.parse(await readSoon(join(step.directory, 'told.json')))
    expect(JSON.parse(told.input)).toEqual({
      directory: step.directory,
      request,
      variables: { ...step.services.host.env, GITHUB_WORKSPACE: step.directory },
    })
    expect(told.argv).toEqual(['upload'])
    expect(told.env).toEqual({ PATH: process.env.PATH, RUNNER_TRACKING_ID: 'github_1' })
  })

  const testOnLinux = process.platform === 'linux' ? test : test.skip
  testOnLinux('shows other processes no credential and has a session and a low priority of its own', async () => {
    const { pid } = await startStep()
    const [environment, line, stat] = await Promise.all(
      ['environ', 'cmdline', 'stat'].map(file => readFile(`/proc/${pid}/${file}`, 'utf8')),
    )
    expect(environment).toContain('RUNNER_TRACKING_ID')
    expect(`${environment}${line}`).not.toContain(token)
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
    expect({ session: fields[3], priority: fields[16] }).toEqual({ session: String(pid), priority: '10' })
  })

  test('leaves a state that is short, however long the request', async () => {
    const long: Install = async (_s, _h, watch) => buildReport(watch, { ...facts, save: `"${'x'.repeat(300_000)}"` })
    const step = makeStep(directory, { install: long, uploaderPath: '/nowhere.mjs' })
    await runInstallStep(step.services)
    const state = step.said.find(([kind]) => kind === 'state')?.[2] ?? ''
    expect(state).not.toBe('')
    expect(state.length).toBeLessThan(1000)
  })

  test('is none when the system starts no process; the job goes on', async () => {
    const { execPath } = process
    process.execPath = join(directory, 'nowhere', 'node')
    try {
      expect(await startUploader({ directory, request }, { uploaderPath: '', env })).toBeUndefined()
    } finally {
      process.execPath = execPath
    }
  })

  test('is none where the request cannot be written: a warning, and the step succeeds', async () => {
    const temporaryDirectory = await mkdtemp(join(directory, 'temporary-'))
    const { services, log } = makeStep(directory, { install: sealing })
    const addPath = () => rmSync(temporaryDirectory, { recursive: true })
    const step = { ...services, temporaryDirectory, commands: { ...services.commands, addPath } }
    expect(await runInstallStep(step)).toBe(0)
    expect(log()).toMatch(/^warning: the cache will not be saved: ENOENT/m)
  })
})

describe('the post step', () => {
  test('waits for the uploader, and shows what it said and did', async () => {
    const step = await startStep()
    let ended = false
    const post = runPostStep(step.services).then(() => {
      ended = true
    })
    await readSoon(join(step.directory, 'told.json'))
    expect(ended).toBe(false)
    await writeFile(join(step.directory, 'go'), '')
    await post
    expect(step.log()).toMatch(/^warning: a lost pack$/m)
    expect(step.log()).toMatch(/^cache: saved 231 MB in 13\.\d s, 1\d\.\d s of it while the job's steps ran\n$/m)
  })

  test('saves by itself when the uploader was killed', async () => {
    const requests: unknown[] = []
    const step = await startStep(obedient, async (sealed, _host, watch) => {
      requests.push(sealed)
      watch.begin('save')({ bytes: 48 })
    })
    kill(step.pid)
    await runPostStep(step.services)
    expect(requests).toEqual([{ ...JSON.parse(request), isRepeated: true }])
    expect(step.log()).toMatch(/has left no result; saving again\n(?:.*\n)?cache: saved 48 B in /)
  })

  test('does not say that nothing was saved where the uploader may have saved all', async () => {
    const step = await startStep(obedient, async () => undefined)
    kill(step.pid)
    await runPostStep(step.services)
    expect(step.log()).toMatch(/saving again\ncache: nothing more was saved\n$/)
  })

  test('knows not what was saved when the uploader and its directory are gone', async () => {
    let saved = false
    const step = await startStep(obedient, async () => {
      saved = true
    })
    kill(step.pid)
    await rm(step.directory, { recursive: true })
    await runPostStep(step.services)
    expect(saved).toBe(false)
    expect(step.log()).toMatch(
      /while the next steps run\nwarning: it is not known whether the cache was saved: `.*request\.json` was removed\n$/,
    )
  })

  test('waits for the uploader though a step removed its directory', async () => {
    const step = await startStep()
    await readSoon(join(step.directory, 'told.json'))
    await rm(step.directory, { recursive: true })
    await runPostStep({ ...step.services, patience: { limitMs: 20, pollMs: 5 } })
    expect(step.log()).toMatch(/^warning: saving to the cache takes longer than/m)
  })

  test('does not wait for a process that gives no sign of life', async () => {
    let saves = 0
    const step = await startStep(obedient, async () => {
      saves += 1
    })
    await readSoon(join(step.directory, 'told.json'))
    const longAgo = new Date(Date.now() - 40_000)
    await utimes(join(step.directory, 'request.json'), longAgo, longAgo)
    await runPostStep({ ...step.services, patience: { limitMs: 2000, pollMs: 5 } })
    expect(saves).toBe(1)
  })

  test('saves by itself when the uploader broke down', async () => {
    let saves = 0
    const step = await startStep('throw new Error("broken")', async () => {
      saves += 1
    })
    await runPostStep(step.services)
    expect(saves).toBe(1)
  })

  test('gives up after a while, with a warning', async () => {
    const step = await startStep()
    await runPostStep({ ...step.services, patience: { limitMs: 20, pollMs: 5 } })
    expect(step.log()).toMatch(/^warning: saving to the cache takes longer than 0\.02 s; it is given up$/m)
  })

  test('lets no command of a forged result through to the runner', async () => {
    const step = await startStep()
    const log = '::error::x\n\u00a0::stop-commands::y\nz ##[add-mask]z\n\r::set-env::z\n'
    await writeResult(step.directory, { bytes: 0, startedAt: 0, endedAt: 0, log })
    await runPostStep(step.services)
    expect(step.log()).toContain('| ::error::x\n')
    expect(step.log()).not.toMatch(/^\s*::|##\[/m)
  })

  test.each(['', '{', '{"bytes":{}}', '[1,2]'])('takes the broken result %j for none', async text => {
    let saves = 0
    const step = await startStep(obedient, async () => {
      saves += 1
    })
    kill(step.pid)
    await writeFile(join(step.directory, 'result.json'), text)
    await runPostStep(step.services)
    expect(saves).toBe(1)
  })

  const testOnLinux = process.platform === 'linux' ? test : test.skip
  testOnLinux('does not wait for a process that ended and that nobody collected', async () => {
    // `exec` leaves the shell's child to a program that never looks after it.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    if (parent.pid !== undefined) started.push(parent.pid)
    const [line] = await parent.stdout.take(1).toArray()
    const outcome = await awaitUpload({ directory, pid: Number(line) }, { limitMs: 60_000, pollMs: 5 })
    expect(outcome).toBe('gone')
  })
})

describe('the uploader at work', () => {
  async function upload(saveCache: SaveCache) {
    const step = makeStep(directory, { saveCache })
    const sealed = await sealRequest(request, directory)
    await runUpload({ directory: sealed.directory, request }, { ...step.services, printed: step.log })
    return { sealed, result: await readResult(sealed.directory) }
  }

  test('saves what was sealed, its own directory for a workspace, and leaves a result', async () => {
    let saved: unknown
    const { sealed, result } = await upload(async (given, _host, watch) => {
      saved = given
      watch.begin('save')({ bytes: 7 })
      watch.warn('one wheel changed')
    })
    expect(saved).toEqual({ sealed: 1, isRepeated: false, workspace: sealed.directory })
    expect(result).toMatchObject({ bytes: 7, log: expect.stringContaining('warning: one wheel changed\n') })
  })

  test('leaves its result though a step removed its directory', async () => {
    const { result } = await upload(async (given, _host, watch) => {
      rmSync(given.workspace, { recursive: true })
      watch.begin('save')({ bytes: 7 })
    })
    expect(result).toMatchObject({ bytes: 7 })
  })

  test('gives signs of life', async () => {
    const { directory: own } = await sealRequest(request, directory)
    const path = join(own, 'request.json')
    const heartbeat = startHeartbeat(own, 5)
    for (const _beat of ['one', 'another']) {
      await utimes(path, new Date(0), new Date(0))
      while (await isSilent(own)) await setTimeout(5)
    }
    heartbeat.stop()
    await rm(own, { recursive: true })
    expect(await isSilent(own)).toBe(false)
  })

  test('reports its own failure', async () => {
    const { result } = await upload(() => Promise.reject(new Error('oops')))
    expect(result).toMatchObject({ bytes: 0, log: expect.stringMatching(/^warning: the cache was not saved: .*oops/) })
  })

  test('takes over its task, and lets no process that it starts have what it was handed', () => {
    const url = new URL('../../lib/action/process.js', import.meta.url)
    const script = `
      import { execFileSync } from 'node:child_process'
      import { openUploader } from ${JSON.stringify(url.href)}
      const { host, task } = await openUploader(${JSON.stringify(url.href)})
      const print = ['-p', 'JSON.stringify(process.env)']
      const children = [undefined, process.env, { ...process.env }].map(env => execFileSync(process.execPath, print, { env, encoding: 'utf8' }))
      const { ACTIONS_RUNTIME_TOKEN: read } = process.env
      console.log(JSON.stringify({ read, host: host.env.ACTIONS_RUNTIME_TOKEN, children, task, cwd: process.cwd() }))
    `
    // Removed before the uploader came to it: a real path, since the working directory is one.
    const removed = join(realpathSync(directory), 'removed')
    const input = JSON.stringify({ directory: removed, request, variables: env })
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input,
      cwd: fileURLToPath(new URL('.', url)),
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    })
    const { read, host, children, task, cwd } = JSON.parse(output)
    expect({ task, cwd }).toEqual({ task: { directory: removed, request }, cwd: removed })
    expect([read, host]).toEqual([token, token])
    expect(children).toHaveLength(3)
    expect(children.join('')).not.toContain(token)
  })
})

test('a state is what was left', async () => {
  const { services } = makeStep(directory)
  const state = { ...(await sealRequest(request, directory)), pid: 5 }
  leaveState(state, services.commands)
  expect(findState(services.commands)).toEqual(state)
})
