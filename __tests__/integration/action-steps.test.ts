import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runInstallStep } from '../../src/action/install-step.js'
import { runPostStep } from '../../src/action/post-step.js'
import { leaveState } from '../../src/action/save-state.js'
import { sealRequest } from '../../src/action/sealed.js'
import { UserError } from '../../src/errors.js'
import { buildReport } from '../../src/report/report.js'
import { type Install, makeStep as makeStepIn, type SaveCache, type StepOptions } from '../helpers/action-step.js'
import { facts } from '../helpers/report.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-step-'))
})

afterEach(() => rm(directory, { recursive: true }))

const makeStep = (options?: StepOptions) => makeStepIn(directory, options)

describe('the main step', () => {
  test('sets outputs and activates the environment; with nothing to save it leaves no state', async () => {
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

describe('the post step, where no uploader could be started', () => {
  async function makeSealed(saveCache: SaveCache) {
    const step = makeStep({ saveCache })
    const sealed = await sealRequest('{"sealed":1}', directory)
    leaveState({ ...sealed, pid: undefined }, step.services.commands)
    return { ...step, sealed }
  }

  test('carries out the sealed request and says how much was saved', async () => {
    const requests: unknown[] = []
    const { services, log } = await makeSealed(async (request, _host, watch) => {
      requests.push(request)
      watch.begin('save')({ bytes: 2_000_000 })
    })
    await runPostStep(services)
    expect(requests).toEqual([{ sealed: 1, isRepeated: false }])
    expect(log()).toMatch(/^cache: saved 2\.0 MB in [\d.]+ s$/m)
  })

  test('does nothing when nothing was sealed', async () => {
    const { services, log } = makeStep()
    await runPostStep(services)
    expect(log()).toBe('cache: nothing to save\n')
  })

  test('warns and never fails when saving does', async () => {
    const { services, log } = await makeSealed(() => Promise.reject(new Error('oops')))
    await runPostStep(services)
    expect(log()).toMatch(/^warning: the cache was not saved: .*oops/)
  })

  test.each([
    ['changed after it was sealed', (path: string) => appendFile(path, ' ')],
    ['was removed', (path: string) => rm(path)],
    ['was removed', (path: string) => rm(dirname(path), { recursive: true })],
    ['cannot be read: EISDIR', (path: string) => rm(path).then(() => mkdir(path))],
  ])('saves no request whose file %s', async (what, spoil) => {
    let saved = false
    const { services, log, sealed } = await makeSealed(async () => {
      saved = true
    })
    await spoil(join(sealed.directory, 'request.json'))
    await runPostStep(services)
    expect(saved).toBe(false)
    expect(log()).toMatch(/^warning: the cache was not saved: `.*request\.json` /)
    expect(log()).toContain(`request.json\` ${what}`)
    expect(log()).not.toContain('nothing was saved')
  })
})
