/** What the main step leaves for the post step: where the sealed request lies and which process is saving it. */
import type { RunnerCommands } from './commands.js'
import type { Sealed } from './sealed.js'

export type SaveState = Sealed & {
  /** Undefined where no uploader could be started. */
  readonly pid: number | undefined
}

const stateName = 'save'

/** Hands the state to the runner, which keeps it from the other steps. */
export function leaveState(state: SaveState, commands: Pick<RunnerCommands, 'saveState'>): void {
  commands.saveState(stateName, JSON.stringify(state))
}

/** Undefined where the main step left nothing to save. */
export function findState(commands: Pick<RunnerCommands, 'getState'>): SaveState | undefined {
  const text = commands.getState(stateName)
  return text === '' ? undefined : (JSON.parse(text) as SaveState)
}
