/** What a run will save, sealed at its end: fixed before any later step of the job can change it. */
import { createHash } from 'node:crypto'
import { filesOfImages } from '../cache/key.js'
import type { Manifest, ManifestImages, ManifestPack } from '../cache/manifest.js'
import { nameOf } from '../cache/packing.js'
import { isSavedAs, savedLock } from '../cache/saved-lock.js'
import type { Lock } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { formatNote } from '../store/note.js'
import { type BytecodeKind, bytecodeName } from '../store/store.js'
import { version } from '../version.js'
import type { CacheSession, OpenCache } from './cache.js'
import { imagesKey } from './images-key.js'
import type { Provided } from './provide.js'
import { measuredRates } from './rates.js'
import type { KeepRequest } from './ready.js'
import type { Run } from './run.js'
import { type StoredWheel, storedWheels } from './wheels.js'

/** What will be saved, fixed before any later step of the job runs. It crosses processes as JSON. */
export type SaveRequest = {
  readonly backend: string
  readonly workspace: string
  /** Directory that holds the store's `v1`. */
  readonly store: string
  /** What the key of the manifest begins with. */
  readonly manifestKey: string
  /** Without its packs and images: what a later step changes is not in them. */
  readonly manifest: Omit<Manifest, 'packs' | 'images'>
  readonly kind: BytecodeKind | undefined
  /** The packs that the cache had when the run began: what they hold is not saved again. */
  readonly existing: readonly ManifestPack[]
  readonly mayRepack: boolean
  /** What is to be saved as images too. */
  readonly image?: ImageRequest | undefined
  /** Images of this plan that the cache had when the run began. */
  readonly images: readonly ManifestImages[]
  /** Digests of packs and images that are there and of no use: what they held is saved under others. */
  readonly spoiled: readonly string[]
  /** True for a second attempt: the process of the first was lost, and may hold keys that it will never fill. */
  readonly isRepeated?: boolean
  /** sha256 of every wheel of the plan. */
  readonly planned: readonly string[]
  /** sha256 of each wheel in the store with the sha256 of its note and of its bytecode's note: what a later step changes is left out. */
  readonly wheels: readonly SealedWheel[]
}

export type ImageRequest = {
  /** Of `imagesKey`. */
  readonly key: string
  readonly keep: KeepRequest
}

type SealedWheel = {
  /** True where only its bytecode is saved. */
  readonly isBuilt: boolean
  readonly name: string
  readonly sha256: string
  readonly note: string
  readonly bytecode: string | undefined
}

export type Sealing = {
  readonly session: CacheSession
  readonly lock: Lock
  readonly provided: readonly Provided[]
  /** Wheels of the plan that the environment held already. */
  readonly reused: readonly PlannedWheel[]
  /** Wheels of the plan that the store lacks. */
  readonly missing: readonly PlannedWheel[]
  readonly kind: BytecodeKind | undefined
  readonly interpreter: Interpreter
  /** Whether the wheel of a digest was built: it is in the cache as such, and only its bytecode is packed. */
  readonly isBuilt?: (sha256: string) => boolean
  /** What is kept for the next run of this machine: images are for others too. */
  readonly keep?: KeepRequest | undefined
  /** True where the packs of the cache hold what was provided, and the store does not. */
  readonly isDirect?: boolean
}

/** The request to save this run, or undefined with the reason where there is nothing to save. */
export async function sealSave(
  { session, lock, provided, reused, missing, kind, interpreter, ...sealing }: Sealing,
  run: Run,
): Promise<{ readonly request: SaveRequest | undefined; readonly reason: string }> {
  const { settings, located, watch } = run
  const { keep, isDirect = false, isBuilt = () => false } = sealing
  const nothing = (reason: string) => ({ request: undefined, reason })
  const { open } = session
  if (open === undefined) return nothing(session.reason)
  if (!settings.cache.save) return nothing(settings.cache.reason)
  // What points at a source tree of this machine is of no use elsewhere.
  const shareable = provided.filter(({ planned }) => planned.directUrl?.dir_info?.editable !== true)
  if (shareable.length === 0) return nothing('there is nothing to save')
  if (missing.length > 0 && open.manifest?.planDigest === open.planDigest) {
    return nothing(`the store lacks ${missing.length} wheels of the plan, and the cache has an entry of it`)
  }
  const stored = await storedWheels(reused, kind, located.store)
  const planned = [...shareable.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])].filter(
    sha256 => !isBuilt(sha256),
  )
  const names = [
    ...planned.map(sha256 => nameOf({ sha256, bytecode: '' })),
    ...bytecodeNames([...shareable, ...stored], kind),
  ]
  const isSameLock = open.manifest !== undefined && isSavedAs(lock, open.manifest.lock, interpreter.tags)
  const images = isSameLock ? savedImages(open) : []
  const wanted = keep?.form === 'image' ? { keep, key: await imagesKey(interpreter, run) } : undefined
  const lacksImages = wanted !== undefined && !images.some(({ key }) => key === wanted.key)
  const image = lacksImages && (await canUseImages(run)) ? wanted : undefined
  if (image === undefined && isSaved(open, names)) return nothing('this revision is saved already')
  const request: SaveRequest = {
    backend: settings.cache.backend,
    workspace: open.workspace,
    store: located.directory,
    manifestKey: open.keys.manifest,
    manifest: {
      format: 6,
      revision: settings.cache.revision,
      planDigest: open.planDigest,
      ingredients: open.ingredients,
      lock: savedLock(lock, interpreter.tags),
      rates: { ...open.manifest?.rates, ...measuredRates(watch.spans) },
      createdBy: version,
    },
    kind,
    existing: (open.manifest?.packs ?? []).filter(({ digest }) => !open.spoiled.has(digest)),
    image,
    images,
    spoiled: [...open.spoiled],
    mayRepack: settings.cache.mayRepack,
    planned,
    wheels: [...(isDirect ? [] : shareable), ...stored].map(wheel => sealWheel(wheel, isBuilt(wheel.note.sha256))),
  }
  return { request, reason: isOfRevision(open) ? 'the entry of this revision is not whole' : 'this revision is new' }
}

function bytecodeNames(
  wheels: readonly Pick<StoredWheel, 'note' | 'bytecode'>[],
  kind: BytecodeKind | undefined,
): readonly string[] {
  if (kind === undefined) return []
  const withBytecode = wheels.filter(({ bytecode }) => bytecode !== undefined)
  return withBytecode.map(({ note: { sha256 } }) => nameOf({ sha256, bytecode: bytecodeName(kind) }))
}

/** Whether the entry that was found is of this revision, whole, and holds all of it. */
function isSaved(open: OpenCache, names: readonly string[]): boolean {
  if (!isOfRevision(open) || open.spoiled.size > 0) return false
  const held = new Set(open.manifest?.packs.flatMap(({ items }) => items.map(nameOf)))
  return names.every(name => held.has(name))
}

/** Where images cannot be had, asking for them changes nothing about what is saved. */
async function canUseImages({ located, host }: Run): Promise<boolean> {
  const { diagnoseImages } = await import('../image/diagnose.js')
  const { canMake, canMount } = await diagnoseImages(located.store.root, host)
  return canMake && canMount
}

/** What the cache has of this plan as images, and nobody found lost or damaged. */
function savedImages({ manifest, planDigest, spoiled }: OpenCache): readonly ManifestImages[] {
  const images = manifest?.planDigest === planDigest ? (manifest.images ?? []) : []
  return images.filter(set => filesOfImages(set).every(({ digest }) => !spoiled.has(digest)))
}

function isOfRevision({ matchedKey, keys }: OpenCache): boolean {
  return matchedKey?.startsWith(keys.manifest) === true
}

function sealWheel({ note, bytecode }: Pick<StoredWheel, 'note' | 'bytecode'>, isBuilt: boolean): SealedWheel {
  return {
    isBuilt,
    name: note.name,
    sha256: note.sha256,
    note: digestOf(formatNote(note)),
    bytecode: bytecode && digestOf(formatNote(bytecode)),
  }
}

/** The digest by which a note is sealed. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
