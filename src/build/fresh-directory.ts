/** A directory that holds nothing yet, whatever was there. */
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'

/** Makes an empty directory at an absolute path, with its parents; removes what is there. Throws Node's system errors. */
export async function makeFreshDirectory(path: string): Promise<void> {
  await removeTree(path)
  await mkdir(path, { recursive: true })
}

/** Removes a tree, also of directories that may not be written, as builds and module caches leave them. */
export async function removeTree(path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 3 }
  try {
    await rm(path, options)
  } catch (error) {
    if (!hasErrno(error, 'EACCES', 'EPERM')) throw error
    await makeWritable(path)
    await rm(path, options)
  }
}

async function makeWritable(path: string): Promise<void> {
  if (!(await lstat(path)).isDirectory()) return
  await chmod(path, 0o700)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(path, entry.name))
  }
}
