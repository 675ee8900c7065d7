/** What leaves the store when it is trimmed, and what stays. */
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { bytecodeEntry, entryDirectory, listEntries, wheelEntry } from '../../../src/store/entry.js'
import { evict, type TrimLimits, trimStore } from '../../../src/store/evict.js'
import type { WheelNote } from '../../../src/store/note.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { markUsed } from '../../../src/store/usage.js'
import { kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-evict-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const now = Date.now()
const hours = 3_600_000
const limits = (changes: Partial<TrimLimits> = {}): TrimLimits => ({
  maxBytes: 1e12,
  inUse: new Set(),
  now,
  ...changes,
})

/** A wheel of 1000 bytes that was last used so many hours ago. */
async function usedWheel(name: string, hoursAgo: number): Promise<WheelNote> {
  const note = await storeWheel(store, name, { [`${name}.bin`]: Buffer.alloc(1000) })
  await setUsed(wheelEntry(note.sha256), hoursAgo)
  return note
}

async function setUsed(entry: string, hoursAgo: number): Promise<void> {
  const seconds = (now - hoursAgo * hours) / 1000
  await utimes(join(entryDirectory(store, entry), 'note.json'), seconds, seconds)
}

const wheelsLeft = async (): Promise<readonly string[]> =>
  (await listEntries(store)).filter(entry => entry.startsWith('wheels/'))
const entriesOf = (...notes: readonly WheelNote[]) => notes.map(({ sha256 }) => wheelEntry(sha256)).sort()

describe('a store over its budget', () => {
  test('loses what was used longest ago, and no more than it takes', async () => {
    const [oldest, older, newest] = [await usedWheel('a', 30), await usedWheel('b', 20), await usedWheel('c', 10)]
    const { removed, bytes, excess } = await trimStore(store, limits({ maxBytes: 2500 }))
    expect(removed).toEqual([{ path: wheelEntry(oldest.sha256), bytes: 1000 }])
    expect([bytes, excess]).toEqual([2000, 0])
    expect((await wheelsLeft()).toSorted()).toEqual(entriesOf(older, newest))
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('keeps what a job is linked to, and what a run used within the hour, and says how much is too much', async () => {
    const leased = await usedWheel('a', 30)
    const recent = await usedWheel('b', 0.5)
    const free = await usedWheel('c', 10)
    const trimmed = await trimStore(store, limits({ maxBytes: 0, inUse: new Set(entriesOf(leased)) }))
    expect(trimmed.removed.map(({ path }) => path)).toEqual(entriesOf(free))
    expect([trimmed.bytes, trimmed.excess]).toEqual([2000, 2000])
    expect((await wheelsLeft()).toSorted()).toEqual(entriesOf(leased, recent))
  })

  test('counts bytecode by itself, with its own last use', async () => {
    const wheel = await usedWheel('a', 10)
    await storeBytecode(store, wheel, { 'a.pyc': Buffer.alloc(500) })
    await setUsed(bytecodeEntry(kind, wheel.sha256), 20)
    const { removed } = await trimStore(store, limits({ maxBytes: 1000 }))
    expect(removed).toEqual([{ path: bytecodeEntry(kind, wheel.sha256), bytes: 500 }])
  })

  test('forgets the names of wheels that are gone, and only those', async () => {
    const [gone, kept] = [await usedWheel('a', 30), await usedWheel('b', 10)]
    await trimStore(store, limits({ maxBytes: 1000 }))
    const names = await Promise.all(['a', 'b'].map(name => readdir(join(store.root, 'names', name))))
    expect(names).toEqual([[], [kept.sha256]])
    expect(await wheelsLeft()).not.toContain(wheelEntry(gone.sha256))
  })
})

describe('a store within its budget', () => {
  test('keeps wheels however old they are', async () => {
    const old = await usedWheel('a', 5000)
    expect(await trimStore(store, limits())).toEqual({ removed: [], bytes: 1000, excess: 0 })
    expect(await wheelsLeft()).toEqual(entriesOf(old))
  })

  test('loses locks, plans, ready environments and images that nobody used for two weeks', async () => {
    for (const directory of ['locks', 'plans', 'images', 'interpreters', 'ready/old', 'ready/new', 'other']) {
      await mkdir(join(store.root, directory), { recursive: true })
    }
    const old = (now - 15 * 24 * hours) / 1000
    for (const path of ['locks/a', 'plans/a', 'images/a', 'interpreters/a', 'other/a']) {
      await writeFile(join(store.root, path), 'x')
      await writeFile(join(store.root, `${path}-new`), 'x')
      await utimes(join(store.root, path), old, old)
    }
    await utimes(join(store.root, 'ready/old'), old, old)
    const { removed } = await trimStore(store, limits())
    expect(removed.map(({ path }) => path).toSorted()).toEqual([
      'images/a',
      'interpreters/a',
      'locks/a',
      'plans/a',
      'ready/old',
    ])
    expect(await readdir(join(store.root, 'other'))).toEqual(['a', 'a-new'])
  })

  test('keeps an old file that was read a while ago', async () => {
    await mkdir(join(store.root, 'locks'))
    const [read, written] = [now - 24 * hours, now - 30 * 24 * hours]
    await writeFile(join(store.root, 'locks', 'a'), 'x')
    await utimes(join(store.root, 'locks', 'a'), read / 1000, written / 1000)
    expect((await trimStore(store, limits())).removed).toEqual([])
  })
})

describe('a mark of use', () => {
  test('is the time of the note, made anew when it is old, and names what the store lacks', async () => {
    const [old, recent] = [await usedWheel('a', 10), await usedWheel('b', 0.1)]
    const lacking = wheelEntry('0'.repeat(64))
    expect(markUsed(store, [...entriesOf(old, recent), lacking], now)).toEqual([lacking])
    const times = await Promise.all(
      [old, recent].map(async ({ sha256 }) => {
        const { mtimeMs } = await stat(join(entryDirectory(store, wheelEntry(sha256)), 'note.json'))
        return Math.round((now - mtimeMs) / 360_000)
      }),
    )
    expect(times).toEqual([0, 1])
  })

  test('that comes while the entry is being removed keeps it', async () => {
    const wheel = await usedWheel('a', 30)
    const [entry] = entriesOf(wheel)
    // The listing of the store sees the old mark; the new one is set before the entry is taken away.
    const trimming = trimStore(store, limits({ maxBytes: 0, inUse: markedOnLook(entry ?? '') }))
    expect((await trimming).removed).toEqual([])
    expect(await wheelsLeft()).toEqual([entry])
  })

  /** A set that marks the entry as used when it is asked, which is after the listing and before the removal. */
  function markedOnLook(entry: string): ReadonlySet<string> {
    const marking = new Set<string>()
    marking.has = () => {
      markUsed(store, [entry], now)
      return false
    }
    return marking
  }
})

test('evicting what is gone already is no error', async () => {
  expect(await evict(store, wheelEntry('0'.repeat(64)))).toBe(false)
})
