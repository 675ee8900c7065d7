/** What the inputs of a run say, read once: requirements with their includes, and uv's configuration. */
import { dirname } from 'node:path'
import type { Host } from '../host.js'
import { parseLockText } from '../plan/pylock.js'
import type { IndexSettings, Settings } from '../settings.js'
import type { InputFile, Inputs } from './inputs.js'
import { type RequirementSet, readRequirementSet } from './requirement-set.js'
import { readUvConfiguration, type UvConfiguration } from './uv-configuration.js'

export type RunInputs = Inputs & {
  /** The requirements, empty for a lock, with the index settings joined by what requirements files say. */
  readonly set: RequirementSet
  /** What configures uv where the inputs lie. */
  readonly configuration: UvConfiguration
  /** Absolute: the directory of the lock, or the working directory. */
  readonly directory: string
  /** The pylock.toml among them, parsed when it is first asked for; undefined where there is none. Throws LOCK_INVALID. */
  readonly pylockDocument: () => unknown
}

/** Reads what the input files include and what lies beside them. Throws what `readRequirementSet` throws. */
export async function readRunInputs(
  inputs: Inputs,
  { settings, host }: { readonly settings: Settings; readonly host: Host },
): Promise<RunInputs> {
  const { workingDirectory, index } = settings
  const files = inputs.files.filter(({ kind }) => kind === 'requirements')
  const lock = lockOf(inputs)
  const directory = directoryOf(inputs, settings)
  return {
    ...inputs,
    directory,
    pylockDocument: parsedOnce(lock),
    set: await readRequirementSet({ ...inputs, files }, { env: host.env, workingDirectory, index }),
    configuration: await readUvConfiguration(directory, host),
  }
}

/** Absolute: the directory of the lock, or the working directory. */
export function directoryOf(inputs: Inputs, { workingDirectory }: Pick<Settings, 'workingDirectory'>): string {
  const lock = lockOf(inputs)
  return lock === undefined ? workingDirectory : dirname(lock.path)
}

function lockOf({ files }: Inputs): InputFile | undefined {
  return files.find(({ kind }) => kind !== 'requirements')
}

function parsedOnce(lock: InputFile | undefined): () => unknown {
  if (lock?.kind !== 'pylock') return () => undefined
  let document: unknown
  return () => {
    document ??= parseLockText(lock.text, lock.shown)
    return document
  }
}

/** The index settings with the indexes of uv's configuration besides: addresses whose credentials a download may need. */
export function realmsOf({ set, configuration }: RunInputs): IndexSettings {
  return { ...set.index, extraIndexUrls: [...set.index.extraIndexUrls, ...configuration.indexes] }
}
