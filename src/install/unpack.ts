/** Unpacks a verified wheel into the store: split its entries over the workers, check RECORD, publish. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OperatingSystem } from '../host.js'
import type { StoredFile, WheelNote } from '../store/note.js'
import { discard, filesOf, publish, type Store, stage, wheelDirectory } from '../store/store.js'
import { parseRecord } from '../wheel/record.js'
import { checkRecord, digestKey, wantedDigests } from '../wheel/record-check.js'
import type { ZipEntry } from '../wheel/zip.js'
import type { WorkerPool } from '../workers/pool.js'
import { openArchive } from './archive.js'
import { digestFileWith } from './digest.js'
import { nameRefused } from './unpack-entries.js'
import { readContents, type WheelArchive, type WheelContents } from './wheel-contents.js'

export { checkIdentity, type WheelArchive } from './wheel-contents.js'

export type Unpacked = {
  readonly note: WheelNote
  /** What is wrong with the wheel without making it unusable: its `Wheel-Version`, RECORD rows that do not fit. */
  readonly warnings: readonly string[]
  /** Milliseconds of work, added up over the threads. */
  readonly busyMs: number
}

export type UnpackServices = {
  readonly store: Store
  readonly pool: WorkerPool
  /** The system whose file system holds the store and takes the files. Default: one that takes every name, as Linux. */
  readonly os?: OperatingSystem
}

/** One task holds at most this much, so that a wheel spreads over all threads and each thread's memory stays small. */
const taskBytes = 4 << 20
const taskEntries = 256

/**
 * Unpacks a wheel into the store, in parallel within the wheel.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for an archive that is
 * refused; the store is then unchanged.
 */
export async function unpackWheel(archive: WheelArchive, { store, pool, os }: UnpackServices): Promise<Unpacked> {
  const contents = openContents(archive, os)
  const staged = await stage(store)
  try {
    const destination = filesOf(staged)
    makeFolders(destination, contents.entries, archive.filename)
    const tasks = splitEntries(contents.entries)
    const answers = await settleAll(
      tasks.map(entries =>
        pool.run({ kind: 'unpack', wheel: archive.filename, archive: archive.path, entries, destination }),
      ),
    )
    const files = answers.flatMap(answer => answer.files).sort((a, b) => (a.path < b.path ? -1 : 1))
    const warnings = [...contents.warnings, ...(await compareWithRecord(files, contents, destination))]
    const note = { ...contents.identity, files }
    await publish(staged, wheelDirectory(store, archive.sha256), note)
    return { note, warnings, busyMs: answers.reduce((total, answer) => total + answer.busyMs, 0) }
  } catch (error) {
    await discard(staged)
    throw error
  }
}

/** Everything that can refuse a wheel before one byte of it is written. */
function openContents(archive: WheelArchive, os: OperatingSystem | undefined): WheelContents {
  const source = openArchive(archive.path)
  try {
    return readContents(source, archive, os === 'linux' ? undefined : os)
  } finally {
    source.close()
  }
}

/** Waits for all before the first failure is thrown, so that nothing writes into a directory that is being removed. */
async function settleAll<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}

function makeFolders(destination: string, entries: readonly ZipEntry[], wheel: string): void {
  const folders = new Set(entries.map(entry => dirname(entry.path)))
  for (const folder of [...folders].sort()) {
    try {
      mkdirSync(join(destination, folder), { recursive: true })
    } catch (error) {
      throw nameRefused(error, folder, wheel)
    }
  }
}

function splitEntries(entries: readonly ZipEntry[]): ZipEntry[][] {
  const tasks: ZipEntry[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
    const last = tasks.at(-1)
    if (last === undefined || bytes + entry.size > taskBytes || last.length >= taskEntries) {
      tasks.push([entry])
      bytes = entry.size
    } else {
      last.push(entry)
      bytes += entry.size
    }
  }
  return tasks
}

/** RECORD is healed when it is written into an environment; here the reader learns that it was wrong. */
async function compareWithRecord(
  files: readonly StoredFile[],
  { record, identity }: WheelContents,
  destination: string,
): Promise<readonly string[]> {
  const parsed = parseRecord(record)
  const digests = new Map<string, Buffer>()
  for (const wanted of wantedDigests(parsed, files)) {
    digests.set(digestKey(wanted), await digestFileWith(wanted.algorithm, join(destination, wanted.path)))
  }
  return checkRecord(parsed, { wheel: identity.filename, distInfo: identity.distInfo, files, digests })
}
