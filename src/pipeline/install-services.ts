/** What placing files needs to know of a run. */
import { join } from 'node:path'
import type { InstallServices } from '../install/prepare.js'
import { readWindowsLaunchers } from '../install/windows-launchers.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import type { BytecodeKind } from '../store/store.js'
import type { Run } from './run.js'

type Facts = {
  readonly environment: PythonEnvironment
  readonly interpreter: Interpreter
  /** Which bytecode goes with the wheels; undefined = none. */
  readonly kind: BytecodeKind | undefined
}

/** Reads the launchers of Windows, and nothing elsewhere. */
export async function installServices({ environment, interpreter, kind }: Facts, run: Run): Promise<InstallServices> {
  const { os, arch } = run.host.platform
  return {
    store: run.located.store,
    linkMode: run.located.linkMode,
    environment,
    os,
    bytecodeKind: kind,
    pythonVersion: interpreter.version,
    windowsLaunchers:
      os === 'win32' ? await readWindowsLaunchers(join(interpreter.basePrefix, 'Lib'), arch) : undefined,
  }
}
