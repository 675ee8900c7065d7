/** Taking things out of the store: what changed, what is too old, and what was used longest ago where room is short. */
import { randomUUID } from 'node:crypto'
import { rename, rm, rmdir, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasErrno } from '../errors.js'
import { isBuild, listBuildPaths, readBuild } from './builds.js'
import { childrenOf, isEntry, listEntries, wheelEntry } from './entry.js'
import { ageOf, type Item, isWorkplace, listDerived, listUsed } from './items.js'
import { discard, type Store, sweepAbandoned } from './store.js'
import { markPrecisionMs } from './usage.js'

/** Takes a path of the store away in one step, then removes it: readers find all of it or nothing. False where it is gone. */
export async function evict(store: Store, path: string): Promise<boolean> {
  const aside = join(store.temporary, randomUUID())
  if (!(await moveAside(join(store.root, path), aside))) return false
  await discard(aside)
  return true
}

/** Takes entries away whose files changed, and all that links or holds the same files: nobody knows which of it they reached. */
export async function evictChanged(store: Store, entries: readonly string[]): Promise<void> {
  if (entries.length === 0) return
  for (const entry of entries) await evict(store, entry)
  for (const name of await childrenOf(store, 'ready')) await evict(store, `ready/${name}`)
  const images = (await childrenOf(store, 'images')).filter(name => name !== 'probe.json')
  for (const name of images) await evict(store, `images/${name}`)
}

async function moveAside(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return false
    throw error
  }
}

export type TrimLimits = {
  /** Of all files in the store. */
  readonly maxBytes: number
  /** Entries that environments of running jobs are linked to. */
  readonly inUse: ReadonlySet<string>
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Whether a process is at work in a directory, given below the root of the store. */
  readonly isHeld?: (path: string) => Promise<boolean>
}

export type Removed = { readonly path: string; readonly bytes: number }

export type Trimmed = {
  readonly removed: readonly Removed[]
  /** Bytes that are left. */
  readonly bytes: number
  /** Bytes that should go too, and are in use or were used a moment ago. */
  readonly excess: number
}

/**
 * Sweeps what killed runs left, damaged builds, and what was not used for long (only what is cheap to make again), then removes
 * what was used longest ago until the store fits into its budget and its disk has room. What a job uses, or a run used within
 * the hour, stays.
 */
export async function trimStore(store: Store, limits: TrimLimits): Promise<Trimmed> {
  await sweepAbandoned(store, limits.now)
  const damaged = await removeDamagedBuilds(store)
  const derived = await listDerived(store)
  const held = await heldOf(derived, limits)
  const aged = derived.filter(item => limits.now - item.usedAt > ageOf(item) && !held.has(item))
  const removed = [...damaged, ...(await removeAll(store, aged))]
  const left = [...derived.filter(item => !aged.includes(item)), ...(await listUsed(store))]
  const bytes = left.reduce((sum, item) => sum + item.bytes, 0)
  const wanted = Math.max(bytes - limits.maxBytes, await missingSpace(store))
  const free = left.filter(isFree(limits)).filter(item => !held.has(item))
  const { chosen, excess } = chooseOldest(free, wanted)
  const evicted = await removeAll(store, chosen)
  await sweepNames(store)
  return { removed: [...removed, ...evicted], bytes: bytes - sumOf(evicted), excess }
}

/** Nobody can use them. */
async function removeDamagedBuilds(store: Store): Promise<readonly Removed[]> {
  const removed: Removed[] = []
  for (const path of await listBuildPaths(store)) {
    if ((await readBuild(store, path)) !== undefined) continue
    if (await evict(store, path)) removed.push({ path, bytes: 0 })
  }
  return removed
}

/** Builds run for hours in their trees and environments, without a mark of use. */
async function heldOf(derived: readonly Item[], { isHeld }: TrimLimits): Promise<ReadonlySet<Item>> {
  const places = derived.filter(({ path }) => isWorkplace(path))
  const held = await Promise.all(places.map(async ({ path }) => (await isHeld?.(path)) ?? false))
  return new Set(places.filter((_, index) => held[index]))
}

/** Of what was used longest ago as much as it takes; `excess`: the bytes that are then still too many. */
export function chooseOldest(
  items: readonly Item[],
  wanted: number,
): { readonly chosen: readonly Item[]; readonly excess: number } {
  const chosen: Item[] = []
  let excess = wanted
  for (const item of items.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (excess <= 0) break
    chosen.push(item)
    excess -= item.bytes
  }
  return { chosen, excess: Math.max(0, excess) }
}

/** A mark may be older than the last use by its precision. */
const recentMs = 3_600_000 + markPrecisionMs

function isFree({ inUse, now }: TrimLimits): (item: Item) => boolean {
  return ({ path, usedAt }) => !inUse.has(path) && now - usedAt > recentMs
}

/** A disk with less than this free, in bytes or as a part of it, takes no part in a full store. */
const [leastFreeBytes, leastFreePart] = [1e9, 0.05]

async function missingSpace({ root }: Store): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(root)
  return Math.min(leastFreeBytes, blocks * bsize * leastFreePart) - bavail * bsize
}

async function removeAll(store: Store, items: readonly Item[]): Promise<readonly Removed[]> {
  const removed: Removed[] = []
  for (const item of items) if (await removeUnused(store, item)) removed.push({ path: item.path, bytes: item.bytes })
  return removed
}

/** A run that took the entry since it was listed has marked it: then it is put back. */
async function removeUnused(store: Store, { path, usedAt }: Item): Promise<boolean> {
  if (!isEntry(path) && !isBuild(path)) return evict(store, path)
  const aside = join(store.temporary, randomUUID())
  const directory = join(store.root, path)
  if (!(await moveAside(directory, aside))) return false
  const facts = await stat(join(aside, 'note.json')).catch(() => undefined)
  const isWanted = facts !== undefined && facts.mtimeMs > usedAt
  if (isWanted && (await putBack(aside, directory))) return false
  await discard(aside)
  if (isBuild(path)) await removeEmpty(dirname(directory))
  return true
}

/** First keys are many. */
async function removeEmpty(directory: string): Promise<void> {
  try {
    await rmdir(directory)
  } catch (error) {
    if (!hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM')) throw error
  }
}

/** False where another run has put the same there in the meantime. */
async function putBack(aside: string, directory: string): Promise<boolean> {
  try {
    await rename(aside, directory)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) return false
    throw error
  }
}

/** What names.ts keeps of wheels that are gone. */
async function sweepNames(store: Store): Promise<void> {
  const held = new Set(await listEntries(store))
  for (const name of await childrenOf(store, 'names')) {
    for (const sha256 of await childrenOf(store, `names/${name}`)) {
      if (!held.has(wheelEntry(sha256))) await rm(join(store.root, 'names', name, sha256), { force: true })
    }
  }
}

function sumOf(items: readonly Removed[]): number {
  return items.reduce((sum, { bytes }) => sum + bytes, 0)
}
