/** Where builds without isolation run: in the environment that is installed into, as it is. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pythonOf, venvEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import { type Install, quietWatch } from './build-environment.js'
import { type Builder, type OwnEnvironment, openBuilder } from './builder.js'
import type { EnvironmentInProgress } from './environment.js'
import type { Run } from './run.js'

export type OwnServices = {
  readonly interpreter: Interpreter
  readonly install: Install
  readonly named: RunInputs
  /** What is installed into; undefined where nothing is. */
  readonly target: EnvironmentInProgress | undefined
}

/** The builder of a run that a user asked for. */
export function openOwnBuilder(services: OwnServices, given: Run): Builder {
  const { interpreter, install, named } = services
  // As pip and uv: what requirements files say about indexes holds for build requirements too.
  const run = { ...given, settings: { ...given.settings, index: named.set.index } }
  if (run.settings.build.isolation) return openBuilder(run, { interpreter, install, environment: undefined })
  let found: Promise<OwnEnvironment> | undefined
  const environment = (): Promise<OwnEnvironment> => {
    found ??= findEnvironment(services, run)
    return found
  }
  return openBuilder(run, { interpreter, install, environment })
}

/** One that is there; for a lock and a new environment, one of all wheels of the lock; else the new one, empty. */
async function findEnvironment(services: OwnServices, run: Run): Promise<OwnEnvironment> {
  const { interpreter, named, target } = services
  if (target?.isNew !== true) return environmentOf(interpreter)
  if (named.files.some(({ kind }) => kind !== 'requirements')) return makeOfLock(services, run)
  await target.ready()
  const { python, schemes } = target.environment
  return { python, directories: [schemes.purelib, schemes.platlib] }
}

function environmentOf({ executable, systemSchemes }: Interpreter): OwnEnvironment {
  return { python: executable, directories: [systemSchemes.purelib, systemSchemes.platlib] }
}

async function makeOfLock({ interpreter, install, named }: OwnServices, run: Run): Promise<OwnEnvironment> {
  const { host, settings, located } = run
  const texts = named.files.map(({ text }) => text)
  const { extras, groups, allExtras, noGroups, noDev } = settings
  const facts = [texts, extras, groups, allExtras, noGroups, noDev, interpreter.baseExecutable, interpreter.version]
  const name = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)
  const directory = join(located.store.root, 'environments', name)
  await install(settingsOf(directory, interpreter, run), host, quietWatch(run))
  const { schemes } = venvEnvironment(directory, interpreter, host.platform)
  return { python: pythonOf(directory, host.platform.os), directories: [schemes.purelib, schemes.platlib] }
}

function settingsOf(directory: string, { baseExecutable }: Interpreter, { settings, located }: Run): Settings {
  return {
    ...settings,
    ...{ editables: [], exact: true, reinstall: false, upgrade: false, readyEnvironments: 'never' },
    linkMode: settings.linkMode === 'image' ? 'auto' : settings.linkMode,
    build: { ...settings.build, sources: [], omitted: true },
    mode: 'install',
    environment: { kind: 'venv', path: directory },
    python: baseExecutable,
    cache: { ...settings.cache, save: false },
    store: located.directory,
  }
}
