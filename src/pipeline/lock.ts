/** The lock of a run: read, taken from the store or the remote cache, or resolved; local files stand in for URLs. */
import { join } from 'node:path'
import { listIndexFiles, listLinkPage } from '../fetch/simple-index.js'
import type { Lock } from '../plan/lock.js'
import type { Interpreter } from '../python/interpreter.js'
import { type ListedFile, listFindLinks, preferLocal } from '../resolve/find-links.js'
import { resolveLock } from '../resolve/resolve.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { IndexSettings } from '../settings.js'
import { type CacheSession, restoredLock } from './cache.js'
import { provideUv } from './provide-uv.js'
import type { Run } from './run.js'
import { provideWheel } from './wheels.js'

export type ObtainedLock = {
  readonly lock: Lock
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
  const restored = settings.upgrade || session === undefined ? undefined : restoredLock(session)
  const isLocked = inputs.files.some(file => file.kind === 'pylock')
  const { lock, how, reason } =
    restored !== undefined && !isLocked
      ? { lock: restored, how: 'restored', reason: 'the cache holds the lock of the same inputs' }
      : await resolveLock(inputs, { settings, interpreter, services: resolveServices(run, index) })
  watch.decide('lock', how, reason)
  for (const warning of lock.warnings) watch.warn(warning)
  const links = await listFindLinks(index, {
    workingDirectory: settings.workingDirectory,
    listLinkPage: url => listLinkPage(url, run.client),
  })
  return { lock: preferLocal(lock, links), links }
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
