/** Credentials that the runner is told to hide in all logs of the job. */
import type { Settings } from '../settings.js'

/** The passwords in the addresses of indexes, packages and sources, as written and decoded, and user names that stand alone: tokens. */
export function credentialsOf({
  index,
  packages,
  build,
}: Pick<Settings, 'index' | 'packages' | 'build'>): readonly string[] {
  const addresses = [index.indexUrl, ...index.extraIndexUrls, ...index.findLinks, ...packages, ...build.sources]
  const secrets = addresses.flatMap(secretsIn)
  return [...new Set(secrets.filter(secret => secret !== ''))]
}

function secretsIn(address: string): readonly string[] {
  const start = address.indexOf('://')
  if (start === -1) return []
  const authority = address.slice(start + 3).split(/[/?#]/, 1)[0] ?? ''
  const at = authority.lastIndexOf('@')
  if (at === -1) return []
  const userinfo = authority.slice(0, at)
  const colon = userinfo.indexOf(':')
  // `ssh://git@host`: the user is part of the address, and its name may stand anywhere in a log.
  if (colon === -1 && /\bssh$/i.test(address.slice(0, start))) return []
  const secret = colon === -1 ? userinfo : userinfo.slice(colon + 1)
  return [secret, decodePercent(secret)]
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
