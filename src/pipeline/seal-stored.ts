/** What a run with a stored plan saves to the remote cache: looked up when the environment is ready. */
import { selectWheels } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { CacheReport } from '../report/report.js'
import type { Inputs } from '../resolve/inputs.js'
import { readRunInputs } from '../resolve/run-inputs.js'
import { chooseBytecode } from './bytecode-kind.js'
import { describeCache, openCache } from './cache.js'
import { obtainLock } from './lock.js'
import type { KeepRequest } from './ready.js'
import type { Run } from './run.js'
import { sealSave } from './seal.js'
import { storedWheels } from './wheels.js'

type StoredRun = {
  readonly found: Inputs
  readonly interpreter: Interpreter
  readonly keep: KeepRequest | undefined
}

/** Opens the cache and seals what it lacks. Throws what reading the lock throws; trouble of the cache is a warning. */
export async function sealStored(
  { found, interpreter, keep }: StoredRun,
  run: Run,
): Promise<{ readonly cache: CacheReport; readonly save: string | undefined }> {
  const { settings, host, located, watch } = run
  const named = await readRunInputs(found, { settings, host })
  const session = await openCache(named, interpreter, run)
  const { lock, portable } = await obtainLock(named, { interpreter, session }, run)
  const wheels = selectWheels(lock, interpreter, named.set.index)
  const kind = chooseBytecode(interpreter, { settings, env: host.env })?.kind
  const stored = await storedWheels(wheels, kind, located.store)
  const provided = stored.map(wheel => ({ ...wheel, source: 'store' as const }))
  const missing = wheels.filter(wheel => !stored.some(({ planned }) => planned === wheel))
  const sealing = { session, lock: portable, provided, reused: [], missing, kind, interpreter, keep }
  const { request, reason } = await sealSave(sealing, run)
  watch.decide('save', request === undefined ? 'no' : 'yes', reason)
  const cache = describeCache(session, { wheels: wheels.length, spared: wheels.length })
  return { cache, save: request && JSON.stringify(request) }
}
