/** What the environment holds already of a lock, before anything of it is built. */
import { scanInstalled } from '../install/installed.js'
import type { LockedDistribution } from '../plan/lock.js'
import { isSameVersion } from '../python/specifiers.js'
import type { EnvironmentInProgress } from './environment.js'
import type { Run } from './run.js'

/** As uv: of what came from an index, the version that is installed decides, and nothing is built to find that out. */
export async function holderOf(
  target: EnvironmentInProgress,
  { settings }: Run,
): Promise<(entry: LockedDistribution) => boolean> {
  const { schemes } = target.environment
  const present = target.isNew || settings.reinstall ? [] : await scanInstalled([schemes.purelib, schemes.platlib])
  return ({ name, version }) => {
    const [found, ...others] = present.filter(distribution => distribution.name === name)
    if (found === undefined || version === undefined || others.length > 0) return false
    const isWhole = found.kind !== 'incomplete' && found.isDangling !== true
    return isWhole && found.directUrl === undefined && isSameVersion(found.version, version)
  }
}
