/** Saving to the remote cache: sealed at the end of the install, carried out later, perhaps by another process. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { packKey } from '../cache/key.js'
import { formatManifest, type Manifest } from '../cache/manifest.js'
import { errnoOf, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Lock, LockedFile } from '../plan/lock.js'
import { stripCredentials } from '../redact.js'
import type { Watch } from '../report/timeline.js'
import { formatNote, parseBytecodeNote, parseWheelNote, type WheelNote } from '../store/note.js'
import { packDigest, writePack } from '../store/pack.js'
import type { BytecodeSection, PackContents } from '../store/pack-format.js'
import {
  type BytecodeKind,
  bytecodeDirectory,
  openStore,
  type Store,
  wheelDirectory,
  withStagedFile,
} from '../store/store.js'
import { version } from '../version.js'
import type { CacheSession } from './cache.js'
import type { Provided } from './provide.js'
import type { Run } from './run.js'

/** What will be saved, fixed before any later step of the job runs. It crosses processes as JSON. */
export type SaveRequest = {
  readonly backend: string
  readonly workspace: string
  /** Directory that holds the store's `v1`. */
  readonly store: string
  readonly manifestKey: string
  /** Without its packs: what a later step changes is not in them. */
  readonly manifest: Omit<Manifest, 'packs'>
  readonly kind: BytecodeKind | undefined
  /** sha256 of each wheel with the sha256 of its note and of its bytecode's note: what a later step changes is left out. */
  readonly wheels: readonly SealedWheel[]
}

type SealedWheel = { readonly sha256: string; readonly note: string; readonly bytecode: string | undefined }

export type Sealing = {
  readonly session: CacheSession
  readonly lock: Lock
  readonly provided: readonly Provided[]
  readonly kind: BytecodeKind | undefined
}

/** The request to save this run, or undefined with the reason where there is nothing to save. */
export function sealSave(
  { session, lock, provided, kind }: Sealing,
  { settings, located }: Run,
): { readonly request: SaveRequest | undefined; readonly reason: string } {
  const nothing = (reason: string) => ({ request: undefined, reason })
  const { open } = session
  if (open === undefined) return nothing(session.reason)
  if (!settings.cache.save) return nothing(settings.cache.reason)
  if (open.matchedKey === open.keys.manifest) return nothing('this revision is saved already')
  // What points at a source tree of this machine is of no use elsewhere.
  const shareable = provided.filter(({ planned }) => planned.directUrl?.dir_info?.editable !== true)
  if (shareable.length === 0) return nothing('there is nothing to save')
  const request: SaveRequest = {
    backend: settings.cache.backend,
    workspace: open.workspace,
    store: located.directory,
    manifestKey: open.keys.manifest,
    manifest: {
      format: 1,
      revision: settings.cache.revision,
      planDigest: open.planDigest,
      lock: withoutCredentials(lock),
      createdBy: version,
    },
    kind,
    wheels: shareable.map(({ note, bytecode }) => ({
      sha256: note.sha256,
      note: digestOf(formatNote(note)),
      bytecode: bytecode && digestOf(formatNote(bytecode)),
    })),
  }
  return { request, reason: 'this revision is new' }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A lock in a shared cache names no user and no password. */
function withoutCredentials(lock: Lock): Lock {
  const clean = (file: LockedFile): LockedFile => ({ ...file, url: file.url && stripCredentials(file.url) })
  return {
    ...lock,
    distributions: lock.distributions.map(distribution => ({
      ...distribution,
      wheels: distribution.wheels.map(clean),
      sdist: distribution.sdist && clean(distribution.sdist),
      archive: distribution.archive && clean(distribution.archive),
    })),
  }
}

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
  const pack = await savePack(request, { backend, store, watch })
  if (pack === undefined) return 0
  const text = formatManifest({ ...request.manifest, packs: [pack.entry] })
  await withStagedFile(store, async path => {
    await writeFile(path, text)
    await backend.save(request.manifestKey, path)
  })
  return pack.savedBytes + Buffer.byteLength(text)
}

type SaveServices = { readonly backend: CacheBackend; readonly store: Store; readonly watch: Watch }
type SavedPack = { readonly entry: Manifest['packs'][number]; readonly savedBytes: number }

/** Saves the pack unless the backend has it. Contents that changed since they were sealed are left out and named. */
async function savePack(request: SaveRequest, { backend, store, watch }: SaveServices): Promise<SavedPack | undefined> {
  const { contents, changed } = await sealedContents(request, store)
  for (const what of changed) watch.warn(`${what} changed in the store after it was sealed; it is not saved`)
  if (contents.wheels.length === 0) return undefined
  const digest = packDigest(contents)
  if (await backend.has(packKey(digest))) return { entry: packEntry(digest, contents), savedBytes: 0 }
  return withStagedFile(store, async path => {
    const written = await writePack(store, contents, { destination: path })
    for (const [wheel, { path: changedPath }] of new Map(written.changed.map(file => [file.wheel, file]))) {
      watch.warn(`\`${changedPath}\` of the wheel ${wheel} is not what was installed; that wheel is not saved`)
    }
    if (written.contents.wheels.length === 0) return undefined
    await backend.save(packKey(written.digest), path)
    return { entry: packEntry(written.digest, written.contents), savedBytes: written.size }
  })
}

function packEntry(digest: string, { wheels }: PackContents): SavedPack['entry'] {
  return { digest, wheels: wheels.map(note => note.sha256) }
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
