/** Parts of a file over HTTP (RFC 9110 §14): which servers offer them, how to ask, and whether the answer is the part asked for. */
import type { HttpResponse } from './client.js'

/** One representation of a file, of which parts can be asked for later. */
export type Version = {
  /** Bytes of the whole. */
  readonly total: number
  /** What If-Range takes: a strong ETag, else Last-Modified. */
  readonly validator: string
}

/** Bytes from `start`, up to `end` and without it. */
export type Span = { readonly start: number; readonly end: number }

type Answer = Pick<HttpResponse, 'status' | 'headers'>

/** The version that a whole answer (200) is of, or undefined where its parts cannot be asked for. */
export function versionOf({ status, headers }: Answer): Version | undefined {
  const total = wholeNumber(headers['content-length'])
  const validator = strongTag(headers.etag) ?? headers['last-modified']
  const isEncoded = (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity'
  const hasRanges = headers['accept-ranges']?.toLowerCase() === 'bytes'
  if (status !== 200 || total === undefined || validator === undefined || isEncoded || !hasRanges) return undefined
  return { total, validator }
}

/** The headers that ask for a part of that version, or for all of another one (RFC 9110 §13.1.5). */
export function rangeHeaders({ start, end }: Span, { validator }: Version): Readonly<Record<string, string>> {
  return { range: `bytes=${start}-${end - 1}`, 'if-range': validator }
}

/** True for a 206 that says it is exactly that part of that version. */
export function isPart({ status, headers }: Answer, { start, end }: Span, { total, validator }: Version): boolean {
  const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(headers['content-range'] ?? '') ?? []
  const found = validator.startsWith('"') ? headers.etag : headers['last-modified']
  return (
    status === 206 &&
    wholeNumber(first) === start &&
    wholeNumber(last) === end - 1 &&
    wholeNumber(whole) === total &&
    (headers['content-length'] === undefined || wholeNumber(headers['content-length']) === end - start) &&
    (found === undefined || found === validator)
  )
}

/** A weak one (`W/"…"`) is no proof that the bytes are the same. */
function strongTag(tag: string | undefined): string | undefined {
  return tag?.startsWith('"') ? tag : undefined
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
