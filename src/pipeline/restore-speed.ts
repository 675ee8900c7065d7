/** Whether the cache keeps up: how fast it is in this run, against what fetching and compiling took when it was filled. */
import type { ManifestPack, Rates } from '../cache/manifest.js'
import { nameOf, sizeOf } from '../cache/packing.js'
import { chooseSource, type Offer } from '../cache/worth.js'
import type { Run } from './run.js'
import { sumOfKnown } from './sum.js'

/** Files of a wheel, or its bytecode, that the store lacks; of the wheel file, the size where it is known. */
export type Lacking = {
  /** Of the distribution. */
  readonly name: string
  readonly sha256: string
  readonly bytecode: string
  readonly fileSize: number | undefined
}

/** What is wanted of a pack, and how fast things go. */
export type Candidate = {
  readonly pack: ManifestPack
  readonly items: readonly Lacking[]
  readonly speeds: { readonly rates: Rates | undefined; readonly restoreRate: number | undefined }
}

/** True, and said in the report, where its wheels are had sooner from the index. */
export function isTooSlow(candidate: Candidate, { watch }: Pick<Run, 'watch'>): boolean {
  const { items } = candidate
  const { source, reason } = chooseSource(offerOf(candidate))
  if (source === 'restore') return false
  const wheels = new Set(items.map(({ sha256 }) => sha256)).size
  watch.decide('restore', `${wheels} wheels are downloaded instead`, reason)
  return true
}

function offerOf({ pack, items, speeds: { rates, restoreRate } }: Candidate): Offer {
  const names = new Set(items.map(nameOf))
  return {
    packBytes: pack.bytes,
    restoreRate,
    fetch: {
      fileBytes: sumOfKnown(items.map(({ fileSize }) => fileSize)),
      unpackedBytes: sizeOf(pack.items.filter(item => names.has(nameOf(item)))),
      fetchRate: rates?.fetch,
      prepareRate: rates?.prepare,
    },
  }
}

export type Speedometer = {
  add(bytes: number): void
  /** Bytes per second so far; undefined before enough was measured. */
  rate(): number | undefined
}

/** Before these many milliseconds and bytes, a rate is chance. */
const [leastMs, leastBytes] = [1000, 8 << 20]

/** Starts to measure; time counts from here. */
export function startSpeedometer(): Speedometer {
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
