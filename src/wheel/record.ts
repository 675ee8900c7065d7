/** RECORD files (PyPA "Recording installed projects", PEP 376, PEP 627). */
import { invalidWheel, quoted } from './invalid-wheel.js'

export type RecordRow = {
  /** POSIX path relative to the directory that holds the `.dist-info`. */
  readonly path: string
  /** `sha256=<urlsafe base64 without padding>` or another algorithm, or empty. */
  readonly hash: string
  /** Bytes, or undefined where the column is empty. */
  readonly size: number | undefined
}

/**
 * Reads RECORD, rows as they stand: CSV with quotes, lines ended by `\n`, `\r\n` or `\r`, columns after the third ignored.
 * Throws `WHEEL_INVALID` for a size that is none and for a quote that never ends.
 */
export function parseRecord(text: string, wheel: string): RecordRow[] {
  return parseCsv(text, wheel)
    .filter(fields => fields.some(field => field !== ''))
    .map(fields => toRow(fields, wheel))
}

function toRow([path = '', hash = '', size = '']: readonly string[], wheel: string): RecordRow {
  const isSize = /^\d{1,15}$/.test(size)
  if (size !== '' && !isSize) throw invalidWheel(wheel, `RECORD gives ${quoted(path)} the size ${quoted(size)}`)
  return { path, hash, size: isSize ? Number(size) : undefined }
}

function parseCsv(text: string, wheel: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length || row.length > 0; ) {
    const end = fieldEnd(text, at)
    const separator = end === undefined ? undefined : match(/,|\r\n|\n|\r|$/y, text, end)
    if (end === undefined || separator === undefined) {
      throw invalidWheel(wheel, `RECORD has a broken quote in row ${rows.length + 1}`)
    }
    const field = text.slice(at, end)
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    at = end + separator.length
    if (separator === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** Where the field that starts at `at` ends; undefined for a quote that never does. */
function fieldEnd(text: string, at: number): number | undefined {
  if (text[at] !== '"') return at + (match(/[^,\r\n]*/y, text, at)?.length ?? 0)
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] !== '"') return quote + 1
  }
  return undefined
}

function match(sticky: RegExp, text: string, at: number): string | undefined {
  sticky.lastIndex = at
  return sticky.exec(text)?.[0]
}

/** The text of a RECORD file: rows sorted by path, lines ended by `\n`, fields quoted where CSV needs it. */
export function formatRecord(rows: readonly RecordRow[]): string {
  return rows
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(row => `${[row.path, row.hash, row.size === undefined ? '' : String(row.size)].map(formatField).join(',')}\n`)
    .join('')
}

function formatField(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

/** The hash column for a hex SHA-256 digest: `sha256=` and URL-safe base64 without padding (PEP 376). */
export function recordHash(sha256Hex: string): string {
  return `sha256=${Buffer.from(sha256Hex, 'hex').toString('base64url')}`
}
