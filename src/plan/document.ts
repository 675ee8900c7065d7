/** Typed reads from a parsed TOML or JSON document, with errors that name the file and the key. */
import { type UserError, usageError } from '../errors.js'

/** What a document is called in messages, and the code of its errors. */
export type DocumentKind = { readonly source: string; readonly code: string; readonly hint: string }

/** One table of a document, and where it lies: `packages[3].sdist`; empty for the root. */
export type Table = {
  readonly kind: DocumentKind
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Opens the root of a parsed document; throws the document's error when it is not a table. */
export function openDocument(value: unknown, kind: DocumentKind): Table {
  const values = asTable(value)
  if (values === undefined) throw usageError(kind.code, `\`${kind.source}\` is not a table at its root`, kind.hint)
  return { kind, path: '', values }
}

/** What the table itself has at `key`: a name of every object's is no key of it. */
export function valueAt({ values }: Table, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

/** The error for one key: exit code 2, naming the file, the key and what is wrong with it. */
export function fieldError(table: Table, key: string, problem: string): UserError {
  const { kind } = table
  return usageError(kind.code, `\`${kind.source}\`: \`${keyPath(table, key)}\` ${problem}`, kind.hint)
}

/** The string at `key`, or undefined where the key is absent. */
export function optionalString(table: Table, key: string): string | undefined {
  const value = valueAt(table, key)
  if (value === undefined || typeof value === 'string') return value
  throw fieldError(table, key, `must be a string, found ${describe(value)}`)
}

/** The string at `key`; absent or empty is an error. */
export function requiredString(table: Table, key: string): string {
  const value = optionalString(table, key)
  if (value === undefined || value === '') throw fieldError(table, key, 'is missing')
  return value
}

/** The whole number at `key`, zero or more, or undefined where the key is absent. */
export function optionalSize(table: Table, key: string): number | undefined {
  const value = valueAt(table, key)
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw fieldError(table, key, `must be a whole number of bytes, found ${describe(value)}`)
}

/** The strings at `key`; empty where the key is absent. */
export function strings(table: Table, key: string): readonly string[] {
  const value = valueAt(table, key) ?? []
  if (!Array.isArray(value)) throw fieldError(table, key, `must be an array of strings, found ${describe(value)}`)
  return value.map((item: unknown, index) => {
    if (typeof item !== 'string')
      throw fieldError(table, `${key}[${index}]`, `must be a string, found ${describe(item)}`)
    return item
  })
}

/** The table at `key`, or undefined where the key is absent. */
export function optionalTable(table: Table, key: string): Table | undefined {
  const value = valueAt(table, key)
  return value === undefined ? undefined : openTable(table, key, value)
}

/** The array of tables at `key`; empty where the key is absent. */
export function tables(table: Table, key: string): readonly Table[] {
  const value = valueAt(table, key) ?? []
  if (!Array.isArray(value)) throw fieldError(table, key, `must be an array of tables, found ${describe(value)}`)
  return value.map((item: unknown, index) => openTable(table, `${key}[${index}]`, item))
}

function openTable(parent: Table, key: string, value: unknown): Table {
  const values = asTable(value)
  if (values === undefined) throw fieldError(parent, key, `must be a table, found ${describe(value)}`)
  return { kind: parent.kind, path: keyPath(parent, key), values }
}

function asTable(value: unknown): Table['values'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return undefined
  return value as Table['values']
}

function keyPath(table: Table, key: string): string {
  return table.path === '' ? key : `${table.path}.${key}`
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Date) return 'a date'
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return 'a table'
  const text = String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
