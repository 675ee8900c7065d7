/** Editable installs (PEP 660): the wheel that a project's own build backend makes of its source tree. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isUserError, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { DirectUrl } from '../plan/lock.js'
import type { Interpreter } from '../python/interpreter.js'
import { isSpecifier, satisfies } from '../python/specifiers.js'
import { type Backend, buildFailed, callHook } from './backend.js'
import { readBuiltWheel } from './built-wheel.js'
import { assertRequirement, type Project, readProject } from './project.js'

export type EditableWheel = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  /** Absolute path of the wheel, below the output directory. */
  readonly path: string
  /** PEP 610: the source tree, as editable. */
  readonly directUrl: DirectUrl
}

/** What a build is given. */
export type BuildServices = {
  readonly host: Host
  /** The interpreter that the wheel is for. */
  readonly interpreter: Interpreter
  /**
   * Makes a virtual environment at `directory` that holds these requirements (PEP 508) and returns the path of its python.
   * Called again with more requirements for the same directory, it adds what is missing.
   */
  makeBuildEnvironment(directory: string, requirements: readonly string[]): Promise<string>
  /** Absolute; an empty directory for the build environment and the wheel, which the caller removes. */
  readonly outputDirectory: string
  readonly signal: AbortSignal
  /** A line of the backend's output, as it comes, without credentials. */
  onOutput(line: string): void
}

/**
 * Builds the editable wheel of the source tree at an absolute path; `build_editable` is called once.
 *
 * Throws UserError SOURCE_NOT_FOUND and PROJECT_INVALID (exit code 2) before anything is built; PROJECT_PYTHON_MISMATCH,
 * EDITABLE_UNSUPPORTED and BUILD_FAILED (exit code 1); what `makeBuildEnvironment` throws, saying what it was for; WHEEL_INVALID;
 * and the reason of the signal, when no process of the build is left.
 */
export async function buildEditable(
  source: { readonly path: string; readonly shown: string },
  services: BuildServices,
): Promise<EditableWheel> {
  services.signal.throwIfAborted()
  const project = await readProject(source.path, source.shown)
  assertPython(project.requiresPython, project, services.interpreter)
  const python = await makeEnvironment(project.requires, project, services)
  const backend = { ...services, project, python }
  await addRequirements(backend, services)
  const wheelDirectory = join(services.outputDirectory, 'wheel')
  await mkdir(wheelDirectory)
  const result = await callHook({ hook: 'build_editable', arguments: [wheelDirectory, null, null] }, backend)
  if (result.outcome === 'missing') throw editableUnsupported(project)
  const wheel = await readBuiltWheel(result.value, wheelDirectory)
  if (wheel === undefined) {
    throw buildFailed(
      project,
      `\`build_editable\` of \`${project.backend}\` returned ${JSON.stringify(result.value)}, which names no file in the directory that it was given`,
      'Tell the maintainers of the backend',
    )
  }
  assertPython(wheel.metadata.requiresPython, project, services.interpreter)
  const { name, version } = wheel.filename
  const directUrl = { url: pathToFileURL(project.directory).href, dir_info: { editable: true } }
  return { name, version, path: wheel.path, directUrl }
}

/** As pip, by the release alone: 3.15.0rc1 is a `>=3.15`. A specifier that is none is left to the backend. */
function assertPython(specifier: string | undefined, { shown }: Project, { version }: Interpreter): void {
  const [release = version] = /^\d+(?:\.\d+)*/.exec(version) ?? []
  if (specifier === undefined || !isSpecifier(specifier) || satisfies(release, specifier)) return
  throw new UserError('PROJECT_PYTHON_MISMATCH', `\`${shown}\` requires Python ${specifier}, and this is ${version}`, {
    hint: 'Name another Python with `--python`',
  })
}

/** What the backend asks for beyond `build-system.requires` joins the environment. */
async function addRequirements(backend: Backend, services: BuildServices): Promise<void> {
  const { project } = backend
  const hook = 'get_requires_for_build_editable'
  const result = await callHook({ hook, arguments: [null] }, backend)
  const wanted = result.outcome === 'missing' ? [] : result.value
  if (!isStrings(wanted)) {
    throw buildFailed(
      project,
      `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(wanted)}, expected a list of strings`,
      'Tell the maintainers of the backend',
    )
  }
  for (const text of wanted) assertRequirement(text, `\`${project.shown}\`: \`${hook}\` of \`${project.backend}\``)
  const missing = wanted.filter(text => !project.requires.includes(text))
  if (missing.length > 0) await makeEnvironment([...project.requires, ...missing], project, services)
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

async function makeEnvironment(
  requirements: readonly string[],
  { shown }: Project,
  services: BuildServices,
): Promise<string> {
  try {
    return await services.makeBuildEnvironment(join(services.outputDirectory, 'environment'), requirements)
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
      ? 'Take a newer release of the backend, or make a wheel with `uv build` or `pip wheel` and name that'
      : `Ask for \`${newer}\` under \`build-system.requires\` in pyproject.toml`
  return new UserError('EDITABLE_UNSUPPORTED', message, { hint })
}
