/**
 * A sign of life of the uploader: the modification time of the sealed request. A process id alone may soon be another's, above
 * all on Windows.
 */
import { stat, utimes } from 'node:fs/promises'
import { errnoOf } from '../errors.js'
import { requestPath } from './sealed.js'

const longestSilenceMs = 30_000

/** Gives signs of life in this directory until it is stopped. */
export function startHeartbeat(directory: string, everyMs = 5000): { stop(): void } {
  const beat = () => {
    const now = new Date()
    // A step may have removed the file: then the process id alone has to do.
    utimes(requestPath(directory), now, now).catch(() => {})
  }
  const timer = setInterval(beat, everyMs).unref()
  return { stop: () => clearInterval(timer) }
}

/** Whether there was no sign of life for half a minute; false where there is no file to tell. */
export async function isSilent(directory: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(requestPath(directory))
    return Date.now() - mtimeMs > longestSilenceMs
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return false
  }
}
