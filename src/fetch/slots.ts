/** A bounded number of connections that everything in a run shares. */

export type Slots = {
  /** Waits for a free slot, in turn, and keeps it while `work` runs. Throws the signal's reason when that comes first. */
  use<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

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
