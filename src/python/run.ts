/** How a Python process is started: nothing of the caller's Python settings reaches it, nor what is this program's own. */
import type { Environment } from '../host.js'

/** Of this program and of the action that runs it: kept from builds, as from every step of a job. */
const ownVariables = /^(?:WHEELCREW_|INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/i

/** Whether a variable of ours is kept from builds. */
export function isOwnVariable(name: string): boolean {
  return ownVariables.test(name)
}

/**
 * The environment without `PYTHON*` and `__PYVENV_LAUNCHER__`, which change what an interpreter reports and imports, and without
 * our own variables: resolvers run the code of source archives.
 */
export function pythonEnvironmentVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !changesPython.test(name) && !isOwnVariable(name)))
}

const changesPython = /^(?:PYTHON.*|__PYVENV_LAUNCHER__)$/i
