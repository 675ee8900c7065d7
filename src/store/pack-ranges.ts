/** Which frames of a pack are read together: one request, and one task of a thread. Pure. */
import type { LocatedFrame } from './pack-format.js'

/** A frame, and what it belongs to. */
export type Ranged<Item> = { readonly item: Item; readonly frame: LocatedFrame }

/** Stored bytes of a range: enough for one request, little enough that all threads have work. */
const [largestRange, smallestRange, rangesOfPack] = [4 << 20, 512 << 10, 48]
/** Bytes that a range may decode to: what a thread holds. */
const largestDecoded = 24 << 20
/** Between two wanted frames, so many bytes are read in vain rather than asked for apart. */
const largestGap = 64 << 10

/** Joins frames, given in the order of the pack, to ranges; `packSize` in bytes. */
export function rangesOf<Item>(
  frames: readonly Ranged<Item>[],
  packSize: number,
): readonly (readonly Ranged<Item>[])[] {
  const limit = Math.min(largestRange, Math.max(smallestRange, packSize / rangesOfPack))
  const ranges: Ranged<Item>[][] = []
  let [start, end, decoded] = [0, Number.NEGATIVE_INFINITY, 0]
  for (const ranged of frames) {
    const { offset, stored, cut } = ranged.frame
    const isNear = offset - end <= largestGap && offset + stored.size - start <= limit
    const last = ranges.at(-1)
    if (last !== undefined && isNear && decoded + cut.size <= largestDecoded) {
      last.push(ranged)
      decoded += cut.size
    } else {
      ranges.push([ranged])
      start = offset
      decoded = cut.size
    }
    end = offset + stored.size
  }
  return ranges
}
