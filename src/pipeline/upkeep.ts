/** What a job owes the store: a lease on what its environment is linked to, a look at that when it ends, and the trimming. */
import { join } from 'node:path'
import { errnoOf, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import { sweepMounts, unmountEnvironment } from '../image/unmount.js'
import { identifyProcess, isBeforeRestart, isOnThisMachine, isRunning } from '../python/process-identity.js'
import { type ChangedEntry, changedEntries } from '../store/check.js'
import { listEntries, wheelOfEntry } from '../store/entry.js'
import { evictChanged, type Trimmed, trimStore } from '../store/evict.js'
import { type LeaseFile, readLease, readLeases, removeLease, writeLease } from '../store/lease.js'
import { openStore, type Store } from '../store/store.js'
import { markUsed } from '../store/usage.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { isClaimed } from './build-claim.js'
import { keepForNext } from './keep.js'
import type { KeepRequest } from './ready.js'

/** What the end of a job is to do for the store, sealed by the run. */
export type Upkeep = {
  /** What `--store` names; absolute. */
  readonly store: string
  /** Bytes that it is trimmed to. */
  readonly maxBytes: number
  /** Entries that the environment is linked to; none where its files are its own. */
  readonly entries: readonly string[]
  /** Where images are mounted for the job; absolute. */
  readonly mount?: string
  /** What is kept for the next run, if nothing of the store changed. */
  readonly keep?: KeepRequest
}

/** Leases what an environment is linked to, as long as `pid`, a process of this machine, runs. Returns the id of the lease. */
export async function openLease({ store, entries }: Upkeep, pid: number): Promise<string> {
  // Number 1 outlives every job, and 0 is a process outside of this container: neither says when the job ends.
  const owner = await identifyProcess(pid)
  return writeLease(await openStore(store), { owner: pid > 1 ? owner : { ...owner, pid: 0 }, entries })
}

/** Ends a lease: what changed under it leaves the store, while the environment keeps its files. */
export async function closeLease(store: Store, id: string): Promise<readonly ChangedEntry[]> {
  const found = await readLease(store, id)
  if (found === undefined) return []
  const entries = found.lease?.entries ?? (await listEntries(store))
  markUsed(store, entries, Date.now())
  const evicted = await evictIfChanged(store, entries)
  await removeLease(store, id)
  return evicted
}

/**
 * Before wheels of these digests are taken from the store: what a job that was killed was linked to is compared first, and
 * leaves the store where it changed. Costs one listing of a directory where no job was killed.
 */
export async function checkAbandonedLeases(
  store: Store,
  wanted: ReadonlySet<string>,
): Promise<readonly ChangedEntry[]> {
  const leases = await unclosed(store)
  if (leases.length === 0) return []
  const isWanted = (entry: string): boolean => wanted.has(wheelOfEntry(entry))
  const left = new Set<string>()
  for (const { lease } of leases) for (const entry of lease?.entries ?? (await listEntries(store))) left.add(entry)
  const evicted = await evictIfChanged(store, [...left].filter(isWanted))
  for (const { id, lease, state } of leases) if (state === 'dead') await shorten(store, { id, lease }, isWanted)
  return evicted
}

/** What this run has not looked at stays leased, for the next one to look at. */
async function shorten(
  store: Store,
  { id, lease }: Pick<LeaseFile, 'id' | 'lease'>,
  isChecked: (entry: string) => boolean,
): Promise<void> {
  if (lease === undefined) return
  const entries = lease.entries.filter(entry => !isChecked(entry))
  if (entries.length === lease.entries.length) return
  if (entries.length > 0) await writeLease(store, { owner: lease.owner, entries })
  await removeLease(store, id)
}

async function evictIfChanged(store: Store, entries: readonly string[]): Promise<readonly ChangedEntry[]> {
  const found = changedEntries(store, entries)
  const changed = found.some(isBytecode) ? [...found, ...(await changedSiblings(store, entries))] : found
  await evictChanged(
    store,
    changed.map(({ entry }) => entry),
  )
  return changed
}

/** Sets of several versions of a wheel may share files. */
async function changedSiblings(store: Store, entries: readonly string[]): Promise<readonly ChangedEntry[]> {
  const checked = new Set(entries)
  const others = (await listEntries(store)).filter(entry => !checked.has(entry))
  return changedEntries(store, others).filter(isBytecode)
}

const isBytecode = ({ entry }: ChangedEntry): boolean => entry.startsWith('bytecode/')

/** Of a job that runs; of one that ended without closing; of one whose process cannot be seen from here. */
type LeaseState = 'live' | 'dead' | 'unknown'

/** A job whose process cannot be seen counts as ended after a day. */
const longestUnknownMs = 24 * 3_600_000

async function stateOf({ lease, writtenAt }: LeaseFile): Promise<LeaseState> {
  const ageMs = Date.now() - writtenAt
  if (lease !== undefined && lease.owner.pid > 0 && (await isOnThisMachine(lease.owner))) {
    return (await isRunning(lease.owner)) ? 'live' : 'dead'
  }
  if (ageMs > longestUnknownMs || (lease !== undefined && isBeforeRestart(lease.owner, ageMs))) return 'dead'
  return 'unknown'
}

type StatedLease = LeaseFile & { readonly state: LeaseState }

async function statedLeases(store: Store): Promise<readonly StatedLease[]> {
  const leases = await readLeases(store)
  return Promise.all(leases.map(async lease => ({ ...lease, state: await stateOf(lease) })))
}

async function unclosed(store: Store): Promise<readonly StatedLease[]> {
  return (await statedLeases(store)).filter(({ state }) => state !== 'live')
}

export type MaintainServices = Pick<Host, 'env' | 'log'>

export type Maintained = {
  readonly changed: readonly ChangedEntry[]
  readonly trimmed: Trimmed
  /** How many mounted environments that nobody used were taken away. */
  readonly unmounted: number
}

/** Closes the leases of killed jobs, unmounts what nobody uses, and trims the store to its budget. */
export async function maintainStore(
  store: Store,
  maxBytes: number,
  { env, log }: MaintainServices,
): Promise<Maintained> {
  const changed: ChangedEntry[] = []
  const inUse = new Set<string>()
  for (const { id, lease, state } of await statedLeases(store)) {
    if (state === 'dead') changed.push(...(await closeLease(store, id)))
    else for (const entry of lease?.entries ?? []) inUse.add(entry)
  }
  const { removed, failures } = await sweepMounts(store.root, env)
  for (const { message } of failures) log.warn(message)
  const isHeld = (path: string) => isClaimed(join(store.root, path))
  const trimmed = await trimStore(store, { maxBytes, inUse, isHeld, now: Date.now() })
  return { changed, unmounted: removed.length, trimmed }
}

/** What is to be done at the end of a job. */
export type JobEnd = Omit<Upkeep, 'entries'> & { readonly lease: string | undefined }

/** At the end of a job: closes its lease and trims the store. Trouble with the store is a warning, the job is done. */
export async function endJob(
  { store: directory, maxBytes, lease, mount, keep }: JobEnd,
  services: Host,
): Promise<Trimmed | undefined> {
  const { log } = services
  try {
    const store = await openStore(directory)
    if (mount !== undefined) await unmountEnvironment(mount, services.env)
    const own = lease === undefined ? [] : await closeLease(store, lease)
    const { changed, trimmed } = await maintainStore(store, maxBytes, services)
    for (const line of describeChanges([...own, ...changed])) log.warn(line)
    const kept = keep === undefined || own.length > 0 ? undefined : await keepForNext(keep, services)
    if (kept !== undefined) log.info(kept)
    return trimmed
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    log.warn(`the store was not looked after: ${messageOf(error)}`)
    return undefined
  }
}

/** A sentence for each entry that changed. */
export function describeChanges(changed: readonly ChangedEntry[]): readonly string[] {
  return changed.map(({ name, paths }) => {
    const what =
      paths.length === 0 ? 'its note is damaged' : `${quotedFew(paths, 3)} changed, perhaps through an environment`
    return `in the store, ${name} is not what was put there (${what}): it is removed, and the next run gets it anew`
  })
}
