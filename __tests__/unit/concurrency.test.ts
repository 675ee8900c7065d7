import { describe, expect, test } from '@jest/globals'
import { mapBounded } from '../../src/concurrency.js'

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('mapBounded', () => {
  test('returns the results in the order of the items, whichever ends first', async () => {
    const results = await mapBounded([3, 1, 2], 3, async turns => {
      for (let left = turns; left > 0; left--) await turn()
      return turns * 10
    })
    expect(results).toEqual([30, 10, 20])
  })

  test('runs at most as many as the limit at a time, and that many', async () => {
    let running = 0
    let most = 0
    await mapBounded(Array.from({ length: 20 }), 4, async () => {
      most = Math.max(most, ++running)
      await turn()
      running--
    })
    expect(most).toBe(4)
    expect(running).toBe(0)
  })

  test('throws the first failure once the running ones have settled, and starts no other', async () => {
    const started: number[] = []
    let settled = 0
    const run = mapBounded([0, 1, 2, 3, 4], 2, async item => {
      started.push(item)
      if (item === 0) throw new Error('first')
      await turn()
      settled++
    })
    await expect(run).rejects.toThrow('first')
    expect(started).toEqual([0, 1])
    expect(settled).toBe(1)
  })

  test('aborts the signal of the running ones with the first failure', async () => {
    const reasons: unknown[] = []
    const failure = new Error('first')
    const run = mapBounded(['fails', 'waits'], 2, async (item, signal) => {
      if (item === 'fails') {
        await turn()
        throw failure
      }
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason)
          reject(new Error('second'))
        })
      })
    })
    await expect(run).rejects.toBe(failure)
    expect(reasons).toEqual([failure])
  })

  test('has nothing to do for no items', async () => {
    expect(await mapBounded([], 4, async () => 1)).toEqual([])
  })
})
