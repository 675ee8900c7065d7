/** What the inputs of a run say, read once: requirements with their includes, and uv's configuration. */
import { dirname } from 'node:path'
import type { Host } from '../host.js'
import type { Lock } from '../plan/lock.js'
import { parseLockText, readPylock } from '../plan/pylock.js'
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
  /** The lock that it is, read when it is first asked for; undefined where there is none. Throws LOCK_INVALID. */
  readonly pylock: () => Lock | undefined
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
  const file = lock?.kind === 'pylock' ? lock : undefined
  const pylockDocument = once(() => file && parseLockText(file.text, file.shown))
  return {
    ...inputs,
    directory,
    pylockDocument,
    pylock: once(() => file && readPylock(pylockDocument(), file.shown, { ...settings, directory })),
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

/** Calls `make` when its value is first asked for; again where that threw. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The index settings with the indexes of uv's configuration besides: addresses whose credentials a download may need. */
export function realmsOf({ set, configuration }: RunInputs): IndexSettings {
  return { ...set.index, extraIndexUrls: [...set.index.extraIndexUrls, ...configuration.indexes] }
}
