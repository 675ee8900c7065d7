/** How a Python process is started: nothing of the caller's Python settings reaches it. */
import type { Environment } from '../host.js'

/** The environment without `PYTHON*` and `__PYVENV_LAUNCHER__`, which change what an interpreter reports and imports. */
export function pythonEnvironmentVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !changesPython.test(name)))
}

const changesPython = /^(?:PYTHON.*|__PYVENV_LAUNCHER__)$/i
