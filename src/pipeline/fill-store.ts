/** The modes that make no environment: they fill the store, from the cache alone (`restore`) or whatever it takes (`warm`), or save what is there. */
import { join } from 'node:path'
import { usageError } from '../errors.js'
import type { InstalledDistribution } from '../install/installed.js'
import { type Plan, type PlannedWheel, planInstall } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { buildReport, type Report } from '../report/report.js'
import { requireLocal } from '../resolve/find-links.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { readBytecodeNote, readWheelNote, sweepAbandoned } from '../store/store.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { type Bytecode, openBytecode } from './bytecode.js'
import { openCache, restoreWheels } from './cache.js'
import { reportFacts } from './facts.js'
import { obtainLock } from './lock.js'
import { type Provided, provideAll } from './provide.js'
import { type Run, timed } from './run.js'
import { sealSave } from './seal.js'
import { absentWheels } from './wheels.js'

/**
 * Fills the store with the wheels of the inputs, and their bytecode, and seals them to be saved; no environment is read or
 * made. In the modes `restore` and `save` what is missing is a warning. Throws UserError as an installation does.
 */
export async function fillStore(inputs: RunInputs, interpreter: Interpreter, run: Run): Promise<Report> {
  const { settings, watch, located } = run
  refuseEditables(inputs, run)
  const session = await openCache(inputs, interpreter, run)
  const { lock, links } = await timed(watch, 'lock', () => obtainLock(inputs, { interpreter, session }, run))
  const nothing = { installed: [] as InstalledDistribution[], exact: false, reinstall: false }
  const plan = await timed(watch, 'plan', async () =>
    planInstall(lock, interpreter, { index: inputs.set.index, ...nothing }),
  )
  const restored = settings.mode === 'save' ? new Set<string>() : await restoreWheels(plan.wheels, session, run)
  const bytecode = settings.compileBytecode
    ? openBytecode(interpreter, { store: located.store, host: run.host, watch })
    : undefined
  try {
    if (settings.mode === 'warm') {
      requireLocal(await absentWheels(plan.wheels, located.store), { index: inputs.set.index, files: links })
    }
    const provided =
      settings.mode === 'warm'
        ? await provideWhole(plan, { run, restored, bytecode })
        : await takeStored(plan.wheels, { run, restored, bytecode })
    const kind = bytecode?.kind
    const { request: save, reason } = await sealSave({ session, lock, provided, reused: [], kind }, run)
    watch.decide('save', save === undefined ? 'no' : 'yes', reason)
    await sweepAbandoned(located.store, Date.now())
    const place = { kind: 'store', root: join(located.directory), python: interpreter.executable } as const
    const compiled = bytecode?.compiled ?? new Set<string>()
    const facts = { provided, reused: [], removed: [], compiled, interpreter, environment: place, session, save }
    return buildReport(watch, reportFacts(facts, run))
  } finally {
    await bytecode?.close()
  }
}

/** Its wheel points at a tree of this machine and is made anew by each run. */
function refuseEditables({ set }: RunInputs, { settings }: Run): void {
  if (settings.editables.length + set.editables.length === 0) return
  throw usageError(
    'OPTIONS_NOT_COMBINABLE',
    `editables cannot be stored: mode \`${settings.mode}\` takes none`,
    'Leave out `-e`, and name what the project depends on',
  )
}

type Filling = {
  readonly run: Run
  readonly restored: ReadonlySet<string>
  readonly bytecode: Bytecode | undefined
}

async function provideWhole(
  { wheels }: Plan<InstalledDistribution>,
  { run, restored, bytecode }: Filling,
): Promise<Provided[]> {
  const inStore = await provideAll(wheels, { run, restored }, bytecode)
  return Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })))
}

async function takeStored(wheels: readonly PlannedWheel[], { run, restored, bytecode }: Filling): Promise<Provided[]> {
  const { store } = run.located
  const provided: Provided[] = []
  const missing: string[] = []
  for (const planned of wheels) {
    const note = planned.sha256 === undefined ? undefined : await readWheelNote(store, planned.sha256)
    if (note === undefined) {
      missing.push(planned.name)
      continue
    }
    const set = bytecode && (await readBytecodeNote(store, bytecode.kind, note.sha256))
    provided.push({ planned, note, source: restored.has(note.sha256) ? 'cache' : 'store', bytecode: set })
  }
  if (missing.length > 0) run.watch.warn(`the store has no wheel of ${quotedFew(missing, 10)}`)
  return provided
}
