/**
 * Leases: which entries of the store the environment of a job is linked to. A job may write through its links; whoever closes
 * the lease compares. `leases/<uuid>.json`, one file a job, written once.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { childrenOf, isEntry } from './entry.js'
import { discard, type Store } from './store.js'

export type Lease = {
  /** The process that lives as long as the job; number 0 where none is known. */
  readonly owner: { readonly pid: number; readonly start: string; readonly machine: string }
  /** Sorted. */
  readonly entries: readonly string[]
}

export type LeaseFile = {
  readonly id: string
  /** Undefined where its text was lost: it may have named any entry. */
  readonly lease: Lease | undefined
  /** Milliseconds since the epoch. */
  readonly writtenAt: number
}

/** Writes a lease and returns its id. Throws Node's system errors. */
export async function writeLease(store: Store, lease: Lease): Promise<string> {
  const id = randomUUID()
  await mkdir(join(store.root, 'leases'), { recursive: true })
  const unfinished = join(store.temporary, `lease-${id}`)
  try {
    await writeFile(unfinished, JSON.stringify({ format: 1, ...lease }))
    await rename(unfinished, leasePath(store, id))
  } catch (error) {
    await discard(unfinished)
    throw error
  }
  return id
}

/** All leases that there are: one directory is read where there are none. */
export async function readLeases(store: Store): Promise<readonly LeaseFile[]> {
  const ids = (await childrenOf(store, 'leases')).flatMap(name => /^([\w-]+)\.json$/.exec(name)?.[1] ?? [])
  const leases = await Promise.all(ids.map(id => readLease(store, id)))
  return leases.filter(lease => lease !== undefined)
}

/** Undefined where it was closed. */
export async function readLease(store: Store, id: string): Promise<LeaseFile | undefined> {
  const path = leasePath(store, id)
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
    return { id, lease: parseLease(text), writtenAt: mtimeMs }
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

export async function removeLease(store: Store, id: string): Promise<void> {
  await rm(leasePath(store, id), { force: true })
}

function leasePath(store: Store, id: string): string {
  return join(store.root, 'leases', `${id}.json`)
}

function parseLease(text: string): Lease | undefined {
  try {
    const { format, owner, entries } = JSON.parse(text) as Lease & { readonly format: unknown }
    const isOwner =
      Number.isSafeInteger(owner.pid) && typeof owner.start === 'string' && typeof owner.machine === 'string'
    return format === 1 && isOwner && entries.every(isEntry) ? { owner, entries } : undefined
  } catch {
    return undefined
  }
}
