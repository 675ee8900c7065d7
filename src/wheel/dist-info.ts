/** The files of a `.dist-info` directory: WHEEL, METADATA, entry_points.txt (PyPA core metadata, entry points). */
import { pathFault } from './entry-path.js'
import { normalizeName, type WheelFilename } from './filename.js'
import { invalidWheel, quoted } from './invalid-wheel.js'

export type WheelFile = {
  /** `Wheel-Version`, the first one, verbatim. */
  readonly version: string
  readonly rootIsPurelib: boolean
}

export type Metadata = {
  readonly name: string
  readonly version: string
  readonly requiresPython: string | undefined
  /** `Requires-Dist` values, verbatim. */
  readonly requiresDist: readonly string[]
}

export type EntryPoint = {
  readonly name: string
  readonly module: string
  /** Dotted attribute path inside the module: `cli.main`. */
  readonly attribute: string
  readonly gui: boolean
}

/**
 * The one top-level `.dist-info` directory of a wheel, without a `/` at its end.
 * Throws `WHEEL_INVALID` where there is none, more than one, or one of another distribution.
 */
export function findDistInfo(paths: readonly string[], filename: WheelFilename): string {
  const wheel = filename.filename
  const found = new Set(paths.map(topDirectory).filter(directory => directory?.endsWith('.dist-info')))
  const [distInfo] = found
  if (distInfo === undefined) throw invalidWheel(wheel, 'it has no `.dist-info` directory')
  if (found.size > 1) {
    throw invalidWheel(
      wheel,
      `it has several \`.dist-info\` directories: ${[...found].slice(0, 3).map(String).map(quoted).join(', ')}`,
    )
  }
  const stem = normalizeName(distInfo.slice(0, -'.dist-info'.length))
  if (!stem.startsWith(`${filename.name}-`) || !/^v?\d/.test(stem.slice(filename.name.length + 1))) {
    throw invalidWheel(wheel, `${quoted(distInfo)} is not the \`.dist-info\` directory of \`${filename.name}\``)
  }
  return distInfo
}

function topDirectory(path: string): string | undefined {
  const end = path.indexOf('/')
  return end === -1 ? undefined : path.slice(0, end)
}

/** Reads WHEEL (PyPA binary distribution format); `WHEEL_INVALID` without a `Wheel-Version` or with one above 1. */
export function parseWheelFile(text: string, wheel: string): WheelFile {
  const headers = parseHeaders(text)
  const version = first(headers, 'wheel-version')
  if (version === undefined) throw invalidWheel(wheel, 'its WHEEL file has no `Wheel-Version`')
  const [, major] = /^(\d+)(?:\.\d+)*$/.exec(version) ?? []
  if (major === undefined || Number(major) > 1) {
    throw invalidWheel(wheel, `its \`Wheel-Version\` is ${quoted(version)}; expected 1.0 or another 1.x`)
  }
  return {
    version,
    rootIsPurelib: first(headers, 'root-is-purelib')?.toLowerCase() === 'true',
  }
}

/** What a reader should know about a `Wheel-Version` that is not 1.0, or undefined. */
export function wheelVersionWarning({ version }: WheelFile, wheel: string): string | undefined {
  if (/^1(\.0)*$/.test(version)) return undefined
  const age = version.startsWith('1.') ? 'newer' : 'older'
  return `\`${wheel}\`: its \`Wheel-Version\` ${quoted(version)} is ${age} than 1.0, by which it is installed`
}

/** Reads METADATA (PyPA core metadata); `WHEEL_INVALID` where it names no distribution or no version. */
export function parseMetadata(text: string, wheel: string): Metadata {
  const headers = parseHeaders(text)
  const name = first(headers, 'name')
  const version = first(headers, 'version')
  if (name === undefined || version === undefined) {
    throw invalidWheel(wheel, `its METADATA has no \`${name === undefined ? 'Name' : 'Version'}\``)
  }
  const requiresPython = first(headers, 'requires-python')
  return { name, version, requiresPython, requiresDist: all(headers, 'requires-dist') }
}

type Header = { readonly key: string; readonly value: string }

/** Headers of a mail message (RFC 822), folded lines joined by a space; ends at the first line that is no header. */
function parseHeaders(text: string): readonly Header[] {
  const headers: Header[] = []
  for (const line of lines(text)) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line) && last !== undefined) {
      headers[headers.length - 1] = { key: last.key, value: `${last.value} ${line.trim()}` }
      continue
    }
    const [, key, value] = /^([!-9;-~]+):(.*)$/.exec(line) ?? []
    if (key === undefined || value === undefined) break
    headers.push({ key: key.toLowerCase(), value: value.trim() })
  }
  return headers
}

/** One after another, since only the first of many are wanted. */
function* lines(text: string): Generator<string> {
  for (const [, line = ''] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) yield line
}

function first(headers: readonly Header[], key: string): string | undefined {
  return headers.find(header => header.key === key && header.value !== '')?.value
}

function all(headers: readonly Header[], key: string): readonly string[] {
  return headers.filter(header => header.key === key).map(header => header.value)
}

const scriptGroups = ['console_scripts', 'gui_scripts']
const identifier = '[\\p{ID_Start}_]\\p{ID_Continue}*'
const dottedName = `${identifier}(?:\\.${identifier})*`
/** `module:attribute [extras]`, the extras ignored. */
const objectReference = new RegExp(`^(${dottedName})\\s*:\\s*(${dottedName})\\s*(?:\\[[^\\]]*\\])?$`, 'u')

/**
 * The scripts that entry_points.txt asks for (PyPA entry points specification), in the file's order, of equal names the last.
 * Throws `WHEEL_INVALID` for a reference without attribute, and for a name that is not a plain filename.
 */
export function parseEntryPoints(text: string, wheel: string): EntryPoint[] {
  const byName = new Map<string, EntryPoint>()
  let group = ''
  for (const line of text.split(/\r\n|\r|\n/).map(raw => raw.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue
    const [, section] = /^\[(.*)\]$/.exec(line) ?? []
    if (section !== undefined) group = section.trim()
    else if (scriptGroups.includes(group)) {
      const entryPoint = parseScript(line, group, wheel)
      byName.set(entryPoint.name, entryPoint)
    }
  }
  return [...byName.values()]
}

function parseScript(line: string, group: string, wheel: string): EntryPoint {
  const equals = line.indexOf('=')
  if (equals === -1) {
    throw invalidWheel(wheel, `entry_points.txt has the line ${quoted(line)}; expected \`name = module:attribute\``)
  }
  const name = line.slice(0, equals).trim()
  const reference = line.slice(equals + 1).trim()
  if (pathFault(name) !== undefined || name.includes('/')) {
    throw invalidWheel(wheel, `entry_points.txt names a script ${quoted(name)}, which is not a plain filename`)
  }
  const [, module, attribute] = objectReference.exec(reference) ?? []
  if (module === undefined || attribute === undefined) {
    throw invalidWheel(
      wheel,
      `its script ${quoted(name)} refers to ${quoted(reference)}; expected \`module:attribute\``,
    )
  }
  return { name, module, attribute, gui: group === 'gui_scripts' }
}
