/** The main step: installs, then tells the runner and the later steps. */
import { appendFile, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Console } from '../edge/console.js'
import { readEvent } from '../edge/event.js'
import type { Failure } from '../edge/failure.js'
import { describeFailure, renderFailure } from '../edge/failure.js'
import { writeOutput } from '../edge/files.js'
import type { Pipeline } from '../edge/run-install.js'
import { runInstall } from '../edge/run-install.js'
import { errnoOf, exitCodes, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Report } from '../report/report.js'
import { formatReport } from '../report/report-file.js'
import { renderSummary } from '../report/summary.js'
import { renderText } from '../report/text.js'
import { activateEnvironment } from './activate.js'
import type { RunnerCommands } from './commands.js'
import type { JobSummary, StepInputs } from './inputs.js'
import { interpretInputs, readInputs, readJobSummary } from './inputs.js'
import { outputsOf } from './outputs.js'
import { leaveState } from './save-state.js'
import { sealRequest } from './sealed.js'
import { credentialsOf } from './secrets.js'
import { beginUpkeep } from './upkeep-state.js'

export type StepServices = {
  readonly commands: RunnerCommands
  readonly host: Host
  readonly console: Console
  readonly pipeline: Pipeline
  readonly signal: AbortSignal
  /** Where report.json and what is to be saved go: the temporary directory of the job. */
  readonly temporaryDirectory: string
  /** The module that the uploader runs. */
  readonly uploaderPath: string
  /** The process that runs the steps of the job. */
  readonly jobProcess: number
}

/** Runs the main step and returns its exit code; a failure is one annotation. Never rejects for a failed installation. */
export async function runInstallStep(services: StepServices): Promise<number> {
  let summary: JobSummary = 'always'
  try {
    const given = readInputs(services.host.env)
    summary = readJobSummary(given)
    const inputs = interpretInputs(given, { ...services.host, event: readEvent(services.host.env) })
    for (const secret of credentialsOf(inputs.settings)) services.commands.setSecret(secret)
    const host = { ...services.host, onSecret: (secret: string) => services.commands.setSecret(secret) }
    const report = await runInstall(
      { ...services, ...inputs, host, save: 'later' },
      services.pipeline,
      services.console,
    )
    if (report.upkeep !== undefined) await beginUpkeep(report.upkeep, { ...services, log: services.console.log })
    await tellRunner(report, inputs, services)
    if (summary === 'always') await writeSummary(renderSummary(report), services.host)
    if (report.save !== undefined) await beginSaving(report.save, services)
    return exitCodes.ok
  } catch (error) {
    const failure = describeFailure(services.signal.aborted ? services.signal.reason : error)
    if (summary !== 'never') await writeSummary(renderFailureSummary(failure), services.host)
    services.commands.setFailed(renderFailure(failure))
    return failure.exitCode
  }
}

async function tellRunner(report: Report, inputs: StepInputs, services: StepServices): Promise<void> {
  const { commands, console, host, temporaryDirectory } = services
  const path = join(await mkdtemp(join(temporaryDirectory, 'wheelcrew-')), 'report.json')
  await writeOutput(path, formatReport(report))
  console.log.info(renderText({ ...report, warnings: [] }).trimEnd())
  for (const [name, value] of Object.entries(outputsOf(report, path))) commands.setOutput(name, value)
  const { kind, path: environment } = report.environment
  if (inputs.activateEnvironment && kind === 'venv') activateEnvironment(environment, host.platform.os, commands)
  annotateWarnings(report.warnings, commands)
}

/** From here on the cache is saved beside the next steps. That it cannot be is a warning. */
async function beginSaving(request: string, services: StepServices): Promise<void> {
  const { commands, console, host, temporaryDirectory, uploaderPath } = services
  try {
    const sealed = await sealRequest(request, temporaryDirectory)
    const { startUploader } = await import('./uploader.js')
    const pid = await startUploader({ directory: sealed.directory, request }, { uploaderPath, env: host.env })
    leaveState({ ...sealed, pid }, commands)
    console.log.info(`cache: ${pid === undefined ? 'saved after the last step' : 'saving while the next steps run'}`)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    console.log.warn(`the cache will not be saved: ${messageOf(error)}`)
  }
}

/** One annotation at most: a run may have hundreds of warnings, and the log and the summary have them all. */
function annotateWarnings([first, ...others]: readonly string[], commands: RunnerCommands): void {
  if (first === undefined) return
  commands.warning(others.length === 0 ? first : `${first} (and ${others.length} more, see the job summary)`)
}

/** Appends to the summary of the step; a runner without one gets none. */
async function writeSummary(text: string, { env }: Host): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY ?? ''
  if (path !== '') await appendFile(path, `${text}\n`)
}

function renderFailureSummary(failure: Failure): string {
  const text = renderFailure(failure).replace(/^ {0,3}(`{3,}|~{3,})/gm, '    $1')
  return ['### Python environment: failed', '', '```text', text, '```', ''].join('\n')
}
