/**
 * A tree with facts about it as one file that loads fast: a line of JSON with the facts and the lengths of what follows, the
 * directories as JSON (all that a thread needs that only links), the files as JSON, and the texts of RECORDs, which are the
 * bulk and are never decoded.
 */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { EntryPoint } from '../wheel/dist-info.js'
import type { ScriptRow, Tree, TreeDirectory } from './tree.js'

/** A piece of the texts: where it starts, and its bytes. */
export type TextRange = readonly [start: number, bytes: number]

/** As `TreeFile`, with the texts of RECORDs left where they are; `shipped` (base64): what `from` would hold, where that is not there. */
export type StoredTreeFile =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'entry-point'; readonly path: string; readonly entryPoint: EntryPoint }
  | { readonly kind: 'script'; readonly path: string; readonly from: string; readonly shipped?: string }
  | { readonly kind: 'record'; readonly path: string; readonly parts: readonly (TextRange | ScriptRow)[] }

export type StoredTree = {
  readonly directories: readonly TreeDirectory[]
  readonly files: readonly StoredTreeFile[]
  readonly texts: Buffer
}

/** The lengths are in bytes. */
type Header = {
  readonly facts: unknown
  readonly directories: number
  readonly files: number
  readonly texts: number
  /** Hex sha256 of all that follows the line. */
  readonly digest: string
}

/** The bytes of a file that holds a tree and facts, which have to survive JSON. */
export function formatTreeFile(tree: Tree, facts: unknown): Buffer {
  const texts: Buffer[] = []
  let length = 0
  const keep = (text: string): TextRange => {
    const bytes = Buffer.from(text)
    texts.push(bytes)
    length += bytes.length
    return [length - bytes.length, bytes.length]
  }
  const stored = tree.files.map(
    (file): StoredTreeFile =>
      file.kind === 'record'
        ? { ...file, parts: file.parts.map(part => (typeof part === 'string' ? keep(part) : part)) }
        : file,
  )
  return join({ facts, directories: Buffer.from(JSON.stringify(tree.directories)), files: stored, texts })
}

type Parts = {
  readonly facts: unknown
  readonly directories: Buffer
  readonly files: readonly StoredTreeFile[]
  readonly texts: readonly Buffer[]
}

function join({ facts, directories, files, texts }: Parts): Buffer {
  const listed = Buffer.from(JSON.stringify(files))
  const length = texts.reduce((sum, { length: bytes }) => sum + bytes, 0)
  const parts = [directories, listed, ...texts]
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  const header: Header = {
    facts,
    directories: directories.length,
    files: listed.length,
    texts: length,
    digest: digest.digest('hex'),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts])
}

export type TreeFileChange = {
  readonly facts: unknown
  readonly file?: (file: StoredTreeFile) => StoredTreeFile
}

/** The bytes of a tree file with other facts, and with each of its files changed; `parsed` is what `parseTreeFile` made of them. */
export function changeTreeFile(bytes: Buffer, parsed: ParsedTreeFile, { facts, file }: TreeFileChange): Buffer {
  const [start, length] = parsed.directories
  const { files, texts } = parsed.tree()
  const directories = bytes.subarray(start, start + length)
  return join({ facts, directories, files: file === undefined ? files : files.map(file), texts: [texts] })
}

export type ParsedTreeFile = {
  /** As they were given; whoever gave them knows what they are. */
  readonly facts: unknown
  /** Hex sha256 of the tree: the same trees have the same. */
  readonly digest: string
  /** Where the directories lie in the file: for `parseDirectories`. */
  readonly directories: TextRange
  /** Parsed when it is first asked for. Throws SyntaxError where that is damaged. */
  tree(): StoredTree
}

/** Reads what `formatTreeFile` made; undefined for anything else. */
export function parseTreeFile(bytes: Buffer): ParsedTreeFile | undefined {
  const end = bytes.indexOf('\n')
  return end === -1 ? undefined : parseParts(bytes.subarray(0, end), bytes.length, () => bytes)
}

/**
 * The same of a file, of which only the first line is read before its tree is asked for. Throws system errors, also when the
 * tree is asked for.
 */
export function openTreeFile(path: string): ParsedTreeFile | undefined {
  const { line, size } = readFirstLine(path)
  return line && parseParts(line, size, () => readFileSync(path))
}

function parseParts(line: Buffer, size: number, read: () => Buffer): ParsedTreeFile | undefined {
  const header = parseJson(line) as Partial<Header> | null | undefined
  if (!hasLengths(header)) return undefined
  const start = line.length + 1
  if (start + header.directories + header.files + header.texts !== size) return undefined
  let tree: StoredTree | undefined
  return {
    facts: header.facts,
    digest: String(header.digest),
    directories: [start, header.directories],
    tree: () => {
      tree ??= parseTree(read(), header, start)
      return tree
    },
  }
}

function parseTree(bytes: Buffer, { directories, files }: Header, start: number): StoredTree {
  const afterDirectories = start + directories
  const afterFiles = afterDirectories + files
  return {
    directories: parseDirectories(bytes.subarray(start, afterDirectories)),
    files: parseList<StoredTreeFile>(bytes.subarray(afterDirectories, afterFiles)),
    texts: bytes.subarray(afterFiles),
  }
}

function hasLengths(header: Partial<Header> | null | undefined): header is Header {
  const lengths = [header?.directories, header?.files, header?.texts]
  return lengths.every(length => Number.isSafeInteger(length) && Number(length) >= 0)
}

const lineStep = 64 << 10

/** Without its end; undefined where there is none. */
function readFirstLine(path: string): { readonly line: Buffer | undefined; readonly size: number } {
  const descriptor = openSync(path, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const chunks: Buffer[] = []
    for (let at = 0; at < size; at += lineStep) {
      const chunk = Buffer.allocUnsafe(lineStep)
      const read = chunk.subarray(0, readSync(descriptor, chunk, 0, lineStep, at))
      const end = read.indexOf('\n')
      chunks.push(end === -1 ? read : read.subarray(0, end))
      if (end !== -1) return { line: Buffer.concat(chunks), size }
    }
    return { line: undefined, size }
  } finally {
    closeSync(descriptor)
  }
}

/** Reads the directories of a tree. Throws SyntaxError for what is none. */
export function parseDirectories(bytes: Buffer): readonly TreeDirectory[] {
  return parseList(bytes)
}

function parseList<Item>(bytes: Buffer): readonly Item[] {
  const list: unknown = JSON.parse(bytes.toString('utf8'))
  if (!Array.isArray(list)) throw new SyntaxError('a tree file holds no list')
  return list as Item[]
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
