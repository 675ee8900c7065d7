import type { Sample } from './warm-results.js'

export function renderSet(results: {
  readonly set: string
  readonly samples: readonly Sample[]
  readonly [fact: string]: unknown
}): string
