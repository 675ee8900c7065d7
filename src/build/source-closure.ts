/** A source tree as data, and digests of its parts. */
import { createHash } from 'node:crypto'
import { relative } from 'node:path/posix'

export type FileMode = '100644' | '100755' | '120000'

export type SourceFile = {
  /** POSIX, relative to the root. */
  readonly path: string
  readonly mode: FileMode
  /** Git blob id (sha1, hexadecimal); of a symbolic link: of its target as text. */
  readonly blob: string
  /** What a symbolic link names, as it is written there. */
  readonly target?: string
}

export type AbsentSubmodule = { readonly path: string; readonly commit: string }

export type SourceClosure = {
  /** Absolute, without symbolic links: the top of the repository, else the directory. */
  readonly root: string
  /** POSIX, relative to the root; '' = the root. */
  readonly subdirectory: string
  /** Of the whole root, submodules included, sorted by path (UTF-16 code units). */
  readonly files: readonly SourceFile[]
  /** Submodules that are not checked out; default: none. */
  readonly absent?: readonly AbsentSubmodule[]
  readonly isRepository: boolean
  /** The commit that is checked out; '' = none. */
  readonly revision: string
  /** `git describe --tags --long --dirty --always --abbrev=40`; '' = none. */
  readonly describe: string
  /** Digest of all tags that HEAD has behind it: projects choose among them by patterns of their own. Empty where there is no history. */
  readonly tags: string
}

/** What a path (POSIX, relative to the root) holds: the blob id of a file, a digest of a directory, null for neither. Symbolic links are followed. */
export function blobsAt(closure: SourceClosure, path: string): string | null {
  const index = indexOf(closure)
  const place = followLinks(index, path) ?? path
  if (rowsBelow(index, place).length > 0) return treeDigest(closure, place)
  // A link that leads nowhere, or out of the root, is what it says.
  return (index.rows.get(place) ?? index.rows.get(path))?.blob ?? null
}

/** Digest over paths, modes and content of all files below a directory, and of those in the root that symbolic links there lead to. */
export function treeDigest(closure: SourceClosure, directory: string): string {
  const hash = createHash('sha256')
  const rows = reachable(indexOf(closure), directory).map(row => ({ ...row, path: pathFrom(directory, row.path) }))
  for (const { path, mode, blob } of rows.toSorted(byPath)) hash.update(`${mode} ${blob} ${path}\0`)
  return hash.digest('hex')
}

type Row = Omit<SourceFile, 'mode'> & { readonly mode: FileMode | '160000' }
type Index = { readonly sorted: readonly Row[]; readonly rows: ReadonlyMap<string, Row> }

const indexes = new WeakMap<SourceClosure, Index>()

function indexOf(closure: SourceClosure): Index {
  const known = indexes.get(closure)
  if (known !== undefined) return known
  const absent = (closure.absent ?? []).map(({ path, commit }): Row => ({ path, mode: '160000', blob: commit }))
  const sorted = [...closure.files, ...absent].toSorted(byPath)
  const index = { sorted, rows: new Map(sorted.map(row => [row.path, row])) }
  indexes.set(closure, index)
  return index
}

/** Orders by path in UTF-16 code units, on every machine the same. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0
  return a.path < b.path ? -1 : 1
}

function reachable(index: Index, directory: string): readonly Row[] {
  const found = new Set<Row>()
  const places = new Set([directory])
  // What is added meanwhile is visited, too.
  for (const place of places) {
    const row = index.rows.get(place)
    for (const below of row === undefined ? rowsBelow(index, place) : [row]) {
      found.add(below)
      const target = below.target === undefined ? undefined : followLinks(index, below.path)
      if (target !== undefined) places.add(target)
    }
  }
  return [...found]
}

function pathFrom(directory: string, path: string): string {
  if (directory === '') return path
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : relative(`/${directory}`, `/${path}`)
}

function rowsBelow({ sorted }: Index, directory: string): readonly Row[] {
  if (directory === '') return sorted
  const prefix = `${directory}/`
  let [start, end] = [0, sorted.length]
  while (start < end) {
    const middle = (start + end) >> 1
    if ((sorted[middle]?.path ?? '') < prefix) start = middle + 1
    else end = middle
  }
  while (sorted[end]?.path.startsWith(prefix) === true) end++
  return sorted.slice(start, end)
}

/** As many as Linux follows. */
const maxLinks = 40

/** The path without symbolic links; undefined where it leaves the root. */
function followLinks({ rows }: Index, path: string): string | undefined {
  const pending = path.split('/')
  const place: string[] = []
  let links = 0
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (place.pop() === undefined) return undefined
      continue
    }
    const target = rows.get([...place, part].join('/'))?.target
    if (target === undefined) place.push(part)
    else if (target.startsWith('/') || ++links > maxLinks) return undefined
    else pending.unshift(...target.split('/'))
  }
  return place.join('/')
}
