/** The end of every run: what is to be saved is sealed, leftovers of killed runs are swept, the report is made. */
import type { Lock } from '../plan/lock.js'
import { buildReport, type Report } from '../report/report.js'
import { type BytecodeKind, sweepAbandoned } from '../store/store.js'
import { type Result, reportFacts } from './facts.js'
import type { Run } from './run.js'
import { sealSave } from './seal.js'

export type Conclusion = Omit<Result, 'save'> & {
  /** As it was obtained: what the cache is to give to the same inputs. */
  readonly lock: Lock
  readonly kind: BytecodeKind | undefined
}

/** Seals, sweeps and reports. */
export async function concludeRun(conclusion: Conclusion, run: Run): Promise<Report> {
  const { watch, located } = run
  const { request: save, reason } = await sealSave(conclusion, run)
  watch.decide('save', save === undefined ? 'no' : 'yes', reason)
  await sweepAbandoned(located.store, Date.now())
  return buildReport(watch, reportFacts({ ...conclusion, save }, run))
}
