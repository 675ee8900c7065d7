/** The pipeline as the edges use it. */
import type { Host } from '../host.js'
import type { SaveRequest } from '../pipeline/seal.js'
import type { Upkeep } from '../pipeline/upkeep.js'
import { buildReport, type Report } from '../report/report.js'
import { clockSince, createTimeline, type Watch } from '../report/timeline.js'
import type { Settings } from '../settings.js'
import type { Console } from './console.js'

/** What an edge needs of the pipeline. */
export type Pipeline = {
  install(settings: Settings, host: Host, watch: Watch): Promise<Report>
  /** Cache trouble is a warning there, never an error. */
  saveCache(request: SaveRequest, host: Host, watch: Watch): Promise<void>
}

export type InstallRequest = {
  readonly settings: Settings
  readonly host: Host
  readonly signal: AbortSignal
  /** `later` leaves the sealed request in the report, for another process. */
  readonly save: 'now' | 'later'
}

/** Installs while `console` follows; times count from the start of the process. Throws what the pipeline throws. */
export async function runInstall(request: InstallRequest, pipeline: Pipeline, console: Console): Promise<Report> {
  const { settings, host, signal, save } = request
  const watch = openWatch(console, signal)
  try {
    const report = await pipeline.install(settings, host, watch)
    if (save === 'later' || report.save === undefined) return report
    await pipeline.saveCache(parseSaveRequest(report.save), host, watch)
    return buildReport(watch, { ...report, save: undefined })
  } finally {
    console.close()
  }
}

/** Leaves in the store what the next run can begin with, where the settings say so; the environment is in use meanwhile. */
export async function keepForNextRun({ upkeep }: Report, host: Host): Promise<void> {
  const { keep } = JSON.parse(upkeep ?? '{}') as Partial<Upkeep>
  if (keep === undefined) return
  const { keepForNext } = await import('../pipeline/keep.js')
  const said = await keepForNext(keep, host)
  if (said !== undefined) host.log.info(said)
}

export type SaveServices = {
  readonly host: Host
  readonly console: Console
  readonly pipeline: Pick<Pipeline, 'saveCache'>
  /** The working directory of this process, where that is not the one of the process that sealed. */
  readonly workspace?: string
  /** True for a second attempt, after a process that was lost. */
  readonly isRepeated?: boolean
}

/** Carries out a request that another process sealed and returns the bytes that were saved. Throws what the pipeline throws. */
export async function runSave(
  sealed: string,
  { host, console, pipeline, workspace, isRepeated = false }: SaveServices,
): Promise<number> {
  const request = parseSaveRequest(sealed)
  const watch = openWatch(console, new AbortController().signal)
  await pipeline.saveCache({ ...request, isRepeated, ...(workspace !== undefined && { workspace }) }, host, watch)
  return watch.spans.reduce((sum, { stage, bytes = 0 }) => (stage === 'save' ? sum + bytes : sum), 0)
}

function openWatch(console: Console, signal: AbortSignal): Watch {
  const timeline = createTimeline(clockSince(performance.timeOrigin))
  console.watch(timeline)
  return { ...timeline, signal }
}

/** It comes from the pipeline itself, through memory or the state that the runner holds. */
function parseSaveRequest(sealed: string): SaveRequest {
  return JSON.parse(sealed) as SaveRequest
}
