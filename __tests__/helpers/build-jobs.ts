/** Jobs that share a remote cache and nothing else: each with a store of its own. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digestFile } from '../../src/install/digest.js'
import { type BuildCache, openBuildCache } from '../../src/pipeline/build-cache.js'
import type { TurnClock } from '../../src/pipeline/build-turn.js'
import { openRun, type Run } from '../../src/pipeline/run.js'
import type { CacheSettings, Settings } from '../../src/settings.js'
import { openStore } from '../../src/store/store.js'
import type { WorkerPool } from '../../src/workers/pool.js'
import type { Answer, Task } from '../../src/workers/tasks.js'
import { startFakeActionsCache } from './fake-actions-cache.js'
import { recordingHost } from './recording-host.js'
import { makeTimeline } from './report.js'
import { makeSettings } from './settings.js'

/** A cache that jobs share. */
export type BuildWorld = {
  readonly backend: string
  readonly env: Readonly<Record<string, string>>
  /** Keys of all entries. */
  keys(): Promise<readonly string[]>
  close(): Promise<void>
}

export type JobFacts = {
  readonly cache?: Partial<CacheSettings>
  readonly provenance?: Partial<Settings['provenance']>
  readonly clock?: TurnClock
  readonly signal?: AbortSignal
}

export type Job = {
  readonly run: Run
  readonly cache: BuildCache
  readonly lines: readonly string[]
  /** A path for a file. */
  path(name: string): string
}

/** Starts a job with the store `name` in `scratch`. */
export async function startJob(name: string, scratch: string, world: BuildWorld, facts: JobFacts = {}): Promise<Job> {
  const directory = join(scratch, name)
  await mkdir(directory, { recursive: true })
  const defaults = makeSettings(directory)
  const settings: Settings = {
    ...defaults,
    cache: { ...defaults.cache, backend: world.backend, ...facts.cache },
    provenance: { ...defaults.provenance, repository: 'octo/demo', event: 'push', ...facts.provenance },
  }
  const { host, lines } = recordingHost({ env: world.env })
  const watch = { ...makeTimeline().timeline, signal: facts.signal ?? new AbortController().signal }
  const store = await openStore(join(directory, 'store'))
  const located = { directory: join(directory, 'store'), store, linkMode: 'hardlink', reason: '' } as const
  const run = { ...openRun(settings, host, { watch, located, realms: settings.index }), pool: () => poolOfThisThread }
  const clock = facts.clock === undefined ? {} : { clock: facts.clock }
  const cache = openBuildCache({ interpreter: { cacheTag: 'cpython-311' }, ...clock }, run)
  if (cache === undefined) throw new Error('there is no cache')
  return { run, cache, lines, path: file => join(directory, file) }
}

const poolOfThisThread: WorkerPool = {
  run: async <T extends Task>(task: T) => {
    if (task.kind !== 'digest') throw new Error('products are hashed')
    return { ...digestFile(task.path), busyMs: 0 } as Answer<T>
  },
  warm: () => undefined,
  close: async () => undefined,
}

export async function serviceEnv() {
  const fake = await startFakeActionsCache()
  const env = { ACTIONS_CACHE_SERVICE_V2: '1', ACTIONS_RESULTS_URL: fake.address, ACTIONS_RUNTIME_TOKEN: 'token' }
  return { fake, env: { ...env, NO_PROXY: '127.0.0.1' } }
}
