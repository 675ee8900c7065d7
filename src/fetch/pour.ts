/** A body into a sink, block by block. */
import { blockBytes, type Sink } from './sink.js'

export type Pouring = {
  readonly sink: Sink
  /** Where the first byte goes. */
  readonly from: number
  /** Told of the bytes taken. */
  readonly count: (bytes: number) => void
  /** Asked at `from`, and whenever its last answer is reached: where to stop next. The position itself ends the pouring. */
  readonly until: (position: number) => number | Promise<number>
}

/**
 * Writes the body up to its end or to where it must stop, and what had come of a body that breaks. Throws what the body and
 * the sink throw. The bytes that were counted are in the sink, whatever happens, unless the sink itself failed.
 */
export async function pour(body: AsyncIterable<Uint8Array>, { sink, from, count, until }: Pouring): Promise<void> {
  const block = Buffer.allocUnsafe(blockBytes)
  let start = from
  let filled = 0
  let limit = from
  const flush = async (): Promise<void> => {
    const full = block.subarray(0, filled)
    const position = start
    start += filled
    filled = 0
    if (full.byteLength > 0) await sink.write(full, position)
  }
  try {
    for await (const chunk of body) {
      for (let rest = chunk; rest.byteLength > 0; ) {
        const position = start + filled
        if (position === limit) limit = await until(position)
        if (position === limit) return
        const piece = rest.subarray(0, Math.min(limit - position, blockBytes - filled))
        block.set(piece, filled)
        filled += piece.byteLength
        count(piece.byteLength)
        if (filled === blockBytes) await flush()
        rest = rest.subarray(piece.byteLength)
      }
    }
  } finally {
    await flush()
  }
}
