/** A step of the action with a runner that takes notes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunnerCommands, withoutCommands } from '../../src/action/commands.js'
import { createConsole } from '../../src/edge/console.js'
import type { Pipeline } from '../../src/edge/run-install.js'
import type { Environment, Host } from '../../src/host.js'
import { buildReport } from '../../src/report/report.js'
import { facts } from './report.js'

export type Install = Pipeline['install']
export type SaveCache = Pipeline['saveCache']

export type StepOptions = {
  readonly env?: Environment
  readonly install?: Install
  readonly saveCache?: SaveCache
  readonly uploaderPath?: string
}

const succeed: Install = async (_settings, _host, watch) => buildReport(watch, facts)
const saveNothing: SaveCache = async () => undefined

/** A step in `directory`; `said` is what it told the runner, in order. */
export function makeStep(directory: string, options: StepOptions = {}) {
  const { env = {}, install = succeed, saveCache = saveNothing, uploaderPath = '' } = options
  const said: string[][] = []
  const tell =
    (name: string) =>
    (...values: string[]) =>
      void said.push([name, ...values])
  const commands: RunnerCommands = {
    setOutput: tell('output'),
    saveState: tell('state'),
    getState: name => said.find(([kind, key]) => kind === 'state' && key === name)?.[2] ?? '',
    addPath: tell('path'),
    exportVariable: tell('variable'),
    setSecret: tell('secret'),
    warning: tell('warning'),
    setFailed: tell('failed'),
  }
  let log = ''
  const write = (text: string) => {
    log += withoutCommands(text)
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
  const pipeline: Pipeline = { install, saveCache }
  const { signal } = new AbortController()
  const services = {
    commands,
    host,
    console,
    pipeline,
    signal,
    temporaryDirectory: directory,
    uploaderPath,
    jobProcess: process.pid,
  }
  const readSummary = () => readFile(summary, 'utf8').catch(() => '')
  return { services, said, log: () => log, readSummary }
}
