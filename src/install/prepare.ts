/** Settles where every file of an installation goes, before one is linked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DirectUrl } from '../plan/lock.js'
import type { PythonEnvironment } from '../python/venv.js'
import type { LinkMode } from '../store/locate.js'
import type { WheelNote } from '../store/note.js'
import { type BytecodeKind, filesOf, type Store, wheelDirectory } from '../store/store.js'
import { type EntryPoint, parseEntryPoints } from '../wheel/dist-info.js'
import { type Conflict, settleClaims } from './conflicts.js'
import { placeWheel, type WheelPlaces } from './layout.js'
import { orderWheels } from './order.js'
import { scriptEntryPoints, type WindowsLaunchers } from './scripts.js'

/** A stored wheel that the environment is to hold. */
export type InstallableWheel = {
  readonly note: WheelNote
  readonly requested: boolean
  readonly directUrl: DirectUrl | undefined
}

export type InstallServices = {
  readonly store: Store
  readonly linkMode: LinkMode
  readonly environment: PythonEnvironment
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
  readonly entryPoints: readonly EntryPoint[]
  readonly lost: ReadonlySet<string>
}

export type Preparation = { readonly wheels: readonly PreparedWheel[]; readonly conflicts: readonly Conflict[] }

/** Settles every path before one is linked. */
export function prepareInstall(wheels: readonly InstallableWheel[], services: InstallServices): Preparation {
  const ordered = orderWheels(wheels.map(wheel => ({ name: wheel.note.name, requires: wheel.note.requires, wheel })))
  const placed = ordered.map(({ wheel }) => {
    const entryPoints = readEntryPoints(wheel.note, services)
    return { wheel, entryPoints, places: placeWheel(wheel.note, services.environment, entryPoints) }
  })
  const { lost, conflicts } = settleClaims(
    placed.map(({ wheel, places }) => ({
      name: wheel.note.name,
      claims: [...places.linked, ...places.scripts].map(({ destination, file }) => ({
        destination,
        sha256: file.sha256,
      })),
    })),
  )
  const none: ReadonlySet<string> = new Set()
  return { wheels: placed.map(item => ({ ...item, lost: lost.get(item.wheel.note.name) ?? none })), conflicts }
}

/** The entry points of a stored wheel that become scripts. */
function readEntryPoints(note: WheelNote, { store, pythonVersion }: InstallServices): readonly EntryPoint[] {
  const path = `${note.distInfo}/entry_points.txt`
  if (!note.files.some(file => file.path === path)) return []
  const text = readFileSync(join(filesOf(wheelDirectory(store, note.sha256)), path), 'utf8')
  return scriptEntryPoints(parseEntryPoints(text, note.filename), { wheel: note.filename, pythonVersion })
}
