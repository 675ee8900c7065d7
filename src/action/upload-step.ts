/** The uploader at work, in a process of its own. */
import type { SaveServices } from '../edge/run-install.js'
import { startHeartbeat } from './heartbeat.js'
import { saveRequest } from './sealed.js'
import { writeResult } from './upload-result.js'

export type UploadTask = {
  /** Where the result goes, and the workspace of the uploader. */
  readonly directory: string
  readonly request: string
}

export type UploadServices = SaveServices & {
  /** What the console has printed so far. */
  readonly printed: () => string
}

/** Carries out the request and leaves the result. Throws Node's system errors when it cannot be written. */
export async function runUpload({ directory, request }: UploadTask, services: UploadServices): Promise<void> {
  const startedAt = Date.now()
  const heartbeat = startHeartbeat(directory)
  const bytes = await saveRequest(request, { ...services, workspace: directory })
  heartbeat.stop()
  await writeResult(directory, { bytes, startedAt, endedAt: Date.now(), log: services.printed() })
}
