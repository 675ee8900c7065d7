/** Keys of the remote cache: a digest of the inputs of a run, then the source revision. Pure. */
import { createHash } from 'node:crypto'
import { parse as parseToml } from 'smol-toml'
import type { Platform } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import { redact, stripCredentials } from '../redact.js'

/** The text of a requirement or lock file, of a constraint file, or of a file that one of them includes. */
export type InputFile = {
  readonly role: 'requirement' | 'constraint'
  /** Tells the format: `*.toml` and `*.lock` are TOML, anything else is a requirements file. */
  readonly filename: string
  readonly text: string
}

/** Everything that decides what gets installed. */
export type PlanInputs = {
  readonly files: readonly InputFile[]
  /** Specifiers as given; a local wheel with its digest, since its path says nothing about its content. */
  readonly packages: readonly string[]
  readonly extras: readonly string[]
  readonly groups: readonly string[]
  /** Every other setting that changes the result, by its name. */
  readonly flags: Readonly<Record<string, string | boolean>>
  readonly python: Pick<Interpreter, 'implementation' | 'version' | 'magicNumber'>
  readonly platform: Platform & {
    /** `glibc`, `musl` or a finer tag; empty where there is none. */
    readonly libc: string
  }
  /** Addresses and directories that distributions come from, in order. */
  readonly indexes: readonly string[]
  readonly suffix: string
}

/**
 * Digest of what is asked for, never of what a resolver made of it: 16 hex digits. Comments, blank lines, the order of
 * requirements and of TOML keys do not count; index addresses (without credentials) only where an input has no hashes.
 */
export function planDigest(inputs: PlanInputs): string {
  const files = inputs.files.map(file => ({ ...file, lines: normaliseFile(file) }))
  const hashed = inputs.packages.length === 0 && files.every(isHashed)
  const [major, minor] = inputs.python.version.split('.')
  const canonical = [
    files.map(({ role, lines }) => JSON.stringify([role, lines])).sort(),
    inputs.packages.map(redact).sort(),
    [...inputs.extras].sort(),
    [...inputs.groups].sort(),
    Object.entries(inputs.flags).sort(([a], [b]) => (a < b ? -1 : 1)),
    [inputs.python.implementation, major, minor, inputs.python.magicNumber],
    [inputs.platform.os, inputs.platform.arch, inputs.platform.libc],
    hashed ? [] : inputs.indexes.map(address => stripCredentials(address).replace(/\/+$/, '')),
    inputs.suffix,
  ]
  return sha256(JSON.stringify(canonical)).slice(0, 16)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isToml(filename: string): boolean {
  return /\.(?:toml|lock)$/.test(filename)
}

/** The lines of a file that count, in an order of their own: without comments, spelling and needless space. */
export function normaliseFile({ filename, text }: InputFile): readonly string[] {
  return isToml(filename) ? normaliseToml(text) : normaliseRequirements(text)
}

/** One canonical line, or the text itself when it is no TOML: whoever reads it next will say so. */
function normaliseToml(text: string): readonly string[] {
  try {
    return [JSON.stringify(sortKeys(parseToml(text)))]
  } catch {
    return text.split('\n')
  }
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  )
}

/** Logical lines without comments and needless spaces: options in their order, then requirements sorted. */
function normaliseRequirements(text: string): readonly string[] {
  const joined = text
    .replace(/\r\n?/g, '\n')
    .replace(/(^|\s)#[^\n]*/g, '$1')
    .replace(/\\\n/g, ' ')
  const lines = joined.split('\n').flatMap(line => {
    const collapsed = redact(line.trim().replace(/\s+/g, ' '))
    return collapsed === '' ? [] : [collapsed]
  })
  return [...lines.filter(isOption), ...lines.filter(line => !isOption(line)).sort()]
}

function isOption(line: string): boolean {
  return line.startsWith('-')
}

/** Locks carry hashes and URLs; a requirements file when each of its requirements does. Constraints add nothing. */
function isHashed({ role, filename, lines }: InputFile & { readonly lines: readonly string[] }): boolean {
  if (role === 'constraint' || isToml(filename)) return true
  return lines.every(line => (isOption(line) ? !/^(?:-e|--editable)\b/.test(line) : line.includes('--hash=')))
}

export type KeyParts = {
  readonly planDigest: string
  readonly platform: Platform
  readonly python: Pick<Interpreter, 'cacheTag'>
  /** The source revision; empty where none is known. */
  readonly revision: string
  readonly suffix: string
  /** The ref that entries belong to, where the backend itself has no scopes; empty where it has. */
  readonly ref: string
  /** Other refs whose entries this run may read: its base, then the default branch. Not used where `ref` is empty. */
  readonly readableRefs?: readonly string[]
}

export type CacheKeys = {
  /** Key of the manifest of this plan at this revision. */
  readonly manifest: string
  /** Where to look next: this plan at any revision, then any plan for this interpreter and platform. */
  readonly prefixes: readonly string[]
}

/**
 * `wheelcrew-1-<os>-<arch>-<cache tag>-<scope>-<plan digest>-<revision>.`: parts of varying length come before hashes of a
 * fixed one and a terminator, so that no key is a prefix of another.
 */
export function cacheKeys(parts: KeyParts): CacheKeys {
  const { os, arch } = parts.platform
  const refs = parts.ref === '' ? [''] : [...new Set([parts.ref, ...(parts.readableRefs ?? [])])]
  const scopes = refs.map(ref => scope(parts.suffix, ref))
  const bases = scopes.map(name => `${family}-${os}-${arch}-${parts.python.cacheTag}-${name}-`)
  const [own, ...others] = bases.map(base => `${base}${parts.planDigest}-${revisionPart(parts.revision)}.`)
  return {
    manifest: own ?? '',
    prefixes: [...others, ...bases.map(base => `${base}${parts.planDigest}-`), ...bases],
  }
}

/** Key of the pack with this digest: its content alone decides, so that every plan and ref shares it. */
export function packKey(digest: string): string {
  return `${family}-pack-${digest}.`
}

/** Name and version of the key format. */
const family = 'wheelcrew-1'
const longestSuffix = 64

/** Never holds a `-`, and is there even when empty: else a run without a suffix would match the entries of one with. */
function scope(suffix: string, ref: string): string {
  const escaped = encodeURIComponent(suffix).replace(/[-_.!~*'()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  const name = escaped.length > longestSuffix ? sha256(suffix).slice(0, 16) : escaped
  return ref === '' ? name : `${name}@${sha256(ref).slice(0, 12)}`
}

function revisionPart(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision : sha256(revision).slice(0, 40)
}
