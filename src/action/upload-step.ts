/** The uploader at work, in a process of its own. */
import type { SaveServices } from '../edge/run-install.js'
import { type Sealed, saveSealed } from './sealed.js'
import { writeResult } from './upload-result.js'

export type UploadServices = SaveServices & {
  /** What the console has printed so far. */
  readonly printed: () => string
}

/** Saves what was sealed and leaves the result in its directory. Throws Node's system errors when it cannot be written there. */
export async function runUpload(sealed: Sealed, services: UploadServices): Promise<void> {
  const startedAt = Date.now()
  const bytes = await saveSealed(sealed, { ...services, workspace: sealed.directory })
  await writeResult(sealed.directory, { bytes, startedAt, endedAt: Date.now(), log: services.printed() })
}
