/** Which entries of the store a run used, and what the end of the job owes them. */
import { bytecodeEntry, wheelEntry } from '../store/entry.js'
import type { BytecodeKind } from '../store/store.js'
import type { Run } from './run.js'
import type { Upkeep } from './upkeep.js'

/** The entries of wheels, by their sha256, and of their bytecode; sorted. */
export function entriesOf(digests: readonly string[], kind: BytecodeKind | undefined): readonly string[] {
  return digests.flatMap(sha256 => [wheelEntry(sha256), ...(kind ? [bytecodeEntry(kind, sha256)] : [])]).sort()
}

/** What the end of the job is to do: look at these entries, where the environment is linked to them, and trim the store. */
export function upkeepOf(entries: readonly string[], { located, settings }: Run): Upkeep {
  const isLinked = ['hardlink', 'symlink'].includes(located.linkMode)
  return { store: located.directory, maxBytes: settings.storeMaxBytes, entries: isLinked ? entries : [] }
}
