/** Wheels out of the remote cache into the store, while others come from the index. */
import type { CacheEntry } from '../cache/backend.js'
import { packKey } from '../cache/key.js'
import type { ManifestPack, Rates } from '../cache/manifest.js'
import { assignWheels, sizeOf } from '../cache/packing.js'
import { chooseSource, type Offer } from '../cache/worth.js'
import { createSlots, type Slots } from '../concurrency.js'
import type { PlannedWheel } from '../plan/plan.js'
import { type PackServices, readPack } from '../store/pack-reader.js'
import type { FrameRange } from '../store/write-frames.js'
import { type CacheSession, type OpenCache, withEntry } from './cache.js'
import type { Run } from './run.js'

export type Restoring = {
  /** True for a wheel that a pack promises: nobody else needs to bring it in yet. */
  promises(wheel: PlannedWheel): boolean
  /** Waits for the pack that promises the wheel; whether the wheel came out of it. */
  arrival(wheel: PlannedWheel): Promise<boolean>
  /** Ends when every pack was read. Throws what reading them threw. */
  readonly settled: Promise<void>
  /** Begins no further read, and ends when the running ones have. */
  stop(): Promise<void>
}

/** One is opened while another is decoded. */
const packsInProgress = 2
/** Ranges of packs that are read or decoded at a time: more than the connections, so that none waits for a decoder. */
const rangesInProgress = 16

export type RestoreWish = {
  /** Wheels that the store lacks. */
  readonly absent: readonly PlannedWheel[]
  /** False where only the cache can give them: then no pack is too slow. */
  readonly mayFetch: boolean
}

/** Starts to bring into the store what the cache has of the wanted wheels; the biggest packs first. */
export function startRestore({ absent, mayFetch }: RestoreWish, { open }: CacheSession, run: Run): Restoring {
  if (open?.manifest === undefined) return nothingToRestore
  const wanted = absent.flatMap(({ name, sha256, file }) =>
    sha256 === undefined ? [] : [{ name, sha256, size: file.size }],
  )
  const held = assignWheels(wanted, open.manifest.packs, ({ sha256 }, packed) => sha256 === packed.sha256)
  if (held.size === 0) return nothingToRestore
  run.watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them')
  announce([...held.keys()], run)
  run.pool()
  const stopped = new AbortController()
  const speed = startSpeedometer()
  const services = packServices(run, { slots: createSlots(rangesInProgress), signal: stopped.signal, speed })
  const packs = createSlots(packsInProgress)
  const arrivals = new Map<string, Promise<ReadonlySet<string>>>()
  for (const [pack, wheels] of [...held].sort(([a], [b]) => sizeOf(b.wheels) - sizeOf(a.wheels))) {
    const arrived = packs.use(async () => {
      const offer = offerOf(pack, wheels, { rates: open.manifest?.rates, restoreRate: speed.rate() })
      if (mayFetch && isTooSlow(offer, wheels.length, run)) return new Set<string>()
      return restorePack(pack, new Map(wheels.map(({ sha256, name }) => [sha256, name])), { open, run, services })
    })
    arrived.catch(error => stopped.abort(error))
    for (const { sha256 } of wheels) arrivals.set(sha256, arrived)
  }
  const settled = Promise.all(arrivals.values()).then(() => undefined)
  settled.catch(() => undefined)
  return {
    promises: ({ sha256 = '' }) => arrivals.has(sha256),
    arrival: async ({ sha256 = '' }) => (await arrivals.get(sha256))?.has(sha256) ?? false,
    settled,
    stop: async () => {
      stopped.abort(new Error('the restore was stopped'))
      await Promise.allSettled(arrivals.values())
    },
  }
}

function isTooSlow(offer: Offer, wheels: number, { watch }: Run): boolean {
  const { source, reason } = chooseSource(offer)
  if (source === 'restore') return false
  watch.decide('restore', `${wheels} wheels are downloaded instead`, reason)
  return true
}

type Speedometer = {
  add(bytes: number): void
  /** Bytes per second so far; undefined before enough was measured. */
  rate(): number | undefined
}

/** Before these many milliseconds and bytes, a rate is chance. */
const [leastMs, leastBytes] = [1000, 8 << 20]

function startSpeedometer(): Speedometer {
  const start = performance.now()
  let bytes = 0
  return {
    add: count => {
      bytes += count
    },
    rate: () => {
      const ms = performance.now() - start
      return ms < leastMs || bytes < leastBytes ? undefined : (bytes / ms) * 1000
    },
  }
}

const nothingToRestore: Restoring = {
  promises: () => false,
  arrival: async () => false,
  settled: Promise.resolve(),
  stop: async () => undefined,
}

type Wanted = { readonly sha256: string; readonly size: number | undefined }
type Speeds = { readonly rates: Rates | undefined; readonly restoreRate: number | undefined }

function offerOf(pack: ManifestPack, wheels: readonly Wanted[], { rates, restoreRate }: Speeds): Offer {
  const digests = new Set(wheels.map(({ sha256 }) => sha256))
  const hasSizes = wheels.every(({ size }) => size !== undefined)
  return {
    packBytes: pack.bytes,
    restoreRate,
    fetch: {
      fileBytes: hasSizes ? wheels.reduce((sum, { size = 0 }) => sum + size, 0) : undefined,
      unpackedBytes: sizeOf(pack.wheels.filter(({ sha256 }) => digests.has(sha256))),
      fetchRate: rates?.fetch,
      prepareRate: rates?.prepare,
    },
  }
}

function announce(packs: readonly ManifestPack[], { watch }: Run): void {
  const sizes = packs.map(({ bytes }) => bytes)
  const bytes = sizes.every(size => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined
  watch.expect('restore', { wheels: packs.reduce((sum, { wheels }) => sum + wheels.length, 0), bytes })
}

function packServices(
  run: Run,
  { slots, signal, speed }: { readonly slots: Slots; readonly signal: AbortSignal; readonly speed: Speedometer },
): PackServices {
  return {
    decode: (range: FrameRange) =>
      run.pool().run({ kind: 'frames', ...range }, 'bytes' in range.source ? [range.source.bytes.buffer] : []),
    inTurn: work =>
      slots.use(async () => {
        signal.throwIfAborted()
        run.watch.signal.throwIfAborted()
        return work()
      }),
    onBytes: count => {
      speed.add(count)
      run.watch.advance('restore', count)
    },
  }
}

/** sha256 → name of the distribution. */
type NamedWheels = ReadonlyMap<string, string>
type Restore = { readonly open: OpenCache; readonly run: Run; readonly services: PackServices }

function restorePack(
  pack: ManifestPack,
  wanted: NamedWheels,
  { open, run, services }: Restore,
): Promise<ReadonlySet<string>> {
  return withEntry<ReadonlySet<string>>(run, {
    open: () => open.backend.open(packKey(pack.digest), []),
    use: entry => readWheels(entry, wanted, { run, services }),
    otherwise: () => new Set(),
  })
}

async function readWheels(
  entry: CacheEntry,
  wanted: NamedWheels,
  { run, services }: Pick<Restore, 'run' | 'services'>,
): Promise<ReadonlySet<string>> {
  const { contents, damaged } = await readPack(run.located.store, entry, { wanted: new Set(wanted.keys()), services })
  for (const { wheel = '', reason } of damaged) {
    const name = wanted.get(wheel) ?? 'this plan'
    run.watch.warn(`the cache entry of ${name} is damaged (${reason}); fetching or compiling it instead`)
  }
  return new Set(contents.wheels.map(note => note.sha256))
}
