/** The run as data: what happened when, and how much of it. Every output is a rendering of it. */

export const stages = ['lock', 'probe', 'plan', 'venv', 'restore', 'fetch', 'unpack', 'link', 'compile', 'save'] as const
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
}

/** Something the run chose, and why. */
export type Decision = { readonly subject: string; readonly choice: string; readonly reason: string }
