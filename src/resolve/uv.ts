/** Resolving through uv: loose requirements and uv.lock become a pylock.toml (PEP 751), which is read as any other. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Environment } from '../host.js'
import type { Lock } from '../plan/lock.js'
import { parsePylock } from '../plan/pylock.js'
import { runProcess } from '../process.js'
import type { Interpreter } from '../python/interpreter.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import { defaultIndexUrl, type IndexSettings, type Settings } from '../settings.js'
import { resolverFailure } from './resolver-failure.js'
import type { RunInputs } from './run-inputs.js'

export type UvRun = {
  /** Path of the executable. */
  readonly uv: string
  readonly env: Environment
  /** Absolute; where its temporary output is written. */
  readonly temporaryDirectory: string
  readonly interpreter: Interpreter
}

export type CompileInputs = { readonly settings: Settings; readonly inputs: RunInputs }

/**
 * Resolves requirements for one interpreter with `uv pip compile`. uv builds nothing that is installed: of a source archive
 * whose metadata is not static it asks the backend for that alone.
 * Throws UserError RESOLUTION_FAILED with uv's own message, and INDEX_UNREACHABLE.
 */
export async function compileWithUv(run: UvRun, compile: CompileInputs): Promise<Lock> {
  const args = ['pip', 'compile', '--no-header', '--format', 'pylock.toml', ...compileArguments(run, compile)]
  return runForLock(run, {
    args,
    cwd: compile.settings.workingDirectory,
    index: compile.inputs.set.index,
    input: stdinOf(compile),
  })
}

/**
 * The requirements text that uv resolves to, without hashes: uv then reads metadata only, where for a pylock.toml it
 * unpacks every local wheel. Throws as `compileWithUv`.
 */
export async function checkWithUv(run: UvRun, compile: CompileInputs): Promise<string> {
  const args = ['pip', 'compile', '--no-header', '--no-annotate', ...compileArguments(run, compile)]
  const { settings, inputs } = compile
  return runUv(run, { args, cwd: settings.workingDirectory, index: inputs.set.index, input: stdinOf(compile) })
}

/** What `uv sync` would install from a uv.lock as it stands. Throws as `compileWithUv`. */
export async function exportWithUv(run: UvRun, lockFile: string, settings: Settings): Promise<Lock> {
  const args = [
    ...['export', '--frozen', '--no-header', '--format', 'pylock.toml', '--python', run.interpreter.executable],
    ...settings.extras.flatMap(extra => ['--extra', extra]),
    ...(settings.allExtras ? ['--all-extras'] : []),
    ...settings.groups.flatMap(group => ['--group', group]),
    ...settings.noGroups.flatMap(group => ['--no-group', group]),
    ...(settings.noDev ? ['--no-dev'] : []),
    ...(settings.noInstallProject ? ['--no-emit-project'] : []),
  ]
  const lock = await runForLock(run, { args, cwd: dirname(lockFile), index: { ...settings.index, noIndex: false } })
  return { ...lock, source: lockFile }
}

function compileArguments({ interpreter }: UvRun, { settings, inputs }: CompileInputs): readonly string[] {
  const { index, resolverOptions } = inputs.set
  return [
    ...['--python', interpreter.executable],
    ...(settings.build.isolation ? [] : ['--no-build-isolation']),
    ...settings.build.configSettings.flatMap(setting => ['--config-setting', setting]),
    // uv ignores it in a file.
    ...(resolverOptions.includes('--pre') ? ['--prerelease', 'allow'] : []),
    ...(settings.noDeps ? ['--no-deps'] : []),
    ...(settings.upgrade ? ['--upgrade'] : []),
    ...inputs.constraints.flatMap(({ path }) => ['--constraints', path]),
    ...index.findLinks.flatMap(link => ['--find-links', link]),
    ...inputs.files.map(({ path }) => path),
    ...(inputs.packages.length > 0 ? ['-'] : []),
  ]
}

/** A bare path of a wheel is a requirement by its URL. */
function stdinOf({ settings, inputs }: CompileInputs): string {
  const isPath = (text: string) => /\.whl$/i.test(text) && !/^(?:https?|file):|@/i.test(text)
  const urlOf = (path: string) => pathToFileURL(resolve(settings.workingDirectory, path)).href
  return inputs.packages.map(text => (isPath(text) ? urlOf(text) : text)).join('\n')
}

type UvCall = {
  readonly args: readonly string[]
  readonly cwd: string
  readonly index: IndexSettings
  readonly input?: string
}

async function runForLock(run: UvRun, call: UvCall): Promise<Lock> {
  await mkdir(run.temporaryDirectory, { recursive: true })
  const directory = await mkdtemp(join(run.temporaryDirectory, 'resolve-'))
  try {
    const output = join(directory, 'pylock.resolved.toml')
    await runUv(run, { ...call, args: [...call.args, '--output-file', output] })
    return parsePylock(await readFile(output, 'utf8'), 'pylock.toml of uv', { directory, ...everything })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** uv has applied extras and groups already. */
const everything = { extras: [], allExtras: false, groups: [], noGroups: [], noDev: false }

async function runUv({ uv, env }: UvRun, { args, cwd, index, input }: UvCall): Promise<string> {
  const flags = [
    ...['--quiet', '--no-progress', '--color', 'never', '--no-python-downloads'],
    ...(index.noIndex ? ['--no-index'] : []),
    ...(index.offline ? ['--offline'] : []),
  ]
  const result = await runProcess(uv, [...args, ...flags], {
    cwd,
    env: uvEnvironment(env, index),
    ...(input === undefined ? {} : { input }),
  })
  if (result.exitCode !== 0) throw resolverFailure('uv', result)
  return result.stdout
}

/** Variables whose meaning is in the settings already, or that would change what is written where. */
const settledVariables = [
  ...[
    'UV_INDEX',
    'UV_DEFAULT_INDEX',
    'UV_INDEX_URL',
    'UV_EXTRA_INDEX_URL',
    'UV_FIND_LINKS',
    'UV_NO_INDEX',
    'UV_OFFLINE',
  ],
  ...['UV_PYTHON', 'UV_SYSTEM_PYTHON', 'UV_FROZEN', 'UV_LOCKED', 'UV_NO_DEV', 'UV_NO_GROUP', 'UV_NO_DEFAULT_GROUPS'],
  ...['UV_WORKING_DIR', 'UV_PROJECT', 'UV_NO_EDITABLE', 'VIRTUAL_ENV', 'CONDA_PREFIX'],
]

/** Index addresses go by the environment: unlike arguments, other users of the machine cannot see their credentials. */
function uvEnvironment(env: Environment, index: IndexSettings): Environment {
  const kept = Object.entries(pythonEnvironmentVariables(env)).filter(([name]) => !settledVariables.includes(name))
  const isStandard = index.indexUrl === '' || index.indexUrl.replace(/\/$/, '') === defaultIndexUrl
  return {
    ...Object.fromEntries(kept),
    ...(isStandard || index.noIndex ? {} : { UV_DEFAULT_INDEX: index.indexUrl }),
    ...(index.extraIndexUrls.length === 0 || index.noIndex ? {} : { UV_INDEX: index.extraIndexUrls.join(' ') }),
  }
}
