/** What counts in a pylock.toml (PEP 751) or a uv.lock for one interpreter. Pure. */
import { parse as parseToml } from 'smol-toml'
import { stripCredentials } from '../redact.js'
import { joinVersions, mayApply, type NormalFile, type Target } from './normal-file.js'
import { remember } from './remember.js'
import { asTable, isTable, type Table, tablesIn } from './table.js'
import { reachablePackages } from './uv-reachable.js'
import { wheelFilter } from './wheel-tags.js'

export type LockFile = {
  readonly filename: string
  readonly text: string
  /** The same, parsed, where that was done already. */
  readonly document?: unknown
}

/**
 * Reduces a lock. Left out is what never decides what this interpreter installs: who made the lock and when, `[tool]`, wheels
 * that it cannot load, entries whose marker is false, the version of source trees (a build has its own), and packages of a
 * uv.lock that only other platforms need. Whatever is not known stays in, and a text that is no TOML is taken as it stands.
 */
export function normaliseLock({ filename, text, document }: LockFile, target: Target): NormalFile {
  const root = asTable(document ?? parseOrUndefined(text))
  const common = { role: 'requirement', filename, isHashed: true } as const
  if (root === undefined) return { ...common, lines: [text], versions: {} }
  const rules = rulesOf(target)
  const reduced = 'packages' in root ? reducePylock(root, rules) : reduceUvLock(root, rules)
  const versions = tablesIn(reduced.packages ?? reduced.package).flatMap(({ name, version }) =>
    typeof name === 'string' && typeof version === 'string' ? [[name, version] as const] : [],
  )
  return { ...common, lines: [JSON.stringify(reduced)], versions: joinVersions(versions) }
}

function parseOrUndefined(text: string): unknown {
  try {
    return parseToml(text)
  } catch {
    return undefined
  }
}

/** What may matter to the interpreter. */
type Rules = { readonly applies: (marker: string) => boolean; readonly loads: (filename: string) => boolean }

function rulesOf(target: Target): Rules {
  return { applies: remember(marker => mayApply(marker, target)), loads: wheelFilter(target.tags) }
}

function reducePylock(root: Table, rules: Rules): Table {
  const { 'created-by': _createdBy, tool: _tool, packages, ...others } = root
  const reduced = tablesIn(packages).map(({ tool: _own, ...entry }) => ({
    ...entry,
    version: 'directory' in entry ? undefined : entry.version,
    wheels: reduceWheels(entry.wheels, rules, []),
    sdist: withoutKeys(entry.sdist, fileNotes),
    archive: withoutKeys(entry.archive, fileNotes),
  }))
  return asTable(canonical({ ...others, packages: reduced }, rules)) ?? {}
}

function reduceUvLock(root: Table, rules: Rules): Table {
  const { revision: _revision, package: packages, ...others } = root
  const reduced = tablesIn(packages).map(entry => ({
    ...entry,
    version: isSourceTree(entry) ? undefined : entry.version,
    wheels: reduceWheels(entry.wheels, rules, ['size']),
    sdist: withoutKeys(entry.sdist, [...fileNotes, 'size']),
  }))
  const kept = reachablePackages(tablesIn(canonical(reduced, rules)), {
    roots: isSourceTree,
    manifest: asTable(root.manifest) ?? {},
  })
  return { ...asTable(canonical(others, rules)), package: kept }
}

/** A package that uv builds from a directory; its version is that of the build. */
function isSourceTree({ source }: Table): boolean {
  return isTable(source) && ['editable', 'virtual', 'directory'].some(kind => kind in source)
}

/** What a lock says about a file that is not the file's. */
const fileNotes = ['upload-time', 'upload_time']

function reduceWheels(wheels: unknown, { loads }: Rules, others: readonly string[]): unknown {
  if (!Array.isArray(wheels)) return wheels
  const kept = wheels.filter((wheel: unknown) => !isTable(wheel) || loads(filenameOf(wheel)))
  return kept.map((wheel: unknown) => withoutKeys(wheel, [...fileNotes, ...others]))
}

/** `name` of a pylock, `filename` of a uv.lock, or the last segment of where it lies. */
function filenameOf({ name, filename, path, url }: Table): string {
  const written = [name, filename, path].find(value => typeof value === 'string')
  if (written !== undefined) return lastSegment(written)
  return typeof url === 'string' ? decode(lastSegment(url.split(/[?#]/, 1)[0] ?? '')) : ''
}

function lastSegment(place: string): string {
  return place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1)
}

function decode(url: string): string {
  if (!url.includes('%')) return url
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function withoutKeys(value: unknown, keys: readonly string[]): unknown {
  if (!isTable(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

/** The same data with keys in order, without entries whose marker is false here and without credentials. */
function canonical(value: unknown, rules: Rules): unknown {
  if (typeof value === 'string') return /:\/\/.*[@?]/.test(value) ? stripCredentials(value) : value
  if (Array.isArray(value)) {
    return value.filter((item: unknown) => applies(item, rules)).map((item: unknown) => canonical(item, rules))
  }
  if (!isTable(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, canonical(value[key], rules)]),
  )
}

function applies(item: unknown, rules: Rules): boolean {
  return !isTable(item) || typeof item.marker !== 'string' || rules.applies(item.marker)
}
