/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */
import { beginInstallation, type Installation } from '../install/install-wheels.js'
import type { InstalledDistribution } from '../install/installed.js'
import type { InstallServices, Preparation } from '../install/prepare.js'
import { describeTree } from '../install/tree.js'
import type { Plan, PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { unpackedSize } from '../store/note.js'
import type { BytecodeKind } from '../store/store.js'
import { type Bytecode, openBytecode } from './bytecode.js'
import { entriesOf } from './entries.js'
import type { EnvironmentInProgress } from './environment.js'
import { providedFacts } from './facts.js'
import { plant } from './fresh.js'
import { installServices } from './install-services.js'
import { type InStore, type Provided, provideAll } from './provide.js'
import type { Restoring } from './restore.js'
import type { Run } from './run.js'
import { conflictWarnings, type Settled, settleInstall } from './settle.js'
import { keepPlan, type PlanFacts, type StoredPlan } from './stored-plan.js'

export type Work = {
  readonly run: Run
  readonly plan: Plan<InstalledDistribution>
  /** All that the environment holds. */
  readonly present: readonly InstalledDistribution[]
  readonly interpreter: Interpreter
  readonly target: EnvironmentInProgress
  /** True when neither store nor cache has a wheel: it will have to be compiled. */
  readonly isIncomplete: boolean
  readonly restoring: Restoring
  /** What a later run may install without planning, where this one makes the environment. */
  readonly repeatable: Repeatable | undefined
}

/** By what a later run finds the plan, and the files that it holds for as long as they are as they are. */
export type Repeatable = { readonly key: string } & Pick<PlanFacts, 'files' | 'texts'>

export type CarriedOut = {
  /** What the environment now holds of the plan, without what it held before. */
  readonly provided: readonly Provided[]
  /** Which bytecode was linked; undefined = none. */
  readonly kind: BytecodeKind | undefined
  /** Names of distributions whose bytecode was compiled in this run. */
  readonly compiled: ReadonlySet<string>
  /** What a new environment was made of. */
  readonly planted: StoredPlan | undefined
}

/** Carries out the plan. On failure all files that it put into the environment are gone again. */
export async function carryOut(work: Work): Promise<CarriedOut> {
  const { run, interpreter } = work
  const { settings, host, watch, located } = run
  const bytecode = openBytecode(interpreter, { settings, host, watch, store: located.store })
  if (work.isIncomplete) bytecode?.warmUp()
  try {
    const installed = await provideAndInstall(work, bytecode)
    return { ...installed, kind: bytecode?.kind, compiled: bytecode?.compiled ?? new Set() }
  } finally {
    await bytecode?.close()
  }
}

type Installed = Pick<CarriedOut, 'provided' | 'planted'>

async function provideAndInstall(work: Work, bytecode: Bytecode | undefined): Promise<Installed> {
  const { run, plan, target } = work
  const provideMore = (wheels: readonly PlannedWheel[]) => provideAll(wheels, work, bytecode)
  const inStore = await provideMore(plan.wheels)
  run.watch.signal.throwIfAborted()
  if (inStore.length === 0 && plan.remove.length === 0 && !target.isNew) return { provided: [], planted: undefined }
  const { environment } = target
  const services = await installServices({ environment, interpreter: work.interpreter, kind: bytecode?.kind }, run)
  const settled = await settleInstall(inStore, { ...work, services, provideMore })
  if (target.isNew) return plantAll(settled, work, services)
  const installation = beginInstallation(settled.preparation, services)
  try {
    const provided = await installAll(settled.preparation, { installation, inStore: settled.inStore, run })
    installation.commit()
    return { provided, planted: undefined }
  } catch (error) {
    await Promise.allSettled(settled.inStore.map(wheel => wheel.compiled))
    installation.undo()
    throw error
  }
}

/** Bytes, unpacked, from which a wheel has an image of its own, as it has a pack of its own. */
const bigBytes = 64 << 20

/** Describes what a new environment is to hold, keeps that for later runs, and carries it out. */
async function plantAll(
  { inStore, preparation }: Settled,
  { run, target, repeatable }: Work,
  services: InstallServices,
): Promise<Installed> {
  const { environment } = target
  const provided = await Promise.all(
    inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })),
  )
  run.watch.signal.throwIfAborted()
  const bytecode = provided.flatMap(wheel => wheel.bytecode ?? [])
  const facts = {
    wheels: provided.map(wheel => ({ ...providedFacts(wheel), source: 'store' as const })),
    warnings: conflictWarnings(preparation.conflicts),
    entries: entriesOf(
      provided.map(({ note }) => note.sha256),
      services.bytecodeKind,
    ),
    big: provided
      .map(({ note }) => note)
      .filter(note => unpackedSize(note) >= bigBytes)
      .map(({ sha256 }) => sha256),
    texts: repeatable?.texts ?? [],
    files: repeatable?.files ?? [],
  }
  const tree = describeTree(preparation, new Map(bytecode.map(note => [note.wheel, note])), services)
  const plan = await keepPlan({ key: repeatable?.key, tree, facts }, run)
  await target.ready()
  const { windowsLaunchers } = services
  await plant({ plan, root: environment.root, environment, windowsLaunchers }, run)
  return { provided, planted: plan }
}

type Installing = {
  readonly installation: Installation
  readonly inStore: readonly InStore[]
  readonly run: Run
}

/** Links everything while bytecode is still being compiled, then finishes each wheel with its bytecode. */
async function installAll(preparation: Preparation, { installation, inStore, run }: Installing): Promise<Provided[]> {
  const { watch } = run
  const byName = new Map(inStore.map(item => [item.note.name, item]))
  watch.expect('link', { wheels: preparation.wheels.length })
  for (const prepared of preparation.wheels) {
    watch.signal.throwIfAborted()
    const end = watch.begin('link', { wheel: prepared.wheel.note.name })
    end({ files: installation.link(prepared) })
  }
  const provided: Provided[] = []
  for (const prepared of preparation.wheels) {
    const item = byName.get(prepared.wheel.note.name)
    if (item === undefined) continue
    const bytecode = await item.compiled
    watch.signal.throwIfAborted()
    const end = watch.begin('link', { wheel: item.note.name })
    end({ files: installation.finish(prepared, bytecode) })
    provided.push({ planned: item.planned, note: item.note, source: item.source, bytecode })
  }
  return provided
}
