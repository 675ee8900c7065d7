/** What a pack holds: wheels, and bytecode of wheels. */
import type { BytecodeNote, WheelNote } from './note.js'
import type { BytecodeKind } from './store.js'

export type WheelSection = {
  readonly kind: undefined
  readonly note: WheelNote
  /** The text of its entry_points.txt; undefined where it has none, or one that is no UTF-8. */
  readonly entryPoints?: string | undefined
}
export type BytecodeSection = { readonly kind: BytecodeKind; readonly note: BytecodeNote }
export type Section = WheelSection | BytecodeSection

/** Notes of what a pack holds, or shall hold. */
export type PackContents = {
  readonly wheels: readonly WheelNote[]
  readonly bytecode: readonly BytecodeSection[]
}

/** The wheel that a section belongs to, by its sha256. */
export function wheelOf({ kind, note }: Section): string {
  return kind === undefined ? note.sha256 : note.wheel
}

/** Sections by what they are. */
export function contentsOf(sections: readonly Section[]): PackContents {
  return {
    wheels: sections.flatMap(section => (section.kind === undefined ? [section.note] : [])),
    bytecode: sections.flatMap(section => (section.kind === undefined ? [] : [section])),
  }
}

/** The same as a list: wheels, then bytecode. */
export function sectionsOf({ wheels, bytecode }: PackContents): readonly Section[] {
  return [...wheels.map(note => ({ kind: undefined, note })), ...bytecode]
}
