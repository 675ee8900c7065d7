/** The tree that a build backend is called in: the user's own for an editable, else a private copy of the source. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readClosure, type SourceClosure } from '../build/closure.js'
import { removeTree } from '../build/fresh-directory.js'
import { mirrorTree } from '../build/mirror.js'
import { type Project, readProject } from '../build/project.js'
import { unpackArchive } from '../build/sdist.js'
import { directoryBelow } from '../build/source.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Run } from './run.js'
import { bringArchive, fileOf, type IdentifiedSource } from './source-identity.js'

/** The tree that a backend is called in. */
export type SourceTree = {
  /** Absolute: of the project. */
  readonly directory: string
  /** Absolute: top of the repository or archive. */
  readonly root: string
  readonly project: Project
  readonly closure: SourceClosure
  /** Absolute: what is removed afterwards. */
  readonly mirror?: string
}

export function inPlace({ source, tree }: IdentifiedSource): SourceTree {
  if (source.kind !== 'directory' || tree === undefined) throw new TypeError('only a directory is built in its place')
  return { directory: source.path, root: tree.closure.root, ...tree }
}

type Mirroring = {
  readonly identified: IdentifiedSource
  readonly first: string
  readonly interpreter: Interpreter
}

/** A copy at a path that is the same for every build with this key, where nothing of earlier builds lies about. */
export async function mirrored({ identified, first, interpreter }: Mirroring, run: Run): Promise<SourceTree> {
  const { source, tree } = identified
  const { host, located, watch } = run
  const services = { host, signal: watch.signal }
  const mirror = join(located.store.root, 'trees', first.slice(0, 16))
  const root = join(mirror, 'src')
  await removeTree(mirror)
  await mkdir(mirror, { recursive: true })
  if (source.kind === 'directory' && tree !== undefined) {
    const withHistory = tree.project.isScmVersioned
    await mirrorTree(tree.closure, root, { ...services, withHistory })
    const { closure } = tree
    const directory = directoryBelow(root, closure.subdirectory)
    return { directory, root, project: await readProject(directory, source.shown), closure, mirror }
  }
  if (source.kind !== 'archive') throw new TypeError('only a tree that lies here can be copied')
  const { path } = await bringArchive(
    { ...fileOf(source), ...(source.path !== undefined && { path: source.path }) },
    run,
  )
  const python = interpreter.executable
  const top = await unpackArchive(path, root, { ...services, python })
  const directory = directoryBelow(top, source.subdirectory)
  const project = await readProject(directory, source.shown)
  return { directory, root: top, project, closure: await readClosure(directory, services), mirror }
}

/** POSIX: what the paths of the project begin with, relative to the top of its repository. */
export function prefixOf({ subdirectory }: SourceClosure): string {
  return subdirectory === '' ? '' : `${subdirectory}/`
}

/** POSIX paths of its source files, relative to the project. */
export function sourcePaths(closure: SourceClosure): readonly string[] {
  const prefix = prefixOf(closure)
  return rootedPaths(closure).flatMap(path => (path.startsWith(prefix) ? path.slice(prefix.length) : []))
}

/** POSIX paths of all files, relative to the top of the repository. */
export function rootedPaths({ files }: SourceClosure): readonly string[] {
  return files.map(({ path }) => path)
}
