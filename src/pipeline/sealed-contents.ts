/** What a sealed request stands for, read from the store again. */
import { readFile } from 'node:fs/promises'
import { parseBytecodeNote, parseWheelNote, type WheelNote } from '../store/note.js'
import type { BytecodeSection, PackContents } from '../store/pack-contents.js'
import { bytecodeDirectory, type Store, wheelDirectory } from '../store/store.js'
import { digestOf, type SaveRequest } from './seal.js'

/** The notes of what was sealed and is still the same in the store; `changed` names the rest. */
export async function sealedContents(
  request: SaveRequest,
  store: Store,
): Promise<{ readonly contents: PackContents; readonly changed: readonly string[] }> {
  const wheels: WheelNote[] = []
  const bytecode: BytecodeSection[] = []
  const changed: string[] = []
  for (const sealed of request.wheels) {
    const note = parseWheelNote(await sealedText(wheelDirectory(store, sealed.sha256), sealed.note))
    if (note === undefined) {
      changed.push(sealed.name)
      continue
    }
    if (!sealed.isBuilt) wheels.push(note)
    if (request.kind === undefined || sealed.bytecode === undefined) continue
    const set = parseBytecodeNote(
      await sealedText(bytecodeDirectory(store, request.kind, sealed.sha256), sealed.bytecode),
    )
    if (set === undefined) changed.push(`bytecode of ${note.name}`)
    else bytecode.push({ kind: request.kind, note: set })
  }
  return { contents: { wheels, bytecode }, changed }
}

/** The text of a note, or an empty one when it is not what was sealed. */
async function sealedText(directory: string, digest: string): Promise<string> {
  const text = await readFile(`${directory}/note.json`, 'utf8').catch(() => '')
  return digestOf(text) === digest ? text : ''
}
