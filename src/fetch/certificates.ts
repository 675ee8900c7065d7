/** Which certificate authorities are trusted, and which certificate this client shows, by the variables of pip, uv and Node. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { errnoOf, messageOf, usageError } from '../errors.js'
import type { Environment } from '../host.js'
import { isFilled } from './proxy.js'

const bundleVariables = ['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE', 'SSL_CERT_DIR'] as const
const clientVariables = ['SSL_CLIENT_CERT', 'PIP_CLIENT_CERT'] as const

/**
 * The TLS settings that the environment asks for; undefined means Node's own. What PIP_CERT, REQUESTS_CA_BUNDLE,
 * CURL_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR name (together) takes the place of the built-in authorities, as in pip and
 * uv. NODE_EXTRA_CA_CERTS, and with UV_SYSTEM_CERTS or UV_NATIVE_TLS the system's store, add to either. SSL_CLIENT_CERT or
 * PIP_CLIENT_CERT: a PEM file with certificate and key. Throws UserError TLS_CERTIFICATE_INVALID (exit 2).
 */
export function readSecureContext(env: Environment): SecureContext | undefined {
  const client = clientCertificate(env)
  const authorities = namedAuthorities(env)
  if (client === undefined && authorities === undefined) return undefined
  try {
    return createSecureContext({ ...(authorities === undefined ? {} : { ca: [...authorities] }), ...client?.pem })
  } catch (error) {
    if (client === undefined) throw error
    throw invalidCertificate(client.variable, client.path, `has no usable certificate and key: ${messageOf(error)}`)
  }
}

function namedAuthorities(env: Environment): ReadonlySet<string> | undefined {
  const bundles = bundleVariables.filter(name => isFilled(env[name]))
  const extra = isFilled(env.NODE_EXTRA_CA_CERTS) ? authoritiesOf('NODE_EXTRA_CA_CERTS', env.NODE_EXTRA_CA_CERTS) : []
  const system = ['UV_SYSTEM_CERTS', 'UV_NATIVE_TLS'].some(name => /^(?:1|true|t|yes|y|on)$/i.test(env[name] ?? ''))
  if (bundles.length === 0 && extra.length === 0 && !system) return undefined
  const base =
    bundles.length === 0 ? getCACertificates('default') : bundles.flatMap(name => authoritiesOf(name, env[name] ?? ''))
  return new Set([...base, ...extra, ...(system ? getCACertificates('system') : [])])
}

function authoritiesOf(variable: string, value: string): readonly string[] {
  const places = variable === 'SSL_CERT_DIR' ? value.split(delimiter).filter(isFilled) : [value]
  const found = places.flatMap(place => {
    const directory = reading(variable, place, () => statSync(place).isDirectory())
    return directory ? authoritiesInDirectory(variable, place) : authoritiesInFile(variable, place)
  })
  if (found.length === 0) throw invalidCertificate(variable, value, 'holds no certificate in PEM form')
  return [...new Set(found)]
}

/** Files that are named by a hash, as OpenSSL's c_rehash leaves them; without such, all files. Links count too. */
function authoritiesInDirectory(variable: string, directory: string): readonly string[] {
  const names = reading(variable, directory, () => readdirSync(directory))
  const hashed = names.filter(name => /^[0-9a-f]{8}\.\d+$/.test(name))
  const paths = (hashed.length > 0 ? hashed : names).map(name => join(directory, name))
  const files = paths.filter(path => statSync(path, { throwIfNoEntry: false })?.isFile())
  return files.flatMap(path => authoritiesInFile(variable, path))
}

function authoritiesInFile(variable: string, path: string): readonly string[] {
  const text = reading(variable, path, () => readFileSync(path, 'latin1'))
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []
  if (!blocks.every(isWhole)) throw invalidCertificate(variable, path, 'holds a certificate that is damaged')
  return blocks
}

/** True for a DER sequence of the length that it says. OpenSSL leaves out a damaged certificate without a word. */
function isWhole(block: string): boolean {
  const der = Buffer.from(block.replaceAll(/-----[^-]*-----/g, ''), 'base64')
  return der.length > 4 && der.readUInt16BE(0) === 0x3082 && der.readUInt16BE(2) === der.length - 4
}

type ClientCertificate = {
  readonly variable: string
  readonly path: string
  readonly pem: { readonly cert: string; readonly key: string }
}

function clientCertificate(env: Environment): ClientCertificate | undefined {
  const variable = clientVariables.find(name => isFilled(env[name]))
  const path = env[variable ?? '']
  if (variable === undefined || path === undefined) return undefined
  const pem = reading(variable, path, () => readFileSync(path, 'latin1'))
  return { variable, path, pem: { cert: pem, key: pem } }
}

function reading<T>(variable: string, path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw invalidCertificate(variable, path, `cannot be read (${errnoOf(error) ?? messageOf(error)})`)
  }
}

function invalidCertificate(variable: string, path: string, problem: string): Error {
  return usageError(
    'TLS_CERTIFICATE_INVALID',
    `\`${path}\`, named by \`${variable}\`, ${problem}`,
    `correct \`${variable}\`, or unset it; certificates are expected in PEM form (\`-----BEGIN CERTIFICATE-----\`)`,
  )
}
