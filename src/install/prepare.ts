/** Settles where every file of an installation goes, before one is linked. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperatingSystem } from '../host.js'
import type { DirectUrl } from '../plan/lock.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { LinkMode } from '../store/locate.js'
import { entryPointsPath, type WheelNote } from '../store/note.js'
import { type BytecodeKind, filesOf, type Store, wheelDirectory } from '../store/store.js'
import { type EntryPoint, parseEntryPoints } from '../wheel/dist-info.js'
import { foldPath } from '../wheel/portable-path.js'
import { type Claim, type Conflict, settleClaims } from './conflicts.js'
import { libraryOf, type PlacedFile, placeWheel, recordPrefix, type WheelPlaces } from './layout.js'
import { orderWheels } from './order.js'
import { scriptEntryPoints, scriptFiles, type WindowsLaunchers } from './scripts.js'
import type { Removal } from './uninstall.js'

/** A stored wheel that the environment is to hold. */
export type InstallableWheel = {
  readonly note: WheelNote
  /** The text of its entry_points.txt, where that is known without the store. */
  readonly entryPoints?: string | undefined
  readonly requested: boolean
  readonly directUrl: DirectUrl | undefined
  /** The text of `uv_cache.json`, by which uv takes a distribution made of a local path for up to date. */
  readonly uvCacheInfo?: string | undefined
}

export type InstallServices = {
  readonly store: Store
  readonly linkMode: LinkMode
  readonly environment: PythonEnvironment
  /** macOS and Windows take paths for one that differ in case. */
  readonly os: OperatingSystem
  /** Which bytecode sets to link; undefined = none. */
  readonly bytecodeKind: BytecodeKind | undefined
  /** `3.11.7`: scripts of pip carry it in their name. */
  readonly pythonVersion: string
  /** Launcher executables, on Windows only. */
  readonly windowsLaunchers: WindowsLaunchers | undefined
}

/** The work on one wheel, prepared: where its files go and which of them another wheel wins. */
export type PreparedWheel = {
  readonly wheel: InstallableWheel
  readonly places: WheelPlaces
  /** Scripts that are made for its entry points. */
  readonly wrappers: readonly Wrapper[]
  readonly lost: ReadonlySet<string>
}

export type Wrapper = {
  readonly entryPoint: EntryPoint
  /** Absolute native path. */
  readonly destination: string
  readonly recordPath: string
  readonly content: Buffer
  readonly sha256: string
}

export type Preparation = {
  readonly wheels: readonly PreparedWheel[]
  readonly conflicts: readonly Conflict[]
  /** What goes in the same change. */
  readonly removals: readonly Removal[]
}

/** Settles every path before one is linked. */
export function prepareInstall(
  wheels: readonly InstallableWheel[],
  services: InstallServices,
  removals: readonly Removal[] = [],
): Preparation {
  const ordered = orderWheels(wheels.map(wheel => ({ name: wheel.note.name, requires: wheel.note.requires, wheel })))
  const placed = ordered.map(({ wheel }) => {
    const entryPoints = readEntryPoints(wheel, services)
    const wrappers = makeWrappers(entryPoints, wheel.note, services)
    const places = withoutDoubles(placeWheel(wheel.note, services.environment, entryPoints), wrappers)
    return { wheel, wrappers, places }
  })
  const { lost, conflicts } = settleClaims(
    placed.map(item => ({ name: item.wheel.note.name, claims: [...claimsOf(item)] })),
    pathKeys(services.os),
  )
  const none: ReadonlySet<string> = new Set()
  const prepared = placed.map(item => ({ ...item, lost: lost.get(item.wheel.note.name) ?? none }))
  return { wheels: prepared, conflicts, removals }
}

/**
 * A wheel may reach one path through several schemes, as `.data/scripts/x` and `.data/data/bin/x` do: as with pip, scripts
 * win over other files, and what is made for an entry point wins over both.
 */
function withoutDoubles(places: WheelPlaces, wrappers: readonly Wrapper[]): WheelPlaces {
  const taken = new Set(wrappers.map(({ destination }) => destination))
  const isFree = ({ destination }: PlacedFile): boolean => !taken.has(destination)
  const scripts = places.scripts.filter(isFree)
  for (const { destination } of scripts) taken.add(destination)
  const isSpread = ({ scheme }: PlacedFile): boolean => scheme === 'data' || scheme === 'headers'
  const spread = new Map(places.linked.filter(isSpread).map(placed => [placed.destination, placed]))
  if (taken.size === 0 && spread.size === 0) return places
  const outside = [...spread.values()].filter(isFree)
  for (const destination of spread.keys()) taken.add(destination)
  const inLibrary = places.linked.filter(placed => !isSpread(placed) && isFree(placed))
  return { ...places, linked: [...outside, ...inLibrary], scripts }
}

/** The same text for paths that are one on the usual file systems of a system. */
export function pathKeys(os: OperatingSystem): (path: string) => string {
  return os === 'linux' ? path => path : foldPath
}

/** What a wheel writes, but for bytecode and its own dist-info. */
export function* claimsOf({ places, wrappers }: Pick<PreparedWheel, 'places' | 'wrappers'>): Generator<Claim> {
  for (const { destination, file } of places.linked) yield { destination, sha256: file.sha256 }
  for (const { destination, file } of places.scripts) yield { destination, sha256: file.sha256 }
  for (const { destination, sha256 } of wrappers) yield { destination, sha256 }
}

function makeWrappers(
  entryPoints: readonly EntryPoint[],
  note: WheelNote,
  services: InstallServices,
): readonly Wrapper[] {
  const { environment } = services
  const directory = environment.schemes.scripts
  const prefix = recordPrefix(libraryOf(note, environment.schemes), directory)
  return entryPoints
    .flatMap(entryPoint => scriptFiles(entryPoint, environment.python, services).map(file => ({ ...file, entryPoint })))
    .map(({ name, content, entryPoint }) => ({
      entryPoint,
      destination: join(directory, name),
      recordPath: `${prefix}${name}`,
      content,
      sha256: hash('sha256', content, 'hex'),
    }))
}

/** The entry points of a wheel that become scripts. */
function readEntryPoints(wheel: InstallableWheel, { store, pythonVersion }: InstallServices): readonly EntryPoint[] {
  const { note } = wheel
  const path = entryPointsPath(note)
  if (!note.files.some(file => file.path === path)) return []
  const text = wheel.entryPoints ?? readFileSync(join(filesOf(wheelDirectory(store, note.sha256)), path), 'utf8')
  return scriptEntryPoints(parseEntryPoints(text, note.filename), { wheel: note.filename, pythonVersion })
}
