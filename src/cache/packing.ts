/** Which packs hold the wheels of a plan and their bytecode: those that the cache has already, and those that are to be made. Pure. */
import type { ManifestPack, PackedItem } from './manifest.js'

export type Packing = {
  /** Packs that are there and hold something of the plan. */
  readonly kept: readonly ManifestPack[]
  /** What is to be packed, one list for each new pack. */
  readonly packed: readonly (readonly PackedItem[])[]
}

export type PackingOptions = {
  /** Pack again what is spread over too many packs, or lies in packs that are mostly dead; for one branch to do. */
  readonly mayRepack: boolean
  /** What can be packed again: what the store holds. */
  canPack(item: PackedItem): boolean
}

/** Unpacked bytes from which a wheel has a pack of its own, which its bytecode for any interpreter shares with the rest. */
export const ownPackBytes = 64 << 20
/** A usual restore reads at most this many packs besides those of big wheels. */
export const mostSharedPacks = 6
/** How many are left when there were too many, so that the next few saves add no more than what is new. */
const fewSharedPacks = 3
/** Of what the packs of a plan hold for nobody, at most this part of what they hold for it. */
const largestWaste = 0.5

/**
 * Divides what a plan wants over packs: what a pack of `existing` holds stays there; the rest is new, big wheels each on
 * their own. Independent of the order of `wanted`.
 */
export function planPacks(
  wanted: readonly PackedItem[],
  existing: readonly ManifestPack[],
  { mayRepack, canPack }: PackingOptions,
): Packing {
  const held = assignItems(wanted, existing)
  const kept = new Map(held)
  const assigned = new Set([...held.values()].flat())
  const loose = wanted.filter(item => !assigned.has(item))
  const isDue = mayRepack || sharedOf(kept).length >= 2 * mostSharedPacks
  for (const pack of isDue ? victims(kept, loose) : []) {
    const items = kept.get(pack) ?? []
    if (!items.every(canPack)) continue
    loose.push(...items)
    kept.delete(pack)
  }
  return { kept: [...kept.keys()], packed: divide(loose) }
}

/** What names an item. */
type ItemName = Pick<PackedItem, 'sha256' | 'bytecode'>

/** Which pack each item is taken from: of several that hold it, the one that serves most. Packs that serve none are left out. */
export function assignItems<Item extends ItemName>(
  wanted: readonly Item[],
  packs: readonly ManifestPack[],
): ReadonlyMap<ManifestPack, readonly Item[]> {
  const served = packs.map(pack => {
    const names = new Set(pack.items.map(nameOf))
    return { pack, items: wanted.filter(item => names.has(nameOf(item))) }
  })
  const left = new Set(wanted)
  const assigned = new Map<ManifestPack, readonly Item[]>()
  for (const { pack, items } of served.toSorted((a, b) => b.items.length - a.items.length)) {
    const own = items.filter(item => left.delete(item))
    if (own.length > 0) assigned.set(pack, own)
  }
  return assigned
}

/** The same text for the same content. */
export function nameOf({ sha256, bytecode }: ItemName): string {
  return `${sha256} ${bytecode}`
}

type Kept = ReadonlyMap<ManifestPack, readonly PackedItem[]>

/** Packs of several items, or of one that is not big. */
function sharedOf(kept: Kept): readonly ManifestPack[] {
  return [...kept.keys()].filter(({ items }) => items.length > 1 || sizeOf(items) < ownPackBytes)
}

/** The packs whose items are to be packed again: those with least alive for their waste, then, if too many are left, the smallest. */
function victims(kept: Kept, loose: readonly PackedItem[]): readonly ManifestPack[] {
  const live = (pack: ManifestPack) => sizeOf(kept.get(pack) ?? [])
  const dead = (pack: ManifestPack) => sizeOf(pack.items) - live(pack)
  const total = sizeOf([...kept.values()].flat()) + sizeOf(loose)
  const chosen: ManifestPack[] = []
  let waste = [...kept.keys()].reduce((sum, pack) => sum + dead(pack), 0)
  // What is alive is what packing again moves.
  const deadPart = (pack: ManifestPack) => dead(pack) / Math.max(1, sizeOf(pack.items))
  const wasteful = sharedOf(kept).toSorted((a, b) => deadPart(b) - deadPart(a))
  for (const pack of wasteful) {
    if (waste <= largestWaste * total) break
    chosen.push(pack)
    waste -= dead(pack)
  }
  const others = wasteful.filter(pack => !chosen.includes(pack)).toSorted((a, b) => live(a) - live(b))
  const hasNew = chosen.length > 0 || loose.some(({ size }) => size < ownPackBytes)
  if (others.length + Number(hasNew) > mostSharedPacks)
    chosen.push(...others.slice(0, others.length + 1 - fewSharedPacks))
  return chosen
}

function divide(items: readonly PackedItem[]): readonly (readonly PackedItem[])[] {
  const sorted = items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const own = sorted.filter(({ size }) => size >= ownPackBytes).map(item => [item])
  const shared = sorted.filter(({ size }) => size < ownPackBytes)
  return shared.length === 0 ? own : [...own, shared]
}

/** Unpacked bytes of these items. */
export function sizeOf(items: readonly PackedItem[]): number {
  return items.reduce((sum, { size }) => sum + size, 0)
}
