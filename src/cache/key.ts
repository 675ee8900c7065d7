/** Keys of the remote cache: a digest of the inputs of a run, then the source revision. Pure. */
import { createHash } from 'node:crypto'
import type { Platform } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import { stripCredentials } from '../redact.js'
import type { ImageFile, Manifest, ManifestImages } from './manifest.js'
import type { NormalFile } from './normal-file.js'
import { tagFamily } from './wheel-tags.js'

/** Everything that decides what gets installed. */
export type PlanInputs = {
  readonly files: readonly NormalFile[]
  readonly extras: readonly string[]
  readonly groups: readonly string[]
  /** Every other setting that changes the result, by its name. */
  readonly flags: Readonly<Record<string, string | boolean>>
  readonly python: Pick<Interpreter, 'implementation' | 'version' | 'magicNumber' | 'tags'>
  readonly platform: Platform & {
    /** `glibc`, `musl` or a finer tag; empty where there is none. */
    readonly libc: string
  }
  /** Addresses and directories that distributions come from, in order. */
  readonly indexes: readonly string[]
  readonly suffix: string
}

/**
 * Digest of what is asked for, never of what a resolver made of it: 16 hex digits. Index addresses (without credentials)
 * count only where an input has no hashes, of the interpreter what tells which binaries it loads.
 */
export function planDigest(inputs: PlanInputs): string {
  const { files, extras, groups, flags, python, platform, indexes, suffix } = inputs
  const [major, minor] = python.version.split('.')
  const [best = ''] = python.tags
  const canonical = [
    files.map(({ role, lines }) => JSON.stringify([role, lines])).sort(),
    [...extras].sort(),
    [...groups].sort(),
    Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1)),
    [python.implementation, major, minor, python.magicNumber, tagFamily(best)],
    [platform.os, platform.arch, platform.libc],
    files.every(({ isHashed }) => isHashed)
      ? []
      : indexes.map(address => stripCredentials(address).replace(/\/+$/, '')),
    suffix,
  ]
  return sha256(JSON.stringify(canonical)).slice(0, 16)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
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
  /** What the keys of manifests of this plan at this revision begin with. */
  readonly manifest: string
  /** Where to look next: this plan at any revision, then any plan for this interpreter and platform. */
  readonly prefixes: readonly string[]
}

/**
 * `wheelcrew-1-<os>-<arch>-<cache tag>-<scope>-<plan digest>-<revision>.<content>.`: parts of varying length come before hashes of a
 * fixed one and a terminator, so that no key is a prefix of another.
 */
export function cacheKeys(parts: KeyParts): CacheKeys {
  const bases = scopesOf(parts).map(name => `${family}-${name}-`)
  const [own, ...others] = bases.map(base => `${base}${parts.planDigest}-${revisionPart(parts.revision)}.`)
  return {
    manifest: own ?? '',
    prefixes: [...others, ...bases.map(base => `${base}${parts.planDigest}-`), ...bases],
  }
}

/**
 * Key of a manifest: its content decides, so that one which is incomplete or names a lost pack gives way to a newer one of the
 * same revision, and jobs that save the same make one entry.
 */
export function manifestKey(
  beginning: string,
  { lock, packs, images = [] }: Pick<Manifest, 'lock' | 'packs' | 'images'>,
): string {
  const digests = [...packs, ...images.flatMap(filesOfImages)].map(({ digest }) => digest)
  const content = JSON.stringify([lock, digests.sort()])
  return `${beginning}${sha256(content).slice(0, 16)}.`
}

/** Key of the pack with this digest: its content alone decides, so that every plan and ref shares it. */
export function packKey(digest: string): string {
  return `${family}-pack-${digest}.`
}

/** Key of the entry of an image, or of its plan, by its `blobDigest`: every job of a matrix that makes the same shares it. */
export function imageKey(digest: string): string {
  return `${family}-image-${digest}.`
}

export type BuildKeys = {
  /** What the keys of builds with this first key begin with: of the own scope, then of others that may be read. */
  readonly builds: readonly [string, ...string[]]
  /** What the keys of claims on this first key begin with. */
  readonly claims: readonly [string, ...string[]]
}

/**
 * `wheelcrew-1-build-<os>-<arch>-<cache tag>-<scope>-<first key>-<second key>.<content>.` and
 * `wheelcrew-1-claim-…-<first key>-<minutes>-<state>.`: the kind comes first, so that no prefix of a manifest matches them.
 */
export function buildKeys(parts: Omit<KeyParts, 'planDigest' | 'revision'>, first: string): BuildKeys {
  const [own = '', ...others] = scopesOf(parts).map(name => `${name}-${first}-`)
  const beginnings = (kind: string): readonly [string, ...string[]] => [
    `${family}-${kind}-${own}`,
    ...others.map(other => `${family}-${kind}-${other}`),
  ]
  return { builds: beginnings('build'), claims: beginnings('claim') }
}

/** Key of the entry of a build; `text` is all that it says. */
export function buildKey(beginning: string, second: string, text: string): string {
  return `${beginning}${second}.${sha256(text).slice(0, 16)}.`
}

/** Key of the product of a build, by its `blobDigest`: its bytes alone decide. */
export function builtKey(digest: string): string {
  return `${family}-built-${digest}.`
}

/** By which the entry of these bytes is known: their sha256, unless that is `spoiled`: then another, on which all jobs agree. */
export function blobDigest(bytes: string, spoiled: readonly string[]): string {
  let digest = bytes
  while (spoiled.includes(digest)) digest = sha256(`not ${digest}`)
  return digest
}

/** All entries that an environment in images consists of. */
export function filesOfImages({ plan, layers }: ManifestImages): readonly ImageFile[] {
  return [plan, ...layers]
}

/** Name and version of the key format. */
const family = 'wheelcrew-1'
const longestSuffix = 64

/** The own scope, then others that may be read; all that comes before hashes of a fixed length. */
function scopesOf({ platform, python, suffix, ref, readableRefs = [] }: Omit<KeyParts, 'planDigest' | 'revision'>) {
  const refs = ref === '' ? [''] : [...new Set([ref, ...readableRefs])]
  return refs.map(name => `${platform.os}-${platform.arch}-${python.cacheTag}-${scope(suffix, name)}`)
}

/** Never holds a `-`, and is there even when empty: else a run without a suffix would match the entries of one with. */
function scope(suffix: string, ref: string): string {
  const escaped = encodeURIComponent(suffix).replace(/[-_.!~*'()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  const name = escaped.length > longestSuffix ? sha256(suffix).slice(0, 16) : escaped
  return ref === '' ? name : `${name}@${sha256(ref).slice(0, 12)}`
}

function revisionPart(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision : sha256(revision).slice(0, 40)
}
