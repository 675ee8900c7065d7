/**
 * Hiding credentials. Every message, log line, key and report passes its addresses through here.
 *
 * A hand scan in linear time: a regular expression over untrusted text is a way to hang.
 */

/**
 * The text with the credentials of every URL in it replaced by `***`: the password (or the whole userinfo where it may be
 * a token) and the values of query parameters that sign or authorise. User names stay, so that the reader knows which one.
 */
export function redact(text: string): string {
  return text.includes('://') ? text.split('\n').map(redactLine).join('\n') : text
}

/** A URL without userinfo and without parameters that sign or authorise, for keys and reports; `redact` of what is no URL. */
export function stripCredentials(url: string): string {
  if (!URL.canParse(url)) return redact(url)
  const stripped = new URL(url)
  stripped.username = ''
  stripped.password = ''
  for (const name of [...stripped.searchParams.keys()]) {
    if (isSecretParameter(name)) stripped.searchParams.delete(name)
  }
  return stripped.href
}

/**
 * The address of a repository as `stripCredentials` gives it, but with the user name of SSH (`ssh://git@host/path`,
 * `git@host:path`): that is part of the address, and no secret.
 */
export function stripRepositoryCredentials(url: string): string {
  if (!/^ssh:/i.test(url) || !URL.canParse(url)) return stripCredentials(url)
  const stripped = new URL(url)
  stripped.password = ''
  return stripped.href
}

/** Whether `stripCredentials` takes something out of this URL. */
export function hasCredentials(url: string): boolean {
  return URL.canParse(url) && stripCredentials(url) !== new URL(url).href
}

function redactLine(line: string): string {
  const lastAt = line.lastIndexOf('@')
  let shown = ''
  let position = 0
  for (let mark = line.indexOf('://'); mark !== -1; mark = line.indexOf('://', position)) {
    const start = mark + 3
    shown += redactParameters(line.slice(position, start))
    const at = userinfoEnd(line, start, lastAt)
    if (at > start) shown += redactUserinfo(line.slice(start, at))
    position = at
  }
  return shown + redactParameters(line.slice(position))
}

/**
 * Index of the `@` that ends the userinfo of the authority at `start`, or `start` where there is none. In
 * `https://user:pa/ss@host` the address is broken and the password not encoded: no port looks like that, so all up to
 * the last `@` of the line is taken for it.
 */
function userinfoEnd(line: string, start: number, lastAt: number): number {
  const authority = line.slice(start, authorityEnd(line, start))
  const at = authority.lastIndexOf('@')
  if (at !== -1) return start + at
  return lastAt > start && hasBrokenPort(authority) ? lastAt : start
}

function authorityEnd(line: string, start: number): number {
  let end = start
  while (end < line.length && !'/?#\\ \t\r'.includes(line.charAt(end))) end++
  return end
}

function hasBrokenPort(authority: string): boolean {
  if (authority.startsWith('[')) return false
  const colon = authority.indexOf(':')
  if (colon === -1) return false
  let end = colon + 1
  while (end < authority.length && isDigit(authority.charAt(end))) end++
  while (end < authority.length && '`\'"),.:;]>}'.includes(authority.charAt(end))) end++
  return end < authority.length
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9'
}

/** Longer than any user name, as long as an access token. */
const tokenLength = 32

function redactUserinfo(userinfo: string): string {
  const colon = userinfo.indexOf(':')
  if (colon === -1 || colon >= tokenLength) return '***'
  const password = userinfo.slice(colon + 1)
  const userIsToken = password === '' || password === 'x-oauth-basic'
  return userIsToken ? '***' : `${userinfo.slice(0, colon)}:***`
}

/** Walks `key=value` pairs that follow `?`, `&`, `;` or `#`, and hides the values of secret keys up to `&`, `#` or a space. */
function redactParameters(text: string): string {
  let shown = ''
  let position = 0
  let keyStart = -1
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if ('?&;#'.includes(character)) keyStart = index + 1
    else if (' \t"`<>'.includes(character)) keyStart = -1
    else if (character === '=' && keyStart !== -1) {
      if (isSecretParameter(text.slice(keyStart, index))) {
        shown += `${text.slice(position, index)}=***`
        position = valueEnd(text, index + 1)
        index = position - 1
      }
      keyStart = -1
    }
  }
  return shown + text.slice(position)
}

function valueEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && !'&# \t"`<>'.includes(text.charAt(end))) end++
  return end
}

const secretNames = new Set(['auth', 'authorization', 'jwt', 'key', 'pass', 'pwd', 'sig', 'sv'])
const secretParts = ['apikey', 'api_key', 'api-key', 'credential', 'passw', 'secret', 'signature', 'token']

function isSecretParameter(name: string): boolean {
  const lower = name.toLowerCase()
  return secretNames.has(lower) || secretParts.some(part => lower.includes(part))
}
