/** Saving an environment as images: each image, and the plan behind them, is an entry of its own. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { openFileEntry } from '../cache/file-entry.js'
import { imageRanges, rangeSum } from '../cache/image-ranges.js'
import { blobDigest, imageKey } from '../cache/key.js'
import type { ImageFile, ImageLayer, ManifestImages } from '../cache/manifest.js'
import { mapBounded } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Watch } from '../report/timeline.js'
import { changedEntries } from '../store/check.js'
import { type Store, withStagedFile } from '../store/store.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { forgetImages, imagePath, imageSetPath, makeImages, readImageSet } from './images.js'
import { packPlan } from './portable-plan.js'
import type { ImageRequest } from './seal.js'
import { readStoredPlan, type StoredPlan } from './stored-plan.js'

export type ImageServices = {
  readonly backend: CacheBackend
  readonly store: Store
  readonly host: Host
  readonly watch: Watch
  readonly spoiled: readonly string[]
  readonly isRepeated?: boolean | undefined
}

export type SavedImages = { readonly images: ManifestImages; readonly savedBytes: number }

/** One is read while another is uploaded. */
const imagesInProgress = 2

/**
 * Makes the images that the store lacks and saves those that the backend lacks. Trouble is a warning: then none are named.
 * Images of wheels that changed meanwhile are taken away.
 */
export async function saveImages(
  { keep: request, key }: ImageRequest,
  services: ImageServices,
): Promise<SavedImages | undefined> {
  const { store, host, watch } = services
  try {
    const plan = await readStoredPlan(request.key, store)
    if (plan === undefined) return undefined
    const reason = await makeImages(request, plan, host)
    const set = reason === undefined ? await readImageSet(imageSetPath(store, request, host)) : undefined
    if (set === undefined) {
      watch.decide('images', 'not saved', reason ?? 'they are gone')
      return undefined
    }
    const changed = changedEntries(store, plan.facts.entries)
    if (changed.length > 0) {
      await forgetImages(set, { ...request, umask: host.umask }, store)
      const names = changed.map(({ name }) => name)
      watch.warn(`in the store, ${quotedFew(names, 5)} changed while images were made: none are saved`)
      return undefined
    }
    return await saveAll({ key, root: set.root, plan, layers: set.layers }, services)
  } catch (error) {
    watch.signal.throwIfAborted()
    if (!(error instanceof CacheTrouble || isUserError(error)) && errnoOf(error) === undefined) throw error
    if (error instanceof SavedElsewhere) watch.decide('images', 'not saved', error.message)
    else watch.warn(`${messageOf(error)}; no images were saved`)
    return undefined
  }
}

/** Somebody else is at it. */
class SavedElsewhere extends CacheTrouble {}

type Saving = Pick<ManifestImages, 'key' | 'root'> & {
  readonly plan: StoredPlan
  readonly layers: readonly string[]
}

async function saveAll({ key, root, plan, layers }: Saving, services: ImageServices): Promise<SavedImages> {
  const { store } = services
  const savedPlan = await withStagedFile(store, async path => {
    await writeFile(path, await packPlan(plan, store))
    return saveFile(path, services)
  })
  const saved = await mapBounded(layers, imagesInProgress, async name => {
    const { file, savedBytes } = await saveFile(imagePath(store, name), services)
    return { layer: { ...file, name } satisfies ImageLayer, savedBytes }
  })
  const images: ManifestImages = {
    key,
    root,
    user: process.getuid?.() ?? 0,
    plan: savedPlan.file,
    layers: saved.map(({ layer }) => layer),
  }
  return { images, savedBytes: saved.reduce((sum, { savedBytes }) => sum + savedBytes, savedPlan.savedBytes) }
}

type SavedFile = { readonly file: ImageFile; readonly savedBytes: number }

async function saveFile(path: string, services: ImageServices): Promise<SavedFile> {
  const { backend, watch, spoiled, isRepeated } = services
  watch.signal.throwIfAborted()
  const contents = await describeFile(path)
  const digest = blobDigest(contents.sha256, spoiled)
  const outcome = await backend.save(imageKey(digest), async () => path)
  if (outcome === 'present' && !(await backend.has(imageKey(digest)))) {
    if (isRepeated !== true) throw new SavedElsewhere('another job is saving the same')
    return saveFile(path, { ...services, spoiled: [...spoiled, digest], isRepeated: false })
  }
  return { file: { ...contents, digest }, savedBytes: outcome === 'saved' ? contents.size : 0 }
}

async function describeFile(path: string): Promise<Omit<ImageFile, 'digest'>> {
  const { size, read, close } = await openFileEntry({ backend: 'images', key: path, path })
  try {
    const hash = createHash('sha256')
    const rangeSums: string[] = []
    for (const { start, end } of imageRanges(size)) {
      const bytes = await read(start, end)
      hash.update(bytes)
      rangeSums.push(rangeSum(bytes))
    }
    return { sha256: hash.digest('hex'), size, rangeSums }
  } finally {
    await close()
  }
}
