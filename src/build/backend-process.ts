/** The process of a build backend: its output line by line, and its end with everything that it started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { hasErrno, messageOf } from '../errors.js'
import type { Environment, OperatingSystem } from '../host.js'

export type BackendRun = {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment of the process. */
  readonly env: Environment
  readonly os: OperatingSystem
  readonly signal: AbortSignal
  /** A line of its output, as it comes. */
  onLine(line: string): void
}

export type BackendExit = {
  readonly succeeded: boolean
  /** Reads like `was killed by SIGKILL`. */
  readonly how: string
  /** Null where a signal ended it, or nothing was started. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** Milliseconds from an interrupt to the end: a backend that is interrupted removes its temporary files. */
const graceMs = 3000
/** Milliseconds for which output is awaited of a process that survives the end of its group. */
const lingerMs = 1000

/**
 * Runs a process to its end; when this settles, nothing that it started in its process group is left.
 * Throws the reason of the signal, after the process has ended.
 */
export async function runBackend(run: BackendRun): Promise<BackendExit> {
  run.signal.throwIfAborted()
  const child = spawn(run.command, run.args, {
    cwd: run.cwd,
    env: { ...run.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    // A group of its own, so that compilers end with it; on Windows this would open a console.
    detached: run.os !== 'win32',
  })
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => run.onLine(line))
  }
  let deadline: NodeJS.Timeout | undefined
  const interrupt = (): void => {
    signalGroup(child, 'SIGINT', run.os)
    deadline = setTimeout(() => signalGroup(child, 'SIGKILL', run.os), graceMs)
  }
  run.signal.addEventListener('abort', interrupt, { once: true })
  const exit = await ended(child, run.os)
  clearTimeout(deadline)
  run.signal.removeEventListener('abort', interrupt)
  run.signal.throwIfAborted()
  return exit
}

function ended(child: ChildProcess, os: OperatingSystem): Promise<BackendExit> {
  return new Promise(resolve => {
    let linger: NodeJS.Timeout | undefined
    child.on('error', error => {
      if (child.pid !== undefined) return
      resolve({ succeeded: false, how: `could not be started (${messageOf(error)})`, code: null, signal: null })
    })
    child.on('exit', () => {
      signalGroup(child, 'SIGKILL', os)
      linger = setTimeout(() => {
        child.stdout?.destroy()
        child.stderr?.destroy()
      }, lingerMs)
    })
    child.on('close', (code, signal) => {
      clearTimeout(linger)
      const how = signal === null ? `ended with exit code ${code}` : `was killed by ${signal}`
      resolve({ succeeded: code === 0, how, code, signal })
    })
  })
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals, os: OperatingSystem): void {
  if (child.pid === undefined) return
  if (os === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => {},
    )
    return
  }
  try {
    process.kill(-child.pid, name)
  } catch (error) {
    // Nobody is left, which macOS says in another way.
    if (!hasErrno(error, 'ESRCH', 'EPERM')) throw error
  }
}
