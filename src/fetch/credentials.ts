/** Which credentials go with which address. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import type { Environment, Host } from '../host.js'
import type { IndexSettings } from '../settings.js'
import type { Keyring } from './keyring.js'
import { type Netrc, parseNetrc } from './netrc.js'

export type Credentials = { readonly username: string; readonly password: string }

/** An index as the user names it: `https://…`, or `name=https://…` as uv takes it. */
export type IndexAddress = { readonly name: string | undefined; readonly url: string }

export type CredentialSource = {
  /** What goes with a request from the start. `userinfo`: that of the address itself. */
  first(url: URL, userinfo: Credentials | undefined): Promise<Credentials | undefined>
  /** What to try after a 401 to `refused`; undefined when there is nothing else. */
  second(url: URL, refused: Credentials | undefined): Promise<Credentials | undefined>
}

/**
 * Looks credentials up: those of the address; of an index or link page of the same origin (longest common path first; from
 * its userinfo or, for `name=url`, from UV_INDEX_NAME_USERNAME and UV_INDEX_NAME_PASSWORD); of netrc (`NETRC`, `~/.netrc`,
 * `~/_netrc`). A keyring is asked for the password of a user name without one, and after a 401 to a request without one.
 * The netrc file is read once, at the first question that it may answer.
 */
export function createCredentialSource(host: Host, index: IndexSettings, keyring?: Keyring): CredentialSource {
  const indexes = [index.indexUrl, ...index.extraIndexUrls, ...index.findLinks].flatMap(text => realmOf(text, host.env))
  const realms = indexes.flatMap(({ url, credentials }) => (credentials === undefined ? [] : [{ url, credentials }]))
  let netrc: Netrc | undefined
  const written = (url: URL): Credentials | undefined => {
    const realm = nearestRealm(realms, url)
    if (realm !== undefined) return realm.credentials
    netrc ??= readNetrc(host)
    return netrc.get(url.hostname) ?? netrc.get('')
  }
  /** By origin: what the keyring had after a 401, so that the next request need not be refused first. */
  const proven = new Map<string, Credentials>()
  return {
    first: async (url, userinfo) => {
      const known = userinfo ?? written(url) ?? proven.get(url.origin)
      if (keyring === undefined || known === undefined || known.password !== '') return known
      return (await keyring.ask(servicesOf(url, indexes), known.username)) ?? known
    },
    second: async (url, refused) => {
      if (keyring === undefined || (refused !== undefined && refused.password !== '')) return undefined
      const found = await keyring.ask(servicesOf(url, indexes), refused?.username)
      if (found !== undefined && refused === undefined) proven.set(url.origin, found)
      return found
    },
  }
}

/** Under which a keyring may know an address, as pip asks: the address of its index, else its origin; then host and port. */
function servicesOf(url: URL, indexes: readonly Realm[]): readonly string[] {
  const index = withoutUserinfo(nearestRealm(indexes, url)?.url ?? new URL(url.origin))
  return [index.href, url.host]
}

/** Takes `name=url` apart; the name has only letters, digits, `.`, `_` and `-`. */
export function parseIndexAddress(text: string): IndexAddress {
  const match = /^([\w.-]+)=(.*)$/s.exec(text)
  return match === null ? { name: undefined, url: text } : { name: match[1], url: match[2] ?? '' }
}

/** The userinfo of an address, decoded, or undefined where it has none. */
export function userinfoOf(url: URL): Credentials | undefined {
  if (url.username === '' && url.password === '') return undefined
  return { username: decode(url.username), password: decode(url.password) }
}

/** The same address without user name and password. */
export function withoutUserinfo(url: URL): URL {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}

/** The value of an Authorization header (RFC 7617). */
export function basicAuthorization({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** Userinfo need not be well encoded: a lone `%` stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

type Realm = { readonly url: URL; readonly credentials: Credentials | undefined }

function realmOf(text: string, env: Environment): readonly Realm[] {
  const { name, url: address } = parseIndexAddress(text)
  if (!URL.canParse(address)) return []
  const url = new URL(address)
  return [{ url, credentials: userinfoOf(url) ?? namedCredentials(name, env) }]
}

function namedCredentials(name: string | undefined, env: Environment): Credentials | undefined {
  if (name === undefined) return undefined
  const prefix = `UV_INDEX_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`
  const username = env[`${prefix}_USERNAME`]
  const password = env[`${prefix}_PASSWORD`]
  if (username === undefined && password === undefined) return undefined
  return { username: username ?? '', password: password ?? '' }
}

function nearestRealm<T extends Pick<Realm, 'url'>>(realms: readonly T[], url: URL): T | undefined {
  const sameOrigin = realms.filter(realm => realm.url.origin === url.origin && realm.url.origin !== 'null')
  const ranked = sameOrigin.map(realm => ({ realm, common: commonSegments(realm.url.pathname, url.pathname) }))
  return ranked.sort((a, b) => b.common - a.common)[0]?.realm
}

function commonSegments(left: string, right: string): number {
  const [a, b] = [left, right].map(path => path.split('/').filter(segment => segment !== ''))
  const differs = (a ?? []).findIndex((segment, index) => segment !== b?.[index])
  return differs === -1 ? (a ?? []).length : differs
}

function readNetrc({ env, homeDirectory, log }: Host): Netrc {
  const named = env.NETRC
  const candidates = named ? [named] : ['.netrc', '_netrc'].map(name => join(homeDirectory, name))
  for (const path of candidates) {
    try {
      return parseNetrc(readFileSync(path, 'utf8'))
    } catch (error) {
      if (hasErrno(error, 'ENOENT', 'ENOTDIR')) continue
      if (!hasErrno(error, 'EACCES', 'EPERM', 'EISDIR')) throw error
      log.warn(`\`${path}\` cannot be read (${errnoOf(error)}): its credentials are not used`)
    }
  }
  return new Map()
}
