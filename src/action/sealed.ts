/**
 * The sealed request to save, on its way from the main step to the processes that carry it out. It lies in a file, since the
 * runner hands a state over as one variable, which a system limits to 128 KiB or less; its digest is where no later step can
 * change it.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFailure } from '../edge/failure.js'
import { runSave, type SaveServices } from '../edge/run-install.js'
import { errnoOf } from '../errors.js'

export type Sealed = {
  /** Of this user alone; the result of the uploader comes here too. */
  readonly directory: string
  /** sha256 of the request. */
  readonly digest: string
}

/** Puts a request into a new directory of its own. Throws Node's system errors. */
export async function sealRequest(request: string, temporaryDirectory: string): Promise<Sealed> {
  const directory = await mkdtemp(join(temporaryDirectory, 'wheelcrew-save-'))
  await writeFile(requestPath(directory), request, { mode: 0o600 })
  return { directory, digest: digestOf(request) }
}

/** Carries out a sealed request and returns the bytes that were saved. Whatever goes wrong is a warning. */
export async function saveSealed(sealed: Sealed, services: SaveServices): Promise<number> {
  const { log } = services.host
  try {
    const request = await openSealed(sealed)
    if (request !== undefined) return await runSave(request, services)
    log.warn(`the cache was not saved: \`${requestPath(sealed.directory)}\` is gone or changed after it was sealed`)
  } catch (error) {
    log.warn(`the cache was not saved: ${describeFailure(error).message}`)
  }
  return 0
}

/** The request, or undefined when it is not the one that was sealed. */
async function openSealed({ directory, digest }: Sealed): Promise<string | undefined> {
  try {
    const request = await readFile(requestPath(directory), 'utf8')
    return digestOf(request) === digest ? request : undefined
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  }
}

function requestPath(directory: string): string {
  return join(directory, 'request.json')
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
