/** Frames of a pack: independent pieces of at most a few MiB, each compressed by itself. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'

/** Part of a pack that is not what its table of contents says: it is dropped, and its wheels are got elsewhere. */
export class PackDamage extends Error {
  override readonly name = 'PackDamage'
}

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const params = { [constants.ZSTD_c_compressionLevel]: 3 }
/** Compression that gains less than this part of a frame does not pay for its decoding. */
const leastGain = 0.03

/** Compresses one frame with zstd (RFC 8878), level 3, in the thread pool; returns `bytes` itself when that gains little. */
export async function encodeFrame(bytes: Buffer): Promise<Buffer> {
  const compressed = await compress(bytes, { params })
  return compressed.length <= bytes.length * (1 - leastGain) ? compressed : bytes
}

/** Turns a frame back into the `size` bytes that it stands for. Throws PackDamage. */
export async function decodeFrame(stored: Buffer, size: number): Promise<Buffer> {
  if (stored.length === size) return stored
  const bytes = await decompressed(stored, size)
  if (bytes.length !== size) throw new PackDamage(`a frame holds ${bytes.length} bytes, expected ${size}`)
  return bytes
}

async function decompressed(stored: Buffer, size: number): Promise<Buffer> {
  try {
    return await decompress(stored, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    throw new PackDamage('a frame cannot be decompressed', { cause: error })
  }
}

/** Lower-case hex. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
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
