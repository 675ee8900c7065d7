/** The index settings of a run, once its inputs are read. */
import { dirname } from 'node:path'
import type { Host } from '../host.js'
import type { IndexSettings, Settings } from '../settings.js'
import type { Inputs } from './inputs.js'
import { readRequirementSet } from './requirement-set.js'
import { readUvConfiguration } from './uv-configuration.js'

export type RunIndex = {
  /** The settings, joined by what requirements files say. */
  readonly index: IndexSettings
  /** The same with the indexes of uv's configuration besides: the addresses whose credentials a download may need. */
  readonly realms: IndexSettings
}

/** Reads what the inputs and uv's configuration say about indexes. Throws what `readRequirementSet` throws. */
export async function readRunIndex(
  inputs: Inputs,
  { settings, host }: { readonly settings: Settings; readonly host: Host },
): Promise<RunIndex> {
  const { workingDirectory } = settings
  const files = inputs.files.filter(({ kind }) => kind === 'requirements')
  const context = { env: host.env, workingDirectory, index: settings.index }
  const { index } = await readRequirementSet({ ...inputs, files }, context)
  const lock = inputs.files.find(({ kind }) => kind !== 'requirements')
  const { indexes } = await readUvConfiguration(lock === undefined ? workingDirectory : dirname(lock.path), host)
  return { index, realms: { ...index, extraIndexUrls: [...index.extraIndexUrls, ...indexes] } }
}
