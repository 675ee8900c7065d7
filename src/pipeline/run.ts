/** What one run holds open: worker threads, the HTTP client, the store. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type HttpClient } from '../fetch/client.js'
import type { Host } from '../host.js'
import type { Mounting } from '../image/diagnose.js'
import type { Waiting } from '../python/claim.js'
import type { VenvOptions } from '../python/venv.js'
import type { Stage, Watch } from '../report/timeline.js'
import type { IndexSettings, Settings } from '../settings.js'
import type { LocatedStore } from '../store/locate.js'
import { discard } from '../store/store.js'
import { startPool, type WorkerPool } from '../workers/pool.js'
import type { DigestAnswer } from '../workers/tasks.js'

export type Run = {
  readonly settings: Settings
  readonly host: Host
  readonly watch: Watch
  readonly located: LocatedStore
  /** With the credentials of every index that the settings and inputs name. */
  readonly client: HttpClient
  /** Called while an interpreter is asked what it is: time for what the run will need besides. */
  readonly meanwhile?: (() => void) | undefined
  /** Templates of virtual environments that interpreters are making, by their paths. */
  readonly templates: NonNullable<VenvOptions['begun']>
  /** The worker threads, started at the first call: a run that unpacks nothing needs none. */
  pool(): WorkerPool
  /** The digest of a local file, computed once in a run however many ask. */
  digest(path: string): Promise<DigestAnswer>
  /** A directory for unfinished work of this name, on the file system of the store; gone after the run. */
  scratchDirectory(name: string): Promise<string>
  /** Whether images can be mounted here. */
  mounting(): Promise<Mounting>
  close(): Promise<void>
}

export type RunServices = Pick<Run, 'watch' | 'located' | 'meanwhile'> & {
  /** Whose credentials the client has. */
  readonly realms: IndexSettings
} & Partial<Pick<Run, 'mounting'>>

export function openRun(settings: Settings, host: Host, { realms, ...services }: RunServices): Run {
  const { located } = services
  let pool: WorkerPool | undefined
  const scratch = join(located.isReadOnly === true ? tmpdir() : located.store.temporary, randomUUID())
  const templates: Run['templates'] = new Map()
  const digests = new Map<string, Promise<DigestAnswer>>()
  const poolOnce = (): WorkerPool => {
    pool ??= startPool(host.workerPath, host.parallelism)
    return pool
  }
  return {
    ...services,
    settings,
    host,
    client: clientFor(realms, host),
    templates,
    pool: poolOnce,
    digest: path => {
      const digest = digests.get(path) ?? poolOnce().run({ kind: 'digest', path })
      digests.set(path, digest)
      return digest
    },
    scratchDirectory: async name => {
      const path = join(scratch, name)
      await mkdir(path, { recursive: true })
      return path
    },
    mounting:
      services.mounting ??
      (async () => {
        const { diagnoseMounting } = await import('../image/diagnose.js')
        return diagnoseMounting(located.store.root, host)
      }),
    close: async () => {
      await Promise.allSettled(templates.values())
      await pool?.close()
      await discard(scratch)
    },
  }
}

/** The same run, with the credentials of these indexes. */
export function withRealms(run: Run, realms: IndexSettings): Run {
  return { ...run, client: clientFor(realms, run.host) }
}

function clientFor(index: IndexSettings, host: Host): HttpClient {
  return createClient({ host, index, onSecret: secret => host.onSecret?.(secret) })
}

/** How this run waits for another one. */
export function waitingOf({ host, watch }: Run): Waiting {
  return {
    onWait: owner => host.log.info(`waiting for ${owner}, which is at work on the environment`),
    signal: watch.signal,
  }
}

/** Runs a piece of work as a span of the timeline; a failed one is recorded too. */
export async function timed<T>(watch: Watch, stage: Stage, work: () => Promise<T>): Promise<T> {
  const end = watch.begin(stage)
  try {
    return await work()
  } finally {
    end()
  }
}
