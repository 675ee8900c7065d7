/** Inputs → Lock: read, taken from the store, listed, or resolved by uv or pip, in this order of preference. */
import { isUserError, messageOf, UserError, usageError } from '../errors.js'
import type { Lock } from '../plan/lock.js'
import { parseRequirements } from '../plan/requirements.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Settings } from '../settings.js'
import { type ListedFile, listFindLinks } from './find-links.js'
import type { InputFile, Inputs } from './inputs.js'
import { keepListedHashes } from './listed-hashes.js'
import { keyOf } from './lock-identity.js'
import { applicable, isPinned, lockPins } from './pins.js'
import { compileWithPip, findPip } from './pip.js'
import type { RequirementSet } from './requirement-set.js'
import type { RunInputs } from './run-inputs.js'
import type { ResolveServices } from './services.js'
import { readStoredLock, storeLock } from './stored-lock.js'
import { checkWithUv, compileWithUv, exportWithUv, type UvRun } from './uv.js'

export type ResolvedLock = {
  readonly lock: Lock
  readonly how: 'read' | 'stored' | 'pins' | 'uv' | 'pip'
  /** Why this way, one sentence for the report. */
  readonly reason: string
}

/**
 * Obtains the lock of a run. A stored lock of unchanged inputs is used unless `settings.upgrade`; then neither a
 * resolver nor the network is touched.
 * Throws LOCK_INVALID, EXTRAS_UNSUPPORTED, RESOLVER_NOT_FOUND, RESOLUTION_FAILED, INDEX_UNREACHABLE,
 * DISTRIBUTION_NOT_FOUND, HASH_MISSING and HASH_MISMATCH.
 */
export async function resolveLock(
  inputs: RunInputs,
  { settings, interpreter, services }: Omit<Request, 'inputs'>,
): Promise<ResolvedLock> {
  const [file] = inputs.files
  const lock = file?.kind === 'pylock' ? inputs.pylock() : undefined
  if (lock !== undefined && file !== undefined) {
    return { lock, how: 'read', reason: `\`${file.shown}\` is a complete lock` }
  }
  const request = { settings, interpreter, services, inputs }
  return file?.kind === 'uv-lock' ? resolveUvLock(file, request) : resolveRequirements(request)
}

type Request = {
  readonly settings: Settings
  readonly interpreter: Interpreter
  readonly services: ResolveServices
  readonly inputs: RunInputs
}

async function resolveUvLock(file: InputFile, request: Request): Promise<ResolvedLock> {
  const { settings, inputs } = request
  const key = keyOf(inputs, request)
  return reuseOrResolve(key, request, async () => {
    const uv = await obtainUv(request)
    if ('missing' in uv) throw resolverNotFound(`\`${file.shown}\` can be read by uv only`, [uv.missing])
    const lock = await exportWithUv(uv, file.path, settings)
    return { lock, how: 'uv', reason: `uv exported \`${file.shown}\`` }
  })
}

async function resolveRequirements(request: Request): Promise<ResolvedLock> {
  const { settings, inputs } = request
  refuseExtras(settings)
  const { set, configuration } = inputs
  const key = keyOf(inputs, request)
  if (set.requirements.length === 0)
    return { lock: emptyLock(inputs), how: 'pins', reason: 'nothing is left to resolve' }
  const needsUv = configuration.namesSources && asksIndex(set)
  return reuseOrResolve(key, request, () => (needsUv ? resolveWithUv(set, request) : resolveSet(set, request)))
}

function emptyLock(inputs: Inputs): Lock {
  const nothing = { environments: [], distributions: [], extras: [], dependencyGroups: [], warnings: [] }
  return { source: sourceOf(inputs), requiresPython: undefined, ...nothing }
}

function refuseExtras({ extras, allExtras, groups }: Settings): void {
  if (extras.length === 0 && !allExtras && groups.length === 0) return
  throw usageError(
    'EXTRAS_UNSUPPORTED',
    'extras and dependency groups can be chosen of a lock only (`pylock.toml`, `uv.lock`), not of requirements',
    'Write `name[extra]` as the requirement, or make a lock',
  )
}

/** What messages call a lock of these inputs. */
export function sourceOf({ files, packages }: Inputs): string {
  return [...files.map(({ shown }) => shown), ...packages].join(', ')
}

async function reuseOrResolve(
  key: string,
  { settings, services, inputs }: Request,
  resolve: () => Promise<ResolvedLock>,
): Promise<ResolvedLock> {
  const place = { key, directory: services.locksDirectory, base: inputs.directory }
  const source = sourceOf(inputs)
  const stored = settings.upgrade ? undefined : await readStoredLock(place)
  if (stored !== undefined) return { lock: { ...stored, source }, how: 'stored', reason: 'the inputs are unchanged' }
  const resolved = await resolve()
  if (!inputs.isTransient) await storeLock(resolved.lock, place)
  return { ...resolved, lock: { ...resolved.lock, source } }
}

async function resolveSet(set: RequirementSet, request: Request): Promise<ResolvedLock> {
  const { settings, interpreter, services } = request
  const isExact = isPinned(set)
  const context = async () => ({ set, interpreter, services, links: await listLinks(set, request) })
  if (isExact && settings.noDeps) {
    const lock = keepListedHashes(await lockPins(await context()), set)
    return { lock, how: 'pins', reason: 'every requirement is pinned, and `--no-deps` needs no resolver' }
  }
  const uv = await obtainUv(request)
  if ('missing' in uv) return resolveWithPip(uv.missing, set, request)
  if (isExact && (await isClosedLocally(uv, set, request))) {
    const lock = keepListedHashes(await lockPins(await context()), set)
    return { lock, how: 'pins', reason: 'every requirement is pinned and hashed, and uv found none missing' }
  }
  const lock = await compileWithUv(uv, request)
  return { lock: finish(lock, set, request), how: 'uv', reason: 'uv resolved the requirements' }
}

/** True where an index decides what is installed, and not a directory or the address of a wheel. */
function asksIndex({ requirements, index }: RequirementSet): boolean {
  return !index.noIndex && !index.offline && requirements.some(({ location }) => location === undefined)
}

/** Where uv's configuration names indexes: whoever does not read it would ask others for packages of the same name. */
async function resolveWithUv(set: RequirementSet, request: Request): Promise<ResolvedLock> {
  const uv = await obtainUv(request)
  if ('missing' in uv) throw resolverNotFound("uv's configuration names the index, which uv alone reads", [uv.missing])
  const lock = await compileWithUv(uv, request)
  return { lock: finish(lock, set, request), how: 'uv', reason: "uv resolved the requirements by uv's configuration" }
}

function listLinks(set: RequirementSet, { settings, services }: Request): Promise<readonly ListedFile[]> {
  return listFindLinks(set.index, { ...services, workingDirectory: settings.workingDirectory })
}

/** True for pinned, hashed requirements without an index that need nothing else: their local files can be listed as they are. */
async function isClosedLocally(uv: UvRun, set: RequirementSet, request: Request): Promise<boolean> {
  const isHashed = set.requirements.every(({ hashes }) => Object.keys(hashes).length > 0)
  if (!isHashed || !(set.index.noIndex || set.index.offline)) return false
  const text = await checkWithUv(uv, request)
  const named = new Set(applicable(set, request.interpreter).map(({ name }) => name))
  return parseRequirements(text, "uv's answer", {}).requirements.every(({ name }) => named.has(name))
}

async function resolveWithPip(uvReason: string, set: RequirementSet, request: Request): Promise<ResolvedLock> {
  const { interpreter, services, inputs } = request
  const { env } = services.host
  const python = await findPip(interpreter, env)
  if (python === undefined) {
    const pipReason = `\`${interpreter.executable}\` has no pip of version 23 or later`
    throw resolverNotFound(`\`${sourceOf(inputs)}\` has to be resolved`, [uvReason, pipReason])
  }
  const { digestFile, locksDirectory } = services
  const run = { env, python, digestFile, temporaryDirectory: locksDirectory }
  const lock = await compileWithPip(run, request)
  return { lock: finish(lock, set, request), how: 'pip', reason: `pip resolved the requirements: ${uvReason}` }
}

/** Marks what the user named, and drops files whose hash the user did not list. */
function finish(lock: Lock, set: RequirementSet, { interpreter }: Request): Lock {
  const named = new Set(applicable(set, interpreter).map(({ name }) => name))
  const distributions = lock.distributions.map(entry => ({ ...entry, requested: named.has(entry.name) }))
  return keepListedHashes({ ...lock, distributions }, set)
}

/** How to run uv, or why there is none. */
async function obtainUv({ interpreter, services }: Request): Promise<UvRun | { readonly missing: string }> {
  const { host, locksDirectory, provideUv } = services
  try {
    return { uv: await provideUv(), env: host.env, temporaryDirectory: locksDirectory, interpreter }
  } catch (error) {
    if (!isUserError(error)) throw error
    return { missing: messageOf(error) }
  }
}

function resolverNotFound(need: string, reasons: readonly string[]): UserError {
  return new UserError('RESOLVER_NOT_FOUND', `${need}, but there is no resolver: ${reasons.join('; ')}`, {
    hint: 'Put uv on PATH, or give a pylock.toml, or pinned requirements with `--no-deps`',
  })
}
