/** One requirement: a name with a specifier, or where a wheel or a source lies (PEP 508 and pip's paths and URLs). */
import { type UserError, usageError } from '../errors.js'
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

/** A requirement of which a wheel has to be made: a source tree, a source archive or a Git repository. */
export type SourceRequirement = {
  readonly where: string
  /** Without marker and options: a path, a URL, or `name[extra] @ URL`; a relative path starts from the working directory. */
  readonly text: string
  readonly marker: string | undefined
  /** As of a `Requirement`; of an archive only. */
  readonly hashes: Requirement['hashes']
}

/** Reads one requirement that is no source. Throws as `parseRow`, and SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED for a source. */
export function parseRequirement(text: string, where: string): Requirement {
  const row = parseRow(text, where)
  if (isSource(row)) throw sourceRefused(row)
  return row
}

export function isSource(row: Requirement | SourceRequirement): row is SourceRequirement {
  return 'text' in row
}

/** The error for a source where only names and wheels may stand. */
export function sourceRefused({ text, where }: SourceRequirement): UserError {
  const code = isArchive(locationOf(text)) ? 'SDIST_UNSUPPORTED' : 'SOURCE_UNSUPPORTED'
  const problem = `${where}: \`${redact(text)}\` is not a wheel; sources are built only where they are to be installed`
  return usageError(code, problem, 'Make a wheel of it with `wheelcrew build` and name that')
}

/**
 * Reads one requirement with its per-requirement options (`--hash`).
 * A `#sha256=…` of a URL counts as a listed hash; MD5 and others that can be forged do not.
 * Throws UserError REQUIREMENTS_INVALID, HASH_UNSUPPORTED and SOURCE_UNSUPPORTED, each naming `where`.
 */
export function parseRow(text: string, where: string): Requirement | SourceRequirement {
  const start = text.search(/\s--?[A-Za-z]/)
  const body = (start === -1 ? text : text.slice(0, start)).trim()
  const [subject, marker] = splitMarker(body)
  const options = start === -1 ? '' : text.slice(start)
  const written = parseHashes(options, where)
  const named = parseNamed(subject)
  const location = named === undefined ? subject : named.location
  const hashes = Object.keys(written).length === 0 ? fragmentHashes(location ?? '') : written
  if (location !== undefined && formOf(location, named?.name, where) === 'source') {
    const row = { where, text: subject, marker, hashes }
    refuseOptions(row, options)
    return row
  }
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

/** As pip: a `;` belongs to a URL unless white space stands beside it. */
function splitMarker(body: string): readonly [string, string | undefined] {
  const separator = isUrl(body) || /^[^;]*@/.test(body) ? /\s;|;\s/ : /;/
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
  return (
    /^(?:[./\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(text) ||
    /^[^@<>=!~;\s]+(?:\.whl$|[\\/])/i.test(text) ||
    isBareArchive(text)
  )
}

/** As pip: `a-1.0.tar.gz` is a file, although it may be read as a name too. */
function isBareArchive(text: string): boolean {
  return !/[@<>=!~;\s]/.test(text) && isArchive(text)
}

/** What lies at a location, by its spelling alone. */
function formOf(location: string, name: string | undefined, where: string): 'wheel' | 'source' {
  const shown = redact(location)
  if (name === undefined && !isLocation(location)) {
    throw usageError('REQUIREMENTS_INVALID', `${where}: \`${shown}\` is not a requirement (PEP 508)`)
  }
  if (/^git\+/i.test(location)) return 'source'
  if (/\.whl$/i.test(filenameOf(withoutExtras(location)))) {
    if (location === withoutExtras(location)) return 'wheel'
    const hint = 'Write `name[extra] @ file:///path/of/the.whl`'
    throw usageError('REQUIREMENTS_INVALID', `${where}: \`${shown}\` asks for extras of a path`, hint)
  }
  if (/^(?:hg|svn|bzr)\+/i.test(location)) {
    throw unsupported(`${where}: \`${shown}\` is a repository of another kind than Git, which cannot be built`)
  }
  if (isUrl(location) && !/^(?:https?|file):/i.test(location)) {
    throw unsupported(`${where}: \`${shown}\` is an address of a kind that cannot be read`)
  }
  if (isArchive(location)) return 'source'
  if (/^https?:/i.test(location)) throw unsupported(`${where}: \`${shown}\` is neither a wheel nor a source archive`)
  return 'source'
}

/** A path may end in `[extra1,extra2]`. */
function withoutExtras(location: string): string {
  return /^(?:https?:|git\+)/i.test(location) ? location : location.replace(/\s*\[[^[\]]*\]$/, '')
}

function isArchive(location: string): boolean {
  const filename = filenameOf(withoutExtras(location))
  return !/^git\+/i.test(location) && /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip)$/i.test(filename)
}

/** What stands after `name[extra] @`. */
function locationOf(text: string): string {
  return text.replace(/^[^@:/\\]*@\s*/, '')
}

function unsupported(message: string): UserError {
  const hint = 'Name a wheel, a directory, a `.tar.gz` or `.zip`, or a Git repository as `git+https://…`'
  return usageError('SOURCE_UNSUPPORTED', message, hint)
}

/** Of the options of pip, a source takes hashes, and only where it is one file. */
function refuseOptions({ text, where, hashes }: SourceRequirement, options: string): void {
  const [other] = options.match(/(?<=\s)--?(?!hash\b)[a-z][\w-]*/i) ?? []
  const shown = `${where}: \`${redact(text)}\``
  if (other !== undefined) {
    const hint = other.startsWith('--config-setting') ? 'Give `--config-settings` for all builds of the run' : undefined
    throw usageError('REQUIREMENTS_INVALID', `${shown} has the option \`${other}\`, which a source cannot have`, hint)
  }
  if (Object.keys(hashes).length === 0 || isArchive(locationOf(text))) return
  const problem = `${shown} has a hash, which only a wheel or a source archive can have`
  throw usageError('HASH_UNSUPPORTED', problem, 'Leave `--hash` out: a commit names what a repository holds')
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
