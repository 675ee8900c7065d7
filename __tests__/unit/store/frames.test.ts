import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { ahead, decodeFrame, encodeFrame, PackDamage } from '../../../src/store/frames.js'

describe('a frame', () => {
  test('is compressed where that pays, and stored as it is where it does not', async () => {
    const [zeros, noise] = [Buffer.alloc(100_000), randomBytes(1000)]
    expect((await encodeFrame(zeros, 3)).length).toBeLessThan(1000)
    expect((await encodeFrame(noise, 3)).equals(noise)).toBe(true)
    for (const bytes of [zeros, noise, Buffer.alloc(0)]) {
      for (const level of [3, 9]) {
        expect(decodeFrame(await encodeFrame(bytes, level), bytes.length).equals(bytes)).toBe(true)
      }
    }
  })

  test('that holds more or fewer bytes than it should is damaged', async () => {
    const stored = await encodeFrame(Buffer.alloc(100_000), 3)
    for (const size of [1, 99_999, 100_001]) expect(() => decodeFrame(stored, size)).toThrow(PackDamage)
    expect(() => decodeFrame(Buffer.from('no zstd'), 100)).toThrow(PackDamage)
  })
})

describe('ahead', () => {
  const inputs = [5, 1, 4, 2, 3, 1, 1, 2]

  test('keeps the order of its inputs and the bound on what is in progress', async () => {
    let running = 0
    let most = 0
    const work = async (turns: number) => {
      running += 1
      most = Math.max(most, running)
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      running -= 1
      return turns
    }
    const outputs: number[] = []
    for await (const output of ahead(inputs, 3, work)) outputs.push(output)
    expect(outputs).toEqual(inputs)
    expect(most).toBe(3)
  })

  test('throws the failure of an input in its turn, and leaves no other unhandled', async () => {
    const seen: number[] = []
    const work = async (input: number) => {
      if (input < 4) throw new Error(`no ${input}`)
      return input
    }
    const consume = async () => {
      for await (const output of ahead([5, 4, 3, 2, 1], 4, work)) seen.push(output)
    }
    await expect(consume()).rejects.toThrow('no 3')
    expect(seen).toEqual([5, 4])
  })
})
