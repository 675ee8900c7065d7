/** One run as plain data, ready to be written as report.json and to be rendered in any form. */
import { version } from '../version.js'
import { busyMs, unionMs } from './intervals.js'
import type { Decision, Span, Stage, Timeline, Warning } from './timeline.js'
import { stages } from './timeline.js'

/** Where a wheel's files came from. */
export const wheelSources = ['store', 'cache', 'index', 'local', 'built', 'environment'] as const
export type WheelSource = (typeof wheelSources)[number]

/** What the pipeline knows of a wheel beyond the times of its work. */
export type WheelFacts = {
  readonly name: string
  readonly version: string
  /** Bytes of the wheel file, where known. */
  readonly sizeBytes: number | undefined
  readonly source: WheelSource
  /** How many files it has, unpacked. */
  readonly files: number
  /** Bytes of its files, unpacked. */
  readonly bytes: number
}

export const environmentKinds = ['venv', 'system', 'target', 'store'] as const
export type EnvironmentKind = (typeof environmentKinds)[number]

export type RemovedDistribution = {
  readonly name: string
  readonly version: string
  readonly replacedBy: string | undefined
}

export const cacheOutcomes = ['hit', 'partial', 'miss', 'off'] as const
export type CacheOutcome = (typeof cacheOutcomes)[number]

/** What the remote cache did for the run. */
export type CacheReport = {
  /** `none`, `github`, `file:///dir` */
  readonly backend: string
  readonly outcome: CacheOutcome
  readonly primaryKey: string | undefined
  readonly matchedKey: string | undefined
  readonly reason: string
}

/** The report of a run without a remote cache. */
export function withoutCache(reason: string): CacheReport {
  return { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason }
}

export const buildOutcomes = ['built', 'restored', 'store'] as const

/** How the run came to the wheel of a source: made, out of the remote cache, or out of the store. */
export type BuildFacts = {
  readonly name: string
  readonly version: string
  /** Absolute: the wheel. */
  readonly path: string
  readonly how: (typeof buildOutcomes)[number]
  /** That its backend took in this run. */
  readonly seconds: number
  /** Why it was built, or what was found. */
  readonly reason: string
}

/** What `buildReport` is told; all times come from the timeline. */
export type ReportFacts = {
  readonly wheels: readonly WheelFacts[]
  readonly cache: CacheReport
  readonly python: { readonly version: string; readonly path: string }
  /** A virtual environment, a target directory, the prefix of the interpreter itself, or the store; an absolute path. */
  readonly environment: { readonly kind: EnvironmentKind; readonly path: string }
  /** What left the environment, each with the version that took its place. */
  readonly removed: readonly RemovedDistribution[]
  /** Names of distributions that were not brought in: of the modes that fetch nothing. */
  readonly missing: readonly string[]
  /** Wheels of sources, in the order in which they came; absent where there was none. */
  readonly built?: readonly BuildFacts[]
  /** What the keys of builds are made of, as text for a reader, where that was asked for. */
  readonly explanation?: string
  /** The link mode that was used: `hardlink`, `copy`. */
  readonly linkMode: string
  readonly runner: { readonly os: string; readonly arch: string; readonly parallelism: number }
  /** The sealed request to save, opaque; undefined when there is nothing to save. It never reaches report.json. */
  readonly save: string | undefined
  /** What the end of the job is to do for the store, opaque. It never reaches report.json either. */
  readonly upkeep: string | undefined
}

/** The work of one stage; times are milliseconds since the start of the run. */
export type StageReport = {
  readonly stage: Stage
  readonly startMs: number
  readonly endMs: number
  /** How long at least one piece of its work was going on. */
  readonly wallMs: number
  /** The work of all its pieces added up; more than `wallMs` where they ran at once. */
  readonly busyMs: number
  readonly bytes: number | undefined
  readonly files: number | undefined
  readonly note: string | undefined
}

/** One wheel and the time of its work, without waiting for a free worker; a stage that did nothing for it has no time. */
export type WheelReport = WheelFacts & {
  readonly fetchMs: number | undefined
  readonly unpackMs: number | undefined
  readonly linkMs: number | undefined
  readonly compileMs: number | undefined
  readonly warnings: readonly string[]
}

export type Report = Omit<ReportFacts, 'wheels'> & {
  readonly format: 1
  /** Of Wheelcrew. */
  readonly version: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly durationMs: number
  /** When the environment was complete: the end of the last work that is not `save`. */
  readonly timeToReadyMs: number
  /** In the order in which they began. */
  readonly stages: readonly StageReport[]
  readonly spans: readonly Span[]
  readonly wheels: readonly WheelReport[]
  readonly decisions: readonly Decision[]
  readonly warnings: readonly string[]
  readonly totals: {
    readonly wheels: number
    readonly files: number
    /** Bytes of all unpacked wheels. */
    readonly bytes: number
    /** Bytes that `fetch` moved. */
    readonly fetchedBytes: number
  }
}

/** The report of a run: a pure function of its timeline and facts. */
export function buildReport(timeline: Timeline, facts: ReportFacts): Report {
  const { spans, warnings } = timeline
  return {
    format: 1,
    version,
    startedAt: timeline.startedAt.toISOString(),
    durationMs: timeline.now(),
    timeToReadyMs: spans.reduce((last, span) => (span.stage === 'save' ? last : Math.max(last, span.endMs)), 0),
    python: facts.python,
    environment: facts.environment,
    removed: facts.removed,
    missing: facts.missing,
    ...(facts.built !== undefined && { built: facts.built }),
    ...(facts.explanation !== undefined && { explanation: facts.explanation }),
    linkMode: facts.linkMode,
    runner: facts.runner,
    cache: facts.cache,
    save: facts.save,
    upkeep: facts.upkeep,
    stages: stages.flatMap(stage => describeStage(stage, timeline)).sort((a, b) => a.startMs - b.startMs),
    wheels: describeWheels(facts.wheels, timeline),
    decisions: [...timeline.decisions],
    warnings: warnings.map(({ message, wheel }) => (wheel === undefined ? message : `${wheel}: ${message}`)),
    spans: [...spans],
    totals: {
      wheels: facts.wheels.length,
      files: sum(facts.wheels.map(wheel => wheel.files)),
      bytes: sum(facts.wheels.map(wheel => wheel.bytes)),
      fetchedBytes: sum(spans.filter(span => span.stage === 'fetch').map(span => span.bytes ?? 0)),
    },
  }
}

function describeStage(stage: Stage, { spans, decisions }: Timeline): readonly StageReport[] {
  const own = spans.filter(span => span.stage === stage)
  if (own.length === 0) return []
  const chosen = decisions.findLast(decision => decision.subject === stage)
  return [
    {
      stage,
      startMs: own.reduce((first, span) => Math.min(first, span.startMs), Number.POSITIVE_INFINITY),
      endMs: own.reduce((last, span) => Math.max(last, span.endMs), 0),
      wallMs: unionMs(own),
      busyMs: busyMs(own),
      bytes: sumKnown(own.map(span => span.bytes)),
      files: sumKnown(own.map(span => span.files)),
      note: chosen === undefined ? undefined : `${chosen.choice}: ${chosen.reason}`,
    },
  ]
}

function describeWheels(wheels: readonly WheelFacts[], { spans, warnings }: Timeline): readonly WheelReport[] {
  const spansOf = groupByWheel(spans)
  const warningsOf = groupByWheel<Warning>(warnings)
  return wheels.map(wheel => {
    const own = spansOf.get(wheel.name) ?? []
    return {
      ...wheel,
      fetchMs: timeIn('fetch', own),
      unpackMs: timeIn('unpack', own),
      linkMs: timeIn('link', own),
      compileMs: timeIn('compile', own),
      warnings: (warningsOf.get(wheel.name) ?? []).map(warning => warning.message),
    }
  })
}

function groupByWheel<T extends { readonly wheel?: string | undefined }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    if (item.wheel === undefined) continue
    const group = groups.get(item.wheel)
    if (group === undefined) groups.set(item.wheel, [item])
    else group.push(item)
  }
  return groups
}

function timeIn(stage: Stage, spans: readonly Span[]): number | undefined {
  const own = spans.filter(span => span.stage === stage)
  return own.length === 0 ? undefined : busyMs(own)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function sumKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined)
  return known.length === 0 ? undefined : sum(known)
}
