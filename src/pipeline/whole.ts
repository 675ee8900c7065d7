/** The way of an installation that no stored plan answers: lock → plan → restore → fetch → unpack → link → compile → seal. */
import type { Lock } from '../plan/lock.js'
import type { Plan } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Report } from '../report/report.js'
import { type Inputs, lockRequiresPython } from '../resolve/inputs.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { locateStore } from '../store/locate.js'
import type { Install } from './build-environment.js'
import { type Builder, type BuiltSource, isBuiltBy, withOrigins } from './builder.js'
import { type CacheSession, openCache } from './cache.js'
import { carryOut } from './carry-out.js'
import { concludeRun } from './conclude.js'
import { beginEnvironment, type EnvironmentInProgress } from './environment.js'
import { fillStore } from './fill-store.js'
import { type Restored, restoreEnvironment } from './from-packs.js'
import { holderOf } from './held.js'
import { type ChosenInterpreter, chooseInterpreter } from './interpreter.js'
import { type ObtainedLock, obtainLock } from './lock.js'
import { openOwnBuilder } from './own-environment.js'
import { planChange } from './plan-change.js'
import { keepRequest, readyRequest } from './ready.js'
import { repeatableOf } from './repeatable.js'
import { startRestore } from './restore.js'
import { type Run, timed } from './run.js'
import { bindSources, buildNamed, withBuilt, withoutSources } from './sources.js'
import { sumOfKnown } from './sum.js'
import { takeStored } from './take-entries.js'
import { askUv } from './uv-stamp.js'
import { isLocalOnly, requireObtainable } from './wheels.js'

type Given = {
  readonly found: Inputs
  readonly named: RunInputs
  /** The interpreter, where it is known. */
  readonly chosen: ChosenInterpreter | undefined
  /** The cache and the lock, where images in the cache were looked for. */
  readonly session: CacheSession | undefined
  readonly obtained: ObtainedLock | undefined
  /** The installer itself, for the environments of build backends. */
  readonly install: Install
}

/** Makes or changes the environment, fills store and cache for it, or makes wheels. Throws UserError. */
export async function installWhole(given: Given, run: Run): Promise<Report> {
  const { found, named, chosen, install } = given
  const { watch, settings } = run
  const choose = () => timed(watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)))
  if (settings.mode === 'build') return buildOnly({ named, chosen: await choose(), install }, run)
  if (settings.mode !== 'install') {
    const { interpreter } = await choose()
    const builder = openOwnBuilder({ interpreter, install, named, target: undefined }, run)
    return fillStore({ found, named, interpreter, builder }, run)
  }
  const { target, interpreter } = await begin(found, chosen, run)
  const builder = openOwnBuilder({ interpreter, install, named, target }, run)
  const report = await undoneOnFailure(target, async () => {
    const { session, obtained } = await lockFirst({ ...given, interpreter }, run)
    const built = await buildNamed(named, { interpreter, builder, lock: obtained?.lock }, run)
    const inputs = await withBuilt(found, built, { run, named })
    const filled = await fill(target, {
      ...{ inputs, interpreter, run: await relocated(run, target), built, builder, session, obtained },
    })
    await target.finish()
    return filled
  })
  // Whatever uv says, the environment is made.
  const names = builder.outcomes.map(({ name }) => name)
  await askUv({ inputs: named, environment: target.environment, names }, run)
  return builder.outcomes.length === 0 ? report : { ...report, built: builder.outcomes }
}

type Locking = Pick<Filling, 'interpreter' | 'session' | 'obtained'> & { readonly named: RunInputs }

/** A complete lock is there before anything is built: builds get versions of it. */
async function lockFirst(
  { named, interpreter, session: opened, obtained }: Locking,
  run: Run,
): Promise<Pick<Filling, 'session' | 'obtained'>> {
  const isLater = named.files.every(({ kind }) => kind === 'requirements')
  if (obtained !== undefined || isLater) return { session: opened, obtained }
  const session = opened ?? (await openCache(named, interpreter, run))
  return { session, obtained: await timed(run.watch, 'lock', () => obtainLock(named, { interpreter, session }, run)) }
}

async function undoneOnFailure<T>(target: EnvironmentInProgress, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await target.undo()
    throw error
  }
}

async function buildOnly(
  {
    named,
    chosen,
    install,
  }: { readonly named: RunInputs; readonly chosen: ChosenInterpreter; readonly install: Install },
  run: Run,
): Promise<Report> {
  const { interpreter } = chosen
  const { buildSources } = await import('./build-command.js')
  const builder = openOwnBuilder({ interpreter, install, named, target: undefined }, run)
  return buildSources({ named, interpreter, builder }, run)
}

/** Chooses the interpreter and opens or begins the environment; again where another process has just made it. */
async function begin(found: Inputs, known: ChosenInterpreter | undefined, run: Run) {
  const choose = () => timed(run.watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)))
  for (let chosen = known ?? (await choose()); ; chosen = await choose()) {
    const target = await beginEnvironment(chosen, run)
    if (target !== undefined) return { target, interpreter: chosen.interpreter }
  }
}

type Filling = {
  readonly inputs: RunInputs
  readonly interpreter: Interpreter
  readonly run: Run
  /** What the user named. */
  readonly built: readonly BuiltSource[]
  readonly builder: Builder
  /** The cache, where it was opened already. */
  readonly session: CacheSession | undefined
  /** The lock, where it was obtained already. */
  readonly obtained: ObtainedLock | undefined
}

async function fill(target: EnvironmentInProgress, filling: Filling): Promise<Report> {
  const { inputs, interpreter, run, built, builder } = filling
  const { environment } = target
  const session = filling.session ?? (await openCache(inputs, interpreter, run))
  const {
    lock: obtained,
    portable,
    links,
  } = filling.obtained ?? (await timed(run.watch, 'lock', () => obtain(filling, session)))
  const lock = run.settings.build.omitted
    ? withoutSources(obtained, interpreter)
    : await bindSources(obtained, built, {
        ...{ interpreter, builder, index: inputs.set.index },
        isHeld: await holderOf(target, run),
      })
  const { plan, present } = await planChange(target, lock, {
    interpreter,
    index: inputs.set.index,
    isBuilt: isBuiltBy(builder),
    run,
  })
  const direct = await restoreEnvironment({ run, wheels: plan.wheels, interpreter, target, session })
  if (direct !== undefined) return concludeDirect(direct, { target, filling, session, portable })
  decideLink(target, run)
  const repeatable = target.isNew
    ? await repeatableOf(plan.wheels, { inputs, lock: obtained, interpreter, isBuilt: isBuiltBy(builder) }, run)
    : undefined
  await takeStored([...plan.wheels, ...plan.reuse], interpreter, run)
  const { index } = inputs.set
  const wish = { wheels: plan.wheels, interpreter, mayFetch: !isLocalOnly(index) }
  const restoring = await startRestore(wish, session, run)
  try {
    const absent = await requireObtainable(plan.wheels, { restoring, index, links }, run)
    announce(absent, run)
    const { provided, kind, compiled, planted } = await carryOut({
      ...{ run, plan, present, interpreter, target, restoring, repeatable },
      isIncomplete: absent.length > 0,
    })
    const names = new Set(provided.map(({ note }) => note.name))
    const reused = plan.reuse.filter(({ name }) => !names.has(name))
    const outcome = {
      provided: withOrigins(provided, builder),
      reused,
      removed: plan.remove,
      missing: [],
      compiled,
      kind,
    }
    if (run.settings.modulesFile !== '' && environment.kind !== 'target') await measureImports(environment.python, run)
    const request = planted && readyRequest({ plan: planted, environment, interpreter }, run)
    const keep = request && keepRequest(request, run.settings)
    return await concludeRun(
      { ...outcome, interpreter, environment, session, lock: portable, keep, isBuilt: isBuiltBy(builder) },
      run,
    )
  } finally {
    await restoring.stop()
  }
}

function decideLink({ isNew }: EnvironmentInProgress, { watch, located, settings }: Run): void {
  const later = isNew && settings.linkMode === 'image' ? '; the image of these packages is made when the job ends' : ''
  watch.decide('link', located.linkMode, `${located.reason}${later}`)
}

type Finished = {
  readonly target: EnvironmentInProgress
  readonly filling: Filling
  readonly session: CacheSession
  readonly portable: Lock
}

/** Nothing is linked to the store, and it has nothing that is to be saved. */
function concludeDirect(
  restored: Restored,
  { target: { environment }, filling, session, portable }: Finished,
): Promise<Report> {
  const { builder, interpreter, run } = filling
  const outcome = { ...restored, reused: [], removed: [], missing: [], compiled: new Set<string>() }
  const facts = { interpreter, environment, session, lock: portable, isBuilt: isBuiltBy(builder), isDirect: true }
  return concludeRun({ ...outcome, ...facts }, { ...run, located: { ...run.located, linkMode: 'copy' } })
}

function obtain({ inputs, interpreter, run }: Filling, session: CacheSession): Promise<ObtainedLock> {
  return obtainLock(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run)
}

/** Loaded where modules are chosen. */
async function measureImports(python: string, run: Run): Promise<void> {
  const { measureFirstImport } = await import('./first-import.js')
  await measureFirstImport(python, run)
}

/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function announce(absent: Plan['wheels'], { watch, settings }: Run): void {
  const wheels = absent.length
  watch.expect('fetch', { wheels, bytes: sumOfKnown(absent.map(({ file }) => file.size)) })
  watch.expect('unpack', { wheels })
  if (settings.compileBytecode) watch.expect('compile', { wheels })
}
async function relocated(run: Run, { environment }: EnvironmentInProgress): Promise<Run> {
  if (environment.kind !== 'system') return run
  const { linkMode } = run.settings
  const options = { host: run.host, linkMode }
  return { ...run, located: await locateStore(run.located.directory, environment.schemes.purelib, options) }
}
