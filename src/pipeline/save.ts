/** Saving to the remote cache: a sealed request carried out, perhaps by another process than the one that sealed it. */
import { writeFile } from 'node:fs/promises'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { manifestKey, packKey } from '../cache/key.js'
import { formatManifest, type ManifestPack, type PackedItem } from '../cache/manifest.js'
import { nameOf, type Packing, planPacks } from '../cache/packing.js'
import { mapBounded } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Watch } from '../report/timeline.js'
import { type ChangedFile, packDigest, writePack } from '../store/pack.js'
import { contentsOf, type PackContents, sectionsOf, wheelOf } from '../store/pack-contents.js'
import { openStore, type Store, withStagedFile } from '../store/store.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { cacheTransport } from './cache.js'
import { contentsNamed, itemsOf, namesOfWheel } from './pack-items.js'
import type { SavedImages } from './save-images.js'
import type { ImageRequest, SaveRequest } from './seal.js'
import { sealedContents } from './sealed-contents.js'

/** Carries out a sealed request. A full disk or cache trouble is a warning, and the job goes on. */
export async function saveCache(request: SaveRequest, host: Host, watch: Watch): Promise<void> {
  const end = watch.begin('save')
  try {
    const store = await openStore(request.store)
    const options = {
      host,
      workspace: request.workspace,
      temporary: store.temporary,
      transport: cacheTransport(host),
      signal: watch.signal,
    }
    const { backend } = chooseBackend(request.backend, options)
    if (backend === undefined) return
    const bytes = await saveAll(request, {
      backend,
      store,
      host,
      watch,
      spoiled: request.spoiled,
      isRepeated: request.isRepeated,
    })
    watch.decide('save', bytes === 0 ? 'no' : 'yes', bytes === 0 ? 'all of it is there already' : 'it was new')
    end({ bytes })
  } catch (error) {
    watch.signal.throwIfAborted()
    if (!isTrouble(error)) throw error
    const isBusy = error instanceof SavedElsewhere
    if (!isBusy) watch.warn(`${messageOf(error)}; nothing was saved`)
    watch.decide('save', 'no', messageOf(error))
  } finally {
    end()
  }
}

function isTrouble(error: unknown): boolean {
  return error instanceof CacheTrouble || isUserError(error) || errnoOf(error) !== undefined
}

/** Somebody else is at it: what this job could add comes anyway. */
class SavedElsewhere extends CacheTrouble {}

/** Returns the bytes that were saved. */
async function saveAll(request: SaveRequest, services: SaveServices): Promise<number> {
  const { backend, store, watch } = services
  const { contents, changed } = await sealedContents(request, store)
  if (changed.length > 0) {
    watch.warn(`in the store, ${quotedFew(changed, 5)} changed after the end of the installation, and is not saved`)
  }
  const own = changed.length === 0 && request.image ? await saveOwnImages(request.image, services) : undefined
  const { kept, packed } = await planSaving(request, contents, backend)
  const saved = (
    await mapBounded(packed, packsInProgress, items => {
      watch.signal.throwIfAborted()
      return savePack(contentsNamed(contents, items), services)
    })
  ).flat()
  const packs = [...kept, ...saved.map(({ entry }) => entry)]
  if (packs.length === 0) return 0
  const others = request.images.filter(({ key }) => key !== own?.images.key)
  const images = [...(own ? [own.images] : []), ...others].slice(0, mostImageSets)
  const key = manifestKey(request.manifestKey, { lock: request.manifest.lock, packs, images })
  const manifest = formatManifest({ ...request.manifest, packs, ...(images.length > 0 && { images }) })
  let written = 0
  await withStagedFile(store, async path => {
    const outcome = await backend.save(key, async () => {
      await writeFile(path, manifest)
      return path
    })
    if (outcome === 'saved') written = manifest.length
  })
  return saved.reduce((sum, { savedBytes }) => sum + savedBytes, written + (own?.savedBytes ?? 0))
}

/** Machines that differ in their interpreter have images of their own of the same plan. */
const mostImageSets = 4

/** Loaded by jobs that mount their environments, and by no others. */
async function saveOwnImages(request: ImageRequest, services: SaveServices): Promise<SavedImages | undefined> {
  const { saveImages } = await import('./save-images.js')
  return saveImages(request, services)
}

/** Divides what the plan needs over packs; one that the backend has lost in the meantime is as good as none. */
async function planSaving(request: SaveRequest, contents: PackContents, backend: CacheBackend): Promise<Packing> {
  const { mayRepack } = request
  const stored = new Map(itemsOf(contents).map(item => [nameOf(item), item]))
  const canPack = (item: PackedItem): boolean => stored.has(nameOf(item))
  let { existing } = request
  for (;;) {
    const packing = planPacks(wantedItems(request, stored, existing), existing, { mayRepack, canPack })
    const there = await Promise.all(packing.kept.map(({ digest }) => backend.has(packKey(digest))))
    const lost = new Set(packing.kept.filter((_, index) => there[index] === false))
    if (lost.size === 0) return packing
    existing = existing.filter(pack => !lost.has(pack))
  }
}

/** What the store holds of the plan, and what it lacks and a pack holds. */
function wantedItems(
  { planned, kind }: SaveRequest,
  stored: ReadonlyMap<string, PackedItem>,
  existing: readonly ManifestPack[],
): readonly PackedItem[] {
  const elsewhere = new Map(existing.flatMap(({ items }) => items).map(item => [nameOf(item), item]))
  const lacking = planned.flatMap(sha256 => namesOfWheel(sha256, kind)).filter(name => !stored.has(name))
  return [...stored.values(), ...lacking.flatMap(name => elsewhere.get(name) ?? [])]
}

type SaveServices = {
  readonly backend: CacheBackend
  readonly store: Store
  readonly host: Host
  readonly watch: Watch
  readonly spoiled: readonly string[]
  readonly isRepeated?: boolean | undefined
}
type SavedPack = { readonly entry: ManifestPack; readonly savedBytes: number }

/** One is packed while another is uploaded. */
const packsInProgress = 2

/** Saves a pack; none where nothing is left to pack. Contents that changed since they were sealed are left out and named. */
async function savePack(contents: PackContents, services: SaveServices): Promise<readonly SavedPack[]> {
  if (contents.wheels.length + contents.bytecode.length === 0) return []
  const { backend, store, watch } = services
  const digest = packDigest(contents, services.spoiled)
  const changed = new Map<string, ChangedFile>()
  return withStagedFile(store, async path => {
    let bytes: number | undefined
    const pack = async (): Promise<string> => {
      const written = await writePack(store, contents, { destination: path })
      for (const file of written.changed) changed.set(file.wheel, file)
      if (changed.size > 0) throw new ContentsChanged()
      bytes = written.size
      return path
    }
    try {
      const outcome = await backend.save(packKey(digest), pack)
      if (outcome === 'present' && !(await backend.has(packKey(digest)))) {
        if (services.isRepeated !== true) throw new SavedElsewhere('another job is saving the same')
        const spoiled = [...services.spoiled, digest]
        return await savePack(contents, { ...services, spoiled, isRepeated: false })
      }
      const entry = { digest, items: itemsOf(contents), ...(bytes !== undefined && { bytes }) }
      return [{ entry, savedBytes: outcome === 'saved' ? (bytes ?? 0) : 0 }]
    } catch (error) {
      if (!(error instanceof ContentsChanged)) throw error
      for (const [wheel, { path }] of changed) {
        const { name = wheel } = contents.wheels.find(({ sha256 }) => sha256 === wheel) ?? {}
        watch.warn(`in the store, \`${path}\` of ${name} is not what was installed; ${name} is not saved`)
      }
      return savePack(withoutWheels(contents, changed), services)
    }
  })
}

/** The store holds something else than what was sealed: a pack of this digest cannot be made. */
class ContentsChanged extends Error {
  override readonly name = 'ContentsChanged'
}

function withoutWheels(contents: PackContents, left: ReadonlyMap<string, unknown>): PackContents {
  return contentsOf(sectionsOf(contents).filter(section => !left.has(wheelOf(section))))
}
