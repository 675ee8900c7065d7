/** Who builds on this machine: one process at a time makes a key, or works in a directory of the store. */
import { utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errnoOf, isUserError } from '../errors.js'
import { claimEnvironment, claimName, type Waiting } from '../python/claim.js'
import { isLive, readClaimFile } from '../python/claim-file.js'
import { buildsOfKey } from '../store/builds.js'
import { type Store, storeUnwritable } from '../store/store.js'

export type BuildClaim = {
  /** Marks a directory of the store as in use, as long as the claim is held: trimming leaves it alone. */
  keep(directory: string): Promise<void>
  release(): Promise<void>
}

/**
 * Claims the builds of a first key for this process. Waits while another process makes one, however long that takes, and takes
 * over from one that is gone; what it made has to be looked for again.
 *
 * Throws UserError STORE_UNWRITABLE, and the reason of the signal.
 */
export function claimBuild(store: Store, first: string, waiting: Waiting): Promise<BuildClaim> {
  return claimDirectory(store, buildsOfKey(first), waiting)
}

/** Claims a directory, given below the root of the store, in the same way; it is made where it is missing. */
export async function claimDirectory(store: Store, path: string, waiting: Waiting): Promise<BuildClaim> {
  const directory = join(store.root, path)
  const claim = await acquire(directory, store, waiting)
  const inUse = new Set([join(directory, claimName)])
  const renewal = setInterval(() => {
    for (const kept of inUse) void mark(kept)
  }, renewalMs).unref()
  return {
    keep: async kept => {
      inUse.add(kept)
      await mark(kept)
    },
    release: async () => {
      clearInterval(renewal)
      await claim.release()
    },
  }
}

/** True where a process is at work in a directory: one of another machine too, as long as it renews its claim. */
export async function isClaimed(directory: string): Promise<boolean> {
  const path = join(directory, claimName)
  const found = await readClaimFile(path)
  return found !== undefined && (await isLive(path, found, foreignMs))
}

/** A claim of another machine or container, which cannot be seen, is taken for one that was left behind when it is not renewed. */
const renewalMs = 60_000
const foreignMs = 5 * renewalMs

async function acquire(directory: string, { root }: Store, waiting: Waiting) {
  try {
    return await claimEnvironment(
      { kind: 'target', stateDirectory: directory },
      { ...waiting, timeoutMs: Number.POSITIVE_INFINITY, foreignMs },
    )
  } catch (error) {
    if (!isUserError(error) || error.code !== 'ENVIRONMENT_UNWRITABLE') throw error
    throw storeUnwritable(`cannot build with the store in \`${dirname(root)}\``, error.cause ?? error)
  }
}

/** What is not there any more needs no mark. */
async function mark(path: string): Promise<void> {
  const now = new Date()
  try {
    await utimes(path, now, now)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}
