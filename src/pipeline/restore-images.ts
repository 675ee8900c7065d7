/** Images, and the plan behind them, out of the remote cache into the store. */
import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open as openFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CacheEntry, CacheTrouble } from '../cache/backend.js'
import { imageKey } from '../cache/key.js'
import type { ImageFile, ImageLayer, ManifestImages } from '../cache/manifest.js'
import { createSlots, type Slots } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import { withStagedFile } from '../store/store.js'
import { type OpenCache, withEntry } from './cache.js'
import { imagePath, isImageThere, keepImageSet } from './images.js'
import { type ExpectedPlan, unpackPlan } from './portable-plan.js'
import type { Run } from './run.js'
import { keepPlanBytes, readStoredPlan } from './stored-plan.js'

/** Bytes that are read at a time. */
const rangeBytes = 4 << 20
/** Ranges of all images that are read or written at a time: what is in memory stays below 64 MiB. */
const rangesInProgress = 16
/** Bytes of a compressed plan: none comes near it. */
const largestPlan = 64 << 20

type Restore = {
  readonly open: OpenCache
  readonly run: Run
  readonly slots: Slots
  /** Aborted with the first reason why a file cannot be had: the others are of no use then. */
  readonly stop: AbortController
}

export type Offer = {
  readonly open: OpenCache
  readonly images: ManifestImages
  /** The key of the plan on this machine. */
  readonly key: string
  readonly expected: ExpectedPlan
}

/** Brings into the store what it lacks. Says why not; undefined where all of it is there. */
export async function restoreImages({ open, images, key, expected }: Offer, run: Run): Promise<string | undefined> {
  const { store } = run.located
  const { root, plan, layers } = images
  const there = await Promise.all(layers.map(({ name }) => isImageThere(store, name)))
  // What comes last is hashed when nothing is left to read beside it: so let that be small.
  const lacking = layers.filter((_, index) => there[index] === false).sort((a, b) => b.size - a.size)
  run.watch.expect('restore', { bytes: lacking.reduce((sum, { size }) => sum + size, plan.size) })
  run.watch.decide('trust', 'as the cache is', 'images are unsigned: whoever can write to the cache chose them')
  const restore = { open, run, slots: createSlots(rangesInProgress), stop: new AbortController() }
  const work = [
    restorePlan({ key, file: plan, expected }, restore),
    ...lacking.map(layer => restoreLayer(layer, restore)),
  ]
  await Promise.allSettled(work)
  await Promise.all(work)
  run.watch.signal.throwIfAborted()
  if (restore.stop.signal.aborted) return reasonOf(restore.stop.signal.reason)
  const stored = await readStoredPlan(key, store)
  if (stored === undefined) return 'the plan of the images is gone'
  const owner = { tree: stored.file.digest, umask: run.host.umask }
  await keepImageSet({ format: 1, root, layers: layers.map(({ name }) => name) }, owner, store)
  return undefined
}

function reasonOf(error: unknown): string {
  const isExpected = error instanceof CacheTrouble || isUserError(error) || errnoOf(error) !== undefined
  if (!isExpected) throw error
  return messageOf(error)
}

type OfferedPlan = { readonly key: string; readonly file: ImageFile } & Pick<Offer, 'expected'>

function restorePlan({ key, file, expected }: OfferedPlan, restore: Restore): Promise<void> {
  return fromEntry(file, restore, async entry => {
    if (entry.size > largestPlan) return false
    const packed = await entry.read(0, entry.size)
    if (createHash('sha256').update(packed).digest('hex') !== file.sha256) return false
    const bytes = await unpackPlan(packed, expected)
    if (bytes !== undefined) await keepPlanBytes(key, bytes, restore.run.located.store)
    return bytes !== undefined
  })
}

function restoreLayer(layer: ImageLayer, restore: Restore): Promise<void> {
  const { run } = restore
  const { store } = run.located
  return fromEntry(layer, restore, entry =>
    withStagedFile(store, async path => {
      const file = await openFile(path, 'wx')
      try {
        await copyRanges(entry, file, restore)
        // After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros.
        const [{ sha256 }] = await Promise.all([run.pool().run({ kind: 'digest', path }), file.datasync()])
        if (sha256 !== layer.sha256) return false
      } finally {
        await file.close()
      }
      const destination = imagePath(store, layer.name)
      await mkdir(dirname(destination), { recursive: true })
      await rename(path, destination)
      return true
    }),
  )
}

async function copyRanges(entry: CacheEntry, file: FileHandle, { run, slots, stop }: Restore): Promise<void> {
  const starts = Array.from({ length: Math.ceil(entry.size / rangeBytes) }, (_, index) => index * rangeBytes)
  const copying = starts.map(async start => {
    try {
      await slots.use(async () => {
        stop.signal.throwIfAborted()
        run.watch.signal.throwIfAborted()
        const bytes = await entry.read(start, Math.min(entry.size, start + rangeBytes))
        await file.write(bytes, 0, bytes.length, start)
        run.watch.advance('restore', bytes.length)
      })
    } catch (error) {
      stop.abort(error)
    }
  })
  await Promise.all(copying)
  stop.signal.throwIfAborted()
}

/**
 * Hands the entry of a file to `take`, which says whether it is whole; one that is lost or damaged is spoiled. Trouble is told
 * once, whatever number of files it concerns.
 */
function fromEntry(
  { digest, size }: ImageFile,
  { open: { backend, spoiled, reading }, run, stop }: Restore,
  take: (entry: CacheEntry) => Promise<boolean>,
): Promise<void> {
  const key = imageKey(digest)
  const spoil = (state: string): void => {
    spoiled.add(digest)
    stop.abort(new CacheTrouble(`the cache entry \`${key}\` ${state}`))
  }
  return withEntry<void>(run, {
    open: async () => {
      try {
        const entry = await backend.open(key, [])
        if (entry === undefined) spoil('is gone')
        return entry
      } catch (error) {
        stop.abort(error)
        return undefined
      }
    },
    use: async entry => {
      try {
        if (entry.size !== size || !(await take(entry))) spoil('is damaged')
      } catch (error) {
        stop.abort(error)
      }
    },
    otherwise: () => {},
    reading,
  })
}
