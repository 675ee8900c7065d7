/** Lock × Interpreter × what is present → Plan: a pure function, no file or network is touched. */
import { pathToFileURL } from 'node:url'
import { UserError, usageError } from '../errors.js'
import type { Interpreter } from '../python/interpreter.js'
import { redact, stripCredentials } from '../redact.js'
import type { IndexSettings } from '../settings.js'
import { checkEnvironment, checkRequiresPython, label, quoteAll, selectDistributions } from './applicable.js'
import { belongsTo, chooseWheel, nameWheels, rankTags, type TagRanks } from './choose-wheel.js'
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
  /** The text of `uv_cache.json`, for what was made of a local path: of the moment, so never stored. */
  readonly uvCacheInfo?: string
}

export type Plan<Present = PresentDistribution> = Division<Present>

export type PlanOptions<Present> = DivideOptions & {
  readonly index: IndexSettings
  readonly installed: readonly Present[]
}

/**
 * Decides what is installed, following the PyPA rules for installing from a pylock.toml (PEP 751).
 *
 * Throws UserError LOCK_PYTHON_MISMATCH, LOCK_PLATFORM_MISMATCH, LOCK_AMBIGUOUS, LOCK_INVALID, WHEEL_NOT_FOUND,
 * SOURCE_NOT_BUILT and HASH_MISSING, each naming every distribution that it concerns.
 */
export function planInstall<Present extends PresentDistribution>(
  lock: Lock,
  interpreter: Interpreter,
  options: PlanOptions<Present>,
): Plan<Present> {
  return divide(selectWheels(lock, interpreter, options.index), options.installed, options)
}

/**
 * The wheel of every distribution of the lock that applies here, sorted by name. What `sourcesToBuild` names must have been
 * built and bound before. Throws as `planInstall`.
 */
export function selectWheels(lock: Lock, interpreter: Interpreter, index: IndexSettings): readonly PlannedWheel[] {
  const { ready, toBuild } = divideByForm(lock, interpreter)
  if (toBuild.length > 0) throw notBuilt(toBuild, lock)
  if (index.requireHashes) checkHashes(lock, ready)
  return ready
}

/**
 * The distributions of the lock that apply here and of which a wheel has to be made, sorted by name: source trees,
 * repositories, source archives, and a source archive where no wheel fits.
 * Throws what `selectWheels` throws about the others, so that nothing is built for a lock that cannot be installed; with
 * `requireHashes`, HASH_MISSING for what no hash can be about.
 */
export function sourcesToBuild(
  lock: Lock,
  interpreter: Interpreter,
  { requireHashes }: Pick<IndexSettings, 'requireHashes'> = { requireHashes: false },
): readonly LockedDistribution[] {
  const { ready, toBuild } = divideByForm(lock, interpreter)
  if (requireHashes) {
    const files = toBuild.map(entry => ({
      ...entry,
      file: fileToBuild(entry),
    }))
    checkHashes(lock, [...ready, ...files])
  }
  return toBuild
}

type Forms = { readonly ready: readonly PlannedWheel[]; readonly toBuild: readonly LockedDistribution[] }

/** Asked first what is to be built, then which wheels there are. */
const divided = new WeakMap<Lock, { readonly interpreter: Interpreter; readonly forms: Forms }>()

function divideByForm(lock: Lock, interpreter: Interpreter): Forms {
  const known = divided.get(lock)
  if (known?.interpreter === interpreter) return known.forms
  const forms = findForms(lock, interpreter)
  divided.set(lock, { interpreter, forms })
  return forms
}

function findForms(lock: Lock, interpreter: Interpreter): Forms {
  checkEnvironment(lock, interpreter)
  const distributions = selectDistributions(lock, interpreter)
  checkRequiresPython(lock, distributions, interpreter)
  const ranks = rankTags(interpreter.tags)
  const chosen = distributions.map(entry => ({ entry, wheel: planWheel(lock, entry, ranks) }))
  const others = chosen.filter(({ wheel }) => wheel === undefined).map(({ entry }) => entry)
  const missing = others.filter(entry => !isBuildable(entry))
  if (missing.length > 0) throw wheelNotFound(missing, interpreter)
  return { ready: chosen.flatMap(({ wheel }) => wheel ?? []), toBuild: others }
}

function isBuildable(entry: LockedDistribution): boolean {
  return entry.source !== undefined || fileToBuild(entry) !== undefined
}

function fileToBuild({ archive, sdist }: LockedDistribution): LockedFile | undefined {
  return archive === undefined || isWheel(archive) ? sdist : archive
}

function isWheel({ filename }: LockedFile): boolean {
  return filename.endsWith('.whl')
}

function notBuilt(sources: readonly LockedDistribution[], lock: Lock): UserError {
  const list = sources.map(entry => `\`${entry.name}\` (${placeOf(entry)})`).join(', ')
  return new UserError('SOURCE_NOT_BUILT', `\`${lock.source}\` names sources of which there is no wheel: ${list}`, {
    hint: 'Build them with `wheelcrew build` or `wheelcrew install`, or name wheels of them',
  })
}

function placeOf(entry: LockedDistribution): string {
  const { source } = entry
  if (source?.kind === 'directory') return `directory \`${source.path}\``
  if (source !== undefined) return `repository \`${redact(source.url)}\``
  return `source archive \`${fileToBuild(entry)?.filename}\``
}

function planWheel(lock: Lock, entry: LockedDistribution, ranks: TagRanks): PlannedWheel | undefined {
  const wheels = nameWheels(wheelsOf(entry))
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

function wheelsOf({ archive, wheels }: LockedDistribution): readonly LockedFile[] {
  return [...(archive ? [archive] : []), ...wheels].filter(isWheel)
}

/** PEP 610: without credentials; `hash` is the older spelling, which pip still writes. */
function directUrlOf({ url, path, hashes, subdirectory }: LockedFile): DirectUrl {
  const place = url !== undefined ? stripCredentials(url) : pathToFileURL(path ?? '').href
  const { sha256 } = hashes
  const archive_info = sha256 === undefined ? { hashes } : { hash: `sha256=${sha256}`, hashes }
  return { url: place, archive_info, ...(subdirectory !== undefined && { subdirectory }) }
}

function wheelNotFound(missing: readonly LockedDistribution[], interpreter: Interpreter): UserError {
  const details = missing.map(entry => {
    const tags = [...new Set(nameWheels(wheelsOf(entry)).flatMap(({ wheel }) => wheel.tags))]
    return `${label(entry)} has wheels for ${shorten(tags)}`
  })
  return new UserError(
    'WHEEL_NOT_FOUND',
    `no wheel for Python ${interpreter.version} on this platform: ${details.join('; ')}; wanted one of ${shorten(interpreter.tags)}`,
    { hint: 'Choose another Python, another version that has such a wheel, or a lock that lists its source archive' },
  )
}

/** Enough tags to see what is wrong; an interpreter has hundreds. */
function shorten(tags: readonly string[]): string {
  const shown = 6
  const rest = tags.length > shown ? ` and ${tags.length - shown} more` : ''
  return `${quoteAll(tags.slice(0, shown))}${rest}`
}

const strongHashes = ['sha256', 'sha384', 'sha512', 'blake2b']

type Hashable = { readonly name: string; readonly version: string | undefined; readonly file: LockedFile | undefined }

/** No hash can be about a directory or a repository: those come without a file. */
function checkHashes(lock: Lock, entries: readonly Hashable[]): void {
  const isHashed = ({ file }: Hashable) =>
    strongHashes.some(algorithm => algorithm in { ...file?.hashes, ...file?.oneOf })
  const unhashed = entries.filter(entry => !isHashed(entry))
  if (unhashed.length === 0) return
  throw usageError(
    'HASH_MISSING',
    `hashes are required, but \`${lock.source}\` has no sha256 or stronger for ${unhashed.map(label).join(', ')}`,
    'Make the lock again with hashes, or leave out `--require-hashes`',
  )
}
