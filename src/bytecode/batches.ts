/** Splits the files of one compile call into the batches that a worker takes at a time. */

export type CompileFile = {
  /** Absolute path of the `.py` file. */
  readonly source: string
  /** Absolute path of the `.pyc` file; its directory may not exist yet. */
  readonly target: string
  /** What it is called in results and warnings; its bytecode does not depend on it. */
  readonly name: string
  /** Seconds since the epoch, written into a timestamp header; the source is not asked. */
  readonly mtime: number
  /** Bytes of the source. */
  readonly size: number
}

const maxFiles = 32
const maxBytes = 256 * 1024
const minBytes = 16 * 1024

/**
 * Batches of at most 32 files and, unless one file alone is bigger, 256 KiB of source, biggest files first.
 * A small call is split further, so that every one of `workers` gets a share.
 */
export function splitBatches(files: readonly CompileFile[], workers: number): CompileFile[][] {
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const limit = Math.min(maxBytes, Math.max(minBytes, Math.ceil(total / (workers * 2))))
  const batches: CompileFile[][] = []
  let batch: CompileFile[] = []
  let bytes = 0
  for (const file of files.toSorted((a, b) => b.size - a.size)) {
    if (batch.length === 0 || batch.length === maxFiles || bytes + file.size > limit) {
      batch = []
      bytes = 0
      batches.push(batch)
    }
    batch.push(file)
    bytes += file.size
  }
  return batches
}
