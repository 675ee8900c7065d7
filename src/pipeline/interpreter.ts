/** Which interpreter a run installs for: that of the environment where it exists, else the one asked for. */
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { refuseExternallyManaged } from '../python/externally-managed.js'
import { findInterpreter, meetsRequest } from '../python/find.js'
import { type Interpreter, probeInterpreter } from '../python/interpreter.js'
import { parsePythonRequest } from '../python/request.js'
import { openVenv, type VenvState } from '../python/venv.js'
import { templateWish } from '../python/venv-template.js'
import { venvOptionsOf } from './environment.js'
import { type Run, waitingOf } from './run.js'

export type ChosenInterpreter = {
  readonly interpreter: Interpreter
  /** What lies where a virtual environment is asked for; undefined where none is. */
  readonly venv: VenvState | undefined
}

/**
 * Finds the interpreter. Throws what finding throws, VENV_PYTHON_MISMATCH when the environment exists and holds another
 * Python than the one asked for, and EXTERNALLY_MANAGED.
 */
export async function chooseInterpreter(run: Run, requiresPython: string | undefined): Promise<ChosenInterpreter> {
  const { environment } = run.settings
  switch (environment.kind) {
    case 'venv':
      return chooseForVenv(environment.path, run, requiresPython)
    case 'target':
      return { interpreter: await find(run, requiresPython), venv: undefined }
    case 'system':
      return { interpreter: await chooseSystem(run, requiresPython), venv: undefined }
  }
}

async function chooseForVenv(path: string, run: Run, requiresPython: string | undefined): Promise<ChosenInterpreter> {
  const venv = await openVenv(path, run.host, waitingOf(run))
  if (venv.kind !== 'venv') return { interpreter: await findForNew(run, requiresPython), venv }
  const interpreter = await probeInterpreter(venv.python, probeOptions(run))
  await checkRequest(interpreter, run, path)
  return { interpreter, venv }
}

/** As uv: the system is not the virtual environment that happens to be active; one that is named by its path is meant. */
async function chooseSystem(run: Run, requiresPython: string | undefined): Promise<Interpreter> {
  const { python, breakSystemPackages, workingDirectory } = run.settings
  const found = await find(run, requiresPython)
  const isNamed =
    python !== '' && (parsePythonRequest(python).kind === 'path' || found.prefix === join(workingDirectory, python))
  const isVenv = found.prefix !== found.basePrefix
  const interpreter = isVenv && !isNamed ? await probeInterpreter(found.baseExecutable, probeOptions(run)) : found
  if (!breakSystemPackages) refuseExternallyManaged(interpreter)
  return interpreter
}

/** An environment will be made: an interpreter that has to be asked what it is begins with it. */
function findForNew(run: Run, requiresPython: string | undefined): Promise<Interpreter> {
  const { mode, python, workingDirectory } = run.settings
  const venv = mode === 'install' ? templateWish(venvOptionsOf(run)) : undefined
  return findInterpreter({ python, workingDirectory, requiresPython }, { ...probeOptions(run), venv })
}

function find(run: Run, requiresPython: string | undefined): Promise<Interpreter> {
  const { python, workingDirectory } = run.settings
  return findInterpreter({ python, workingDirectory, requiresPython }, probeOptions(run))
}

function probeOptions({ host, located, meanwhile }: Run) {
  return { host, cacheDirectory: join(located.store.root, 'interpreters'), meanwhile }
}

async function checkRequest(interpreter: Interpreter, run: Run, venv: string): Promise<void> {
  const { python } = run.settings
  if (python === '') return
  const request = parsePythonRequest(python)
  const fits =
    request.kind === 'version'
      ? meetsRequest(interpreter, request)
      : (await find(run, undefined)).baseExecutable === interpreter.baseExecutable
  if (fits) return
  throw new UserError(
    'VENV_PYTHON_MISMATCH',
    `the environment \`${venv}\` holds Python ${interpreter.version}, asked for is \`${python}\``,
    { hint: `remove \`${venv}\`, and it is made again, or name another with \`--venv\`` },
  )
}
