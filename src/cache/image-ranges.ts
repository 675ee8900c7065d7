/**
 * Images move in ranges, each with a CRC-32 of its own: what arrives is checked before it is written, and never read again.
 * That finds damage (bytes that are cut off, torn or flipped), not malice: whoever writes an entry writes the manifest that
 * lists the sums. Pure.
 */
import { crc32 } from 'node:zlib'

/** Bytes of every range but the last: part of the format of manifests. */
export const imageRangeBytes = 4 << 20

export type ImageRange = {
  /** Its place among the ranges of the entry. */
  readonly index: number
  /** Bytes `start` up to `end`, without `end`. */
  readonly start: number
  readonly end: number
}

/** How many ranges an entry of `size` bytes has. */
export function rangeCount(size: number): number {
  return Math.ceil(size / imageRangeBytes)
}

/** The ranges of an entry of `size` bytes, in order. */
export function imageRanges(size: number): readonly ImageRange[] {
  return Array.from({ length: rangeCount(size) }, (_, index) => {
    const start = index * imageRangeBytes
    return { index, start, end: Math.min(size, start + imageRangeBytes) }
  })
}

/** What a manifest lists of a range: its CRC-32 as zlib has it, in 8 hex digits. */
export function rangeSum(bytes: Buffer): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

export function isRangeSum(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}$/.test(value)
}
