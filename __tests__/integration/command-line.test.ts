import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CommandServices, runCommandLine } from '../../src/cli/run.js'
import type { Pipeline } from '../../src/edge/run-install.js'
import { integrityError, UserError } from '../../src/errors.js'
import type { Environment } from '../../src/host.js'
import { buildReport } from '../../src/report/report.js'
import { formatReport } from '../../src/report/report-file.js'
import type { Settings } from '../../src/settings.js'
import { facts, makeReport } from '../helpers/report.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-cli-'))
})

afterEach(() => rm(directory, { recursive: true }))

type World = { readonly services: CommandServices; out(): string; error(): string }

/** A command line whose pipeline is the given one; by default it installs nothing and says so. */
function makeWorld(changes: { install?: Pipeline['install']; interrupted?: number; env?: Environment } = {}): World {
  let out = ''
  let error = ''
  const controller = new AbortController()
  if (changes.interrupted !== undefined) controller.abort(new UserError('INTERRUPTED', 'interrupted by SIGINT'))
  const services: CommandServices = {
    terminal: {
      env: changes.env ?? {},
      writeOut: text => {
        out += text
      },
      writeError: text => {
        error += text
      },
      columns: undefined,
    },
    layout: { workerPath: '/worker.js', helpersDirectory: '/helpers' },
    interrupt: { signal: controller.signal, exitCode: () => changes.interrupted },
    pipeline: {
      install: changes.install ?? (async (_settings, _host, watch) => buildReport(watch, facts)),
      saveCache: async (_request, _host, watch) => watch.begin('save')({ bytes: 7 }),
    },
  }
  return { services, out: () => out, error: () => error }
}

describe('wheelcrew build', () => {
  const built = ['a', 'b'].map(name => ({
    ...({ name, version: '1.0', path: `/out/${name}.whl`, how: 'built', seconds: 1, reason: 'new' } as const),
  }))
  const building = (changes: Partial<typeof facts>): Pipeline['install'] => {
    return async (_settings, _host, watch) => buildReport(watch, { ...facts, ...changes })
  }

  test('prints the path of each wheel on a line of its own to stdout, the report to stderr', async () => {
    const world = makeWorld({ install: building({ built, save: '{}' }) })
    expect(await runCommandLine(['build', '.', './b'], world.services)).toBe(0)
    expect(world.out()).toBe('/out/a.whl\n/out/b.whl\n')
    expect(world.error()).toContain('why')
  })

  test('prints one JSON object instead with --json', async () => {
    const world = makeWorld({ install: building({ built }) })
    expect(await runCommandLine(['build', '.', '--json'], world.services)).toBe(0)
    expect(JSON.parse(world.out())).toMatchObject({ built: [{ path: '/out/a.whl' }, { path: '/out/b.whl' }] })
  })

  test('prints what keys are made of, and no report, with --explain', async () => {
    const world = makeWorld({ install: building({ explanation: 'source: 1\npython: 2' }) })
    expect(await runCommandLine(['build', '.', '--explain'], world.services)).toBe(0)
    expect([world.out(), world.error()]).toEqual(['source: 1\npython: 2\n', ''])
  })

  test('needs a source, for which an editable one will do', async () => {
    const world = makeWorld({ env: { WHEELCREW_REQUIREMENTS: 'a.txt' } })
    expect(await runCommandLine(['build'], world.services)).toBe(2)
    expect(world.error()).toContain('needs a source to build')
    expect(await runCommandLine(['build', '-e', '.'], makeWorld().services)).toBe(0)
    expect(await runCommandLine(['build'], makeWorld({ env: { WHEELCREW_BUILD: '.' } }).services)).toBe(0)
  })
})

describe('wheelcrew install', () => {
  test('hands settings to the pipeline and prints the report to stderr alone', async () => {
    const seen: Settings[] = []
    const world = makeWorld({
      env: { WHEELCREW_LINK_MODE: 'copy', WHEELCREW_STORE: '/other' },
      install: async (settings, _host, watch) => {
        seen.push(settings)
        return buildReport(watch, facts)
      },
    })
    expect(await runCommandLine(['install', '-r', 'a.txt', '--store', '/store'], world.services)).toBe(0)
    expect(seen).toMatchObject([{ requirements: ['a.txt'], linkMode: 'copy', store: expect.stringMatching(/store$/) }])
    expect(world.out()).toBe('')
    expect(world.error()).toContain('2 wheels in')
  })

  test('prints one JSON object to stdout with --json and nothing to stderr with --quiet', async () => {
    const world = makeWorld()
    expect(await runCommandLine(['install', '--json', '--quiet'], world.services)).toBe(0)
    expect(JSON.parse(world.out())).toMatchObject({
      ...{ format: 1, environment: { kind: 'venv', path: '/project/.venv' } },
    })
    expect(world.error()).toBe('')
  })

  test('saves what was sealed and reports that too', async () => {
    const file = join(directory, 'report.json')
    const world = makeWorld({ install: async (_s, _h, watch) => buildReport(watch, { ...facts, save: '{}' }) })
    expect(await runCommandLine(['install', '--report', file], world.services)).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8')).stages).toMatchObject([{ stage: 'save', bytes: 7 }])
  })

  test('prints a warning once', async () => {
    const world = makeWorld({
      install: async (_s, _h, watch) => {
        watch.warn('careful')
        return buildReport(watch, facts)
      },
    })
    await runCommandLine(['install'], world.services)
    expect(world.error().match(/careful/g)).toHaveLength(1)
  })

  test.each([
    ['a failure', new UserError('A', 'it failed', { hint: 'try again' }), 1, 'error: it failed\n\nhint: try again\n'],
    ['bytes that differ', integrityError('B', 'they differ'), 3, 'error: they differ\n'],
  ])('ends with the exit code of %s', async (_, error, exitCode, text) => {
    const world = makeWorld({ install: () => Promise.reject(error) })
    expect(await runCommandLine(['install'], world.services)).toBe(exitCode)
    expect(world.error()).toBe(text)
  })

  test('calls anything else a bug and ends with 70', async () => {
    const world = makeWorld({ install: () => Promise.reject(new TypeError('oops')) })
    expect(await runCommandLine(['install'], world.services)).toBe(70)
    expect(world.error()).toMatch(/TypeError: oops\n[\s\S]*this is a bug in wheelcrew/)
  })

  test('gives a failure as one JSON object too', async () => {
    const world = makeWorld({ install: () => Promise.reject(new UserError('A', 'it failed')) })
    expect(await runCommandLine(['install', '--json'], world.services)).toBe(1)
    expect(JSON.parse(world.out())).toEqual({ error: { code: 'A', message: 'it failed', exitCode: 1 } })
  })

  test('ends with 130 after an interrupt whatever the pipeline failed with', async () => {
    const world = makeWorld({ interrupted: 130, install: () => Promise.reject(new TypeError('terminated')) })
    expect(await runCommandLine(['install'], world.services)).toBe(130)
    expect(world.error()).toBe('error: interrupted by SIGINT\n')
  })

  test('names a report that cannot be written', async () => {
    const world = makeWorld()
    expect(await runCommandLine(['install', '--report', join(directory, 'no', 'r.json')], world.services)).toBe(1)
    expect(world.error()).toContain('r.json`')
  })
})

describe('wheelcrew report', () => {
  test('renders a file to stdout or to another file', async () => {
    const file = join(directory, 'report.json')
    await writeFile(file, formatReport(makeReport()))
    const world = makeWorld()
    expect(await runCommandLine(['report', file], world.services)).toBe(0)
    expect(world.out()).toContain('2 wheels in 1.6 s')
    const output = join(directory, 'out.md')
    expect(await runCommandLine(['report', file, '--format', 'summary', '-o', output], world.services)).toBe(0)
    expect(await readFile(output, 'utf8')).toContain('### Python environment')
  })

  test('names a file that is missing or no report, with exit code 2', async () => {
    const world = makeWorld()
    expect(await runCommandLine(['report', join(directory, 'none.json')], world.services)).toBe(2)
    await writeFile(join(directory, 'bad.json'), '{}')
    expect(await runCommandLine(['report', join(directory, 'bad.json')], world.services)).toBe(2)
    expect(world.error()).toMatch(/none\.json[\s\S]*bad\.json` is not a report/)
  })
})

describe('wheelcrew', () => {
  test('prints help and version to stdout', async () => {
    const world = makeWorld()
    expect(await runCommandLine(['--version'], world.services)).toBe(0)
    expect(world.out()).toMatch(/^wheelcrew \d+\.\d+\.\d+\n$/)
    expect(await runCommandLine(['help'], world.services)).toBe(0)
    expect(world.out()).toContain('--requirements FILE')
  })

  test('ends with 2 on wrong usage', async () => {
    const world = makeWorld()
    expect(await runCommandLine(['install', '--bogus'], world.services)).toBe(2)
    expect(world.error()).toMatch(/^error: `--bogus` is not an option\n\nhint: /)
  })
})
