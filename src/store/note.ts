/** What the store knows about an unpacked wheel or a bytecode set: written once, beside its files. */

/** One file of an unpacked wheel or of a bytecode set. */
export type StoredFile = {
  /** POSIX path in the archive; of bytecode, the path it has beside its source. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly executable: boolean
}

export type WheelNote = {
  /** Of the wheel file: its identity. Lower-case hex. */
  readonly sha256: string
  readonly filename: string
  /** Bytes of the wheel file. */
  readonly size: number
  /** Normalised name and the version, from METADATA. */
  readonly name: string
  readonly version: string
  /** `numpy-2.1.0.dist-info` */
  readonly distInfo: string
  readonly rootIsPurelib: boolean
  /** Normalised names of direct dependencies without extras: the order in which wheels are laid over one another. */
  readonly requires: readonly string[]
  /** Sorted by path; directories are left out. */
  readonly files: readonly StoredFile[]
}

export type BytecodeNote = {
  /** The wheel that the sources belong to. Lower-case hex. */
  readonly wheel: string
  readonly files: readonly StoredFile[]
  /** Sources that do not compile, with Python's message: not tried again. */
  readonly failed: readonly { readonly path: string; readonly message: string }[]
}

/** Where a wheel declares its entry points, if it has any. */
export function entryPointsPath({ distInfo }: Pick<WheelNote, 'distInfo'>): string {
  return `${distInfo}/entry_points.txt`
}

/** Bytes of all files of a wheel or a bytecode set. */
export function unpackedSize({ files }: Pick<WheelNote, 'files'>): number {
  return files.reduce((total, file) => total + file.size, 0)
}

/** Seconds since the epoch that a source file of this content carries: 2000-01-01 plus up to 194 days. */
export function sourceMtime(sha256: string): number {
  return 946_684_800 + Number.parseInt(sha256.slice(0, 6), 16)
}

/** Sources carry `sourceMtime`, so that timestamp bytecode stays valid wherever they are linked or copied. */
export function isSource(path: string): boolean {
  return path.endsWith('.py')
}

/** Files as rows, which parse several times faster than objects. */
type FileRow = readonly [path: string, size: number, sha256: string, executable: 0 | 1]

const toRow = (file: StoredFile): FileRow => [file.path, file.size, file.sha256, file.executable ? 1 : 0]
/** By index: taking a row apart by its iterator costs several times as much before it is optimised, and there are thousands. */
const fromRow = (row: FileRow): StoredFile => ({ path: row[0], size: row[1], sha256: row[2], executable: row[3] === 1 })

/** The text of a `note.json`; the size comes first, so that trimming a store need not read on. */
export function formatNote(note: WheelNote | BytecodeNote): string {
  return JSON.stringify({ bytes: unpackedSize(note), ...note, files: note.files.map(toRow) })
}

/** How much of a `note.json` `statedSize` needs, in bytes. */
export const statedSizeLength = 32

/** The bytes of all files, from the beginning of a `note.json`; 0 where that does not say. */
export function statedSize(beginning: string): number {
  return Number(/^{"bytes":(\d+),/.exec(beginning)?.[1] ?? 0)
}

/** Parses a wheel's `note.json`; undefined when it is not one. */
export function parseWheelNote(text: string): WheelNote | undefined {
  const note = parseNote(text)
  return note !== undefined && 'distInfo' in note ? (note as WheelNote) : undefined
}

/** Parses a bytecode set's `note.json`; undefined when it is not one. */
export function parseBytecodeNote(text: string): BytecodeNote | undefined {
  const note = parseNote(text)
  return note !== undefined && 'failed' in note ? (note as BytecodeNote) : undefined
}

function parseNote(text: string): object | undefined {
  try {
    const { bytes: _, ...value } = JSON.parse(text) as { readonly bytes?: number; readonly files: readonly FileRow[] }
    return { ...value, files: value.files.map(fromRow) }
  } catch {
    return undefined
  }
}
