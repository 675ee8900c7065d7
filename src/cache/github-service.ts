/** GitHub's cache service, version 2, by its own calls: entries are raw files, read by ranges and written in blocks. */
import { asTrouble, type CacheBackend, type CacheEntry } from './backend.js'
import { openBlobEntry } from './blob-entry.js'
import { uploadBlob } from './blob-upload.js'
import { type GithubCalls, githubCalls } from './github-calls.js'
import { askedKeys, assertKey, assertMayWrite, grantedAccess, isWanted } from './github-rules.js'
import { createRequester, type SendRequest, type Timing, type Transport } from './requests.js'

export type GithubServiceOptions = {
  /** `ACTIONS_RESULTS_URL`, of which only the origin counts. */
  readonly address: string
  /** `ACTIONS_RUNTIME_TOKEN`. */
  readonly token: string
  /** What the runner grants (`ACTIONS_CACHE_MODE`). */
  readonly mode: string | undefined
  readonly transport: Transport
  /** Directory for entries of a service that answers no ranges. */
  readonly temporary: string
  readonly timing?: Timing | undefined
  readonly signal?: AbortSignal | undefined
}

type Service = GithubServiceOptions & { readonly calls: GithubCalls; readonly send: SendRequest }

const name = 'github'

/** Makes the backend. An entry of another job's making is there, or coming: `save` then answers `'present'`. */
export function githubServiceBackend(options: GithubServiceOptions): CacheBackend {
  const send = createRequester('the GitHub cache service', options)
  const service = { ...options, send, calls: githubCalls({ ...options, send }) }
  return {
    name,
    scoped: true,
    open: (key, prefixes) => openEntry(service, key, prefixes),
    has: async key => (await find(service, [key])) !== undefined,
    save: (key, make) => saveEntry(service, key, make),
  }
}

type Found = { readonly key: string; readonly url: URL }

async function openEntry(service: Service, key: string, prefixes: readonly string[]): Promise<CacheEntry | undefined> {
  const found = await find(service, askedKeys(key, prefixes))
  if (found === undefined) return undefined
  const renew = async () => (await find(service, [found.key]))?.url
  return openBlobEntry({ backend: name, ...found, renew, send: service.send, temporary: service.temporary })
}

/** A key that is only a prefix of another may get that one as an answer: the prefixes are then asked for alone. */
async function find(service: Service, keys: readonly [string, ...string[]]): Promise<Found | undefined> {
  if (!grantedAccess(service.mode).read) return undefined
  for (const key of keys) assertKey(key)
  const found = await service.calls.lookUp(keys)
  if (found === undefined || isWanted(found.key, keys)) return found
  const [, prefix, ...others] = keys
  if (prefix === undefined) return undefined
  const second = await service.calls.lookUp([prefix, ...others])
  return second !== undefined && isWanted(second.key, keys) ? second : undefined
}

/** Reserves the key first, which a read-only token cannot; nothing is visible before the last call. */
async function saveEntry(
  { mode, calls, send }: Service,
  key: string,
  make: () => Promise<string>,
): Promise<'saved' | 'present'> {
  assertMayWrite(mode)
  assertKey(key)
  const url = await calls.reserve(key)
  if (url === undefined) return 'present'
  const path = await make()
  const size = await asTrouble(name, () => uploadBlob({ url, path, send }))
  await calls.finish(key, size)
  return 'saved'
}
