/** probe.py in a process: it says what its interpreter is, and may go on with a virtual environment. */
import { errnoOf, hasErrno, UserError } from '../errors.js'
import type { Host } from '../host.js'
import { type ProcessResult, runProcess, timeoutExitCode } from '../process.js'
import type { Scheme } from '../wheel/placement.js'
import type { MarkerEnvironment } from './interpreter.js'
import { pythonEnvironmentVariables } from './run.js'
import { compareVersions } from './specifiers.js'
import type { TagFacts } from './tag-facts.js'

/** What probe.py prints for a Python that is new enough. */
export type ProbeReport = {
  readonly wheelcrew: 'probe'
  readonly version: readonly number[]
  readonly executable: string
  readonly baseExecutable: string
  readonly prefix: string
  readonly basePrefix: string
  readonly cacheTag: string | null
  readonly magicNumber: string
  readonly optimize: number
  readonly markers: MarkerEnvironment
  readonly tagFacts: TagFacts
  readonly venvSchemes: Readonly<Record<Scheme, string>>
  readonly systemSchemes: Readonly<Record<Scheme, string>>
  readonly standardLibrary: string
}

/** The oldest version that is installed for. */
export const oldestPython = '3.8'

const probeTimeoutMs = 30_000
const startFailures = ['ENOENT', 'EACCES', 'EPERM', 'ENOEXEC', 'ENOTDIR', 'ELOOP', 'EINVAL', 'EISDIR', 'UNKNOWN']

export type Question = {
  /** Path of probe.py. */
  readonly probe: string
  readonly host: Host
  /** Where the interpreter runs. Default: the host's working directory. */
  readonly workingDirectory?: string
  /** Called while it is at work. */
  readonly meanwhile?: (() => void) | undefined
  /** Absolute, where nothing is: it is to make a virtual environment there after its answer. */
  readonly root?: string | undefined
}

export type Answer = {
  readonly report: ProbeReport
  /** When the process has ended: whether it made the virtual environment. Never rejects. */
  readonly isMade: Promise<boolean>
}

/** Asks the executable at this absolute path, at most 30 s. Throws `PYTHON_NOT_RUNNABLE` and `PYTHON_TOO_OLD`. */
export async function askInterpreter(
  executable: string,
  { probe, host, workingDirectory, meanwhile, root }: Question,
): Promise<Answer> {
  let answer: (report: ProbeReport) => void = () => undefined
  const early = new Promise<ProbeReport>(resolve => {
    answer = resolve
  })
  const onStdout = (text: string) => {
    const report = findReport(text)
    if (report !== undefined) answer(report)
  }
  const ended = runProcess(executable, ['-I', '-S', probe, ...(root === undefined ? [] : [root])], {
    cwd: workingDirectory ?? host.workingDirectory,
    env: pythonEnvironmentVariables(host.env),
    timeoutMs: probeTimeoutMs,
    onStart: meanwhile,
    ...(root !== undefined && { onStdout }),
  })
  const late = ended.then(
    result => reportOf(executable, result),
    error => notRunnable(executable, startFailure(error)),
  )
  const report = await Promise.race([early, late])
  const found = report.version.join('.')
  if (compareVersions(found, oldestPython) < 0) tooOld(executable, found)
  const isMade = ended.then(
    ({ exitCode }) => root !== undefined && exitCode === 0,
    () => false,
  )
  return { report, isMade }
}

function reportOf(executable: string, result: ProcessResult): ProbeReport {
  if (result.exitCode === 2 && /unknown option: -I/i.test(result.stderr)) tooOld(executable, 'older than 3.4')
  const report = result.exitCode === 0 ? findReport(result.stdout) : undefined
  return report ?? notRunnable(executable, describeOutput(result))
}

/** A wrapper may print lines of its own before or after. */
export function findReport(output: string): ProbeReport | undefined {
  for (const line of output.split('\n')) {
    if (!line.startsWith('{"wheelcrew"') || !line.trimEnd().endsWith('}')) continue
    try {
      return JSON.parse(line) as ProbeReport
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'SyntaxError') throw error
    }
  }
  return undefined
}

export function startFailure(error: unknown): string {
  if (!hasErrno(error, ...startFailures)) throw error
  return `it cannot be started (${errnoOf(error)})`
}

function describeOutput(result: ProcessResult): string {
  if (result.exitCode === timeoutExitCode) return `it gave no answer in ${probeTimeoutMs / 1000} s`
  const said = `${result.stderr}\n${result.stdout}`.split('\n').find(line => line.trim() !== '')
  const first = said === undefined ? 'it printed nothing' : `it printed \`${said.trim().slice(0, 200)}\``
  return `${first} and ended with exit code ${result.exitCode}`
}

/** Throws the UserError PYTHON_NOT_RUNNABLE. */
export function notRunnable(executable: string, reason: string): never {
  throw new UserError('PYTHON_NOT_RUNNABLE', `\`${executable}\` is not a Python interpreter: ${reason}`, {
    hint: 'name a version such as `3.12`, a Python executable or the directory of a virtual environment',
  })
}

function tooOld(executable: string, found: string): never {
  throw new UserError('PYTHON_TOO_OLD', `\`${executable}\` is Python ${found}; ${oldestPython} or newer is needed`, {
    hint: 'name a newer interpreter with `--python`',
  })
}
