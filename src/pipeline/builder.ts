/** Wheels of sources: found in the store, restored from the cache, or built, once per source and build environment. */

import { unpackProduct } from '../build/editable-product.js'
import { installedDigest } from '../build/environment-digest.js'
import type { BuildSource } from '../build/source.js'
import { createSlots } from '../concurrency.js'
import { UserError } from '../errors.js'
import { digestFileWith } from '../install/digest.js'
import { scanInstalled } from '../install/installed.js'
import type { DirectUrl, LockedFile } from '../plan/lock.js'
import type { Interpreter } from '../python/interpreter.js'
import { compareVersions, isVersion } from '../python/specifiers.js'
import type { BuildFacts, WheelSource } from '../report/report.js'
import type { StoredBuild } from '../store/builds.js'
import { listBuilds } from '../store/builds.js'
import { type BuildCache, openBuildCache } from './build-cache.js'
import { claimBuild } from './build-claim.js'
import { type BuildEnvironments, type Install, openBuildEnvironments } from './build-environment.js'
import { type Described, describeBuild } from './build-ingredients.js'
import { inPlace, sourcePaths } from './build-tree.js'
import { explainBuild } from './explain-build.js'
import { type FoundBuild, findRemote, findStored, type Sought } from './find-build.js'
import { keepLatest, whyBuilt } from './latest-build.js'
import { type Making, makeBuild } from './make-build.js'
import { type Run, timed, waitingOf } from './run.js'
import { type IdentifiedSource, identifySource } from './source-identity.js'

/** A wheel of a source, as a file that lies here. */
export type BuiltSource = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  readonly path: string
  readonly sha256: string
  readonly directUrl: DirectUrl
  readonly extras: readonly string[]
}

/** What the lock, or whoever names it, says of a source. */
export type Expected = {
  readonly name: string | undefined
  readonly version: string | undefined
  /** An archive, with its hashes. */
  readonly file: LockedFile | undefined
  /** `torch==2.11.0`: what the build environment must have as the lock has it. */
  readonly besides: readonly string[]
}

export type Builder = {
  /**
   * The wheel of a source; undefined where none is known and this mode builds nothing, which is said as a warning.
   * Throws UserError BUILD_FAILED, BUILD_UNEXPECTED, and what getting the source and making its environment throw.
   */
  build(source: BuildSource, expected?: Expected): Promise<BuiltSource | undefined>
  /** What the key of a build is made of, as text for a reader; nothing is built. */
  explain(source: BuildSource): Promise<string>
  /** Where the wheel of this digest came from, where it is one that this run built or found. */
  sourceOf(sha256: string): WheelSource | undefined
  /** What came of each source so far. */
  readonly outcomes: readonly BuildFacts[]
}

/** Whether the wheel of a digest is one that a builder built or found. */
export function isBuiltBy({ sourceOf }: Builder): (sha256: string) => boolean {
  return sha256 => sourceOf(sha256) !== undefined
}

/** What is installed into: builds without isolation run in it. */
export type OwnEnvironment = { readonly python: string; readonly directories: readonly string[] }

export type BuilderServices = {
  readonly interpreter: Interpreter
  /** The installer itself, for build environments. */
  readonly install: Install
  /** Undefined where builds are isolated. */
  readonly environment: (() => Promise<OwnEnvironment>) | undefined
}

type Context = BuilderServices & {
  readonly run: Run
  readonly cache: BuildCache | undefined
  readonly outcomes: BuildFacts[]
  readonly sources: Map<string, WheelSource>
}

/** Opens the builder of a run; nothing is made before it is asked for. One source is built at a time: a build takes all cores. */
export function openBuilder(run: Run, services: BuilderServices): Builder {
  const slots = createSlots(1)
  const context: Context = {
    ...services,
    run,
    cache: openBuildCache({ interpreter: services.interpreter }, run),
    outcomes: [],
    sources: new Map(),
  }
  return {
    build: (source, expected) =>
      slots.use(() => timed(run.watch, 'build', () => provideSource(source, expected, context))),
    explain: source => explain(source, context),
    sourceOf: sha256 => context.sources.get(sha256),
    outcomes: context.outcomes,
  }
}

async function provideSource(
  source: BuildSource,
  expected: Expected | undefined,
  context: Context,
): Promise<BuiltSource | undefined> {
  const { run } = context
  const identified = await identifySource(source, expected?.file, run)
  const described = await describeBuild(identified, context, run)
  const environments = environmentsFor(identified, { expected, context })
  const sought: Sought = { identified, first: described.first, lock: requirements => environments.lock(requirements) }
  const provided = await findOrBuild(sought, { described, environments, context })
  if (provided === undefined) {
    run.watch.warn(`neither store nor cache has a build of \`${source.shown}\``)
    return undefined
  }
  const built = await useBuild(provided.build, { identified, expected }, context)
  context.sources.set(built.sha256, sourceOfHow[provided.outcome.how])
  context.outcomes.push({ name: built.name, version: built.version, path: built.path, ...provided.outcome })
  run.watch.decide(`build ${built.name}`, provided.outcome.how, provided.outcome.reason)
  return built
}

const sourceOfHow = { built: 'built', restored: 'cache', store: 'store' } as const satisfies Record<
  BuildFacts['how'],
  WheelSource
>

type Searching = {
  readonly described: Described
  readonly environments: BuildEnvironments
  readonly context: Context
}

type Provided = { readonly build: StoredBuild; readonly outcome: Pick<BuildFacts, 'how' | 'seconds' | 'reason'> }

/** One process of this machine builds a key, one job of a matrix; the others find what it made. */
async function findOrBuild(sought: Sought, searching: Searching): Promise<Provided | undefined> {
  const { cache, run } = searching.context
  const early = (await findStored(sought, run)) ?? (await findRemote(sought, cache, run))
  if (early !== undefined) return foundAs(early)
  if (run.settings.mode === 'restore' || run.settings.mode === 'save') return undefined
  const claim = await claimBuild(run.located.store, sought.first, waitingOf(run))
  try {
    const late = await findStored(sought, run)
    if (late !== undefined) return foundAs(late)
    const waited = await cache?.claim(sought.first, `\`${sought.identified.source.shown}\``)
    try {
      const elsewhere = waited?.isBuilt === true ? await findRemote(sought, cache, run) : undefined
      return elsewhere === undefined ? await buildAnew(sought, searching) : foundAs(elsewhere)
    } finally {
      await waited?.release()
    }
  } finally {
    await claim.release()
  }
}

function foundAs({ build, how }: FoundBuild): Provided {
  const reason = how === 'store' ? 'built before, of the same source in the same environment' : 'the cache had it'
  return { build, outcome: { how, seconds: 0, reason } }
}

async function buildAnew(
  { identified, first }: Sought,
  { described, environments, context }: Searching,
): Promise<Provided> {
  const { run, interpreter, cache } = context
  const before = await listBuilds(run.located.store, first)
  const known = [...new Set(before.flatMap(({ note }) => Object.keys(note.discovered.variables)))]
  const { ingredients } = described
  const making: Making = { identified, first, ingredients, known, environments, interpreter }
  const reason = await whyBuilt({ identified, ingredients, before }, run)
  run.host.log.info(`building \`${identified.source.shown}\`: ${reason}`)
  const { build, unshared, logFile } = await makeBuild(making, run)
  await keepLatest(identified, build.note, run)
  if (unshared === undefined) await cache?.save(build.note, build.productPath)
  else run.watch.decide('save', 'no', `the build of \`${build.note.name}\` stays here: ${unshared}`)
  run.host.log.info(`built \`${build.note.filename}\` in ${build.note.seconds.toFixed(1)} s; log: ${logFile}`)
  return { build, outcome: { how: 'built', seconds: build.note.seconds, reason } }
}

type Use = { readonly identified: IdentifiedSource; readonly expected: Expected | undefined }

/** The wheel to install: of an editable one for the tree as it lies here. */
async function useBuild(
  { note, productPath }: StoredBuild,
  use: Use,
  { run, interpreter }: Context,
): Promise<BuiltSource> {
  const { source, directUrl } = use.identified
  if (use.expected !== undefined) assertExpected(note, use.expected, source.shown)
  const path = note.kind === 'editable' && source.kind === 'directory' ? await placed() : productPath
  const sha256 = path === productPath ? note.product.sha256 : (await digestFileWith('sha256', path)).toString('hex')
  return { name: note.name, version: note.version, path, sha256, directUrl, extras: source.extras }

  async function placed(): Promise<string> {
    const outputDirectory = await run.scratchDirectory(`editable-${note.second}`)
    const { directory: tree, sources } = treeOf(use.identified)
    const services = { python: interpreter.executable, host: run.host }
    const wheel = await unpackProduct({ product: productPath, tree, sources, outputDirectory }, services)
    if (wheel !== undefined) return wheel
    throw new UserError('BUILD_UNUSABLE', `the stored build of \`${source.shown}\` cannot be used for this tree`, {
      hint: `Remove \`${productPath}\` and run again`,
    })
  }
}

function treeOf(identified: IdentifiedSource) {
  const { directory, closure } = inPlace(identified)
  return { directory, sources: sourcePaths(closure) }
}

function assertExpected(
  { name, version }: Pick<BuiltSource, 'name' | 'version'>,
  expected: Expected,
  shown: string,
): void {
  const fits = expected.version === undefined || isSameVersion(expected.version, version)
  if ((expected.name === undefined || name === expected.name) && fits) return
  throw new UserError(
    'BUILD_UNEXPECTED',
    `\`${shown}\` is \`${name}\` ${version}, and not \`${expected.name}\` ${expected.version ?? ''}`.trim(),
    { hint: 'Correct its name, or make the lock again' },
  )
}

function isSameVersion(a: string, b: string): boolean {
  return a === b || (isVersion(a) && isVersion(b) && compareVersions(a, b) === 0)
}

function environmentsFor(
  { id }: IdentifiedSource,
  { expected, context }: { readonly expected: Expected | undefined; readonly context: Context },
): BuildEnvironments {
  const { run, environment, interpreter, install } = context
  const { chain } = run.settings.build
  if (chain.includes(id)) {
    throw new UserError('BUILD_CYCLE', 'a source needs itself to be built', {
      hint: 'Give a wheel of it with `--find-links`',
    })
  }
  if (environment === undefined) {
    const besides = expected?.besides ?? []
    return openBuildEnvironments(run, { interpreter, install, besides, chain: [...chain, id] })
  }
  return {
    lock: async () => {
      const { directories } = await environment()
      const distributions = await scanInstalled(directories)
      const digest = installedDigest(distributions, expected?.name)
      return { digest, locked: distributions.map(({ name, version }) => `${name}==${version}`) }
    },
    make: async () => (await environment()).python,
  }
}

async function explain(source: BuildSource, context: Context): Promise<string> {
  const { run } = context
  const identified = await identifySource(source, undefined, run)
  const described = await describeBuild(identified, context, run)
  const environments = environmentsFor(identified, { expected: undefined, context })
  const sought: Sought = { identified, first: described.first, lock: requirements => environments.lock(requirements) }
  return explainBuild({ sought, described }, run)
}
