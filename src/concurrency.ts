/** Running many asynchronous jobs, a bounded number at a time. */

/**
 * Calls `work` for every item, at most `limit` (≥ 1) at a time, in order, and returns the results in the order of the items.
 * The first failure aborts the signal that every call was given, starts no further one, and is thrown when the running
 * ones have settled.
 */
export async function mapBounded<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, signal: AbortSignal) => Promise<R>,
): Promise<R[]> {
  const controller = new AbortController()
  const results: R[] = []
  const queue = items.entries()
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (controller.signal.aborted) return
      results[index] = await work(item, controller.signal)
    }
  }
  const stopOthers = (error: unknown): never => {
    controller.abort(error)
    throw error
  }
  const lanes = Array.from({ length: Math.min(limit, items.length) }, () => lane().catch(stopOthers))
  await Promise.allSettled(lanes)
  if (controller.signal.aborted) throw controller.signal.reason
  return results
}

/** Places for work that is asked for from many sides. */
export type Slots = {
  /** Waits for a free slot, in turn, and keeps it while `work` runs. Throws the signal's reason when that comes first. */
  use<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/** Lets `count` pieces of work go on at a time. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = []
  let free = count
  const take = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (free > 0) {
        free--
        resolve()
        return
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal?.reason)
      }
      const enter = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      waiting.push(enter)
      signal?.addEventListener('abort', leave, { once: true })
    })
  const release = (): void => {
    const enter = waiting.shift()
    if (enter === undefined) free++
    else enter()
  }
  return {
    use: async (work, signal) => {
      await take(signal)
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
