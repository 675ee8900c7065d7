/** The end of every run: what is to be saved is sealed, leftovers of killed runs are swept, the report is made. */
import type { Lock } from '../plan/lock.js'
import { buildReport, type Report } from '../report/report.js'
import { type BytecodeKind, sweepAbandoned } from '../store/store.js'
import { entriesOf, upkeepOf } from './entries.js'
import { type Result, reportFacts } from './facts.js'
import type { KeepRequest } from './ready.js'
import type { Run } from './run.js'
import { sealSave } from './seal.js'

export type Conclusion = Omit<Result, 'save' | 'upkeep'> & {
  /** As it was obtained: what the cache is to give to the same inputs. */
  readonly lock: Lock
  readonly kind: BytecodeKind | undefined
  /** Whether the wheel of a digest was built: it has a cache entry of its own. */
  readonly isBuilt?: (sha256: string) => boolean
  /** What is kept for the next run. */
  readonly keep?: KeepRequest | undefined
  /** True where what was provided is in the environment and the cache, and not in the store. */
  readonly isDirect?: boolean
}

/** Seals, sweeps and reports. */
export async function concludeRun(conclusion: Conclusion, run: Run): Promise<Report> {
  const { watch, located } = run
  const { request: save, reason } = await sealSave(conclusion, run)
  watch.decide('save', save === undefined ? 'no' : 'yes', reason)
  await sweepAbandoned(located.store, Date.now())
  const { keep } = conclusion
  const upkeep = { ...upkeepOf(leasedBy(conclusion), run), ...(keep && { keep }) }
  return buildReport(watch, reportFacts({ ...conclusion, save, upkeep }, run))
}

/** What the environment was left with by an earlier run counts too: that may have been another job. */
function leasedBy({ provided, reused, kind, environment }: Conclusion): readonly string[] {
  if (environment.kind === 'store') return []
  return entriesOf([...provided.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])], kind)
}
