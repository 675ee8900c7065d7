/** The remote cache of one run: which entry matched, which wheels it gave, and what is sealed to be saved. */
import { readFile, stat } from 'node:fs/promises'
import { type CacheBackend, type CacheHit, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { describeDifference, type Ingredients, ingredientsOf } from '../cache/ingredients.js'
import { type CacheKeys, cacheKeys, packKey, planDigest } from '../cache/key.js'
import { type Manifest, parseManifest } from '../cache/manifest.js'
import { assignWheels, sizeOf } from '../cache/packing.js'
import { mapBounded } from '../concurrency.js'
import type { Lock } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { CacheReport } from '../report/report.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { readPack } from '../store/pack-reader.js'
import { withStagedFile } from '../store/store.js'
import { describeInputs } from './plan-inputs.js'
import type { Run } from './run.js'
import { absentWheels } from './wheels.js'

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
}

export type CacheSession = {
  /** Undefined where the run goes without a cache. */
  readonly open: OpenCache | undefined
  /** Why there is none, or what was found there. */
  readonly reason: string
}

/** Opens the remote cache and looks for a manifest. Trouble is a warning and a miss. */
export async function openCache(inputs: RunInputs, interpreter: Interpreter, run: Run): Promise<CacheSession> {
  const { settings, host } = run
  const { cache } = settings
  const workspace = host.env.GITHUB_WORKSPACE ?? host.workingDirectory
  const { backend, reason } = chooseBackend(cache.backend, { host, workspace })
  if (backend === undefined) return { open: undefined, reason }
  if (!cache.restore && !cache.save) return { open: undefined, reason: cache.reason }
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
  return { open: { backend, workspace, planDigest: digest, ingredients, keys, ...found }, reason: found.reason }
}

type Found = Pick<OpenCache, 'manifest' | 'matchedKey'> & { readonly reason: string }

type Sought = Pick<OpenCache, 'keys' | 'planDigest' | 'ingredients'>

async function findManifest(backend: CacheBackend, sought: Sought, run: Run): Promise<Found> {
  const { keys } = sought
  const absent = { manifest: undefined, matchedKey: undefined }
  return withEntry(run, {
    restore: destination => backend.restore(keys.manifest, keys.prefixes, destination),
    use: async (path, { key }) => {
      const manifest = parseManifest(await readFile(path, 'utf8'))
      if (manifest === undefined) return { ...absent, reason: `the manifest \`${key}\` is damaged` }
      return { manifest, matchedKey: key, reason: describeMatch(manifest, key, sought) }
    },
    otherwise: reason => ({ ...absent, reason }),
  })
}

/** Which entry was found, and what differs from the one that was sought. */
function describeMatch(manifest: Manifest, key: string, { keys, planDigest, ingredients }: Sought): string {
  if (key === keys.manifest) return 'found, for this very revision'
  const revision = manifest.revision === '' ? 'another revision' : `revision ${manifest.revision.slice(0, 12)}`
  if (manifest.planDigest === planDigest) return `found, of ${revision}, with the same inputs`
  const difference = describeDifference(manifest.ingredients, ingredients)
  return `found, of ${revision}, with other inputs${difference === '' ? '' : `: ${difference}`}`
}

type EntryUse<T> = {
  restore(destination: string): Promise<CacheHit | undefined>
  use(path: string, hit: CacheHit): Promise<T>
  otherwise(reason: string): T
}

/** Restores one entry to a temporary file and hands it on; trouble with the cache never fails the run. */
function withEntry<T>({ located, watch }: Run, { restore, use, otherwise }: EntryUse<T>): Promise<T> {
  return withStagedFile(located.store, async path => {
    const end = watch.begin('restore')
    let bytes: number | undefined
    try {
      const hit = await restore(path)
      if (hit !== undefined) bytes = (await stat(path)).size
      return hit === undefined ? otherwise('nothing was saved yet') : await use(path, hit)
    } catch (error) {
      if (!(error instanceof CacheTrouble)) throw error
      watch.warn(`${error.message}; going on without it`)
      return otherwise(error.message)
    } finally {
      end({ bytes })
    }
  })
}

/** The lock that the manifest carries, when it was made from the same inputs: then no resolver runs. */
export function restoredLock({ open }: CacheSession): Lock | undefined {
  return open?.manifest?.planDigest === open?.planDigest ? open?.manifest?.lock : undefined
}

/** One downloads while another is decoded. */
const packsInProgress = 2

/** Brings what the cache has of these wheels into the store; returns the sha256 of those that came from it. */
export async function restoreWheels(
  wheels: readonly PlannedWheel[],
  { open }: CacheSession,
  run: Run,
): Promise<ReadonlySet<string>> {
  const restored = new Set<string>()
  if (open?.manifest === undefined) return restored
  const { backend, manifest } = open
  const absent = await absentWheels(wheels, run.located.store)
  const wanted = absent.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [{ sha256 }]))
  const held = assignWheels(wanted, manifest.packs, ({ sha256 }, packed) => sha256 === packed.sha256)
  const largestFirst = [...held].sort(([a], [b]) => sizeOf(b.wheels) - sizeOf(a.wheels))
  await mapBounded(largestFirst, packsInProgress, async ([pack, wheels]) => {
    const contents = await withEntry(run, {
      restore: destination => backend.restore(packKey(pack.digest), [], destination),
      use: path => readWheels(path, new Set(wheels.map(({ sha256 }) => sha256)), run),
      otherwise: () => [],
    })
    for (const sha256 of contents) restored.add(sha256)
  })
  return restored
}

async function readWheels(path: string, wanted: ReadonlySet<string>, run: Run): Promise<readonly string[]> {
  const { contents, damaged } = await readPack(run.located.store, path, wanted)
  if (contents.wheels.length > 0) {
    run.watch.decide(
      'trust',
      'as the cache is',
      'restored packs are unsigned: whoever can write to the cache chose them',
    )
  }
  for (const { wheel, reason } of damaged) {
    run.watch.warn(`the cache entry of ${wheel ?? 'this plan'} is damaged (${reason}); fetching it instead`)
  }
  return contents.wheels.map(note => note.sha256)
}

export type CacheUse = {
  readonly wheels: number
  /** How many wheels, with their bytecode, were neither fetched nor compiled in this run. */
  readonly spared: number
}

/** What the report says about the cache. */
export function describeCache({ open, reason }: CacheSession, { wheels, spared }: CacheUse): CacheReport {
  if (open === undefined) {
    return { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason }
  }
  const outcome = spared === wheels ? 'hit' : spared > 0 ? 'partial' : 'miss'
  const { backend, keys, matchedKey } = open
  const why =
    outcome === 'hit' && matchedKey === undefined ? `the local store had everything; in the cache, ${reason}` : reason
  return { backend: backend.name, outcome, primaryKey: keys.manifest, matchedKey, reason: why }
}
