/** Reads packs into the store. Whatever is damaged is dropped and named: never an error, never a wrong byte. */
import { join } from 'node:path'
import { PackDamage } from './frames.js'
import { directoryOf } from './pack.js'
import { contentsOf, type PackContents, type Section, wheelOf } from './pack-contents.js'
import { headSize, type LocatedSection, parseHead, parsePrologue, prologueSize } from './pack-format.js'
import { type PackServices, type PackSource, type Unpacking, unpacking, writeSections } from './pack-sections.js'
import { discard, filesOf, publish, readBytecodeNote, readWheelNote, type Store, stage } from './store.js'

export type UnpackedPack = {
  /** What the store got; without what it had already. */
  readonly contents: PackContents
  readonly damaged: readonly PackFault[]
}

export type PackFault = {
  /** sha256 of the wheel; undefined where the table of contents is damaged, so that nothing could be taken. */
  readonly wheel: string | undefined
  readonly reason: string
}

/**
 * Puts into the store what is wanted of a pack and the store lacks. Each wheel and bytecode set becomes visible whole and
 * verified; the caller gets the damaged ones elsewhere. What `source` throws passes.
 */
export async function readPack(
  store: Store,
  source: PackSource,
  { wants, services }: { wants(section: Section): boolean; readonly services: PackServices },
): Promise<UnpackedPack> {
  const head = await readHead(source)
  if (head instanceof PackDamage) {
    return { contents: contentsOf([]), damaged: [{ wheel: undefined, reason: head.message }] }
  }
  const lacking = await lackingIn(
    store,
    head.filter(({ section }) => wants(section)),
  )
  return unpackSections(store, source, { located: lacking, services })
}

/** What is in a pack, and where. What `source` throws passes. */
export async function readHead(source: PackSource): Promise<readonly LocatedSection[] | PackDamage> {
  try {
    if (source.size < prologueSize) throw new PackDamage('it ends too early')
    const prologue = parsePrologue(await source.read(0, prologueSize))
    if (headSize(prologue) > source.size) throw new PackDamage('it ends inside its table of contents')
    return parseHead(prologue, await source.read(prologueSize, headSize(prologue)))
  } catch (error) {
    if (error instanceof PackDamage) return error
    throw error
  }
}

async function lackingIn(store: Store, located: readonly LocatedSection[]): Promise<readonly LocatedSection[]> {
  const notes = await Promise.all(
    located.map(({ section }) =>
      section.kind === undefined
        ? readWheelNote(store, section.note.sha256)
        : readBytecodeNote(store, section.kind, section.note.wheel),
    ),
  )
  return located.filter((_, index) => notes[index] === undefined)
}

function unpackingInto(directory: string, section: LocatedSection): Unpacking {
  return unpacking(section, ({ path }) => join(filesOf(directory), path))
}

type Lacking = { readonly located: readonly LocatedSection[]; readonly services: PackServices }

async function unpackSections(store: Store, source: PackSource, { located, services }: Lacking): Promise<UnpackedPack> {
  const staged = new Map<Unpacking, string>()
  const directories = await Promise.all(located.map(() => stage(store)))
  for (const [index, directory] of directories.entries()) {
    const section = located[index]
    if (section !== undefined) staged.set(unpackingInto(directory, section), directory)
  }
  const items = [...staged.keys()]
  const whenWritten = async (item: Unpacking): Promise<void> => {
    const directory = staged.get(item) ?? ''
    if (item.damage !== undefined) return discard(directory)
    await publish(directory, directoryOf(store, item.section), item.section.note)
  }
  try {
    await writeSections(items, source, { services, whenWritten })
  } catch (error) {
    await Promise.all([...staged.values()].map(discard))
    throw error
  }
  return {
    contents: contentsOf(items.filter(({ damage }) => damage === undefined).map(({ section }) => section)),
    damaged: items.flatMap(({ section, damage }) =>
      damage === undefined ? [] : [{ wheel: wheelOf(section), reason: damage }],
    ),
  }
}
