/** The wheel of a source: one that was built before, here or elsewhere, else one that is built. */
import { constants } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { unpackProduct } from '../build/editable-product.js'
import { secondKey } from '../build/key.js'
import { digestFileWith } from '../install/digest.js'
import type { Interpreter } from '../python/interpreter.js'
import type { BuildFacts } from '../report/report.js'
import { listBuilds, removeBuild, type StoredBuild } from '../store/builds.js'
import { withStagedFile } from '../store/store.js'
import type { BuildCache } from './build-cache.js'
import { type BuildClaim, claimBuild } from './build-claim.js'
import type { BuildEnvironments } from './build-environment.js'
import type { Described } from './build-ingredients.js'
import { inPlace, rootedPaths } from './build-tree.js'
import { discoveredNow, type FoundBuild, findRemote, findStored, keepTrusted, type Sought } from './find-build.js'
import { keepLatest, whyBuilt } from './latest-build.js'
import { makeBuild } from './make-build.js'
import { type Run, waitingOf } from './run.js'

/** A wheel that lies here. */
export type BuiltFile = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  readonly path: string
  readonly sha256: string
}

export type Provided = {
  readonly wheel: BuiltFile
  readonly outcome: Pick<BuildFacts, 'how' | 'seconds' | 'reason'>
  /** As it is kept; undefined where it is not. */
  readonly build: StoredBuild | undefined
}

export type Providing = {
  readonly described: Described
  readonly environments: BuildEnvironments
  readonly interpreter: Interpreter
  readonly cache: BuildCache | undefined
}

/**
 * Finds or builds. One process of this machine builds a key, one job of a matrix; the others find what it made. Undefined where none
 * is known and this mode builds nothing.
 */
export async function provideBuild(sought: Sought, providing: Providing, run: Run): Promise<Provided | undefined> {
  const { cache } = providing
  const { shown } = sought.identified.source
  const use = useOf(sought, providing, run)
  const early = await findBuild(sought, providing, run)
  if (early !== undefined || !mayBuild(run)) return early
  const onWait = (owner: string): void => run.host.log.info(`waiting for ${owner}, which builds \`${shown}\``)
  const claim = await claimBuild(run.located.store, sought.first, { ...waitingOf(run), onWait })
  try {
    const late = await use(await findStored(sought, run))
    if (late !== undefined) return late
    const turn = await cache?.claim(sought.first, `\`${shown}\``)
    try {
      const elsewhere = turn?.isBuilt === true ? await use(await findRemote(sought, cache, run)) : undefined
      return elsewhere ?? (await buildAnew(sought, { ...providing, claim }, run))
    } finally {
      await turn?.release()
    }
  } finally {
    await claim.release()
  }
}

/** Whether this mode builds what nobody has built. */
export function mayBuild({ settings }: Run): boolean {
  return settings.mode !== 'restore' && settings.mode !== 'save' && !settings.build.explain
}

/** What was built before, in the store or the cache. */
export async function findBuild(sought: Sought, providing: Providing, run: Run): Promise<Provided | undefined> {
  const use = useOf(sought, providing, run)
  return (await use(await findStored(sought, run))) ?? use(await findRemote(sought, providing.cache, run))
}

/** Makes the wheel of what was found usable; undefined where nothing was, or it cannot be used here. */
function useOf(sought: Sought, providing: Providing, run: Run) {
  return async (found: FoundBuild | undefined) => found && useFound(found, { sought, providing }, run)
}

type Using = { readonly sought: Sought; readonly providing: Providing }

/** The wheel of a build: of an editable one for the tree as it lies here. Undefined where it cannot be used for that. */
async function useFound({ build, how }: FoundBuild, using: Using, run: Run): Promise<Provided | undefined> {
  const { note, productPath } = build
  if ((await digestOf(productPath)) !== note.product.sha256) {
    run.watch.warn(`the stored build of \`${note.name}\` is damaged, and is left out`)
    await removeBuild(run.located.store, note)
    return undefined
  }
  const path = note.kind === 'wheel' ? productPath : await placeEditable(build, using, run)
  if (path === undefined) return undefined
  const sha256 = note.kind === 'wheel' ? note.product.sha256 : await digestOf(path)
  const reason = how === 'store' ? 'built before, of the same source in the same environment' : 'the cache had it'
  const { name, version } = note
  return { wheel: { name, version, path, sha256 }, outcome: { how, seconds: 0, reason }, build }
}

/** Puts what the build wrote into the tree and returns the path of the wheel for this tree. */
async function placeEditable(
  { note, productPath }: StoredBuild,
  { sought, providing }: Using,
  run: Run,
): Promise<string | undefined> {
  const { root: tree, closure } = inPlace(sought.identified)
  const outputDirectory = await run.scratchDirectory(`editable-${note.second}`)
  const services = { python: providing.interpreter.executable, host: run.host }
  const product = { product: productPath, tree, sources: rootedPaths(closure), outputDirectory }
  return unpackProduct(product, services)
}

async function digestOf(path: string): Promise<string> {
  return (await digestFileWith('sha256', path)).toString('hex')
}

async function buildAnew(
  sought: Sought,
  { described, environments, interpreter, cache, claim }: Providing & { readonly claim: BuildClaim },
  run: Run,
): Promise<Provided> {
  const { identified, first } = sought
  const { log } = run.host
  const before = await listBuilds(run.located.store, first)
  const named = before.flatMap(({ note }) => Object.keys(note.discovered.variables))
  const known = [...new Set([...named, ...(cache?.names ?? [])])]
  const { ingredients } = described
  const reason = await whyBuilt({ identified, ingredients, before, now: note => discoveredNow(note, sought, run) }, run)
  log.info(`building \`${identified.source.shown}\`: ${reason}`)
  const keep = (directory: string): Promise<void> => claim.keep(directory)
  const made = await makeBuild({ identified, first, ingredients, known, environments, interpreter, keep }, run)
  const { wheel, kept, seconds, logFile } = made
  await keepLatest(identified, ingredients, run)
  if ('build' in kept) await cache?.save(kept.build.note, kept.build.productPath)
  else run.watch.decide(`keep ${wheel.name}`, 'no', kept.reason)
  log.info(`built \`${wheel.name}\` ${wheel.version} in ${seconds.toFixed(1)} s; log: ${logFile}`)
  const build = 'build' in kept ? kept.build : undefined
  return { wheel: { ...wheel, sha256: await digestOf(wheel.path) }, outcome: { how: 'built', seconds, reason }, build }
}

type Keeping = { readonly cache: BuildCache | undefined; readonly run: Run }

/** Keeps a build under another first key too, of which the content is known: the files beside it need not be looked at. */
export async function keepAs(
  first: string,
  { note, productPath }: StoredBuild,
  { cache, run }: Keeping,
): Promise<StoredBuild> {
  const discovered = { ...note.discovered, paths: {} }
  const alias = { ...note, first, second: secondKey(first, discovered), discovered }
  const { store } = run.located
  const kept = await withStagedFile(store, async path => {
    await copyFile(productPath, path, constants.COPYFILE_FICLONE)
    return keepTrusted(alias, path, run)
  })
  await cache?.save(alias, productPath)
  return kept
}
