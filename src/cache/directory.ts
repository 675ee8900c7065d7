/** A directory as a cache backend, local or shared (NFS): one file per entry, any number of writers. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { errnoOf, hasErrno } from '../errors.js'
import { asTrouble, type CacheBackend, type CacheEntry, CacheTrouble } from './backend.js'
import { openFileEntry } from './file-entry.js'
import { sweep } from './sweep.js'

const entrySuffix = '.entry'
const longestName = 255
const hour = 60 * 60 * 1000

/** Makes the backend of `file:///directory`; `directory` is absolute and is made by the first save. */
export function directoryBackend(directory: string): CacheBackend {
  const name = pathToFileURL(directory).href
  return {
    name,
    scoped: false,
    open: (key, prefixes) => asTrouble(name, () => openMatch(directory, key, prefixes)),
    has: key => asTrouble(name, () => use(join(directory, entryName(key)))),
    save: async (key, make) => {
      const place = await asTrouble(name, () => reserve(directory, key))
      if (place === 'present') return place
      try {
        const source = await make()
        return await asTrouble(name, () => saveEntry(source, place))
      } finally {
        await rm(place.unfinished, { force: true }).catch(() => undefined)
      }
    },
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

/** Never throws: a shared directory may hold files of any name. */
function decodeName(name: string): string {
  const bytes = name
    .slice(0, -entrySuffix.length)
    .replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

async function openMatch(directory: string, key: string, prefixes: readonly string[]): Promise<CacheEntry | undefined> {
  const exact = await openIfPresent(directory, entryName(key))
  if (exact !== undefined || prefixes.length === 0) return exact
  const names = (await listIfPresent(directory)).filter(name => name.endsWith(entrySuffix))
  for (const prefix of prefixes) {
    const encoded = encodeKey(prefix)
    const matching = names.filter(name => name.slice(0, -entrySuffix.length).startsWith(encoded))
    for (const name of await newestFirst(directory, matching)) {
      const entry = await openIfPresent(directory, name)
      if (entry !== undefined) return entry
    }
  }
  return undefined
}

/** Undefined also when another process removes the entry meanwhile. */
async function openIfPresent(directory: string, name: string): Promise<CacheEntry | undefined> {
  const path = join(directory, name)
  if (!(await use(path))) return undefined
  const entry = { backend: pathToFileURL(directory).href, key: decodeName(name), path }
  return unlessAbsent(openFileEntry(entry), undefined)
}

/**
 * Whether the entry is there, as a file: opening a pipe would wait for ever. Notes that it is in use as its access time, which no mount option keeps from being set. The
 * modification time stays: it tells the newest.
 */
async function use(path: string): Promise<boolean> {
  const found = await unlessAbsent(stat(path), undefined)
  if (found === undefined || !found.isFile()) return false
  const now = Date.now()
  if (now - Math.max(found.atimeMs, found.mtimeMs) > hour) {
    // Whoever may only read still reads.
    await utimes(path, new Date(now), found.mtime).catch(ignoreErrno)
  }
  return true
}

function ignoreErrno(error: unknown): void {
  if (errnoOf(error) === undefined) throw error
}

async function unlessAbsent<T, Absent>(work: Promise<T>, absent: Absent): Promise<T | Absent> {
  try {
    return await work
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return absent
    throw error
  }
}

async function listIfPresent(directory: string): Promise<readonly string[]> {
  return unlessAbsent(readdir(directory), [])
}

async function newestFirst(directory: string, names: readonly string[]): Promise<string[]> {
  const dated = await Promise.all(names.map(async name => ({ name, time: await modified(join(directory, name)) })))
  return dated.sort((a, b) => b.time - a.time).map(entry => entry.name)
}

/** Milliseconds since the epoch; 0 when the entry is gone. */
async function modified(path: string): Promise<number> {
  return (await unlessAbsent(stat(path), { mtimeMs: 0 })).mtimeMs
}

type Place = { readonly directory: string; readonly entry: string; readonly unfinished: string }

/** A file to write to, which shows that the directory can be written before anything is packed. */
async function reserve(directory: string, key: string): Promise<Place | 'present'> {
  const entry = join(directory, entryName(key))
  if (await use(entry)) return 'present'
  await mkdir(directory, { recursive: true })
  const unfinished = join(directory, `${randomUUID()}.tmp`)
  await (await open(unfinished, 'wx')).close()
  return { directory, entry, unfinished }
}

async function saveEntry(source: string, { directory, entry, unfinished }: Place): Promise<'saved' | 'present'> {
  await copyFile(source, unfinished, constants.COPYFILE_FICLONE)
  await flush(unfinished)
  const outcome = await appear(unfinished, entry)
  await sweep(directory, entrySuffix).catch(ignoreErrno)
  return outcome
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
  if (
    await unlessAbsent(
      access(entry).then(() => true),
      false,
    )
  )
    return 'present'
  await rename(unfinished, entry)
  return 'saved'
}
