/** The command line in its process: arguments, streams, signals and the exit code. */

import { endProcess } from '../edge/exit.js'
import { describeFailure, renderFailure } from '../edge/failure.js'
import { listenForInterrupt } from '../edge/interrupt.js'
import { layoutOf } from '../edge/layout.js'
import { lazyPipeline } from '../edge/lazy-pipeline.js'
import { exitCodes } from '../errors.js'
import { runCommandLine } from './run.js'

/** Runs the command line of this process; `entryUrl` is the URL of the module that was started. Never rejects. */
export async function main(entryUrl: string): Promise<void> {
  process.on('uncaughtException', error => {
    process.stderr.write(`${renderFailure(describeFailure(error))}\n`)
    process.exit(exitCodes.bug)
  })
  const { stderr } = process
  const terminal = {
    env: { ...process.env },
    writeOut: reserveStdout(),
    writeError: (text: string) => void stderr.write(text),
    columns: stderr.isTTY ? () => stderr.columns : undefined,
  }
  const services = { terminal, layout: layoutOf(entryUrl), interrupt: listenForInterrupt(), pipeline: lazyPipeline }
  endProcess(await runCommandLine(process.argv.slice(2), services))
}

/** The only way to stdout from now on, for data: what any library writes there goes to stderr. */
function reserveStdout(): (text: string) => void {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  stdout.write = stderr.write.bind(stderr)
  return text => void write(text)
}
