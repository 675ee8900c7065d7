/** What an environment holds already, held against what it is to hold: pure. */
import { isSameVersion } from '../python/specifiers.js'
import type { DirectUrl } from './lock.js'
import type { PlannedWheel } from './plan.js'

/** A distribution that the environment holds already. */
export type PresentDistribution = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  /** `incomplete`: its files may be missing; it does not count as installed. */
  readonly kind: 'dist-info' | 'egg-info' | 'egg' | 'egg-link' | 'distutils' | 'incomplete'
  /** Its metadata is a symbolic link to nothing: it does not count as installed. */
  readonly isDangling?: boolean
  /** What wrote it, by its INSTALLER file; empty where it has none. */
  readonly installer: string
  /** What direct_url.json says (PEP 610), where it has one. */
  readonly directUrl: DirectUrl | undefined
}

/** What becomes of each distribution. All sorted by name. */
export type Division<Present> = {
  /** To install. */
  readonly wheels: readonly PlannedWheel[]
  /** Present as the lock names it: left as it is. */
  readonly reuse: readonly PlannedWheel[]
  /** To take out: what is replaced, and what the lock does not name where the environment is to be exact. */
  readonly remove: readonly Present[]
}

export type DivideOptions = {
  /** Remove what is not planned. */
  readonly exact: boolean
  /** Install again what is present. */
  readonly reinstall: boolean
  /** Names of source trees whose wheels are present, file by file. */
  readonly unchanged?: ReadonlySet<string>
}

/** Divides what is planned and what is present into what stays, comes and goes. */
export function divide<Present extends PresentDistribution>(
  planned: readonly PlannedWheel[],
  present: readonly Present[],
  { exact, reinstall, unchanged }: DivideOptions,
): Division<Present> {
  const names = new Set(planned.map(({ name }) => name))
  const stays = (wheel: PlannedWheel): boolean => {
    const [found, ...others] = present.filter(({ name }) => name === wheel.name)
    return (
      !reinstall &&
      found !== undefined &&
      others.length === 0 &&
      isSatisfied(wheel, found, { exact, isUnchanged: unchanged?.has(wheel.name) === true })
    )
  }
  const reuse = planned.filter(stays)
  const kept = new Set(reuse.map(({ name }) => name))
  return {
    wheels: planned.filter(({ name }) => !kept.has(name)),
    reuse,
    remove: present.filter(found => (names.has(found.name) ? !kept.has(found.name) : exact && !isSeed(found))),
  }
}

/** As uv: the version decides for what came from an index, address and digest for what was named by its address. */
function isSatisfied(
  { version, directUrl }: PlannedWheel,
  present: PresentDistribution,
  { exact, isUnchanged }: { readonly exact: boolean; readonly isUnchanged: boolean },
): boolean {
  if (present.kind === 'incomplete' || present.isDangling || !isSameVersion(present.version, version)) return false
  // A source tree may have changed since.
  if (directUrl?.dir_info !== undefined) return isUnchanged
  if (directUrl !== undefined) return isSameSource(directUrl, present.directUrl)
  return !exact || present.directUrl === undefined
}

function isSameSource(wanted: DirectUrl, present: DirectUrl | undefined): boolean {
  if (present?.url !== wanted.url || present.subdirectory !== wanted.subdirectory) return false
  if (present.vcs_info?.commit_id !== wanted.vcs_info?.commit_id) return false
  const [a, b] = [wanted, present].map(url => url.archive_info?.hashes?.sha256)
  return a === undefined || b === undefined || a === b
}

/** What a virtual environment is made with, by another tool than this: no lock names it, and it stays. */
function isSeed({ name, installer }: PresentDistribution): boolean {
  return ['pip', 'setuptools', 'wheel'].includes(name) && installer !== 'wheelcrew'
}
