/** The remote cache of one run: which entry matched, which wheels it gave, and what is sealed to be saved. */
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { describeDifference, type Ingredients, ingredientsOf } from '../cache/ingredients.js'
import { type CacheKeys, cacheKeys, planDigest } from '../cache/key.js'
import { type Manifest, parseManifest } from '../cache/manifest.js'
import { lazyTransport } from '../fetch/lazy-transport.js'
import type { Transport } from '../fetch/transport.js'
import type { Host } from '../host.js'
import type { Lock } from '../plan/lock.js'
import type { Interpreter } from '../python/interpreter.js'
import { type CacheReport, withoutCache } from '../report/report.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { describeInputs } from './plan-inputs.js'
import type { Run } from './run.js'

/** An open cache: where entries of this plan and revision belong, and the manifest that matched. */
export type OpenCache = {
  readonly backend: CacheBackend
  /** Directory that the backend works in. */
  readonly workspace: string
  readonly planDigest: string
  readonly ingredients: Ingredients
  readonly keys: CacheKeys
  /** Of this plan, or of a similar one. */
  readonly manifest: Manifest | undefined
  readonly matchedKey: string | undefined
  /** Digests of packs and images that this run found damaged or gone, for the next save to make anew. */
  readonly spoiled: Set<string>
  /** Ends all reading when it is aborted. */
  readonly reading: AbortController
}

export type CacheSession = {
  /** Undefined where the run goes without a cache. */
  readonly open: OpenCache | undefined
  /** Why there is none, or what was found there. */
  readonly reason: string
}

/** Milliseconds in which a cache service, or the proxy before it, must answer a connection. */
const connectTimeoutMs = 10_000

/** Requests to a cache service, by the proxies and certificates of the process. */
export function cacheTransport({ env }: Host): Transport {
  return lazyTransport({ env, connectTimeoutMs })
}

/** Opens the remote cache and looks for a manifest. Trouble is a warning and a miss. */
export async function openCache(inputs: RunInputs, interpreter: Interpreter, run: Run): Promise<CacheSession> {
  const { settings, host, located } = run
  const { cache } = settings
  const reading = new AbortController()
  const workspace = host.env.GITHUB_WORKSPACE ?? host.workingDirectory
  const { backend, reason } = chooseBackend(cache.backend, {
    ...{ host, workspace, temporary: located.store.temporary },
    transport: cacheTransport(host),
    signal: AbortSignal.any([run.watch.signal, reading.signal]),
  })
  if (backend === undefined) return { open: undefined, reason }
  if (!cache.restore && !cache.save) return { open: undefined, reason: cache.reason }
  run.watch.decide('cache', backend.name, reason)
  const described = await describeInputs(inputs, interpreter, run)
  const digest = planDigest(described)
  const ingredients = ingredientsOf(described)
  const keys = cacheKeys({
    planDigest: digest,
    platform: host.platform,
    python: interpreter,
    revision: cache.revision,
    suffix: cache.suffix,
    ref: backend.scoped ? '' : cache.ref,
    readableRefs: backend.scoped ? [] : cache.readableRefs,
  })
  const found = cache.restore
    ? await findManifest(backend, { keys, planDigest: digest, ingredients }, run)
    : { manifest: undefined, matchedKey: undefined, reason: cache.reason }
  const open = {
    backend,
    workspace,
    planDigest: digest,
    ingredients,
    keys,
    ...found,
    spoiled: new Set<string>(),
    reading,
  }
  return { open, reason: found.reason }
}

type Found = Pick<OpenCache, 'manifest' | 'matchedKey'> & { readonly reason: string }

type Sought = Pick<OpenCache, 'keys' | 'planDigest' | 'ingredients'>

/** Bytes of an entry above which it is no manifest. */
const largestManifest = 64 << 20

async function findManifest(backend: CacheBackend, sought: Sought, run: Run): Promise<Found> {
  const { keys } = sought
  const absent = { manifest: undefined, matchedKey: undefined }
  return withEntry(run, {
    open: () => backend.open(keys.manifest, [keys.manifest, ...keys.prefixes]),
    use: async ({ key, size, read }) => {
      const manifest = size > largestManifest ? undefined : parseManifest(await read(0, size))
      if (manifest === undefined) return { ...absent, reason: `the manifest \`${key}\` is damaged` }
      return { manifest, matchedKey: key, reason: describeMatch(manifest, key, sought) }
    },
    otherwise: reason => ({ ...absent, reason }),
  })
}

/** Which entry was found, and what differs from the one that was sought. */
function describeMatch(manifest: Manifest, key: string, { keys, planDigest, ingredients }: Sought): string {
  if (key.startsWith(keys.manifest)) return 'found, for this very revision'
  const revision = manifest.revision === '' ? 'another revision' : `revision ${manifest.revision.slice(0, 12)}`
  if (manifest.planDigest === planDigest) return `found, of ${revision}, with the same inputs`
  const difference = describeDifference(manifest.ingredients, ingredients)
  return `found, of ${revision}, with other inputs${difference === '' ? '' : `: ${difference}`}`
}

type EntryUse<T> = {
  open(): Promise<CacheEntry | undefined>
  use(entry: CacheEntry): Promise<T>
  otherwise(reason: string): T
  /** Whose reading it is: what it stopped itself is no trouble. */
  readonly reading?: AbortController
}

/** Opens one entry and hands it on; trouble with the cache never fails the run. */
export async function withEntry<T>({ watch }: Run, { open, use, otherwise, reading }: EntryUse<T>): Promise<T> {
  const end = watch.begin('restore')
  let entry: CacheEntry | undefined
  try {
    entry = await open()
    return entry === undefined ? otherwise('nothing was saved yet') : await use(entry)
  } catch (error) {
    if (!(error instanceof CacheTrouble)) throw error
    watch.signal.throwIfAborted()
    if (reading?.signal.aborted !== true) watch.warn(`${error.message}; going on without it`)
    return otherwise(error.message)
  } finally {
    end({ bytes: entry?.size })
    await entry?.close().catch(ignoreTrouble)
  }
}

/** For closing: what was to be read was read, or warned of. */
export function ignoreTrouble(error: unknown): void {
  if (!(error instanceof CacheTrouble)) throw error
}

/** The lock that the manifest carries, when it was made from the same inputs: then no resolver runs. */
export function restoredLock({ open }: CacheSession): Lock | undefined {
  return open?.manifest?.planDigest === open?.planDigest ? open?.manifest?.lock : undefined
}

export type CacheUse = {
  readonly wheels: number
  /** How many wheels, with their bytecode, were neither fetched nor compiled in this run. */
  readonly spared: number
}

/** What the report says about the cache. */
export function describeCache({ open, reason }: CacheSession, { wheels, spared }: CacheUse): CacheReport {
  if (open === undefined) return withoutCache(reason)
  const outcome = spared === wheels ? 'hit' : spared > 0 ? 'partial' : 'miss'
  const { backend, keys, matchedKey, spoiled } = open
  const had = outcome === 'hit' && matchedKey === undefined ? 'the local store had everything; in the cache, ' : ''
  const lost = spoiled.size === 0 ? '' : `; ${spoiled.size} of its entries lost or damaged`
  const why = `${had}${reason}${lost}`
  return { backend: backend.name, outcome, primaryKey: keys.manifest, matchedKey, reason: withoutControls(why) }
}

/** Without what a terminal would act on: names and keys in it come out of the cache. */
function withoutControls(text: string): string {
  return text.replace(/\p{C}/gu, '')
}
