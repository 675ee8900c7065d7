/** What a build turned out to depend on, beyond what is known before it. */
import { relative, sep } from 'node:path'
import { blobsAt } from '../build/closure.js'
import type { Discovered } from '../build/key.js'
import { filesRead, notesReads } from '../build/mirror.js'
import { scanVariables } from '../build/variables.js'
import type { BuiltByHook } from '../build/wheel.js'
import type { BuildEnvironments } from './build-environment.js'
import { prefixOf, rootedPaths, type SourceTree, sourcePaths } from './build-tree.js'
import { countedVariables, currentVariables } from './build-variables.js'
import type { Run } from './run.js'
import type { IdentifiedSource } from './source-identity.js'

type Discovering = {
  readonly identified: IdentifiedSource
  /** Names of variables that earlier builds of this source asked for. */
  readonly known: readonly string[]
  readonly environments: BuildEnvironments
}

export type Finished = { readonly source: SourceTree; readonly built: BuiltByHook }

/** All that the environment of the build was asked to hold, what the backend asked for included; without isolation, what the project names. */
export function requiresOf({ source, built }: Finished): readonly string[] {
  return built.requires.length === 0 ? source.project.requires : built.requires
}

/** What the build turned out to depend on beyond its first key. */
export async function discover(
  { source, built, making }: Finished & { readonly making: Discovering },
  run: Run,
): Promise<Discovered> {
  const { closure, directory } = source
  const scanned = await scanVariables(directory, sourcePaths(closure))
  const names = countedVariables([...built.traced.variables, ...scanned, ...making.known])
  const paths = making.identified.tree === undefined ? [] : await pathsBeside(source, built)
  return {
    variables: await currentVariables(names, run),
    paths: Object.fromEntries(paths.map(path => [path, blobsAt(closure, path)])),
    environment: (await making.environments.lock(requiresOf({ source, built }), built.filename.name)).digest,
  }
}

/**
 * POSIX paths, below the top of the repository, of what was read outside of the project: as Python saw it and, in a private copy, as
 * the file system noted it for every other program. Where neither tells about compilers, all of the repository counts.
 */
async function pathsBeside({ closure, root, mirror }: SourceTree, built: BuiltByHook): Promise<readonly string[]> {
  const traced = built.traced.outside.map(path => relative(root, path).split(sep).join('/'))
  const prefix = prefixOf(closure)
  if (prefix === '') return traced
  const isCompiled = !built.filename.tags.every(tag => tag.endsWith('-none-any'))
  if (mirror === undefined || !(await notesReads(mirror))) return isCompiled ? [''] : traced
  const beside = rootedPaths(closure).filter(path => !path.startsWith(prefix))
  return [...new Set([...traced, ...(await filesRead(root, beside))])]
}
