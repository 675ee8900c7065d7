/** A file that resumes where its connection broke, and comes over several connections when it is big. */
import type { HttpClient, HttpResponse } from './client.js'
import { anySignal, type Lanes, type LanesOptions, PartsUnusable, startLanes } from './lanes.js'
import { pour } from './pour.js'
import { isPart, rangeHeaders, type Version, versionOf } from './ranges.js'
import type { Sink } from './sink.js'
import type { Digester } from './verify.js'

/** One download on its way. */
export type Transfer = {
  readonly url: string
  readonly client: HttpClient
  readonly signal: AbortSignal | undefined
  readonly parallelFrom: number
  readonly sink: Sink
  /** Counts bytes that went into the sink. */
  readonly count: (bytes: number) => void
  /** Empties the sink, and takes back what was counted. */
  readonly restart: () => Promise<void>
}

/** Without identity, a proxy may compress, and the length and the ranges of the file would not be its own. */
export const fileHeaders = { 'accept-encoding': 'identity' } as const

/** Attempts after the first one, for a file or for one part of it. */
export const fileRetries = 5

/** Connections for one file, of the 16 that a run has: a slow link per connection gains most of what there is to gain. */
const connectionsPerFile = 8

/** Several a connection, so that none waits long for the slowest at the end. */
const piecesPerConnection = 4
const longestPiece = 32 << 20

type ReceivedInParts = ReturnType<Digester['finish']> & {
  /** False when all came in one answer. */
  readonly hadParts: boolean
}

/**
 * Fetches the file with a plain request first: a small file costs no other. Throws PartsUnusable when the server's parts
 * are not what was asked for, and what the client throws; no write runs any more then.
 */
export async function receiveInParts(transfer: Transfer): Promise<ReceivedInParts> {
  const { url, client, sink, parallelFrom } = transfer
  const failure = new AbortController()
  let version: Version | undefined
  let reached = 0
  let hadParts = false
  let lanes: Lanes | undefined
  const beginWhole = async (response: HttpResponse): Promise<void> => {
    if (lanes !== undefined) throw new PartsUnusable('the file changed, or the server ignores ranges')
    if (reached > 0) await transfer.restart()
    reached = 0
    version = versionOf(response)
    if (version === undefined || version.total < parallelFrom) return
    lanes = startLanes({ ...lanesOptions(transfer, version, () => (hadParts = true)), failure })
  }
  const count = (bytes: number): void => {
    reached += bytes
    transfer.count(bytes)
  }
  const read = async (response: HttpResponse): Promise<void> => {
    if (version !== undefined && isPart(response, { start: reached, end: version.total }, version)) hadParts = true
    else if (response.status === 206 || response.status === 416) throw new PartsUnusable('not the part asked for')
    else await beginWhole(response)
    const until = lanes?.next ?? (() => Number.POSITIVE_INFINITY)
    await settled(pour(response.body, { sink, from: reached, count, until }), () => reached === version?.total)
  }
  const headers = () =>
    version === undefined || reached === 0
      ? fileHeaders
      : { ...fileHeaders, ...rangeHeaders({ start: reached, end: version.total }, version) }
  const signal = anySignal(transfer.signal, failure.signal)
  try {
    await client.get(url, read, { headers, accept: [416], retries: fileRetries, signal })
    await lanes?.finish()
  } finally {
    await lanes?.stop()
  }
  return { ...sink.finish(), hadParts }
}

function lanesOptions(
  { client, signal, parallelFrom, url, sink, count }: Transfer,
  version: Version,
  onPart: () => void,
): Omit<LanesOptions, 'failure'> {
  const { total } = version
  const fair = Math.ceil(total / connectionsPerFile / piecesPerConnection)
  return {
    client,
    signal,
    total,
    pieceBytes: Math.min(Math.max(fair, Math.ceil(parallelFrom / 8)), longestPiece),
    count: connectionsPerFile,
    fetchPiece: async (get, piece, { onProof, once, signal: laneSignal }) => {
      const missing = () => ({ start: piece.reached, end: piece.end })
      const countPiece = (bytes: number): void => {
        piece.reached += bytes
        count(bytes)
      }
      const read = async (response: HttpResponse): Promise<void> => {
        if (!isPart(response, missing(), version)) throw new PartsUnusable('not the part asked for')
        onPart()
        onProof()
        const pouring = { sink, from: piece.reached, count: countPiece, until: () => piece.end }
        await settled(pour(response.body, pouring), () => piece.reached === piece.end)
        if (piece.reached !== piece.end) throw new PartsUnusable('a part shorter than it says')
      }
      if (piece.reached === piece.end) return
      const headers = () => ({ ...fileHeaders, ...rangeHeaders(missing(), version) })
      await get(url, read, { headers, accept: [416], retries: once ? 0 : fileRetries, signal: laneSignal })
    },
  }
}

/** A connection that breaks after the last byte has done its work. */
async function settled(pouring: Promise<void>, isComplete: () => boolean): Promise<void> {
  try {
    await pouring
  } catch (error) {
    if (!isComplete()) throw error
  }
}
