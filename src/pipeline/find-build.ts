/** A build that was made before, here or elsewhere, of this very source in this very environment. */
import { blobsAt } from '../build/closure.js'
import { type Discovered, holds, secondKey } from '../build/key.js'
import { isUserError } from '../errors.js'
import type { BuildNote } from '../store/build-note.js'
import { buildPath, listBuilds, publishBuild, readBuild, replaceBuild, type StoredBuild } from '../store/builds.js'
import { withStagedFile } from '../store/store.js'
import { markUsed } from '../store/usage.js'
import type { BuildCache } from './build-cache.js'
import type { BuildLock } from './build-environment.js'
import { refusalOf } from './build-trust.js'
import { currentVariables } from './build-variables.js'
import type { Run } from './run.js'
import type { IdentifiedSource } from './source-identity.js'

export type Sought = {
  readonly identified: IdentifiedSource
  /** The first key. */
  readonly first: string
  /** The environment that a build with these requirements would run in. */
  lock(requirements: readonly string[], own: string): Promise<BuildLock>
}

export type FoundBuild = { readonly build: StoredBuild; readonly how: 'store' | 'restored' }

/** What the facts that a note names are now. Build requirements that cannot be locked, without a network, are as they were. */
export async function discoveredNow(note: BuildNote, { identified, lock }: Sought, run: Run): Promise<Discovered> {
  const { variables, paths } = note.discovered
  const closure = identified.tree?.closure
  const now = (path: string): string | null => (closure === undefined ? (paths[path] ?? null) : blobsAt(closure, path))
  return {
    variables: await currentVariables(Object.keys(variables), run),
    paths: Object.fromEntries(Object.keys(paths).map(path => [path, now(path)])),
    environment: await environmentNow(note, lock, run),
  }
}

async function environmentNow(
  { requires, discovered, name }: BuildNote,
  lock: Sought['lock'],
  run: Run,
): Promise<string> {
  try {
    return (await lock(requires, name)).digest
  } catch (error) {
    run.watch.signal.throwIfAborted()
    if (!isUserError(error)) throw error
    run.host.log.debug(`the build requirements of \`${name}\` are taken as they were: ${error.message}`)
    return discovered.environment
  }
}

/** Keeps a build in the store; one of the same keys that lies there already stays, unless this run refuses it. */
export async function keepTrusted(note: BuildNote, product: string, { located, settings }: Run): Promise<StoredBuild> {
  const former = await readBuild(located.store, buildPath(note))
  const isRefused = former !== undefined && refusalOf(former.note, settings) !== undefined
  return (isRefused ? replaceBuild : publishBuild)(located.store, note, product)
}

/** A build in the store that this run may use, whose discovered facts all hold. */
export async function findStored(sought: Sought, run: Run): Promise<FoundBuild | undefined> {
  const { store } = run.located
  for (const build of await listBuilds(store, sought.first)) {
    if (refusalOf(build.note, run.settings) !== undefined) continue
    if (!holds(build.note.discovered, await discoveredNow(build.note, sought, run))) continue
    markUsed(store, [buildPath(build.note)], Date.now())
    return { build, how: 'store' }
  }
  return undefined
}

/** The same out of the remote cache, brought into the store. */
export async function findRemote(
  sought: Sought,
  cache: BuildCache | undefined,
  run: Run,
): Promise<FoundBuild | undefined> {
  if (cache === undefined) return undefined
  const { first } = sought
  const found = await cache.find(first, async note => secondKey(first, await discoveredNow(note, sought, run)))
  if (found === undefined) return undefined
  const { store } = run.located
  const build = await withStagedFile(store, async path =>
    (await cache.fetch(found, path)) ? keepTrusted(found.note, path, run) : undefined,
  )
  return build && { build, how: 'restored' }
}
