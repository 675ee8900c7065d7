/** The wheel of a source tree, plain (PEP 517) or editable (PEP 660), made by the project's own build backend. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isUserError, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import { isSpecifier, satisfies } from '../python/specifiers.js'
import { type Backend, callHook } from './backend.js'
import { type BuiltWheel, readBuiltWheel } from './built-wheel.js'
import type { ConfigSettings } from './config-settings.js'
import { buildFailed } from './failure.js'
import { assertRequirement, type Project } from './project.js'
import { openTrace, readTrace, type Trace, type Traced } from './trace.js'

export type BuildRequest = {
  readonly project: Project
  readonly editable: boolean
  readonly configSettings: ConfigSettings
  /** Absolute: the top of the repository that the source tree lies in, or the tree itself. */
  readonly root: string
}

/** What a build is given. */
export type BuildServices = {
  readonly host: Host
  /** The interpreter that the wheel is for. */
  readonly interpreter: Interpreter
  /**
   * Makes an environment that holds these requirements (PEP 508), all that it is to hold, and returns the path of its python.
   * Without isolation it is asked for none, and returns the python that is installed into.
   */
  makeBuildEnvironment(requirements: readonly string[]): Promise<string>
  /** Absolute; an empty directory for the wheel and what the build notes, which the caller removes. */
  readonly outputDirectory: string
  readonly signal: AbortSignal
  /** Absolute; all that hooks write is appended to it, without credentials. */
  readonly logFile: string
  /** A line of the backend's output, as it comes, without credentials. */
  onOutput(line: string): void
  /** False where backends run in the environment that is installed into. */
  readonly isolation: boolean
}

export type BuiltByHook = BuiltWheel & {
  readonly traced: Traced
  /** All that its environment was asked to hold; none without isolation. */
  readonly requires: readonly string[]
  /** That hooks ran. */
  readonly seconds: number
}

/**
 * Has the backend make the wheel: `get_requires_for_build_*` once, then `build_*` once, and no other hook. As with pip, nothing is
 * asked or checked about requirements without isolation.
 *
 * Throws UserError PROJECT_PYTHON_MISMATCH, EDITABLE_UNSUPPORTED and BUILD_FAILED (exit code 1); what `makeBuildEnvironment`
 * throws, saying what it was for; and the reason of the signal, when no process of the
 * build is left.
 */
export async function buildWheel(request: BuildRequest, services: BuildServices): Promise<BuiltByHook> {
  services.signal.throwIfAborted()
  const { project, root } = request
  const { outputDirectory, host, interpreter } = services
  assertPython(project.requiresPython, project, interpreter)
  const trace = await openTrace(join(outputDirectory, 'trace'), {
    ...{ root, tree: project.directory, leftOut: [outputDirectory] },
    helpersDirectory: host.helpersDirectory,
  })
  const stopwatch = startStopwatch()
  const { python, requires } = await readyEnvironment(request, { services, trace, stopwatch })
  const wheel = await stopwatch.run(() => callBuild(request, { ...services, project, trace, python }))
  assertPython(wheel.metadata.requiresPython, project, interpreter)
  return { ...wheel, requires, traced: await readTrace(trace), seconds: stopwatch.seconds() }
}

/** As pip, by the release alone: 3.15.0rc1 is a `>=3.15`. A specifier that is none is left to the backend. */
function assertPython(specifier: string | undefined, { shown }: Project, { version }: Interpreter): void {
  const [release = version] = /^\d+(?:\.\d+)*/.exec(version) ?? []
  if (specifier === undefined || !isSpecifier(specifier) || satisfies(release, specifier)) return
  throw new UserError('PROJECT_PYTHON_MISMATCH', `\`${shown}\` requires Python ${specifier}, and this is ${version}`, {
    hint: 'Name another Python with `--python`',
  })
}

type Stopwatch = { run<T>(work: () => Promise<T>): Promise<T>; seconds(): number }

function startStopwatch(): Stopwatch {
  let milliseconds = 0
  return {
    async run(work) {
      const start = performance.now()
      const result = await work()
      milliseconds += performance.now() - start
      return result
    },
    seconds: () => milliseconds / 1000,
  }
}

type Preparing = { readonly services: BuildServices; readonly trace: Trace; readonly stopwatch: Stopwatch }

/** The environment with what the project requires and, where its backend then asks for more, the one with all of it. */
async function readyEnvironment(
  request: BuildRequest,
  { services, trace, stopwatch }: Preparing,
): Promise<{ readonly python: string; readonly requires: readonly string[] }> {
  const { project } = request
  if (!services.isolation) return { python: await makeEnvironment([], project, services), requires: [] }
  const python = await makeEnvironment(project.requires, project, services)
  const wanted = await stopwatch.run(() => askRequirements(request, { ...services, project, trace, python }))
  const requires = [...new Set([...project.requires, ...wanted])]
  if (requires.length === project.requires.length) return { python, requires }
  return { python: await makeEnvironment(requires, project, services), requires }
}

/** What the backend asks for beyond `build-system.requires`. */
async function askRequirements(request: BuildRequest, backend: Backend): Promise<readonly string[]> {
  const { project } = request
  const hook = request.editable ? 'get_requires_for_build_editable' : 'get_requires_for_build_wheel'
  const result = await callHook({ hook, arguments: [settingsOf(request)] }, backend)
  const wanted = result.outcome === 'missing' ? [] : result.value
  if (!isStrings(wanted)) {
    throw buildFailed(
      project,
      `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(wanted)}, expected a list of strings`,
      tellMaintainers,
    )
  }
  for (const text of wanted) assertRequirement(text, `\`${project.shown}\`: \`${hook}\` of \`${project.backend}\``)
  return wanted
}

const tellMaintainers = 'Tell the maintainers of the backend'

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** None rather than an empty dictionary, as pip: some backends tell them apart. */
function settingsOf({ configSettings }: BuildRequest): ConfigSettings | null {
  return Object.keys(configSettings).length === 0 ? null : configSettings
}

async function callBuild(request: BuildRequest, backend: Backend): Promise<BuiltWheel> {
  const { project, editable } = request
  const directory = join(backend.outputDirectory, 'wheel')
  await mkdir(directory)
  const hook = editable ? 'build_editable' : 'build_wheel'
  const result = await callHook({ hook, arguments: [directory, settingsOf(request), null] }, backend)
  if (result.outcome === 'missing') throw editable ? editableUnsupported(project) : wheelUnsupported(project)
  const wheel = await readAnswer(result.value, directory, project)
  if (wheel !== undefined) return wheel
  throw buildFailed(
    project,
    `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(result.value)}, which names no file in the directory that it was given`,
    tellMaintainers,
  )
}

/** A wheel that is none is the fault of its backend, and nobody has tampered with it. */
async function readAnswer(answer: unknown, directory: string, project: Project): Promise<BuiltWheel | undefined> {
  try {
    return await readBuiltWheel(answer, directory)
  } catch (error) {
    if (!isUserError(error)) throw error
    throw buildFailed(project, `what \`${project.backend}\` made is no wheel: ${error.message}`, tellMaintainers)
  }
}

async function makeEnvironment(
  requirements: readonly string[],
  { shown }: Project,
  services: BuildServices,
): Promise<string> {
  try {
    return await services.makeBuildEnvironment(requirements)
  } catch (error) {
    if (services.signal.aborted || !isUserError(error)) throw error
    const { code, message, hint, exitCode } = error
    throw new UserError(code, `the build environment of \`${shown}\`: ${message}`, { hint, exitCode, cause: error })
  }
}

/** The first releases with `build_editable`. */
const supportedSince: readonly (readonly [string, string])[] = [
  ['setuptools', 'setuptools>=64'],
  ['flit_core', 'flit_core>=3.4'],
  ['poetry.core', 'poetry-core>=1.0.8'],
]

function editableUnsupported({ shown, backend }: Project): UserError {
  const [, newer] = supportedSince.find(([module]) => backend.startsWith(module)) ?? []
  const message = `\`${shown}\` cannot be installed as editable: its backend \`${backend}\` has no \`build_editable\` (PEP 660)`
  const hint =
    newer === undefined
      ? 'Take a newer release of the backend, or install it without `-e`'
      : `Ask for \`${newer}\` under \`build-system.requires\` in pyproject.toml`
  return new UserError('EDITABLE_UNSUPPORTED', message, { hint })
}

function wheelUnsupported(project: Project): UserError {
  return buildFailed(
    project,
    `its backend \`${project.backend}\` has no \`build_wheel\` (PEP 517)`,
    'Correct `build-backend` in pyproject.toml',
  )
}
