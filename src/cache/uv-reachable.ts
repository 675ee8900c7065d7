/** Which packages of a uv.lock something of the project needs. Pure. */
import { isTable, type Table } from './table.js'

export type Roots = {
  /** Which packages the project itself is. */
  readonly roots: (entry: Table) => boolean
  /** `[manifest]` of the lock: what else may name roots. */
  readonly manifest: Table
}

/** Keys of `[manifest]` that name no package to install. */
const notRoots = ['members', 'constraints', 'build-constraints', 'overrides', 'excludes', 'dependency-metadata']
/** Keys of a package that name none either: `metadata` repeats what was asked for. */
const notEdges = ['metadata', 'wheels', 'sdist', 'source']

/**
 * The packages that can be reached from the project over any dependency, extra or group. All of them where there is no
 * project, or where the manifest names requirements besides. Dependencies whose marker is false are to be gone already.
 */
export function reachablePackages(packages: readonly Table[], { roots, manifest }: Roots): readonly Table[] {
  const reached = new Set(packages.filter(roots))
  if (reached.size === 0 || Object.keys(manifest).some(key => !notRoots.includes(key))) return packages
  const byName = new Map<unknown, Table[]>()
  for (const entry of packages) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry])
  // A set that grows while it is walked visits what was added.
  for (const entry of reached) {
    for (const edge of edgesOf(entry)) {
      for (const other of byName.get(edge.name) ?? []) {
        if (edge.version === undefined || edge.version === other.version) reached.add(other)
      }
    }
  }
  return packages.filter(entry => reached.has(entry))
}

/** Every table with a name, however deep: `dependencies`, and the lists of extras and groups. */
function edgesOf(entry: Table): readonly Table[] {
  return Object.entries(entry).flatMap(([key, value]) => (notEdges.includes(key) ? [] : namedTables(value)))
}

function namedTables(value: unknown): readonly Table[] {
  if (Array.isArray(value)) return value.flatMap(namedTables)
  if (!isTable(value)) return []
  return typeof value.name === 'string' ? [value] : Object.values(value).flatMap(namedTables)
}
