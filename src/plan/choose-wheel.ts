/** Which of a distribution's wheels an interpreter installs (PEP 425, PyPA binary distribution format). */
import { normalizeName, parseWheelFilename, type WheelFilename } from '../wheel/filename.js'
import type { LockedFile } from './lock.js'

/** A wheel file, and what its name says. */
export type NamedWheel = { readonly file: LockedFile; readonly wheel: WheelFilename }

/** The place of each tag among those of an interpreter, best first: made once for all distributions. */
export type TagRanks = ReadonlyMap<string, number>

export function rankTags(tags: readonly string[]): TagRanks {
  return new Map(tags.map((tag, rank) => [tag, rank]))
}

/**
 * The wheel whose best tag ranks first; of equals the one with the highest build tag, then by filename.
 * Undefined where no wheel fits. The order of `wheels` does not matter.
 */
export function chooseWheel(wheels: readonly NamedWheel[], ranks: TagRanks): NamedWheel | undefined {
  const ranked = wheels
    .map(named => ({
      named,
      rank: Math.min(...named.wheel.tags.map(tag => ranks.get(tag) ?? Number.POSITIVE_INFINITY)),
    }))
    .filter(({ rank }) => Number.isFinite(rank))
  const [best] = ranked.toSorted((a, b) => a.rank - b.rank || compareBuilds(b.named.wheel, a.named.wheel))
  return best?.named
}

function compareBuilds(a: WheelFilename, b: WheelFilename): number {
  const [aNumber, aRest] = a.build ?? [-1, '']
  const [bNumber, bRest] = b.build ?? [-1, '']
  return aNumber - bNumber || compareText(aRest, bRest) || compareText(b.filename, a.filename)
}

/** By code unit, so that the outcome depends on no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Reads the names of wheel files; throws WHEEL_FILENAME_INVALID of the wheel room for one that is no wheel's. */
export function nameWheels(files: readonly LockedFile[]): readonly NamedWheel[] {
  return files.map(file => ({ file, wheel: parseWheelFilename(file.filename) }))
}

/** True when the filename belongs to the distribution: a lock cannot pass one project's wheel off as another's. */
export function belongsTo({ wheel }: NamedWheel, name: string): boolean {
  return normalizeName(wheel.name) === name
}
