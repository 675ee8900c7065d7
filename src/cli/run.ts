/** One call of the command line, from arguments to exit code. */
import { resolve } from 'node:path'
import { createConsole, paint } from '../edge/console.js'
import { readEvent } from '../edge/event.js'
import { describeFailure, renderFailure } from '../edge/failure.js'
import { readReportFile, writeOutput } from '../edge/files.js'
import type { Given } from '../edge/given.js'
import { givenByVariables, mergeGiven, readFlag, readValue } from '../edge/given.js'
import { makeHost } from '../edge/host.js'
import type { Interrupt } from '../edge/interrupt.js'
import type { Layout } from '../edge/layout.js'
import type { Pipeline } from '../edge/run-install.js'
import { keepForNextRun, runInstall } from '../edge/run-install.js'
import { makeSettings } from '../edge/settings.js'
import { exitCodes, usageError } from '../errors.js'
import type { Environment } from '../host.js'
import type { UpkeepCommand } from '../options.js'
import type { Report } from '../report/report.js'
import { formatReport, parseReport } from '../report/report-file.js'
import { renderSummary } from '../report/summary.js'
import { renderText } from '../report/text.js'
import type { Settings } from '../settings.js'
import { version } from '../version.js'
import { type Invocation, parseArguments, type RunCommand } from './arguments.js'
import { renderHelp } from './help.js'

/** The world of the command line: what it reads and where it writes. */
export type Terminal = {
  readonly env: Environment
  /** Data. */
  writeOut(text: string): void
  /** Everything for a reader. */
  writeError(text: string): void
  /** Width in characters; undefined where stderr is no terminal. */
  readonly columns: (() => number) | undefined
}

export type CommandServices = {
  readonly terminal: Terminal
  readonly layout: Layout
  readonly interrupt: Interrupt
  readonly pipeline: Pipeline
}

/**
 * Runs one command and returns its exit code: 0, 1 failure, 2 usage, 3 integrity, 70 a bug, 130 or 143 interrupted.
 * With `--json` a failure is one object on stdout too.
 */
export async function runCommandLine(args: readonly string[], services: CommandServices): Promise<number> {
  try {
    return await runInvocation(parseArguments(args), services)
  } catch (error) {
    return fail(error, args, services)
  }
}

async function runInvocation(invocation: Invocation, services: CommandServices): Promise<number> {
  switch (invocation.command) {
    case 'help':
      services.terminal.writeOut(renderHelp())
      return exitCodes.ok
    case 'version':
      services.terminal.writeOut(`wheelcrew ${version}\n`)
      return exitCodes.ok
    case 'report':
      await renderReport(invocation, services.terminal)
      return exitCodes.ok
    case 'gc':
    case 'verify':
    case 'doctor':
      return upkeepCommand(invocation, services)
    case 'install':
    case 'sync':
    case 'restore':
    case 'warm':
    case 'save':
    case 'build':
      await installCommand(invocation, services)
      return exitCodes.ok
  }
}

async function installCommand(
  invocation: Extract<Invocation, { command: RunCommand }>,
  services: CommandServices,
): Promise<void> {
  const { terminal, interrupt, pipeline } = services
  const { given, console, host } = openCommand(invocation.given, services)
  const settings = makeSettings(given, {
    ...host,
    event: readEvent(host.env),
    command: invocation.command,
  })
  if (invocation.command === 'build') requireSources(settings)
  const signal = interrupt.signal
  const report = await runInstall({ settings, host, signal, save: 'now' }, pipeline, console)
  // The warnings were printed when they happened.
  if (report.explanation === undefined) console.log.info(renderText({ ...report, warnings: [] }).trimEnd())
  const file = readValue(given, 'report')
  if (file !== '') await writeOutput(resolve(settings.workingDirectory, file), formatReport(report))
  if (readFlag(given, 'json')) terminal.writeOut(formatReport(report))
  else if (invocation.command === 'build') terminal.writeOut(renderBuildOutput(report))
  await keepForNextRun(report, host)
}

function requireSources({ build, editables }: Settings): void {
  if (build.sources.length + editables.length > 0) return
  const hint =
    'Name a directory, a source archive or a repository: `wheelcrew build .`, `wheelcrew build git+https://…`'
  throw usageError('BUILD_SOURCES_MISSING', '`wheelcrew build` needs a source to build, found none', hint)
}

/** The data of a build: the path of each wheel on a line of its own, or what its key is made of. */
function renderBuildOutput({ built = [], explanation }: Report): string {
  if (explanation === undefined) return built.flatMap(({ path }) => (path === '' ? [] : `${path}\n`)).join('')
  return explanation.endsWith('\n') ? explanation : `${explanation}\n`
}

/** What an installation does without is loaded here. */
async function upkeepCommand(
  { command, given: asked }: Extract<Invocation, { command: UpkeepCommand }>,
  services: CommandServices,
): Promise<number> {
  const { runUpkeep } = await import('./upkeep.js')
  return runUpkeep(command, { ...openCommand(asked, services), asked, writeOut: services.terminal.writeOut })
}

/** What was given by flags and, below them, by variables; the console and the machine. */
function openCommand(asked: Given, { terminal, layout }: CommandServices) {
  const given = mergeGiven(asked, givenByVariables(terminal.env))
  const console = createConsole({
    write: terminal.writeError,
    columns: terminal.columns,
    color: usesColor(given, terminal),
    quiet: readFlag(given, 'quiet'),
    verbose: readFlag(given, 'verbose'),
  })
  return { given, console, host: { ...makeHost(layout, console.log), env: terminal.env } }
}

async function renderReport(
  { file, format, output }: Extract<Invocation, { command: 'report' }>,
  terminal: Terminal,
): Promise<void> {
  const report = parseReport(await readReportFile(file), file)
  const text = format === 'summary' ? renderSummary(report) : renderText(report)
  if (output === undefined) terminal.writeOut(text)
  else await writeOutput(output, text)
}

function fail(error: unknown, args: readonly string[], { terminal, interrupt }: CommandServices): number {
  const interrupted = interrupt.exitCode()
  const failure = describeFailure(interrupted === undefined ? error : interrupt.signal.reason)
  const color = usesColor(new Map(), terminal) && !args.includes('--no-color')
  terminal.writeError(`${renderFailure(failure, paint('error:', 'red', color))}\n`)
  if (args.includes('--json')) terminal.writeOut(`${JSON.stringify({ error: failure }, undefined, 2)}\n`)
  return interrupted ?? failure.exitCode
}

/** Colours on a terminal, unless `--no-color` or NO_COLOR (any value but the empty one) says otherwise. */
function usesColor(given: Given, { env, columns }: Terminal): boolean {
  return columns !== undefined && !readFlag(given, 'no-color') && (env.NO_COLOR ?? '') === ''
}
