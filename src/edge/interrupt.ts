/** SIGINT and SIGTERM: the first asks the run to clean up and end, the second ends the process at once. */
import { constants } from 'node:os'
import { UserError } from '../errors.js'

export type Interrupt = {
  /** Its reason is a UserError INTERRUPTED. */
  readonly signal: AbortSignal
  /** 130 after SIGINT, 143 after SIGTERM, undefined when there was none. */
  exitCode(): number | undefined
}

/** Listens for the signals from now on. */
export function listenForInterrupt(): Interrupt {
  const controller = new AbortController()
  let exitCode: number | undefined
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (exitCode !== undefined) process.exit(exitCode)
      exitCode = 128 + constants.signals[name]
      controller.abort(new UserError('INTERRUPTED', `interrupted by ${name}`))
    })
  }
  return { signal: controller.signal, exitCode: () => exitCode }
}
