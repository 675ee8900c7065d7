/** Uploads to a signed address as Azure's block blobs: https://learn.microsoft.com/rest/api/storageservices/put-block */
import { type FileHandle, open } from 'node:fs/promises'
import { mapBounded } from '../concurrency.js'
import { CacheTrouble } from './backend.js'
import { readExactly } from './file-entry.js'
import { mostConnections, type SendRequest } from './requests.js'

/** Bytes of a file that one request carries. */
const blockBytes = 16 << 20
/** Bytes of it that are in memory. */
const pieceBytes = 256 << 10

export type Upload = {
  readonly url: URL
  readonly path: string
  readonly send: SendRequest
}

/**
 * Uploads a file and returns its size in bytes: a small one by one request, another as blocks, several at a time, then the
 * list that joins them. Throws CacheTrouble, and errors of the file system.
 */
export async function uploadBlob(upload: Upload): Promise<number> {
  const file = await open(upload.path, 'r')
  try {
    const { size } = await file.stat()
    if (size <= blockBytes) {
      await put(upload, { ...contentOf(file, 0, size), headers: { 'x-ms-blob-type': 'BlockBlob' } })
      return size
    }
    const starts = Array.from({ length: Math.ceil(size / blockBytes) }, (_, index) => index * blockBytes)
    await mapBounded(starts, mostConnections, start =>
      put(upload, {
        ...contentOf(file, start, Math.min(size, start + blockBytes)),
        query: `comp=block&blockid=${encodeURIComponent(blockId(start))}`,
      }),
    )
    await put(upload, { ...listOf(starts.map(blockId)), query: 'comp=blocklist' })
    return size
  } finally {
    await file.close()
  }
}

/** All identifiers of a blob are of one length. */
function blockId(start: number): string {
  return Buffer.from(String(start).padStart(16, '0')).toString('base64')
}

type Content = { readonly length: number; readonly body: () => AsyncIterable<Uint8Array> }

function contentOf(file: FileHandle, start: number, end: number): Content {
  const body = async function* () {
    for (let position = start; position < end; position += pieceBytes) {
      yield await readExactly(file, { start: position, end: Math.min(end, position + pieceBytes) })
    }
  }
  return { length: end - start, body }
}

function listOf(ids: readonly string[]): Content {
  const latest = ids.map(id => `<Latest>${id}</Latest>`).join('')
  const list = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${latest}</BlockList>`)
  const body = async function* () {
    yield list
  }
  return { length: list.byteLength, body }
}

type Put = Content & { readonly query?: string; readonly headers?: Readonly<Record<string, string>> }

async function put({ url, send }: Upload, { length, body, query, headers }: Put): Promise<void> {
  const request = {
    what: 'uploading',
    url: withQuery(url, query),
    method: 'PUT',
    headers: () => ({ ...headers, 'content-length': String(length), 'content-type': 'application/octet-stream' }),
    body,
  } as const
  const status = await send(request, async answer => {
    // An answer that is read to its end leaves the connection for the next block.
    for await (const _ of answer.body);
    return answer.status
  })
  if (status < 200 || status > 299) throw new CacheTrouble(`the storage of the cache refused an upload: ${status}`)
}

/** Appends, since writing the parameters anew could spell the signature in another way. */
function withQuery(url: URL, query: string | undefined): URL {
  const whole = new URL(url)
  if (query !== undefined) whole.search = whole.search === '' ? query : `${whole.search}&${query}`
  return whole
}
