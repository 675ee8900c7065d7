/** What GitHub's cache service offers this process, grants it, and takes for a key. Pure. */
import type { Environment } from '../host.js'
import { CacheTrouble } from './backend.js'

/** How the service can be reached: by its own calls (version 2), or only through `@actions/cache`. */
export type GithubOffer =
  | { readonly by: 'calls'; readonly address: string; readonly token: string }
  | { readonly by: 'toolkit'; readonly reason: string }

/** Undefined where the service is not offered: only steps that `uses:` an action are given its token. */
export function githubOffer(env: Environment): GithubOffer | undefined {
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: address } = env
  if (!token) return undefined
  if (!env.ACTIONS_CACHE_SERVICE_V2) {
    return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason: 'version 2 of the service is not offered' } : undefined
  }
  if (isEnterpriseServer(env.GITHUB_SERVER_URL)) {
    const reason = `\`${env.GITHUB_SERVER_URL}\` is GitHub Enterprise Server`
    return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason } : undefined
  }
  if (!address || !URL.canParse(address)) return undefined
  return { by: 'calls', address, token }
}

/** As `@actions/cache` tells it: any host but GitHub's own has version 1 only. */
function isEnterpriseServer(server: string | undefined): boolean {
  if (!server || !URL.canParse(server)) return false
  const host = new URL(server).hostname.toLowerCase()
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost')
}

/**
 * What a cache mode of the runner (`ACTIONS_CACHE_MODE`: `none`, `read`, `write`, `write-only`) permits; an unset or unknown
 * mode permits all.
 */
export function grantedAccess(mode: string | undefined): { readonly read: boolean; readonly write: boolean } {
  const granted = (mode ?? '').trim().toLowerCase()
  return {
    read: granted !== 'none' && granted !== 'write-only',
    write: granted !== 'none' && granted !== 'read',
  }
}

/** Throws CacheTrouble where the runner's mode permits no saving. */
export function assertMayWrite(mode: string | undefined): void {
  if (!grantedAccess(mode).write) throw new CacheTrouble(`the runner's cache mode \`${mode}\` permits no saving`)
}

const longestKey = 512
const mostKeys = 10

/** The keys that one look-up may ask for: the key, then as many prefixes as the service takes. Throws CacheTrouble. */
export function askedKeys(key: string, prefixes: readonly string[]): readonly [string, ...string[]] {
  const keys: readonly [string, ...string[]] = [key, ...prefixes.slice(0, mostKeys - 1)]
  for (const asked of keys) assertKey(asked)
  return keys
}

/** Throws CacheTrouble for a key that the service would refuse. */
export function assertKey(key: string): void {
  if (key === '' || key.length > longestKey || key.includes(',')) {
    const what = key.length > longestKey ? `a cache key of ${key.length} characters` : `the cache key \`${key}\``
    throw new CacheTrouble(`the GitHub cache service takes 1 to ${longestKey} characters without commas, not ${what}`)
  }
}

/** The service takes the primary key for a prefix too: such a match is nobody's wish. */
export function isWanted(matched: string, [key, ...prefixes]: readonly [string, ...string[]]): boolean {
  return matched === key || prefixes.some(prefix => matched.startsWith(prefix))
}
