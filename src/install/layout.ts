/** Which file of a stored wheel goes where in an environment: pure. */
import { basename, join } from 'node:path'
import { isWindowsPath, type PythonEnvironment } from '../python/environment.js'
import { isSource, type StoredFile, type WheelNote } from '../store/note.js'
import type { EntryPoint } from '../wheel/dist-info.js'
import { placeEntry, type Scheme } from '../wheel/placement.js'
import { isLegacyWrapper } from './scripts.js'

/** A file of the store with its place in the environment. */
export type PlacedFile = {
  readonly file: StoredFile
  readonly scheme: Scheme
  /** Absolute native path. */
  readonly destination: string
  /** POSIX path as RECORD writes it, relative to the directory that holds the dist-info. */
  readonly recordPath: string
}

export type WheelPlaces = {
  /** Directory of the dist-info in the environment, absolute. */
  readonly distInfo: string
  /** Linked as they are, dist-info last: without it the distribution does not count as installed. */
  readonly linked: readonly PlacedFile[]
  /** Files of the scripts scheme: written, never linked, since their first line may change. */
  readonly scripts: readonly PlacedFile[]
}

/** Files of a dist-info that the installer writes itself. */
const generated = new Set(['RECORD', 'INSTALLER', 'REQUESTED', 'direct_url.json', 'uv_cache.json'])

/**
 * Places every file of a wheel. Left out: what the installer generates, wrapper scripts that an entry point
 * replaces, and shipped bytecode whose source is there, since nothing proves that it belongs to that source.
 */
export function placeWheel(
  note: WheelNote,
  environment: PythonEnvironment,
  entryPoints: readonly EntryPoint[],
): WheelPlaces {
  const place = placer(note, environment)
  const paths = new Set(note.files.map(file => file.path))
  const names = new Set(entryPoints.map(entryPoint => entryPoint.name))
  const linked: PlacedFile[] = []
  const metadata: PlacedFile[] = []
  const scripts: PlacedFile[] = []
  for (const file of note.files) {
    const inDistInfo = file.path.startsWith(`${note.distInfo}/`)
    if (inDistInfo && generated.has(file.path.slice(note.distInfo.length + 1))) continue
    if (isStaleBytecode(file.path, paths)) continue
    const placed = place(file)
    if (placed.scheme !== 'scripts') (inDistInfo ? metadata : linked).push(placed)
    else if (!isLegacyWrapper(basename(placed.destination), names)) scripts.push(placed)
  }
  const library = libraryOf(note, environment.schemes)
  return { distInfo: join(library, note.distInfo), linked: [...linked, ...metadata], scripts }
}

/** Places the bytecode of a wheel beside its sources. */
export function placeBytecode(
  note: WheelNote,
  environment: PythonEnvironment,
  files: readonly StoredFile[],
): PlacedFile[] {
  return files.map(placer(note, environment))
}

/** The sources of a wheel that are compiled: all but scripts, which are run and never imported. */
export function compiledSources(note: WheelNote): StoredFile[] {
  const layout = { distInfo: note.distInfo, rootIsPurelib: note.rootIsPurelib }
  return note.files.filter(
    file => isSource(file.path) && placeEntry(file.path, layout, note.filename).scheme !== 'scripts',
  )
}

/** The directory that holds the root of a wheel, and so its dist-info. */
export function libraryOf({ rootIsPurelib }: WheelNote, schemes: PythonEnvironment['schemes']): string {
  return schemes[rootIsPurelib ? 'purelib' : 'platlib']
}

function placer(note: WheelNote, environment: PythonEnvironment): (file: StoredFile) => PlacedFile {
  const windows = isWindowsPath(environment.python)
  const directories = { ...environment.schemes, headers: join(environment.schemes.headers, note.name) }
  const library = libraryOf(note, directories)
  const prefixes = new Map(Object.entries(directories).map(([key, path]) => [key, recordPrefix(library, path)]))
  return file => {
    const { scheme, path } = placeEntry(file.path, note, note.filename)
    const native = windows ? path.replaceAll('/', '\\') : path
    const separator = windows ? '\\' : '/'
    return {
      file,
      scheme,
      destination: `${directories[scheme]}${separator}${native}`,
      recordPath: `${prefixes.get(scheme)}${path}`,
    }
  }
}

/** What leads from the library directory to a scheme directory, ending in `/` unless empty. */
export function recordPrefix(library: string, directory: string): string {
  const from = library.split(/[/\\]/)
  const to = directory.split(/[/\\]/)
  let shared = 0
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++
  const parts = [...from.slice(shared).map(() => '..'), ...to.slice(shared)]
  return parts.length === 0 ? '' : `${parts.join('/')}/`
}

/** `a/__pycache__/b.c.cpython-311.opt-1.pyc` belongs to `a/b.c.py`: up to two suffixes follow the module's name. */
function isStaleBytecode(path: string, paths: ReadonlySet<string>): boolean {
  const match = /^(.*\/)?__pycache__\/([^/]+)\.pyc$/.exec(path)
  if (match === null) return false
  const [, folder = '', stem = ''] = match
  const shorter = stem.slice(0, stem.lastIndexOf('.'))
  const shortest = shorter.slice(0, shorter.lastIndexOf('.'))
  return [shorter, shortest].some(name => name !== '' && paths.has(`${folder}${name}.py`))
}
