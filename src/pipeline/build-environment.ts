/** The environment that a build backend runs in: made by our own installer, from the same index and store. */
import type { Host } from '../host.js'
import { pythonOf } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { claimVenv, createVenv, openVenv } from '../python/venv.js'
import type { Report } from '../report/report.js'
import { clockSince, createTimeline, type Watch } from '../report/timeline.js'
import type { Settings } from '../settings.js'
import { venvOptionsOf } from './environment.js'
import { type Run, waitingOf } from './run.js'

/** Makes a virtual environment that holds these requirements, or adds what is missing, and returns the path of its python. */
export type MakeBuildEnvironment = (directory: string, requirements: readonly string[]) => Promise<string>

export type Install = (settings: Settings, host: Host, watch: Watch) => Promise<Report>

/** Build requirements are resolved as uv and pip do: apart from what the run itself installs. */
export function openBuildEnvironments(run: Run, interpreter: Interpreter, install: Install): MakeBuildEnvironment {
  const { host, watch } = run
  return async (directory, requirements) => {
    if (requirements.length === 0) return makeEmpty(directory, interpreter, run)
    const own = createTimeline(clockSince(Date.now()))
    await install(buildSettings(run, { directory, packages: requirements, interpreter }), host, {
      ...own,
      signal: watch.signal,
    })
    return pythonOf(directory, host.platform.os)
  }
}

async function makeEmpty(directory: string, interpreter: Interpreter, run: Run): Promise<string> {
  const { host } = run
  const claim = await claimVenv(directory, await openVenv(directory, host), { host, ...waitingOf(run) })
  if (claim !== undefined) await (await createVenv(claim, interpreter, venvOptionsOf(run))).finish()
  return pythonOf(directory, host.platform.os)
}

type BuildEnvironment = {
  readonly directory: string
  readonly packages: readonly string[]
  readonly interpreter: Interpreter
}

function buildSettings({ settings, located }: Run, { directory, packages, interpreter }: BuildEnvironment): Settings {
  return {
    ...settings,
    ...{ requirements: [], packages, constraints: [], editables: [] },
    ...{ extras: [], allExtras: false, groups: [], noGroups: [], noDev: false, noInstallProject: false, noDeps: false },
    ...{ upgrade: false, exact: false, reinstall: false, compileBytecode: true, modulesFile: '' },
    ...{ onConflict: 'warn', readyEnvironments: 'never' },
    mode: 'install',
    environment: { kind: 'venv', path: directory },
    python: interpreter.baseExecutable,
    index: { ...settings.index, requireHashes: false },
    cache: { ...settings.cache, backend: 'none', restore: false, save: false },
    store: located.directory,
  }
}
