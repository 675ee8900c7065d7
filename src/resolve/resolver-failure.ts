/** What a resolver that failed said, as an error of ours. */
import { UserError } from '../errors.js'
import type { ProcessResult } from '../process.js'
import { redact } from '../redact.js'

const shownLines = 20

/** RESOLUTION_FAILED with the end of the resolver's own message, or INDEX_UNREACHABLE where no index answered. */
export function resolverFailure(resolver: string, { stderr, exitCode }: ProcessResult): UserError {
  const said = redact(stderr.trim())
  const url = unreachableUrl(said)
  if (url !== undefined) {
    return new UserError('INDEX_UNREACHABLE', `${resolver} cannot reach \`${hostOf(url)}\` (\`${url}\`)`, {
      hint: 'Check the address and the network, or use `--find-links` with `--no-index`',
    })
  }
  const tail = said.split('\n').slice(-shownLines).join('\n')
  return new UserError('RESOLUTION_FAILED', `${resolver} found no way to install this (exit ${exitCode}):\n${tail}`, {
    hint: "The text above is the resolver's own; change the requirements, the Python or the index accordingly",
  })
}

const connectionTrouble =
  /\(Connect\)|dns error|tcp connect|timed out|NewConnectionError|ConnectTimeoutError|Max retries exceeded/i

function unreachableUrl(said: string): string | undefined {
  if (!connectionTrouble.test(said)) return undefined
  return /https?:\/\/[^\s`'")]+/i.exec(said)?.[0]
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
