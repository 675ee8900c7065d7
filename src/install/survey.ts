/** What lies where in an environment, and what of it a distribution may own. Every directory is read once. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { isUserError } from '../errors.js'
import type { PythonEnvironment } from '../python/environment.js'
import { foldPath } from '../wheel/portable-path.js'
import { isReservedScript } from '../wheel/reserved-name.js'
import { realPath, unlessAbsent } from './reading.js'

/** Something that exists. A link counts as a file, wherever it leads. */
export type Found = {
  /** Below the directory of its scheme, links on the way there resolved, spelled as on disk. */
  readonly path: string
  readonly isDirectory: boolean
  /** False outside the schemes, and for what belongs to the environment itself. */
  readonly isRemovable: boolean
}

export type Survey = {
  /** What has this absolute, normalised path, or undefined. */
  find(path: string): Found | undefined
  /** Everything in a directory that was found, links not followed. */
  contents(directory: string): readonly Found[]
  /** The bytecode of a source file, there or not (PEP 3147, PEP 488): beside it and in `__pycache__`, of any Python. */
  bytecodeOf(source: string): readonly Found[]
}

/** Throws UserError ENVIRONMENT_UNREADABLE, as do all functions of the survey. */
export function openSurvey(environment: PythonEnvironment): Survey {
  const roots = realRoots(environment)
  const folderOf = remember((path: string) => readFolder(path, roots))
  const bytecodeIn = remember((path: string) => indexBytecode(folderOf(path)))
  const reservedIn = remember((path: string) => reservedNames(path, environment))
  const describe = (folder: Folder, { name, isDirectory }: Entry): Found => ({
    path: folder.path.endsWith(sep) ? folder.path + name : folder.path + sep + name,
    isDirectory,
    isRemovable: folder.isInside && !reservedIn(folder.path)(name),
  })
  return {
    find: path => {
      const folder = folderOf(dirname(path))
      const entry = folder && entryOf(folder, basename(path))
      return folder && entry && describe(folder, entry)
    },
    contents: directory => {
      const folder = folderOf(directory)
      return folder === undefined ? [] : [...folder.entries.values()].map(entry => describe(folder, entry))
    },
    bytecodeOf: source => {
      const folder = folderOf(dirname(source))
      if (folder === undefined) return []
      const module = basename(source, '.py')
      const caches = join(folder.path, '__pycache__')
      const cached = bytecodeIn(caches).get(module) ?? []
      const beside = [`${module}.pyc`, `${module}.pyo`].flatMap(name => folder.entries.get(name) ?? [])
      const inCaches = cached.length === 0 ? undefined : folderOf(caches)
      return [
        ...beside.map(entry => describe(folder, entry)),
        ...(inCaches === undefined ? [] : cached.map(entry => describe(inCaches, entry))),
      ]
    },
  }
}

/** A directory of a scheme: as the environment spells it, and with its links resolved. */
type Root = { readonly spelled: string; readonly real: string }

/** Innermost first. */
function realRoots({ schemes }: PythonEnvironment): readonly Root[] {
  const { purelib, platlib, scripts, headers, data } = schemes
  const roots = [purelib, platlib, scripts, headers, data].flatMap(spelled => {
    const real = realPath(spelled)
    return real === undefined ? [] : { spelled, real }
  })
  return roots.sort((a, b) => b.real.length - a.real.length)
}

type Entry = { readonly name: string; readonly isDirectory: boolean }

type Folder = {
  readonly path: string
  /** In a scheme, at any depth. */
  readonly isInside: boolean
  /** Those of a folder that is inside, by name. */
  readonly entries: ReadonlyMap<string, Entry>
  /** The same by the key of names that some file systems take for one; made when first asked for. */
  folded(): ReadonlyMap<string, Entry>
}

function readFolder(path: string, roots: readonly Root[]): Folder | undefined {
  const isNear = roots.some(({ spelled, real }) => isWithin(path, spelled) || isWithin(path, real))
  const real = isNear ? realPath(path) : ifReadable(() => realPath(path))
  if (real === undefined) return undefined
  const root = roots.find(candidate => isWithin(real, candidate.real))
  if (root === undefined) return { path: real, isInside: false, entries: new Map(), folded: () => new Map() }
  const entries = unlessAbsent(real, () => readdirSync(real, { withFileTypes: true }).map(toEntry))
  if (entries === undefined) return undefined
  return {
    path: join(root.spelled, real.slice(root.real.length)),
    isInside: true,
    entries: new Map(entries.map(entry => [entry.name, entry])),
    folded: once(() => new Map(entries.map(entry => [foldPath(entry.name), entry]))),
  }
}

function toEntry(entry: Dirent): Entry {
  return { name: entry.name, isDirectory: entry.isDirectory() }
}

/** By its exact name; else as the file system finds it, which may not tell `A.py` from `a.py`. */
function entryOf({ path, isInside, entries, folded }: Folder, name: string): Entry | undefined {
  const exact = entries.get(name)
  if (exact !== undefined) return exact
  const look = () => unlessAbsent(join(path, name), () => lstatSync(join(path, name)))
  const alike = isInside ? folded().get(foldPath(name)) : undefined
  if (isInside && alike === undefined) return undefined
  const status = isInside ? look() : ifReadable(look)
  return status && { name: alike?.name ?? name, isDirectory: status.isDirectory() }
}

/** What lies outside and may not be looked at concerns nobody. */
function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

const bytecodeName = /^(.+?)\.[A-Za-z][\w-]*(?:-pytest-[\w.+]+)?(?:\.opt-\w+)?\.pyc$/

/** The files of a `__pycache__` by the name of their module: `x.y.cpython-311.opt-1.pyc` belongs to `x.y`. */
function indexBytecode(folder: Folder | undefined): ReadonlyMap<string, readonly Entry[]> {
  const byModule = new Map<string, Entry[]>()
  for (const entry of folder?.entries.values() ?? []) {
    const [, module] = bytecodeName.exec(entry.name) ?? []
    if (module === undefined) continue
    const others = byModule.get(module)
    if (others === undefined) byModule.set(module, [entry])
    else others.push(entry)
  }
  return byModule
}

/** What in a directory is the environment's: directories of schemes, interpreters, activation, the standard library. */
function reservedNames(directory: string, environment: PythonEnvironment): (name: string) => boolean {
  const { python, stateDirectory, schemes } = environment
  if (isStandardLibrary(directory, environment)) return () => true
  const kept = [...Object.values(schemes), python].filter(path => path !== directory && isWithin(path, directory))
  const names = new Set(kept.map(path => path.slice(directory.length).split(sep).find(Boolean)))
  const [isScripts, isData] = [directory === schemes.scripts, directory === schemes.data]
  const isState = directory === stateDirectory
  if (names.size === 0 && !isScripts && !isData && !isState) return () => false
  return name =>
    names.has(name) ||
    ((isScripts || isData) && isReservedScript(name)) ||
    (isData && /^(?:pyvenv\.cfg|lib64)$/i.test(name)) ||
    (isState && name.startsWith('.wheelcrew'))
}

function isStandardLibrary(directory: string, { kind, schemes }: PythonEnvironment): boolean {
  const { purelib, platlib, scripts, headers, data } = schemes
  const parents = [dirname(purelib), dirname(platlib)].filter(parent => parent !== data)
  if (kind === 'target' || !parents.some(parent => isWithin(directory, parent))) return false
  return ![purelib, platlib, scripts, headers].some(scheme => isWithin(directory, scheme))
}

/** True for a directory itself and for everything below it, as text. */
export function isWithin(path: string, directory: string): boolean {
  if (!path.startsWith(directory)) return false
  return path.length === directory.length || directory.endsWith(sep) || path[directory.length] === sep
}

function once<V>(make: () => V): () => V {
  const made = remember(make)
  return () => made('')
}

function remember<V>(read: (path: string) => V): (path: string) => V {
  const known = new Map<string, V>()
  return path => {
    const value = known.get(path)
    if (value !== undefined || known.has(path)) return value as V
    const fresh = read(path)
    known.set(path, fresh)
    return fresh
  }
}
