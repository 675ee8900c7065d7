/** The wheel that a build hook says it has made. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { hasErrno } from '../errors.js'
import { findDistInfo, type Metadata, parseMetadata } from '../wheel/dist-info.js'
import { parseWheelFilename, type WheelFilename } from '../wheel/filename.js'
import { invalidWheel } from '../wheel/invalid-wheel.js'
import { type ArchiveSource, readEntries, readEntry } from '../wheel/zip.js'

export type BuiltWheel = {
  readonly path: string
  readonly filename: WheelFilename
  readonly metadata: Metadata
}

/**
 * Opens the wheel that a hook has answered with: the name of a file in `directory` (PEP 517).
 * Undefined where the answer is not that. Throws UserError WHEEL_FILENAME_INVALID and WHEEL_INVALID.
 */
export async function readBuiltWheel(answer: unknown, directory: string): Promise<BuiltWheel | undefined> {
  if (typeof answer !== 'string' || !(await isFileIn(directory, answer))) return undefined
  const path = join(directory, answer)
  const filename = parseWheelFilename(answer)
  return { path, filename, metadata: readMetadata(path, filename) }
}

async function isFileIn(directory: string, name: string): Promise<boolean> {
  if (name === '' || name !== basename(name) || name.includes('\\')) return false
  try {
    return (await lstat(join(directory, name))).isFile()
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE')) return false
    throw error
  }
}

function readMetadata(path: string, filename: WheelFilename): Metadata {
  const wheel = filename.filename
  const descriptor = openSync(path, 'r')
  try {
    const archive: ArchiveSource = {
      size: fstatSync(descriptor).size,
      read: (offset, length) => readExactly(descriptor, offset, length),
    }
    const entries = readEntries(archive, wheel)
    const paths = entries.map(entry => entry.path)
    const name = `${findDistInfo(paths, filename)}/METADATA`
    const entry = entries.find(candidate => candidate.path === name)
    if (entry === undefined) throw invalidWheel(wheel, `it has no \`${name}\``)
    return parseMetadata(readEntry(archive, entry, wheel).toString('utf8'), wheel)
  } finally {
    closeSync(descriptor)
  }
}

function readExactly(descriptor: number, offset: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  const count = readSync(descriptor, buffer, 0, length, offset)
  if (count !== length) throw new RangeError(`the file ends at byte ${offset + count}`)
  return buffer
}
