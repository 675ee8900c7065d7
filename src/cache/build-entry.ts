/** The entry of a build in the remote cache: its note, and by which digest its product is known there. Pure. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

export type BuildEntry = {
  /** Lower-case hex: the key of the product. */
  readonly product: string
  /** The text of the note, as the store writes it. */
  readonly note: string
}

const level = 9
/** Bytes of JSON: no note comes near it, and a bomb does not go beyond. */
const longestText = 16 << 20

/** Bytes of an entry above which it is none. */
export const largestBuildEntry = longestText

/** The bytes of an entry: one JSON object as a zstd frame. */
export function formatBuildEntry({ product, note }: BuildEntry): Buffer {
  const params = { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: 1 }
  return zstdCompressSync(JSON.stringify({ format: 1, product, note }), { params })
}

/** Parses an entry; undefined when any part is not as it should be, which is a miss. The note is judged by who reads it. */
export function parseBuildEntry(bytes: Buffer): BuildEntry | undefined {
  const { format, product, note } = parseJson(bytes)
  if (format !== 1 || typeof product !== 'string' || !/^[0-9a-f]{64}$/.test(product)) return undefined
  return typeof note === 'string' ? { product, note } : undefined
}

function parseJson(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const text = zstdDecompressSync(bytes, { maxOutputLength: longestText }).toString('utf8')
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
