/** The post step: waits for the uploader, saves by itself where that came to nothing, and looks after the store. */
import type { SaveServices } from '../edge/run-install.js'
import { formatBytes, formatDuration } from '../report/units.js'
import { awaitUpload, type Patience } from './await-upload.js'
import type { RunnerCommands } from './commands.js'
import { findState, type SaveState } from './save-state.js'
import { openSealed, saveRequest } from './sealed.js'
import { endUpkeep } from './upkeep-state.js'
import type { UploadResult } from './upload-result.js'

export type PostServices = SaveServices & {
  readonly commands: Pick<RunnerCommands, 'getState'>
  readonly patience?: Patience
}

const usualPatience: Patience = { limitMs: 10 * 60_000, pollMs: 100 }

/**
 * Ends when the cache is saved, where there is something to save, and the store is trimmed: in this order, since what is saved
 * is read from the store. Whatever goes wrong is a warning: the job is done.
 */
export async function runPostStep(services: PostServices): Promise<void> {
  await completeSaving(services)
  await endUpkeep(services.commands, services.host)
}

async function completeSaving(services: PostServices): Promise<void> {
  const { commands, console, patience = usualPatience } = services
  const state = findState(commands)
  if (state === undefined) {
    console.log.info('cache: nothing to save')
    return
  }
  const { directory, pid } = state
  if (pid === undefined) return saveHere(state, services)
  const stepsEndedAt = Date.now()
  const outcome = await awaitUpload({ directory, pid }, patience)
  if (outcome === 'gone') return saveHere(state, services)
  if (outcome === 'late') {
    console.log.warn(`saving to the cache takes longer than ${formatDuration(patience.limitMs)}; it is given up`)
    return
  }
  if (outcome.log !== '') console.print(outcome.log.trimEnd())
  console.log.info(renderResult(outcome, stepsEndedAt))
}

/** Where an uploader was at work, only it knows what it saved: perhaps all, and a step removed its result. */
async function saveHere(state: SaveState, services: PostServices): Promise<void> {
  const { log } = services.console
  const opened = await openSealed(state)
  const isSecond = state.pid !== undefined
  if (opened.request === undefined) {
    const outcome = isSecond ? 'it is not known whether the cache was saved' : 'the cache was not saved'
    log.warn(`${outcome}: ${opened.trouble}`)
    return
  }
  if (isSecond) log.info('cache: the process that saved has left no result; saving again')
  const startedAt = Date.now()
  const bytes = await saveRequest(opened.request, { ...services, isRepeated: isSecond })
  if (isSecond && bytes === 0) log.info('cache: nothing more was saved')
  else log.info(renderResult({ bytes, startedAt, endedAt: Date.now(), log: '' }, startedAt))
}

/** `cache: saved 231 MB in 12.0 s, 9.0 s of it while the job's steps ran` */
function renderResult({ bytes, startedAt, endedAt }: UploadResult, stepsEndedAt: number): string {
  if (bytes === 0) return 'cache: nothing was saved'
  const besideMs = Math.min(endedAt, stepsEndedAt) - startedAt
  const saved = `cache: saved ${formatBytes(bytes)} in ${formatDuration(endedAt - startedAt)}`
  if (besideMs <= 0) return saved
  const part = endedAt <= stepsEndedAt ? 'all' : formatDuration(besideMs)
  return `${saved}, ${part} of it while the job's steps ran`
}
