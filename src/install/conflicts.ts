/** Paths that several wheels claim, settled before anything is linked: pure, and independent of timing. */

export type Claim = { readonly destination: string; readonly sha256: string }
/** A wheel with all it would write. */
export type Claimant = { readonly name: string; readonly claims: readonly Claim[] }

/** Two distributions whose files differ at these paths. */
export type Conflict = { readonly winner: string; readonly loser: string; readonly paths: readonly string[] }

export type Settlement = {
  /** Per claimant, in the order given: the destinations that it does not write. */
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
  /** Claims with different bytes only; equal files are silent. */
  readonly conflicts: readonly Conflict[]
}

/**
 * The last claimant of `claimants` (pip's order) wins each path. `keyOf` gives the same text for paths that are one on the
 * file system at hand; a distribution may then contest a path with itself.
 */
export function settleClaims(
  claimants: readonly Claimant[],
  keyOf: (destination: string) => string = destination => destination,
): Settlement {
  const owner = new Map<string, { name: string; destination: string; sha256: string }>()
  const lost = new Map<string, Set<string>>()
  const differing = new Map<string, { winner: string; loser: string; paths: string[] }>()
  for (const { name, claims } of [...claimants].reverse()) {
    for (const { destination, sha256 } of claims) {
      const winner = owner.get(keyOf(destination))
      if (winner === undefined) {
        owner.set(keyOf(destination), { name, destination, sha256 })
        continue
      }
      if (winner.name === name && winner.destination === destination) continue
      lost.set(name, (lost.get(name) ?? new Set()).add(destination))
      if (winner.sha256 === sha256) continue
      const key = `${winner.name}\0${name}`
      const conflict = differing.get(key) ?? { winner: winner.name, loser: name, paths: [] }
      conflict.paths.push(destination)
      differing.set(key, conflict)
    }
  }
  return { lost, conflicts: [...differing.values()] }
}
