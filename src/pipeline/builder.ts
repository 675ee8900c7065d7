/** Wheels of sources: found in the store, restored from the cache, or built, once per source and build environment. */

import { installedDigest } from '../build/environment-digest.js'
import type { BuildSource } from '../build/source.js'
import { createSlots } from '../concurrency.js'
import { UserError } from '../errors.js'
import { scanInstalled } from '../install/installed.js'
import type { DirectUrl, LockedFile } from '../plan/lock.js'
import type { Interpreter } from '../python/interpreter.js'
import { isSameVersion } from '../python/specifiers.js'
import type { BuildFacts, WheelSource } from '../report/report.js'
import { type BuildCache, openBuildCache } from './build-cache.js'
import { type BuildEnvironments, type Install, openBuildEnvironments } from './build-environment.js'
import { describeBuild } from './build-ingredients.js'
import { explainBuild } from './explain-build.js'
import type { Sought } from './find-build.js'
import { type BuiltFile, findBuild, keepAs, mayBuild, type Provided, provideBuild } from './provide-build.js'
import { type Run, timed } from './run.js'
import { type IdentifiedSource, identifyCheckout, identifySource } from './source-identity.js'
import type { ProvidedWheel } from './wheels.js'

/** A wheel of a source, as a file that lies here. */
export type BuiltSource = BuiltFile & {
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
  /** Of the cache that builds are looked for in, for messages; undefined where there is none. */
  readonly cacheName: string | undefined
  /** What the wheel of this digest was made of; of what is built twice the bytes may differ, and this does not. */
  identityOf(sha256: string): string | undefined
  /** What came of each source so far. */
  readonly outcomes: readonly BuildFacts[]
  /** Sources, as they were named, of which nothing was found in a mode that builds nothing. */
  readonly missed: readonly string[]
}

/** Whether the wheel of a digest is one that a builder built or found. */
export function isBuiltBy({ sourceOf }: Builder): (sha256: string) => boolean {
  return sha256 => sourceOf(sha256) !== undefined
}

/** The wheels, those of sources with where they came from as such. */
export function withOrigins<Wheel extends Pick<ProvidedWheel, 'note' | 'source'>>(
  wheels: readonly Wheel[],
  { sourceOf }: Builder,
): readonly Wheel[] {
  return wheels.map(wheel => ({ ...wheel, source: sourceOf(wheel.note.sha256) ?? wheel.source }))
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
  readonly identities: Map<string, string>
  readonly missed: string[]
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
    identities: new Map(),
    missed: [],
  }
  return {
    build: (source, expected) =>
      slots.use(() => timed(run.watch, 'build', () => provideSource(source, expected, context))),
    explain: source => explain(source, context),
    sourceOf: sha256 => context.sources.get(sha256),
    cacheName: context.cache?.name,
    identityOf: sha256 => context.identities.get(sha256),
    outcomes: context.outcomes,
    missed: context.missed,
  }
}

async function provideSource(
  source: BuildSource,
  expected: Expected | undefined,
  context: Context,
): Promise<BuiltSource | undefined> {
  const { run } = context
  const identified = await identifySource(source, expected?.file, run)
  const provided = await provideIdentified(identified, expected, context)
  if (provided === undefined) {
    run.watch.warn(`neither store nor cache has a build of \`${source.shown}\``)
    context.missed.push(source.shown)
    return undefined
  }
  const { wheel, outcome } = provided
  if (expected !== undefined) assertExpected(wheel, expected, source.shown)
  context.sources.set(wheel.sha256, sourceOfHow[outcome.how])
  if (provided.build !== undefined) context.identities.set(wheel.sha256, provided.build.note.second)
  context.outcomes.push({ name: wheel.name, version: wheel.version, path: wheel.path, ...outcome })
  run.watch.decide(`build ${wheel.name}`, outcome.how, outcome.reason)
  return { ...wheel, directUrl: identified.directUrl, extras: source.extras }
}

/** A revision that nobody has built may have the content of one that somebody has. */
async function provideIdentified(
  identified: IdentifiedSource,
  expected: Expected | undefined,
  context: Context,
): Promise<Provided | undefined> {
  const { run } = context
  const { sought, providing } = await seek(identified, expected, context)
  if (identified.source.kind !== 'vcs') return provideBuild(sought, providing, run)
  const known = await findBuild(sought, providing, run)
  if (known !== undefined || !mayBuild(run)) return known
  const checkout = await identifyCheckout(identified, run)
  const tree = await seek(checkout, expected, context)
  const provided = await provideBuild(tree.sought, tree.providing, run)
  // The version of some comes from tags, which a commit may get later.
  const isSettled = checkout.tree?.project.isScmVersioned !== true
  if (!isSettled || provided?.build === undefined) return provided
  return { ...provided, build: await keepAs(sought.first, provided.build, { cache: providing.cache, run }) }
}

async function seek(identified: IdentifiedSource, expected: Expected | undefined, context: Context) {
  const { run, interpreter, cache } = context
  const described = await describeBuild(identified, context, run)
  const environments = environmentsFor(identified, { expected, context })
  const sought: Sought = {
    identified,
    first: described.first,
    lock: environments.lock,
  }
  return { described, sought, providing: { described, environments, interpreter, cache } }
}

const sourceOfHow = { built: 'built', restored: 'cache', store: 'store' } as const satisfies Record<
  BuildFacts['how'],
  WheelSource
>

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
    lock: async (_, own = expected?.name) => {
      const { directories } = await environment()
      const distributions = await scanInstalled(directories)
      const digest = installedDigest(distributions, own)
      return { digest, locked: distributions.map(({ name, version }) => `${name}==${version}`) }
    },
    make: async () => (await environment()).python,
  }
}

async function explain(source: BuildSource, context: Context): Promise<string> {
  const { run } = context
  const revision = await identifySource(source, undefined, run)
  const { described, sought } = await seek(await identifyCheckout(revision, run), undefined, context)
  return explainBuild({ sought, described }, run)
}
