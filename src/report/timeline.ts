/** The run as data: what happened when, and how much of it. Every output is a rendering of it. */

import { redact } from '../redact.js'

export const stages = [
  'lock',
  'probe',
  'build',
  'plan',
  'venv',
  'restore',
  'fetch',
  'unpack',
  'link',
  'compile',
  'save',
] as const
export type Stage = (typeof stages)[number]

/** One piece of work. Times are milliseconds since the start of the run. */
export type Span = {
  readonly stage: Stage
  /** Name of the distribution, where the work belongs to one. */
  readonly wheel?: string
  readonly startMs: number
  readonly endMs: number
  /** Bytes moved or written. */
  readonly bytes?: number
  readonly files?: number
  /** Milliseconds of work, where that is not the length of the span. */
  readonly busyMs?: number
}

/** Something the run chose, and why. A decision whose subject is a stage is shown beside that stage. */
export type Decision = { readonly subject: string; readonly choice: string; readonly reason: string }

/** How much a piece of work moved. */
export type Amount = {
  readonly bytes?: number | undefined
  readonly files?: number | undefined
  /** Milliseconds of work, where the piece also waited for a free worker, or had several at once. */
  readonly busyMs?: number | undefined
}

/** What a stage is going to do: how many wheels, and how many bytes where that is known. */
export type Expectation = { readonly wheels?: number | undefined; readonly bytes?: number | undefined }

/** What a subscriber is told while the run goes on. */
export type TimelineEvent =
  | { readonly kind: 'begin'; readonly stage: Stage; readonly wheel: string | undefined }
  | { readonly kind: 'end'; readonly span: Span }
  | ({ readonly kind: 'expect'; readonly stage: Stage } & Expectation)
  | { readonly kind: 'advance'; readonly stage: Stage; readonly bytes: number }
  | { readonly kind: 'decide'; readonly decision: Decision }
  | { readonly kind: 'warn'; readonly message: string; readonly wheel: string | undefined }

/** The start of the run, and the milliseconds since then. */
export type Clock = { readonly startedAt: Date; readonly now: () => number }

/** A warning of the run, with the distribution that it is about. */
export type Warning = { readonly message: string; readonly wheel: string | undefined }

/**
 * The recorder of one run. `spans`, `decisions` and `warnings` grow while it goes on; credentials in the URLs of a text
 * that it is told are hidden before it is kept.
 */
export type Timeline = {
  readonly startedAt: Date
  readonly spans: readonly Span[]
  readonly decisions: readonly Decision[]
  readonly warnings: readonly Warning[]
  /** Milliseconds since the start of the run. */
  now(): number
  /** Starts a piece of work; the function that it returns ends it, once. */
  begin(stage: Stage, about?: { readonly wheel?: string | undefined }): (amount?: Amount) => void
  /** Announces how much a stage will do, for the progress display; a later call replaces what an earlier one said. */
  expect(stage: Stage, expectation: Expectation): void
  /** Tells the progress display of bytes that moved in the middle of a piece of work. */
  advance(stage: Stage, bytes: number): void
  decide(subject: string, choice: string, reason: string): void
  warn(message: string, about?: { readonly wheel?: string | undefined }): void
  /** Calls `listener` for everything that follows; the function that it returns stops that. */
  subscribe(listener: (event: TimelineEvent) => void): () => void
}

/** What the pipeline is given to watch a run: its recorder, and the signal that ends it early. */
export type Watch = Timeline & { readonly signal: AbortSignal }

/** A clock that counts from `epochMs`, milliseconds since 1970, with the monotonic timer of the process. */
export function clockSince(epochMs: number): Clock {
  const offsetMs = performance.timeOrigin - epochMs
  return { startedAt: new Date(epochMs), now: () => performance.now() + offsetMs }
}

/** An empty timeline on this clock; it never reads the time from anywhere else. */
export function createTimeline(clock: Clock): Timeline {
  const spans: Span[] = []
  const decisions: Decision[] = []
  const warnings: Warning[] = []
  const listeners = new Set<(event: TimelineEvent) => void>()
  const tell = (event: TimelineEvent) => {
    for (const listener of listeners) listener(event)
  }
  return {
    startedAt: clock.startedAt,
    spans,
    decisions,
    warnings,
    now: clock.now,
    begin(stage, { wheel } = {}) {
      const startMs = clock.now()
      let ended = false
      tell({ kind: 'begin', stage, wheel })
      return (amount = {}) => {
        if (ended) return
        ended = true
        const span = makeSpan({ stage, wheel, startMs, endMs: clock.now() }, amount)
        spans.push(span)
        tell({ kind: 'end', span })
      }
    },
    expect: (stage, expectation) => tell({ kind: 'expect', stage, ...expectation }),
    advance: (stage, bytes) => tell({ kind: 'advance', stage, bytes }),
    decide(subject, choice, reason) {
      const decision = { subject, choice: redact(choice), reason: redact(reason) }
      decisions.push(decision)
      tell({ kind: 'decide', decision })
    },
    warn(text, { wheel } = {}) {
      const message = redact(text)
      warnings.push({ message, wheel })
      tell({ kind: 'warn', message, wheel })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Interval = { stage: Stage; wheel: string | undefined; startMs: number; endMs: number }

/** Leaves out what is not known: an absent figure is never shown as zero. */
function makeSpan({ stage, wheel, startMs, endMs }: Interval, { bytes, files, busyMs }: Amount): Span {
  return {
    stage,
    startMs,
    endMs,
    ...(wheel === undefined ? {} : { wheel }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(files === undefined ? {} : { files }),
    ...(busyMs === undefined ? {} : { busyMs }),
  }
}
