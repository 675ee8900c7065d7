/** By what a later run finds the plan of this one. */
import { join } from 'node:path'
import type { Lock } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { keyOf } from '../resolve/lock-identity.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { storedLockPath } from '../resolve/stored-lock.js'
import type { Repeatable } from './carry-out.js'
import type { Run } from './run.js'
import { digestsOf, planKey, statesOf } from './stored-plan.js'

export type RepeatableFacts = {
  readonly inputs: RunInputs
  readonly lock: Lock
  readonly interpreter: Interpreter
  /** Whether the wheel of this digest was built: only its source can tell whether it is still the one. */
  readonly isBuilt?: (sha256: string) => boolean
}

/** Whether another run with these inputs would do the same, wherever its environment lies. */
export async function repeatableOf(
  wheels: readonly PlannedWheel[],
  { inputs, lock, interpreter, isBuilt = () => false }: RepeatableFacts,
  run: Run,
): Promise<Repeatable | undefined> {
  const isPlaceless = ({ sha256, directUrl }: PlannedWheel) =>
    sha256 !== undefined && !isBuilt(sha256) && directUrl?.url.startsWith('file:') !== true
  const { editables, sources, usesVariables, included } = inputs.set
  const isStorable = wheels.every(isPlaceless) && editables.length + sources.length === 0 && !usesVariables
  const key = isStorable
    ? await planKey({ found: inputs, configuration: inputs.configuration, interpreter }, run)
    : undefined
  if (key === undefined) return undefined
  const paths = lock.distributions.flatMap(({ wheels: files }) => files.flatMap(({ path }) => path ?? []))
  const files = statesOf([...new Set(paths)])
  const isRead = inputs.files.some(({ kind }) => kind === 'pylock')
  const locks = join(run.located.store.root, 'locks')
  const stored = isRead ? [] : [storedLockPath(locks, keyOf(inputs, { settings: run.settings, interpreter }))]
  const texts = await digestsOf([...stored, ...included])
  return files && texts && { key, files, texts }
}
