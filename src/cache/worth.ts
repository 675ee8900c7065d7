/** Whether a pack is worth restoring, or its wheels are had sooner from the index: from measured rates. Pure. */

export type Worth = {
  readonly source: 'restore' | 'download'
  /** With both estimates, where there are two. */
  readonly reason: string
}

export type Offer = {
  /** Bytes of the pack in the backend; undefined where not known. */
  readonly packBytes: number | undefined
  /** Bytes per second, as this run restores; undefined before enough was measured. */
  readonly restoreRate: number | undefined
  readonly fetch: FetchOffer
}

/** What the wheels that are wanted of the pack cost otherwise. */
export type FetchOffer = {
  /** Bytes of the wheel files; undefined where the lock has not all sizes. */
  readonly fileBytes: number | undefined
  /** Bytes of their files and bytecode. */
  readonly unpackedBytes: number
  /** Bytes of wheel files per second from the index; undefined where not known. */
  readonly fetchRate: number | undefined
  /** Unpacked bytes per second of unpacking and compiling; undefined where not known. */
  readonly prepareRate: number | undefined
}

/** How many times as long restoring must take, and how many seconds longer, before downloading is chosen. */
const clearlyFaster = { factor: 1.5, seconds: 2 }

/** Restores unless downloading is clearly faster; also where a rate or a size is not known. */
export function chooseSource({ packBytes, restoreRate, fetch }: Offer): Worth {
  const restoring = secondsOf(packBytes, restoreRate)
  const fetching = secondsOf(fetch.fileBytes, fetch.fetchRate)
  const preparing = secondsOf(fetch.unpackedBytes, fetch.prepareRate)
  if (restoring === undefined) return { source: 'restore', reason: 'how fast the cache is was not measured yet' }
  if (fetching === undefined || preparing === undefined) {
    return { source: 'restore', reason: 'what downloading takes is not known' }
  }
  const downloading = fetching + preparing
  const isSooner = restoring >= clearlyFaster.factor * downloading && restoring - downloading >= clearlyFaster.seconds
  const estimates = `restoring takes about ${shown(restoring)}, downloading ${shown(downloading)}`
  return { source: isSooner ? 'download' : 'restore', reason: estimates }
}

/** Undefined where a rate is none. */
function secondsOf(bytes: number | undefined, rate: number | undefined): number | undefined {
  return bytes === undefined || rate === undefined || !(rate > 0) ? undefined : bytes / rate
}

function shown(seconds: number): string {
  return `${seconds.toFixed(1)} s`
}
