/** The processes of the action: the steps, whose output is the log of the job, and the uploader. */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import type { Console } from '../edge/console.js'
import { createConsole } from '../edge/console.js'
import { readFlag } from '../edge/given.js'
import { makeHost } from '../edge/host.js'
import { layoutOf, postEntryOf } from '../edge/layout.js'
import { errnoOf, isUserError } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { type RunnerCommands, withoutCommands } from './commands.js'
import { readInputs } from './inputs.js'
import { runnerCommands } from './runner.js'
import type { UploadTask } from './upload-step.js'
import type { Handover } from './uploader.js'

export type StepProcess = {
  readonly commands: RunnerCommands
  readonly console: Console
  readonly host: Host
  readonly temporaryDirectory: string
  readonly uploaderPath: string
  readonly jobProcess: number
}

/** Opens the log and takes a snapshot of the process; `entryUrl` is the URL of the step's module. */
export function openStep(entryUrl: string): StepProcess {
  const write = (text: string) => void process.stdout.write(withoutCommands(text))
  const console = openLog(write, isQuiet())
  return {
    commands: runnerCommands(process.env, text => void process.stdout.write(text)),
    console,
    host: makeHost(layoutOf(entryUrl), console.log),
    temporaryDirectory: process.env.RUNNER_TEMP ?? tmpdir(),
    uploaderPath: postEntryOf(entryUrl),
    jobProcess: process.ppid,
  }
}

export type UploaderProcess = {
  readonly task: UploadTask
  readonly console: Console
  readonly host: Host
  /** What the console has printed so far: the uploader has no output. */
  readonly printed: () => string
}

/** Takes over what the main step hands to the uploader's standard input. Throws SyntaxError when that broke off. */
export async function openUploader(entryUrl: string): Promise<UploaderProcess> {
  const { variables, ...task } = JSON.parse(await text(process.stdin)) as Handover
  adoptVariables(variables)
  enter(task.directory)
  let printed = ''
  const write = (text: string) => {
    printed += text
  }
  const console = openLog(write, process.env.RUNNER_DEBUG !== '1')
  const host = { ...makeHost(layoutOf(entryUrl), console.log), env: variables }
  return { task, console, host, printed: () => printed }
}

/** `@actions/cache` takes the working directory for the workspace; nothing else needs it. */
function enter(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    process.chdir(directory)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

/**
 * Lets this process read the variables as its own, since `@actions/cache` takes them from there. They are no part of what a
 * child process gets: `tar`, which it starts, is to have no credentials.
 */
function adoptVariables(variables: Environment): void {
  const get = (own: NodeJS.ProcessEnv, name: string | symbol) =>
    typeof name === 'string' ? (own[name] ?? variables[name]) : Reflect.get(own, name)
  process.env = new Proxy(process.env, { get })
}

function openLog(write: (text: string) => void, quiet: boolean): Console {
  return createConsole({ write, columns: undefined, color: false, quiet, verbose: process.env.RUNNER_DEBUG === '1' })
}

/** Before the inputs are checked: a wrong one is reported by the step itself. */
function isQuiet(): boolean {
  try {
    return readFlag(readInputs(process.env), 'quiet')
  } catch (error) {
    if (isUserError(error)) return false
    throw error
  }
}
