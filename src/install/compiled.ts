/** Where the bytecode of a wheel goes. */
import { bytecodePath } from '../python/bytecode-path.js'
import type { BytecodeNote } from '../store/note.js'
import { type PlacedFile, placeBytecode } from './layout.js'
import type { InstallServices, PreparedWheel } from './prepare.js'

export type PlacedBytecode = {
  /** All of it, for RECORD. */
  readonly recorded: readonly PlacedFile[]
  /** What is put there: a source that lost its path leaves its bytecode out too. */
  readonly written: readonly PlacedFile[]
}

/** Places the bytecode of a wheel beside its sources; nothing, where there is none. */
export function placeCompiled(
  prepared: PreparedWheel,
  bytecode: BytecodeNote | undefined,
  services: Pick<InstallServices, 'environment' | 'bytecodeKind'>,
): PlacedBytecode {
  const recorded = placeBytecode(prepared.wheel.note, services.environment, bytecode?.files ?? [])
  return { recorded, written: withoutLost(recorded, prepared, services) }
}

function withoutLost(
  compiled: readonly PlacedFile[],
  { places, lost }: PreparedWheel,
  { bytecodeKind }: Pick<InstallServices, 'bytecodeKind'>,
): readonly PlacedFile[] {
  if (lost.size === 0 || bytecodeKind === undefined) return compiled
  const sources = places.linked.filter(({ destination }) => lost.has(destination))
  const absent = new Set(
    sources.map(({ file }) => bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize)),
  )
  return compiled.filter(({ file }) => !absent.has(file.path))
}
