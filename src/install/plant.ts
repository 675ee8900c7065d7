/** Puts a stored tree into an environment: what is written first, then what is linked, by several threads. */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OperatingSystem } from '../host.js'
import { formatRecord, type RecordRow } from '../wheel/record.js'
import { contentRow } from './dist-info.js'
import { writeFile } from './link.js'
import {
  copiedOf,
  linkDirectories,
  makeDirectory,
  newCounter,
  type SharedCounter,
  stopLinking,
  type TreePlace,
} from './link-tree.js'
import { rewriteShebang, scriptFiles, type WindowsLaunchers } from './scripts.js'
import type { ScriptRow } from './tree.js'
import type { StoredTree, StoredTreeFile, TextRange } from './tree-file.js'

export type PlantPlace = TreePlace & {
  /** The interpreter that scripts name: of the path that the environment will have. */
  readonly python: string
  readonly os: OperatingSystem
  /** On Windows only. */
  readonly windowsLaunchers?: WindowsLaunchers | undefined
}

/** Has other threads take part in linking with this counter; settles when they are done, with the files that they linked. */
export type LinkHelpers = (counter: SharedCounter) => Promise<number>

export type Planted = {
  /** Files put in place. */
  readonly files: number
  /** Those of them that the link mode was refused for, and whose bytes were written instead. */
  readonly copied: number
}

/**
 * Fills an environment that holds nothing of it.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and ENOENT for a file that the store no longer has.
 */
export async function plantTree(tree: StoredTree, place: PlantPlace, help: LinkHelpers): Promise<Planted> {
  const counter = newCounter()
  const helped = help(counter)
  helped.catch(() => undefined)
  try {
    const written = writeFiles(tree, place)
    const linked = linkDirectories(tree.directories, place, counter)
    const files = written + linked + (await helped)
    return { files, copied: copiedOf(counter) }
  } catch (error) {
    stopLinking(counter)
    await helped.catch(() => undefined)
    throw error
  }
}

/**
 * Writes again what depends on where an environment lies: scripts, and the RECORDs that list them. For one that was made
 * for another path.
 */
export function replant(tree: StoredTree, place: PlantPlace): void {
  const isPlaced = ({ kind, ...file }: StoredTreeFile): boolean =>
    kind !== 'text' && (kind !== 'record' || ('parts' in file && file.parts.some(part => !isRange(part))))
  writeFiles(tree, place, isPlaced)
}

function writeFiles(
  tree: StoredTree,
  place: PlantPlace,
  isWanted: (file: StoredTreeFile) => boolean = () => true,
): number {
  const rows: (RecordRow | undefined)[] = []
  const made = new Set<string>()
  let count = 0
  for (const [index, file] of tree.files.entries()) {
    if (!isWanted(file)) continue
    const content = contentOf(file, { tree, place, rows })
    const isScript = file.kind === 'entry-point' || file.kind === 'script'
    if (isScript) rows[index] = contentRow('', content)
    if (file.path === '') continue
    const path = `${place.root}/${file.path}`
    const parent = dirname(path)
    if (!made.has(parent)) makeDirectory(parent)
    made.add(parent)
    writeFile(path, content, { executable: isScript })
    count++
  }
  return count
}

type Written = {
  readonly tree: StoredTree
  readonly place: PlantPlace
  /** Of the scripts written so far, by their place among the files. */
  readonly rows: readonly (RecordRow | undefined)[]
}

function contentOf(file: StoredTreeFile, { tree, place, rows }: Written): Buffer {
  switch (file.kind) {
    case 'text':
      return Buffer.from(file.text)
    case 'entry-point':
      return scriptFiles(file.entryPoint, place.python, place)[0]?.content ?? Buffer.alloc(0)
    case 'script': {
      const shipped =
        file.shipped === undefined
          ? readFileSync(`${place.storeRoot}/${file.from}`)
          : Buffer.from(file.shipped, 'base64')
      return rewriteShebang(shipped, place.python, place) ?? shipped
    }
    case 'record': {
      const [first] = file.parts
      const textOf = ([start, bytes]: TextRange) => tree.texts.subarray(start, start + bytes)
      if (file.parts.length === 1 && first !== undefined && isRange(first)) return textOf(first)
      const rowOf = ({ recordPath, script }: ScriptRow) =>
        Buffer.from(formatRecord([{ ...(rows[script] ?? { hash: '', size: undefined }), path: recordPath }]))
      return Buffer.concat(file.parts.map(part => (isRange(part) ? textOf(part) : rowOf(part))))
    }
  }
}

function isRange(part: TextRange | ScriptRow): part is TextRange {
  return Array.isArray(part)
}
