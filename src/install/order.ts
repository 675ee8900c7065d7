/** The order in which wheels are laid over one another: pip's, so that the same wheel wins a contested path. */

export type Ordered = { readonly name: string; readonly requires: readonly string[] }

/**
 * Dependencies first, by the longest path from what was asked for; equally deep names in descending order.
 * Pure, and independent of the order of `wheels`.
 */
export function orderWheels<T extends Ordered>(wheels: readonly T[]): T[] {
  const byName = new Map([...wheels].sort((a, b) => (a.name < b.name ? -1 : 1)).map(wheel => [wheel.name, wheel]))
  const depth = new Map([...byName.keys()].map(name => [name, 0]))
  for (const name of parentsFirst(byName)) {
    const next = (depth.get(name) ?? 0) + 1
    for (const required of byName.get(name)?.requires ?? []) {
      if (byName.has(required)) depth.set(required, Math.max(depth.get(required) ?? 0, next))
    }
  }
  const deepness = (wheel: T): number => depth.get(wheel.name) ?? 0
  return [...byName.values()].sort((a, b) => deepness(b) - deepness(a) || (a.name < b.name ? 1 : -1))
}

/** Reverse postorder of the requirement graph; an edge that closes a cycle is passed over. */
function parentsFirst(byName: ReadonlyMap<string, Ordered>): string[] {
  const finished: string[] = []
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    for (const required of byName.get(name)?.requires ?? []) if (byName.has(required)) visit(required)
    finished.push(name)
  }
  for (const name of byName.keys()) visit(name)
  return finished.reverse()
}
