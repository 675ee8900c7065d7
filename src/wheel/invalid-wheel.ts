/** The one error for bytes that are no wheel by the specifications. */
import { integrityError, type UserError } from '../errors.js'

const hint = 'Download the wheel again; if the error stays, report it to the publisher of the wheel'
const longestQuote = 200

/** A `WHEEL_INVALID` error (exit 3) naming the wheel and the reason. */
export function invalidWheel(wheel: string, reason: string): UserError {
  return integrityError('WHEEL_INVALID', `\`${wheel}\` is not a valid wheel: ${reason}`, hint)
}

/** A value from a wheel in backticks, shortened, with characters escaped that would break a log or turn its order around. */
export function quoted(value: string): string {
  const shown = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value
  return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeControl)}\``
}

/** The first of these values, each quoted, and how many more there are. */
export function quotedFew(values: readonly string[], most: number): string {
  const shown = values.slice(0, most).map(quoted).join(', ')
  return values.length > most ? `${shown} and ${values.length - most} more` : shown
}

function escapeControl(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`
}
