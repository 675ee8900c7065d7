/** Reading everything again: a store against its notes, an environment against its RECORDs. */
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { errnoOf, hasErrno, messageOf, usageError } from '../errors.js'
import type { Host } from '../host.js'
import { digestFileWith } from '../install/digest.js'
import { type InstalledDistribution, scanInstalled } from '../install/installed.js'
import { distinctDirectories, textOf } from '../install/reading.js'
import { listBuildPaths, readBuild, type StoredBuild } from '../store/builds.js'
import { hasOwnFacts, nameOfEntry, readEntryNote } from '../store/check.js'
import { entryDirectory, listEntries } from '../store/entry.js'
import { evict, evictChanged } from '../store/evict.js'
import type { StoredFile } from '../store/note.js'
import { filesOf, type Store } from '../store/store.js'
import { parseRecord, type RecordRow, recordHash } from '../wheel/record.js'
import { wantedDigests } from '../wheel/record-check.js'
import { startPool } from '../workers/pool.js'

/** A file that is not what was put there. */
export type Difference = {
  /** Absolute. */
  readonly path: string
  /** What is wrong, after the name of the file: `is gone`. */
  readonly reason: string
}

export type Verified = {
  readonly files: number
  readonly bytes: number
  readonly differences: readonly Difference[]
  /** What was taken out of the store: `numpy 2.1.0`. */
  readonly removed: readonly string[]
}

/**
 * Compares every file of a store with the digest in its note. An entry or a build that differs leaves the store: a run would
 * link it.
 */
export async function verifyStore(store: Store, digest: Digest): Promise<Verified> {
  const checks: Checked[] = []
  const damaged: string[] = []
  for (const entry of await listEntries(store)) {
    const found = await verifyEntry(store, entry, digest)
    checks.push(...found)
    if (found.some(({ difference }) => difference !== undefined)) damaged.push(entry)
  }
  const removed = damaged.map(entry => nameOfEntry(store, entry))
  await evictChanged(store, damaged)
  const builds = await verifyBuilds(store, digest)
  return { ...summed([...checks, ...builds.checks]), removed: [...removed, ...builds.removed] }
}

async function verifyBuilds(store: Store, digest: Digest) {
  const checks: Checked[] = []
  const removed: string[] = []
  for (const path of await listBuildPaths(store)) {
    const build = await readBuild(store, path)
    const check = build
      ? await verifyProduct(build, digest)
      : { bytes: 0, difference: { path: join(store.root, path), reason: 'is no whole build' } }
    checks.push(check)
    if (check.difference === undefined || !(await evict(store, path))) continue
    removed.push(build ? `the build of ${build.note.name} ${build.note.version}` : `the build ${path.slice(-32)}`)
  }
  return { checks, removed }
}

async function verifyProduct({ note, productPath }: StoredBuild, digest: Digest): Promise<Checked> {
  const found = await digestOf(productPath, digest)
  if (typeof found === 'string') return { bytes: 0, difference: { path: productPath, reason: found } }
  const isSame = found.sha256 === note.product.sha256
  return { bytes: found.size, difference: isSame ? undefined : { path: productPath, reason: 'has another digest' } }
}

/** The digest of a file, from a thread. Throws Node's system errors. */
export type Digest = (path: string) => Promise<{ readonly sha256: string; readonly size: number }>

/** Gives `use` as many threads as the host has cores. */
export async function withDigest<T>(
  { workerPath, parallelism }: Host,
  use: (digest: Digest) => Promise<T>,
): Promise<T> {
  const pool = startPool(workerPath, parallelism)
  try {
    return await use(path => pool.run({ kind: 'digest', path }))
  } finally {
    await pool.close()
  }
}

type Checked = { readonly bytes: number; readonly difference: Difference | undefined }

async function verifyEntry(store: Store, entry: string, digest: Digest): Promise<readonly Checked[]> {
  const directory = entryDirectory(store, entry)
  const note = readEntryNote(store, entry)
  if (note === undefined) return []
  if (note === 'damaged') {
    return [{ bytes: 0, difference: { path: join(directory, 'note.json'), reason: 'is damaged' } }]
  }
  return mapBounded(note.files, filesAtOnce, file => verifyStored(join(filesOf(directory), file.path), file, digest))
}

/** So that no thread waits for the next one. */
const filesAtOnce = 32

async function verifyStored(path: string, file: StoredFile, digest: Digest): Promise<Checked> {
  const found = await digestOf(path, digest)
  if (typeof found === 'string') return { bytes: 0, difference: { path, reason: found } }
  const reason =
    found.sha256 !== file.sha256
      ? 'has another digest'
      : hasOwnFacts(path, file)
        ? undefined
        : 'has another time or mode than it was given'
  return { bytes: found.size, difference: reason === undefined ? undefined : { path, reason } }
}

/**
 * Compares every file of a virtual environment, or of a directory that `--target` filled, with the RECORD that lists it;
 * rows without a hash, as those of bytecode that pip compiled, say nothing. Throws the usage error ENVIRONMENT_NOT_FOUND.
 */
export async function verifyEnvironment(root: string, digest: Digest): Promise<Verified> {
  const checks: Checked[] = []
  for (const distribution of await scanInstalled(await librariesOf(root))) {
    checks.push(...(await verifyDistribution(distribution, digest)))
  }
  return { ...summed(checks), removed: [] }
}

async function librariesOf(root: string): Promise<readonly string[]> {
  const names = await readdir(root).catch(() => undefined)
  if (names === undefined) {
    throw usageError('ENVIRONMENT_NOT_FOUND', `no environment is in \`${root}\``, 'name its directory with `--venv`')
  }
  const folders = ['lib', 'lib64'].map(async name => {
    const versions = await readdir(join(root, name)).catch(() => [])
    return versions.filter(version => /^(?:python|pypy)/.test(version)).map(version => join(root, name, version))
  })
  const libraries = [...(await Promise.all(folders)).flat(), join(root, 'Lib')].map(path => join(path, 'site-packages'))
  return distinctDirectories([...libraries, root])
}

async function verifyDistribution(
  { directory, kind }: InstalledDistribution,
  digest: Digest,
): Promise<readonly Checked[]> {
  if (kind !== 'dist-info') return []
  const { rows } = parseRecord(textOf(join(directory, 'RECORD')) ?? '')
  const hashed = rows.filter(({ hash }) => hash !== '')
  return mapBounded(hashed, filesAtOnce, row => verifyRow(resolve(directory, '..', row.path), row, digest))
}

async function verifyRow(path: string, row: RecordRow, digest: Digest): Promise<Checked> {
  const found = await digestOf(path, digest)
  if (typeof found === 'string') return { bytes: 0, difference: { path, reason: found } }
  const isSame = row.hash.startsWith('sha256=')
    ? recordHash(found.sha256) === row.hash.replace(/=+$/, '')
    : await hasOtherDigest(path, row)
  return { bytes: found.size, difference: isSame ? undefined : { path, reason: 'has another digest' } }
}

/** By an algorithm besides sha256; one that proves nothing says nothing. */
async function hasOtherDigest(path: string, row: RecordRow): Promise<boolean> {
  const [wanted] = wantedDigests({ rows: [row], faults: [] }, [{ path: row.path, size: 0, sha256: '' }])
  if (wanted === undefined) return true
  const expected = Buffer.from(row.hash.slice(row.hash.indexOf('=') + 1), 'base64url')
  return (await digestFileWith(wanted.algorithm, path)).equals(expected)
}

/** Or what is wrong. */
async function digestOf(path: string, digest: Digest): Promise<{ sha256: string; size: number } | string> {
  try {
    return await digest(path)
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return 'is gone'
    if (errnoOf(error) === undefined) throw error
    return `cannot be read: ${messageOf(error)}`
  }
}

function summed(checks: readonly Checked[]): Omit<Verified, 'removed'> {
  return {
    files: checks.length,
    bytes: checks.reduce((sum, { bytes }) => sum + bytes, 0),
    differences: checks.flatMap(({ difference }) => difference ?? []),
  }
}
