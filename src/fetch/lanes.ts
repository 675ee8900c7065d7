/** Several connections for one file, which take its pieces from front to back. */
import { isUserError } from '../errors.js'
import type { Get, HttpClient } from './client.js'
import type { Span } from './ranges.js'

/** A part being fetched; `reached` is where its next byte goes. */
export type Piece = Span & { reached: number }

/** What comes of asking for parts cannot be used: the file is to be fetched in one stream. */
export class PartsUnusable extends Error {}

export type LanesOptions = {
  readonly client: HttpClient
  readonly total: number
  readonly pieceBytes: number
  /** Connections for this file, that of the main stream included. */
  readonly count: number
  /**
   * Brings in what a piece lacks, and calls `onProof` once the server has answered with that part. Throws PartsUnusable, or
   * what the client throws.
   */
  readonly fetchPiece: (get: Get, piece: Piece, options: PieceOptions) => Promise<void>
  readonly signal: AbortSignal | undefined
  /** Aborted when a lane fails: with PartsUnusable, or with what is no network trouble. */
  readonly failure: AbortController
}

export type PieceOptions = {
  readonly onProof: () => void
  /** One attempt, and no other. */
  readonly once: boolean
  readonly signal: AbortSignal
}

export type Lanes = {
  /** Asked by the main stream, which reads from the file's start: where it may go on to; `position` when a lane has that piece. */
  next(position: number): Promise<number>
  /** The main stream has ended: fetches all that is left. Throws what the signal was aborted with. */
  finish(): Promise<void>
  /** Aborts every lane and waits for that. */
  stop(): Promise<void>
}

/**
 * Starts the lanes. The main stream owns the first piece. One lane tries the second; only when the server has answered with
 * that very part do the others start, and the main stream gives way: so a server without ranges costs nothing.
 * A lane waits for a connection without holding one, and claims a piece when it has one: with none free, the main stream
 * goes on alone.
 */
export function startLanes(options: LanesOptions): Lanes {
  const { client, count, failure, fetchPiece, signal: outer } = options
  const signal = anySignal(outer, failure.signal)
  const claims = claimPieces(options)
  const waitSignal = AbortSignal.any([signal, claims.exhausted])
  const running: Promise<void>[] = []
  let mainLimit = claims.take()?.end ?? 0
  let isProven = false
  const trial = deferred()
  const onProof = (): void => {
    if (isProven) return
    isProven = true
    trial.end()
    for (let lanes = 2; lanes < count; lanes++) start()
  }
  const fetchNext = async (get: Get): Promise<boolean> => {
    const piece = claims.take()
    if (piece === undefined) return false
    const fetch = (once: boolean): Promise<void> => fetchPiece(get, piece, { onProof, once, signal })
    const isTrial = !isProven
    if (isTrial && !(await isTroubled(fetch(true)))) return true
    if (isTrial && !isProven) {
      claims.giveBack(piece)
      trial.end()
      return false
    }
    await fetch(false)
    return true
  }
  const lane = async (): Promise<void> => {
    try {
      while (await client.withConnection(fetchNext, waitSignal));
    } catch (error) {
      if (error === claims.exhausted.reason) return
      failure.abort(isTrouble(error) ? new PartsUnusable('a part cannot be fetched', { cause: error }) : error)
      trial.end()
    }
  }
  const start = (): void => void running.push(lane())
  start()
  return {
    next: async position => {
      if (position < mainLimit) return mainLimit
      if (claims.claimed() > position) await trial.ended
      if (claims.claimed() <= position) mainLimit = claims.take()?.end ?? position
      return mainLimit
    },
    finish: async () => {
      if (!claims.exhausted.aborted) start()
      await settle(running)
      signal.throwIfAborted()
    },
    stop: async () => {
      failure.abort(new PartsUnusable('stopped'))
      await settle(running)
    },
  }
}

/** Aborted with the first of them. */
export function anySignal(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return one === undefined ? other : AbortSignal.any([one, other])
}

/** Waits for all, those that are added meanwhile too. */
async function settle(running: readonly Promise<void>[]): Promise<void> {
  for (let settled = 0; settled < running.length; settled++) await running[settled]
}

function deferred(): { readonly ended: Promise<void>; end(): void } {
  let end = (): void => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  return { ended, end: () => end() }
}

type Claims = {
  /** The next piece that nobody has. */
  take(): Piece | undefined
  /** Only of the piece that was taken last. */
  giveBack(piece: Piece): void
  /** Everything before this is somebody's. */
  claimed(): number
  /** Aborted when nothing is left to take. */
  readonly exhausted: AbortSignal
}

function claimPieces({ total, pieceBytes }: Pick<LanesOptions, 'total' | 'pieceBytes'>): Claims {
  const exhaustion = new AbortController()
  let claimed = 0
  return {
    take: () => {
      if (claimed >= total) return undefined
      const start = claimed
      claimed = Math.min(start + pieceBytes, total)
      if (claimed === total) exhaustion.abort()
      return { start, end: claimed, reached: start }
    },
    giveBack: ({ start }) => {
      claimed = start
    },
    claimed: () => claimed,
    exhausted: exhaustion.signal,
  }
}

/** Waits; true when the promise rejects with trouble. */
async function isTroubled(promise: Promise<void>): Promise<boolean> {
  try {
    await promise
    return false
  } catch (error) {
    if (isTrouble(error)) return true
    throw error
  }
}

function isTrouble(error: unknown): boolean {
  return error instanceof PartsUnusable || isUserError(error)
}
