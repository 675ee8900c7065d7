/** Wheels out of the remote cache into the store, while others come from the index. */
import type { CacheEntry } from '../cache/backend.js'
import { packKey } from '../cache/key.js'
import type { ManifestPack } from '../cache/manifest.js'
import { assignItems, nameOf, sizeOf } from '../cache/packing.js'
import { createSlots } from '../concurrency.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { sectionsOf } from '../store/pack-contents.js'
import { type PackFault, readPack } from '../store/pack-reader.js'
import type { PackServices } from '../store/pack-sections.js'
import { type BytecodeKind, bytecodeName, hasBytecode, hasWheel, type Store } from '../store/store.js'
import type { FrameRange } from '../store/write-frames.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import { chooseBytecode } from './bytecode-kind.js'
import { type CacheSession, type OpenCache, withEntry } from './cache.js'
import { nameOfSection, namesOfWheel } from './pack-items.js'
import { isTooSlow, type Lacking, type Speedometer, startSpeedometer } from './restore-speed.js'
import type { Run } from './run.js'
import { sumOfKnown } from './sum.js'

export type Restoring = {
  /** True for a wheel that a pack promises: nobody else needs to bring it in yet. */
  promises(wheel: PlannedWheel): boolean
  /** Waits for the pack that promises the wheel; whether the wheel came out of it. */
  arrival(wheel: PlannedWheel): Promise<boolean>
  /** Ends when every pack was read. Throws what reading them threw. */
  readonly settled: Promise<void>
  /** Begins no further read, and ends when the running ones have. */
  stop(): Promise<void>
}

/** One is opened while another is decoded. */
const packsInProgress = 2
/** Ranges of packs that are read or decoded at a time: more than the connections, so that none waits for a decoder. */
const rangesInProgress = 16

export type RestoreWish = {
  readonly wheels: readonly PlannedWheel[]
  /** Whose bytecode is wanted with them, where bytecode is. */
  readonly interpreter: Interpreter
  /** False where only the cache can give them: then no pack is too slow. */
  readonly mayFetch: boolean
}

/** Starts to bring into the store what it lacks of the wanted wheels and the cache has; the biggest packs first. */
export async function startRestore(wish: RestoreWish, { open }: CacheSession, run: Run): Promise<Restoring> {
  if (open?.manifest === undefined) return nothingToRestore
  const { wheels, interpreter, mayFetch } = wish
  const kind = chooseBytecode(interpreter, { settings: run.settings, env: run.host.env })?.kind
  const held = assignItems(await lackingItems(wheels, kind, run.located.store), open.manifest.packs)
  if (held.size === 0) return nothingToRestore
  run.watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them')
  announce([...held.keys()], run)
  run.pool()
  const speed = startSpeedometer()
  const services = packServices(run, open.reading.signal, speed)
  const packs = createSlots(packsInProgress)
  const arrivals = new Map<string, Promise<ReadonlySet<string>>>()
  for (const [pack, items] of [...held].sort(([a], [b]) => sizeOf(b.items) - sizeOf(a.items))) {
    const arrived = packs.use(async () => {
      const speeds = { rates: open.manifest?.rates, restoreRate: speed.rate() }
      if (mayFetch && isTooSlow({ pack, items, speeds }, run)) return new Set<string>()
      return restorePack(pack, items, { open, run, services })
    })
    arrived.catch(error => open.reading.abort(error))
    for (const item of items) arrivals.set(nameOf(item), arrived)
  }
  const settled = Promise.all(arrivals.values()).then(() => undefined)
  settled.catch(() => undefined)
  return {
    promises: ({ sha256 = '' }) => arrivals.has(nameOf({ sha256, bytecode: '' })),
    arrival: async ({ sha256 = '' }) => {
      const [wheel] = await Promise.all(
        namesOfWheel(sha256, kind).map(async name => (await arrivals.get(name))?.has(name) ?? false),
      )
      return wheel ?? false
    },
    settled,
    stop: async () => {
      open.reading.abort(new Error('the restore was stopped'))
      await Promise.allSettled(arrivals.values())
    },
  }
}

/** What of these wheels, and of their bytecode, the store has not. */
export async function lackingItems(
  wheels: readonly PlannedWheel[],
  kind: BytecodeKind | undefined,
  store: Store,
): Promise<readonly Lacking[]> {
  const lacking = wheels.map(async ({ name, sha256, file }): Promise<readonly Lacking[]> => {
    if (sha256 === undefined) return []
    const wheel = (await hasWheel(store, sha256)) ? [] : [{ name, sha256, bytecode: '', fileSize: file.size }]
    if (kind === undefined || (await hasBytecode(store, kind, sha256))) return wheel
    return [...wheel, { name, sha256, bytecode: bytecodeName(kind), fileSize: 0 }]
  })
  return (await Promise.all(lacking)).flat()
}

const nothingToRestore: Restoring = {
  promises: () => false,
  arrival: async () => false,
  settled: Promise.resolve(),
  stop: async () => undefined,
}

/** Tells the progress display what is to come out of these packs. */
export function announce(packs: readonly ManifestPack[], { watch }: Run): void {
  watch.expect('restore', {
    wheels: packs.flatMap(({ items }) => items.filter(({ bytecode }) => bytecode === '')).length,
    bytes: sumOfKnown(packs.map(({ bytes }) => bytes)),
  })
}

/** Reading and decoding, bounded over all packs that are given the same services; nothing more is begun once `signal` is aborted. */
export function packServices(run: Run, signal: AbortSignal, speed?: Speedometer): PackServices {
  const slots = createSlots(rangesInProgress)
  return {
    decode: (range: FrameRange) =>
      run.pool().run({ kind: 'frames', ...range }, 'bytes' in range.source ? [range.source.bytes.buffer] : []),
    inTurn: work =>
      slots.use(async () => {
        signal.throwIfAborted()
        run.watch.signal.throwIfAborted()
        return work()
      }),
    onBytes: count => {
      speed?.add(count)
      run.watch.advance('restore', count)
    },
  }
}

type Restore = { readonly open: OpenCache; readonly run: Run; readonly services: PackServices }

function restorePack(
  { digest }: ManifestPack,
  items: readonly Lacking[],
  { open, run, services }: Restore,
): Promise<ReadonlySet<string>> {
  const { backend, spoiled, reading } = open
  return withEntry<ReadonlySet<string>>(run, {
    open: async () => {
      const entry = await backend.open(packKey(digest), [])
      if (entry === undefined) spoiled.add(digest)
      return entry
    },
    use: async entry => {
      const { unpacked, isDamaged } = await readItems(entry, items, { run, services })
      if (isDamaged) spoiled.add(digest)
      return unpacked
    },
    otherwise: () => new Set(),
    reading,
  })
}

async function readItems(
  entry: CacheEntry,
  items: readonly Lacking[],
  { run, services }: Pick<Restore, 'run' | 'services'>,
): Promise<{ readonly unpacked: ReadonlySet<string>; readonly isDamaged: boolean }> {
  const wanted = new Set(items.map(nameOf))
  const { contents, damaged } = await readPack(run.located.store, entry, {
    wants: section => wanted.has(nameOfSection(section)),
    services,
  })
  if (damaged.length > 0) run.watch.warn(describeDamage(damaged, items))
  return { unpacked: new Set(sectionsOf(contents).map(nameOfSection)), isDamaged: damaged.length > 0 }
}

/** One warning for a pack, however much of it is damaged. */
function describeDamage(damaged: readonly PackFault[], items: readonly Lacking[]): string {
  const lost = new Set(damaged.map(({ wheel }) => wheel))
  const all = [...new Set(items.map(({ name }) => name))]
  const named = items.filter(({ sha256 }) => lost.has(sha256)).map(({ name }) => name)
  const names = lost.has(undefined) ? all : [...new Set(named)]
  return `a pack of the cache is damaged (${damaged[0]?.reason}): ${quotedFew(names, 5)} will be fetched or compiled instead`
}
