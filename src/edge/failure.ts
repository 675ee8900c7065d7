/** How a failure is shown and which exit code it has. */
import type { ExitCode } from '../errors.js'
import { exitCodes, isUserError, messageOf } from '../errors.js'
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
  const stack = error instanceof Error && error.stack !== undefined ? error.stack : messageOf(error)
  return {
    code: 'BUG',
    message: redact(stack),
    hint: 'this is a bug in wheelcrew; please report it with the lines above',
    exitCode: exitCodes.bug,
  }
}

/** `error: message`, and after a blank line `hint: what to do`. */
export function renderFailure({ message, hint }: Failure, label = 'error:'): string {
  return hint === undefined ? `${label} ${message}` : `${label} ${message}\n\nhint: ${hint}`
}
