/** What a resolver that failed said, as an error of ours. */
import { UserError } from '../errors.js'
import type { ProcessResult } from '../process.js'
import { redact } from '../redact.js'

const shownLines = 20

/**
 * RESOLUTION_FAILED with the end of the resolver's own message, INDEX_FORBIDDEN where an index refused it, or
 * INDEX_UNREACHABLE where none answered.
 */
export function resolverFailure(resolver: string, { stderr, exitCode }: ProcessResult): UserError {
  const said = redact(stderr.trim())
  const refused = refusal.exec(said)?.[0]
  if (refused !== undefined) return forbidden(resolver, refused, said)
  if (connectionTrouble.test(said)) {
    const url = firstUrl(said)
    if (url !== undefined) return unreachable(resolver, url, said)
  }
  return unresolved(resolver, said, exitCode)
}

const refusal =
  /\b40[13] (?:Unauthorized|Forbidden)|\b40[13] Client Error: (?:Unauthorized|Forbidden)|\b40[13] Error(?=, Credentials)/i

function forbidden(resolver: string, refused: string, said: string): UserError {
  const line = said.split('\n').find(text => text.includes(refused) && firstUrl(text) !== undefined)
  const where = firstUrl(line ?? said)
  const place = where === undefined ? 'an index' : `\`${where}\``
  return new UserError('INDEX_FORBIDDEN', `${place} refused ${resolver}: ${refused}`, {
    hint: 'Give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, or in netrc; or correct those that were sent',
  })
}

const connectionTrouble =
  /\(Connect\)|dns error|tcp connect|timed out|NewConnectionError|ConnectTimeoutError|Max retries exceeded/i
const certificateTrouble = /certificate|UnknownIssuer|SSLError/i

function unreachable(resolver: string, url: string, said: string): UserError {
  const cause = innermostCause(said)
  const host = URL.canParse(url) ? new URL(url).host : url
  const hint = certificateTrouble.test(said)
    ? 'Name the file of the certificate authority in `SSL_CERT_FILE` for uv (`PIP_CERT` for pip) and in `NODE_EXTRA_CA_CERTS` for downloads'
    : 'Check the address and the network, or use `--find-links` with `--no-index`'
  return new UserError(
    'INDEX_UNREACHABLE',
    `${resolver} cannot reach \`${host}\` (\`${url}\`)${cause === undefined ? '' : `: ${cause}`}`,
    { hint },
  )
}

/** uv writes one cause a line, the innermost last; pip the whole chain in one. */
function innermostCause(said: string): string | undefined {
  const ofUv = [...said.matchAll(/^\s*cause: (.+)$/gim)].at(-1)?.[1]
  return ofUv ?? /\(Caused by (\w+)\((.+)\)\)/.exec(said)?.slice(1).join(': ')
}

/** `--no-build` and `--only-binary` are our doing: what uv advises about them does not help the reader. */
function unresolved(resolver: string, said: string, exitCode: ProcessResult['exitCode']): UserError {
  const lines = said.split('\n')
  const ownWords = lines.filter(line => !/--no-build|--only-binary/.test(line))
  const needsBuild = ownWords.length < lines.length
  const tail = ownWords.join('\n').trim().split('\n').slice(-shownLines).join('\n')
  const problem = needsBuild ? 'found no wheels for this Python and platform' : 'found no way to install this'
  return new UserError('RESOLUTION_FAILED', `${resolver} ${problem} (exit ${exitCode}):\n${tail}`, {
    hint: needsBuild ? buildHint : resolverHint,
  })
}

const buildHint =
  'Choose another Python or another version that has a wheel. Building from source is not available in this version: make a wheel with `uv build` or `pip wheel` and give its directory as `--find-links`'
const resolverHint =
  "The text above is the resolver's own; change the requirements, the Python or the index accordingly"

function firstUrl(text: string): string | undefined {
  return /https?:\/\/[^\s`'")]+/i.exec(text)?.[0]
}
