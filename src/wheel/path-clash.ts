/** Paths that cannot be in one directory tree together. */

export type Clash =
  | { readonly kind: 'same' | 'file and directory'; readonly path: string }
  | { readonly kind: 'too many folders' }

/**
 * The first path that occurs twice, or that is a file and the parent of another; `directories` are paths that may be parents.
 * Stops at `mostFolders` distinct parents, since a few deep paths can stand for millions.
 */
export function findClash(
  paths: readonly string[],
  directories: ReadonlySet<string>,
  mostFolders: number,
): Clash | undefined {
  const all = new Set<string>()
  for (const path of paths) {
    if (all.has(path)) return { kind: 'same', path }
    all.add(path)
  }
  const parents = new Set<string>()
  for (const path of paths) {
    for (let parent = parentOf(path); parent !== '' && !parents.has(parent); parent = parentOf(parent)) {
      if (all.has(parent) && !directories.has(parent)) return { kind: 'file and directory', path: parent }
      parents.add(parent)
    }
    if (parents.size > mostFolders) return { kind: 'too many folders' }
  }
  return undefined
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
