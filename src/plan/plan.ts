/** Lock × Interpreter × what is present → Plan: a pure function, no file or network is touched. */
import { pathToFileURL } from 'node:url'
import { UserError, usageError } from '../errors.js'
import type { Interpreter } from '../python/interpreter.js'
import { evaluateMarker } from '../python/markers.js'
import { satisfies } from '../python/specifiers.js'
import { stripCredentials } from '../redact.js'
import type { IndexSettings } from '../settings.js'
import { belongsTo, chooseWheel, compareText, nameWheels, rankTags, type TagRanks } from './choose-wheel.js'
import type { DirectUrl, Lock, LockedDistribution, LockedFile } from './lock.js'
import { type DivideOptions, type Division, divide, type PresentDistribution } from './present.js'

/** One wheel that the environment will hold. */
export type PlannedWheel = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  readonly file: LockedFile
  /** Lower-case hex, where the lock has it: the wheel's identity in the store. */
  readonly sha256: string | undefined
  readonly requested: boolean
  readonly directUrl: DirectUrl | undefined
}

export type Plan<Present = PresentDistribution> = Division<Present>

export type PlanOptions<Present> = DivideOptions & {
  readonly index: IndexSettings
  readonly installed: readonly Present[]
}

/**
 * Decides what is installed, following the PyPA rules for installing from a pylock.toml (PEP 751).
 *
 * Throws UserError LOCK_PYTHON_MISMATCH, LOCK_PLATFORM_MISMATCH, LOCK_AMBIGUOUS, LOCK_INVALID, SOURCE_UNSUPPORTED,
 * SDIST_UNSUPPORTED, WHEEL_NOT_FOUND and HASH_MISSING, each naming every distribution that it concerns.
 */
export function planInstall<Present extends PresentDistribution>(
  lock: Lock,
  interpreter: Interpreter,
  options: PlanOptions<Present>,
): Plan<Present> {
  return divide(selectWheels(lock, interpreter, options.index), options.installed, options)
}

/** The wheel of every distribution of the lock that applies here, sorted by name. Throws as `planInstall`. */
export function selectWheels(lock: Lock, interpreter: Interpreter, index: IndexSettings): readonly PlannedWheel[] {
  checkEnvironment(lock, interpreter)
  const distributions = selectDistributions(lock, interpreter)
  checkRequiresPython(lock, distributions, interpreter)
  refuseSources(lock, distributions)
  const planned = planWheels(lock, distributions, interpreter)
  if (index.requireHashes) checkHashes(lock, planned)
  return planned
}

function checkEnvironment(lock: Lock, interpreter: Interpreter): void {
  const { markers, executable, version } = interpreter
  if (lock.requiresPython !== undefined && !satisfies(fullVersion(interpreter), lock.requiresPython)) {
    throw new UserError(
      'LOCK_PYTHON_MISMATCH',
      `\`${lock.source}\` is a lock for another Python: it requires \`${lock.requiresPython}\`, \`${executable}\` is ${version}`,
      { hint: 'Name another Python with `--python`, or make the lock again for this one' },
    )
  }
  const fits = lock.environments.some(marker => evaluateMarker(marker, markers))
  if (lock.environments.length === 0 || fits) return
  throw new UserError(
    'LOCK_PLATFORM_MISMATCH',
    `\`${lock.source}\` is a lock for other environments: it is for ${quoteAll(lock.environments)}; this is Python ${version} (${markers.implementation_name ?? interpreter.implementation}) on ${markers.sys_platform ?? 'an unknown platform'}, ${markers.platform_machine ?? 'an unknown machine'}`,
    { hint: 'Make a lock that covers this environment, for example with `uv pip compile --universal`' },
  )
}

function fullVersion(interpreter: Interpreter): string {
  return interpreter.markers.python_full_version ?? interpreter.version
}

/** Whether an entry of the lock is for this interpreter, by its marker. */
export function applies({ marker }: LockedDistribution, lock: Lock, { markers }: Interpreter): boolean {
  const sets = { extras: lock.extras, dependencyGroups: lock.dependencyGroups }
  return marker === undefined || evaluateMarker(marker, markers, sets)
}

function selectDistributions(lock: Lock, interpreter: Interpreter): readonly LockedDistribution[] {
  const selected = lock.distributions
    .filter(entry => applies(entry, lock, interpreter))
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.version ?? '', b.version ?? ''))
  const ambiguous = selected.filter(({ name }, index) =>
    [selected[index - 1], selected[index + 1]].some(other => other?.name === name),
  )
  if (ambiguous.length === 0) return selected
  const list = ambiguous.map(label)
  throw usageError(
    'LOCK_AMBIGUOUS',
    `\`${lock.source}\` has more than one entry that applies here for ${list.join(', ')}`,
    'Their markers must exclude each other; make the lock again',
  )
}

function checkRequiresPython(lock: Lock, distributions: readonly LockedDistribution[], interpreter: Interpreter): void {
  const version = fullVersion(interpreter)
  const refused = distributions.filter(({ requiresPython }) => requiresPython && !satisfies(version, requiresPython))
  if (refused.length === 0) return
  const list = refused.map(entry => `${label(entry)} requires \`${entry.requiresPython}\``)
  throw new UserError(
    'LOCK_PYTHON_MISMATCH',
    `\`${lock.source}\` is a lock for another Python than ${version} (\`${interpreter.executable}\`): ${list.join(', ')}`,
    { hint: 'Name another Python with `--python`, or make the lock again for this one' },
  )
}

const buildHint =
  'Building from source is not available in this version: make a wheel with `uv build` or `pip wheel` and give its directory as `--find-links`'

function refuseSources(lock: Lock, distributions: readonly LockedDistribution[]): void {
  const sources = distributions.flatMap(({ name, unsupported }) =>
    unsupported === undefined ? [] : [`\`${name}\` (${unsupported.kind} \`${unsupported.where}\`)`],
  )
  const trees = `\`${lock.source}\` names source trees, which cannot be installed yet`
  if (sources.length > 0) throw sourceUnsupported(`${trees}: ${sources.join(', ')}`, lock)
  const sdists = distributions.flatMap(entry => {
    const archive = entry.archive?.filename.endsWith('.whl') ? undefined : entry.archive
    const source = archive ?? (entry.wheels.length === 0 ? entry.sdist : undefined)
    return source === undefined ? [] : [`${label(entry)} (\`${source.filename}\`)`]
  })
  if (sdists.length === 0) return
  const message = `\`${lock.source}\` has only a source archive, no wheel, of: ${sdists.join(', ')}`
  throw new UserError('SDIST_UNSUPPORTED', message, { hint: buildHint })
}

function sourceUnsupported(message: string, { source }: Lock): UserError {
  const isUvLock = /(?:^|[\\/])uv\.lock$/.test(source)
  return new UserError('SOURCE_UNSUPPORTED', message, { hint: isUvLock ? uvLockHint : buildHint })
}

const uvLockHint =
  '`--no-install-project` leaves out the project itself. For workspace members, path and Git sources, make a lock without them (`uv export --no-emit-local --format pylock.toml --output-file pylock.toml`, with `--no-emit-package NAME` for Git), and install wheels of them, made with `uv build`, in a second run with `--no-deps`'

function planWheels(lock: Lock, distributions: readonly LockedDistribution[], interpreter: Interpreter) {
  const ranks = rankTags(interpreter.tags)
  const chosen = distributions.map(entry => ({ entry, wheel: planWheel(lock, entry, ranks) }))
  const missing = chosen.filter(({ wheel }) => wheel === undefined).map(({ entry }) => entry)
  if (missing.length > 0) throw wheelNotFound(missing, interpreter)
  return chosen.flatMap(({ wheel }) => wheel ?? [])
}

function planWheel(lock: Lock, entry: LockedDistribution, ranks: TagRanks): PlannedWheel | undefined {
  const wheels = nameWheels(entry.archive === undefined ? entry.wheels : [entry.archive])
  const stranger = wheels.find(wheel => !belongsTo(wheel, entry.name))
  if (stranger !== undefined) {
    throw usageError(
      'LOCK_INVALID',
      `\`${lock.source}\`: \`${stranger.file.filename}\` is not a wheel of \`${entry.name}\``,
    )
  }
  const best = chooseWheel(wheels, ranks)
  return (
    best && {
      name: entry.name,
      version: entry.version ?? best.wheel.version,
      file: best.file,
      sha256: best.file.hashes.sha256,
      requested: entry.requested,
      directUrl: entry.directUrl ?? (entry.archive && directUrlOf(entry.archive)),
    }
  )
}

/** PEP 610: without credentials; `hash` is the older spelling, which pip still writes. */
function directUrlOf({ url, path, hashes }: LockedFile): DirectUrl {
  const place = url !== undefined ? stripCredentials(url) : pathToFileURL(path ?? '').href
  const { sha256 } = hashes
  return { url: place, archive_info: sha256 === undefined ? { hashes } : { hash: `sha256=${sha256}`, hashes } }
}

function wheelNotFound(missing: readonly LockedDistribution[], interpreter: Interpreter): UserError {
  const details = missing.map(entry => {
    const files = entry.archive === undefined ? entry.wheels : [entry.archive]
    const tags = [...new Set(nameWheels(files).flatMap(({ wheel }) => wheel.tags))]
    return `${label(entry)} has wheels for ${shorten(tags)}${entry.sdist === undefined ? '' : ' and a source archive'}`
  })
  return new UserError(
    'WHEEL_NOT_FOUND',
    `no wheel for Python ${interpreter.version} on this platform: ${details.join('; ')}; wanted one of ${shorten(interpreter.tags)}`,
    { hint: `Choose another Python or another version that has such a wheel. ${buildHint}` },
  )
}

/** Enough tags to see what is wrong; an interpreter has hundreds. */
function shorten(tags: readonly string[]): string {
  const shown = 6
  const rest = tags.length > shown ? ` and ${tags.length - shown} more` : ''
  return `${quoteAll(tags.slice(0, shown))}${rest}`
}

const strongHashes = ['sha256', 'sha384', 'sha512', 'blake2b']

function checkHashes(lock: Lock, wheels: readonly PlannedWheel[]): void {
  const isHashed = ({ file: { hashes, oneOf } }: PlannedWheel) =>
    strongHashes.some(algorithm => algorithm in { ...hashes, ...oneOf })
  const unhashed = wheels.filter(wheel => !isHashed(wheel))
  if (unhashed.length === 0) return
  throw usageError(
    'HASH_MISSING',
    `hashes are required, but \`${lock.source}\` has no sha256 or stronger for ${unhashed.map(label).join(', ')}`,
    'Make the lock again with hashes, or leave out `--require-hashes`',
  )
}

function label(entry: { readonly name: string; readonly version: string | undefined }): string {
  return `\`${entry.name}\` ${labelVersion(entry)}`
}

function labelVersion({ version }: { readonly version: string | undefined }): string {
  return version ?? 'without a version'
}

function quoteAll(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ')
}
