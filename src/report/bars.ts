/** The stages of a run as bars over one time axis: what overlapped with what. */
import { unionMs } from './intervals.js'
import type { Report } from './report.js'
import type { Span } from './timeline.js'
import { formatDuration } from './units.js'

/**
 * One line for each stage, bars of `width` columns: `█` where the stage was at work for more than two thirds of a
 * column's time, `▒` for more than a third, `░` for less, blank where it was not.
 */
export function renderBars(report: Report, width: number): readonly string[] {
  const endMs = Math.max(report.durationMs, ...report.stages.map(stage => stage.endMs))
  if (report.stages.length === 0 || endMs <= 0) return []
  const lines = report.stages.map(({ stage }) => {
    const spans = report.spans.filter(span => span.stage === stage)
    return `${stage.padEnd(labelWidth)}|${drawBar(spans, { width, endMs })}|`
  })
  const scale = formatDuration(endMs)
  return [...lines, `${' '.repeat(labelWidth + 1)}0${scale.padStart(Math.max(width - 1, scale.length + 1))}`]
}

const labelWidth = 8

function drawBar(spans: readonly Span[], axis: { readonly width: number; readonly endMs: number }): string {
  const columnMs = axis.endMs / axis.width
  return Array.from({ length: axis.width }, (_, column) => {
    const from = column * columnMs
    return drawShare(unionMs(clip(spans, from, from + columnMs)) / columnMs, touches(spans, from, from + columnMs))
  }).join('')
}

function clip(spans: readonly Span[], fromMs: number, toMs: number) {
  return spans
    .filter(span => span.startMs < toMs && span.endMs > fromMs)
    .map(span => ({ startMs: Math.max(span.startMs, fromMs), endMs: Math.min(span.endMs, toMs) }))
}

/** True for work so short that it has no length on the clock. */
function touches(spans: readonly Span[], fromMs: number, toMs: number): boolean {
  return spans.some(span => span.startMs >= fromMs && span.startMs < toMs)
}

function drawShare(share: number, touched: boolean): string {
  if (share > 2 / 3) return '█'
  if (share > 1 / 3) return '▒'
  return share > 0 || touched ? '░' : ' '
}
