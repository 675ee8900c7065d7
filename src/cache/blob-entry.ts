/** An entry behind a signed address, read by ranges (RFC 9110 §14). */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import { asTrouble, type CacheEntry, CacheTrouble } from './backend.js'
import { assertInside, openFileEntry, roomFor } from './file-entry.js'
import { type Answer, Interrupted, mostConnections, type SendRequest } from './requests.js'

export type BlobOptions = {
  /** For messages. */
  readonly backend: string
  readonly key: string
  /** Signed: it grants reading, and expires. */
  readonly url: URL
  /** Asks for another address of the same entry; undefined when that is gone. */
  readonly renew: () => Promise<URL | undefined>
  readonly send: SendRequest
  /** Directory for a file that cannot be read by ranges, made when it is needed. */
  readonly temporary: string
}

/** Bytes that come with opening: whole small entries, the head of others. */
const headBytes = 1 << 20
/** Bytes that one request asks for: longer reads are parts, several at a time. */
const partBytes = 8 << 20

/** Opens the entry with its first bytes. Throws CacheTrouble. */
export async function openBlobEntry(options: BlobOptions): Promise<CacheEntry> {
  const { backend, key } = options
  const blob = { ...options, lease: createLease(options) }
  const opened = await asTrouble(backend, () => readHead(blob))
  if ('path' in opened) {
    const release = () => rm(opened.path, { force: true })
    return asTrouble(backend, () => openFileEntry({ backend, key, path: opened.path, release }))
  }
  const { size, head } = opened
  return {
    key,
    size,
    descriptor: undefined,
    read: async (start, end, memory) => {
      assertInside({ key, size }, start, end)
      const bytes = roomFor(end - start, memory)
      const known = start < head.length ? head.copy(bytes, 0, start, Math.min(end, head.length)) : 0
      const starts = Array.from(
        { length: Math.ceil((end - start - known) / partBytes) },
        (_, i) => known + i * partBytes,
      )
      await mapBounded(starts, mostConnections, async offset => {
        await fill({ ...blob, size }, bytes.subarray(offset, offset + partBytes), start + offset)
      })
      return bytes
    },
    close: async () => {},
  }
}

type Lease = <T>(use: (url: URL) => Promise<T | 'refused'>) => Promise<T>
type Blob = BlobOptions & { readonly lease: Lease }

/** Gives the address in force; where the storage refuses it, another one is asked for, once for all that were refused. */
function createLease({ url, renew, key }: BlobOptions): Lease {
  let current = Promise.resolve(url)
  const renewed = async (): Promise<URL> => {
    const next = await renew()
    if (next === undefined) throw vanished(key)
    return next
  }
  return async use => {
    const first = current
    const result = await use(await first)
    if (result !== 'refused') return result
    if (current === first) current = renewed()
    const again = await use(await current)
    if (again === 'refused') throw vanished(key)
    return again
  }
}

function vanished(key: string): CacheTrouble {
  return new CacheTrouble(`the cache entry \`${key}\` was removed while it was read`)
}

type Opened = { readonly size: number; readonly head: Buffer } | { readonly path: string }

/** The first bytes and the size of the whole; all of it, in a file, where the storage ignores ranges. */
async function readHead({ key, lease, send, temporary }: Blob): Promise<Opened> {
  const request = getOf(key, () => [0, headBytes])
  return lease(url =>
    send<Opened | 'refused'>({ ...request, url }, async answer => {
      const { status } = answer
      if (isRefused(status)) return 'refused'
      // Nothing begins at the first byte of an empty blob.
      if (status === 416) return { size: 0, head: Buffer.alloc(0) }
      if (status === 200) return { path: await download(answer, temporary) }
      const { size } = rangeOf(answer, { key, start: 0 })
      const head = Buffer.allocUnsafeSlow(Math.min(size, headBytes))
      if ((await pour(answer, head)) < head.length) throw new Interrupted('the answer ended early')
      return { size, head }
    }),
  )
}

type Sized = Blob & { readonly size: number }

/** Reads from `start` until `target` is full; after an interruption, from where it broke off. */
async function fill({ key, size, lease, send }: Sized, target: Buffer, start: number): Promise<void> {
  let filled = 0
  const request = getOf(key, () => [start + filled, start + target.length])
  await lease(url =>
    send<'filled' | 'refused'>({ ...request, url }, async answer => {
      if (isRefused(answer.status)) return 'refused'
      const range = rangeOf(answer, { key, start: start + filled })
      if (range.size !== size) throw vanished(key)
      await pour(answer, target.subarray(filled), count => {
        filled += count
      })
      if (filled < target.length) throw new Interrupted('the answer ended early')
      return 'filled'
    }),
  )
}

function getOf(key: string, range: () => readonly [number, number]) {
  const headers = () => {
    const [start, end] = range()
    return { 'accept-encoding': 'identity', range: `bytes=${start}-${end - 1}` }
  }
  return { what: `reading \`${key}\``, method: 'GET', headers } as const
}

/** An address that expired or never was valid, or a blob that is gone. */
function isRefused(status: number): boolean {
  return status === 401 || status === 403 || status === 404 || status === 410
}

/** Throws CacheTrouble unless the answer is the range that begins at `start`. */
function rangeOf(
  { status, headers }: Answer,
  { key, start }: { readonly key: string; readonly start: number },
): { readonly size: number } {
  const given = String(headers['content-range'] ?? '')
  const [, first, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(given) ?? []
  if (status !== 206 || Number(first) !== start || headers['content-encoding'] !== undefined) {
    const what = status === 206 ? `the range \`${given}\`` : `status ${status}`
    throw new CacheTrouble(`the cache entry \`${key}\`: asked for bytes from ${start}, got ${what}`)
  }
  return { size: Number(size) }
}

/** Copies the body into `target`, from its beginning, and returns how many bytes came. Throws CacheTrouble for too many. */
async function pour({ body }: Answer, target: Buffer, onBytes?: (count: number) => void): Promise<number> {
  let filled = 0
  for await (const piece of body) {
    if (piece.byteLength > target.length - filled)
      throw new CacheTrouble('the storage of the cache sent too many bytes')
    target.set(piece, filled)
    filled += piece.byteLength
    onBytes?.(piece.byteLength)
  }
  return filled
}

/** Writes the whole body to a file of `temporary` and returns its path. */
async function download({ body, headers }: Answer, temporary: string): Promise<string> {
  await mkdir(temporary, { recursive: true })
  const path = join(temporary, `${randomUUID()}.entry`)
  try {
    const file = await open(path, 'wx')
    let size = 0
    try {
      for await (const piece of body) {
        await file.writeFile(piece)
        size += piece.byteLength
      }
    } finally {
      await file.close()
    }
    const expected = headers['content-length']
    if (expected !== undefined && Number(expected) !== size) throw new Interrupted('the answer ended early')
    return path
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}
