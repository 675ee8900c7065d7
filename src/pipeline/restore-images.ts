/** Images, and the plan behind them, out of the remote cache into the store. */
import { type FileHandle, mkdir, open as openFile, rename } from 'node:fs/promises'
import { release } from 'node:os'
import { dirname } from 'node:path'
import { CacheTrouble } from '../cache/backend.js'
import { type ImageRange, imageRangeBytes, imageRanges, rangeSum } from '../cache/image-ranges.js'
import { imageKey } from '../cache/key.js'
import type { ImageFile, ImageLayer, ManifestImages } from '../cache/manifest.js'
import { createSlots } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import { loopWritesBack } from '../image/mount.js'
import { withStagedFile } from '../store/store.js'
import { type OpenCache, withEntry } from './cache.js'
import { imagePath, isImageThere, keepImageSet } from './images.js'
import { type ExpectedPlan, unpackPlan } from './portable-plan.js'
import type { Run } from './run.js'
import { keepPlanBytes, readStoredPlan } from './stored-plan.js'

/**
 * Ranges of all images in progress: those that come over a network wait for it most of the time; of a file of this machine,
 * one is checked while others are read and written. What is in memory stays below 64 MiB.
 */
const rangesInProgress = { network: 16, file: 3 }
/** Bytes of a compressed plan: none comes near it. */
const largestPlan = 64 << 20

type Restore = {
  readonly open: OpenCache
  readonly run: Run
  readonly lanes: Readonly<Record<'network' | 'file', Lanes>>
  /** Aborted with the first reason why a file cannot be had: the others are of no use then. */
  readonly stop: AbortController
}

/** Places for ranges, each with memory that one after another uses: fresh pages cost as much as reading a range. */
type Lanes = { use(work: (memory: Buffer) => Promise<void>): Promise<void> }

function openLanes(count: number): Lanes {
  const slots = createSlots(count)
  const memories: Buffer[] = []
  return {
    use: work =>
      slots.use(async () => {
        const memory = memories.pop() ?? Buffer.allocUnsafeSlow(imageRangeBytes)
        await work(memory)
        memories.push(memory)
      }),
  }
}

export type Offer = {
  readonly open: OpenCache
  readonly images: ManifestImages
  /** The key of the plan on this machine. */
  readonly key: string
  readonly expected: ExpectedPlan
  /** Why images would be of no use here, where that is so; found out in the meantime. */
  readonly obstacle: Promise<string | undefined>
}

/** Brings into the store what it lacks. Says why not; undefined where all of it is there. */
export async function restoreImages(offer: Offer, run: Run): Promise<string | undefined> {
  const { open, images, key, expected, obstacle } = offer
  const { store } = run.located
  const { root, plan, layers } = images
  const there = await Promise.all(layers.map(({ name }) => isImageThere(store, name)))
  const lacking = layers.filter((_, index) => there[index] === false)
  run.watch.expect('restore', { bytes: lacking.reduce((sum, { size }) => sum + size, plan.size) })
  run.watch.decide('trust', 'as the cache is', 'images are unsigned: whoever can write to the cache chose them')
  const { network, file } = rangesInProgress
  const lanes = { network: openLanes(network), file: openLanes(file) }
  const restore = { open, run, lanes, stop: new AbortController() }
  const work = [
    obstacle.then(reason => reason !== undefined && restore.stop.abort(new CacheTrouble(reason))),
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
    if (file.size > largestPlan) return false
    const packed = Buffer.concat(await Promise.all(imageRanges(file.size).map(range => entry.read(range))))
    const bytes = await unpackPlan(packed, expected)
    if (bytes !== undefined) await keepPlanBytes(key, bytes, restore.run.located.store)
    return bytes !== undefined
  })
}

function restoreLayer(layer: ImageLayer, restore: Restore): Promise<void> {
  const { located, settings } = restore.run
  const { store } = located
  // After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. And mounting may wait for
  // the disk: better while more comes.
  const isOnDisk = !settings.storeIsTemporary || loopWritesBack(release())
  return fromEntry(layer, restore, entry =>
    withStagedFile(store, async path => {
      const file = await openFile(path, 'wx')
      try {
        const disk = diskBehind(file)
        await writeRanges(file, { ...entry, onWritten: isOnDisk ? disk.add : undefined }, restore)
        if (isOnDisk) await disk.settle()
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

/** An entry of which every range has a sum. */
type SummedEntry = {
  readonly size: number
  readonly from: 'network' | 'file'
  /** Throws unless the bytes are those that were saved. */
  read(range: ImageRange, memory?: Buffer): Promise<Buffer>
}

type Source = SummedEntry & { readonly onWritten: ((bytes: number) => void) | undefined }

async function writeRanges(
  file: FileHandle,
  { size, from, read, onWritten }: Source,
  { run, lanes, stop }: Restore,
): Promise<void> {
  const writing = imageRanges(size).map(range =>
    lanes[from]
      .use(async memory => {
        stop.signal.throwIfAborted()
        run.watch.signal.throwIfAborted()
        const bytes = await read(range, memory)
        await writeExactly(file, bytes, range.start)
        onWritten?.(bytes.length)
        run.watch.advance('restore', bytes.length)
      })
      .catch(error => stop.abort(error)),
  )
  await Promise.all(writing)
  stop.signal.throwIfAborted()
}

/** Bytes that are written before the disk is asked to take them. */
const flushBytes = 32 << 20

/** Has what is written reach the disk while more comes. `settle` waits for all of it, and throws why it cannot. */
function diskBehind(file: FileHandle) {
  let waiting = 0
  let isBusy = false
  let flushed: Promise<void> = Promise.resolve()
  const flush = async (): Promise<void> => {
    isBusy = true
    waiting = 0
    await file.datasync()
    isBusy = false
  }
  return {
    add: (bytes: number): void => {
      waiting += bytes
      if (isBusy || waiting < flushBytes) return
      flushed = flushed.then(flush)
      flushed.catch(() => undefined)
    },
    settle: () => flushed.then(flush),
  }
}

/** A full disk takes a part before it refuses the rest. */
async function writeExactly(file: FileHandle, bytes: Buffer, start: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, start + written)).bytesWritten
  }
}

/**
 * Hands the entry of a file to `take`, which says whether it is what it should be; one that is lost or damaged is spoiled.
 * Trouble is told once, whatever number of files it concerns.
 */
function fromEntry(
  { digest, size, rangeSums }: ImageFile,
  { open: { backend, spoiled, reading }, run, stop }: Restore,
  take: (entry: SummedEntry) => Promise<boolean>,
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
      const read: SummedEntry['read'] = async ({ index, start, end }, memory) => {
        const bytes = await entry.read(start, end, memory)
        if (rangeSum(bytes) !== rangeSums[index]) spoil('is damaged')
        stop.signal.throwIfAborted()
        return bytes
      }
      const from = entry.descriptor === undefined ? 'network' : 'file'
      try {
        if (entry.size !== size || !(await take({ size, from, read }))) spoil('is damaged')
      } catch (error) {
        stop.abort(error)
      }
    },
    otherwise: () => {},
    reading,
  })
}
