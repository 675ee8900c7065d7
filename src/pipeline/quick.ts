/** The shortest way to a new environment: a ready one is renamed into place, or a stored plan carried out. */

import { absentBackend } from '../cache/absent.js'
import { errnoOf, isUserError } from '../errors.js'
import { type PythonEnvironment, venvEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { buildReport, type CacheReport, type Report, type ReportFacts, withoutCache } from '../report/report.js'
import { type Inputs, lockRequiresPython } from '../resolve/inputs.js'
import { directoryOf } from '../resolve/run-inputs.js'
import { readUvConfiguration } from '../resolve/uv-configuration.js'
import { upkeepOf } from './entries.js'
import { beginEnvironment } from './environment.js'
import { plant, warmUp } from './fresh.js'
import { type ChosenInterpreter, chooseInterpreter } from './interpreter.js'
import { type KeepRequest, keepRequest, type ReadyRequest, readyRequest, takeReady } from './ready.js'
import { type Run, timed } from './run.js'
import { forgetPlan, mayHavePlans, planKey, readPlan, type StoredPlan } from './stored-plan.js'
import { checkLeases, markEntries } from './take-entries.js'
import type { Upkeep } from './upkeep.js'

/** The report of the run; else what was found out on the way. */
export type QuickOutcome = { readonly report: Report } | { readonly chosen: ChosenInterpreter | undefined }

/** Carries out the stored plan of these inputs, where there is one and the environment is a new one. */
export async function installQuickly(found: Inputs, run: Run): Promise<QuickOutcome> {
  const { settings, host, watch } = run
  const isFresh = settings.mode === 'install' && settings.environment.kind === 'venv'
  if (!isFresh || settings.upgrade) return { chosen: undefined }
  const chosen = await timed(watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)))
  const { interpreter, venv } = chosen
  if (venv?.kind !== 'absent' && venv?.kind !== 'empty') return { chosen }
  if (!mayHavePlans(run.located.store)) return { chosen }
  const plan = await timed(watch, 'plan', async () => {
    const configuration = await readUvConfiguration(directoryOf(found, settings), host)
    const key = await planKey({ found, configuration, interpreter }, run)
    return key === undefined ? undefined : readPlan(key, run)
  })
  if (plan === undefined) return { chosen }
  await checkLeases(plan.facts.entries, run)
  const made = await carryOutPlan(plan, chosen, run)
  if (made === undefined) return { chosen: undefined }
  for (const warning of plan.facts.warnings) watch.warn(warning)
  if (settings.modulesFile !== '') {
    const { measureFirstImport } = await import('./first-import.js')
    await measureFirstImport(made.environment.python, run)
  }
  return { report: await conclude({ plan, made, found, interpreter }, run) }
}

export type Made = {
  readonly environment: PythonEnvironment
  /** As the report says it. */
  readonly linkMode: string
  /** What is owed for it when the job is done. */
  readonly upkeep: Upkeep
  /** What the next run is to find; there already where images are mounted. */
  readonly keep: KeepRequest | undefined
}

/** The environment as the plan wants it; undefined where it could not be made, and is as it was. */
async function carryOutPlan(plan: StoredPlan, chosen: ChosenInterpreter, run: Run): Promise<Made | undefined> {
  const { watch, located, settings, host } = run
  if (settings.environment.kind !== 'venv') return undefined
  const { interpreter } = chosen
  const environment = venvEnvironment(settings.environment.path, interpreter, host.platform)
  watch.decide('lock', 'stored', 'the inputs are unchanged')
  watch.decide('plan', 'stored', 'an earlier run had the same lock, interpreter and settings')
  const request = readyRequest({ plan, environment, interpreter }, run)
  const keep = request && keepRequest(request, settings)
  const spare = request && (await takeSpare(request, plan, run))
  if (spare?.mount !== undefined) return mountedAt(spare.mount, { environment, keep }, run)
  if (spare === undefined && !(await plantInto({ plan, environment, chosen }, run))) return undefined
  const upkeep = { ...upkeepOf(plan.facts.entries, run), ...(keep && { keep }) }
  return { environment, linkMode: located.linkMode, upkeep, keep }
}

/** An environment that is mounted until the job ends. */
export function mountedAt(mount: string, made: Pick<Made, 'environment' | 'keep'>, run: Run): Made {
  return { ...made, linkMode: 'image', upkeep: { ...upkeepOf([], run), mount } }
}

type Spare = { readonly mount?: string }

/** Puts what was kept for this run into place: images are mounted, a ready environment is renamed. */
async function takeSpare(request: ReadyRequest, plan: StoredPlan, run: Run): Promise<Spare | undefined> {
  const { watch, located, settings } = run
  if (settings.linkMode === 'image') {
    const { takeImage } = await import('./images.js')
    const outcome = await timed(watch, 'venv', () => takeImage(request, plan, run))
    if ('mounted' in outcome) {
      watch.decide('venv', 'mounted', 'an image was in the store')
      return { mount: outcome.mounted }
    }
    watch.decide('link', located.linkMode, `${located.reason}; no image: ${outcome.reason}`)
    return undefined
  }
  watch.decide('link', located.linkMode, located.reason)
  if (settings.readyEnvironments === 'never') return undefined
  const taken = await timed(watch, 'venv', () => takeReady(request, plan, run))
  if (taken === undefined) return undefined
  const how = taken === 'ready' ? 'a ready environment was in the store' : 'a ready environment of another path was'
  watch.decide('venv', 'ready', how)
  return {}
}

type Wanted = {
  readonly plan: StoredPlan
  readonly environment: PythonEnvironment
  readonly chosen: ChosenInterpreter
}

/** Makes the environment and fills it. False where another process makes it, or the store has lost something of the plan. */
async function plantInto({ plan, environment, chosen }: Wanted, run: Run): Promise<boolean> {
  if (!markEntries(plan.facts.entries, run)) {
    await forgetPlan(plan)
    return false
  }
  warmUp(plan, run)
  const target = await beginEnvironment(chosen, run)
  if (target === undefined) return false
  try {
    await target.ready()
    await plant({ plan, root: environment.root, environment }, run)
    await target.finish()
    return true
  } catch (error) {
    await target.undo()
    if ((!isUserError(error) && errnoOf(error) === undefined) || run.watch.signal.aborted) throw error
    await forgetPlan(plan)
    return false
  }
}

type Done = {
  readonly plan: StoredPlan
  readonly made: Made
  readonly found: Inputs
  readonly interpreter: Interpreter
}

async function conclude(done: Done, run: Run): Promise<Report> {
  const { settings, host } = run
  const reason = absentBackend(settings.cache.backend, host.env)
  if (reason !== undefined) return reportQuick({ ...done, cache: withoutCache(reason), save: undefined }, run)
  const { sealStored } = await import('./seal-stored.js')
  return reportQuick({ ...done, ...(await sealStored({ ...done, keep: done.made.keep }, run)) }, run)
}

type Reported = Pick<Done, 'plan' | 'made' | 'interpreter'> & {
  readonly cache: CacheReport
  readonly save: string | undefined
}

/** The report of a run that carried out a stored plan. */
export function reportQuick({ plan, made, interpreter, cache, save }: Reported, { host, watch }: Run): Report {
  const { environment, linkMode, upkeep } = made
  const facts: ReportFacts = {
    wheels: plan.facts.wheels,
    cache,
    python: { version: interpreter.version, path: environment.python },
    environment: { kind: environment.kind, path: environment.root },
    removed: [],
    missing: [],
    linkMode,
    runner: { os: host.platform.os, arch: host.platform.arch, parallelism: host.parallelism },
    save,
    upkeep: JSON.stringify(upkeep),
  }
  return buildReport(watch, facts)
}
