/** An entry that lies as a file of this machine. */
import { type FileHandle, open } from 'node:fs/promises'
import { asTrouble, type CacheEntry, CacheTrouble } from './backend.js'

export type FileEntryOptions = {
  /** For messages. */
  readonly backend: string
  readonly key: string
  readonly path: string
  /** Runs when the entry is closed. */
  readonly release?: () => Promise<void>
}

/** Opens the file, which may be removed meanwhile: it is read through one handle. Errors of opening it pass. */
export async function openFileEntry({ backend, key, path, release }: FileEntryOptions): Promise<CacheEntry> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return {
      key,
      size,
      descriptor: file.fd,
      read: (start, end, memory) =>
        asTrouble(backend, async () => {
          assertInside({ key, size }, start, end)
          return readExactly(file, { start, end }, memory)
        }),
      close: () =>
        asTrouble(backend, async () => {
          await file.close()
          await release?.()
        }),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Throws CacheTrouble unless the entry has all bytes from `start` up to `end`. */
export function assertInside({ key, size }: Pick<CacheEntry, 'key' | 'size'>, start: number, end: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > size) {
    throw new CacheTrouble(`the cache entry \`${key}\` has ${size} bytes, not those from ${start} to ${end}`)
  }
}

type Range = { readonly start: number; readonly end: number }

/** So many bytes of `memory`, where that is long enough, or fresh ones. */
export function roomFor(size: number, memory: Buffer | undefined): Buffer {
  return memory !== undefined && memory.length >= size ? memory.subarray(0, size) : Buffer.allocUnsafeSlow(size)
}

/** The bytes from `start` up to `end`, in `memory` where that is long enough. Throws CacheTrouble where the file ends before. */
export async function readExactly(file: FileHandle, { start, end }: Range, memory?: Buffer): Promise<Buffer> {
  const size = end - start
  const bytes = roomFor(size, memory)
  for (let filled = 0; filled < size; ) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, start + filled)
    if (bytesRead === 0) throw new CacheTrouble(`a file ended at ${start + filled} bytes, expected ${end}`)
    filled += bytesRead
  }
  return bytes
}
