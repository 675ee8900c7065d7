/** What a run begins before it knows that it needs it, while it waits for something else. */
import { existsSync } from 'node:fs'
import type { Host } from '../host.js'
import type { Mounting } from '../image/diagnose.js'
import type { Inputs } from '../resolve/inputs.js'
import { type RunInputs, readRunInputs } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import type { Store } from '../store/store.js'

export type Ahead = {
  /**
   * For an interpreter that nobody has asked yet there is no stored plan: while it answers, what comes then is loaded, and the
   * lock is read.
   */
  meanwhile(): void
  /** The inputs of the run. Throws what reading them throws. */
  inputs(): Promise<RunInputs>
  /** Whether images can be mounted here; tried once. */
  mounting(): Promise<Mounting>
  /** Waits for what was begun: nothing stays mounted. */
  settle(): Promise<void>
}

/** Begins at once to try mounting, where images are asked for and the environment is a new one. */
export function beginAhead(
  found: Inputs,
  store: Store,
  { settings, host }: { readonly settings: Settings; readonly host: Host },
): Ahead {
  const { mode, linkMode, environment } = settings
  let reading: Promise<RunInputs> | undefined
  let mounting: Promise<Mounting> | undefined
  const tryMounting = (): Promise<Mounting> => {
    mounting ??= import('../image/diagnose.js').then(({ diagnoseMounting }) => diagnoseMounting(store.root, host))
    return mounting
  }
  const isNew = mode === 'install' && environment.kind === 'venv' && !existsSync(environment.path)
  if (linkMode === 'image' && isNew) tellLater(tryMounting())
  return {
    meanwhile: () => {
      if (reading !== undefined) return
      reading = readLock(found, { settings, host })
      tellLater(reading)
      tellLater(linkMode === 'image' ? import('./from-images.js') : import('./whole.js'))
    },
    inputs: () => reading ?? readRunInputs(found, { settings, host }),
    mounting: tryMounting,
    settle: async () => void (await mounting?.catch(() => undefined)),
  }
}

async function readLock(...given: Parameters<typeof readRunInputs>): Promise<RunInputs> {
  const named = await readRunInputs(...given)
  named.pylock()
  return named
}

/** Whoever needs it is told of its failure. */
function tellLater(work: Promise<unknown>): void {
  work.catch(() => undefined)
}
