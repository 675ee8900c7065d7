/** Calls the hooks of a project's build backend, each in a process of its own (PEP 517). */
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { hasErrno, type UserError } from '../errors.js'
import type { Environment, Host, OperatingSystem } from '../host.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import { redact } from '../redact.js'
import { type BackendExit, type BackendRun, runBackend } from './backend-process.js'
import { buildFailed, hookFailed } from './failure.js'
import type { Project } from './project.js'
import { readOomKills } from './resources.js'
import type { Trace } from './trace.js'
import { isSecret } from './variables.js'

export type Backend = {
  readonly project: Project
  /** The python of the build environment. */
  readonly python: string
  readonly host: Host
  /** Where answers are written. */
  readonly outputDirectory: string
  readonly trace: Trace
  readonly signal: AbortSignal
  /** Absolute; every line of output is appended to it. */
  readonly logFile: string
  /** A line of the backend's output, as it comes, without credentials. */
  onOutput(line: string): void
}

export type HookCall = { readonly hook: string; readonly arguments: readonly unknown[] }

/** `missing`: the backend does not define the hook. */
export type HookResult = { readonly outcome: 'returned'; readonly value: unknown } | { readonly outcome: 'missing' }

type Answer = HookResult | { readonly outcome: 'unavailable'; readonly reason: string }

const shownLines = 30

/**
 * Calls a hook; its arguments are sent as JSON. Throws UserError BUILD_FAILED with the end of the output, or the reason of the
 * signal.
 */
export async function callHook(call: HookCall, backend: Backend): Promise<HookResult> {
  const { project, host } = backend
  const answer = join(backend.outputDirectory, `${call.hook}.json`)
  const { backend: name, backendPath } = project
  const trace = backend.trace.directory
  const request = { backend: name, backendPath, arguments: call.arguments, answer, trace }
  // `-B`: importing an in-tree backend or the modules of a setup.py leaves no bytecode in the source tree.
  const args = ['-I', '-B', '-u', join(host.helpersDirectory, 'hooks.py'), call.hook]
  const env = await hookEnvironment(backend)
  const killedBefore = await readOomKills()
  const { exit, output } = await runLogged(backend, call.hook, {
    command: backend.python,
    args: [...args, JSON.stringify(request)],
    cwd: project.directory,
    env,
  })
  const given = exit.succeeded ? await readAnswer(answer) : undefined
  if (given === undefined) {
    const oomKills = (await readOomKills()) - killedBefore
    const command = [backend.python, ...args].join(' ')
    throw hookFailed({
      ...{ hook: call.hook, project, exit, output, command, env, oomKills },
      logFile: backend.logFile,
    })
  }
  if (given.outcome === 'unavailable') throw backendUnavailable(given.reason, project)
  return given
}

/** Characters: a shorter secret would hide words. */
const shortestSecret = 6

/** Hides the values of variables that are secrets by their names. */
function hiderOf(env: Environment): (line: string) => string {
  const secrets = Object.entries(env).flatMap(([name, value = '']) =>
    isSecret(name) && value.length >= shortestSecret
      ? value.split('\n').filter(part => part.length >= shortestSecret)
      : [],
  )
  return line => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), line)
}

type Logged = { readonly exit: BackendExit; readonly output: string }

/** Runs a process whose lines go to the log and to the reader; `output` is the last of them. */
async function runLogged(
  backend: Backend,
  hook: string,
  run: Pick<BackendRun, 'command' | 'args' | 'cwd' | 'env'>,
): Promise<Logged> {
  await mkdir(dirname(backend.logFile), { recursive: true })
  const log = createWriteStream(backend.logFile, { flags: 'a' })
  // Awaited at the end; until then a failure to write is nobody's.
  const written = finished(log).then(
    () => undefined,
    (error: unknown) => error,
  )
  log.write(`== ${hook} of ${backend.project.backend}\n`)
  const tail: string[] = []
  const hide = hiderOf(run.env)
  try {
    const exit = await runBackend({
      ...run,
      os: backend.host.platform.os,
      signal: backend.signal,
      onLine(line) {
        const shown = hide(redact(line))
        tail.push(shown)
        if (tail.length > shownLines) tail.shift()
        log.write(`${shown}\n`)
        backend.onOutput(shown)
      },
    })
    return { exit, output: tail.join('\n') }
  } finally {
    log.end()
    await written
  }
}

async function readAnswer(path: string): Promise<Answer | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Answer
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * The environment of a hook. In a virtual environment as when it is activated: tools that it holds, such as ninja, come first on
 * PATH. An interpreter that is none is on PATH or not, as the user has it; another environment would mislead cmake.
 */
async function hookEnvironment({ python, host, trace }: Backend): Promise<Environment> {
  const kept = Object.entries(pythonEnvironmentVariables(host.env)).filter(
    ([name]) => name.toUpperCase() !== 'VIRTUAL_ENV',
  )
  // First, since trace.py cannot tell who reads the first variable alone from who begins to read all.
  const env = { PYTHONPATH: trace.directory, ...Object.fromEntries(kept) }
  const scripts = dirname(python)
  if (!(await isFile(join(dirname(scripts), 'pyvenv.cfg')))) return env
  const path = pathName(env, host.platform.os)
  const searched = [scripts, host.env[path] ?? ''].filter(directory => directory !== '').join(delimiter)
  return { ...env, [path]: searched, VIRTUAL_ENV: dirname(scripts) }
}

function pathName(env: Environment, os: OperatingSystem): string {
  return Object.keys(env).find(name => (os === 'win32' ? name.toUpperCase() : name) === 'PATH') ?? 'PATH'
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    facts => facts.isFile(),
    () => false,
  )
}

function backendUnavailable(reason: string, project: Project): UserError {
  const { backend, requires, backendPath } = project
  const place =
    backendPath.length > 0 ? backendPath.join(', ') : `what \`build-system.requires\` lists (${list(requires)})`
  return buildFailed(
    project,
    `its backend \`${backend}\` is not in ${place}: ${reason}`,
    'Correct `build-backend`, or list what provides it under `build-system.requires` in pyproject.toml',
  )
}

function list(requirements: readonly string[]): string {
  return requirements.length === 0 ? 'nothing' : requirements.map(text => `\`${text}\``).join(', ')
}
