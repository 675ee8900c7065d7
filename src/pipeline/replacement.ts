/** What leaves an environment, and who shares paths with what comes and goes. */
import { basename, sep } from 'node:path'
import type { Conflict } from '../install/conflicts.js'
import { digestFile } from '../install/digest.js'
import type { InstalledDistribution } from '../install/installed.js'
import { claimsOf, type InstallServices, type Preparation, pathKeys } from '../install/prepare.js'
import { unlessAbsent } from '../install/reading.js'
import { type Removal, readInstalledFiles } from '../install/uninstall.js'

/** How the distributions that stay are concerned by a change. */
export type Sharing = {
  /** Those with a file that the change overwrites or takes away: who wins the path has to be settled anew. */
  readonly sharers: readonly InstalledDistribution[]
  /** The same as conflicts, for those that cannot be installed again. */
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>
  /** Keys of files to be removed that one who stays lists too. */
  readonly spared: ReadonlySet<string>
}

/** Compares what the distributions that stay hold, by their RECORD, with what the change writes and removes. */
export async function findSharing(
  staying: readonly InstalledDistribution[],
  { wheels, removals }: Pick<Preparation, 'wheels' | 'removals'>,
  { environment, os }: Pick<InstallServices, 'environment' | 'os'>,
): Promise<Sharing> {
  if (staying.length === 0) return { sharers: [], conflicts: new Map(), spared: new Set() }
  const keyOf = pathKeys(os)
  const claims = new Map(
    wheels.flatMap(prepared =>
      [...claimsOf(prepared)]
        .filter(({ destination }) => !prepared.lost.has(destination))
        .map(({ destination, sha256 }) => [keyOf(destination), { name: prepared.wheel.note.name, sha256 }] as const),
    ),
  )
  const removed = new Set(removals.flatMap(({ files }) => files.map(keyOf)))
  const { purelib, platlib } = environment.schemes
  const hints = os === 'linux' ? hintsOf([...claims.keys(), ...removed], [purelib, platlib]) : undefined
  const sharers: InstalledDistribution[] = []
  const conflicts = new Map<string, readonly Conflict[]>()
  const spared = new Set<string>()
  for (const distribution of staying) {
    const found: Overwritten[] = []
    let isDamaged = false
    for (const { destination, sha256 } of await readInstalledFiles(distribution, hints)) {
      const claim = claims.get(keyOf(destination))
      if (claim !== undefined) {
        if (claim.sha256 !== sha256) found.push({ winner: claim.name, path: destination })
      } else if (removed.has(keyOf(destination))) {
        spared.add(keyOf(destination))
        if (sha256 !== undefined && unlessAbsent(destination, () => digestFile(destination).sha256) !== sha256)
          isDamaged = true
      }
    }
    if (found.length > 0 || isDamaged) sharers.push(distribution)
    if (found.length > 0) conflicts.set(distribution.name, toConflicts(distribution.name, found))
  }
  return { sharers, conflicts, spared }
}

/** More than this many are no shortcut. */
const mostHints = 100

/** A name in each of these paths that a RECORD which lists the path holds too; undefined where they are too many. */
function hintsOf(paths: readonly string[], libraries: readonly string[]): readonly string[] | undefined {
  const hints = new Set<string>()
  for (const path of paths) {
    // A RECORD writes it doubled.
    if (path.includes('"')) return undefined
    const library = libraries.find(directory => path.startsWith(directory + sep))
    const [first = '', ...rest] = library === undefined ? [] : path.slice(library.length + 1).split(sep)
    hints.add(rest.length === 0 ? basename(path) : `${first}/`)
    if (hints.size > mostHints) return undefined
  }
  return [...hints]
}

type Overwritten = { readonly winner: string; readonly path: string }

function toConflicts(loser: string, found: readonly Overwritten[]): readonly Conflict[] {
  const winners = [...new Set(found.map(({ winner }) => winner))]
  return winners.map(winner => ({
    winner,
    loser,
    paths: found.filter(entry => entry.winner === winner).map(({ path }) => path),
  }))
}

/** Removals without the files that someone else needs. */
export function sparing(
  removals: readonly Removal[],
  { spared }: Sharing,
  { os }: Pick<InstallServices, 'os'>,
): readonly Removal[] {
  const keyOf = pathKeys(os)
  if (spared.size === 0) return removals
  return removals.map(removal => ({ ...removal, files: removal.files.filter(path => !spared.has(keyOf(path))) }))
}
