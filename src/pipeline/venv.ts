/** The environment of a run: opened, or begun while the lock is still being read. */
import { rm } from 'node:fs/promises'
import type { Interpreter } from '../python/interpreter.js'
import { createVenv, type PythonEnvironment, venvEnvironment } from '../python/venv.js'
import { type Run, timed } from './run.js'

export type EnvironmentInProgress = {
  readonly environment: PythonEnvironment
  /** True where this run makes the environment: it holds nothing yet. */
  readonly isNew: boolean
  /** Settles when files can be put into it. Throws what making it throws. */
  ready(): Promise<void>
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
  if (!makesVenv) return { environment, isNew: false, ready: async () => {}, undo: async () => {} }
  const made = timed(watch, 'venv', () => createVenv(environment.root, interpreter, host))
  made.catch(() => undefined)
  return {
    environment,
    isNew: true,
    ready: () => made,
    undo: async () => {
      const wasMade = await made.then(
        () => true,
        () => false,
      )
      if (wasMade) await rm(environment.root, { recursive: true, force: true })
    },
  }
}
