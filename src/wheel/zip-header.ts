/** The headers of a zip entry: central (APPNOTE 4.3.12) and local (4.3.7). */
import type { UserError } from '../errors.js'
import { pathFault } from './entry-path.js'
import { invalidWheel, quoted } from './invalid-wheel.js'
import { type Fault, readExtra } from './zip-extra.js'

/** A central header, proven by itself: what no comparison with other parts of the archive can refute. */
type CentralHeader = {
  readonly path: string
  readonly method: 'stored' | 'deflate' | 'zstd'
  readonly compressedSize: number
  readonly size: number
  readonly crc32: number
  readonly hasUtf8Name: boolean
  readonly isDirectory: boolean
  readonly isExecutable: boolean
  readonly headerOffset: number
}

/** A local header; sizes and CRC are zeros or promises where `hasDescriptor`. */
export type LocalHeader = {
  readonly name: Buffer
  readonly method: 'stored' | 'deflate' | 'zstd'
  readonly compressedSize: number
  readonly size: number
  readonly crc32: number
  readonly hasUtf8Name: boolean
  /** Size and CRC follow the data. */
  readonly hasDescriptor: boolean
}

const centralSize = 46
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
/** Bytes of a local header before its name. */
export const localSize = 30

/** Encrypted, patched, strongly encrypted, masked. */
const refusedFlags = 0x0001 | 0x0020 | 0x0040 | 0x2000
const descriptorFlag = 0x0008
const utf8Flag = 0x0800
const methods = new Map([
  [0, 'stored'],
  [8, 'deflate'],
  [93, 'zstd'],
] as const)
/** The most bytes that nothing compresses to: a stored block of deflate, a zstd frame with its checksum. */
const emptyStreamBytes = { stored: 0, deflate: 5, zstd: 13 }
const fileTypes = { mask: 0o170000, regular: 0o100000, directory: 0o040000, link: 0o120000 }

/** All headers of a central directory that must be exactly `count` long; `WHEEL_INVALID` for any that is refused. */
export function readCentralHeaders(directory: Buffer, count: number, wheel: string): CentralHeader[] {
  const headers: CentralHeader[] = []
  let at = 0
  while (at < directory.length && headers.length < count) {
    const length = centralLength(directory, at)
    if (length === undefined || at + length > directory.length) {
      throw invalidWheel(wheel, `central header ${headers.length + 1} of ${count} is damaged`)
    }
    headers.push(readCentralHeader(directory.subarray(at, at + length), wheel))
    at += length
  }
  if (headers.length !== count || at !== directory.length) {
    throw invalidWheel(wheel, `its central directory does not hold exactly the ${count} declared entries`)
  }
  return headers
}

function centralLength(directory: Buffer, at: number): number | undefined {
  if (at + centralSize > directory.length || directory.readUInt32LE(at) !== centralSignature) return undefined
  return (
    centralSize + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  )
}

function readCentralHeader(header: Buffer, wheel: string): CentralHeader {
  const nameEnd = centralSize + header.readUInt16LE(28)
  const name = header.subarray(centralSize, nameEnd)
  const fault = entryFault(name, wheel)
  const wide = readExtra(
    {
      name,
      extra: header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)),
      size: header.readUInt32LE(24),
      compressedSize: header.readUInt32LE(20),
      headerOffset: header.readUInt32LE(42),
      disk: header.readUInt16LE(34),
    },
    fault,
  )
  if (wide.disk !== 0) throw fault('it lies on another disk')
  const central = {
    ...readName(name, fault),
    method: readMethod(header.readUInt16LE(8), header.readUInt16LE(10), fault),
    compressedSize: wide.compressedSize,
    size: wide.size,
    crc32: header.readUInt32LE(16),
    hasUtf8Name: (header.readUInt16LE(8) & utf8Flag) !== 0,
    isExecutable: isExecutable(header.readUInt32LE(38) >>> 16),
    headerOffset: wide.headerOffset,
  }
  assertFileType(central, header.readUInt32LE(38) >>> 16, fault)
  return central
}

function entryFault(name: Buffer, wheel: string): Fault {
  return (reason: string): UserError => invalidWheel(wheel, `entry ${quoted(name.toString('utf8'))}: ${reason}`)
}

function readName(name: Buffer, fault: Fault): { path: string; isDirectory: boolean } {
  const text = name.toString('utf8')
  // Bytes that are no UTF-8 decode to U+FFFD and do not come back.
  if (text.includes('\ufffd') && !Buffer.from(text).equals(name)) throw fault('its name is not UTF-8')
  const isDirectory = text.length > 1 && text.endsWith('/')
  const path = isDirectory ? text.slice(0, -1) : text
  const wrong = pathFault(path)
  if (wrong !== undefined) throw fault(`its path ${wrong}`)
  return { path, isDirectory }
}

function readMethod(flags: number, id: number, fault: Fault): CentralHeader['method'] {
  if ((flags & refusedFlags) !== 0) throw fault('it is encrypted or patched')
  for (const [known, method] of methods) if (known === id) return method
  throw fault(`compression method ${id} is not supported; expected stored (0), deflate (8) or zstd (93)`)
}

/** As pip: only a regular file, so never a link. */
function isExecutable(mode: number): boolean {
  return (mode & fileTypes.mask) === fileTypes.regular && (mode & 0o111) !== 0
}

function assertFileType(header: CentralHeader, mode: number, fault: Fault): void {
  const type = mode & fileTypes.mask
  const expected = header.isDirectory ? [0, fileTypes.directory] : [0, fileTypes.regular, fileTypes.link]
  if (!expected.includes(type))
    throw fault(`its name and its Unix mode \`0o${mode.toString(8)}\` disagree on what it is`)
  if (
    header.isDirectory &&
    (header.size !== 0 || header.crc32 !== 0 || header.compressedSize > emptyStreamBytes[header.method])
  ) {
    throw fault('it is a directory with content')
  }
  if (header.method === 'stored' && header.size !== header.compressedSize) {
    throw fault(`it is stored, but ${header.size} bytes are declared as ${header.compressedSize}`)
  }
}

/** How many bytes a local header has in all, from its first `localSize` bytes; undefined where none starts here. */
export function localLength(header: Buffer): number | undefined {
  if (header.readUInt32LE(0) !== localSignature) return undefined
  return localSize + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Reads a whole local header; throws `fault` where it is refused by itself. */
export function readLocalHeader(header: Buffer, fault: Fault): LocalHeader {
  const nameEnd = localSize + header.readUInt16LE(26)
  const name = header.subarray(localSize, nameEnd)
  const flags = header.readUInt16LE(6)
  const wide = readExtra(
    {
      name,
      extra: header.subarray(nameEnd),
      size: header.readUInt32LE(22),
      compressedSize: header.readUInt32LE(18),
      headerOffset: 0,
      disk: 0,
    },
    fault,
  )
  return {
    name,
    method: readMethod(flags, header.readUInt16LE(8), fault),
    compressedSize: wide.compressedSize,
    size: wide.size,
    crc32: header.readUInt32LE(14),
    hasUtf8Name: (flags & utf8Flag) !== 0,
    hasDescriptor: (flags & descriptorFlag) !== 0,
  }
}
