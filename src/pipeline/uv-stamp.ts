/** What lets uv find source trees that were installed here as installed, and its answer. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { agreesWithUv } from '../build/uv-agreement.js'
import { uvCacheInfo } from '../build/uv-cache-info.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { Run } from './run.js'

/** The wheels, those of trees and archives of this machine with the state of their source as uv would note it now. */
export function stampAll(wheels: readonly PlannedWheel[], { host }: Run): Promise<readonly PlannedWheel[]> {
  return Promise.all(
    wheels.map(async wheel => {
      const path = localPathOf(wheel)
      const info = path === undefined ? undefined : await uvCacheInfo(path, { host })
      return info === undefined ? wheel : { ...wheel, uvCacheInfo: info }
    }),
  )
}

function localPathOf({ directUrl }: PlannedWheel): string | undefined {
  return directUrl?.url.startsWith('file:') === true && directUrl.vcs_info === undefined
    ? fileURLToPath(directUrl.url)
    : undefined
}

type Installed = {
  readonly inputs: RunInputs
  readonly environment: Pick<PythonEnvironment, 'kind' | 'root'>
  /** Normalised names of what was built of source trees. */
  readonly names: readonly string[]
}

/** Says in a line where uv would build again what is installed. */
export async function askUv({ inputs, environment, names }: Installed, { host }: Run): Promise<void> {
  const lock = inputs.files.find(({ kind }) => kind === 'uv-lock')
  if (lock === undefined || environment.kind !== 'venv' || names.length === 0) return
  const question = { uv: 'uv', project: dirname(lock.path), environment: environment.root, names, host }
  const answer = await agreesWithUv(question)
  if (answer === undefined || answer.agrees) return
  host.log.info(`uv would install ${names.join(', ')} again (${answer.said}): its private format may have changed`)
}
