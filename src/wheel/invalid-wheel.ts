/** The one error for bytes that are no wheel by the specifications. */
import { integrityError, type UserError } from '../errors.js'

const hint = 'Download the wheel again; if the error stays, report it to the publisher of the wheel'
const longestQuote = 200

/** A `WHEEL_INVALID` error (exit 3) naming the wheel and the reason. */
export function invalidWheel(wheel: string, reason: string): UserError {
  return integrityError('WHEEL_INVALID', `\`${wheel}\` is not a valid wheel: ${reason}`, hint)
}

/** A value from a wheel in backticks, shortened, with control characters escaped so that a log stays whole. */
export function quoted(value: string): string {
  const shown = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value
  return `\`${shown.replace(/\p{Cc}/gu, escapeControl)}\``
}

function escapeControl(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
