/** The post step: saves what the main step sealed. */

import type { Console } from '../edge/console.js'
import { describeFailure } from '../edge/failure.js'
import { type Pipeline, runSave } from '../edge/run-install.js'
import type { Host } from '../host.js'
import type { RunnerCommands } from './commands.js'
import { saveState } from './install-step.js'

export type PostServices = {
  readonly commands: Pick<RunnerCommands, 'getState'>
  readonly host: Host
  readonly console: Console
  readonly pipeline: Pick<Pipeline, 'saveCache'>
}

/** Saves to the cache where there is something to save. Whatever goes wrong is a warning: the job is done. */
export async function runPostStep({ commands, host, console, pipeline }: PostServices): Promise<void> {
  const request = commands.getState(saveState)
  if (request === '') {
    host.log.info('cache: nothing to save')
    return
  }
  try {
    await runSave(request, { host, console, pipeline })
  } catch (error) {
    host.log.warn(`the cache was not saved: ${describeFailure(error).message}`)
  }
}
