/** The lock of a run: read, taken from the store or the remote cache, or resolved; local files stand in for URLs. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { isUserError } from '../errors.js'
import { listIndexFiles, listLinkPage } from '../fetch/simple-index.js'
import type { Lock } from '../plan/lock.js'
import { absoluteLock, relativeLock } from '../plan/lock-paths.js'
import { sourcesToBuild } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { hasCredentials } from '../redact.js'
import { type ListedFile, listFindLinks, preferLocal } from '../resolve/find-links.js'
import { keepListedHashes } from '../resolve/listed-hashes.js'
import { keyOf } from '../resolve/lock-identity.js'
import { resolveLock, sourceOf } from '../resolve/resolve.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { storeLock } from '../resolve/stored-lock.js'
import type { IndexSettings } from '../settings.js'
import { type CacheSession, restoredLock } from './cache.js'
import { provideUv } from './provide-uv.js'
import type { Run } from './run.js'
import { provideWheel } from './wheels.js'

export type ObtainedLock = {
  readonly lock: Lock
  /** The same with relative paths and without what only this machine has: for a run elsewhere. */
  readonly portable: Lock
  /** What `--find-links` offers. */
  readonly links: readonly ListedFile[]
}

export type LockFacts = {
  readonly interpreter: Interpreter
  /** Whose lock may be used; undefined where the inputs are of this run alone. */
  readonly session: CacheSession | undefined
}

/** Obtains the lock and says in the report how. Throws what reading and resolving throw. */
export async function obtainLock(
  inputs: RunInputs,
  { interpreter, session }: LockFacts,
  run: Run,
): Promise<ObtainedLock> {
  const { settings, watch } = run
  const { index } = inputs.set
  const isRead = settings.upgrade || inputs.files.some(file => file.kind === 'pylock')
  const restored = isRead ? undefined : await findRestored(inputs, { interpreter, session })
  const { lock, how, reason } =
    restored !== undefined
      ? { lock: restored, how: 'restored', reason: 'the cache holds the lock of the same inputs' }
      : await resolveLock(inputs, { settings, interpreter, services: resolveServices(run, index) })
  if (restored !== undefined) await keepRestored(restored, { inputs, interpreter }, run)
  watch.decide('lock', how, reason)
  for (const warning of lock.warnings) watch.warn(warning)
  const links = await listFindLinks(index, {
    workingDirectory: settings.workingDirectory,
    listLinkPage: url => listLinkPage(url, run.client),
  })
  return { lock: preferLocal(lock, links), portable: relativeLock(lock, inputs.directory), links }
}

/** What the cache gave is from now on the stored lock of these inputs, by which the next run finds its plan. */
async function keepRestored(
  lock: Lock,
  { inputs, interpreter }: { readonly inputs: RunInputs; readonly interpreter: Interpreter },
  { settings, located }: Run,
): Promise<void> {
  const key = keyOf(inputs, { settings, interpreter })
  await storeLock(lock, { key, directory: join(located.store.root, 'locks'), base: inputs.directory })
}

/**
 * The lock of the cache, with the paths of this machine; none where a source tree that it names does not lie here, where this
 * interpreter cannot use it, or where a URL of the inputs has credentials, which a saved lock has not.
 */
async function findRestored(inputs: RunInputs, { interpreter, session }: LockFacts): Promise<Lock | undefined> {
  const restored = session && restoredLock(session)
  const { requirements, sources } = inputs.set
  const places = [...requirements.map(({ location = '' }) => location), ...sources.map(({ text }) => text)]
  const isSecret = places.some(hasCredentials)
  if (restored === undefined || isSecret) return undefined
  const lock = withListedHashes({ ...absoluteLock(restored, inputs.directory), source: sourceOf(inputs) }, inputs)
  if (lock === undefined) return undefined
  const trees = lock.distributions.flatMap(({ source }) => (source?.kind === 'directory' ? [source.path] : []))
  const found = await Promise.allSettled(trees.map(tree => access(tree)))
  const isHere = found.every(({ status }) => status === 'fulfilled')
  return isHere && isUsable(lock, { interpreter, index: inputs.set.index }) ? lock : undefined
}

/** What the inputs list holds, whatever the cache says. */
function withListedHashes(lock: Lock, { set }: RunInputs): Lock | undefined {
  try {
    return keepListedHashes(lock, set)
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

type Target = { readonly interpreter: Interpreter; readonly index: IndexSettings }

/** The same inputs may have been resolved for another patch release of Python or another age of the C library. */
function isUsable(lock: Lock, { interpreter, index }: Target): boolean {
  try {
    sourcesToBuild(lock, interpreter, index)
    return true
  } catch (error) {
    if (isUserError(error)) return false
    throw error
  }
}

function resolveServices(run: Run, ofRun: IndexSettings) {
  const { host, located, client, watch, pool, digest } = run
  const listFiles = (name: string, index = ofRun) => listIndexFiles(name, index, client)
  const bringWheel = async (file: Parameters<typeof provideWheel>[0]['file']): Promise<void> => {
    const services = { store: located.store, client, watch, os: host.platform.os, pool, digest }
    await provideWheel({ name: 'uv', file, sha256: file.hashes.sha256 }, services)
  }
  return {
    host,
    locksDirectory: join(located.store.root, 'locks'),
    provideUv: () => provideUv({ host, store: located.store, listFiles, bringWheel }),
    listIndexFiles: listFiles,
    listLinkPage: (url: string) => listLinkPage(url, client),
    digestFile: async (path: string) => (await digest(path)).sha256,
  }
}
