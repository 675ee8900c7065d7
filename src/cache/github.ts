/** GitHub's cache service through `@actions/cache`: the only file that imports it, and only when it is used. */
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno, messageOf } from '../errors.js'
import type { Environment } from '../host.js'
import { asTrouble, type CacheBackend, type CacheHit, CacheTrouble } from './backend.js'

export type GithubOptions = {
  /** The working directory of this process, which in a job is `GITHUB_WORKSPACE`. */
  readonly workspace: string
  /** What the runner grants (`ACTIONS_CACHE_MODE`): `none`, `read`, `write`, `write-only`; anything else grants all. */
  readonly mode?: string | undefined
  /** Runs each call of the toolkit, which writes to stdout: a command line sends that elsewhere meanwhile. */
  readonly surround?: (<T>(call: () => Promise<T>) => Promise<T>) | undefined
}

type Toolkit = Pick<typeof import('@actions/cache'), 'restoreCache' | 'saveCache'>

/** The service hashes this string into an entry's version: one spelling for every job, key and operating system. */
const entryPath = '.wheelcrew-cache/entry'
const mostKeys = 10

/** True when the service can be reached from this process: only steps that `uses:` an action are given its token. */
export function githubCacheAvailable(env: Environment): boolean {
  const address = env.ACTIONS_CACHE_SERVICE_V2 ? env.ACTIONS_RESULTS_URL : env.ACTIONS_CACHE_URL
  return Boolean(address) && Boolean(env.ACTIONS_RUNTIME_TOKEN)
}

/** What a cache mode of the runner permits; an unset or unknown mode permits all. */
export function grantedAccess(mode: string | undefined): { readonly read: boolean; readonly write: boolean } {
  const granted = (mode ?? '').trim().toLowerCase()
  return {
    read: granted !== 'none' && granted !== 'write-only',
    write: granted !== 'none' && granted !== 'read',
  }
}

/**
 * Makes the backend of GitHub's cache service. An entry travels as one file in a folder of the workspace, so calls run
 * one after another. The toolkit itself warns of a failing service and reports it as a miss.
 */
export function githubBackend(options: GithubOptions): CacheBackend {
  const name = 'github'
  const queue = serialQueue()
  const inTurn = <T>(work: () => Promise<T>) => queue(() => asTrouble(name, work))
  return {
    name,
    scoped: true,
    restore: (key, prefixes, destination) => inTurn(() => restoreEntry(options, [key, ...prefixes], destination)),
    has: key => inTurn(() => hasEntry(options, key)),
    save: (key, source) => inTurn(() => saveEntry(options, key, source)),
  }
}

/** Runs one piece of work at a time, in the order of the calls. */
function serialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}

async function restoreEntry(
  options: GithubOptions,
  [key, ...prefixes]: readonly [string, ...string[]],
  destination: string,
): Promise<CacheHit | undefined> {
  if (!grantedAccess(options.mode).read) return undefined
  return inFolder(options, async entry => {
    const restoreKeys = prefixes.slice(0, mostKeys - 1)
    const matched = await call(options, toolkit => toolkit.restoreCache([entryPath], key, restoreKeys))
    if (matched === undefined || !isMatch(matched, key, restoreKeys)) return undefined
    await moveOut(entry, destination)
    return { key: matched }
  })
}

/** The service takes the primary key for a prefix too: such a match is nobody's wish. */
function isMatch(matched: string, key: string, prefixes: readonly string[]): boolean {
  return matched === key || prefixes.some(prefix => matched.startsWith(prefix))
}

async function hasEntry(options: GithubOptions, key: string): Promise<boolean> {
  if (!grantedAccess(options.mode).read) return false
  const lookup = { lookupOnly: true }
  return (await call(options, toolkit => toolkit.restoreCache([entryPath], key, [], lookup))) === key
}

/** Looks first, since the toolkit packs the whole file before it asks whether the key is taken. */
async function saveEntry(options: GithubOptions, key: string, source: string): Promise<'saved' | 'present'> {
  if (!grantedAccess(options.mode).write) {
    throw new CacheTrouble(`the runner's cache mode \`${options.mode}\` permits no saving`)
  }
  if (await hasEntry(options, key)) return 'present'
  const id = await inFolder(options, async entry => {
    await moveIn(source, entry)
    return call(options, toolkit => toolkit.saveCache([entryPath], key))
  })
  if (id !== -1) return 'saved'
  if (await hasEntry(options, key)) return 'present'
  throw new CacheTrouble(`the GitHub cache service did not take \`${key}\``)
}

/** Gives `work` the path of the entry file in a fresh folder of the workspace, removed afterwards. */
async function inFolder<T>(options: GithubOptions, work: (entry: string) => Promise<T>): Promise<T> {
  const entry = join(options.workspace, entryPath)
  const folder = join(entry, '..')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  try {
    return await work(entry)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function call<T>(options: GithubOptions, work: (toolkit: Toolkit) => Promise<T>): Promise<T> {
  const toolkit = await import('@actions/cache')
  try {
    return await (options.surround ?? directly)(() => work(toolkit))
  } catch (error) {
    throw new CacheTrouble(`the GitHub cache service: ${messageOf(error)}`, { cause: error })
  }
}

function directly<T>(work: () => Promise<T>): Promise<T> {
  return work()
}

async function moveIn(source: string, entry: string): Promise<void> {
  try {
    await link(source, entry)
  } catch (error) {
    if (!hasErrno(error, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES')) throw error
    await copyFile(source, entry)
  }
}

async function moveOut(entry: string, destination: string): Promise<void> {
  try {
    await rename(entry, destination)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) throw new CacheTrouble('the restored cache entry is empty', { cause: error })
    if (!hasErrno(error, 'EXDEV')) throw error
    await copyFile(entry, destination)
  }
}
