/** Loose reads from a parsed document: whatever is of another form is not there. */

export type Table = Readonly<Record<string, unknown>>

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

export function asTable(value: unknown): Table | undefined {
  return isTable(value) ? value : undefined
}

export function tablesIn(value: unknown): readonly Table[] {
  return Array.isArray(value) ? value.filter(isTable) : []
}
