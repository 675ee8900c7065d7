/** Brings planned wheels into the store: from the store itself, a local file or the index. */

import type { HttpClient } from '../fetch/client.js'
import { downloadFile } from '../fetch/download.js'
import { hashMismatch, importFile, localPathOf } from '../fetch/verify.js'
import type { OperatingSystem } from '../host.js'
import { checkIdentity, unpackWheel, type WheelArchive } from '../install/unpack.js'
import type { LockedFile } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { WheelSource } from '../report/report.js'
import type { Watch } from '../report/timeline.js'
import { type ListedFile, requireLocal } from '../resolve/find-links.js'
import type { IndexSettings } from '../settings.js'
import { type BytecodeNote, unpackedSize, type WheelNote } from '../store/note.js'
import {
  type BytecodeKind,
  hasWheel,
  readBytecodeNote,
  readWheelNote,
  type Store,
  withStagedFile,
} from '../store/store.js'
import { parseWheelFilename } from '../wheel/filename.js'
import type { WorkerPool } from '../workers/pool.js'
import type { DigestAnswer } from '../workers/tasks.js'
import type { Restoring } from './restore.js'
import type { Run } from './run.js'

export type WheelServices = {
  readonly store: Store
  readonly client: HttpClient
  readonly watch: Watch
  /** For whose file system the wheel is unpacked. */
  readonly os: OperatingSystem
  /** The worker threads, started at the first call. */
  pool(): WorkerPool
  digest(path: string): Promise<DigestAnswer>
}

export type ProvidedWheel = { readonly note: WheelNote; readonly source: WheelSource }

/** A wheel file to bring in, with the name of its distribution for the report. */
export type WantedWheel = { readonly name: string; readonly file: LockedFile; readonly sha256: string | undefined }

/** A planned wheel that the store holds, with its bytecode where it holds that too. */
export type StoredWheel = {
  readonly planned: PlannedWheel
  readonly note: WheelNote
  readonly bytecode: BytecodeNote | undefined
}

/** Those of the wheels that the store holds, with bytecode of this kind. */
export async function storedWheels(
  wheels: readonly PlannedWheel[],
  kind: BytecodeKind | undefined,
  store: Store,
): Promise<readonly StoredWheel[]> {
  const found: StoredWheel[] = []
  for (const planned of wheels) {
    const note = planned.sha256 === undefined ? undefined : await readWheelNote(store, planned.sha256)
    if (note === undefined) continue
    found.push({ planned, note, bytecode: kind && (await readBytecodeNote(store, kind, note.sha256)) })
  }
  return found
}

/** Those of the wheels that the store lacks; one without a digest counts, since it is not known before it is read. */
export async function absentWheels(wheels: readonly PlannedWheel[], store: Store): Promise<readonly PlannedWheel[]> {
  const present = await Promise.all(wheels.map(async ({ sha256 }) => sha256 !== undefined && hasWheel(store, sha256)))
  return wheels.filter((_, index) => !present[index])
}

export type Obtaining = {
  readonly restoring: Restoring
  readonly index: IndexSettings
  /** The files that `--find-links` names. */
  readonly links: readonly ListedFile[]
}

/** True where no index may be asked. */
export function isLocalOnly({ offline, noIndex }: IndexSettings): boolean {
  return offline || noIndex
}

/**
 * Those of the wheels that will have to be fetched. Where no index may be asked, the cache has the first word.
 * Throws UserError WHEEL_UNAVAILABLE_OFFLINE.
 */
export async function requireObtainable(
  wheels: readonly PlannedWheel[],
  { restoring, index, links }: Obtaining,
  { located }: Pick<Run, 'located'>,
): Promise<readonly PlannedWheel[]> {
  const isLimited = isLocalOnly(index)
  if (isLimited) await restoring.settled
  const absent = await absentWheels(wheels, located.store)
  requireLocal(absent, { index, files: links })
  return isLimited ? absent : absent.filter(wheel => !restoring.promises(wheel))
}

/**
 * The note of a wheel that is in the store afterwards.
 * Throws UserError HASH_MISMATCH (exit 3), WHEEL_INVALID (exit 3), or what downloading throws.
 */
export async function provideWheel(wanted: WantedWheel, services: WheelServices): Promise<ProvidedWheel> {
  const stored = wanted.sha256 === undefined ? undefined : await readWheelNote(services.store, wanted.sha256)
  const provided = stored === undefined ? await bringIn(wanted, services) : ({ note: stored, source: 'store' } as const)
  // The store knows a wheel by its bytes: whatever it is called this time must still be true.
  checkIdentity(provided.note, parseWheelFilename(wanted.file.filename))
  return provided
}

function bringIn(wanted: WantedWheel, services: WheelServices): Promise<ProvidedWheel> {
  const path = localPathOf(wanted.file)
  return path === undefined ? fromIndex(wanted, services) : fromFile(wanted, path, services)
}

async function fromFile(wanted: WantedWheel, path: string, services: WheelServices): Promise<ProvidedWheel> {
  const { sha256, size } = await verifyLocal(wanted, path, services)
  const known = await readWheelNote(services.store, sha256)
  const note = known ?? (await unpack(wanted, { path, filename: wanted.file.filename, sha256, size }, services))
  return { note, source: 'local' }
}

async function verifyLocal(
  { name, file, sha256 }: WantedWheel,
  path: string,
  { digest, watch }: WheelServices,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const end = watch.begin('fetch', { wheel: name })
  const needsOnlySha256 = file.oneOf === undefined && (sha256 !== undefined || Object.keys(file.hashes).length === 0)
  const found = needsOnlySha256 ? await digest(path) : { ...(await importFile(file)), busyMs: undefined }
  if (sha256 !== undefined && found.sha256 !== sha256) {
    throw hashMismatch(path, { algorithm: 'sha256', expected: sha256, found: found.sha256 })
  }
  end({ bytes: found.size, busyMs: found.busyMs })
  return found
}

function fromIndex(wanted: WantedWheel, services: WheelServices): Promise<ProvidedWheel> {
  const { store, client, watch } = services
  return withStagedFile(store, async path => {
    const end = watch.begin('fetch', { wheel: wanted.name })
    const onBytes = (bytes: number): void => watch.advance('fetch', bytes)
    const { sha256, size } = await downloadFile(wanted.file, path, { client, onBytes, signal: watch.signal })
    end({ bytes: size })
    const known = await readWheelNote(store, sha256)
    const archive = { path, filename: wanted.file.filename, sha256, size }
    return { note: known ?? (await unpack(wanted, archive, services)), source: 'index' }
  })
}

async function unpack(wanted: WantedWheel, archive: WheelArchive, services: WheelServices): Promise<WheelNote> {
  const end = services.watch.begin('unpack', { wheel: wanted.name })
  const { note, warnings, busyMs } = await unpackWheel(archive, {
    store: services.store,
    pool: services.pool(),
    os: services.os,
  })
  for (const warning of warnings) services.watch.warn(warning, { wheel: wanted.name })
  end({ files: note.files.length, bytes: unpackedSize(note), busyMs })
  return note
}
