/** A file that fills from several places and is hashed in its order. */
import { type FileHandle, open } from 'node:fs/promises'
import type { LockedFile } from '../plan/lock.js'
import { type Digester, startDigests } from './verify.js'

/** Network pieces are some 64 KiB: gathered in one block, hashing and writing cost fewer calls and no memory. */
export const blockBytes = 1 << 20

export type Sink = {
  /** Writes a block of at most `blockBytes` at its position; no byte is written twice. The block may be used again afterwards. */
  write(block: Uint8Array, position: number): Promise<void>
  /** Forgets everything written. No write may be running. */
  restart(): Promise<void>
  /** The digests of a file without gaps. Call once, when no write is running. */
  finish(): ReturnType<Digester['finish']>
  close(): Promise<void>
}

/**
 * Opens a file of that path, which must be absent, for writing. A block that continues what is hashed is hashed from memory
 * while it is written; one that runs ahead is read back in its turn, from the page cache.
 * Throws Node's system errors (`EEXIST`) and UserError HASH_UNSUPPORTED.
 */
export async function openSink(file: LockedFile, path: string): Promise<Sink> {
  let digester = startDigests(file)
  const output = await open(path, 'wx+')
  let hashed = 0
  /** Blocks ahead of `hashed`: start → end. */
  const ahead = new Map<number, number>()
  let isCatchingUp = false
  let block: Buffer | undefined
  const catchUp = async (): Promise<void> => {
    if (isCatchingUp) return
    isCatchingUp = true
    for (let end = ahead.get(hashed); end !== undefined; end = ahead.get(hashed)) {
      ahead.delete(hashed)
      block ??= Buffer.allocUnsafe(blockBytes)
      digester.update(await readBack(output, block.subarray(0, end - hashed), hashed))
      hashed = end
    }
    isCatchingUp = false
  }
  return {
    write: async (block, position) => {
      const writing = writeAll(output, block, position)
      if (position === hashed) {
        digester.update(block)
        hashed += block.byteLength
        await writing
      } else {
        await writing
        ahead.set(position, position + block.byteLength)
      }
      await catchUp()
    },
    restart: async () => {
      digester = startDigests(file)
      hashed = 0
      ahead.clear()
      await output.truncate(0)
    },
    finish: () => digester.finish(),
    close: () => output.close(),
  }
}

async function writeAll(output: FileHandle, block: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < block.byteLength; ) {
    const { bytesWritten } = await output.write(block, written, block.byteLength - written, position + written)
    written += bytesWritten
  }
}

async function readBack(output: FileHandle, block: Buffer, start: number): Promise<Buffer> {
  for (let filled = 0; filled < block.byteLength; ) {
    const { bytesRead } = await output.read(block, filled, block.byteLength - filled, start + filled)
    if (bytesRead === 0) throw new Error(`the file ends at byte ${start + filled}`)
    filled += bytesRead
  }
  return block
}
