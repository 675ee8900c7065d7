/** How a failure is shown and which exit code it has. */
import type { ExitCode } from '../errors.js'
import { errnoOf, exitCodes, isUserError, messageOf } from '../errors.js'
import { redact } from '../redact.js'

/** A failure as data: a bug of ours has no code and carries its stack. */
export type Failure = {
  readonly code: string
  readonly message: string
  readonly hint: string | undefined
  readonly exitCode: ExitCode
}

/** Describes anything thrown; whatever is not a UserError is a bug in wheelcrew. Credentials in URLs are hidden. */
export function describeFailure(error: unknown): Failure {
  if (isUserError(error)) {
    const { code, message, hint, exitCode } = error
    return { code, message: redact(message), hint: hint === undefined ? undefined : redact(hint), exitCode }
  }
  const errno = errnoOf(error)
  const systemHint = errno === undefined ? undefined : systemHints[errno]
  if (systemHint !== undefined) {
    return { code: 'SYSTEM_ERROR', message: redact(messageOf(error)), hint: systemHint, exitCode: exitCodes.failure }
  }
  const stack = error instanceof Error && error.stack !== undefined ? error.stack : messageOf(error)
  return {
    code: 'BUG',
    message: redact(stack),
    hint: 'this is a bug in wheelcrew; please report it with the lines above',
    exitCode: exitCodes.bug,
  }
}

/** What the machine refuses wherever it is asked; Node's message names the call and the path. */
const systemHints: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on that file system, or put the store on another one with `--store`',
  EDQUOT: 'the disk quota is used up: free some space, or put the store elsewhere with `--store`',
  EROFS: 'that file system is read-only: choose another place with `--store` or `--venv`',
  EACCES: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
  EPERM: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
  EMFILE: 'raise the limit on open files (`ulimit -n`)',
  ENFILE: 'the machine has too many open files',
  EIO: 'the disk reports an error',
  ELOOP: 'a symbolic link leads to itself: remove it, or choose another place',
  ENAMETOOLONG: 'a path is longer than its file system allows: choose a shorter one',
  ENOMEM: 'the machine is out of memory',
}

/** `error: message`, and after a blank line `hint: what to do`. */
export function renderFailure({ message, hint }: Failure, label = 'error:'): string {
  return hint === undefined ? `${label} ${message}` : `${label} ${message}\n\nhint: ${hint}`
}
