/** Saving to the remote cache: a sealed request carried out, perhaps by another process than the one that sealed it. */
import { readFile, writeFile } from 'node:fs/promises'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { packKey } from '../cache/key.js'
import { formatManifest, type ManifestPack, type PackedItem } from '../cache/manifest.js'
import { nameOf, type Packing, planPacks } from '../cache/packing.js'
import { mapBounded } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Watch } from '../report/timeline.js'
import { parseBytecodeNote, parseWheelNote, unpackedSize, type WheelNote } from '../store/note.js'
import { type ChangedFile, packDigest, writePack } from '../store/pack.js'
import type { BytecodeSection, PackContents } from '../store/pack-format.js'
import {
  bytecodeDirectory,
  bytecodeName,
  openStore,
  type Store,
  wheelDirectory,
  withStagedFile,
} from '../store/store.js'
import { cacheTransport } from './cache.js'
import { digestOf, type SaveRequest } from './seal.js'

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
    if (backend !== undefined)
      end({ bytes: await saveAll(request, { backend, store, watch, spoiled: request.spoiled }) })
  } catch (error) {
    watch.signal.throwIfAborted()
    if (!(error instanceof CacheTrouble) && !isUserError(error) && errnoOf(error) === undefined) throw error
    watch.warn(`${messageOf(error)}; nothing was saved`)
  } finally {
    end()
  }
}

/** Returns the bytes that were saved. */
async function saveAll(request: SaveRequest, services: SaveServices): Promise<number> {
  const { backend, store, watch } = services
  if (await backend.has(request.manifestKey)) return 0
  const { contents, changed } = await sealedContents(request, store)
  for (const what of changed) watch.warn(`${what} changed in the store after it was sealed; it is not saved`)
  const { kept, packed } = await planSaving(request, contents, backend)
  const saved = (
    await mapBounded(packed, packsInProgress, items => {
      watch.signal.throwIfAborted()
      return savePack(contentsOfPack(contents, items), services)
    })
  ).flat()
  const packs = [...kept, ...saved.map(({ entry }) => entry)]
  if (packs.length === 0) return 0
  const manifest = formatManifest({ ...request.manifest, packs })
  await withStagedFile(store, async path => {
    await backend.save(request.manifestKey, async () => {
      await writeFile(path, manifest)
      return path
    })
  })
  return saved.reduce((sum, { savedBytes }) => sum + savedBytes, manifest.length)
}

/** Divides what the plan needs over packs; one that the backend has lost in the meantime is as good as none. */
async function planSaving(request: SaveRequest, contents: PackContents, backend: CacheBackend): Promise<Packing> {
  const { mayRepack } = request
  const stored = new Set(itemsOf(contents).map(nameOf))
  const canPack = (item: PackedItem): boolean => stored.has(nameOf(item))
  let { existing } = request
  for (;;) {
    const packing = planPacks(wantedItems(request, contents, existing), existing, { mayRepack, canPack })
    const there = await Promise.all(packing.kept.map(({ digest }) => backend.has(packKey(digest))))
    const lost = new Set(packing.kept.filter((_, index) => there[index] === false))
    if (lost.size === 0) return packing
    existing = existing.filter(pack => !lost.has(pack))
  }
}

/** What the store holds of the plan, and what it lacks and a pack holds. */
function wantedItems(
  { planned, kind }: SaveRequest,
  contents: PackContents,
  existing: readonly ManifestPack[],
): readonly PackedItem[] {
  const stored = itemsOf(contents)
  const known = new Set(stored.map(nameOf))
  const elsewhere = new Map(existing.flatMap(({ items }) => items).map(item => [nameOf(item), item]))
  const kinds = kind === undefined ? [''] : ['', bytecodeName(kind)]
  const lacking = planned.flatMap(sha256 => kinds.map(bytecode => nameOf({ sha256, bytecode })))
  return [...stored, ...lacking.flatMap(name => (known.has(name) ? [] : (elsewhere.get(name) ?? [])))]
}

function itemsOf({ wheels, bytecode }: PackContents): readonly PackedItem[] {
  return [
    ...wheels.map(note => ({ sha256: note.sha256, bytecode: '', size: unpackedSize(note) })),
    ...bytecode.map(({ kind, note }) => ({
      sha256: note.wheel,
      bytecode: bytecodeName(kind),
      size: unpackedSize(note),
    })),
  ]
}

function contentsOfPack({ wheels, bytecode }: PackContents, items: readonly PackedItem[]): PackContents {
  const names = new Set(items.map(nameOf))
  return {
    wheels: wheels.filter(({ sha256 }) => names.has(nameOf({ sha256, bytecode: '' }))),
    bytecode: bytecode.filter(({ kind, note }) => {
      return names.has(nameOf({ sha256: note.wheel, bytecode: bytecodeName(kind) }))
    }),
  }
}

type SaveServices = {
  readonly backend: CacheBackend
  readonly store: Store
  readonly watch: Watch
  readonly spoiled: readonly string[]
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
      const entry = { digest, items: itemsOf(contents), ...(bytes !== undefined && { bytes }) }
      return [{ entry, savedBytes: outcome === 'saved' ? (bytes ?? 0) : 0 }]
    } catch (error) {
      if (!(error instanceof ContentsChanged)) throw error
      for (const [wheel, file] of changed) {
        watch.warn(`\`${file.path}\` of the wheel ${wheel} is not what was installed; that wheel is not saved`)
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
  return {
    wheels: contents.wheels.filter(({ sha256 }) => !left.has(sha256)),
    bytecode: contents.bytecode.filter(({ note }) => !left.has(note.wheel)),
  }
}

/** What was sealed and is still the same in the store. */
async function sealedContents(
  request: SaveRequest,
  store: Store,
): Promise<{ readonly contents: PackContents; readonly changed: readonly string[] }> {
  const wheels: WheelNote[] = []
  const bytecode: BytecodeSection[] = []
  const changed: string[] = []
  for (const sealed of request.wheels) {
    const note = parseWheelNote(await sealedText(wheelDirectory(store, sealed.sha256), sealed.note))
    if (note === undefined) {
      changed.push(`the wheel ${sealed.sha256}`)
      continue
    }
    wheels.push(note)
    if (request.kind === undefined || sealed.bytecode === undefined) continue
    const set = parseBytecodeNote(
      await sealedText(bytecodeDirectory(store, request.kind, sealed.sha256), sealed.bytecode),
    )
    if (set === undefined) changed.push(`the bytecode of ${note.name}`)
    else bytecode.push({ kind: request.kind, note: set })
  }
  return { contents: { wheels, bytecode }, changed }
}

/** The text of a note, or an empty one when it is not what was sealed. */
async function sealedText(directory: string, digest: string): Promise<string> {
  const text = await readFile(`${directory}/note.json`, 'utf8').catch(() => '')
  return digestOf(text) === digest ? text : ''
}
