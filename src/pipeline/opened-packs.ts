/** The packs that hold all wheels of a plan, open, with what is in them. */
import type { CacheEntry } from '../cache/backend.js'
import { packKey } from '../cache/key.js'
import type { ManifestPack, PackedItem } from '../cache/manifest.js'
import { assignItems, nameOf, planPacks, sizeOf } from '../cache/packing.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { CacheSettings } from '../settings.js'
import { PackDamage } from '../store/frames.js'
import type { LocatedSection } from '../store/pack-format.js'
import { readHead } from '../store/pack-reader.js'
import type { BytecodeKind } from '../store/store.js'
import { ignoreTrouble, type OpenCache } from './cache.js'
import { nameOfSection, namesOfWheel } from './pack-items.js'

/** A pack, and what is taken from it. */
export type WantedPack = { readonly pack: ManifestPack; readonly items: readonly PackedItem[] }

/** The wheels of a plan, and which bytecode of them is wanted. */
export type Wanted = { readonly wheels: readonly PlannedWheel[]; readonly kind: BytecodeKind | undefined }

/**
 * The packs that hold every wheel with its bytecode, the biggest first; undefined where something is in none of them, or where
 * saving would pack again what they hold, which takes the files in the store.
 */
export function packsOf(
  { wheels, kind }: Wanted,
  { manifest, spoiled }: OpenCache,
  { save, mayRepack }: CacheSettings,
): readonly WantedPack[] | undefined {
  const packs = (manifest?.packs ?? []).filter(({ digest }) => !spoiled.has(digest))
  const offered = new Map(packs.flatMap(({ items }) => items).map(item => [nameOf(item), item]))
  const names = wheels.flatMap(({ sha256 = '' }) => namesOfWheel(sha256, kind))
  const items = names.flatMap(name => offered.get(name) ?? [])
  if (items.length < names.length || items.length === 0) return undefined
  if (save && planPacks(items, packs, { mayRepack, canPack: () => true }).packed.length > 0) return undefined
  const held = [...assignItems(items, packs)].map(([pack, items]) => ({ pack, items }))
  return held.sort((a, b) => sizeOf(b.items) - sizeOf(a.items))
}

export type OpenedPack = { readonly entry: CacheEntry; readonly located: readonly LocatedSection[] }

/**
 * Opens packs and reads what is in them, all at once. Undefined where one is gone, damaged, or lacks what the manifest says: it is
 * spoiled then. Whoever calls closes `opened`, also after an error. Throws CacheTrouble.
 */
export async function openPacks(
  wanted: readonly WantedPack[],
  { backend, spoiled }: OpenCache,
  opened: CacheEntry[],
): Promise<readonly OpenedPack[] | undefined> {
  const open = async ({ pack: { digest }, items }: WantedPack): Promise<OpenedPack | undefined> => {
    const entry = await backend.open(packKey(digest), [])
    if (entry !== undefined) opened.push(entry)
    const head = entry && (await readHead(entry))
    const names = new Set(items.map(nameOf))
    const located =
      head instanceof PackDamage ? [] : (head ?? []).filter(({ section }) => names.has(nameOfSection(section)))
    if (entry !== undefined && located.length === items.length) return { entry, located }
    spoiled.add(digest)
    return undefined
  }
  const results = await Promise.allSettled(wanted.map(open))
  const packs = results.map(result => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
  return packs.every(pack => pack !== undefined) ? packs : undefined
}

/** Closes entries; trouble with that is nobody's. */
export async function closeEntries(entries: readonly CacheEntry[]): Promise<void> {
  await Promise.all(entries.map(entry => entry.close().catch(ignoreTrouble)))
}
