/** Saving to the remote cache: a sealed request carried out, perhaps by another process than the one that sealed it. */
import { readFile, writeFile } from 'node:fs/promises'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { packKey } from '../cache/key.js'
import { formatManifest, type ManifestPack, type PackedWheel } from '../cache/manifest.js'
import { type Packing, planPacks } from '../cache/packing.js'
import { errnoOf, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Watch } from '../report/timeline.js'
import { parseBytecodeNote, parseWheelNote, unpackedSize, type WheelNote } from '../store/note.js'
import { packDigest, writePack } from '../store/pack.js'
import type { BytecodeSection, PackContents } from '../store/pack-format.js'
import {
  bytecodeDirectory,
  bytecodeName,
  openStore,
  type Store,
  wheelDirectory,
  withStagedFile,
} from '../store/store.js'
import { digestOf, type SaveRequest } from './seal.js'

/** Carries out a sealed request. A full disk or cache trouble is a warning, and the job goes on. */
export async function saveCache(request: SaveRequest, host: Host, watch: Watch): Promise<void> {
  const { backend } = chooseBackend(request.backend, { host, workspace: request.workspace })
  if (backend === undefined) return
  const end = watch.begin('save')
  try {
    end({ bytes: await saveAll(request, backend, watch) })
  } catch (error) {
    if (!(error instanceof CacheTrouble) && errnoOf(error) === undefined) throw error
    watch.warn(`${messageOf(error)}; nothing was saved`)
  } finally {
    end()
  }
}

/** Returns the bytes that were saved. */
async function saveAll(request: SaveRequest, backend: CacheBackend, watch: Watch): Promise<number> {
  if (await backend.has(request.manifestKey)) return 0
  const store = await openStore(request.store)
  const services = { backend, store, watch }
  const { contents, changed } = await sealedContents(request, store)
  for (const what of changed) watch.warn(`${what} changed in the store after it was sealed; it is not saved`)
  const { kept, packed } = await planSaving(request, contents, backend)
  const saved: SavedPack[] = []
  for (const wheels of packed) saved.push(...(await savePack(contentsOfPack(contents, wheels), services)))
  const packs = [...kept, ...saved.map(({ entry }) => entry)]
  if (packs.length === 0) return 0
  const text = formatManifest({ ...request.manifest, packs })
  await withStagedFile(store, async path => {
    await writeFile(path, text)
    await backend.save(request.manifestKey, path)
  })
  return saved.reduce((sum, { savedBytes }) => sum + savedBytes, Buffer.byteLength(text))
}

/** Divides what the plan needs over packs; one that the backend has lost in the meantime is as good as none. */
async function planSaving(request: SaveRequest, contents: PackContents, backend: CacheBackend): Promise<Packing> {
  let { existing } = request
  for (;;) {
    const packing = planPacks(wantedWheels(request, contents, existing), existing, request)
    const there = await Promise.all(packing.kept.map(({ digest }) => backend.has(packKey(digest))))
    const lost = new Set(packing.kept.filter((_, index) => there[index] === false))
    if (lost.size === 0) return packing
    existing = existing.filter(pack => !lost.has(pack))
  }
}

/** What the store holds of the plan, and what it lacks and a pack holds. */
function wantedWheels(
  { planned }: SaveRequest,
  contents: PackContents,
  existing: readonly ManifestPack[],
): readonly PackedWheel[] {
  const stored = packedWheels(contents)
  const known = new Set(stored.map(({ sha256 }) => sha256))
  const elsewhere = new Map(existing.flatMap(({ wheels }) => wheels).map(wheel => [wheel.sha256, wheel]))
  return [...stored, ...planned.flatMap(sha256 => (known.has(sha256) ? [] : (elsewhere.get(sha256) ?? [])))]
}

function packedWheels({ wheels, bytecode }: PackContents): readonly PackedWheel[] {
  const sets = new Map(bytecode.map(section => [section.note.wheel, section]))
  return wheels.map(note => {
    const set = sets.get(note.sha256)
    const size = unpackedSize(note) + (set === undefined ? 0 : unpackedSize(set.note))
    return { sha256: note.sha256, size, bytecode: set === undefined ? '' : bytecodeName(set.kind) }
  })
}

function contentsOfPack({ wheels, bytecode }: PackContents, packed: readonly PackedWheel[]): PackContents {
  const digests = new Set(packed.map(({ sha256 }) => sha256))
  return {
    wheels: wheels.filter(({ sha256 }) => digests.has(sha256)),
    bytecode: bytecode.filter(({ note }) => digests.has(note.wheel)),
  }
}

type SaveServices = { readonly backend: CacheBackend; readonly store: Store; readonly watch: Watch }
type SavedPack = { readonly entry: ManifestPack; readonly savedBytes: number }

/** Saves a pack. Contents that changed since they were sealed are left out and named; none are saved where all changed. */
async function savePack(
  contents: PackContents,
  { backend, store, watch }: SaveServices,
): Promise<readonly SavedPack[]> {
  const expected = packDigest(contents)
  if (await backend.has(packKey(expected))) {
    return [{ entry: { digest: expected, wheels: packedWheels(contents) }, savedBytes: 0 }]
  }
  return withStagedFile(store, async path => {
    const written = await writePack(store, contents, { destination: path })
    for (const [wheel, { path: changedPath }] of new Map(written.changed.map(file => [file.wheel, file]))) {
      watch.warn(`\`${changedPath}\` of the wheel ${wheel} is not what was installed; that wheel is not saved`)
    }
    const { digest, size } = written
    if (written.contents.wheels.length === 0) return []
    const outcome = await backend.save(packKey(digest), path)
    const entry = { digest, wheels: packedWheels(written.contents) }
    return [{ entry, savedBytes: outcome === 'saved' ? size : 0 }]
  })
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
