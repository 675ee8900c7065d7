/** The environment of a run: opened, or begun while the lock is still being read. */
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { hasAbandoned, settleAbandoned } from '../install/journal.js'
import { type Claim, claimEnvironment, isLeftClaimed } from '../python/claim.js'
import { type PythonEnvironment, systemEnvironment, targetEnvironment, venvEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { claimVenv, createVenv, emptyVenv, type VenvOptions } from '../python/venv.js'
import type { ChosenInterpreter } from './interpreter.js'
import { type Run, timed, waitingOf } from './run.js'

export type EnvironmentInProgress = {
  readonly environment: PythonEnvironment
  /** True where this run makes the environment: it holds nothing yet. */
  readonly isNew: boolean
  /** True where a killed run left a change that is not whole, or its claim. */
  isUnsettled(): Promise<boolean>
  /**
   * Keeps other processes out until the run is over, after waiting for one that is at work; what a killed run left half
   * changed is as it was before. Throws what claiming throws.
   */
  claim(): Promise<void>
  /** Settles when files can be put into it. Throws what making it throws. */
  ready(): Promise<void>
  /** Others may use it. */
  finish(): Promise<void>
  /** Removes the environment if this run made it. */
  undo(): Promise<void>
}

/**
 * Opens the environment that the settings name, or starts to make a virtual environment where it is missing. Undefined
 * where another process was faster with that: choose an interpreter anew.
 */
export async function beginEnvironment(
  { interpreter, venv }: ChosenInterpreter,
  run: Run,
): Promise<EnvironmentInProgress | undefined> {
  const { environment: setting } = run.settings
  const { host } = run
  const waiting = waitingOf(run)
  if (setting.kind !== 'venv' || venv === undefined) {
    const environment =
      setting.kind === 'target'
        ? targetEnvironment(setting.path, interpreter, host.platform)
        : systemEnvironment(interpreter, host.platform)
    return openExisting(environment, run, () => claimEnvironment(environment, waiting))
  }
  const environment = venvEnvironment(setting.path, interpreter, host.platform)
  const claim = () => claimVenv(environment.root, venv, { host, ...waiting })
  if (venv.kind === 'venv') return openExisting(environment, run, async () => (await claim()) ?? vanished(environment))
  const claimed = await claim()
  return claimed === undefined ? undefined : makeVenv(environment, interpreter, { run, claim: claimed })
}

/** With what a virtual environment is made: templates lie beside the answers of interpreters. */
export function venvOptionsOf({ host, located: { store }, templates }: Run): VenvOptions {
  return { host, directory: join(store.root, 'interpreters'), temporary: store.temporary, begun: templates }
}

function vanished({ root }: PythonEnvironment): never {
  throw new UserError('VENV_BROKEN', `another process has removed \`${root}\` in the meantime`, {
    hint: 'run again, and the environment is made again',
  })
}

function makeVenv(
  environment: PythonEnvironment,
  interpreter: Interpreter,
  { run, claim }: { readonly run: Run; readonly claim: Claim },
): EnvironmentInProgress {
  // The claim outlasts an attempt that fails: what was put there meanwhile goes first.
  const lasting = { ...claim, release: async () => {} }
  const made = timed(run.watch, 'venv', () => createVenv(lasting, interpreter, venvOptionsOf(run)))
  const end = async (work: () => Promise<void>): Promise<void> => {
    await made.catch(() => undefined)
    await work()
    await claim.release()
  }
  made.catch(() => undefined)
  return {
    environment,
    isNew: true,
    isUnsettled: async () => false,
    claim: async () => {},
    ready: async () => void (await made),
    finish: () => end(async () => {}),
    undo: () => end(() => emptyVenv(claim)),
  }
}

function openExisting(
  environment: PythonEnvironment,
  { watch }: Run,
  take: () => Promise<Claim>,
): EnvironmentInProgress {
  const { root, stateDirectory } = environment
  let held: Claim | undefined
  const release = async (): Promise<void> => {
    await held?.release()
    held = undefined
  }
  return {
    environment,
    isNew: false,
    isUnsettled: async () => hasAbandoned(stateDirectory) || isLeftClaimed(stateDirectory),
    claim: async () => {
      held = await take()
      if (settleAbandoned(environment) === 'undone') {
        watch.decide('repair', 'undone', `a killed run had left a change of \`${root}\` half done`)
      }
    },
    ready: async () => {},
    finish: release,
    undo: release,
  }
}
