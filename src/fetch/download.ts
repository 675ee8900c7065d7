/** A file of the lock from its URL to the disk, verified while it streams. */
import { type FileHandle, open, rm } from 'node:fs/promises'
import type { LockedFile } from '../plan/lock.js'
import type { HttpClient, HttpResponse } from './client.js'
import { type Digester, hashMismatch, type Mismatch, startDigests } from './verify.js'

export type DownloadOptions = {
  readonly client: HttpClient
  /** Told of every piece, in bytes; a download that starts again takes back what it had told (a negative count). */
  readonly onBytes?: (count: number) => void
  readonly signal?: AbortSignal | undefined
}

export type Downloaded = { readonly sha256: string; readonly size: number }

/**
 * Downloads `file.url` (http or https) to `destination`, which must not exist, and checks every digest that the lock lists.
 * A size other than the lock's is no error when the digest is right (PEP 751 calls it optional).
 * Throws UserError HASH_MISMATCH (exit 3), HASH_UNSUPPORTED, and what the client throws; then `destination` is gone.
 */
export async function downloadFile(
  file: LockedFile,
  destination: string,
  { client, onBytes = () => {}, signal }: DownloadOptions,
): Promise<Downloaded> {
  const { url } = file
  if (url === undefined) throw new Error(`\`${file.filename}\` has no URL`)
  await (await open(destination, 'wx')).close()
  try {
    const receiveBody = receiver(file, destination, onBytes)
    // Without identity, a proxy may compress, and the length and the ranges of the file would not be its own.
    const headers = { 'accept-encoding': 'identity' }
    const { size, sha256, mismatch } = await client.get(url, receiveBody, { headers, signal })
    if (mismatch !== undefined) throw hashMismatch(url, mismatch, sizeNote(file, size))
    return { sha256, size }
  } catch (error) {
    await rm(destination, { force: true })
    throw error
  }
}

type Received = Downloaded & { readonly mismatch: Mismatch | undefined }

/** Reads a body into the file, from its start at every call. */
function receiver(
  file: LockedFile,
  destination: string,
  onBytes: (count: number) => void,
): (response: HttpResponse) => Promise<Received> {
  let told = 0
  return async ({ body }) => {
    if (told > 0) onBytes(-told)
    told = 0
    const digester = startDigests(file)
    const output = await open(destination, 'w')
    try {
      const count = (bytes: number): void => {
        told += bytes
        onBytes(bytes)
      }
      await writeBody(body, { output, digester, count })
    } finally {
      await output.close()
    }
    return { size: told, ...digester.finish() }
  }
}

/** The pieces of a body are some 64 KiB: gathered in one block, hashing and writing cost fewer calls and no memory. */
const blockBytes = 1 << 20

type Sink = { readonly output: FileHandle; readonly digester: Digester; count(bytes: number): void }

async function writeBody(body: AsyncIterable<Uint8Array>, { output, digester, count }: Sink): Promise<void> {
  const block = Buffer.allocUnsafe(blockBytes)
  let filled = 0
  const flush = async (): Promise<void> => {
    digester.update(block.subarray(0, filled))
    for (let written = 0; written < filled; ) {
      written += (await output.write(block, written, filled - written)).bytesWritten
    }
    filled = 0
  }
  for await (const chunk of body) {
    count(chunk.byteLength)
    for (let taken = 0; taken < chunk.byteLength; ) {
      const piece = chunk.subarray(taken, taken + blockBytes - filled)
      block.set(piece, filled)
      filled += piece.byteLength
      taken += piece.byteLength
      if (filled === blockBytes) await flush()
    }
  }
  await flush()
}

function sizeNote({ size }: LockedFile, found: number): string {
  return size === undefined || size === found ? '' : ` (${found} bytes came, the lock says ${size})`
}
