/** Wheels into the store, and their bytecode beside them, many at once. */
import { mapBounded } from '../concurrency.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { WheelSource } from '../report/report.js'
import type { BytecodeNote, WheelNote } from '../store/note.js'
import type { Bytecode } from './bytecode.js'
import type { Restoring } from './restore.js'
import type { Run } from './run.js'
import { provideWheel } from './wheels.js'

/** Connections at a time; with more, big wheels stall one another and run into timeouts. */
const parallelDownloads = 16

export type Provided = {
  readonly planned: PlannedWheel
  readonly note: WheelNote
  readonly source: WheelSource
  readonly bytecode: BytecodeNote | undefined
}

/** A wheel in the store, its bytecode perhaps still on the way. */
export type InStore = Omit<Provided, 'bytecode'> & {
  readonly compiled: Promise<BytecodeNote | undefined>
  /** The text of its entry_points.txt, where that is known without the store. */
  readonly entryPoints?: string | undefined
}

export type ProvideOptions = {
  readonly run: Run
  readonly restoring: Restoring
}

/**
 * Fetches, unpacks and starts to compile: each wheel on its own, many at once, the largest first. What the remote cache
 * promises comes last, so that waiting for it holds up nothing; what it fails to give is fetched like the rest.
 */
export async function provideAll(
  wheels: readonly PlannedWheel[],
  { run, restoring }: ProvideOptions,
  bytecode: Bytecode | undefined,
): Promise<InStore[]> {
  const { watch } = run
  const services = { ...run, store: run.located.store, os: run.host.platform.os }
  const isPromised = (wheel: PlannedWheel): number => Number(restoring.promises(wheel))
  const largestFirst = wheels.toSorted((a, b) => (b.file.size ?? 0) - (a.file.size ?? 0))
  const promisedLast = largestFirst.toSorted((a, b) => isPromised(a) - isPromised(b))
  const compiling: Promise<unknown>[] = []
  try {
    return await mapBounded(promisedLast, parallelDownloads, async planned => {
      watch.signal.throwIfAborted()
      const isRestored = await restoring.arrival(planned)
      const { note, source } = await provideWheel(planned, services)
      const compiled = bytecode?.provide(note) ?? Promise.resolve(undefined)
      compiled.catch(() => undefined)
      compiling.push(compiled)
      return { planned, note, source: isRestored ? 'cache' : source, compiled }
    })
  } catch (error) {
    await Promise.allSettled(compiling)
    throw error
  }
}
