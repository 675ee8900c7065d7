/** Calls the hooks of a project's build backend, each in a process of its own (PEP 517). */
import { readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { hasErrno, UserError } from '../errors.js'
import type { Environment, Host, OperatingSystem } from '../host.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import { redact } from '../redact.js'
import { type BackendExit, runBackend } from './backend-process.js'
import type { Project } from './project.js'

export type Backend = {
  readonly project: Project
  /** The python of the build environment. */
  readonly python: string
  readonly host: Host
  /** Where answers are written. */
  readonly outputDirectory: string
  readonly signal: AbortSignal
  /** A line of the backend's output, as it comes, without credentials. */
  onOutput(line: string): void
}

export type HookCall = { readonly hook: string; readonly arguments: readonly (string | null)[] }

/** `missing`: the backend does not define the hook. */
export type HookResult = { readonly outcome: 'returned'; readonly value: unknown } | { readonly outcome: 'missing' }

type Answer = HookResult | { readonly outcome: 'unavailable'; readonly reason: string }

const shownLines = 30

/** Calls a hook. Throws UserError BUILD_FAILED with the end of the output, or the reason of the signal. */
export async function callHook(call: HookCall, backend: Backend): Promise<HookResult> {
  const { project, host } = backend
  const answer = join(backend.outputDirectory, `${call.hook}.json`)
  const request = { backend: project.backend, backendPath: project.backendPath, arguments: call.arguments, answer }
  // `-B`: importing an in-tree backend or the modules of a setup.py leaves no bytecode in the source tree.
  const args = ['-I', '-B', '-u', join(host.helpersDirectory, 'hooks.py'), call.hook]
  const tail: string[] = []
  const exit = await runBackend({
    command: backend.python,
    args: [...args, JSON.stringify(request)],
    cwd: project.directory,
    env: hookEnvironment(host.env, { python: backend.python, os: host.platform.os }),
    os: host.platform.os,
    signal: backend.signal,
    onLine(line) {
      const shown = redact(line)
      tail.push(shown)
      if (tail.length > shownLines) tail.shift()
      backend.onOutput(shown)
    },
  })
  const failure = { call, project, output: tail.join('\n'), command: [backend.python, ...args].join(' ') }
  const given = exit.succeeded ? await readAnswer(answer) : undefined
  if (given === undefined) throw hookFailed(exit, failure)
  if (given.outcome === 'unavailable') throw backendUnavailable(given.reason, project)
  return given
}

async function readAnswer(path: string): Promise<Answer | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Answer
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Of this program and of the action that runs it: a step of the job sees none of these either. */
const ownVariables = /^(?:WHEELCREW_|INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/i

/** As in an activated build environment: tools that it holds, such as ninja, come first on PATH. */
function hookEnvironment(
  env: Environment,
  { python, os }: { readonly python: string; readonly os: OperatingSystem },
): Environment {
  const scripts = dirname(python)
  const path = Object.keys(env).find(name => (os === 'win32' ? name.toUpperCase() : name) === 'PATH') ?? 'PATH'
  const kept = Object.entries(pythonEnvironmentVariables(env)).filter(([name]) => !ownVariables.test(name))
  const searched = [scripts, env[path] ?? ''].filter(directory => directory !== '').join(delimiter)
  return { ...Object.fromEntries(kept), [path]: searched, VIRTUAL_ENV: dirname(scripts) }
}

type Failure = {
  readonly call: HookCall
  readonly project: Project
  readonly output: string
  readonly command: string
}

function hookFailed(exit: BackendExit, { call, project, output, command }: Failure): UserError {
  const how = exit.succeeded ? `${exit.how} and gave no answer` : exit.how
  const problem = `\`${call.hook}\` of \`${project.backend}\` ${how}`
  return buildFailed(project, [problem, `command: ${command}`, output].join('\n').trimEnd(), failureHint(exit, output))
}

function failureHint(exit: BackendExit, output: string): string | undefined {
  const module = /^ModuleNotFoundError: No module named '([^']+)'/m.exec(output)?.[1]
  if (module !== undefined) {
    return `If the build needs \`${module}\`, list what provides it under \`build-system.requires\` in pyproject.toml`
  }
  return exit.how.endsWith('SIGKILL') ? 'The machine may have run out of memory' : undefined
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

/** A BUILD_FAILED (exit code 1): the project, its backend or the machine is at fault. */
export function buildFailed({ shown }: Project, problem: string, hint?: string): UserError {
  return new UserError('BUILD_FAILED', `\`${shown}\` cannot be built: ${problem}`, { hint })
}
