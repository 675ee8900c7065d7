/** Whether parsed JSON is of a type of ours: one check a field. Pure. */

export type Check = (value: unknown) => boolean

/** One check for every field of a type: a field added there fails to compile here. */
export type Checks<T> = { readonly [Field in keyof Required<T>]: Check }

export function isObject(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const fields = value as Readonly<Record<string, unknown>>
  for (const name in checks) {
    if (checks[name]?.(Object.hasOwn(fields, name) ? fields[name] : undefined) === false) return false
  }
  return true
}

export function isRecordOf(check: Check): Check {
  return value =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check)
}

export function isListOf(check: Check): Check {
  return value => Array.isArray(value) && value.every(check)
}

export function isOptional(check: Check): Check {
  return value => value === undefined || check(value)
}

export function isText(value: unknown): boolean {
  return typeof value === 'string'
}

export function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}

/** A whole number of bytes. */
export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

export function isSha256(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
