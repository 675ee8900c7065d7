/** Reads packs without worker threads: as files of this machine, or as bytes that come over a network. */
import { open } from 'node:fs/promises'
import { wheelOf } from '../../src/store/pack-contents.js'
import { readPack, type UnpackedPack } from '../../src/store/pack-reader.js'
import type { PackSource } from '../../src/store/pack-sections.js'
import type { Store } from '../../src/store/store.js'
import { writeFrames } from '../../src/store/write-frames.js'

export type PackPlace = 'file' | 'network'

export type Unpacking = {
  readonly wanted: ReadonlySet<string>
  readonly place: PackPlace
  /** Runs when the file is open, before anything is read. */
  readonly whenOpen?: () => Promise<void>
}

/** Unpacks what the pack at `path` holds of the wanted wheels into the store. */
export async function unpackFile(
  store: Store,
  path: string,
  { wanted, place, whenOpen }: Unpacking,
): Promise<UnpackedPack> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    await whenOpen?.()
    const read = async (start: number, end: number): Promise<Buffer> => {
      const bytes = Buffer.allocUnsafe(end - start)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
      if (bytesRead < bytes.length) throw new Error(`read past the end: ${start} to ${end} of ${size}`)
      return bytes
    }
    const source: PackSource = { size, descriptor: place === 'file' ? file.fd : undefined, read }
    const services = { decode: async (range: Parameters<typeof writeFrames>[0]) => writeFrames(range), inTurn }
    return await readPack(store, source, {
      wants: section => wanted.has(wheelOf(section)),
      services,
    })
  } finally {
    await file.close()
  }
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return work()
}
