/** Whether a run goes without a remote cache; in a file of its own, since a run that does loads nothing else of it. */
import type { Environment } from '../host.js'
import { githubOffer } from './github-rules.js'

/** Why the setting `cache-backend` means no backend here; undefined where it means one. */
export function absentBackend(setting: string, env: Environment): string | undefined {
  const name = setting.trim()
  if (name === 'none') return 'cache-backend is `none`'
  const isGithub = name === '' || name === 'auto' || name === 'github'
  return isGithub && githubOffer(env) === undefined
    ? 'the GitHub cache service is not offered to this process'
    : undefined
}
