/** Addresses of package indexes as users write them. */
import { usageError } from '../errors.js'
import { redact } from '../redact.js'

/**
 * Returns the address of an index, `https://…` or uv's `name=https://…`, as it was given; `file:` is left to the resolver.
 * Throws the usage error URL_INVALID for any other one, naming `where` it was given.
 */
export function proveIndexAddress(address: string, where: string): string {
  const url = address.replace(/^[\w.-]+=/, '')
  if (URL.canParse(url) && /^(?:https?:\/\/|file:)/i.test(url)) return address
  throw usageError(
    'URL_INVALID',
    `${where}: \`${redact(address)}\` is not the address of an index, expected \`https://…\` or \`http://…\``,
    'An index is the root of a Simple API, such as `https://host/simple`; for a directory of wheels use `--find-links`',
  )
}
