/** The uploader: a process that saves to the cache while the steps of the job run. Here it is started. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { dirname } from 'node:path'
import { errnoOf } from '../errors.js'
import type { Environment } from '../host.js'
import type { UploadTask } from './upload-step.js'

/** The argument that makes the entry of the post step the uploader: a bundle of its own would hold the same code. */
export const uploaderArgument = 'upload'

/** All that the uploader needs, through its standard input: a step may remove any file. */
export type Handover = UploadTask & {
  /** The environment of the main step, with its credentials. */
  readonly variables: Environment
}

export type UploaderOptions = {
  /** The module that the uploader runs. */
  readonly uploaderPath: string
  readonly env: Environment
}

/**
 * Starts the uploader and returns its process id, or undefined when the system starts no process. It belongs to no process
 * group of this step and is not waited for. Other processes can read the arguments and the environment that a process was
 * started with, so the credentials are in neither.
 */
export async function startUploader(
  task: UploadTask,
  { uploaderPath, env }: UploaderOptions,
): Promise<number | undefined> {
  const child = spawn(process.execPath, [uploaderPath, uploaderArgument], {
    // Always there, in no workspace, and not what a step cleans up.
    cwd: dirname(process.execPath),
    detached: true,
    env: startVariables(env),
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  // A pipe that breaks later is an uploader that ended, which the post step finds out.
  child.stdin.on('error', () => {})
  try {
    // Its threads inherit the priority that its first thread has when they start: so now, and not by itself.
    if (child.pid !== undefined) lowerPriority(child.pid)
    await once(child, 'spawn')
    const handover: Handover = { ...task, variables: { ...env, GITHUB_WORKSPACE: task.directory } }
    child.stdin.end(JSON.stringify(handover))
    await once(child.stdin, 'finish', { signal: AbortSignal.timeout(handoverMs) })
  } catch (error) {
    // Not started, or ended or stopped before it read: the post step saves then.
    if (errnoOf(error) === undefined) throw error
  }
  child.unref()
  return child.pid
}

/** Longest time for the handover: what the buffer of the pipe does not hold waits until the uploader reads, a tenth of a second. */
const handoverMs = 5000

/** What the system, Node at its start and the runner's clean-up at the end of a job look for. */
const startNames = new Set([
  'PATH',
  'PATHEXT',
  'HOME',
  'USERPROFILE',
  'LOCALAPPDATA',
  'PROGRAMFILES',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'TZ',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'RUNNER_TEMP',
  'RUNNER_TRACKING_ID',
])

function startVariables(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => startNames.has(name.toUpperCase())))
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A courtesy to the steps of the job, which some systems do not allow.
  }
}
