/** The sha256 of a file, read in large pieces: synchronous reads are the fastest in a worker thread. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const pieceBytes = 1 << 20

/** Hashes a file. Blocks the thread: call it in a worker. */
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
