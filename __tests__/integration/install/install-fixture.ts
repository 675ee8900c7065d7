/** Two stored wheels with all that a wheel can have, an environment to put them into, and the way the pipeline does it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginInstallation } from '../../../src/install/install-wheels.js'
import { type InstallServices, prepareInstall } from '../../../src/install/prepare.js'
import { type PythonEnvironment, venvEnvironment } from '../../../src/python/environment.js'
import type { LinkMode } from '../../../src/store/locate.js'
import type { BytecodeNote, WheelNote } from '../../../src/store/note.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { makeInterpreter } from '../../helpers/plan.js'
import { type Files, kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

export type Fixture = {
  readonly scratch: string
  readonly store: Store
  readonly environment: PythonEnvironment
  /** A path in site-packages. */
  site(...parts: readonly string[]): string
  /** A path in the directory of scripts. */
  script(name: string): string
  remove(): Promise<void>
}

export type Stored = { readonly note: WheelNote; readonly bytecode: BytecodeNote }

/** An empty store, and the paths of an environment that is not there yet; the caller removes them. */
export async function makeFixture(): Promise<Fixture> {
  const scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-install-'))
  const environment = venvEnvironment(join(scratch, 'venv'), makeInterpreter(), { os: 'linux', arch: 'x64' })
  return {
    scratch,
    store: await openStore(join(scratch, 'store')),
    environment,
    site: (...parts) => join(environment.schemes.purelib, ...parts),
    script: name => join(environment.schemes.scripts, name),
    remove: () => rm(scratch, { recursive: true, force: true }),
  }
}

export const alphaFiles: Files = {
  'alpha/__init__.py': 'import alpha.core\n',
  'alpha/core.py': 'VALUE = 1\n',
  'alpha/lib/native.so': Buffer.alloc(5000, 1),
  'alpha-1.0.data/scripts/shipped.sh': '#!python\nprint(1)\n',
  'alpha-1.0.data/data/share/doc/alpha.txt': 'data',
  'alpha-1.0.data/headers/alpha.h': '#define ALPHA\n',
  'alpha-1.0.data/platlib/alpha_native.py': '',
  'alpha-1.0.dist-info/METADATA': 'Name: alpha\n',
  'alpha-1.0.dist-info/entry_points.txt': '[console_scripts]\nalpha-run = alpha.core:main\n',
  'alpha-1.0.dist-info/RECORD': 'what the wheel itself says\n',
}
const betaFiles: Files = {
  'beta.py': 'VALUE = 2\n',
  'beta-1.0.dist-info/METADATA': 'Name: beta\n',
  'beta-1.0.dist-info/entry_points.txt': '[console_scripts]\nbeta-run = beta:main\n',
}

export async function storeCompiled(store: Store, name: string, files: Files, bytecode: Files = {}): Promise<Stored> {
  const note = await storeWheel(store, name, files)
  return { note, bytecode: (await storeBytecode(store, note, bytecode)).note }
}

export async function storeBoth({ store }: Fixture): Promise<readonly Stored[]> {
  const compiled = { 'alpha/__pycache__/__init__.cpython-311.pyc': 'i', 'alpha/__pycache__/core.cpython-311.pyc': 'c' }
  return [
    await storeCompiled(store, 'alpha', alphaFiles, compiled),
    await storeCompiled(store, 'beta', betaFiles, { '__pycache__/beta.cpython-311.pyc': 'b' }),
  ]
}

export type InstallOptions = { readonly linkMode?: LinkMode; readonly environment?: PythonEnvironment }

/** Begins an installation of these wheels, of which `alpha` was asked for. */
export function begin(fixture: Fixture, stored: readonly Stored[], options: InstallOptions = {}) {
  const { linkMode = 'hardlink', environment = fixture.environment } = options
  const services: InstallServices = {
    ...{ store: fixture.store, linkMode, environment, os: 'linux', bytecodeKind: kind },
    ...{ pythonVersion: '3.11.7', windowsLaunchers: undefined },
  }
  const wheels = stored.map(({ note }) => ({ note, requested: note.name === 'alpha', directUrl: undefined }))
  const preparation = prepareInstall(wheels, services)
  const installation = beginInstallation(preparation, services)
  const bytecodes = new Map(stored.map(({ note, bytecode }) => [note.name, bytecode]))
  return {
    undo: () => installation.undo(),
    /** Both return how many files each wheel got. */
    linkAll: () => preparation.wheels.map(prepared => installation.link(prepared)),
    finishAll: () => {
      const counts = preparation.wheels.map(prepared => {
        return installation.finish(prepared, bytecodes.get(prepared.wheel.note.name))
      })
      installation.commit()
      return counts
    },
  }
}

/** Every wheel linked, then every wheel finished; what fails is undone and thrown. */
export function install(fixture: Fixture, stored: readonly Stored[], options: InstallOptions = {}): void {
  const { linkAll, finishAll, undo } = begin(fixture, stored, options)
  try {
    linkAll()
    finishAll()
  } catch (error) {
    undo()
    throw error
  }
}
