/** What a store and its packs hold, as manifests name it. Pure. */
import type { PackedItem } from '../cache/manifest.js'
import { nameOf } from '../cache/packing.js'
import { unpackedSize } from '../store/note.js'
import { contentsOf, type PackContents, type Section, sectionsOf, wheelOf } from '../store/pack-contents.js'
import { type BytecodeKind, bytecodeName } from '../store/store.js'

/** Names of the items that a plan wants of a wheel: its files and, where bytecode is wanted, its bytecode. */
export function namesOfWheel(sha256: string, kind: BytecodeKind | undefined): readonly string[] {
  const kinds = kind === undefined ? [''] : ['', bytecodeName(kind)]
  return kinds.map(bytecode => nameOf({ sha256, bytecode }))
}

/** The name of what a section holds. */
export function nameOfSection(section: Section): string {
  return nameOf({ sha256: wheelOf(section), bytecode: bytecodeOf(section) })
}

/** The contents of a store or a pack as items. */
export function itemsOf(contents: PackContents): readonly PackedItem[] {
  return sectionsOf(contents).map(section => ({
    sha256: wheelOf(section),
    bytecode: bytecodeOf(section),
    size: unpackedSize(section.note),
  }))
}

/** Those of the contents that the items name. */
export function contentsNamed(contents: PackContents, items: readonly PackedItem[]): PackContents {
  const names = new Set(items.map(nameOf))
  return contentsOf(sectionsOf(contents).filter(section => names.has(nameOfSection(section))))
}

function bytecodeOf({ kind }: Section): string {
  return kind === undefined ? '' : bytecodeName(kind)
}
