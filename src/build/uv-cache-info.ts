/**
 * `uv_cache.json`, by which uv decides whether a wheel of a local path is still the one that it would make. The format is
 * uv's own (read from uv 0.13); where uv means something else by it, it builds again, as without the file.
 */
import type { BigIntStats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { hasErrno } from '../errors.js'
import type { Host } from '../host.js'
import { askGit } from './git.js'
import { findUnsureGlob, isGlob, listGlobs } from './uv-globs.js'

/** One of `[tool.uv] cache-keys`, https://docs.astral.sh/uv/reference/settings/#cache-keys */
type CacheKey =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'dir'; readonly dir: string }
  | { readonly kind: 'env'; readonly env: string }
  | { readonly kind: 'git'; readonly commit: boolean; readonly tags: boolean }

type Timestamp = { readonly secs_since_epoch: number; readonly nanos_since_epoch: number }

type CacheInfo = {
  timestamp: Timestamp | null
  commit: string | null
  tags: Readonly<Record<string, string>> | null
  readonly env: Record<string, string | null>
  readonly directories: Record<string, Timestamp | number | null>
}

type Services = { readonly host: Host }

/**
 * The text of `uv_cache.json` for a wheel that was made of the source tree, or is the archive, at an absolute path, as it is at
 * this moment. Undefined, with a line in the log, where a project names by its own `cache-keys` what cannot be told for sure,
 * or nothing that exists: then uv builds again, as it does itself.
 */
export async function uvCacheInfo(path: string, services: Services): Promise<string | undefined> {
  const info: CacheInfo = { timestamp: null, commit: null, tags: null, env: {}, directories: {} }
  const found = await statOf(path)
  if (found?.isFile() === true) {
    return JSON.stringify({ ...info, timestamp: changeTime(found, services) })
  }
  const keys = await readCacheKeys(path)
  const problem = typeof keys === 'string' ? keys : await evaluate(keys, info, { path, ...services })
  const isEmpty = [
    info.timestamp,
    info.commit,
    info.tags,
    ...Object.keys(info.env),
    ...Object.keys(info.directories),
  ].every(value => value === null)
  const reason = problem ?? (isEmpty ? 'its `cache-keys` name nothing that is there' : undefined)
  if (reason === undefined) return JSON.stringify(info)
  services.host.log.debug(`uv will build \`${path}\` again: ${reason}`)
  return undefined
}

const defaultKeys: readonly CacheKey[] = [
  { kind: 'file', file: 'pyproject.toml' },
  { kind: 'file', file: 'setup.py' },
  { kind: 'file', file: 'setup.cfg' },
  { kind: 'dir', dir: 'src' },
]

/** A text says why they cannot be told. */
async function readCacheKeys(directory: string): Promise<readonly CacheKey[] | string> {
  const text = await readFile(join(directory, 'pyproject.toml'), 'utf8').catch(() => undefined)
  if (text === undefined) return defaultKeys
  let tool: unknown
  try {
    tool = parse(text).tool
  } catch {
    return 'its pyproject.toml is not TOML'
  }
  const written = fieldOf(fieldOf(tool, 'uv'), 'cache-keys')
  if (written === undefined) return defaultKeys
  if (!Array.isArray(written)) return 'its `cache-keys` are not an array'
  const keys = written.map(parseKey)
  const unknown = keys.indexOf(undefined)
  if (unknown !== -1) return `its cache key ${JSON.stringify(written[unknown])} is of an unknown kind`
  return keys.flatMap(key => key ?? [])
}

function parseKey(value: unknown): CacheKey | undefined {
  if (typeof value === 'string') return { kind: 'file', file: value }
  if (typeof value !== 'object' || value === null) return undefined
  const [[kind, content] = [], ...others] = Object.entries(value)
  if (others.length > 0) return undefined
  if (kind === 'file' && typeof content === 'string') return { kind, file: content }
  if (kind === 'dir' && typeof content === 'string') return { kind, dir: content }
  if (kind === 'env' && typeof content === 'string') return { kind, env: content }
  if (kind !== 'git') return undefined
  if (typeof content === 'boolean') return { kind, commit: content, tags: false }
  return isGitSet(content) ? { kind, commit: content.commit === true, tags: content.tags === true } : undefined
}

function isGitSet(value: unknown): value is { readonly commit?: boolean; readonly tags?: boolean } {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(([name, is]) => ['commit', 'tags'].includes(name) && typeof is === 'boolean')
}

type Place = Services & { readonly path: string }

/** Fills in what the keys say; a text says what cannot be told. */
async function evaluate(keys: readonly CacheKey[], info: CacheInfo, place: Place): Promise<string | undefined> {
  const files = keys.flatMap(key => (key.kind === 'file' ? key.file : []))
  const globs = files.filter(isGlob)
  const unsure = findUnsureGlob(globs)
  if (unsure !== undefined) return `its cache key ${JSON.stringify(unsure)} may mean more than one thing`
  const paths = files.filter(file => !isGlob(file)).map(file => join(place.path, file))
  info.timestamp = await newestOf([...paths, ...(await listGlobs(place.path, globs))], place)
  for (const key of keys) {
    if (key.kind === 'env') info.env[key.env] = place.host.env[key.env] ?? null
    if (key.kind === 'dir') await addDirectory(key.dir, info, place)
    if (key.kind !== 'git' || !(key.commit || key.tags)) continue
    const repository = await readRepository(place)
    if (repository === undefined) return 'its cache keys ask for Git, which has no commit of it'
    if (key.commit) info.commit = repository.commit
    if (key.tags) info.tags = repository.tags
  }
  return undefined
}

async function newestOf(paths: readonly string[], services: Services): Promise<Timestamp | null> {
  const times: bigint[] = []
  for (const path of paths) {
    const found = await statOf(path)
    if (found?.isFile() === true) times.push(changeNs(found, services))
  }
  const newest = times.sort((a, b) => (a < b ? -1 : 1)).at(-1)
  return newest === undefined ? null : toTimestamp(newest)
}

/** The time at which the directory was made, or its inode where the file system does not know it. */
async function addDirectory(name: string, info: CacheInfo, { path }: Place): Promise<void> {
  const found = await statOf(join(path, name))
  if (found === undefined) info.directories[name] = null
  else if (found.isDirectory()) {
    info.directories[name] = found.birthtimeNs > 0n ? toTimestamp(found.birthtimeNs) : Number(found.ino)
  }
}

type Repository = { readonly commit: string; readonly tags: Readonly<Record<string, string>> }

async function readRepository({ path, host }: Place): Promise<Repository | undefined> {
  const head = await askGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: path, host })
  const refs = await askGit(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags'], { cwd: path, host })
  if (head?.exitCode !== 0 || refs?.exitCode !== 0) return undefined
  const tags = [...refs.stdout.matchAll(/^(\w+) refs\/tags\/(.+)$/gm)].map(
    ([, id = '', name = '']) => [name, id] as const,
  )
  return { commit: head.stdout.trim(), tags: Object.fromEntries(tags) }
}

async function statOf(path: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(path, { bigint: true })
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP')) return undefined
    throw error
  }
}

function changeTime(found: BigIntStats, services: Services): Timestamp {
  return toTimestamp(changeNs(found, services))
}

/** Windows has no time of change. */
function changeNs(found: BigIntStats, { host }: Services): bigint {
  return host.platform.os === 'win32' ? found.mtimeNs : found.ctimeNs
}

function toTimestamp(nanoseconds: bigint): Timestamp {
  return {
    secs_since_epoch: Number(nanoseconds / 1_000_000_000n),
    nanos_since_epoch: Number(nanoseconds % 1_000_000_000n),
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}
