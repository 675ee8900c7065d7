/** An archive in memory as the zip reader wants it; reading outside of it fails. */
import type { ArchiveSource } from '../../src/wheel/zip.js'

export function memoryArchive(bytes: Buffer): ArchiveSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.length) {
        throw new RangeError(`no ${length} bytes at ${offset}`)
      }
      return bytes.subarray(offset, offset + length)
    },
  }
}

/** An extra field of a zip header. */
export function extraField(id: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(content.length, 2)
  return Buffer.concat([head, content])
}
