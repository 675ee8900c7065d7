/** A directory as a cache backend, local or shared (NFS): one file per entry, any number of writers. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasErrno } from '../errors.js'
import { asTrouble, type CacheBackend, type CacheHit, CacheTrouble } from './backend.js'

const entrySuffix = '.entry'
const longestName = 255

/** Makes the backend of `file:///directory`; `directory` is absolute and is made by the first save. */
export function directoryBackend(directory: string): CacheBackend {
  const name = pathToFileURL(directory).href
  return {
    name,
    scoped: false,
    restore: (key, prefixes, destination) =>
      asTrouble(name, () => restoreEntry(directory, [key, ...prefixes], destination)),
    has: key => asTrouble(name, () => exists(join(directory, entryName(key)))),
    save: (key, source) => asTrouble(name, () => saveEntry(directory, key, source)),
  }
}

/** The file of an entry: every byte that is not plain becomes `%XX`, so a key cannot leave the directory. */
function entryName(key: string): string {
  const name = `${encodeKey(key)}${entrySuffix}`
  if (name.length > longestName) throw new CacheTrouble(`cache key of ${key.length} characters is too long for a file`)
  return name
}

/** Byte by byte, so that the encoded prefix of a key is a prefix of the encoded key. */
function encodeKey(key: string): string {
  let encoded = ''
  for (const byte of Buffer.from(key, 'utf8')) {
    const character = String.fromCharCode(byte)
    encoded += /[A-Za-z0-9._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return encoded
}

function decodeName(name: string): string {
  return decodeURIComponent(name.slice(0, -entrySuffix.length))
}

async function restoreEntry(
  directory: string,
  [key, ...prefixes]: readonly [string, ...string[]],
  destination: string,
): Promise<CacheHit | undefined> {
  if (await copyIfPresent(join(directory, entryName(key)), destination)) return { key }
  if (prefixes.length === 0) return undefined
  const names = (await listIfPresent(directory)).filter(name => name.endsWith(entrySuffix))
  for (const prefix of prefixes) {
    const encoded = encodeKey(prefix)
    const matching = names.filter(name => name.slice(0, -entrySuffix.length).startsWith(encoded))
    for (const name of await newestFirst(directory, matching)) {
      if (await copyIfPresent(join(directory, name), destination)) return { key: decodeName(name) }
    }
  }
  return undefined
}

/** False when another process removed the entry meanwhile. */
async function copyIfPresent(entry: string, destination: string): Promise<boolean> {
  if (!(await exists(entry))) return false
  try {
    await copyFile(entry, destination, constants.COPYFILE_FICLONE)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT') && !(await exists(entry))) return false
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return false
    throw error
  }
}

async function listIfPresent(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return []
    throw error
  }
}

async function newestFirst(directory: string, names: readonly string[]): Promise<string[]> {
  const dated = await Promise.all(names.map(async name => ({ name, time: await modified(join(directory, name)) })))
  return dated.sort((a, b) => b.time - a.time).map(entry => entry.name)
}

/** Milliseconds since the epoch; 0 when the entry is gone. */
async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return 0
    throw error
  }
}

async function saveEntry(directory: string, key: string, source: string): Promise<'saved' | 'present'> {
  const entry = join(directory, entryName(key))
  if (await exists(entry)) return 'present'
  await mkdir(directory, { recursive: true })
  const unfinished = join(directory, `${randomUUID()}.tmp`)
  try {
    await copyFile(source, unfinished, constants.COPYFILE_FICLONE)
    await flush(unfinished)
    return await appear(unfinished, entry)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Waits until the bytes are on disk: an entry cut short by a power failure would never be replaced. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Gives a finished file its name without replacing another writer's; file systems without hard links rename. */
async function appear(unfinished: string, entry: string): Promise<'saved' | 'present'> {
  try {
    await link(unfinished, entry)
    return 'saved'
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return 'present'
    if (!hasErrno(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
  }
  if (await exists(entry)) return 'present'
  await rename(unfinished, entry)
  return 'saved'
}
