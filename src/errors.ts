/**
 * The one error type that a reader can act on, and how errors cross a thread.
 *
 * Everything else that escapes is a bug of ours: it is printed with its stack and exits 70.
 */

/** Exit codes of the command line; the action maps all of them to a failed step. */
export const exitCodes = { ok: 0, failure: 1, usage: 2, integrity: 3, bug: 70 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export type UserErrorOptions = {
  /** What to do about it, in one sentence or a short list; printed after a blank line as `hint: …`. */
  readonly hint?: string | undefined
  /** Default: `exitCodes.failure`. */
  readonly exitCode?: ExitCode
  readonly cause?: unknown
}

const brand = Symbol.for('wheelcrew.UserError')

/**
 * A failure whose reader can act: a wrong flag, a missing file, an unreachable index, a hash that differs.
 * `code` is stable, SCREAMING_CASE and noun first; docs/errors.md lists every one.
 */
export class UserError extends Error {
  readonly code: string
  readonly hint: string | undefined
  readonly exitCode: ExitCode

  constructor(code: string, message: string, options: UserErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UserError'
    this.code = code
    this.hint = options.hint
    this.exitCode = options.exitCode ?? exitCodes.failure
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Branded rather than `instanceof`, which fails across realms (jest, worker threads). */
export function isUserError(error: unknown): error is UserError {
  return typeof error === 'object' && error !== null && brand in error
}

/** A wrong flag, input or lock: exit code 2. */
export function usageError(code: string, message: string, hint?: string): UserError {
  return new UserError(code, message, { hint, exitCode: exitCodes.usage })
}

/** Bytes that are not what the lock or the wheel promised: exit code 3. */
export function integrityError(code: string, message: string, hint?: string): UserError {
  return new UserError(code, message, { hint, exitCode: exitCodes.integrity })
}

/** True for a Node system error with one of these errno names, for example `ENOENT`. */
export function hasErrno(error: unknown, ...codes: readonly string[]): boolean {
  const code = errnoOf(error)
  return code !== undefined && codes.includes(code)
}

/** The errno name of a Node system error, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
    ? String(error.message)
    : String(error)
}

/** An error as plain data, since a structured clone drops class, code and hint. */
export type WireError = {
  readonly message: string
  readonly stack: string | undefined
  readonly errno: string | undefined
  readonly user: { readonly code: string; readonly hint: string | undefined; readonly exitCode: ExitCode } | undefined
}

export function toWire(error: unknown): WireError {
  return {
    message: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
    errno: errnoOf(error),
    user: isUserError(error) ? { code: error.code, hint: error.hint, exitCode: error.exitCode } : undefined,
  }
}

export function fromWire(wire: WireError): Error {
  if (wire.user !== undefined) {
    return new UserError(wire.user.code, wire.message, { hint: wire.user.hint, exitCode: wire.user.exitCode })
  }
  const error = new Error(wire.message)
  if (wire.stack !== undefined) error.stack = wire.stack
  return wire.errno === undefined ? error : Object.assign(error, { code: wire.errno })
}
