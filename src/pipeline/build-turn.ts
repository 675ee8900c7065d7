/**
 * Whose turn it is to build, among jobs that share nothing but the remote cache. A claim is an entry that only one of them can
 * save, named by the time: it holds as long as its owner renews it.
 */
import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../cache/backend.js'
import type { BuildKeys } from '../cache/key.js'
import { errnoOf, isUserError } from '../errors.js'
import { identifyProcess, isOnThisMachine, isRunning, type ProcessIdentity } from '../python/process-identity.js'
import { type Store, withStagedFile } from '../store/store.js'

export type Turn = {
  /** Another job was at it, and ended or is gone: what it made has to be looked for again. */
  readonly isBuilt: boolean
  /** Tells the jobs that wait. Never fails. */
  release(): Promise<void>
}

/** Injected, so that hours pass at once in tests. */
export type TurnClock = {
  /** Milliseconds since the epoch, by the clock of this machine. */
  now(): number
  /** `isWaitedFor`: whether the process stays for it. */
  sleep(ms: number, options: { readonly signal: AbortSignal; readonly isWaitedFor: boolean }): Promise<void>
}

export const systemClock: TurnClock = {
  now: Date.now,
  sleep: (ms, { signal, isWaitedFor }) => setTimeout(ms, undefined, { signal, ref: isWaitedFor }),
}

export type TurnServices = {
  readonly backend: CacheBackend
  readonly store: Store
  readonly clock: TurnClock
  readonly signal: AbortSignal
  /** Called once, when waiting begins. */
  onWait(): void
}

/** Milliseconds: a claim is renewed once in such a period. */
const periodMs = 120_000
/** Between two looks at who holds the claim: whoever has waited for long can wait a little longer. */
const polls = { firstMs: 10_000, longestMs: 60_000, partOfWaiting: 1 / 20 }
/** Milliseconds after which a job builds whatever others do. */
const mostWaitingMs = 6 * 3_600_000
/** Clocks of machines differ by one period at most, or two jobs may build one key. */
const toleratedPeriods = 1

/**
 * Waits while another job holds a claim on the key, and claims it where nobody does. A cache in trouble is no reason not to build.
 * Throws the reason of the signal.
 */
export async function awaitTurn({ claims }: BuildKeys, services: TurnServices): Promise<Turn> {
  const { clock, signal } = services
  const start = clock.now()
  const waited = (): number => clock.now() - start
  try {
    for (let isFirst = true; waited() < mostWaitingMs; isFirst = false) {
      signal.throwIfAborted()
      const state = await currentState(claims, services)
      if (state === 'released') return unclaimed
      if (state === 'free' && (await claim(claims[0], services))) return hold(claims[0], !isFirst, services)
      if (isFirst) services.onWait()
      const pauseMs = Math.min(polls.longestMs, polls.firstMs + waited() * polls.partOfWaiting)
      await clock.sleep(pauseMs, { signal, isWaitedFor: true })
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!isTrouble(error)) throw error
  }
  return unclaimed
}

/** Whoever finds that another one ended builds without a claim: what failed there would fail for one after the other. */
const unclaimed: Turn = { isBuilt: true, release: async () => undefined }

function isTrouble(error: unknown): boolean {
  return error instanceof CacheTrouble || isUserError(error) || errnoOf(error) !== undefined
}

type State = 'held' | 'released'

/** `free`: nobody has claimed the key of late. */
async function currentState([own, ...others]: BuildKeys['claims'], services: TurnServices): Promise<State | 'free'> {
  const entry = await services.backend.open(own, [own, ...others])
  if (entry === undefined) return 'free'
  const owner = await readOwner(entry)
  const [, period, state] = /-(\d+)-(held|released)\.$/.exec(entry.key) ?? []
  const age = periodNow(services) - Number(period)
  // One is added for a renewal that is on its way.
  const isFresh = age >= -toleratedPeriods && age <= toleratedPeriods + 1
  if (!isFresh) return 'free'
  return owner !== undefined && (await isGone(owner)) ? 'released' : (state as State)
}

/** Bytes: what names a process is far below. */
const longestOwner = 4096

async function readOwner(entry: CacheEntry): Promise<ProcessIdentity | undefined> {
  try {
    return entry.size > longestOwner ? undefined : parseOwner((await entry.read(0, entry.size)).toString('utf8'))
  } finally {
    await entry.close()
  }
}

/** Whoever can write to the cache wrote it. */
function parseOwner(text: string): ProcessIdentity | undefined {
  try {
    const owner = JSON.parse(text) as Partial<ProcessIdentity> | null
    const { pid, start, machine } = owner ?? {}
    const isOwner = Number.isSafeInteger(pid) && typeof start === 'string' && typeof machine === 'string'
    return isOwner ? (owner as ProcessIdentity) : undefined
  } catch {
    return undefined
  }
}

/** Only of a process of this machine can that be told. */
async function isGone(owner: ProcessIdentity): Promise<boolean> {
  return (await isOnThisMachine(owner)) && !(await isRunning(owner))
}

/** Two that saw it free in two periods: the earlier one has it. */
async function claim(beginning: string, services: TurnServices): Promise<boolean> {
  const period = periodNow(services)
  if ((await save(claimKey(beginning, period, 'held'), services)) === 'present') return false
  return !(await services.backend.has(claimKey(beginning, period - 1, 'held')))
}

/** Renews the claim until it is released. */
function hold(beginning: string, isBuilt: boolean, services: TurnServices): Turn {
  const renewal = new AbortController()
  const signal = AbortSignal.any([renewal.signal, services.signal])
  const renewing = renew(beginning, { ...services, signal })
  renewing.catch(() => undefined)
  return {
    isBuilt,
    release: async () => {
      renewal.abort()
      await renewing
      await save(claimKey(beginning, periodNow(services), 'released'), services).catch(ignoreTrouble)
    },
  }
}

async function renew(beginning: string, services: TurnServices): Promise<void> {
  const { clock, signal } = services
  while (!signal.aborted) {
    const left = periodMs - (clock.now() % periodMs)
    await clock.sleep(left, { signal, isWaitedFor: false }).catch(() => undefined)
    if (!signal.aborted) await save(claimKey(beginning, periodNow(services), 'held'), services).catch(ignoreTrouble)
  }
}

function ignoreTrouble(error: unknown): void {
  if (!isTrouble(error)) throw error
}

function periodNow({ clock }: TurnServices): number {
  return Math.floor(clock.now() / periodMs)
}

function claimKey(beginning: string, period: number, state: State): string {
  return `${beginning}${period}-${state}.`
}

/** Its key says all to other machines; this one can see whether the process that it names is still there. */
function save(key: string, { backend, store }: TurnServices): Promise<'saved' | 'present'> {
  return withStagedFile(store, path =>
    backend.save(key, async () => {
      await writeFile(path, JSON.stringify(await identifyProcess(process.pid)))
      return path
    }),
  )
}
