/** Makes the environment that of the later steps, as its `activate` script would. */
import { join } from 'node:path'
import type { OperatingSystem } from '../host.js'
import type { RunnerCommands } from './commands.js'

/** Puts the scripts of the virtual environment first on PATH and exports VIRTUAL_ENV. */
export function activateEnvironment(venv: string, os: OperatingSystem, commands: RunnerCommands): void {
  commands.addPath(join(venv, os === 'win32' ? 'Scripts' : 'bin'))
  commands.exportVariable('VIRTUAL_ENV', venv)
}
