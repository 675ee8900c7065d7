/** A file of the lock from its URL to the disk, verified while it streams. */
import { rm } from 'node:fs/promises'
import type { LockedFile } from '../plan/lock.js'
import type { HttpClient } from './client.js'
import { PartsUnusable } from './lanes.js'
import { fileHeaders, fileRetries, receiveInParts, type Transfer } from './parts.js'
import { pour } from './pour.js'
import { openSink } from './sink.js'
import { hashMismatch, isLockedByDigest, type Mismatch } from './verify.js'

export type DownloadOptions = {
  readonly client: HttpClient
  /** Told of every piece, in bytes; a download that starts again takes back what it had told (a negative count). */
  readonly onBytes?: (count: number) => void
  readonly signal?: AbortSignal | undefined
  /** Bytes from which a file comes over several connections; default 32 MiB. */
  readonly parallelFrom?: number
}

export type Downloaded = { readonly sha256: string; readonly size: number }

/**
 * Downloads `file.url` (http or https) to `destination`, which must not exist, and checks every digest that the lock lists.
 * A file with a digest resumes where a connection broke, and a big one comes over several connections, where the server offers
 * ranges and a validator (RFC 9110 §14); whatever goes wrong with parts, one plain stream has the last word.
 * A size other than the lock's is no error when the digest is right (PEP 751 calls it optional).
 * Throws UserError HASH_MISMATCH (exit 3), HASH_UNSUPPORTED, and what the client throws; then `destination` is gone.
 */
export async function downloadFile(
  file: LockedFile,
  destination: string,
  { client, onBytes = () => {}, signal, parallelFrom = 32 << 20 }: DownloadOptions,
): Promise<Downloaded> {
  const { url } = file
  if (url === undefined) throw new Error(`\`${file.filename}\` has no URL`)
  const sink = await openSink(file, destination)
  let size = 0
  const count = (bytes: number): void => {
    size += bytes
    onBytes(bytes)
  }
  const restart = async (): Promise<void> => {
    if (size > 0) count(-size)
    await sink.restart()
  }
  const transfer = { url, client, signal, parallelFrom, sink, count, restart }
  try {
    const { sha256, mismatch } = await receiveAndClose(file, transfer)
    if (mismatch !== undefined) throw hashMismatch(url, mismatch, sizeNote(file, size))
    return { sha256, size }
  } catch (error) {
    await rm(destination, { force: true })
    throw error
  }
}

type Received = { readonly sha256: string; readonly mismatch: Mismatch | undefined }

async function receiveAndClose(file: LockedFile, transfer: Transfer): Promise<Received> {
  try {
    return await receive(file, transfer)
  } finally {
    await transfer.sink.close()
  }
}

async function receive(file: LockedFile, transfer: Transfer): Promise<Received> {
  // Without a digest, nothing would tell parts of two files from one file.
  if (!isLockedByDigest(file)) return receiveInOneStream(transfer)
  try {
    const { hadParts, ...received } = await receiveInParts(transfer)
    if (received.mismatch === undefined || !hadParts) return received
  } catch (error) {
    if (!(error instanceof PartsUnusable)) throw error
  }
  return receiveInOneStream(transfer)
}

/** Reads the whole file, from its start at every attempt. */
async function receiveInOneStream({ url, client, signal, sink, count, restart }: Transfer): Promise<Received> {
  const read = async ({ body }: { readonly body: AsyncIterable<Uint8Array> }): Promise<void> => {
    await restart()
    await pour(body, { sink, from: 0, count, until: () => Number.POSITIVE_INFINITY })
  }
  await client.get(url, read, { headers: fileHeaders, retries: fileRetries, signal })
  return sink.finish()
}

function sizeNote({ size }: LockedFile, found: number): string {
  return size === undefined || size === found ? '' : ` (${found} bytes came, the lock says ${size})`
}
