/**
 * The library: the whole run, and its stages as functions over plain data, for another CI or tool.
 *
 * ```js
 * const host = createHost()
 * const watch = { ...createTimeline(clockSince(Date.now())), signal: AbortSignal.timeout(600_000) }
 * const report = await install(settings, host, watch)
 * ```
 */
import { makeHost } from './edge/host.js'
import { layoutOf } from './edge/layout.js'
import type { Host, Log } from './host.js'

const silent: Log = { info: () => undefined, warn: () => undefined, debug: () => undefined }

/** The machine that this process runs on; messages go to `log`, by default nowhere. */
export function createHost(log: Log = silent): Host {
  return makeHost(layoutOf(new URL('./edge/host.js', import.meta.url).href), log)
}

export { exitCodes, isUserError, UserError } from './errors.js'
export type { Host, Log, Platform } from './host.js'
export { beginInstallation, type Installation } from './install/install-wheels.js'
export { type InstallServices, type Preparation, prepareInstall } from './install/prepare.js'
export { type Unpacked, unpackWheel, type WheelArchive } from './install/unpack.js'
export { install } from './pipeline/install.js'
export { saveCache } from './pipeline/save.js'
export type { SaveRequest } from './pipeline/seal.js'
export type { Lock, LockedDistribution, LockedFile } from './plan/lock.js'
export { type Plan, type PlannedWheel, planInstall } from './plan/plan.js'
export { parsePylock } from './plan/pylock.js'
export { type Claim, claimEnvironment, type Waiting } from './python/claim.js'
export { type PythonEnvironment, systemEnvironment, targetEnvironment, venvEnvironment } from './python/environment.js'
export { findInterpreter } from './python/find.js'
export type { Interpreter } from './python/interpreter.js'
export { claimVenv, createVenv, openVenv } from './python/venv.js'
export type { Report } from './report/report.js'
export { formatReport, parseReport } from './report/report-file.js'
export { renderSummary } from './report/summary.js'
export { renderText } from './report/text.js'
export { clockSince, createTimeline, type Timeline, type Watch } from './report/timeline.js'
export type { Settings } from './settings.js'
export type { BytecodeNote, WheelNote } from './store/note.js'
export { openStore, type Store } from './store/store.js'
export { startPool, type WorkerPool } from './workers/pool.js'
