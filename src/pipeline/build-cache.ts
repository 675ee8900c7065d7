/** Builds in the remote cache: a small entry for each note, found by the first key, and one for its product. */
import { open as openFile, rm, writeFile } from 'node:fs/promises'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../cache/backend.js'
import { formatBuildEntry, largestBuildEntry, parseBuildEntry } from '../cache/build-entry.js'
import { chooseBackend } from '../cache/choose.js'
import { type BuildKeys, blobDigest, buildKey, buildKeys, builtKey } from '../cache/key.js'
import { mapBounded } from '../concurrency.js'
import { errnoOf, isUserError, messageOf } from '../errors.js'
import type { Interpreter } from '../python/interpreter.js'
import { type BuildNote, formatBuildNote, parseBuildNote } from '../store/build-note.js'
import { withStagedFile } from '../store/store.js'
import { refusalOf } from './build-trust.js'
import { awaitTurn, systemClock, type Turn, type TurnClock } from './build-turn.js'
import { cacheTransport } from './cache.js'
import type { Run } from './run.js'

export type RemoteBuild = {
  readonly note: BuildNote
  /** By which the product is known in the cache. */
  readonly digest: string
}

/** The second key that a build with the facts of this note would have now; undefined where that cannot be told. */
export type SecondOf = (note: BuildNote) => Promise<string | undefined> | string | undefined

/** No method fails for trouble with the cache: that is a warning, and a miss. All throw the reason of the run's signal. */
export type BuildCache = {
  /** Of its backend, for messages. */
  readonly name: string
  /** A build whose facts all hold now, of those that this run may use. */
  find(first: string, secondOf: SecondOf): Promise<RemoteBuild | undefined>
  /** Names of the variables that the builds which `find` looked at asked for. */
  readonly names: ReadonlySet<string>
  /** Writes the product to `destination`; false where it is lost or damaged, and nothing is there then. */
  fetch(found: RemoteBuild, destination: string): Promise<boolean>
  /** Saves a build at once: its product first, so that no note names what is not there. */
  save(note: BuildNote, productPath: string): Promise<void>
  /** Waits while another job builds the key, and keeps others waiting until the release. `what`: its name, for the reader. */
  claim(first: string, what?: string): Promise<Turn>
}

export type BuildCacheFacts = { readonly interpreter: Pick<Interpreter, 'cacheTag'>; readonly clock?: TurnClock }

type Remote = {
  readonly run: Run
  readonly backend: CacheBackend
  readonly keysOf: (first: string) => BuildKeys
  /** Digests of products that are there and of no use. */
  readonly spoiled: Set<string>
  readonly names: Set<string>
}

/** The builds in the cache of this run; undefined where it has none, or may do nothing with it. */
export function openBuildCache(
  { interpreter, clock = systemClock }: BuildCacheFacts,
  run: Run,
): BuildCache | undefined {
  const { settings, host, located, watch } = run
  const { cache } = settings
  if (!cache.restore && !cache.save) return undefined
  const { backend } = chooseBackend(cache.backend, {
    ...{ host, workspace: host.env.GITHUB_WORKSPACE ?? host.workingDirectory, temporary: located.store.temporary },
    ...{ transport: cacheTransport(host), signal: watch.signal },
  })
  if (backend === undefined) return undefined
  const scope = backend.scoped ? { ref: '' } : { ref: cache.ref, readableRefs: cache.readableRefs }
  const parts = { ...scope, platform: host.platform, python: interpreter, suffix: cache.suffix.replace(/\+build$/, '') }
  const names = new Set<string>()
  const remote: Remote = { run, backend, keysOf: first => buildKeys(parts, first), spoiled: new Set(), names }
  return {
    name: backend.name,
    names,
    find: async (first, secondOf) => (cache.restore ? findBuild({ first, secondOf }, remote) : undefined),
    fetch: (found, destination) => fetchProduct(found, destination, remote),
    save: async (note, productPath) => (cache.save ? saveBuild(note, productPath, remote) : undefined),
    claim: async (first, what = 'the same') =>
      cache.restore && cache.save ? awaitTurn(remote.keysOf(first), turnServices(what, clock, remote)) : noTurn,
  }
}

/** Whoever cannot save has nobody wait, and whoever cannot restore waits for nobody. */
const noTurn: Turn = { isBuilt: false, release: async () => undefined }

function turnServices(what: string, clock: TurnClock, { run, backend }: Remote) {
  const onWait = () => run.host.log.info(`waiting for another job, which builds ${what}`)
  return { backend, clock, onWait, store: run.located.store, signal: run.watch.signal }
}

type Wish = { readonly first: string; readonly secondOf: SecondOf }

/** In each scope the newest build with the first key tells what to look at, and so which of them holds now. */
function findBuild({ first, secondOf }: Wish, remote: Remote): Promise<RemoteBuild | undefined> {
  return unlessTrouble(remote, 'going on without it', async () => {
    for (const beginning of remote.keysOf(first).builds) {
      const newest = await readBuildEntry(beginning, remote)
      // What it names would be looked at, and its requirements locked: not before it is trusted.
      if (newest?.note.first !== first || !isAccepted(newest, remote)) continue
      for (const name of Object.keys(newest.note.discovered.variables)) remote.names.add(name)
      const second = await secondOf(newest.note)
      if (second === undefined) continue
      const match = newest.note.second === second ? newest : await readBuildEntry(`${beginning}${second}.`, remote)
      if (match?.note.first === first && match.note.second === second && isAccepted(match, remote)) return match
    }
    return undefined
  })
}

/** The newest entry whose key begins so; one that is damaged is none. */
async function readBuildEntry(beginning: string, { backend }: Remote): Promise<RemoteBuild | undefined> {
  const entry = await backend.open(beginning, [beginning])
  if (entry === undefined) return undefined
  try {
    const parsed = entry.size > largestBuildEntry ? undefined : parseBuildEntry(await entry.read(0, entry.size))
    const note = parsed && parseBuildNote(parsed.note)
    return note && { note, digest: parsed.product }
  } finally {
    await entry.close()
  }
}

function isAccepted({ note }: RemoteBuild, { run }: Remote): boolean {
  const refusal = refusalOf(note, run.settings)
  if (refusal === undefined) return true
  run.watch.decide(`cached build of ${withoutControls(note.name)}`, 'refused', withoutControls(refusal))
  return false
}

/** Without what a terminal would act on: the note comes out of the cache. */
function withoutControls(text: string): string {
  return text.replace(/\p{C}/gu, '')
}

async function fetchProduct(found: RemoteBuild, destination: string, remote: Remote): Promise<boolean> {
  const { run, backend, spoiled } = remote
  const key = builtKey(found.digest)
  const end = run.watch.begin('restore')
  const isThere = await unlessTrouble(remote, 'going on without it', async () => {
    const entry = await backend.open(key, [])
    try {
      if (entry !== undefined && (await writeProduct(entry, { found, destination }, run))) return true
    } finally {
      await entry?.close()
    }
    spoiled.add(found.digest)
    throw new CacheTrouble(`the cache entry \`${key}\` is ${entry === undefined ? 'gone' : 'damaged'}`)
  })
  end({ bytes: found.note.product.size })
  if (isThere !== true) await rm(destination, { force: true })
  return isThere ?? false
}

/** Bytes that are read at a time, and ranges at a time: what is in memory stays below 64 MiB. */
const rangeBytes = 4 << 20
const rangesInProgress = 16

type Wanted = { readonly found: RemoteBuild; readonly destination: string }

/** False where the entry holds other bytes. */
async function writeProduct(entry: CacheEntry, { found, destination }: Wanted, run: Run): Promise<boolean> {
  const { size, sha256 } = found.note.product
  if (entry.size !== size) return false
  const starts = Array.from({ length: Math.ceil(size / rangeBytes) }, (_, index) => index * rangeBytes)
  const file = await openFile(destination, 'w')
  try {
    await mapBounded(starts, rangesInProgress, async start => {
      run.watch.signal.throwIfAborted()
      const bytes = await entry.read(start, Math.min(size, start + rangeBytes))
      await file.write(bytes, 0, bytes.length, start)
      run.watch.advance('restore', bytes.length)
    })
  } finally {
    await file.close()
  }
  return (await run.pool().run({ kind: 'digest', path: destination })).sha256 === sha256
}

async function saveBuild(note: BuildNote, productPath: string, remote: Remote): Promise<void> {
  const { run } = remote
  const end = run.watch.begin('save')
  const bytes = await unlessTrouble(remote, `the build of ${note.name} is not saved`, () =>
    saveBoth(note, productPath, remote),
  )
  end({ bytes })
}

/** Returns how many bytes were saved. */
async function saveBoth(note: BuildNote, productPath: string, remote: Remote): Promise<number> {
  const { run, backend, keysOf } = remote
  const { sha256 } = await run.pool().run({ kind: 'digest', path: productPath })
  if (sha256 !== note.product.sha256) throw new CacheTrouble(`\`${productPath}\` is not what was built`)
  const product = await saveProduct(productPath, sha256, remote)
  const text = formatBuildNote(note)
  const bytes = formatBuildEntry({ product: product.digest, note: text })
  const key = buildKey(keysOf(note.first).builds[0], note.second, text)
  const outcome = await withStagedFile(run.located.store, path =>
    backend.save(key, async () => {
      await writeFile(path, bytes)
      return path
    }),
  )
  return (product.outcome === 'saved' ? note.product.size : 0) + (outcome === 'saved' ? bytes.length : 0)
}

type SavedProduct = { readonly digest: string; readonly outcome: 'saved' | 'present' }

/**
 * A key that is taken and cannot be read belongs to a job that is saving the same, or to one that was killed while it did: then
 * another key is as good.
 */
async function saveProduct(path: string, sha256: string, { backend, spoiled }: Remote): Promise<SavedProduct> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const digest = blobDigest(sha256, [...spoiled])
    const outcome = await backend.save(builtKey(digest), async () => path)
    if (outcome === 'saved' || (await backend.has(builtKey(digest)))) return { digest, outcome }
    spoiled.add(digest)
  }
  throw new CacheTrouble('other jobs are saving the same')
}

const mostAttempts = 3

async function unlessTrouble<T>({ run }: Remote, consequence: string, work: () => Promise<T>): Promise<T | undefined> {
  const { watch } = run
  try {
    return await work()
  } catch (error) {
    watch.signal.throwIfAborted()
    if (!(error instanceof CacheTrouble || isUserError(error)) && errnoOf(error) === undefined) throw error
    watch.warn(`${messageOf(error)}; ${consequence}`)
    return undefined
  }
}
