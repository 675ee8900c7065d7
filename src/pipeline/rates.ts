/** How fast wheels came from the index and were made ready in a run, for a later one to compare with its cache. Pure. */
import type { Rates } from '../cache/manifest.js'
import type { Span, Stage } from '../report/timeline.js'

/** Milliseconds and bytes below which a rate is chance. */
const [leastMs, leastBytes] = [500, 8 << 20]

/** The rates of a run; one that moved too little has none. */
export function measuredRates(spans: readonly Span[]): Rates {
  const fetch = rateOf(spans, ['fetch'], 'fetch')
  const prepare = rateOf(spans, ['unpack', 'compile'], 'unpack')
  return { ...(fetch !== undefined && { fetch }), ...(prepare !== undefined && { prepare }) }
}

/** Bytes of the spans of `counted`, for each second in which any of `stages` was at work. */
function rateOf(spans: readonly Span[], stages: readonly Stage[], counted: Stage): number | undefined {
  const bytes = spans.reduce((sum, span) => sum + (span.stage === counted ? (span.bytes ?? 0) : 0), 0)
  const ms = coveredMs(spans.filter(({ stage }) => stages.includes(stage)))
  return bytes < leastBytes || ms < leastMs ? undefined : Math.round((bytes / ms) * 1000)
}

/** Milliseconds that lie in at least one of the spans. */
function coveredMs(spans: readonly Span[]): number {
  let covered = 0
  let until = 0
  for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    covered += Math.max(0, endMs - Math.max(startMs, until))
    until = Math.max(until, endMs)
  }
  return covered
}
