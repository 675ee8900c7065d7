/** Revisions of a plan, saved one after another: locks of real dates, and what their saves do to a cache. */
import { readFileSync } from 'node:fs'
import type { ManifestPack, PackedItem } from '../../src/cache/manifest.js'
import { ownPackBytes, type PackingOptions, planPacks, sizeOf } from '../../src/cache/packing.js'

type Row = readonly [name: string, version: string, sha256: string, size: number, unpacked: number]
type Dated = { readonly gone: readonly string[]; readonly added: readonly Row[] }

export type Revision = readonly PackedItem[]

/** What each lock of bench/revisions/ asks for, the oldest first. */
export function realRevisions(set: 'jupyterlab'): readonly Revision[] {
  const path = new URL(`../../bench/revisions/${set}.json`, import.meta.url)
  const { revisions } = JSON.parse(readFileSync(path, 'utf8')) as { revisions: readonly Dated[] }
  const held = new Map<string, PackedItem>()
  return revisions.map(({ gone, added }) => {
    for (const name of gone) held.delete(name)
    for (const [name, , sha256, , size] of added) held.set(name, { sha256, size, bytecode: 'a' })
    return [...held.values()]
  })
}

/** The same with one wheel more, or fewer, at a time. */
export function oneAtATime(revisions: readonly Revision[]): readonly Revision[] {
  return revisions.flatMap((revision, index) => {
    const before = revisions[index - 1]
    if (before === undefined) return [revision]
    const added = revision.filter(wheel => !before.includes(wheel))
    const gone = before.filter(wheel => !revision.includes(wheel))
    return Array.from({ length: Math.max(added.length, gone.length) }, (_, step) => [
      ...revision.filter(wheel => before.includes(wheel)),
      ...gone.slice(step + 1),
      ...added.slice(0, step + 1),
    ])
  })
}

export type Save = {
  /** What the manifest names afterwards. */
  readonly packs: readonly ManifestPack[]
  /** Bytes of the plan, unpacked, and so are all others here. */
  readonly live: number
  /** Bytes of the packs. */
  readonly held: number
  /** Bytes that no pack of the save before holds. */
  readonly fresh: number
  /** Bytes that were packed. */
  readonly added: number
}

/** What saves in a row do, each with the packs of the one before. */
export function saveAll(revisions: readonly Revision[], options: Pick<PackingOptions, 'mayRepack'>): readonly Save[] {
  const saves: Save[] = []
  for (const wanted of revisions) saves.push(saveOne(wanted, saves.at(-1)?.packs ?? [], options))
  return saves
}

export function saveOne(
  wanted: Revision,
  existing: readonly ManifestPack[],
  options: Pick<PackingOptions, 'mayRepack'>,
): Save {
  const { kept, packed } = planPacks(wanted, existing, { ...options, canPack: () => true })
  const packs = [...kept, ...packed.map(items => ({ digest: items.map(({ sha256 }) => sha256).join(), items }))]
  const known = new Set(existing.flatMap(({ items }) => items).map(({ sha256 }) => sha256))
  return {
    packs,
    live: sizeOf(wanted),
    held: sizeOf(packs.flatMap(({ items }) => items)),
    fresh: sizeOf(wanted.filter(({ sha256 }) => !known.has(sha256))),
    added: sizeOf(packed.flat()),
  }
}

/** How many of the wheels have a pack of their own. */
export function bigWheels(wanted: Revision): number {
  return wanted.filter(({ size }) => size >= ownPackBytes).length
}

/** The sum of what `read` gives. */
export function total(saves: readonly Save[], read: (save: Save) => number): number {
  return saves.reduce((sum, save) => sum + read(save), 0)
}
