/** The environments that build backends run in: locked by uv, made by our own installer at stable paths, kept in the store. */
import { createHash } from 'node:crypto'
import { access, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lockDigest } from '../build/environment-digest.js'
import { errnoOf } from '../errors.js'
import type { Host } from '../host.js'
import { selectWheels } from '../plan/plan.js'
import { parseRequirement } from '../plan/requirement.js'
import { pythonOf } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { claimVenv, createVenv, openVenv } from '../python/venv.js'
import type { Report } from '../report/report.js'
import { clockSince, createTimeline, type Watch } from '../report/timeline.js'
import { findInputs } from '../resolve/inputs.js'
import { readRunInputs, realmsOf } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import { openCache } from './cache.js'
import { venvOptionsOf } from './environment.js'
import { obtainLock } from './lock.js'
import { openRun, type Run, waitingOf } from './run.js'
import type { SaveRequest } from './seal.js'

export type Install = (settings: Settings, host: Host, watch: Watch) => Promise<Report>

/** What a build environment consists of, exactly. */
export type BuildLock = {
  /** Of every wheel in it. */
  readonly digest: string
  /** `name==version`, for readers. */
  readonly locked: readonly string[]
}

export type BuildEnvironments = {
  /**
   * Locks requirements (PEP 508), as they were locked before where that is known; `own` is what is built: where builds run in what
   * is installed, it does not count. Throws what resolving throws.
   */
  lock(requirements: readonly string[], own?: string): Promise<BuildLock>
  /** The python of an environment that holds these requirements. Throws what an installation throws. */
  make(requirements: readonly string[]): Promise<string>
}

type Services = {
  readonly interpreter: Interpreter
  /** The installer itself. */
  readonly install: Install
  /** Pins (`torch==2.11.0`) that hold wherever a requirement names the same distribution. */
  readonly besides: readonly string[]
  /** Ids of the sources that these environments are for, the outermost first. */
  readonly chain: readonly string[]
}

/**
 * Environments apart from what the run itself installs. One that was made is there for every later build with the same
 * requirements, so that it is never changed: more requirements are another environment.
 */
export function openBuildEnvironments(run: Run, services: Services): BuildEnvironments {
  const locks = new Map<string, Promise<BuildLock>>()
  const lock = (wanted: readonly string[]): Promise<BuildLock> => {
    const requirements = withPins(wanted, services.besides)
    const key = JSON.stringify([...requirements].sort())
    const known = locks.get(key) ?? lockRequirements(requirements, run, services)
    locks.set(key, known)
    return known
  }
  return {
    lock,
    make: async wanted => {
      const requirements = withPins(wanted, services.besides)
      const { digest } = await lock(wanted)
      const directory = join(run.located.store.root, 'environments', environmentKey(digest, services.interpreter))
      if (!(await isComplete(directory))) await makeEnvironment({ directory, requirements }, run, services)
      await touch(directory)
      return pythonOf(directory, run.host.platform.os)
    },
  }
}

/** With the pins of what the requirements name. */
function withPins(requirements: readonly string[], pins: readonly string[]): readonly string[] {
  const names = new Set(requirements.map(text => parseRequirement(text, `\`${text}\``).name))
  return [...requirements, ...pins.filter(pin => names.has(parseRequirement(pin, `\`${pin}\``).name))]
}

/** Two interpreters of one version have an environment each: it names its own by its path. */
function environmentKey(digest: string, { baseExecutable, version }: Interpreter): string {
  return createHash('sha256')
    .update(JSON.stringify([digest, baseExecutable, version]))
    .digest('hex')
    .slice(0, 16)
}

/** Says in an environment that it is whole. */
const completeName = '.wheelcrew-complete'

async function isComplete(directory: string): Promise<boolean> {
  return access(join(directory, completeName)).then(
    () => true,
    () => false,
  )
}

/** What trims the store sees that it was used. */
async function touch(directory: string): Promise<void> {
  const now = new Date()
  await utimes(directory, now, now).catch(error => {
    if (errnoOf(error) === undefined) throw error
  })
}

type Wanted = { readonly directory: string; readonly requirements: readonly string[] }

async function makeEnvironment({ directory, requirements }: Wanted, run: Run, services: Services): Promise<void> {
  const { host } = run
  if (requirements.length === 0) await makeEmpty(directory, services.interpreter, run)
  else {
    const watch = quietWatch(run)
    const settings = environmentSettings(run, { directory, requirements, ...services })
    const report = await services.install(settings, host, watch)
    if (report.save !== undefined) await saveNow(JSON.parse(report.save) as SaveRequest, host, watch)
  }
  await writeFile(join(directory, completeName), '')
}

/** At once, since nobody else knows of it; its trouble is a warning of that run alone. */
async function saveNow(request: SaveRequest, host: Host, watch: Watch): Promise<void> {
  const { saveCache } = await import('./save.js')
  await saveCache(request, host, watch)
}

async function makeEmpty(directory: string, interpreter: Interpreter, run: Run): Promise<void> {
  const { host } = run
  const claim = await claimVenv(directory, await openVenv(directory, host), { host, ...waitingOf(run) })
  if (claim !== undefined) await (await createVenv(claim, interpreter, venvOptionsOf(run))).finish()
}

/** The lock of these requirements: of an earlier run on this machine, out of the cache, or resolved. */
async function lockRequirements(requirements: readonly string[], run: Run, services: Services): Promise<BuildLock> {
  if (requirements.length === 0) return { digest: lockDigest([]), locked: [] }
  const { host, located } = run
  const { interpreter } = services
  const directory = join(located.store.root, 'environments', 'none')
  const wanted = environmentSettings(run, { directory, requirements, ...services })
  // What this run does not build is not built for a look at its key either.
  const { mode, build } = run.settings
  const settings = { ...wanted, mode, build: { ...wanted.build, explain: build.explain } }
  const found = await findInputs(settings)
  const named = await readRunInputs(found, { settings, host })
  const own = openRun(settings, host, { watch: quietWatch(run), located, realms: realmsOf(named) })
  try {
    const { openBuilder } = await import('./builder.js')
    const { bindSources } = await import('./sources.js')
    const builder = openBuilder(own, { interpreter, install: services.install, environment: undefined })
    const session = await openCache(named, interpreter, own)
    const { lock } = await obtainLock(named, { interpreter, session }, own)
    const bound = await bindSources(lock, [], { interpreter, builder, index: named.set.index })
    const wheels = selectWheels(bound, interpreter, named.set.index)
    return {
      digest: lockDigest(
        wheels.map(({ name, version, sha256, file }) => {
          const identity = sha256 && builder.identityOf(sha256)
          return identity
            ? { name, version, sha256: undefined, filename: identity }
            : { name, version, sha256, filename: file.filename }
        }),
      ),
      locked: wheels.map(({ name, version }) => `${name}==${version}`),
    }
  } finally {
    await own.close()
  }
}

/** It has times of its own: what a build waits for is part of the build. */
export function quietWatch({ watch }: Pick<Run, 'watch'>): Watch {
  return { ...createTimeline(clockSince(Date.now())), signal: watch.signal }
}

type EnvironmentWish = Wanted & Pick<Services, 'interpreter' | 'chain'>

const nestedSuffix = /\+build$/

/** Build requirements are resolved as uv and pip do: apart from what the run itself installs. */
function environmentSettings(
  { settings, located }: Run,
  { directory, requirements, interpreter, chain }: EnvironmentWish,
): Settings {
  return {
    ...settings,
    ...{ requirements: [], packages: requirements, constraints: [], editables: [] },
    ...{ extras: [], allExtras: false, groups: [], noGroups: [], noDev: false, noInstallProject: false, noDeps: false },
    ...{ upgrade: false, exact: false, reinstall: false, compileBytecode: true, modulesFile: '' },
    ...{
      onConflict: 'warn',
      readyEnvironments: 'never',
      linkMode: settings.linkMode === 'image' ? 'auto' : settings.linkMode,
    },
    build: {
      ...settings.build,
      sources: [],
      configSettings: [],
      isolation: true,
      outDirectory: '',
      reportFile: '',
      explain: false,
      chain,
      omitted: false,
    },
    mode: 'install',
    environment: { kind: 'venv', path: directory },
    python: interpreter.baseExecutable,
    index: { ...settings.index, requireHashes: false },
    // Entries of their own, so that nobody takes them for an earlier state of what the run installs.
    cache: { ...settings.cache, suffix: `${settings.cache.suffix.replace(nestedSuffix, '')}+build` },
    store: located.directory,
  }
}
