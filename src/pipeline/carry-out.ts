/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */
import { join } from 'node:path'
import { beginInstallation, type Installation } from '../install/install-wheels.js'
import type { InstalledDistribution } from '../install/installed.js'
import type { InstallServices, Preparation } from '../install/prepare.js'
import { readWindowsLaunchers } from '../install/windows-launchers.js'
import type { Plan, PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { BytecodeKind } from '../store/store.js'
import { type Bytecode, openBytecode } from './bytecode.js'
import type { EnvironmentInProgress } from './environment.js'
import { type InStore, type Provided, provideAll } from './provide.js'
import type { Restoring } from './restore.js'
import type { Run } from './run.js'
import { settleInstall } from './settle.js'

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
}

export type CarriedOut = {
  /** What the environment now holds of the plan, without what it held before. */
  readonly provided: readonly Provided[]
  /** Which bytecode was linked; undefined = none. */
  readonly kind: BytecodeKind | undefined
  /** Names of distributions whose bytecode was compiled in this run. */
  readonly compiled: ReadonlySet<string>
}

/** Carries out the plan. On failure all files that it put into the environment are gone again. */
export async function carryOut(work: Work): Promise<CarriedOut> {
  const { run, interpreter } = work
  const bytecode = run.settings.compileBytecode
    ? openBytecode(interpreter, { store: run.located.store, host: run.host, watch: run.watch })
    : undefined
  if (work.isIncomplete) bytecode?.warmUp()
  try {
    const provided = await provideAndInstall(work, bytecode)
    return { provided, kind: bytecode?.kind, compiled: bytecode?.compiled ?? new Set() }
  } finally {
    await bytecode?.close()
  }
}

async function provideAndInstall(work: Work, bytecode: Bytecode | undefined): Promise<readonly Provided[]> {
  const { run, plan, target } = work
  const provideMore = (wheels: readonly PlannedWheel[]) => provideAll(wheels, work, bytecode)
  const inStore = await provideMore(plan.wheels)
  run.watch.signal.throwIfAborted()
  if (inStore.length === 0 && plan.remove.length === 0 && !target.isNew) return []
  const services = await installServices(work, bytecode)
  const settled = await settleInstall(inStore, { ...work, services, provideMore })
  await target.ready()
  const installation = beginInstallation(settled.preparation, services)
  try {
    const provided = await installAll(settled.preparation, { installation, inStore: settled.inStore, run })
    installation.commit()
    return provided
  } catch (error) {
    await Promise.allSettled(settled.inStore.map(wheel => wheel.compiled))
    installation.undo()
    throw error
  }
}

async function installServices(
  { run, target, interpreter }: Work,
  bytecode: Bytecode | undefined,
): Promise<InstallServices> {
  const { os, arch } = run.host.platform
  const windowsLaunchers =
    os === 'win32' ? await readWindowsLaunchers(join(interpreter.basePrefix, 'Lib'), arch) : undefined
  return {
    store: run.located.store,
    linkMode: run.located.linkMode,
    environment: target.environment,
    os,
    isNew: target.isNew,
    bytecodeKind: bytecode?.kind,
    pythonVersion: interpreter.version,
    windowsLaunchers,
  }
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
