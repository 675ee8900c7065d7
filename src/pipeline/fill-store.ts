/** The modes that make no environment: they fill the store, from the cache alone (`restore`) or whatever it takes (`warm`), or save what is there. */
import { type PlannedWheel, selectWheels } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Report } from '../report/report.js'
import type { Inputs } from '../resolve/inputs.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { type Builder, isBuiltBy, withOrigins } from './builder.js'
import { type Bytecode, openBytecode } from './bytecode.js'
import { openCache } from './cache.js'
import { concludeRun } from './conclude.js'
import { obtainLock } from './lock.js'
import { type Provided, provideAll } from './provide.js'
import { type Restoring, startRestore } from './restore.js'
import { type Run, timed } from './run.js'
import { bindSources, buildNamed, withBuilt } from './sources.js'
import { takeStored } from './take-entries.js'
import { isLocalOnly, requireObtainable, storedWheels } from './wheels.js'

type Wish = {
  readonly found: Inputs
  readonly named: RunInputs
  readonly interpreter: Interpreter
  readonly builder: Builder
}

/**
 * Fills the store with the wheels of the inputs, and their bytecode, and seals them to be saved; no environment is read or
 * made; an editable is built for whoever installs it elsewhere. In the modes `restore` and `save` what is missing is a warning. Throws UserError as an installation does.
 */
export async function fillStore({ found, named, interpreter, builder }: Wish, run: Run): Promise<Report> {
  const { settings, watch, located } = run
  const built = await buildNamed(named, { interpreter, builder }, run)
  const inputs = await withBuilt(found, built, { run, named })
  const session = await openCache(inputs, interpreter, run)
  const {
    lock: obtained,
    portable,
    links,
  } = await timed(watch, 'lock', () =>
    obtainLock(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run),
  )
  const lock = await bindSources(obtained, built, { interpreter, builder, index: inputs.set.index })
  const wheels = await timed(watch, 'plan', async () =>
    selectWheels(lock, interpreter, inputs.set.index).filter(({ directUrl }) => directUrl?.dir_info?.editable !== true),
  )
  await takeStored(wheels, interpreter, run)
  const wish = {
    wheels: settings.mode === 'save' ? [] : wheels,
    interpreter,
    mayFetch: settings.mode === 'warm' && !isLocalOnly(inputs.set.index),
  }
  const restoring = await startRestore(wish, session, run)
  const bytecode = openBytecode(interpreter, { settings, host: run.host, watch, store: located.store })
  try {
    if (settings.mode === 'warm') await requireObtainable(wheels, { restoring, index: inputs.set.index, links }, run)
    else await restoring.settled
    const provided =
      settings.mode === 'warm'
        ? await provideWhole(wheels, { run, restoring, bytecode })
        : await collectStored(wheels, { run, restoring, bytecode })
    const place = { kind: 'store', root: located.directory, python: interpreter.executable } as const
    const held = new Set(provided.map(({ planned }) => planned))
    const isBuilt = isBuiltBy(builder)
    const missing = wheels.filter(wheel => !held.has(wheel) && !(wheel.sha256 !== undefined && isBuilt(wheel.sha256)))
    if (missing.length > 0) {
      watch.warn(
        `the store has no wheel of ${quotedFew(
          missing.map(({ name }) => name),
          10,
        )}`,
      )
    }
    const compiled = bytecode?.compiled ?? new Set<string>()
    const outcome = { provided: withOrigins(provided, builder), reused: [], removed: [], missing, compiled }
    const facts = { interpreter, environment: place, session, lock: portable, isBuilt }
    const report = await concludeRun({ ...outcome, ...facts, kind: bytecode?.kind }, run)
    const { outcomes, missed } = builder
    if (outcomes.length + missed.length === 0) return report
    return { ...report, built: outcomes, missing: [...report.missing, ...missed] }
  } finally {
    await restoring.stop()
    await bytecode?.close()
  }
}

type Filling = {
  readonly run: Run
  readonly restoring: Restoring
  readonly bytecode: Bytecode | undefined
}

async function provideWhole(
  wheels: readonly PlannedWheel[],
  { run, restoring, bytecode }: Filling,
): Promise<Provided[]> {
  const inStore = await provideAll(wheels, { run, restoring }, bytecode)
  return Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })))
}

async function collectStored(
  wheels: readonly PlannedWheel[],
  { run, restoring, bytecode }: Filling,
): Promise<Provided[]> {
  const stored = await storedWheels(wheels, bytecode?.kind, run.located.store)
  return Promise.all(
    stored.map(async wheel => ({ ...wheel, source: (await restoring.arrival(wheel.planned)) ? 'cache' : 'store' })),
  )
}
