/** Where the files of packs belong in a new environment, and what is written there besides. */
import { rmdirSync, unlinkSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { nameOf } from '../cache/packing.js'
import { errnoOf } from '../errors.js'
import { makeParents } from '../install/change.js'
import { type PlacedBytecode, placeCompiled } from '../install/compiled.js'
import { metadataDestinations, writeMetadata, writeScripts } from '../install/dist-info.js'
import type { PlacedFile } from '../install/layout.js'
import type { InstallServices, Preparation, PreparedWheel } from '../install/prepare.js'
import { isKept } from '../install/tree.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { BytecodeNote } from '../store/note.js'
import { bytecodeName, filesOf, wheelDirectory } from '../store/store.js'

/** Bytecode by the sha256 of its wheel. */
export type BytecodeNotes = ReadonlyMap<string, BytecodeNote>

/** Absolute paths, by the name of the item and the path in it; what is missing is not written. */
export type Destinations = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Where the bytecode of every wheel goes, by its sha256. */
export function placeAllCompiled(
  { wheels }: Preparation,
  bytecode: BytecodeNotes,
  services: InstallServices,
): ReadonlyMap<string, PlacedBytecode> {
  return new Map(
    wheels.map(prepared => {
      const { sha256 } = prepared.wheel.note
      return [sha256, placeCompiled(prepared, bytecode.get(sha256), services)]
    }),
  )
}

/** Where everything goes. Scripts that a wheel ships go where the store of the services would have them: they are rewritten. */
export function destinationsOf(
  { wheels }: Preparation,
  compiled: ReadonlyMap<string, PlacedBytecode>,
  services: InstallServices,
): Destinations {
  const destinations = new Map<string, ReadonlyMap<string, string>>()
  const { bytecodeKind } = services
  for (const prepared of wheels) {
    const { places, wheel } = prepared
    const { sha256 } = wheel.note
    const shipped = filesOf(wheelDirectory(services.store, sha256))
    const scripts = places.scripts.map(({ file }) => [file.path, join(shipped, file.path)] as const)
    const files = places.linked.filter(isKept(prepared)).map(toEntry)
    destinations.set(nameOf({ sha256, bytecode: '' }), new Map([...files, ...scripts]))
    if (bytecodeKind === undefined) continue
    const { written = [] } = compiled.get(sha256) ?? {}
    destinations.set(nameOf({ sha256, bytecode: bytecodeName(bytecodeKind) }), new Map(written.map(toEntry)))
  }
  return destinations
}

const toEntry = ({ file, destination }: PlacedFile) => [file.path, destination] as const

/**
 * True where a file lies beside one that `venv` makes, or behind a link that it makes (`lib64`): `venv` has to come first, so that
 * neither replaces the other unseen.
 */
export function meetsVenv(destinations: Destinations, root: string): boolean {
  const linked = `${join(root, 'lib64')}${sep}`
  const isNear = (path: string): boolean => path.startsWith(linked) || dirname(path) === root
  return [...destinations.values()].some(files => [...files.values()].some(isNear))
}

type OwnFiles = {
  readonly compiled: ReadonlyMap<string, PlacedBytecode>
  readonly services: InstallServices
  /** Waited for before each wheel: `hasShipped` where it has scripts that have to be there. False ends the writing. */
  turn(hasShipped: boolean): Promise<boolean>
}

/** Writes scripts, metadata and RECORD of every wheel, those last whose scripts come out of packs. False where a turn was. */
export async function writeOwn({ wheels }: Preparation, { compiled, services, turn }: OwnFiles): Promise<boolean> {
  const shipped = ({ places }: PreparedWheel): number => Number(places.scripts.length > 0)
  for (const prepared of wheels.toSorted((a, b) => shipped(a) - shipped(b))) {
    if (!(await turn(shipped(prepared) > 0))) return false
    makeParents(ownDestinations(prepared))
    const scripts = writeScripts(prepared, services)
    const { recorded = [] } = compiled.get(prepared.wheel.note.sha256) ?? {}
    writeMetadata(prepared, { bytecode: recorded, scripts })
  }
  return true
}

function ownDestinations(prepared: PreparedWheel): readonly string[] {
  const { places, wrappers } = prepared
  return [...metadataDestinations(prepared), ...[...places.scripts, ...wrappers].map(({ destination }) => destination)]
}

/** Takes everything out again, and the directories that are empty then, but for those that `venv` makes. */
export function removeAll(
  { wheels }: Preparation,
  destinations: Destinations,
  { root, schemes }: PythonEnvironment,
): void {
  const placed = [...destinations.values()].flatMap(files => [...files.values()])
  const paths = [...placed, ...wheels.flatMap(ownDestinations)]
  for (const path of paths) ignoringErrno(() => unlinkSync(path))
  const made = [schemes.purelib, schemes.platlib, schemes.scripts, join(root, 'include')]
  const isMade = (directory: string): boolean => made.some(path => `${path}${sep}`.startsWith(`${directory}${sep}`))
  const parents = new Set(paths.flatMap(path => parentsOf(path, root)).filter(directory => !isMade(directory)))
  for (const directory of [...parents].sort().reverse()) ignoringErrno(() => rmdirSync(directory))
}

function parentsOf(path: string, root: string): readonly string[] {
  const parents: string[] = []
  for (let parent = dirname(path); parent.startsWith(root + sep); parent = dirname(parent)) parents.push(parent)
  return parents
}

/** What is not there, not empty or not to be removed is nobody's trouble: why everything goes matters more. */
function ignoringErrno(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}
