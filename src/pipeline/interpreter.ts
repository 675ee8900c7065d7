/** Which interpreter a run installs for: that of the environment where it exists, else the one asked for. */
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { findInterpreter, meetsRequest } from '../python/find.js'
import { type Interpreter, probeInterpreter } from '../python/interpreter.js'
import { parsePythonRequest } from '../python/request.js'
import { openVenv } from '../python/venv.js'
import type { Run } from './run.js'

export type ChosenInterpreter = {
  readonly interpreter: Interpreter
  /** True when the environment is not there yet. */
  readonly makesVenv: boolean
}

/**
 * Finds the interpreter. Throws what finding throws, and VENV_PYTHON_MISMATCH when the environment exists and holds
 * another Python than the one asked for.
 */
export async function chooseInterpreter(run: Run, requiresPython: string | undefined): Promise<ChosenInterpreter> {
  const { settings, host, located } = run
  const cacheDirectory = join(located.store.root, 'interpreters')
  const state = await openVenv(settings.venv, host)
  if (state.kind !== 'venv') {
    const { python, workingDirectory } = settings
    const request = { python, workingDirectory, requiresPython }
    return { interpreter: await findInterpreter(request, { host, cacheDirectory }), makesVenv: true }
  }
  const interpreter = await probeInterpreter(state.python, { host, cacheDirectory })
  await checkRequest(interpreter, run, cacheDirectory)
  return { interpreter, makesVenv: false }
}

async function checkRequest(interpreter: Interpreter, { settings, host }: Run, cacheDirectory: string): Promise<void> {
  const { python, venv, workingDirectory } = settings
  if (python === '') return
  const request = parsePythonRequest(python)
  const find = () => findInterpreter({ python, workingDirectory, requiresPython: undefined }, { host, cacheDirectory })
  const fits =
    request.kind === 'version'
      ? meetsRequest(interpreter, request)
      : (await find()).baseExecutable === interpreter.baseExecutable
  if (fits) return
  throw new UserError(
    'VENV_PYTHON_MISMATCH',
    `the environment \`${venv}\` holds Python ${interpreter.version}, asked for is \`${python}\``,
    { hint: `remove \`${venv}\`, and it is made again, or name another with \`--venv\`` },
  )
}
