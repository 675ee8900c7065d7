/** What a run is doing right now, for a display that follows it. */
import type { Span, Stage, TimelineEvent } from './timeline.js'
import { stages } from './timeline.js'
import { countOf, formatBytes, formatCount, formatDuration } from './units.js'

/** One stage so far. */
export type StageProgress = {
  readonly stage: Stage
  /** Pieces of work that are going on. */
  readonly running: number
  /** Pieces of work that ended. */
  readonly ended: number
  /** How many pieces are going on for each wheel that was begun; a wheel may have several. */
  readonly wheels: ReadonlyMap<string, number>
  readonly expectedWheels: number | undefined
  readonly expectedBytes: number | undefined
  /** Bytes of finished pieces, and bytes told of in between: the larger is the truth. */
  readonly endedBytes: number
  readonly advancedBytes: number
  readonly files: number
  /** When the last piece ended, in milliseconds since the start of the run. */
  readonly endMs: number
}

export type ProgressState = ReadonlyMap<Stage, StageProgress>

/** The state before anything happened. */
export const noProgress: ProgressState = new Map()

/** The state after an event. */
export function advanceProgress(state: ProgressState, event: TimelineEvent): ProgressState {
  switch (event.kind) {
    case 'begin':
      return change(state, event.stage, old => countPiece(old, event.wheel, 1))
    case 'end':
      return change(state, event.span.stage, old => addSpan(old, event.span))
    case 'expect':
      return change(state, event.stage, () => ({ expectedWheels: event.wheels, expectedBytes: event.bytes }))
    case 'advance':
      return change(state, event.stage, old => ({ advancedBytes: old.advancedBytes + event.bytes }))
    case 'decide':
    case 'warn':
      return state
  }
}

/** One line of at most `columns` characters for each stage that is at work, in their order. */
export function renderProgress(state: ProgressState, columns: number): readonly string[] {
  return stages.flatMap(stage => {
    const progress = state.get(stage)
    if (progress === undefined || progress.running === 0) return []
    return [renderStage(progress).slice(0, Math.max(columns, 0))]
  })
}

/**
 * True when nothing of the stage is going on or expected.
 * A stage by wheels that announced no number is never known to be complete before the run ends.
 */
export function isComplete(progress: StageProgress): boolean {
  const { running, ended, wheels, expectedWheels } = progress
  if (running > 0 || ended === 0) return false
  return expectedWheels === undefined ? wheels.size === 0 : doneWheels(progress) >= expectedWheels
}

/** What a stage did up to its last piece, and when that ended, as a line of a log: `3.3 s unpack: 21 wheels, 286 MB`. */
export function renderStageEnd(progress: StageProgress): string {
  const parts = [
    progress.wheels.size > 0 ? countOf(doneWheels(progress), 'wheel') : '',
    progress.files > 0 ? countOf(progress.files, 'file') : '',
    bytesOf(progress) > 0 ? formatBytes(bytesOf(progress)) : '',
  ].filter(part => part !== '')
  const time = formatDuration(progress.endMs).padStart(8)
  return parts.length === 0 ? `${time} ${progress.stage}` : `${time} ${progress.stage}: ${parts.join(', ')}`
}

function change(
  state: ProgressState,
  stage: Stage,
  update: (old: StageProgress) => Partial<StageProgress>,
): ProgressState {
  const old = state.get(stage) ?? idle(stage)
  return new Map(state).set(stage, { ...old, ...update(old) })
}

function idle(stage: Stage): StageProgress {
  return {
    stage,
    running: 0,
    ended: 0,
    wheels: new Map(),
    expectedWheels: undefined,
    expectedBytes: undefined,
    endedBytes: 0,
    advancedBytes: 0,
    files: 0,
    endMs: 0,
  }
}

function countPiece(old: StageProgress, wheel: string | undefined, change: 1 | -1): Partial<StageProgress> {
  const running = old.running + change
  if (wheel === undefined) return { running }
  return { running, wheels: new Map(old.wheels).set(wheel, (old.wheels.get(wheel) ?? 0) + change) }
}

function addSpan(old: StageProgress, span: Span): Partial<StageProgress> {
  return {
    ...countPiece(old, span.wheel, -1),
    ended: old.ended + 1,
    endedBytes: old.endedBytes + (span.bytes ?? 0),
    files: old.files + (span.files ?? 0),
    endMs: Math.max(old.endMs, span.endMs),
  }
}

function renderStage(progress: StageProgress): string {
  const share = shareOf(progress)
  const bytes = bytesOf(progress)
  const parts = [
    progress.stage.padEnd(8),
    share === undefined ? '' : drawGauge(share),
    renderWheels(progress),
    bytes === 0 ? '' : formatBytes(bytes),
  ]
  return parts.filter(part => part !== '').join(' ')
}

function renderWheels(progress: StageProgress): string {
  const { wheels, expectedWheels } = progress
  if (expectedWheels !== undefined) return `${formatCount(doneWheels(progress))}/${countOf(expectedWheels, 'wheel')}`
  return wheels.size > 0 ? countOf(doneWheels(progress), 'wheel') : ''
}

/** Wheels that were begun and have nothing going on. */
function doneWheels({ wheels }: StageProgress): number {
  return [...wheels.values()].filter(running => running === 0).length
}

function bytesOf({ endedBytes, advancedBytes }: StageProgress): number {
  return Math.max(endedBytes, advancedBytes)
}

/** How much of the expected work is done, 0 to 1: by bytes where they are known, else by wheels. */
function shareOf(progress: StageProgress): number | undefined {
  const { expectedBytes, expectedWheels } = progress
  if (expectedBytes !== undefined && expectedBytes > 0) return Math.min(bytesOf(progress) / expectedBytes, 1)
  if (expectedWheels !== undefined && expectedWheels > 0) return Math.min(doneWheels(progress) / expectedWheels, 1)
  return undefined
}

const gaugeWidth = 24

function drawGauge(share: number): string {
  const full = Math.round(share * gaugeWidth)
  return `[${'#'.repeat(full)}${'-'.repeat(gaugeWidth - full)}]`
}
