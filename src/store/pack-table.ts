/** The table of contents of a pack: what each section is, and its note. */
import { PackDamage } from './frames.js'
import { entryPointsPath, formatNote, parseBytecodeNote, parseWheelNote, type WheelNote } from './note.js'
import { areFiles, isSha256, isWheel } from './pack-checks.js'
import type { Section } from './pack-contents.js'
import { sha256Of } from './sha256.js'
import type { BytecodeKind } from './store.js'

/** The table of contents, not compressed. */
export function formatContents(sections: readonly Section[]): Buffer {
  const lines = sections.flatMap(section => {
    const first = section.kind === undefined ? section.entryPoints : section.kind
    return [JSON.stringify(first ?? null), formatNote(section.note)]
  })
  return Buffer.from(lines.join('\n'), 'utf8')
}

/** Reads a table of contents. Throws PackDamage. */
export function parseContents(text: string): readonly Section[] {
  const lines = text === '' ? [] : text.split('\n')
  return Array.from({ length: Math.ceil(lines.length / 2) }, (_, index) => {
    const section = parseSection(lines[2 * index] ?? '', lines[2 * index + 1] ?? '')
    if (section === undefined) throw new PackDamage('its table of contents cannot be read')
    return section
  })
}

function parseSection(firstLine: string, noteLine: string): Section | undefined {
  const first = parseJson(firstLine)
  if (first === null || typeof first === 'string') {
    const note = parseWheelNote(noteLine)
    const entryPoints = first ?? undefined
    if (note === undefined || !isWheel(note) || !areFiles(note.files)) return undefined
    const isSound = entryPoints === undefined || areEntryPoints(entryPoints, note)
    return isSound ? { kind: undefined, note, entryPoints } : undefined
  }
  const kind = first === undefined ? undefined : toKind(first as BytecodeKind)
  const note = parseBytecodeNote(noteLine)
  if (kind === undefined || note === undefined) return undefined
  return isSha256(note.wheel) && Array.isArray(note.failed) && areFiles(note.files) ? { kind, note } : undefined
}

/** Whether a text is what the wheel has as its entry points. */
export function areEntryPoints(text: string, note: WheelNote): boolean {
  const path = entryPointsPath(note)
  const file = note.files.find(file => file.path === path)
  return file?.sha256 === sha256Of(Buffer.from(text))
}

/** Its parts name a directory of the store. */
function toKind(kind: BytecodeKind): BytecodeKind | undefined {
  const words: readonly unknown[] = [kind.cacheTag, kind.magicNumber, kind.invalidationMode]
  const areWords = words.every(word => typeof word === 'string' && /^[\w.-]{1,64}$/.test(word))
  return areWords && Number.isSafeInteger(kind.optimize) ? kind : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
