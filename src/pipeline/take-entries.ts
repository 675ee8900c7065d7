/** Before entries of the store are taken: they are marked as used, and what a killed job may have changed is compared. */
import { errnoOf, messageOf } from '../errors.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { childrenOf, wheelOfEntry } from '../store/entry.js'
import { markUsed } from '../store/usage.js'
import { chooseBytecode } from './bytecode-kind.js'
import { entriesOf } from './entries.js'
import type { Run } from './run.js'

/**
 * From here on trimming keeps these entries for an hour; what changed through a link of a killed job has left the store, with
 * a warning. False where the store lacks one of them. Costs one listing, and some microseconds an entry.
 */
export async function takeEntries(entries: readonly string[], run: Run): Promise<boolean> {
  await checkLeases(entries, run)
  return markEntries(entries, run)
}

/** From here on trimming keeps these entries for an hour. False where the store lacks one of them. */
export function markEntries(entries: readonly string[], { located }: Run): boolean {
  return markUsed(located.store, entries, Date.now()).length === 0
}

/** What of these wheels the store has stays there for this run, if it is still what was put there. */
export async function takeStored(wheels: readonly PlannedWheel[], interpreter: Interpreter, run: Run): Promise<void> {
  const kind = chooseBytecode(interpreter, { settings: run.settings, env: run.host.env })?.kind
  await takeEntries(
    entriesOf(
      wheels.flatMap(({ sha256 }) => sha256 ?? []),
      kind,
    ),
    run,
  )
}

/** What of these a killed job changed leaves the store, and every ready environment with it. Costs one listing where no job was killed. */
export async function checkLeases(entries: readonly string[], { located: { store }, watch }: Run): Promise<void> {
  if ((await childrenOf(store, 'leases')).length === 0) return
  const { checkAbandonedLeases, describeChanges } = await import('./upkeep.js')
  try {
    const changed = await checkAbandonedLeases(store, new Set(entries.map(wheelOfEntry)))
    for (const line of describeChanges(changed)) watch.warn(line)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    watch.warn(`what killed jobs left was not looked at: ${messageOf(error)}`)
  }
}
