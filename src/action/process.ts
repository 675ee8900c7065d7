/** The process of a step: its output is the log of the job. */
import { tmpdir } from 'node:os'
import type { Console } from '../edge/console.js'
import { createConsole } from '../edge/console.js'
import { readFlag } from '../edge/given.js'
import { makeHost } from '../edge/host.js'
import { layoutOf } from '../edge/layout.js'
import { isUserError } from '../errors.js'
import type { Host } from '../host.js'
import { withoutCommands } from './commands.js'
import { readInputs } from './inputs.js'

export type StepProcess = {
  readonly console: Console
  readonly host: Host
  readonly temporaryDirectory: string
}

/** Opens the log and takes a snapshot of the process; `entryUrl` is the URL of the step's module. */
export function openStep(entryUrl: string): StepProcess {
  const console = createConsole({
    write: text => void process.stdout.write(withoutCommands(text)),
    columns: undefined,
    color: false,
    quiet: isQuiet(),
    verbose: process.env.RUNNER_DEBUG === '1',
  })
  const temporaryDirectory = process.env.RUNNER_TEMP ?? tmpdir()
  const host = makeHost(layoutOf(entryUrl), console.log)
  return { console, host, temporaryDirectory }
}

/** Before the inputs are checked: a wrong one is reported by the step itself. */
function isQuiet(): boolean {
  try {
    return readFlag(readInputs(process.env), 'quiet')
  } catch (error) {
    if (isUserError(error)) return false
    throw error
  }
}
