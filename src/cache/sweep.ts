/** Keeps a cache directory from growing for ever: what nobody uses is removed, as GitHub's service does. */
import { readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'

const day = 24 * 60 * 60 * 1000
/** Neither saved nor read for so long. */
const idleLimit = 30 * day
/** Work of a writer that was killed. */
const unfinishedLimit = day
/** Its modification time tells when the directory was swept. */
const marker = '.swept'

/** Removes idle entries and abandoned `*.tmp` files, at most once a day. Errors of the file system pass. */
export async function sweep(directory: string, entrySuffix: string): Promise<void> {
  const now = Date.now()
  if (now - (await lastUse(join(directory, marker), 0)) < day) return
  await writeFile(join(directory, marker), '')
  await utimes(join(directory, marker), new Date(now), new Date(now))
  for (const name of await readdir(directory)) {
    const limit = name.endsWith(entrySuffix) ? idleLimit : name.endsWith('.tmp') ? unfinishedLimit : Infinity
    if (now - (await lastUse(join(directory, name), now)) > limit) await rm(join(directory, name), { force: true })
  }
}

/** Milliseconds since the epoch. */
async function lastUse(path: string, absent: number): Promise<number> {
  try {
    const { atimeMs, mtimeMs } = await stat(path)
    return Math.max(atimeMs, mtimeMs)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return absent
    throw error
  }
}
