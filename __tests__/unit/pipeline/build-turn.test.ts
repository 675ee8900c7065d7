/** What only happens between two requests of two jobs, on a backend that a test plays. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type CacheBackend, CacheTrouble } from '../../../src/cache/backend.js'
import { awaitTurn, type TurnServices } from '../../../src/pipeline/build-turn.js'
import { identifyProcess } from '../../../src/python/process-identity.js'
import { openStore } from '../../../src/store/store.js'
import { virtualTime } from '../../helpers/virtual-clock.js'

const beginning = 'claim-'
const keys = { builds: ['build-'], claims: [beginning] } as const
const periodMs = 120_000
/** Five seconds before a period ends. */
const start = 1000 * periodMs - 5000

let scratch = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-turn-'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

/** Entries in the order in which they were saved; `reserved` keys are taken and cannot be seen. */
async function world(changes: Partial<CacheBackend> = {}) {
  const entries: string[] = []
  const reserved = new Set<string>()
  const backend: CacheBackend = {
    ...{ name: 'memory', scoped: true },
    open: async (_, [prefix = '']) => {
      const key = entries.findLast(entry => entry.startsWith(prefix))
      const read = async () => Buffer.alloc(0)
      return key === undefined ? undefined : { key, size: 0, descriptor: undefined, read, close: async () => undefined }
    },
    has: async key => entries.includes(key),
    save: async (key, make) => {
      if (entries.includes(key) || reserved.has(key)) return 'present'
      await make()
      entries.push(key)
      return 'saved'
    },
    ...changes,
  }
  const time = virtualTime(start)
  const told: string[] = []
  const services: TurnServices = {
    ...{ backend, clock: time.clock(), store: await openStore(scratch), signal: new AbortController().signal },
    onWait: () => void told.push('waits'),
  }
  return { entries, reserved, backend, time, told, services }
}

const held = (period: number) => `${beginning}${period}-held.`

test('of two that saw it free in two periods, the one of the earlier period has it', async () => {
  const { entries, backend, time, told, services } = await world()
  // The other job saves between the look and the claim of this one, whose clock has gone on meanwhile.
  const save: CacheBackend['save'] = async (key, make) => {
    if (key === held(1000)) entries.push(held(999))
    return backend.save(key, make)
  }
  const late = { ...services, backend: { ...backend, save }, clock: time.clock(5000) }
  const claiming = awaitTurn(keys, late)
  await time.settled(1)
  expect(told).toEqual(['waits'])
  entries.push(`${beginning}1000-released.`)
  expect((await time.until(claiming, 1)).isBuilt).toBe(true)
})

test('a key that was reserved by a job that was killed then is free in the next period', async () => {
  const { entries, reserved, time, services } = await world()
  reserved.add(held(999))
  const turn = await time.until(awaitTurn(keys, services), 1)
  expect(entries).toEqual([held(1000)])
  await turn.release()
})

test('a claim is renewed in each period until it is released, and never after', async () => {
  const { entries, time, services } = await world()
  const turn = await awaitTurn(keys, services)
  await time.until(time.clock().sleep(2 * periodMs + 10_000, { signal: services.signal, isWaitedFor: true }), 2)
  await time.settled(1)
  await turn.release()
  await time.until(time.clock().sleep(10 * periodMs, { signal: services.signal, isWaitedFor: true }), 1)
  expect(entries).toEqual([held(999), held(1000), held(1001), held(1002), `${beginning}1002-released.`])
})

test('trouble while it waits ends the waiting, and trouble at the end is no matter', async () => {
  const { entries, backend, time, services } = await world()
  const other = await awaitTurn(keys, services)
  const trouble = async (): Promise<never> => {
    throw new CacheTrouble('cache `memory`: it is gone')
  }
  let looks = 0
  const open: CacheBackend['open'] = (...asked) => (++looks < 3 ? backend.open(...asked) : trouble())
  const turn = await time.until(awaitTurn(keys, { ...services, backend: { ...backend, open, save: trouble } }), 2)
  expect([turn.isBuilt, looks]).toEqual([true, 3])
  await turn.release()
  await other.release()
  expect(entries.filter(key => key.includes('released'))).toHaveLength(1)
})

test('a claim of a clock that is far ahead keeps nobody waiting', async () => {
  const { entries, services } = await world()
  entries.push(held(5000))
  const turn = await awaitTurn(keys, services)
  expect(turn.isBuilt).toBe(false)
  await turn.release()
})

test('an entry that is no claim keeps nobody waiting', async () => {
  const { entries, services } = await world()
  entries.push(`${beginning}what-ever.`)
  await (await awaitTurn(keys, services)).release()
  expect(entries).toContain(held(999))
})

test('the claim of a process of this machine that was killed is nothing to wait for', async () => {
  const { entries, backend, told, services } = await world()
  const owner = JSON.stringify({ ...(await identifyProcess(process.pid)), start: 'another start' })
  entries.push(held(999))
  const open: CacheBackend['open'] = async (key, prefixes) => {
    const entry = await backend.open(key, prefixes)
    return entry && { ...entry, size: owner.length, read: async () => Buffer.from(owner) }
  }
  expect((await awaitTurn(keys, { ...services, backend: { ...backend, open } })).isBuilt).toBe(true)
  expect(told).toEqual([])
})
