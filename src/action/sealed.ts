/**
 * The sealed request to save, as it lies for the post step. It is a file, since the runner hands a state over as one variable,
 * which a system limits to 128 KiB or less; its digest is where no later step can change it.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeFailure } from '../edge/failure.js'
import { runSave, type SaveServices } from '../edge/run-install.js'
import { errnoOf, hasErrno, messageOf } from '../errors.js'

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

export type OpenedRequest =
  | { readonly request: string }
  /** `trouble` is a sentence about the file. */
  | { readonly request: undefined; readonly trouble: string }

/** The request, where its file is still the one that was sealed. */
export async function openSealed({ directory, digest }: Sealed): Promise<OpenedRequest> {
  const path = requestPath(directory)
  const trouble = (what: string) => ({ request: undefined, trouble: `\`${path}\` ${what}` })
  try {
    const request = await readFile(path, 'utf8')
    return digestOf(request) === digest ? { request } : trouble('changed after it was sealed')
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return trouble(hasErrno(error, 'ENOENT', 'ENOTDIR') ? 'was removed' : `cannot be read: ${messageOf(error)}`)
  }
}

/** Carries out a request and returns the bytes that were saved. Whatever goes wrong is a warning. */
export async function saveRequest(request: string, services: SaveServices): Promise<number> {
  try {
    return await runSave(request, services)
  } catch (error) {
    services.host.log.warn(`the cache was not saved: ${describeFailure(error).message}`)
    return 0
  }
}

/** Where the request lies. */
export function requestPath(directory: string): string {
  return join(directory, 'request.json')
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
