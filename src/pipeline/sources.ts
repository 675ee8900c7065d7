/** Sources among what is to be installed: built before anything is resolved where the user names them, else bound to the lock. */
import { pathToFileURL } from 'node:url'
import { type BuildSource, directoryBelow } from '../build/source.js'
import { type UserError, usageError } from '../errors.js'
import type { Lock, LockedDistribution, LockedFile, LockedSource } from '../plan/lock.js'
import { sourcesToBuild } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { redact } from '../redact.js'
import type { Inputs } from '../resolve/inputs.js'
import { type RunInputs, readRunInputs } from '../resolve/run-inputs.js'
import { isSourcePackage, withoutSourceLines } from '../resolve/without-sources.js'
import type { IndexSettings } from '../settings.js'
import type { Builder, BuiltSource, Expected } from './builder.js'
import { namedSources } from './named-sources.js'
import type { Run } from './run.js'

type Services = { readonly interpreter: Interpreter; readonly builder: Builder }

/** Builds what the user named, one after the other, beside what a complete lock pins. Two of one name are an error. */
export async function buildNamed(
  named: RunInputs,
  { interpreter, builder, lock }: Services & { readonly lock?: Lock | undefined },
  { settings }: Pick<Run, 'settings'>,
): Promise<readonly BuiltSource[]> {
  const built = new Map<string, BuiltSource>()
  const besides = pinsOf(lock)
  for (const { source, expected } of namedSources(named, settings, interpreter)) {
    const wheel = await builder.build(source, { ...expected, besides })
    if (wheel === undefined) continue
    const other = built.get(wheel.name)
    if (other !== undefined) throw sameName(wheel, other)
    built.set(wheel.name, wheel)
  }
  return [...built.values()]
}

function sameName(built: BuiltSource, other: BuiltSource): UserError {
  const trees = [other, built].map(({ directUrl }) => `\`${redact(directUrl.url)}\``)
  return usageError(
    'REQUIREMENTS_INVALID',
    `${trees.join(' and ')} are both the distribution \`${built.name}\``,
    'Name one of them',
  )
}

/** Beside requirements the wheels of sources are resolved with the rest; a complete lock stays as it is. */
export async function withBuilt(
  found: Inputs,
  built: readonly BuiltSource[],
  { run, named }: { readonly run: Run; readonly named: RunInputs },
): Promise<RunInputs> {
  const { editables, sources } = named.set
  const hasLines = editables.length + sources.length > 0
  if ((built.length === 0 && !hasLines) || found.files.some(({ kind }) => kind !== 'requirements')) return named
  const { env } = run.host
  const files = hasLines
    ? await withoutSourceLines(found.files, await run.scratchDirectory('requirements'), env)
    : found.files
  const others = found.packages.filter(text => !isSourcePackage(text))
  const packages = [...others, ...requirementsOf(built)]
  // An editable wheel is made anew by each run, for the tree as it lies.
  const isTransient = built.some(({ directUrl }) => directUrl.dir_info?.editable === true)
  return readRunInputs({ ...found, files, packages, isTransient }, run)
}

/** Requirements that name the wheels, so that a resolver sees their dependencies. */
function requirementsOf(built: readonly BuiltSource[]): readonly string[] {
  return built.map(
    ({ name, extras, path, sha256 }) =>
      `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`} @ ${pathToFileURL(path).href}#sha256=${sha256}`,
  )
}

type Binding = Services & {
  readonly index: IndexSettings
  /** Whether the environment has this very version from an index already. */
  readonly isHeld?: (entry: LockedDistribution) => boolean
}

/**
 * The lock with wheels in the place of sources: those that were built already, which a complete lock gets without their
 * dependencies, and what it names itself.
 */
export async function bindSources(
  lock: Lock,
  built: readonly BuiltSource[],
  { interpreter, builder, index, isHeld = () => false }: Binding,
): Promise<Lock> {
  const bound = new Map(built.map(wheel => [wheel.name, directly(wheel)]))
  const missing = new Set<string>()
  const besides = pinsOf(lock)
  const rest =
    bound.size === 0 ? lock : { ...lock, distributions: lock.distributions.filter(({ name }) => !bound.has(name)) }
  for (const entry of sourcesToBuild(rest, interpreter, index)) {
    if (isFromIndex(entry) && !index.requireHashes && isHeld(entry)) {
      bound.set(entry.name, asHeld(entry))
      continue
    }
    const { source, expected } = sourceOf(entry)
    const wheel = await builder.build(source, { ...expected, besides })
    if (wheel === undefined) missing.add(entry.name)
    else bound.set(entry.name, asLocked(entry, wheel))
  }
  if (bound.size + missing.size === 0) return lock
  const others = lock.distributions.filter(({ name }) => !bound.has(name) && !missing.has(name))
  return { ...lock, distributions: [...others, ...bound.values()] }
}

/** The lock without what would have to be built. */
export function withoutSources(lock: Lock, interpreter: Interpreter): Lock {
  const sources = new Set(sourcesToBuild(lock, interpreter))
  return { ...lock, distributions: lock.distributions.filter(entry => !sources.has(entry)) }
}

/** What a build must have in the very version that it is installed beside: extensions link against it. */
const pinnedTogether = ['torch']

function pinsOf(lock: Lock | undefined): readonly string[] {
  return (lock?.distributions ?? []).flatMap(({ name, version }) =>
    pinnedTogether.includes(name) && version !== undefined ? [`${name}==${version}`] : [],
  )
}

function asLocked(entry: LockedDistribution, wheel: BuiltSource): LockedDistribution {
  if (isFromIndex(entry)) return fromIndex(entry, wheel)
  const { source, requested } = entry
  const bound = { ...directly(wheel), requested }
  const revision = source?.kind === 'vcs' ? source.requestedRevision : undefined
  const { vcs_info } = wheel.directUrl
  if (revision === undefined || vcs_info === undefined) return bound
  return { ...bound, directUrl: { ...wheel.directUrl, vcs_info: { ...vcs_info, requested_revision: revision } } }
}

/** What the plan finds installed needs no file. */
function asHeld(entry: LockedDistribution): LockedDistribution {
  const filename = `${entry.name.replaceAll('-', '_')}-${entry.version}-py3-none-any.whl`
  return {
    ...entry,
    wheels: [{ filename, url: undefined, path: undefined, size: undefined, hashes: {} }],
    sdist: undefined,
  }
}

function isFromIndex({ source, archive }: LockedDistribution): boolean {
  return source === undefined && archive === undefined
}

type Named = { readonly source: BuildSource; readonly expected: Omit<Expected, 'besides'> }

function sourceOf(entry: LockedDistribution): Named {
  const { name, version, source, archive, sdist } = entry
  if (source !== undefined)
    return { source: locatedAt(source), expected: { name, version: undefined, file: undefined } }
  const file = archive ?? sdist
  if (file === undefined) throw new TypeError(`\`${name}\` has no source`)
  const { path, url, hashes } = file
  const shown = redact(url ?? path ?? file.filename)
  const { subdirectory = '' } = file
  return {
    source: { kind: 'archive', path, url, sha256: hashes.sha256, subdirectory, shown, extras: [] },
    expected: { name, version, file },
  }
}

function locatedAt(source: LockedSource): BuildSource {
  const { subdirectory = '' } = source
  if (source.kind === 'directory') {
    const path = directoryBelow(source.path, subdirectory)
    return { kind: 'directory', path, isEditable: source.isEditable, shown: path, extras: [] }
  }
  const revision = source.commit ?? source.requestedRevision ?? ''
  const shown = redact(`${source.url}@${revision}`)
  return { kind: 'vcs', url: source.url, revision, subdirectory, shown, extras: [] }
}

/** A wheel that did not come from an index by name. */
function directly(wheel: BuiltSource): LockedDistribution {
  const { name, version, directUrl } = wheel
  return {
    ...{ name, version, directUrl, requested: true, wheels: [], sdist: undefined },
    ...{ marker: undefined, requiresPython: undefined, source: undefined },
    archive: fileOf(wheel),
  }
}

function fromIndex(entry: LockedDistribution, wheel: BuiltSource): LockedDistribution {
  return { ...entry, version: wheel.version, wheels: [fileOf(wheel)], sdist: undefined, marker: undefined }
}

function fileOf({ path, sha256 }: BuiltSource): LockedFile {
  const filename = path.split(/[\\/]/).at(-1) ?? ''
  return { filename, path, url: undefined, size: undefined, hashes: { sha256 } }
}
