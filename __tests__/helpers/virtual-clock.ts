/** Hours that pass at once: the clocks of several machines over one world, whose time moves when all are asleep. */
import { setImmediate } from 'node:timers/promises'
import type { TurnClock } from '../../src/pipeline/build-turn.js'

export type VirtualTime = {
  /** The clock of a machine that goes so many milliseconds ahead. */
  clock(aheadMs?: number): TurnClock
  now(): number
  /** Waits for `work`; as often as so many sleep, time moves on to the first of them that wakes. */
  until<T>(work: Promise<T>, sleepers: number): Promise<T>
  /** Waits until so many sleep. */
  settled(sleepers: number): Promise<void>
}

type Sleeper = { readonly until: number; readonly wake: () => void }

export function virtualTime(startMs = 1_700_000_000_000): VirtualTime {
  let nowMs = startMs
  const asleep = new Set<Sleeper>()
  const sleep: TurnClock['sleep'] = (ms, { signal }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const sleeper: Sleeper = {
        until: nowMs + ms,
        wake: () => {
          asleep.delete(sleeper)
          signal.removeEventListener('abort', interrupt)
          resolve()
        },
      }
      const interrupt = (): void => {
        asleep.delete(sleeper)
        reject(signal.reason)
      }
      asleep.add(sleeper)
      signal.addEventListener('abort', interrupt, { once: true })
    })
  const settled = async (sleepers: number): Promise<void> => {
    while (asleep.size < sleepers) await setImmediate()
  }
  return {
    clock: (aheadMs = 0) => ({ now: () => nowMs + aheadMs, sleep }),
    now: () => nowMs,
    settled,
    until: async (work, sleepers) => {
      let isDone = false
      const done = (): void => {
        isDone = true
      }
      work.then(done, done)
      while (!isDone) {
        const [first] = asleep.size < sleepers ? [] : [...asleep].sort((a, b) => a.until - b.until)
        if (first !== undefined) nowMs = Math.max(nowMs, first.until)
        first?.wake()
        await setImmediate()
      }
      return work
    },
  }
}
