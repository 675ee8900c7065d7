/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */
import { join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { beginInstallation, type Installation } from '../install/install-wheels.js'
import { type InstallableWheel, type InstallServices, type Preparation, prepareInstall } from '../install/prepare.js'
import { readWindowsLaunchers } from '../install/windows-launchers.js'
import type { Plan, PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { WheelSource } from '../report/report.js'
import type { BytecodeNote, WheelNote } from '../store/note.js'
import type { BytecodeKind } from '../store/store.js'
import { type Bytecode, openBytecode } from './bytecode.js'
import type { Run } from './run.js'
import type { EnvironmentInProgress } from './venv.js'
import { provideWheel } from './wheels.js'

/** Connections at a time; with more, big wheels stall one another and run into timeouts. */
const parallelDownloads = 16

export type Work = {
  readonly run: Run
  readonly plan: Plan
  readonly interpreter: Interpreter
  readonly target: EnvironmentInProgress
  /** True when the store lacks a wheel: it will have to be compiled. */
  readonly isIncomplete: boolean
  /** sha256 of the wheels that came out of the remote cache. */
  readonly restored: ReadonlySet<string>
}

export type Provided = {
  readonly planned: PlannedWheel
  readonly note: WheelNote
  readonly source: WheelSource
  readonly bytecode: BytecodeNote | undefined
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

type InStore = Omit<Provided, 'bytecode'> & { readonly compiled: Promise<BytecodeNote | undefined> }

async function provideAndInstall(work: Work, bytecode: Bytecode | undefined): Promise<readonly Provided[]> {
  const { run } = work
  const inStore = await provideAll(work, bytecode)
  run.watch.signal.throwIfAborted()
  if (inStore.length === 0 && !work.target.isNew) return []
  const services = await installServices(work, bytecode)
  const preparation = prepareInstall(inStore.map(toInstallable), services)
  reportConflicts(preparation, run)
  await work.target.ready()
  const installation = beginInstallation(preparation, services)
  try {
    const provided = await installAll(preparation, { installation, inStore, run })
    installation.commit()
    return provided
  } catch (error) {
    await Promise.allSettled(inStore.map(wheel => wheel.compiled))
    installation.undo()
    throw error
  }
}

/** Fetches, unpacks and starts to compile: each wheel on its own, many at once, the largest first. */
async function provideAll({ run, plan, restored }: Work, bytecode: Bytecode | undefined): Promise<InStore[]> {
  const { watch } = run
  const services = { ...run, store: run.located.store }
  const largestFirst = [...plan.wheels].sort((a, b) => (b.file.size ?? 0) - (a.file.size ?? 0))
  const compiling: Promise<unknown>[] = []
  try {
    return await mapBounded(largestFirst, parallelDownloads, async planned => {
      watch.signal.throwIfAborted()
      const { note, source } = await provideWheel(planned, services)
      const compiled = bytecode?.provide(note) ?? Promise.resolve(undefined)
      compiled.catch(() => undefined)
      compiling.push(compiled)
      return { planned, note, source: restored.has(note.sha256) ? 'cache' : source, compiled }
    })
  } catch (error) {
    await Promise.allSettled(compiling)
    throw error
  }
}

function toInstallable({ note, planned }: InStore): InstallableWheel {
  return { note, requested: planned.requested, directUrl: planned.directUrl }
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
    bytecodeKind: bytecode?.kind,
    pythonVersion: interpreter.version,
    windowsLaunchers,
  }
}

function reportConflicts({ conflicts }: Preparation, { watch }: Run): void {
  for (const { winner, loser, paths } of conflicts) {
    const shown = paths.slice(0, 3).map(path => `\`${path}\``)
    const more = paths.length > shown.length ? ` and ${paths.length - shown.length} more` : ''
    watch.warn(`\`${winner}\` and \`${loser}\` hold different files at ${shown.join(', ')}${more}; \`${winner}\` wins`)
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
