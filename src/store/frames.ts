/** Frames of a pack: independent pieces of at most a few MiB, each compressed by itself. */
import { promisify } from 'node:util'
import { constants, crc32, zstdCompress, zstdDecompressSync } from 'node:zlib'

/** Part of a pack that is not what its table of contents says: it is dropped, and its wheels are got elsewhere. */
export class PackDamage extends Error {
  override readonly name = 'PackDamage'
}

const compress = promisify(zstdCompress)
/** Compression that gains less than this part of a frame does not pay for its decoding. */
const leastGain = 0.03

/** Compresses one frame with zstd (RFC 8878) in the thread pool; returns `bytes` itself when that gains little. */
export async function encodeFrame(bytes: Buffer, level: number): Promise<Buffer> {
  const compressed = await compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } })
  return compressed.length <= bytes.length * (1 - leastGain) ? compressed : bytes
}

/** Node allocates a buffer of `chunkSize` for the output: one of the right size spares joining many. */
const smallestChunk = 64

/** Turns a frame back into the `size` bytes that it stands for. Throws PackDamage. */
export function decodeFrame(stored: Buffer, size: number): Buffer {
  if (stored.length === size) return stored
  const bytes = decompressed(stored, Math.max(size, smallestChunk))
  if (bytes.length !== size) throw new PackDamage(`a frame holds ${bytes.length} bytes, expected ${size}`)
  return bytes
}

function decompressed(stored: Buffer, limit: number): Buffer {
  try {
    return zstdDecompressSync(stored, { chunkSize: limit, maxOutputLength: limit })
  } catch (error) {
    throw new PackDamage('a frame cannot be decompressed', { cause: error })
  }
}

/** CRC-32 as in zip and gzip. It finds what a disk or a network damaged; against an attacker it proves nothing. */
export function crc32Of(bytes: Buffer): number {
  return crc32(bytes)
}

/** Yields the results of `work` in the order of `inputs`, with up to `depth` of them in progress. */
export async function* ahead<Input, Output>(
  inputs: Iterable<Input>,
  depth: number,
  work: (input: Input) => Promise<Output>,
): AsyncGenerator<Output, void, undefined> {
  const started: Promise<Output>[] = []
  for (const input of inputs) {
    started.push(quietly(work(input)))
    const oldest = started.length < depth ? undefined : started.shift()
    if (oldest !== undefined) yield await oldest
  }
  for (const rest of started) yield await rest
}

/** Its failure is seen when it is awaited, or not at all when the consumer left earlier. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
