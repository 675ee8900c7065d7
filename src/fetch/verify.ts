/** Checking files against the digests that a lock lists. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasErrno, integrityError, UserError } from '../errors.js'
import type { LockedFile } from '../plan/lock.js'
import { redact } from '../redact.js'

export type Mismatch = { readonly algorithm: string; readonly expected: string; readonly found: string }

/** A file being hashed. */
export type Digester = {
  update(bytes: Uint8Array): void
  /** Call once. `mismatch` is the first digest that is not the lock's. */
  finish(): { readonly sha256: string; readonly mismatch: Mismatch | undefined }
}

/**
 * Verifies a local file (`path`, or a `file:` URL) where it lies, reading it once as a stream.
 * Throws UserError FILE_NOT_FOUND, HASH_UNSUPPORTED, or HASH_MISMATCH (exit 3).
 */
export async function importFile(file: LockedFile): Promise<{ path: string; sha256: string; size: number }> {
  const path = localPathOf(file)
  if (path === undefined) throw new Error(`\`${file.filename}\` has no local path`)
  const digester = startDigests(file)
  const size = await readAll(path, digester)
  const { sha256, mismatch } = digester.finish()
  if (mismatch !== undefined) throw hashMismatch(path, mismatch)
  return { path, sha256, size }
}

/** The native path of a file that needs no network, or undefined. */
export function localPathOf({ path, url }: LockedFile): string | undefined {
  return path ?? (url?.startsWith('file:') ? fileURLToPath(url) : undefined)
}

/**
 * Starts hashing by every algorithm that the lock lists (hashlib's names, PEP 751) and by sha256.
 * Throws UserError HASH_UNSUPPORTED when the lock lists some and none is known here.
 */
export function startDigests(file: LockedFile): Digester {
  const { filename } = file
  const expected = expectedDigests(file)
  const listed = Object.keys(expected)
  const known = listed.filter(algorithm => nodeNames[algorithm.toLowerCase()] !== undefined)
  if (listed.length > 0 && known.length === 0) {
    throw new UserError(
      'HASH_UNSUPPORTED',
      `\`${filename}\` is locked by ${listed.join(', ')}, which cannot be checked`,
      {
        hint: 'lock again with sha256',
      },
    )
  }
  const running = new Map([...known, 'sha256'].map(name => [name, newHash(name)]))
  return {
    update: bytes => {
      for (const hash of running.values()) hash.update(bytes)
    },
    finish: () => {
      const digests = new Map([...running].map(([name, hash]) => [name, hash.digest('hex')]))
      return { sha256: digests.get('sha256') ?? '', mismatch: findMismatch(expected, digests) }
    },
  }
}

/** True when the lock says what the bytes must be. */
export function isLockedByDigest({ hashes, oneOf }: LockedFile): boolean {
  return Object.keys({ ...hashes, ...oneOf }).length > 0
}

/** The error of a file that is not the one of the lock: both digests, exit code 3. `where`: path or URL. */
export function hashMismatch(where: string, { algorithm, expected, found }: Mismatch, note = ''): UserError {
  return integrityError(
    'HASH_MISMATCH',
    `\`${redact(where)}\` is not the file of the lock: ${algorithm} expected \`${expected}\`, found \`${found}\`${note}`,
    'the file was replaced or altered on its way; lock again only if the new file is the one you want',
  )
}

/** hashlib's names → OpenSSL's. */
const nodeNames: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  sha3_256: 'sha3-256',
  sha3_384: 'sha3-384',
  sha3_512: 'sha3-512',
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
}

/** By algorithm, the digests of which the file must have one. */
type Expected = Readonly<Record<string, readonly string[]>>

function expectedDigests({ hashes, oneOf }: LockedFile): Expected {
  const single = Object.entries(hashes).map(([algorithm, digest]) => [algorithm, [digest]] as const)
  return { ...Object.fromEntries(single), ...oneOf }
}

function newHash(algorithm: string): Hash {
  return createHash(nodeNames[algorithm.toLowerCase()] ?? algorithm)
}

function findMismatch(expected: Expected, digests: ReadonlyMap<string, string>): Mismatch | undefined {
  for (const [algorithm, allowed] of Object.entries(expected)) {
    const found = digests.get(algorithm)
    if (found === undefined || allowed.some(digest => digest.toLowerCase() === found)) continue
    return { algorithm, expected: allowed.join('` or `'), found }
  }
  return undefined
}

/** Large enough for the speed of sha256, small enough that nothing else waits for long. */
const pieceBytes = 1 << 20

async function readAll(path: string, digester: Digester): Promise<number> {
  let size = 0
  try {
    const pieces: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: pieceBytes })
    for await (const piece of pieces) {
      digester.update(piece)
      size += piece.length
    }
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) throw error
    throw new UserError('FILE_NOT_FOUND', `\`${path}\` cannot be read as a file`, {
      hint: 'correct the path in the lock, or put the file there',
      cause: error,
    })
  }
  return size
}
