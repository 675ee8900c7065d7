/** What is left in the store for the next run with the same plan, when the job is done: a ready environment, or its images. */
import { errnoOf, isUserError, messageOf } from '../errors.js'
import type { Host } from '../host.js'
import { openStore } from '../store/store.js'
import type { KeepRequest } from './ready.js'
import { readStoredPlan } from './stored-plan.js'

/** Carries out a request; trouble is a warning, since the job is done. Says what was made. */
export async function keepForNext(request: KeepRequest, host: Host): Promise<string | undefined> {
  try {
    if (request.form === 'ready') {
      const { makeReady } = await import('./ready.js')
      return (await makeReady(request, host)) ? 'a ready environment is kept for the next run' : undefined
    }
    const plan = await readStoredPlan(request.key, await openStore(request.store))
    if (plan === undefined) return undefined
    const { makeImages } = await import('./images.js')
    const reason = await makeImages(request, plan, host)
    return reason === undefined ? 'an image is kept for the next run' : `no image is kept: ${reason}`
  } catch (error) {
    if (!isUserError(error) && errnoOf(error) === undefined) throw error
    host.log.warn(`nothing is kept for the next run: ${messageOf(error)}`)
    return undefined
  }
}
