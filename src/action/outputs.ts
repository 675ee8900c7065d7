/** What the step tells the later ones. */
import type { Report } from '../report/report.js'

export const outputNames = [
  'cache-hit',
  'cache-primary-key',
  'cache-matched-key',
  'python-version',
  'python-path',
  'venv',
  'report',
  'time-to-ready',
] as const

export type StepOutputs = Readonly<Record<(typeof outputNames)[number], string>>

/** The outputs of a run whose report.json lies at `reportPath`; `time-to-ready` is in seconds. */
export function outputsOf(report: Report, reportPath: string): StepOutputs {
  return {
    'cache-hit': String(isCacheHit(report)),
    'cache-primary-key': report.cache.primaryKey ?? '',
    'cache-matched-key': report.cache.matchedKey ?? '',
    'python-version': report.python.version,
    'python-path': report.python.path,
    venv: report.environment.kind === 'venv' ? report.environment.path : '',
    report: reportPath,
    'time-to-ready': (report.timeToReadyMs / 1000).toFixed(3),
  }
}

/** True when every wheel, build and bytecode set was restored or reused, whichever revision supplied it. */
function isCacheHit({ wheels, missing, stages, built = [] }: Report): boolean {
  if (built.some(({ how }) => how === 'built')) return false
  const reused = wheels.every(({ source }) => source !== 'index' && source !== 'local')
  return reused && missing.length === 0 && !stages.some(({ stage, files }) => stage === 'compile' && files !== 0)
}
