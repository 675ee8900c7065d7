/** Digests of files, read in large pieces. */
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'

const pieceBytes = 1 << 20

/** The sha256 of a file. Blocks the thread, since that is fastest: call it in a worker. */
export function digestFile(path: string): { sha256: string; size: number } {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceBytes)
  const descriptor = openSync(path, 'r')
  try {
    let size = 0
    for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece)) {
      hash.update(count === pieceBytes ? piece : piece.subarray(0, count))
      size += count
    }
    return { sha256: hash.digest('hex'), size }
  } finally {
    closeSync(descriptor)
  }
}

/** The digest of a file by another algorithm, in OpenSSL's name; the few that need it have no thread of their own. */
export async function digestFileWith(algorithm: string, path: string): Promise<Buffer> {
  const hash = createHash(algorithm)
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) hash.update(piece)
  return hash.digest()
}
