/** A wheel on disk as a random-access source for the zip reader. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ArchiveSource } from '../wheel/zip.js'

export type OpenArchive = ArchiveSource & { close(): void }

/** Opens a wheel for reading. Throws the system error when it cannot be opened. */
export function openArchive(path: string): OpenArchive {
  const descriptor = openSync(path, 'r')
  return {
    size: fstatSync(descriptor).size,
    read: (offset, length) => readExactly(descriptor, offset, length),
    close: () => closeSync(descriptor),
  }
}

function readExactly(descriptor: number, offset: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, offset + filled)
    if (count === 0) throw new RangeError(`the file ends at byte ${offset + filled}`)
    filled += count
  }
  return buffer
}
