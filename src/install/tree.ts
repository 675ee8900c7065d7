/**
 * What an installation puts into a new virtual environment, as data: links by directory and files with their text. Nothing
 * in it depends on where the environment lies, so one tree serves every path.
 */
import { dirname, posix, relative, sep } from 'node:path'
import type { BytecodeNote } from '../store/note.js'
import { bytecodeDirectory, filesOf, wheelDirectory } from '../store/store.js'
import type { EntryPoint } from '../wheel/dist-info.js'
import { formatRecord, type RecordRow } from '../wheel/record.js'
import { placeCompiled } from './compiled.js'
import { metadataFiles, metadataRows } from './dist-info.js'
import type { PlacedFile } from './layout.js'
import type { InstallServices, Preparation, PreparedWheel } from './prepare.js'

/** Files of one directory of the store that go into one directory of the environment, under the same names. */
export type LinkGroup = readonly [
  /** Below the root of the store, POSIX. */
  from: string,
  names: readonly string[],
  /** Where the link mode of the run does not count. */
  mode?: 'copy',
]

/** A directory of the environment, POSIX, relative to its root, and what is linked into it. */
export type TreeDirectory = readonly [path: string, groups: readonly LinkGroup[]]

/** A file that is written, never linked. Paths are POSIX: of the environment relative to its root, of the store below its root. */
export type TreeFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  /** A script that is made for an entry point. */
  | { readonly kind: 'entry-point'; readonly path: string; readonly entryPoint: EntryPoint }
  /** A script that the wheel ships: its first line may change. */
  | { readonly kind: 'script'; readonly path: string; readonly from: string }
  /** A RECORD: text, and between it the rows of scripts, whose hashes depend on the place of the environment. */
  | { readonly kind: 'record'; readonly path: string; readonly parts: readonly (string | ScriptRow)[] }

/** The row of a script in RECORD: its path there, and the script among the files of the tree. */
export type ScriptRow = { readonly recordPath: string; readonly script: number }

export type Tree = {
  /** Sorted by path, so that a directory comes before those in it. */
  readonly directories: readonly TreeDirectory[]
  /** In the order in which they are written: the scripts of a wheel, its metadata, its RECORD. */
  readonly files: readonly TreeFile[]
}

type MutableGroup = [from: string, names: string[], mode?: 'copy']
/** By directory of the environment, then by directory of the store. */
type Links = Map<string, Map<string, MutableGroup>>

/** Describes a prepared installation into a new environment, with the bytecode of its wheels by their sha256. */
export function describeTree(
  { wheels }: Preparation,
  bytecode: ReadonlyMap<string, BytecodeNote>,
  services: InstallServices,
): Tree {
  const links: Links = new Map()
  const files: TreeFile[] = []
  for (const prepared of wheels) {
    const note = bytecode.get(prepared.wheel.note.sha256)
    const { recorded, written } = placeCompiled(prepared, note, services)
    const mode = isEditable(prepared) ? 'copy' : undefined
    addLinks(links, prepared.places.linked.filter(isKept(prepared)), { ...storeOf(prepared, services), services, mode })
    if (services.bytecodeKind !== undefined && note !== undefined) {
      const directory = bytecodeDirectory(services.store, services.bytecodeKind, note.wheel)
      addLinks(links, written, { root: filesOf(directory), services, mode })
    }
    addFiles(files, prepared, { compiled: recorded, services })
  }
  const directories = [...links].map(([path, groups]): TreeDirectory => [path, [...groups.values()]])
  return { directories: directories.sort(([a], [b]) => (a < b ? -1 : 1)), files }
}

function storeOf({ wheel }: PreparedWheel, { store }: InstallServices) {
  return { root: filesOf(wheelDirectory(store, wheel.note.sha256)) }
}

/** Whether a wheel gets the path that a file wants. */
export function isKept({ lost }: PreparedWheel): (placed: PlacedFile) => boolean {
  return ({ destination }) => !lost.has(destination)
}

type LinkSource = {
  readonly root: string
  readonly services: InstallServices
  readonly mode: 'copy' | undefined
}

/** The files of an editable distribution point at a tree: an edit of them is not one of the store. */
export function isEditable({ wheel }: PreparedWheel): boolean {
  return wheel.directUrl?.dir_info?.editable === true
}

function addLinks(links: Links, placed: readonly PlacedFile[], { root, services, mode }: LinkSource): void {
  const base = below(services.store.root, root)
  for (const { file, destination } of placed) {
    const directory = below(services.environment.root, dirname(destination))
    const groups = links.get(directory) ?? new Map<string, MutableGroup>()
    links.set(directory, groups)
    const parent = posix.dirname(file.path)
    const from = parent === '.' ? base : `${base}/${parent}`
    const group = groups.get(from)
    if (group !== undefined) group[1].push(posix.basename(file.path))
    else
      groups.set(
        from,
        mode === undefined ? [from, [posix.basename(file.path)]] : [from, [posix.basename(file.path)], mode],
      )
  }
}

type FileParts = { readonly compiled: readonly PlacedFile[]; readonly services: InstallServices }

function addFiles(files: TreeFile[], prepared: PreparedWheel, { compiled, services }: FileParts): void {
  const { places, wrappers, lost } = prepared
  const { root: storeRoot } = services.store
  const place = (destination: string) => below(services.environment.root, destination)
  const scripts: ScriptRow[] = []
  const addScript = (recordPath: string, destination: string, script: TreeFile): void => {
    scripts.push({ recordPath, script: files.length })
    files.push(lost.has(destination) ? { ...script, path: '' } : script)
  }
  for (const { file, destination, recordPath } of places.scripts) {
    const from = `${below(storeRoot, storeOf(prepared, services).root)}/${file.path}`
    addScript(recordPath, destination, { kind: 'script', path: place(destination), from })
  }
  for (const { destination, recordPath, entryPoint } of wrappers) {
    addScript(recordPath, destination, { kind: 'entry-point', path: place(destination), entryPoint })
  }
  for (const [name, text] of metadataFiles(prepared)) {
    files.push({ kind: 'text', path: place(`${places.distInfo}${sep}${name}`), text })
  }
  const rows = metadataRows(prepared, compiled)
  files.push({ kind: 'record', path: place(`${places.distInfo}${sep}RECORD`), parts: recordParts(rows, scripts) })
}

/** The text of a RECORD, cut where the rows of scripts belong. */
function recordParts(rows: readonly RecordRow[], scripts: readonly ScriptRow[]): readonly (string | ScriptRow)[] {
  if (scripts.length === 0) return [formatRecord(rows)]
  const parts: (string | ScriptRow)[] = []
  let rest = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const script of scripts.toSorted((a, b) => (a.recordPath < b.recordPath ? -1 : 1))) {
    const before = rest.filter(({ path }) => path < script.recordPath)
    rest = rest.slice(before.length)
    parts.push(formatRecord(before), script)
  }
  return [...parts, formatRecord(rest)]
}

/** A path below another, POSIX. Thousands are asked for: `relative` goes through both, character by character. */
function below(root: string, path: string): string {
  const found = path.startsWith(`${root}${sep}`) ? path.slice(root.length + 1) : relative(root, path)
  return sep === '/' ? found : found.replaceAll(sep, '/')
}
