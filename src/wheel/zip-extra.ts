/** Extra fields of zip headers (APPNOTE 4.5): zip64 sizes and the Unicode path. */
import type { UserError } from '../errors.js'

/** Makes the error for the header at hand from a reason. */
export type Fault = (reason: string) => UserError

/** The fields of a header that a zip64 extra field may hold instead, in its order. */
type WideFields = {
  readonly size: number
  readonly compressedSize: number
  /** Central header only. */
  readonly headerOffset: number
  /** Central header only. */
  readonly disk: number
}

const zip64Id = 0x0001
const unicodePathId = 0x7075
const zip64Lengths = [0, 8, 16, 24, 28]
const max16 = 0xffff
const max32 = 0xffffffff

/** The true sizes of a header; throws `fault` where an extra field is malformed, repeated or contradicts the header. */
export function readExtra(
  header: { readonly name: Buffer; readonly extra: Buffer } & WideFields,
  fault: Fault,
): WideFields {
  const fields = splitFields(header.extra, fault)
  const unicodePath = fields.get(unicodePathId)
  if (unicodePath !== undefined && !unicodePath.subarray(5).equals(header.name)) {
    throw fault('its Unicode path differs from its name')
  }
  return widen(header, fields.get(zip64Id), fault)
}

function splitFields(extra: Buffer, fault: Fault): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>()
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at)
    const end = at + 4 + extra.readUInt16LE(at + 2)
    if (end > extra.length) throw fault('an extra field runs past its header')
    if (fields.has(id) && (id === zip64Id || id === unicodePathId)) throw fault('an extra field is repeated')
    fields.set(id, extra.subarray(at + 4, end))
    at = end
  }
  return fields
}

/** Takes each saturated value from the zip64 field, which holds exactly those or repeats the others as they are. */
function widen(header: WideFields, zip64: Buffer | undefined, fault: Fault): WideFields {
  const field = zip64 ?? Buffer.alloc(0)
  if (!zip64Lengths.includes(field.length)) throw fault(`its zip64 field is ${field.length} bytes long`)
  let at = 0
  const take = (value: number, limit: number, length: 4 | 8): number => {
    if (value !== limit) return value
    at += length
    if (at > field.length) throw fault('its zip64 field lacks a size')
    return length === 8 ? Number(field.readBigUInt64LE(at - 8)) : field.readUInt32LE(at - 4)
  }
  const size = take(header.size, max32, 8)
  const compressedSize = take(header.compressedSize, max32, 8)
  const headerOffset = take(header.headerOffset, max32, 8)
  const disk = take(header.disk, max16, 4)
  if (![size, compressedSize, headerOffset].every(Number.isSafeInteger)) throw fault('its zip64 field is out of range')
  const wide = { size, compressedSize, headerOffset, disk }
  if (at !== field.length && !field.equals(fullField(wide).subarray(0, field.length))) {
    throw fault('its zip64 field and its header disagree')
  }
  return wide
}

/** The zip64 field with every value in it, in its order; a shorter one is a prefix of it. */
function fullField(wide: WideFields): Buffer {
  const field = Buffer.alloc(28)
  field.writeBigUInt64LE(BigInt(wide.size), 0)
  field.writeBigUInt64LE(BigInt(wide.compressedSize), 8)
  field.writeBigUInt64LE(BigInt(wide.headerOffset), 16)
  field.writeUInt32LE(wide.disk, 24)
  return field
}
