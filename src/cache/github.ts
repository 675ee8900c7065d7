/** GitHub's cache service through `@actions/cache`: the only file that imports it, and only when it is used. */
import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createSlots } from '../concurrency.js'
import { hasErrno, messageOf } from '../errors.js'
import { asTrouble, type CacheBackend, type CacheEntry, CacheTrouble } from './backend.js'
import { openFileEntry } from './file-entry.js'
import { askedKeys, assertKey, assertMayWrite, grantedAccess, isWanted } from './github-rules.js'

export type GithubOptions = {
  /** The working directory of this process, which in a job is `GITHUB_WORKSPACE`. */
  readonly workspace: string
  /** Directory for opened entries, made when it is needed. */
  readonly temporary: string
  /** What the runner grants (`ACTIONS_CACHE_MODE`). */
  readonly mode?: string | undefined
  /** Runs each call of the toolkit, which writes to stdout: a command line sends that elsewhere meanwhile. */
  readonly surround?: (<T>(call: () => Promise<T>) => Promise<T>) | undefined
}

type Toolkit = Pick<typeof import('@actions/cache'), 'restoreCache' | 'saveCache'>

const name = 'github'
/** The service hashes this string into an entry's version: one spelling for every job, key and operating system. */
const entryPath = '.wheelcrew-cache/entry'

/**
 * Makes the backend. An entry travels as one file in a folder of the workspace, so the calls of a process run one after
 * another, and is restored whole before it can be read. The toolkit itself warns of a failing service and reports it as a miss.
 */
export function githubBackend(options: GithubOptions): CacheBackend {
  const inTurn = <T>(work: () => Promise<T>) => turns.use(() => asTrouble(name, work))
  return {
    name,
    scoped: true,
    open: (key, prefixes) => inTurn(() => openEntry(options, key, prefixes)),
    has: key => inTurn(() => hasEntry(options, key)),
    save: async (key, make) => {
      assertMayWrite(options.mode)
      // Looks first, since the toolkit packs the whole file before it asks whether the key is taken.
      if (await inTurn(() => hasEntry(options, key))) return 'present'
      const source = await make()
      return inTurn(() => saveEntry(options, key, source))
    },
  }
}

/** One piece of work at a time, in the order of the calls. */
const turns = createSlots(1)

async function openEntry(
  options: GithubOptions,
  key: string,
  prefixes: readonly string[],
): Promise<CacheEntry | undefined> {
  if (!grantedAccess(options.mode).read) return undefined
  const keys = askedKeys(key, prefixes)
  const path = join(options.temporary, `${randomUUID()}.entry`)
  const matched = await inFolder(options, async entry => {
    const found = await call(options, toolkit => toolkit.restoreCache([entryPath], key, keys.slice(1)))
    if (found === undefined || !isWanted(found, keys)) return undefined
    await mkdir(options.temporary, { recursive: true })
    await moveOut(entry, path)
    return found
  })
  if (matched === undefined) return undefined
  return openFileEntry({ backend: name, key: matched, path, release: () => rm(path, { force: true }) })
}

async function hasEntry(options: GithubOptions, key: string): Promise<boolean> {
  assertKey(key)
  if (!grantedAccess(options.mode).read) return false
  const lookup = { lookupOnly: true }
  return (await call(options, toolkit => toolkit.restoreCache([entryPath], key, [], lookup))) === key
}

async function saveEntry(options: GithubOptions, key: string, source: string): Promise<'saved' | 'present'> {
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
