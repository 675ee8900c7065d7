/** HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, as curl, pip and uv read them. */
import { BlockList, isIP } from 'node:net'
import { usageError } from '../errors.js'
import type { Environment } from '../host.js'
import { redact } from '../redact.js'

/**
 * The proxy for `url` (http or https), or undefined. Lower-case names win over upper-case ones.
 * Throws UserError PROXY_INVALID (exit 2) for a proxy that speaks neither http nor https.
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const names = [`${url.protocol.slice(0, -1)}_proxy`, 'all_proxy'].flatMap(name => [name, name.toUpperCase()])
  const name = names.find(candidate => isFilled(env[candidate]))
  const value = env[name ?? '']?.trim()
  if (name === undefined || value === undefined || bypassesProxy(url, env)) return undefined
  const address = value.includes('://') ? value : `http://${value}`
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw usageError(
      'PROXY_INVALID',
      `\`${name}\` is \`${redact(address)}\`, expected \`http://host:port\` or \`https://host:port\``,
      'name an HTTP proxy, or list the hosts that need none in `NO_PROXY`',
    )
  }
  return new URL(address)
}

/** A variable that holds nothing is as one that is not set. */
export function isFilled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== ''
}

/** An entry of NO_PROXY is `*`, a domain (itself and all below it, with or without `.` or `*.` before), an address or a CIDR range. */
function bypassesProxy(url: URL, env: Environment): boolean {
  const list = isFilled(env.no_proxy) ? env.no_proxy : env.NO_PROXY
  const host = withoutBrackets(url.hostname.toLowerCase()).replace(/\.$/, '')
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  return (list ?? '').split(/[\s,]+/).some(entry => entry !== '' && isCovered(entry.toLowerCase(), host, port))
}

function isCovered(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const bare = withoutBrackets(entry)
  if (isIP(host) !== 0) return isIP(bare) !== 0 ? isSameAddress(bare, host) : isInRange(entry, host, port)
  const [, domain = '', entryPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (domain === '' || (entryPort !== undefined && entryPort !== port)) return false
  return host === domain || host.endsWith(`.${domain}`)
}

/** `10.0.0.0/8`, `10.0.0.1:8080`, `[::1]:8080`. */
function isInRange(entry: string, host: string, port: string): boolean {
  const [network = '', bits] = entry.split('/')
  const family = isIP(network)
  if (family !== 0 && bits !== undefined && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)) {
    const range = new BlockList()
    range.addSubnet(network, Number(bits), familyName(network))
    return range.check(host, familyName(host))
  }
  const [, address = '', entryPort] = /^(.*):(\d+)$/.exec(entry) ?? []
  const bare = withoutBrackets(address)
  return entryPort === port && isIP(bare) !== 0 && isSameAddress(bare, host)
}

function isSameAddress(left: string, right: string): boolean {
  const one = new BlockList()
  one.addAddress(left, familyName(left))
  return one.check(right, familyName(right))
}

function familyName(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}
