/** Reads wheels as zip archives from their central directory (PKWARE APPNOTE 6.3.10), with the checks that PyPI makes. */

/** Random access to an archive; `read` returns exactly `length` bytes or throws. */
export type ArchiveSource = {
  /** Bytes in the whole archive. */
  readonly size: number
  read(offset: number, length: number): Buffer
}

export type CompressionMethod = 'stored' | 'deflate' | 'zstd'

export type ZipEntry = {
  /** POSIX path inside the archive, verified to be relative, normalised and inside its root. */
  readonly path: string
  readonly method: CompressionMethod
  readonly compressedSize: number
  readonly size: number
  readonly crc32: number
  readonly isDirectory: boolean
  /** True for a regular file with any x bit in its Unix mode. */
  readonly isExecutable: boolean
  /** Where the local header starts. */
  readonly headerOffset: number
}
