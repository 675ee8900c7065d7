/** Which cache a run uses, and what it may do there. */
import { fileURLToPath } from 'node:url'
import { messageOf, type UserError, usageError } from '../errors.js'
import type { Environment, Host } from '../host.js'
import type { CacheBackend } from './backend.js'
import { directoryBackend } from './directory.js'
import { type GithubOptions, githubBackend } from './github.js'
import { githubOffer, grantedAccess } from './github-rules.js'
import { githubServiceBackend } from './github-service.js'
import type { Transport } from './requests.js'

export type ChooseOptions = Pick<GithubOptions, 'workspace' | 'temporary' | 'surround'> & {
  readonly host: Pick<Host, 'env'>
  readonly transport: Transport
  /** Ends the requests of a service. */
  readonly signal?: AbortSignal | undefined
}

export type BackendChoice = {
  /** Undefined where the run goes without. */
  readonly backend: CacheBackend | undefined
  readonly reason: string
}

/**
 * Makes the backend that `cache-backend` names: `auto`, `none`, `github` or `file:///directory`.
 * Throws UserError CACHE_BACKEND_UNKNOWN or CACHE_BACKEND_UNSUPPORTED (usage).
 */
export function chooseBackend(setting: string, options: ChooseOptions): BackendChoice {
  const [name, ...others] = setting.split(/[\s,]+/).filter(part => part !== '')
  if (others.length > 0) throw unsupported(setting, 'several tiers are')
  if (name === 'none') return { backend: undefined, reason: 'cache-backend is `none`' }
  if (name === 'github' || name === 'auto' || name === undefined) return chooseGithub(options)
  if (name.startsWith('file:')) return { backend: directoryBackend(directoryOf(name)), reason: `\`${name}\` is named` }
  if (/^(?:s3|https?):\/\//.test(name)) throw unsupported(name, `\`${name.slice(0, name.indexOf(':') + 3)}\` is`)
  throw unknown(name, 'it is none of `auto`, `none`, `github`, `file:///directory`')
}

function chooseGithub({ host, transport, signal, ...options }: ChooseOptions): BackendChoice {
  const offer = githubOffer(host.env)
  if (offer === undefined) {
    return { backend: undefined, reason: 'the GitHub cache service is not offered to this process' }
  }
  const mode = host.env.ACTIONS_CACHE_MODE
  if (offer.by === 'toolkit') {
    const reason = `the GitHub cache service is offered, through @actions/cache: ${offer.reason}`
    return { backend: githubBackend({ ...options, mode }), reason }
  }
  const backend = githubServiceBackend({ ...options, ...offer, mode, transport, signal })
  return { backend, reason: 'the GitHub cache service is offered, by its own calls' }
}

function directoryOf(address: string): string {
  if (!address.startsWith('file:///')) throw unknown(address, 'expected an absolute path after `file://`')
  try {
    return fileURLToPath(address)
  } catch (error) {
    throw unknown(address, messageOf(error))
  }
}

function unknown(name: string, reason: string): UserError {
  const hint = 'name `auto`, `none`, `github` or `file:///directory`'
  return usageError('CACHE_BACKEND_UNKNOWN', `\`cache-backend\` cannot be \`${name}\`: ${reason}`, hint)
}

function unsupported(setting: string, what: string): UserError {
  const hint = 'use `github` or `file:///directory`'
  return usageError(
    'CACHE_BACKEND_UNSUPPORTED',
    `\`cache-backend\` is \`${setting}\`, but ${what} not available yet`,
    hint,
  )
}

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
