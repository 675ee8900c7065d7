import { describe, expect, test } from '@jest/globals'
import { ownPackBytes, planPacks } from '../../../src/cache/packing.js'
import { oneAtATime, realRevisions, type Save, saveAll, total } from '../../helpers/revisions.js'

const revisions = realRevisions('jupyterlab')
const addsOnlyNew = ({ added, fresh }: Save) => added === fresh

describe('fifty locks of real dates, saved one after another', () => {
  const [first, ...saves] = saveAll(revisions, { mayRepack: true })

  test('begin with one pack, and each of them changes something', () => {
    expect(revisions).toHaveLength(50)
    expect(first?.packs).toHaveLength(1)
    expect(saves.every(({ fresh }) => fresh > 0)).toBe(true)
  })

  test('need at most six packs each, and hold at most half again of what is alive', () => {
    for (const { packs, held, live } of saves) {
      expect(packs.length).toBeLessThanOrEqual(6)
      expect(held).toBeLessThanOrEqual(1.5 * live)
    }
  })

  test('move less than half of what saving everything each time would', () => {
    expect(total(saves, ({ added }) => added)).toBeLessThan(0.5 * total(saves, ({ live }) => live))
  })

  test('add what is new alone where nothing may be packed again, until there are twelve packs', () => {
    const branch = saveAll(revisions, { mayRepack: false })
    expect(branch.every(({ packs }) => packs.length <= 12)).toBe(true)
    expect(branch.filter(save => !addsOnlyNew(save)).length).toBeLessThanOrEqual(5)
  })
})

describe('the same locks, one wheel changed in each save', () => {
  const [, ...saves] = saveAll(oneAtATime(revisions), { mayRepack: true })

  test('need at most six packs each, and hold at most half again of what is alive', () => {
    expect(saves.length).toBeGreaterThan(400)
    for (const { packs, held, live } of saves) {
      expect(packs.length).toBeLessThanOrEqual(6)
      expect(held).toBeLessThanOrEqual(1.5 * live)
    }
  })

  test('three of four saves add what is new alone, and all together a ninth of what saving everything would', () => {
    expect(saves.filter(addsOnlyNew).length).toBeGreaterThan(0.74 * saves.length)
    expect(total(saves, ({ added }) => added)).toBeLessThan(total(saves, ({ live }) => live) / 9)
  })
})

describe('what the store lacks', () => {
  test('stays in the pack that holds it, however wasteful that is', () => {
    const item = (sha256: string, size: number) => ({ sha256, bytecode: '', size })
    const existing = [{ digest: 'old', items: [item('alive', 10), item('dead', 1000)] }]
    const wanted = [item('alive', 10)]
    const plan = (canPack: boolean) => planPacks(wanted, existing, { mayRepack: true, canPack: () => canPack })
    expect(plan(true)).toEqual({ kept: [], packed: [wanted] })
    expect(plan(false)).toEqual({ kept: existing, packed: [] })
  })
})

describe('bytecode', () => {
  test('of a big wheel lies apart from it, so that every interpreter shares the wheel', () => {
    const wheel = { sha256: 'big', bytecode: '', size: ownPackBytes }
    const code = (name: string) => ({ sha256: 'big', bytecode: name, size: 10 })
    const options = { mayRepack: true, canPack: () => true }
    const { packed } = planPacks([wheel, code('cpython-311')], [], options)
    expect(packed).toEqual([[wheel], [code('cpython-311')]])
    const existing = packed.map((items, index) => ({ digest: String(index), items }))
    const other = planPacks([wheel, code('cpython-312')], existing, options)
    expect(other).toEqual({ kept: [existing[0]], packed: [[code('cpython-312')]] })
  })
})
