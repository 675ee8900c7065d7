/** The editable wheel of a source tree (PEP 660), as what installs it needs it. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DirectUrl } from '../plan/lock.js'
import { readProject } from './project.js'
import { type BuildServices, buildWheel } from './wheel.js'

export type EditableWheel = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  /** Absolute path of the wheel, below the output directory. */
  readonly path: string
  /** PEP 610: the source tree, as editable. */
  readonly directUrl: DirectUrl
}

export type EditableServices = Omit<BuildServices, 'makeBuildEnvironment' | 'isolation' | 'logFile'> & {
  makeBuildEnvironment(directory: string, requirements: readonly string[]): Promise<string>
}

/** Builds the editable wheel of the source tree at an absolute path. Throws what `readProject` and `buildWheel` throw. */
export async function buildEditable(
  source: { readonly path: string; readonly shown: string },
  services: EditableServices,
): Promise<EditableWheel> {
  services.signal.throwIfAborted()
  const project = await readProject(source.path, source.shown)
  const { outputDirectory } = services
  const { filename, path } = await buildWheel(
    { project, editable: true, configSettings: {}, root: project.directory },
    {
      ...services,
      isolation: true,
      logFile: join(outputDirectory, 'build.log'),
      makeBuildEnvironment: requirements =>
        services.makeBuildEnvironment(join(outputDirectory, 'environment'), requirements),
    },
  )
  const directUrl = { url: pathToFileURL(project.directory).href, dir_info: { editable: true } }
  return { name: filename.name, version: filename.version, path, directUrl }
}
