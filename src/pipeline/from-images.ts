/** A new environment out of images in the remote cache: no wheel is unpacked, and nothing resolved. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ManifestImages } from '../cache/manifest.js'
import { mostImages } from '../image/mount.js'
import { selectWheels, sourcesToBuild } from '../plan/plan.js'
import { venvEnvironment } from '../python/environment.js'
import { fillVenv } from '../python/venv.js'
import type { Report } from '../report/report.js'
import { type Inputs, lockRequiresPython } from '../resolve/inputs.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { type CacheSession, describeCache, type OpenCache, openCache } from './cache.js'
import { venvOptionsOf } from './environment.js'
import { isImageThere, takeImage } from './images.js'
import { imagesKey } from './images-key.js'
import { type ChosenInterpreter, chooseInterpreter } from './interpreter.js'
import { type ObtainedLock, obtainLock } from './lock.js'
import { mountedAt, reportQuick } from './quick.js'
import { keepRequest, readyRequest } from './ready.js'
import { repeatableOf } from './repeatable.js'
import { restoreImages } from './restore-images.js'
import { type Run, timed } from './run.js'
import { readPlan, type StoredPlan } from './stored-plan.js'

/** The report of the run; else what was found out on the way. */
export type ImageOutcome =
  | { readonly report: Report }
  | {
      readonly chosen: ChosenInterpreter | undefined
      readonly session: CacheSession | undefined
      readonly obtained: ObtainedLock | undefined
    }

export type ImagesGiven = {
  readonly found: Inputs
  readonly named: RunInputs
  readonly chosen: ChosenInterpreter | undefined
}

/** Mounts images that the cache has of the plan of these inputs, where images are asked for and the environment is a new one. */
export async function installFromImages({ found, named, chosen: known }: ImagesGiven, run: Run): Promise<ImageOutcome> {
  const { settings, watch } = run
  const unknown = { session: undefined, obtained: undefined }
  const { editables, sources } = named.set
  const hasSources = settings.editables.length + settings.build.sources.length + editables.length + sources.length > 0
  if (settings.environment.kind !== 'venv' || settings.upgrade || hasSources) return { chosen: known, ...unknown }
  const chosen = known ?? (await timed(watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found))))
  if (chosen.venv?.kind !== 'absent' && chosen.venv?.kind !== 'empty') return { chosen, ...unknown }
  const session = await openCache(named, chosen.interpreter, run)
  const { open } = session
  const offered = open?.manifest?.planDigest === open?.planDigest ? (open?.manifest?.images ?? []) : []
  if (open === undefined || offered.length === 0) return { chosen, session, obtained: undefined }
  const { interpreter } = chosen
  const obtained = await timed(watch, 'lock', () => obtainLock(named, { interpreter, session }, run))
  const outcome = await mountOffered(offered, { named, chosen, session, open, obtained }, run)
  if ('report' in outcome) return outcome
  watch.decide('images', 'not mounted', `${outcome.reason}; packs and links instead`)
  return { chosen, session, obtained }
}

type Wanted = {
  readonly named: RunInputs
  readonly chosen: ChosenInterpreter
  readonly session: CacheSession
  readonly open: OpenCache
  readonly obtained: ObtainedLock
}

type Outcome = { readonly report: Report } | { readonly reason: string }

/** Takes images of this very lock and interpreter. */
async function mountOffered(offered: readonly ManifestImages[], wanted: Wanted, run: Run): Promise<Outcome> {
  const { named, chosen, open, obtained } = wanted
  const { interpreter } = chosen
  const { lock } = obtained
  if (sourcesToBuild(lock, interpreter).length > 0) return { reason: 'the lock has sources to build' }
  const wheels = selectWheels(lock, interpreter, named.set.index)
  const repeatable = await repeatableOf(wheels, { inputs: named, lock, interpreter }, run)
  const wantedKey = await imagesKey(interpreter, run)
  const images = offered.find(({ key }) => key === wantedKey)
  if (repeatable === undefined || images === undefined || images.layers.length > mostImages) {
    return { reason: 'the images in the cache are of another interpreter, or of other settings' }
  }
  const user = process.getuid?.()
  if (images.user !== user) return { reason: `the images in the cache belong to user ${images.user}, this is ${user}` }
  const { key, files, texts } = repeatable
  const expected = { files, texts, wheels: new Set(wheels.flatMap(({ sha256 }) => sha256 ?? [])) }
  const obstacle = run.mounting().then(mounting => ('lacks' in mounting ? mounting.lacks : undefined))
  const restoring = restoreImages({ open, images, key, expected, obstacle }, run)
  const providing = provideTemplate(images.root, chosen, run)
  await Promise.allSettled([restoring, providing])
  await providing
  const lacking = await restoring
  return lacking === undefined ? mount({ ...images, key }, wanted, run) : { reason: lacking }
}

async function mount({ key, layers }: ManifestImages, wanted: Wanted, run: Run): Promise<Outcome> {
  const { settings, host, watch, located } = run
  const { session, chosen, open } = wanted
  const { interpreter } = chosen
  const plan = await readPlan(key, run)
  if (settings.environment.kind !== 'venv' || plan === undefined) return { reason: 'the plan of the images is gone' }
  const environment = venvEnvironment(settings.environment.path, interpreter, host.platform)
  const request = readyRequest({ plan, environment, interpreter }, run)
  if (request === undefined) return { reason: 'the interpreter is gone' }
  const outcome = await timed(watch, 'venv', () => takeImage(request, plan, run))
  if ('reason' in outcome) {
    const isThere = await Promise.all(layers.map(({ name }) => isImageThere(located.store, name)))
    // What the kernel refused was taken away.
    for (const [index, { digest }] of layers.entries()) if (isThere[index] === false) open.spoiled.add(digest)
    return outcome
  }
  watch.decide('venv', 'mounted', 'images were in the cache')
  for (const warning of plan.facts.warnings) watch.warn(warning)
  const wheels = plan.facts.wheels.length
  const made = mountedAt(outcome.mounted, { environment, keep: keepRequest(request, settings) }, run)
  watch.decide('save', 'no', 'the cache gave all of it')
  const cache = describeCache(session, { wheels, spared: wheels })
  return { report: reportQuick({ plan: ofCache(plan), made, interpreter, cache, save: undefined }, run) }
}

/** The texts of another path than that of the images come out of the template, which a new machine lacks. */
async function provideTemplate(imaged: string, { interpreter }: ChosenInterpreter, run: Run): Promise<void> {
  const { environment } = run.settings
  if (environment.kind !== 'venv' || environment.path === imaged) return
  const at = join(await run.scratchDirectory('venv'), randomUUID())
  await mkdir(at)
  await fillVenv({ at, root: environment.path }, interpreter, venvOptionsOf(run))
}

function ofCache(plan: StoredPlan): StoredPlan {
  const wheels = plan.facts.wheels.map(facts => ({ ...facts, source: 'cache' as const }))
  return { ...plan, facts: { ...plan.facts, wheels } }
}
