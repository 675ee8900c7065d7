/** RECORD files (PyPA "Recording installed projects", PEP 376, PEP 627). */
import { mostEntries } from './limits.js'

export type RecordRow = {
  /** POSIX path relative to the directory that holds the `.dist-info`. */
  readonly path: string
  /** `sha256=<urlsafe base64 without padding>` or another algorithm, or empty. */
  readonly hash: string
  /** Bytes, or undefined where the column is empty. */
  readonly size: number | undefined
}

/** What can be wrong with the form of RECORD; whoever reads it goes on, as pip does. */
export type RecordFault =
  | { readonly kind: 'columns' | 'size'; readonly path: string }
  | { readonly kind: 'quote' | 'rows' }

export type ParsedRecord = { readonly rows: readonly RecordRow[]; readonly faults: readonly RecordFault[] }

/** Twice what a wheel may hold: rows of it, and some that name nothing. */
const mostRows = 2 * mostEntries

/**
 * Reads RECORD, rows as they stand, and never fails: CSV with quotes, lines ended by `\n`, `\r\n` or `\r`. A quote that never
 * ends reaches to the end of the text, columns after the third count for nothing, a size that is none is left out.
 */
export function parseRecord(text: string): ParsedRecord {
  const rows: RecordRow[] = []
  const faults: RecordFault[] = []
  for (const { fields, isBroken } of parseCsv(text)) {
    if (isBroken) faults.push({ kind: 'quote' })
    if (fields.every(field => field === '')) continue
    if (rows.length === mostRows) return { rows, faults: [...faults, { kind: 'rows' }] }
    const [path = '', hash = '', size = ''] = fields
    const isSize = /^\d{1,15}$/.test(size)
    rows.push({ path, hash, size: isSize ? Number(size) : undefined })
    if (fields.length > 3) faults.push({ kind: 'columns', path })
    if (size !== '' && !isSize) faults.push({ kind: 'size', path })
  }
  return { rows, faults }
}

type CsvRow = { readonly fields: readonly string[]; readonly isBroken: boolean }

/** Row by row, of each row four fields at most. */
function* parseCsv(text: string): Generator<CsvRow> {
  let fields: string[] = []
  let isBroken = false
  for (let at = 0; at < text.length || fields.length > 0; ) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined
    // What follows a closing quote belongs to the field, as in Python's csv module.
    const end = plainEnd(text, quoted?.end ?? at)
    const separator = match(/,|\r\n|\n|\r|$/y, text, end)
    if (fields.length < 4) fields.push((quoted?.value ?? '') + text.slice(quoted?.end ?? at, end))
    isBroken ||= quoted !== undefined && (!quoted.isClosed || quoted.end !== end)
    at = end + separator.length
    if (separator === ',') continue
    yield { fields, isBroken }
    fields = []
    isBroken = false
  }
}

/** The quoted text that starts at `at`, its doubled quotes made single, and where what follows it starts. */
function readQuoted(text: string, at: number): { value: string; end: number; isClosed: boolean } {
  let quote = text.indexOf('"', at + 1)
  while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2)
  const close = quote === -1 ? text.length : quote
  const value = text.slice(at + 1, close).replaceAll('""', '"')
  return { value, end: Math.min(close + 1, text.length), isClosed: quote !== -1 }
}

function plainEnd(text: string, at: number): number {
  return at + match(/[^,\r\n]*/y, text, at).length
}

function match(sticky: RegExp, text: string, at: number): string {
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? ''
}

/** The text of a RECORD file: rows sorted by path, lines ended by `\n`, fields quoted where CSV needs it. */
export function formatRecord(rows: readonly RecordRow[]): string {
  return rows
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, hash, size }) => `${formatField(path)},${formatField(hash)},${size ?? ''}\n`)
    .join('')
}

function formatField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

/** The hash column for a hex SHA-256 digest: `sha256=` and URL-safe base64 without padding (PEP 376). */
export function recordHash(sha256Hex: string): string {
  return recordHashes([sha256Hex])[0] ?? ''
}

/** The same for many digests: converted in one go, which costs a fraction of doing it one by one. */
export function recordHashes(sha256Hex: readonly string[]): readonly string[] {
  // 33 bytes are 44 characters, and the last of them stands for nothing but the byte that is added.
  const text = Buffer.from(sha256Hex.map(digest => `${digest}00`).join(''), 'hex').toString('base64url')
  return sha256Hex.map((_, index) => `sha256=${text.slice(index * 44, index * 44 + 43)}`)
}
