/** What `-e` names: a source tree and extras, in the spelling of pip and uv. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf, type UserError, usageError } from '../errors.js'
import { redact } from '../redact.js'
import { normalizeName } from '../wheel/filename.js'

export type EditableSource = {
  /** Absolute, native. */
  readonly path: string
  /** As the user wrote it, without credentials: for messages. */
  readonly shown: string
  /** Normalised (PEP 685). */
  readonly extras: readonly string[]
}

/**
 * Reads `PATH`, `PATH[extra1,extra2]` or `file:///PATH[…]`; a relative path starts from `workingDirectory`.
 * Nothing is looked up on disk. Throws UserError SOURCE_UNSUPPORTED for other URLs, REQUIREMENTS_INVALID for what is
 * neither (both exit code 2).
 */
export function parseEditable(text: string, workingDirectory: string): EditableSource {
  const shown = redact(text.trim())
  const [, location = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(text.trim()) ?? []
  if (location === '') throw invalid(shown, 'names no source tree')
  return { path: pathOf(location, shown, workingDirectory), shown, extras: extrasOf(extras, shown) }
}

function pathOf(location: string, shown: string, workingDirectory: string): string {
  // A drive of Windows is one letter.
  const [, scheme] = /^([a-z][a-z0-9+.-]+):/i.exec(location) ?? []
  if (scheme === undefined && !/^[\w.-]+@[\w.-]+:/.test(location)) return resolve(workingDirectory, location)
  if (scheme?.toLowerCase() === 'file') return pathOfUrl(location, shown)
  throw usageError(
    'SOURCE_UNSUPPORTED',
    `\`-e ${shown}\` is not a directory of this machine; only source trees that lie here can be editable`,
    'Check the repository out and name its directory',
  )
}

function pathOfUrl(url: string, shown: string): string {
  if (!/^file:\/\//i.test(url)) throw invalid(shown, 'is no `file:///` URL')
  if (/#.*\bsubdirectory=/.test(url)) throw invalid(shown, 'has a `subdirectory`: name that directory itself')
  try {
    return resolve(fileURLToPath(url))
  } catch (error) {
    throw invalid(shown, `is no \`file:///\` URL: ${messageOf(error)}`)
  }
}

function extrasOf(extras: string, shown: string): readonly string[] {
  const names = extras.split(',').map(name => name.trim())
  const written = names.filter(name => name !== '')
  const wrong = written.find(name => !/^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i.test(name))
  if (wrong !== undefined) throw invalid(shown, `names the extra \`${wrong}\`, which is not a name (PEP 508)`)
  return [...new Set(written.map(normalizeName))]
}

function invalid(shown: string, problem: string): UserError {
  return usageError('REQUIREMENTS_INVALID', `\`-e ${shown}\` ${problem}`, 'Write `-e PATH` or `-e PATH[extra]`')
}
