/** What has to change in the environment. */
import { type InstalledDistribution, scanInstalled } from '../install/installed.js'
import type { Lock } from '../plan/lock.js'
import { type Plan, type PlannedWheel, selectWheels } from '../plan/plan.js'
import { divide } from '../plan/present.js'
import type { Interpreter } from '../python/interpreter.js'
import type { IndexSettings } from '../settings.js'
import type { EnvironmentInProgress } from './environment.js'
import { type Run, timed } from './run.js'
import { unchangedNames } from './unchanged.js'
import { stampAll } from './uv-stamp.js'

type PlanFacts = {
  readonly interpreter: Interpreter
  readonly index: IndexSettings
  /** Whether the wheel of a digest was built. */
  isBuilt(sha256: string): boolean
  readonly run: Run
}

type Planned = { readonly plan: Plan<InstalledDistribution>; readonly present: readonly InstalledDistribution[] }

/** Plans on what the environment holds: without a claim where nothing is to be done, else with it. */
export async function planChange(
  target: EnvironmentInProgress,
  lock: Lock,
  { interpreter, index, isBuilt, run }: PlanFacts,
): Promise<Planned> {
  const { schemes } = target.environment
  const { exact, reinstall } = run.settings
  const look = async (wheels: readonly PlannedWheel[]): Promise<Planned> => {
    const present = target.isNew ? [] : await scanInstalled([schemes.purelib, schemes.platlib])
    const unchanged = unchangedNames(wheels, present, isBuilt)
    return { plan: divide(wheels, present, { exact, reinstall, unchanged }), present }
  }
  const { wheels, seen } = await timed(run.watch, 'plan', async () => {
    const selected = await stampAll(selectWheels(lock, interpreter, index), run)
    return { wheels: selected, seen: await look(selected) }
  })
  const isDone = seen.plan.wheels.length === 0 && seen.plan.remove.length === 0
  if (target.isNew || (isDone && !(await target.isUnsettled()))) return seen
  await target.claim()
  return timed(run.watch, 'plan', () => look(wheels))
}
