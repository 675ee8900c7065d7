import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** What a server has wrong about the part that it was asked for. */
export type RangeFault =
  /** Ranges are ignored: 200 and the whole file. */
  | 'whole'
  /** The part before the one asked for, and the headers say so. */
  | 'other-part'
  /** The headers say one byte more of the whole file than there is. */
  | 'other-total'
  /** The headers say what was asked for, the body has the bytes before. */
  | 'other-bytes'
  /** The headers say what was asked for, the body lacks the second half. */
  | 'shorter'
  /** The body goes on after the end of the part. */
  | 'longer'
  /** Another file from here on, with another validator. */
  | 'changed'
  /** 206 without Content-Range. */
  | 'unnamed'
  /** 416, whatever was asked for. */
  | 'refused'

export type Validator = 'etag' | 'last-modified' | 'weak-etag' | 'none'

type Answer = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly bytes: Uint8Array }
type Part = Answer & { readonly whole: Uint8Array; readonly start: number; readonly end: number }

const rangeFaults: readonly unknown[] = [
  'whole',
  'other-part',
  'other-total',
  'other-bytes',
  'shorter',
  'longer',
  'changed',
  'unnamed',
  'refused',
]

export function isRangeFault(fault: unknown): fault is RangeFault {
  return rangeFaults.includes(fault)
}

/** The answer of an honest server: a part where Range asks for one and If-Range names this file, else the whole. */
export function partOf(whole: Uint8Array, { headers }: IncomingMessage, validator: Validator = 'etag'): Part {
  const names = validatorHeaders(whole, validator)
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
  const condition = headers['if-range']
  const isSame = condition === undefined || Object.values(names).includes(String(condition))
  if (first === undefined || !isSame) {
    const answer = { 'content-length': whole.length, 'accept-ranges': 'bytes', ...names }
    return { status: 200, headers: answer, bytes: whole, whole, start: 0, end: whole.length }
  }
  const start = Number(first)
  const end = Math.min(Number(last) + 1, whole.length)
  return { ...partial(whole.subarray(start, end), { start, end, total: whole.length }, names), whole, start, end }
}

/** That answer with the fault; a request without a range gets the right one. */
export function withRangeFault(part: Part, fault: unknown): Answer {
  const { whole, start, end } = part
  const names = { etag: part.headers.etag, 'last-modified': part.headers['last-modified'] }
  if (!isRangeFault(fault)) return part
  if (fault === 'changed') return { status: 200, headers: { etag: '"other"' }, bytes: Buffer.from('other') }
  if (part.status !== 206) return part
  const span = { start, end, total: whole.length }
  const shifted = whole.subarray(start - 1, end - 1)
  switch (fault) {
    case 'whole':
      return { status: 200, headers: { 'content-length': whole.length, ...definedOnly(names) }, bytes: whole }
    case 'other-part':
      return partial(shifted, { ...span, start: start - 1, end: end - 1 }, names)
    case 'other-total':
      return partial(part.bytes, { ...span, total: whole.length + 1 }, names)
    case 'other-bytes':
      return partial(shifted, span, names)
    case 'shorter':
      return withoutLength(partial(part.bytes.subarray(0, (end - start) >> 1), span, names))
    case 'longer':
      return withoutLength(partial(Buffer.concat([part.bytes, Buffer.alloc(99)]), span, names))
    case 'unnamed':
      return { status: 206, headers: { 'content-length': part.bytes.length }, bytes: part.bytes }
    case 'refused':
      return { status: 416, headers: { 'content-range': `bytes */${whole.length}` }, bytes: Buffer.alloc(0) }
  }
}

type Span = { readonly start: number; readonly end: number; readonly total: number }

function partial(bytes: Uint8Array, { start, end, total }: Span, names: OutgoingHttpHeaders): Answer {
  const range = { 'content-range': `bytes ${start}-${end - 1}/${total}`, 'content-length': bytes.length }
  return { status: 206, headers: { ...range, ...definedOnly(names) }, bytes }
}

function definedOnly(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
}

/** As a server answers that does not know how much will come: nothing but the body's end says how long it is. */
function withoutLength({ headers: { 'content-length': _, ...headers }, ...answer }: Answer): Answer {
  return { ...answer, headers }
}

const digests = new WeakMap<Uint8Array, string>()

function validatorHeaders(whole: Uint8Array, validator: Validator): OutgoingHttpHeaders {
  const digest = digests.get(whole) ?? createHash('sha1').update(whole).digest('hex')
  digests.set(whole, digest)
  switch (validator) {
    case 'etag':
      return { etag: `"${digest}"` }
    case 'weak-etag':
      return { etag: `W/"${digest}"` }
    case 'last-modified':
      return { 'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT' }
    case 'none':
      return {}
  }
}
