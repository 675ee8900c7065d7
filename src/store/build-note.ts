/** What is known about a build: what it was made of, and which file came of it. Its format, and a check for each field. */
import type { Provenance } from '../settings.js'

export type BuildNote = {
  readonly format: 1
  /** The first key: 32 hex digits, of all that is known before a build. */
  readonly first: string
  /** The second key: 32 hex digits, of the first and of what the build turned out to depend on. */
  readonly second: string
  readonly kind: 'wheel' | 'editable'
  /** Of the distribution; normalised. */
  readonly name: string
  readonly version: string
  /** Of the wheel. */
  readonly filename: string
  /** The file that is kept: the wheel itself, or what an editable one is made of. */
  readonly product: { readonly filename: string; readonly sha256: string; readonly size: number }
  /** What the first key is made of, for readers. */
  readonly ingredients: readonly { readonly name: string; readonly value: string }[]
  readonly discovered: {
    /** Digest of the value by name; null: unset. */
    readonly variables: Readonly<Record<string, string | null>>
    /** Digest of the content by POSIX path below the top of the source; null: nothing there. */
    readonly paths: Readonly<Record<string, string | null>>
    /** Digest of the build environment's exact lock. */
    readonly environment: string
  }
  /** Requirements of the build, as they were given: to be locked again. */
  readonly requires: readonly string[]
  /** `name==version` of all that the build environment held, for readers. */
  readonly locked: readonly string[]
  readonly provenance: Provenance & {
    /** ISO 8601. */
    readonly createdAt: string
    /** Version of this program. */
    readonly createdBy: string
  }
  /** That the build took. */
  readonly seconds: number
}

/** The text of a note; the size of the product comes first, as that of a stored wheel does. */
export function formatBuildNote(note: BuildNote): string {
  return JSON.stringify({ bytes: note.product.size, ...note })
}

/** Parses the text of a note; undefined when any part is not as it should be. */
export function parseBuildNote(text: string): BuildNote | undefined {
  try {
    const { bytes: _, ...note } = JSON.parse(text) as { readonly bytes?: unknown }
    return isBuildNote(note) ? note : undefined
  } catch {
    return undefined
  }
}

type Check = (value: unknown) => boolean

/** One check for every field of a type: a field added there fails to compile here. */
type Checks<T> = { readonly [Field in keyof Required<T>]: Check }

function isBuildNote(value: unknown): value is BuildNote {
  return isObject(value, {
    format: format => format === 1,
    first: isKey,
    second: isKey,
    kind: kind => kind === 'wheel' || kind === 'editable',
    name: isText,
    version: isText,
    filename: isPlainName,
    product: product => isObject(product, productChecks),
    ingredients: isListOf(ingredient => isObject(ingredient, { name: isText, value: isText })),
    discovered: discovered => isObject(discovered, discoveredChecks),
    requires: isListOf(isText),
    locked: isListOf(isText),
    provenance: provenance => isObject(provenance, provenanceChecks),
    seconds: seconds => Number.isFinite(seconds) && Number(seconds) >= 0,
  } satisfies Checks<BuildNote>)
}

const productChecks = {
  filename: name => isPlainName(name) && name !== 'note.json',
  sha256: value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  size: value => Number.isSafeInteger(value) && Number(value) >= 0,
} satisfies Checks<BuildNote['product']>

const discoveredChecks = {
  variables: isRecordOfDigests,
  paths: isRecordOfDigests,
  environment: isText,
} satisfies Checks<BuildNote['discovered']>

const provenanceChecks = {
  repository: isText,
  ref: isText,
  revision: isText,
  event: isText,
  run: isText,
  createdAt: value => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  createdBy: isText,
} satisfies Checks<BuildNote['provenance']>

function isObject(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (!isRecord(value)) return false
  const fields = new Map(Object.entries(value))
  return Object.entries(checks).every(([name, check]) => check(fields.get(name)))
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(check: Check): Check {
  return value => Array.isArray(value) && value.every(check)
}

function isRecordOfDigests(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(digest => digest === null || isText(digest))
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
}

/** A name of a file that leads nowhere else, on any system: it becomes one in the store, and in directories of users. */
function isPlainName(value: unknown): boolean {
  return typeof value === 'string' && /^\w[\w.+!-]{0,254}$/.test(value)
}
