/** The environment of a run: opened, or begun while the lock is still being read. */
import { claimVenv } from '../python/claim.js'
import type { Interpreter } from '../python/interpreter.js'
import { createVenv, type PythonEnvironment, type VenvInProgress, venvEnvironment } from '../python/venv.js'
import { type Run, timed } from './run.js'

export type EnvironmentInProgress = {
  readonly environment: PythonEnvironment
  /** True where this run makes the environment: it holds nothing yet. */
  readonly isNew: boolean
  /** Settles when files can be put into it, by this process alone. Throws what making or claiming it throws. */
  ready(): Promise<void>
  /** Others may use it. */
  finish(): Promise<void>
  /** Removes the environment if this run made it. */
  undo(): Promise<void>
}

/** Starts to make the environment where it is missing. */
export function beginEnvironment(
  interpreter: Interpreter,
  { run, makesVenv }: { readonly run: Run; readonly makesVenv: boolean },
): EnvironmentInProgress {
  const { settings, host, watch } = run
  const environment = venvEnvironment(settings.venv, interpreter, host.platform)
  if (!makesVenv) return openExisting(environment)
  const made = timed(watch, 'venv', () => createVenv(environment.root, interpreter, host))
  const ifMade = async (use: (venv: VenvInProgress) => Promise<void>): Promise<void> => {
    const venv = await made.catch(() => undefined)
    if (venv !== undefined) await use(venv)
  }
  made.catch(() => undefined)
  return {
    environment,
    isNew: true,
    ready: async () => void (await made),
    finish: () => ifMade(venv => venv.finish()),
    undo: () => ifMade(venv => venv.undo()),
  }
}

function openExisting(environment: PythonEnvironment): EnvironmentInProgress {
  let release = async (): Promise<void> => {}
  return {
    environment,
    isNew: false,
    ready: async () => {
      release = (await claimVenv(environment.root, 'filled')).release
    },
    finish: () => release(),
    undo: () => release(),
  }
}
