/**
 * The whole run, top to bottom: settings → lock → plan → restore → fetch → unpack → link → compile → seal → report.
 * Stages do not know one another; what overlaps, and what waits for what, is decided in this folder.
 */
import type { Host } from '../host.js'
import { type InstalledDistribution, scanInstalled } from '../install/installed.js'
import type { Lock } from '../plan/lock.js'
import { type Plan, type PlannedWheel, selectWheels } from '../plan/plan.js'
import { divide } from '../plan/present.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Report } from '../report/report.js'
import type { Watch } from '../report/timeline.js'
import { findInputs, type Inputs, lockRequiresPython } from '../resolve/inputs.js'
import { type RunInputs, readRunInputs, realmsOf } from '../resolve/run-inputs.js'
import { withoutEditables } from '../resolve/without-editables.js'
import type { Settings } from '../settings.js'
import { type LocatedStore, locateStore } from '../store/locate.js'
import { openBuildEnvironments } from './build-environment.js'
import { openCache } from './cache.js'
import { carryOut } from './carry-out.js'
import { concludeRun } from './conclude.js'
import {
  bindEditables,
  buildEditables,
  type Editable,
  type EditableBuilder,
  openEditableBuilder,
  requirementsOf,
} from './editables.js'
import { beginEnvironment, type EnvironmentInProgress } from './environment.js'
import { fillStore } from './fill-store.js'
import { chooseInterpreter } from './interpreter.js'
import { obtainLock } from './lock.js'
import { startRestore } from './restore.js'
import { openRun, type Run, timed } from './run.js'
import { sumOfKnown } from './sum.js'
import { isLocalOnly, requireObtainable } from './wheels.js'

/**
 * Makes the environment that `settings` describe, or fills store and cache for it, and returns the report of the run.
 * Whatever fails, the store stays whole and the environment is as it was, or absent if this run made it.
 * Throws UserError for everything that the reader can act on.
 */
export async function install(settings: Settings, host: Host, watch: Watch): Promise<Report> {
  const found = await findInputs(settings)
  const named = await readRunInputs(found, { settings, host })
  const located = await locateFor(settings, host)
  const run = openRun(settings, host, { watch, located, realms: realmsOf(named) })
  try {
    if (settings.mode !== 'install') {
      const { interpreter } = await timed(watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)))
      return await fillStore(named, interpreter, run)
    }
    const { target, interpreter } = await begin(found, run)
    try {
      const build = openEditableBuilder(run, interpreter, openBuildEnvironments(run, interpreter, install))
      const editables = await buildEditables(named, run, build)
      const inputs = await withEditables(found, editables, { run, named })
      const report = await fill(target, { inputs, interpreter, run: await relocated(run, target), editables, build })
      await target.finish()
      return report
    } catch (error) {
      await target.undo()
      throw error
    }
  } finally {
    await run.close()
  }
}

/** Chooses the interpreter and opens or begins the environment; again where another process has just made it. */
async function begin(found: Inputs, run: Run) {
  for (;;) {
    const chosen = await timed(run.watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)))
    const target = await beginEnvironment(chosen, run)
    if (target !== undefined) return { target, interpreter: chosen.interpreter }
  }
}

type Filling = {
  readonly inputs: RunInputs
  readonly interpreter: Interpreter
  readonly run: Run
  readonly editables: readonly Editable[]
  readonly build: EditableBuilder
}

/** Beside requirements the wheels of editables are resolved with the rest; a complete lock stays as it is. */
async function withEditables(
  found: Inputs,
  editables: readonly Editable[],
  { run, named }: { readonly run: Run; readonly named: RunInputs },
): Promise<RunInputs> {
  if (editables.length === 0 || found.files.some(({ kind }) => kind !== 'requirements')) return named
  const hasLines = named.set.editables.length > 0
  const files = hasLines ? await withoutEditables(found.files, await run.scratchDirectory('requirements')) : found.files
  const packages = [...found.packages, ...requirementsOf(editables)]
  return readRunInputs({ ...found, files, packages, isTransient: true }, run)
}

async function fill(target: EnvironmentInProgress, filling: Filling): Promise<Report> {
  const { inputs, interpreter, run, editables } = filling
  const { watch, located } = run
  const { environment } = target
  watch.decide('link', located.linkMode, located.reason)
  const session = await openCache(inputs, interpreter, run)
  const {
    lock: obtained,
    portable,
    links,
  } = await timed(watch, 'lock', () =>
    obtainLock(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run),
  )
  const lock = await bindEditables(obtained, editables, filling)
  const { plan, present } = await planChange(target, filling, lock)

  const { index } = inputs.set
  const wish = { wheels: plan.wheels, interpreter, mayFetch: !isLocalOnly(index) }
  const restoring = await startRestore(wish, session, run)
  try {
    const absent = await requireObtainable(plan.wheels, { restoring, index, links }, run)
    announce(absent, run)
    const { provided, kind, compiled } = await carryOut({
      ...{ run, plan, present, interpreter, target, restoring },
      isIncomplete: absent.length > 0,
    })
    const names = new Set(provided.map(({ note }) => note.name))
    const reused = plan.reuse.filter(({ name }) => !names.has(name))
    const outcome = { provided, reused, removed: plan.remove, missing: [], compiled, kind }
    return await concludeRun({ ...outcome, interpreter, environment, session, lock: portable }, run)
  } finally {
    await restoring.stop()
  }
}

type Planned = { readonly plan: Plan<InstalledDistribution>; readonly present: readonly InstalledDistribution[] }

/** Plans on what the environment holds: without a claim where nothing is to be done, else with it. */
async function planChange(
  target: EnvironmentInProgress,
  { inputs, interpreter, run }: Filling,
  lock: Lock,
): Promise<Planned> {
  const { schemes } = target.environment
  const { exact, reinstall } = run.settings
  const look = async (wheels: readonly PlannedWheel[]): Promise<Planned> => {
    const present = target.isNew ? [] : await scanInstalled([schemes.purelib, schemes.platlib])
    return { plan: divide(wheels, present, { exact, reinstall }), present }
  }
  const { wheels, seen } = await timed(run.watch, 'plan', async () => {
    const selected = selectWheels(lock, interpreter, inputs.set.index)
    return { wheels: selected, seen: await look(selected) }
  })
  const isDone = seen.plan.wheels.length === 0 && seen.plan.remove.length === 0
  if (target.isNew || (isDone && !(await target.isUnsettled()))) return seen
  await target.claim()
  return timed(run.watch, 'plan', () => look(wheels))
}

/** Opens the store. Where an interpreter's own directories lie is known when it is found: then links are tried again. */
function locateFor({ store, environment, workingDirectory, linkMode }: Settings, host: Host): Promise<LocatedStore> {
  return locateStore(store, environment.kind === 'system' ? workingDirectory : environment.path, { host, linkMode })
}

async function relocated(run: Run, { environment }: EnvironmentInProgress): Promise<Run> {
  if (environment.kind !== 'system') return run
  const { linkMode } = run.settings
  const options = { host: run.host, linkMode }
  return { ...run, located: await locateStore(run.located.directory, environment.schemes.purelib, options) }
}

/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function announce(absent: Plan['wheels'], { watch, settings }: Run): void {
  const wheels = absent.length
  watch.expect('fetch', { wheels, bytes: sumOfKnown(absent.map(({ file }) => file.size)) })
  watch.expect('unpack', { wheels })
  if (settings.compileBytecode) watch.expect('compile', { wheels })
}
