/** Resolved locks, kept in the store by the digest of everything that went into them. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { hasErrno } from '../errors.js'
import type { Lock } from '../plan/lock.js'
import { absoluteLock, relativeLock } from '../plan/lock-paths.js'
import type { Requirement } from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { libcOf } from '../python/tags.js'
import { hasCredentials, stripCredentials, stripRepositoryCredentials } from '../redact.js'
import type { IndexSettings, Settings } from '../settings.js'
import type { RequirementSet } from './requirement-set.js'

/** Changes when the stored form or the meaning of a key does. */
const format = 3

export type LockInputs = {
  readonly settings: Settings
  readonly interpreter: Interpreter
  /** The requirements, or undefined for a uv.lock. */
  readonly set: RequirementSet | undefined
  /** The text of a uv.lock, and what configures uv, by name. */
  readonly texts: Readonly<Record<string, string>>
}

/** Hex sha256 of what determines a resolution, normalised: comments, spelling and credentials do not count. */
export function lockKey({ settings, interpreter, set, texts }: LockInputs): string {
  const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps } = settings
  const facts = {
    format,
    python: [interpreter.implementation, interpreter.version, interpreter.tags[0], libcOf(interpreter.tags)],
    requirements: set?.requirements.map(requirementFacts),
    constraints: set?.constraints.map(requirementFacts),
    index: indexFacts(set?.index ?? settings.index),
    resolverOptions: set?.resolverOptions,
    build: [settings.build.isolation, settings.build.configSettings],
    options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps },
    texts: Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]),
  }
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

function requirementFacts({ name, extras, specifier, location, marker, hashes }: Requirement) {
  const place = location === undefined ? undefined : stripCredentials(location)
  return [name, extras, specifier, place, marker, Object.entries(hashes)]
}

/** Without `offline`: what was resolved with a network is as good without one. */
function indexFacts({ indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes }: IndexSettings) {
  return [...[indexUrl, ...extraIndexUrls, '', ...findLinks].map(stripCredentials), noIndex, requireHashes]
}

/** What a local file was like when it was locked: a file that was made anew under its name is another one. */
type FileState = readonly [size: number, mtimeMs: number]

/** Paths are relative: inputs that lie elsewhere, with the same text, have the same key. */
type StoredLock = { readonly format: number; readonly lock: Lock; readonly files: Readonly<Record<string, FileState>> }

export type LockPlace = {
  readonly key: string
  /** Absolute; holds the stored locks. */
  readonly directory: string
  /** Absolute; where the inputs lie. */
  readonly base: string
}

/** The lock stored under a key; undefined where there is none, or where a local file that it names is gone or changed. */
export async function readStoredLock({ key, directory, base }: LockPlace): Promise<Lock | undefined> {
  const stored = parseStored(await readOrUndefined(storedLockPath(directory, key)))
  if (stored === undefined) return undefined
  const states = await Promise.all(Object.keys(stored.files).map(path => stateOf(resolve(base, path))))
  const isUnchanged = Object.values(stored.files).every(
    ([size, mtimeMs], index) => states[index]?.[0] === size && states[index]?.[1] === mtimeMs,
  )
  return isUnchanged ? absoluteLock(stored.lock, base) : undefined
}

/** Stores a lock: written aside, then renamed. One whose URLs carry credentials is not written. */
export async function storeLock(lock: Lock, { key, directory, base }: LockPlace): Promise<void> {
  const relative = relativeLock(lock, base)
  const files = relative.distributions.flatMap(({ wheels, archive, sdist }) => [...wheels, archive, sdist])
  if (files.some(file => file?.url !== undefined && hasCredentials(file.url))) return
  if (relative.distributions.some(({ source }) => source?.kind === 'vcs' && isSecret(source.url))) return
  const paths = [...new Set(files.flatMap(file => file?.path ?? []))]
  const states = await Promise.all(paths.map(async path => [path, await stateOf(resolve(base, path))] as const))
  const stored = { format, lock: relative, files: Object.fromEntries(states) }
  const temporary = join(directory, `${key}.${randomUUID()}.tmp`)
  try {
    await mkdir(directory, { recursive: true })
    await writeFile(temporary, JSON.stringify(stored))
    await rename(temporary, storedLockPath(directory, key))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    // A store that can only be read from keeps no locks.
    if (!hasErrno(error, 'EROFS', 'EACCES', 'EPERM')) throw error
  }
}

function isSecret(repository: string): boolean {
  return URL.canParse(repository) && stripRepositoryCredentials(repository) !== new URL(repository).href
}

/** Where the lock of a key is stored. */
export function storedLockPath(directory: string, key: string): string {
  return join(directory, `${key}.json`)
}

async function readOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/** A damaged or older file is as good as none. */
function parseStored(text: string | undefined): StoredLock | undefined {
  if (text === undefined) return undefined
  try {
    const stored = JSON.parse(text) as StoredLock
    return stored.format === format ? stored : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function stateOf(path: string): Promise<FileState | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    return [size, mtimeMs]
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}
