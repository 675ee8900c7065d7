/** Settles a change of an environment before it begins: what goes, what comes, and who wins a contested path. */
import { UserError } from '../errors.js'
import type { Conflict } from '../install/conflicts.js'
import type { InstalledDistribution } from '../install/installed.js'
import { type InstallServices, type Preparation, prepareInstall } from '../install/prepare.js'
import { openSurvey, type Survey } from '../install/survey.js'
import { findLeftovers, planRemoval, type Removal } from '../install/uninstall.js'
import type { Plan, PlannedWheel } from '../plan/plan.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import type { EnvironmentInProgress } from './environment.js'
import type { InStore } from './provide.js'
import { findSharing, sparing } from './replacement.js'
import type { Run } from './run.js'

export type Settling = {
  readonly run: Run
  readonly plan: Plan<InstalledDistribution>
  readonly present: readonly InstalledDistribution[]
  readonly services: InstallServices
  readonly target: Pick<EnvironmentInProgress, 'isNew'>
  provideMore(wheels: readonly PlannedWheel[]): Promise<InStore[]>
}

export type Settled = { readonly inStore: readonly InStore[]; readonly preparation: Preparation }

/**
 * Prepares the change. A distribution that stays and shares a path with what comes or goes is installed again, so that
 * the environment is the one that a new one would be: who wins a path does not depend on what was there before.
 * Throws UserError CONFLICT where conflicts are errors, and UNINSTALL_REFUSED.
 */
export async function settleInstall(inStore: readonly InStore[], settling: Settling): Promise<Settled> {
  const { run, plan, present, services } = settling
  const leaving = [...plan.remove]
  const again = new Map(plan.reuse.map(wheel => [wheel.name, wheel]))
  const all = [...inStore]
  const survey = openSurvey(services.environment)
  for (;;) {
    const removals = await planRemovals(leaving, survey, settling)
    const preparation = prepareInstall(all.map(toInstallable), services, removals)
    const staying = present.filter(distribution => !leaving.includes(distribution))
    const sharing = await findSharing(staying, preparation, services)
    const repeatable = sharing.sharers.filter(({ name }) => again.has(name))
    if (repeatable.length === 0) {
      const lasting = sharing.sharers.flatMap(({ name }) => sharing.conflicts.get(name) ?? [])
      reportConflicts([...preparation.conflicts, ...lasting], run)
      for (const warning of removals.flatMap(({ warnings }) => warnings)) run.watch.warn(warning)
      return { inStore: all, preparation: { ...preparation, removals: sparing(removals, sharing, services) } }
    }
    const names = new Set(repeatable.map(({ name }) => name))
    leaving.push(...repeatable)
    all.push(...(await settling.provideMore([...names].flatMap(name => again.get(name) ?? []))))
    for (const name of names) again.delete(name)
  }
}

async function planRemovals(
  leaving: readonly InstalledDistribution[],
  survey: Survey,
  { run, services, target }: Settling,
): Promise<readonly Removal[]> {
  const { environment } = services
  const removals = await Promise.all(leaving.map(distribution => planRemoval(distribution, environment, survey)))
  if (!run.settings.exact || target.isNew) return removals
  const leftovers = await findLeftovers(environment)
  if (leftovers.length === 0) return removals
  return [...removals, { name: '~', version: '', files: [], directories: leftovers, rewrites: [], warnings: [] }]
}

function toInstallable({ note, planned, entryPoints }: InStore) {
  return {
    note,
    entryPoints,
    requested: planned.requested,
    directUrl: planned.directUrl,
    uvCacheInfo: planned.uvCacheInfo,
  }
}

/** Two distributions, one path, different bytes: a warning or, on demand, the end of the run. */
function reportConflicts(conflicts: readonly Conflict[], { watch, settings }: Run): void {
  const lines = conflicts.map(describeConflict)
  if (settings.onConflict === 'error' && lines.length > 0) {
    throw new UserError('CONFLICT', lines.join('; '), {
      hint: 'leave out one of them, or let the one that pip would install last win with `--on-conflict warn`',
    })
  }
  for (const warning of conflictWarnings(conflicts)) watch.warn(warning)
}

/** What a run that lets one of two wheels win says about it. */
export function conflictWarnings(conflicts: readonly Conflict[]): readonly string[] {
  return conflicts.map(conflict => `${describeConflict(conflict)}; \`${conflict.winner}\` wins`)
}

function describeConflict({ winner, loser, paths }: Conflict): string {
  return `\`${winner}\` and \`${loser}\` hold different files at ${quotedFew(paths, 3)}`
}
