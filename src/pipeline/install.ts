/**
 * A run from its settings on: what an earlier run with the same lock left in the store is carried out at once, else the whole
 * way is gone. Only the beginning is loaded before that is known.
 */
import { readlinkSync } from 'node:fs'
import { errnoOf } from '../errors.js'
import type { Host } from '../host.js'
import type { Report } from '../report/report.js'
import type { Watch } from '../report/timeline.js'
import { findInputs } from '../resolve/inputs.js'
import { realmsOf } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import { type LocatedStore, locateStore } from '../store/locate.js'
import { beginAhead } from './ahead.js'
import type { ImageOutcome, ImagesGiven } from './from-images.js'
import { installQuickly } from './quick.js'
import { openRun, type Run, withRealms } from './run.js'

/**
 * Makes the environment that `settings` describe, or fills store and cache for it, and returns the report of the run.
 * Whatever fails, the store stays whole and the environment is as it was, or absent if this run made it.
 * Throws UserError for everything that the reader can act on.
 */
export async function install(settings: Settings, host: Host, watch: Watch): Promise<Report> {
  const found = await findInputs(settings)
  const located = await locateFor(settings, host)
  const ahead = beginAhead(found, located.store, { settings, host })
  const { mounting, meanwhile } = ahead
  const services = { watch, located, mounting, meanwhile, realms: settings.index }
  try {
    return await using(openRun(settings, host, services), async run => {
      await clearStaleLink(run)
      const quick = await installQuickly(found, run)
      if ('report' in quick) return quick.report
      const named = await ahead.inputs()
      const rest = withRealms(run, realmsOf(named))
      const imaged = await fromImages({ found, named, ...quick }, rest)
      if ('report' in imaged) return imaged.report
      const { installWhole } = await import('./whole.js')
      return installWhole({ found, named, install, ...imaged }, rest)
    })
  } finally {
    await ahead.settle()
  }
}

/** Loaded where images are asked for. */
async function fromImages(given: ImagesGiven, run: Run): Promise<ImageOutcome> {
  const { mode, linkMode } = run.settings
  if (mode !== 'install' || linkMode !== 'image')
    return { chosen: given.chosen, session: undefined, obtained: undefined }
  const { installFromImages } = await import('./from-images.js')
  return installFromImages(given, run)
}

async function using<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  try {
    return await work(run)
  } finally {
    await run.close()
  }
}

/** An environment that was mounted when the machine went down is a link to nothing. */
async function clearStaleLink(run: Run): Promise<void> {
  const { environment } = run.settings
  if (environment.kind !== 'venv') return
  if (!isLink(environment.path)) return
  const { clearStaleMount } = await import('./images.js')
  await clearStaleMount(environment.path, run)
}

function isLink(path: string): boolean {
  try {
    readlinkSync(path)
    return true
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return false
  }
}

/** Opens the store. Where an interpreter's own directories lie is known when it is found: then links are tried again. */
function locateFor({ store, environment, workingDirectory, linkMode }: Settings, host: Host): Promise<LocatedStore> {
  return locateStore(store, environment.kind === 'system' ? workingDirectory : environment.path, { host, linkMode })
}
