/** One requirement: a name with a specifier, or where a wheel lies (PEP 508 and pip's paths and URLs). */
import { usageError } from '../errors.js'
import { redact } from '../redact.js'
import { normalizeName, parseWheelFilename } from '../wheel/filename.js'

export type Requirement = {
  /** Where it stands, for messages: file and line, or the argument. */
  readonly where: string
  /** Normalised (PEP 503). */
  readonly name: string
  readonly extras: readonly string[]
  /** PEP 440 specifier without spaces; empty = any version. */
  readonly specifier: string
  /** URL or path of a wheel, as written. */
  readonly location: string | undefined
  readonly marker: string | undefined
  /** Algorithm → lower-case hex digests, any of which a file may have; empty = any file. */
  readonly hashes: Readonly<Record<string, readonly string[]>>
}

/**
 * Reads one requirement with its per-requirement options (`--hash`).
 * A `#sha256=…` of a URL counts as a listed hash; MD5 and others that can be forged do not.
 * Throws UserError REQUIREMENTS_INVALID, HASH_UNSUPPORTED, SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED, each naming `where`.
 */
export function parseRequirement(text: string, where: string): Requirement {
  const start = text.search(/\s--?[A-Za-z]/)
  const body = (start === -1 ? text : text.slice(0, start)).trim()
  const [subject, marker] = splitMarker(body)
  const written = parseHashes(start === -1 ? '' : text.slice(start), where)
  const named = parseNamed(subject)
  const location = named === undefined ? subject : named.location
  const hashes = Object.keys(written).length === 0 ? fragmentHashes(location ?? '') : written
  if (location !== undefined) checkWheelLocation(location, named?.name, where)
  if (named === undefined) {
    return {
      where,
      name: parseWheelFilename(filenameOf(subject)).name,
      extras: [],
      specifier: '',
      location: subject,
      marker,
      hashes,
    }
  }
  return { ...named, where, marker, hashes }
}

/** The version that a requirement pins with `==` or `===`; undefined for a range, a wildcard or a location. */
export function pinnedVersion({ specifier, location }: Requirement): string | undefined {
  return location === undefined ? /^===?([^,*=]+)$/.exec(specifier)?.[1] : undefined
}

/** A `;` belongs to a URL unless white space stands before it. */
function splitMarker(body: string): readonly [string, string | undefined] {
  const separator = isLocation(body) || /^[^;]*@/.test(body) ? /\s;/ : /;/
  const match = separator.exec(body)
  if (match === null) return [body, undefined]
  const end = match.index + match[0].length
  return [body.slice(0, match.index).trim(), body.slice(end).trim() || undefined]
}

type Named = Pick<Requirement, 'name' | 'extras' | 'specifier' | 'location'>

/** PEP 508 `name [extras] specifier` or `name [extras] @ location`. */
function parseNamed(subject: string): Named | undefined {
  if (isLocation(subject)) return undefined
  const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(.*)$/s.exec(subject)
  const [, name = '', extras = '', rest = ''] = match ?? []
  const location = /^@\s*(\S.*)$/s.exec(rest)?.[1]
  if (name === '' || (location === undefined && !isSpecifier(rest))) return undefined
  return {
    name: normalizeName(name),
    extras: extras
      .split(',')
      .map(extra => normalizeName(extra.trim()))
      .filter(extra => extra !== ''),
    specifier: location === undefined ? rest.replace(/[\s()]/g, '') : '',
    location,
  }
}

function isSpecifier(text: string): boolean {
  return /^\(?\s*(?:(?:===|==|~=|!=|<=|>=|<|>)[^()@/\\]+)?\)?$/s.test(text)
}

function isLocation(text: string): boolean {
  return /^(?:[./\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(text) || /^[^@<>=!~;\s]+(?:\.whl$|[\\/])/i.test(text)
}

function checkWheelLocation(location: string, name: string | undefined, where: string): void {
  const shown = redact(location)
  if (/^(?:git|hg|svn|bzr)\+/i.test(location)) {
    throw unsupported('SOURCE_UNSUPPORTED', `${where}: \`${shown}\` is a repository, which cannot be installed yet`)
  }
  const filename = filenameOf(location)
  if (/\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip)$/i.test(filename)) {
    throw unsupported('SDIST_UNSUPPORTED', `${where}: \`${shown}\` is a source archive, which cannot be installed yet`)
  }
  if (name === undefined && !isLocation(location)) {
    throw usageError('REQUIREMENTS_INVALID', `${where}: \`${shown}\` is not a requirement (PEP 508)`)
  }
  if (!/\.whl$/i.test(filename)) {
    throw unsupported(
      'SOURCE_UNSUPPORTED',
      `${where}: \`${shown}\` is not a wheel; source trees cannot be installed yet`,
    )
  }
}

function unsupported(code: string, message: string) {
  return usageError(code, message, 'Make a wheel of it with `uv build` or `pip wheel` and name that')
}

/** The last segment of a path or URL, without query and fragment. */
export function filenameOf(location: string): string {
  const url = isUrl(location)
  const segment = (url ? location.replace(/[?#].*$/s, '') : location).split(/[\\/]/).at(-1) ?? ''
  return url && /%[0-9A-F]{2}/i.test(segment) ? decodeLeniently(segment) : segment
}

function decodeLeniently(segment: string): string {
  return segment.replace(/(?:%[0-9A-F]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
}

function parseHashes(options: string, where: string): Requirement['hashes'] {
  const hashes: Record<string, string[]> = {}
  for (const [, algorithm = '', digest = ''] of options.matchAll(
    /--hash[=\s]\s*["']?(\w+):([0-9a-f]+)["']?(?=\s|$)/gi,
  )) {
    const listed = hashes[algorithm.toLowerCase()] ?? []
    hashes[algorithm.toLowerCase()] = [...listed, digest.toLowerCase()]
  }
  const listed = Object.values(hashes).flat().length
  const written = options.match(/--hash\b/g)?.length ?? 0
  if (listed !== written) throw usageError('REQUIREMENTS_INVALID', `${where}: a \`--hash\` is not \`algorithm:digest\``)
  return strongOnly(hashes, where)
}

/** What pip counts as a hash that cannot be forged. */
const strongAlgorithms = ['sha256', 'sha384', 'sha512']

function strongOnly(hashes: Requirement['hashes'], where: string): Requirement['hashes'] {
  const strong = Object.entries(hashes).filter(([algorithm]) => strongAlgorithms.includes(algorithm))
  const weak = Object.keys(hashes).map(algorithm => `\`${algorithm}\``)
  if (strong.length > 0 || weak.length === 0) return Object.fromEntries(strong)
  throw usageError(
    'HASH_UNSUPPORTED',
    `${where}: lists hashes by ${weak.join(', ')} only, expected ${strongAlgorithms.map(name => `\`${name}\``).join(', ')}`,
    'List sha256 hashes, for example with `uv pip compile --generate-hashes`',
  )
}

/** The hash in a URL's fragment (`#sha256=…`), in the form of listed ones. */
export function fragmentHashes(location: string): Requirement['hashes'] {
  const fragment = isUrl(location) ? location.split('#', 2)[1] : undefined
  const [, algorithm = '', digest = ''] = /(?:^|&)(sha256|sha384|sha512)=([0-9a-f]+)/i.exec(fragment ?? '') ?? []
  return algorithm === '' ? {} : { [algorithm.toLowerCase()]: [digest.toLowerCase()] }
}

function isUrl(location: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(location)
}
