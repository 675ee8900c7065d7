/** The three calls of GitHub's cache service, version 2: Twirp over JSON, as `@actions/cache` speaks it. */
import { createHash } from 'node:crypto'
import { redact } from '../redact.js'
import { CacheTrouble } from './backend.js'
import type { Answer, SendRequest } from './requests.js'

/** Entries of one version are never mixed with those of another: ours are raw files, those of `@actions/cache` archives. */
const entryVersion = createHash('sha256').update('wheelcrew: a raw file, 1').digest('hex')
const longestReply = 1 << 20
const longestMessage = 200

export type CallsOptions = {
  /** `ACTIONS_RESULTS_URL`, of which only the origin counts. */
  readonly address: string
  /** `ACTIONS_RUNTIME_TOKEN`, sent to that origin only. */
  readonly token: string
  readonly send: SendRequest
}

/** Addresses are signed: whoever has one may read or write the entry, so they stay out of messages. */
export type GithubCalls = {
  /** The entry that the service prefers: its whole key, and where to read it. */
  lookUp(keys: readonly [string, ...string[]]): Promise<{ readonly key: string; readonly url: URL } | undefined>
  /** Where to write the entry, or undefined when the key is taken. */
  reserve(key: string): Promise<URL | undefined>
  /** Makes an entry of `size` bytes visible. */
  finish(key: string, size: number): Promise<void>
}

/** Makes the calls. They throw CacheTrouble for whatever is no plain answer. */
export function githubCalls(options: CallsOptions): GithubCalls {
  const lookUp: GithubCalls['lookUp'] = async ([key, ...prefixes]) => {
    const reply = await call(options, 'GetCacheEntryDownloadURL', { key, restore_keys: prefixes })
    if (reply.status === 404 || (reply.isOk !== true && reply.status === 200)) return undefined
    const matched = reply.fields.matched_key
    return { key: typeof matched === 'string' ? matched : '', url: signedUrl(reply, 'signed_download_url') }
  }
  return {
    lookUp,
    reserve: async key => {
      const reply = await call(options, 'CreateCacheEntry', { key })
      if (reply.isOk) return signedUrl(reply, 'signed_upload_url')
      if (reply.message.startsWith('cache write denied')) {
        throw new CacheTrouble(`the cache is read-only for this job: ${reply.message}`)
      }
      // There, or being saved by another job.
      if (reply.status === 409 || (reply.status !== 404 && reply.message === '')) return undefined
      if ((await lookUp([key]))?.key === key) return undefined
      throw refusal(reply)
    },
    finish: async (key, size) => {
      const reply = await call(options, 'FinalizeCacheEntryUpload', { key, size_bytes: String(size) })
      // An answer that was lost on the way makes the second attempt fail.
      if (!reply.isOk && (await lookUp([key]))?.key !== key) throw refusal(reply)
    },
  }
}

type Reply = {
  readonly method: string
  readonly status: number
  readonly isOk: boolean
  /** Why it is not ok; empty where the service does not say. */
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

async function call(
  { address, token, send }: CallsOptions,
  method: string,
  message: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const body = Buffer.from(JSON.stringify({ ...message, version: entryVersion }))
  const request = {
    what: method,
    url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, address),
    method: 'POST',
    headers: () => ({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': String(body.byteLength),
    }),
    body: async function* () {
      yield body
    },
  } as const
  const { status, text } = await send(request, async answer => ({ status: answer.status, text: await textOf(answer) }))
  const fields = fieldsOf(text)
  const isSuccess = status >= 200 && status <= 299
  if (isSuccess && fields === undefined) throw new CacheTrouble(`the GitHub cache service: ${method}: no JSON came`)
  const given = isSuccess ? fields?.message : fields?.msg
  const shown = redact(typeof given === 'string' ? given : '')
    .replaceAll(token, '***')
    .slice(0, longestMessage)
  const reply = { method, status, isOk: isSuccess && fields?.ok === true, message: shown, fields: fields ?? {} }
  const isAnswer = isSuccess || status === 404 || status === 409 || shown.startsWith('cache write denied')
  if (!isAnswer) throw refusal(reply)
  return reply
}

function refusal({ method, status, message }: Reply): CacheTrouble {
  const said = message === '' ? `answered ${status}` : `answered ${status}, \`${message}\``
  return new CacheTrouble(`the GitHub cache service: ${method}: ${said}`)
}

async function textOf({ body }: Answer): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.byteLength
    if (bytes > longestReply) throw new CacheTrouble('the GitHub cache service: the answer to a call has no end')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function signedUrl({ method, fields }: Reply, field: string): URL {
  const address = fields[field]
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new CacheTrouble(`the GitHub cache service: ${method}: no address came`)
  }
  return new URL(address)
}
