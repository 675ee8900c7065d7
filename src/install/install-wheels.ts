/** Lays stored wheels into an environment, all of them or none, and takes out what they replace. */
import { bytecodePath } from '../python/bytecode-path.js'
import type { LinkMode } from '../store/locate.js'
import type { BytecodeNote } from '../store/note.js'
import { bytecodeDirectory, filesOf, wheelDirectory } from '../store/store.js'
import { beginChange, makeParents } from './change.js'
import { placeCompiled } from './compiled.js'
import { metadataDestinations, writeMetadata, writeScripts } from './dist-info.js'
import { compiledSources, type PlacedFile, placeBytecode } from './layout.js'
import { linkFile } from './link.js'
import { claimsOf, type InstallServices, type Preparation, type PreparedWheel } from './prepare.js'
import { isEditable } from './tree.js'

export type Installation = {
  /** Links the files of one wheel; its RECORD is not there yet. */
  link(prepared: PreparedWheel): number
  /** Links its bytecode and writes scripts, metadata and, last, RECORD: now it counts as installed. */
  finish(prepared: PreparedWheel, bytecode: BytecodeNote | undefined): number
  /** Ends an installation that succeeded: what was removed or in the way is gone for good. */
  commit(): void
  /** Takes everything out again, and puts back what was removed or in the way. */
  undo(): void
}

/**
 * Begins an installation: what it removes is moved aside. `link` and `finish` return the number of files they put in place.
 * Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
export function beginInstallation(preparation: Preparation, services: InstallServices): Installation {
  const { wheels, removals } = preparation
  const { environment } = services
  const destinations = wheels.flatMap(prepared => [...destinationsOf(prepared)])
  const possible = wheels.flatMap(prepared => bytecodeDestinations(prepared, services))
  const change = beginChange({ environment, removals, destinations, possible })
  return {
    link: prepared => linkWheel(prepared, services),
    finish: (prepared, bytecode) => finishWheel(prepared, bytecode, services),
    commit: change.commit,
    undo: change.undo,
  }
}

function* destinationsOf(prepared: PreparedWheel): Generator<string> {
  for (const { destination } of claimsOf(prepared)) yield destination
  yield* metadataDestinations(prepared)
}

/** Where bytecode may be written; which sources compile is not known yet. */
function bytecodeDestinations({ wheel }: PreparedWheel, { environment, bytecodeKind }: InstallServices): string[] {
  if (bytecodeKind === undefined) return []
  const { note } = wheel
  const compiled = compiledSources(note).map(file => ({
    ...file,
    path: bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize),
  }))
  return placeBytecode(note, environment, compiled).map(({ destination }) => destination)
}

function linkWheel(prepared: PreparedWheel, services: InstallServices): number {
  const { wheel, places, lost } = prepared
  const files = filesOf(wheelDirectory(services.store, wheel.note.sha256))
  return linkAll(files, places.linked, { lost, mode: linkModeOf(prepared, services) })
}

function linkModeOf(prepared: PreparedWheel, { linkMode }: InstallServices): LinkMode {
  return isEditable(prepared) ? 'copy' : linkMode
}

function finishWheel(prepared: PreparedWheel, bytecode: BytecodeNote | undefined, services: InstallServices): number {
  const { note } = prepared.wheel
  const { recorded, written } = placeCompiled(prepared, bytecode, services)
  makeParents(written.map(({ destination }) => destination))
  if (services.bytecodeKind !== undefined && bytecode !== undefined) {
    const files = filesOf(bytecodeDirectory(services.store, services.bytecodeKind, note.sha256))
    linkAll(files, written, { lost: prepared.lost, mode: linkModeOf(prepared, services) })
  }
  const scripts = writeScripts(prepared, services)
  writeMetadata(prepared, { bytecode: recorded, scripts })
  return written.length + scripts.length
}

function linkAll(
  root: string,
  placed: readonly PlacedFile[],
  { lost, mode }: { readonly lost: ReadonlySet<string>; readonly mode: LinkMode },
): number {
  let count = 0
  for (const { file, destination } of placed) {
    if (lost.has(destination)) continue
    linkFile(`${root}/${file.path}`, destination, mode)
    count++
  }
  return count
}
