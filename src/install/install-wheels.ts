/** Lays stored wheels into an environment, all of them or none. */
import { join } from 'node:path'
import { bytecodePath } from '../python/bytecode-path.js'
import type { LinkMode } from '../store/locate.js'
import type { BytecodeNote } from '../store/note.js'
import { bytecodeDirectory, filesOf, wheelDirectory } from '../store/store.js'
import { writeMetadata, writeScripts } from './dist-info.js'
import { type PlacedFile, placeBytecode } from './layout.js'
import { forgetDisplaced, linkFile, makeParents, nothingWritten, undo, type Written } from './link.js'
import type { InstallServices, Preparation, PreparedWheel } from './prepare.js'

export type Installation = {
  /** Links the files of one wheel; its RECORD is not there yet. */
  link(prepared: PreparedWheel): number
  /** Links its bytecode and writes scripts, metadata and, last, RECORD: now it counts as installed. */
  finish(prepared: PreparedWheel, bytecode: BytecodeNote | undefined): number
  /** Ends an installation that succeeded: files that were in the way are gone for good. */
  commit(): void
  /** Takes everything out again, and puts back what was in the way. */
  undo(): void
}

/** Begins an installation. `link` and `finish` return the number of files they put in place. */
export function beginInstallation(preparation: Preparation, services: InstallServices): Installation {
  const written = nothingWritten()
  try {
    makeParents(allDestinations(preparation), written)
  } catch (error) {
    undo(written)
    throw error
  }
  return {
    link: prepared => linkWheel(prepared, services, written),
    finish: (prepared, bytecode) => finishWheel(prepared, bytecode, { services, written }),
    commit: () => forgetDisplaced(written),
    undo: () => undo(written),
  }
}

function* allDestinations(preparation: Preparation): Generator<string> {
  for (const { places } of preparation.wheels) {
    for (const placed of places.linked) yield placed.destination
    for (const placed of places.scripts) yield placed.destination
    yield join(places.distInfo, 'RECORD')
  }
}

function linkWheel({ wheel, places, lost }: PreparedWheel, services: InstallServices, written: Written): number {
  const files = filesOf(wheelDirectory(services.store, wheel.note.sha256))
  return linkAll(files, places.linked, { lost, written, mode: services.linkMode })
}

function finishWheel(
  prepared: PreparedWheel,
  bytecode: BytecodeNote | undefined,
  { services, written }: { readonly services: InstallServices; readonly written: Written },
): number {
  const { note } = prepared.wheel
  const compiled = placeBytecode(note, services.environment, bytecode?.files ?? [])
  const ours = withoutLost(compiled, prepared, services)
  makeParents(
    ours.map(({ destination }) => destination),
    written,
  )
  if (services.bytecodeKind !== undefined && bytecode !== undefined) {
    const files = filesOf(bytecodeDirectory(services.store, services.bytecodeKind, note.sha256))
    linkAll(files, ours, { lost: prepared.lost, written, mode: services.linkMode })
  }
  const scripts = writeScripts(prepared, services, written)
  writeMetadata(prepared, { bytecode: compiled, scripts, environment: services.environment, written })
  return ours.length + scripts.length
}

/** A source that lost its path leaves its bytecode out too. */
function withoutLost(
  compiled: readonly PlacedFile[],
  { places, lost }: PreparedWheel,
  { bytecodeKind }: InstallServices,
): readonly PlacedFile[] {
  if (lost.size === 0 || bytecodeKind === undefined) return compiled
  const sources = places.linked.filter(({ destination }) => lost.has(destination))
  const absent = new Set(
    sources.map(({ file }) => bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize)),
  )
  return compiled.filter(({ file }) => !absent.has(file.path))
}

function linkAll(
  root: string,
  placed: readonly PlacedFile[],
  { lost, written, mode }: { readonly lost: ReadonlySet<string>; readonly written: Written; readonly mode: LinkMode },
): number {
  let count = 0
  for (const { file, destination } of placed) {
    if (lost.has(destination)) continue
    linkFile(`${root}/${file.path}`, destination, { mode, file, written })
    count++
  }
  return count
}
