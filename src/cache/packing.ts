/** Which packs hold the wheels of a plan: those that the cache has already, and those that are to be made. Pure. */
import type { ManifestPack, PackedWheel } from './manifest.js'

export type Packing = {
  /** Packs that are there and hold something of the plan. */
  readonly kept: readonly ManifestPack[]
  /** What is to be packed, one list for each new pack. */
  readonly packed: readonly (readonly PackedWheel[])[]
}

export type PackingOptions = {
  /** Pack again what is spread over too many packs, or lies in packs that are mostly dead; for one branch to do. */
  readonly mayRepack: boolean
}

/** Unpacked bytes from which a wheel has a pack of its own. */
export const ownPackBytes = 64 << 20
/** A usual restore reads at most this many packs besides those of big wheels. */
export const mostSharedPacks = 6
/** How many are left when there were too many, so that the next few saves add no more than what is new. */
const fewSharedPacks = 3
/** Of what the packs of a plan hold for nobody, at most this part of what they hold for it. */
const largestWaste = 0.5

/**
 * Divides the wheels of a plan over packs: what a pack of `existing` holds, with the same bytecode, stays there; the rest
 * is new, big wheels each on their own. Independent of the order of `wanted`.
 */
export function planPacks(
  wanted: readonly PackedWheel[],
  existing: readonly ManifestPack[],
  { mayRepack }: PackingOptions,
): Packing {
  const held = assignWheels(wanted, existing, isSame)
  const kept = new Map(held)
  const assigned = new Set([...held.values()].flat())
  const loose = wanted.filter(wheel => !assigned.has(wheel))
  for (const pack of mayRepack || sharedOf(kept).length >= 2 * mostSharedPacks ? victims(kept, loose) : []) {
    loose.push(...(kept.get(pack) ?? []))
    kept.delete(pack)
  }
  return { kept: [...kept.keys()], packed: divide(loose) }
}

/** Which pack each wheel is taken from: of several that hold it, the one that serves most. Packs that serve none are left out. */
export function assignWheels<Wheel extends Pick<PackedWheel, 'sha256'>>(
  wanted: readonly Wheel[],
  packs: readonly ManifestPack[],
  isHeld: (wheel: Wheel, packed: PackedWheel) => boolean,
): ReadonlyMap<ManifestPack, readonly Wheel[]> {
  const holds = (pack: ManifestPack, wheel: Wheel): boolean => pack.wheels.some(packed => isHeld(wheel, packed))
  const served = packs.map(pack => ({ pack, wheels: wanted.filter(wheel => holds(pack, wheel)) }))
  const left = new Set(wanted)
  const assigned = new Map<ManifestPack, readonly Wheel[]>()
  for (const { pack, wheels } of served.toSorted((a, b) => b.wheels.length - a.wheels.length)) {
    const own = wheels.filter(wheel => left.delete(wheel))
    if (own.length > 0) assigned.set(pack, own)
  }
  return assigned
}

function isSame(wheel: PackedWheel, packed: PackedWheel): boolean {
  return wheel.sha256 === packed.sha256 && wheel.bytecode === packed.bytecode
}

type Kept = ReadonlyMap<ManifestPack, readonly PackedWheel[]>

/** Packs of several wheels, or of one that is not big. */
function sharedOf(kept: Kept): readonly ManifestPack[] {
  return [...kept.keys()].filter(({ wheels }) => wheels.length > 1 || sizeOf(wheels) < ownPackBytes)
}

/** The packs whose wheels are to be packed again: those with least alive for their waste, then, if too many are left, the smallest. */
function victims(kept: Kept, loose: readonly PackedWheel[]): readonly ManifestPack[] {
  const live = (pack: ManifestPack) => sizeOf(kept.get(pack) ?? [])
  const dead = (pack: ManifestPack) => sizeOf(pack.wheels) - live(pack)
  const total = sizeOf([...kept.values()].flat()) + sizeOf(loose)
  const chosen: ManifestPack[] = []
  let waste = [...kept.keys()].reduce((sum, pack) => sum + dead(pack), 0)
  // What is alive is what packing again moves.
  const deadPart = (pack: ManifestPack) => dead(pack) / Math.max(1, sizeOf(pack.wheels))
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

function divide(wheels: readonly PackedWheel[]): readonly (readonly PackedWheel[])[] {
  const sorted = wheels.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  const own = sorted.filter(({ size }) => size >= ownPackBytes).map(wheel => [wheel])
  const shared = sorted.filter(({ size }) => size < ownPackBytes)
  return shared.length === 0 ? own : [...own, shared]
}

/** Unpacked bytes of these wheels. */
export function sizeOf(wheels: readonly PackedWheel[]): number {
  return wheels.reduce((sum, { size }) => sum + size, 0)
}
