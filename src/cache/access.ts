/** What a run may do to the cache: apart from the backends, which a run without a cache does not load. */
import type { Environment } from '../host.js'
import { grantedAccess } from './github-rules.js'

export type CacheAccess = { readonly read: boolean; readonly write: boolean; readonly reason: string }

/**
 * What `enable-cache` permits for this event: `auto` only reads where untrusted code may run, and is off for a tag push
 * or a release. `payload` is the parsed event file (`GITHUB_EVENT_PATH`), read by the edge. The runner's mode wins.
 */
export function cacheAccess(enableCache: 'auto' | 'true' | 'false', env: Environment, payload?: unknown): CacheAccess {
  const wanted = wantedAccess(enableCache, env, payload)
  const granted = grantedAccess(env.ACTIONS_CACHE_MODE)
  const limited = (wanted.read && !granted.read) || (wanted.write && !granted.write)
  return {
    read: wanted.read && granted.read,
    write: wanted.write && granted.write,
    reason: limited ? `the runner's cache mode is \`${env.ACTIONS_CACHE_MODE}\`` : wanted.reason,
  }
}

function wantedAccess(enableCache: 'auto' | 'true' | 'false', env: Environment, payload: unknown): CacheAccess {
  if (enableCache === 'false') return { read: false, write: false, reason: 'enable-cache is `false`' }
  if (enableCache === 'true') return { read: true, write: true, reason: 'enable-cache is `true`' }
  const event = env.GITHUB_EVENT_NAME ?? ''
  if (event === 'release' || (event === 'push' && env.GITHUB_REF?.startsWith('refs/tags/') === true)) {
    return { read: false, write: false, reason: `off for a ${event === 'push' ? 'tag push' : event}` }
  }
  if (event === 'pull_request_target' || event === 'workflow_run') {
    return { read: true, write: false, reason: `read-only on \`${event}\`` }
  }
  if (event.startsWith('pull_request') && isFork(payload)) {
    return { read: true, write: false, reason: 'read-only for the pull request of a fork' }
  }
  return { read: true, write: true, reason: event === '' ? 'no event limits it' : `\`${event}\` may write` }
}

/** A pull request whose head lies in another repository, or in one that was deleted. */
function isFork(payload: unknown): boolean {
  const { pull_request: request } = (payload ?? {}) as {
    pull_request?: { head?: { repo?: { full_name?: unknown } | null }; base?: { repo?: { full_name?: unknown } } }
  }
  return request !== undefined && request.head?.repo?.full_name !== request.base?.repo?.full_name
}
