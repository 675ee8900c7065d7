/** Waiting for the uploader, in the post step. */
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { isSilent } from './heartbeat.js'
import { readResult, type UploadResult } from './upload-result.js'

export type Uploader = {
  /** Where its result appears. */
  readonly directory: string
  readonly pid: number
}

/** Milliseconds. */
export type Patience = { readonly limitMs: number; readonly pollMs: number }

/** Its result; `gone` when it ended, or fell silent, without one; `late` when it is still at work after the limit. */
export async function awaitUpload(
  { directory, pid }: Uploader,
  { limitMs, pollMs }: Patience,
): Promise<UploadResult | 'gone' | 'late'> {
  const end = performance.now() + limitMs
  for (;;) {
    // In this order, so that a result written in between is seen.
    const running = isRunning(pid) && !(await isSilent(directory))
    const result = await readResult(directory)
    if (result !== undefined) return result
    if (!running) return 'gone'
    if (performance.now() >= end) return 'late'
    await setTimeout(pollMs)
  }
}

/** A process of another user is not the uploader: its number was given away again. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !isZombie(pid)
  } catch {
    return false
  }
}

/** In a container, the first process may be one that collects no ended children. Only Linux says so in a file. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /^ [ZX]/.test(stat.slice(stat.lastIndexOf(')') + 1))
  } catch {
    return false
  }
}
