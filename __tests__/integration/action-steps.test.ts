import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RunnerCommands } from '../../src/action/commands.js'
import { runInstallStep } from '../../src/action/install-step.js'
import { runPostStep } from '../../src/action/post-step.js'
import { createConsole } from '../../src/edge/console.js'
import type { Pipeline } from '../../src/edge/run-install.js'
import { UserError } from '../../src/errors.js'
import type { Environment, Host } from '../../src/host.js'
import { buildReport } from '../../src/report/report.js'
import { facts } from '../helpers/report.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-step-'))
})

afterEach(() => rm(directory, { recursive: true }))

type Install = Pipeline['install']
const succeed: Install = async (_settings, _host, watch) => buildReport(watch, { ...facts, save: '{"sealed":1}' })

/** A step with these inputs; `said` is what it told the runner, in order. */
function makeStep({ env = {}, install = succeed }: { env?: Environment; install?: Install } = {}) {
  const said: string[][] = []
  const tell =
    (name: string) =>
    (...values: string[]) =>
      void said.push([name, ...values])
  const commands: RunnerCommands = {
    setOutput: tell('output'),
    saveState: tell('state'),
    getState: () => '',
    addPath: tell('path'),
    exportVariable: tell('variable'),
    setSecret: tell('secret'),
    warning: tell('warning'),
    setFailed: tell('failed'),
  }
  let log = ''
  const write = (text: string) => {
    log += text
  }
  const console = createConsole({ write, columns: undefined, color: false, quiet: false, verbose: false })
  const summary = join(directory, 'summary.md')
  const host: Host = {
    platform: { os: 'linux', arch: 'x64' },
    env: { GITHUB_STEP_SUMMARY: summary, ...env },
    homeDirectory: directory,
    workingDirectory: directory,
    log: console.log,
    parallelism: 1,
    umask: 0o022,
    workerPath: '/worker.js',
    helpersDirectory: '/helpers',
  }
  const pipeline: Pipeline = { install, saveCache: async () => undefined }
  const signal = new AbortController().signal
  const services = { commands, host, console, pipeline, signal, temporaryDirectory: directory }
  const readSummary = () => readFile(summary, 'utf8').catch(() => '')
  return { services, said, log: () => log, readSummary }
}

describe('the main step', () => {
  test('sets outputs, activates the environment and leaves the sealed request for the post step', async () => {
    const { services, said } = makeStep()
    expect(await runInstallStep(services)).toBe(0)
    expect(said).toEqual([
      ['output', 'cache-hit', 'false'],
      ['output', 'cache-primary-key', ''],
      ['output', 'cache-matched-key', ''],
      ['output', 'python-version', '3.11.7'],
      ['output', 'python-path', '/usr/bin/python3.11'],
      ['output', 'venv', '/project/.venv'],
      ['output', 'report', expect.stringMatching(/report\.json$/)],
      ['output', 'time-to-ready', expect.stringMatching(/^\d+\.\d{3}$/)],
      ['path', join('/project/.venv', 'bin')],
      ['variable', 'VIRTUAL_ENV', '/project/.venv'],
      ['state', 'save', '{"sealed":1}'],
    ])
    const report = said.find(([, name]) => name === 'report')?.[2] ?? ''
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({ format: 1 })
  })

  test('has a cache hit when every wheel was reused and nothing was compiled', async () => {
    const wheels = facts.wheels.map(wheel => ({ ...wheel, source: 'store' as const }))
    const reuse: Install = async (_s, _h, watch) => buildReport(watch, { ...facts, wheels })
    const compile: Install = async (_s, _h, watch) => {
      watch.begin('compile', { wheel: 'six' })({ files: 2 })
      return buildReport(watch, { ...facts, wheels })
    }
    const hits = await Promise.all(
      [reuse, compile].map(async install => {
        const { services, said } = makeStep({ install })
        await runInstallStep(services)
        return said[0]?.[2]
      }),
    )
    expect(hits).toEqual(['true', 'false'])
  })

  test('leaves PATH alone when the environment is not to be activated', async () => {
    const { services, said } = makeStep({ env: { 'INPUT_ACTIVATE-ENVIRONMENT': 'false' } })
    await runInstallStep(services)
    expect(said.map(([name]) => name)).not.toContain('path')
  })

  test('has the runner hide the credentials of indexes before anything is logged', async () => {
    const { services, said } = makeStep({ env: { 'INPUT_INDEX-URL': 'https://me:hunter2@host/simple' } })
    await runInstallStep(services)
    expect(said[0]).toEqual(['secret', 'hunter2'])
  })

  test('makes one annotation of many warnings', async () => {
    const { services, said } = makeStep({
      install: async (_s, _h, watch) => {
        watch.warn('first')
        watch.warn('second')
        return buildReport(watch, facts)
      },
    })
    await runInstallStep(services)
    expect(said.filter(([name]) => name === 'warning')).toEqual([
      ['warning', 'first (and 1 more, see the job summary)'],
    ])
  })

  test('fails with one annotation that says what to do', async () => {
    const error = new UserError('A', 'it failed', { hint: 'try again' })
    const { services, said, readSummary } = makeStep({ install: () => Promise.reject(error) })
    expect(await runInstallStep(services)).toBe(1)
    expect(said).toEqual([['failed', 'error: it failed\n\nhint: try again']])
    expect(await readSummary()).toContain('### Python environment: failed')
  })

  test('fails on an input that this version does not have', async () => {
    const { services, said } = makeStep({ env: { INPUT_SEED: 'true' } })
    expect(await runInstallStep(services)).toBe(2)
    expect(said[0]?.[1]).toContain('input `seed` is not available in this version')
  })

  test.each([
    ['always', true, true],
    ['on-failure', false, true],
    ['never', false, false],
  ])('writes a job summary: %s', async (summary, onSuccess, onFailure) => {
    const env = { 'INPUT_JOB-SUMMARY': summary }
    const good = makeStep({ env })
    await runInstallStep(good.services)
    expect((await good.readSummary()) !== '').toBe(onSuccess)
    await rm(join(directory, 'summary.md'), { force: true })
    const bad = makeStep({ env, install: () => Promise.reject(new UserError('A', 'it failed')) })
    await runInstallStep(bad.services)
    expect((await bad.readSummary()) !== '').toBe(onFailure)
  })
})

describe('the post step', () => {
  test('carries out the sealed request', async () => {
    const { services } = makeStep()
    const requests: unknown[] = []
    const pipeline = { saveCache: async (request: unknown) => void requests.push(request) }
    await runPostStep({ ...services, pipeline, commands: { getState: () => '{"sealed":1}' } })
    expect(requests).toEqual([{ sealed: 1 }])
  })

  test('does nothing when nothing was sealed', async () => {
    const { services, log } = makeStep()
    await runPostStep(services)
    expect(log()).toBe('cache: nothing to save\n')
  })

  test('warns and never fails when saving does', async () => {
    const { services, log } = makeStep()
    const pipeline = { saveCache: () => Promise.reject(new Error('oops')) }
    await runPostStep({ ...services, pipeline, commands: { getState: () => '{}' } })
    expect(log()).toMatch(/^warning: the cache was not saved: .*oops/)
  })
})
