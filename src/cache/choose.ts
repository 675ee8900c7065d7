/** Which cache a run uses. */
import { fileURLToPath } from 'node:url'
import { messageOf, type UserError, usageError } from '../errors.js'
import type { Host } from '../host.js'
import { absentBackend } from './absent.js'
import type { CacheBackend } from './backend.js'
import { directoryBackend } from './directory.js'
import { type GithubOptions, githubBackend } from './github.js'
import { githubOffer } from './github-rules.js'
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
  const absent = absentBackend(setting, options.host.env)
  if (absent !== undefined) return { backend: undefined, reason: absent }
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
