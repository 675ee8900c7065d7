/** Settings for a build backend (PEP 517 `config_settings`). */
import { usageError } from '../errors.js'

export type ConfigSettings = Readonly<Record<string, string | readonly string[]>>

/**
 * Reads `KEY=VALUE` texts, in order; a key that comes again makes a list, as in pip and uv.
 * Throws UserError OPTION_INVALID (exit code 2) for a text without a key or without `=`.
 */
export function parseConfigSettings(texts: readonly string[]): ConfigSettings {
  const settings = new Map<string, string | readonly string[]>()
  for (const text of texts) {
    const [, key = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? []
    if (key.trim() === '') {
      throw usageError('OPTION_INVALID', `\`${text}\` is no setting of a build backend`, 'Write `KEY=VALUE`')
    }
    const known = settings.get(key.trim())
    settings.set(key.trim(), known === undefined ? value : [known, value].flat())
  }
  return Object.fromEntries(settings)
}
