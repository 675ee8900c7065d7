/** A directory with an environment in it, made of files by hand. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type InstalledDistribution, scanInstalled } from '../../../src/install/installed.js'
import { planRemoval, type Removal } from '../../../src/install/uninstall.js'
import { type PythonEnvironment, venvEnvironment } from '../../../src/python/environment.js'
import { makeInterpreter } from '../../helpers/plan.js'

export type Tree = {
  /** Holds `venv` and whatever a test puts beside it. */
  readonly scratch: string
  readonly environment: PythonEnvironment
  /** Paths below the environment, for site-packages with a leading `@/`. */
  path(path: string): string
  /** Writes files, paths as for `path`. */
  put(files: Readonly<Record<string, string | Buffer>>): Promise<void>
  /** The one distribution of this name. */
  find(name: string): Promise<InstalledDistribution>
  /** Plans the removal of the one distribution of this name, as seen by `environment` or another. */
  remove(name: string, environment?: PythonEnvironment): Promise<Removal>
  clean(): Promise<void>
}

export async function makeTree(): Promise<Tree> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-uninstall-')))
  const environment = venvEnvironment(join(scratch, 'venv'), makeInterpreter(), { os: 'linux', arch: 'x64' })
  const { purelib } = environment.schemes
  await mkdir(purelib, { recursive: true })
  const path = (name: string) => (name.startsWith('@/') ? join(purelib, name.slice(2)) : join(environment.root, name))
  const find = async (name: string) => {
    const found = (await scanInstalled([purelib])).filter(distribution => distribution.name === name)
    const [one] = found
    if (one === undefined || found.length > 1) throw new Error(`${found.length} distributions are named ${name}`)
    return one
  }
  return {
    ...{ scratch, environment, path, find },
    put: async files => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(path(name)), { recursive: true })
        await writeFile(path(name), content)
      }
    },
    remove: async (name, seen = environment) => planRemoval(await find(name), seen),
    clean: () => rm(scratch, { recursive: true, force: true }),
  }
}

/** A RECORD of these paths. */
export function recordOf(...paths: readonly string[]): string {
  return paths.map(path => `${path},,\n`).join('')
}
