/** The netrc format: credentials by host name, as curl, pip and uv read them. */
import type { Credentials } from './credentials.js'

/** Credentials by host name; the entry of `default` is under the empty name. */
export type Netrc = ReadonlyMap<string, Credentials>

/**
 * Parses a netrc file (the `machine`, `default`, `login`, `password`, `account` and `macdef` of the GNU inetutils manual).
 * The first entry of a host counts. What is no netrc gives no entries; nothing is thrown.
 */
export function parseNetrc(text: string): Netrc {
  const entries = new Map<string, Credentials>()
  const words = wordsOf(withoutMacros(text))
  let machine: string | undefined
  let entry: Credentials = { username: '', password: '' }
  const close = (): void => {
    if (machine !== undefined && !entries.has(machine)) entries.set(machine, entry)
    entry = { username: '', password: '' }
  }
  for (let word = words.next(); !word.done; word = words.next()) {
    if (word.value === 'machine' || word.value === 'default') {
      close()
      machine = word.value === 'default' ? '' : nextWord(words).toLowerCase()
    } else if (word.value === 'login') entry = { ...entry, username: nextWord(words) }
    else if (word.value === 'password') entry = { ...entry, password: nextWord(words) }
    else if (word.value === 'account') nextWord(words)
  }
  close()
  return entries
}

function nextWord(words: Iterator<string, void>): string {
  return words.next().value ?? ''
}

/** A macro goes from `macdef` to the next empty line. */
function withoutMacros(text: string): readonly string[] {
  const kept: string[] = []
  let inMacro = false
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') inMacro = false
    else if (/^\s*macdef\b/.test(line)) inMacro = true
    else if (!inMacro) kept.push(line)
  }
  return kept
}

/** Words between spaces, or in double quotes with `\` before a quote or a backslash; a line that starts with `#` is a comment. */
function* wordsOf(lines: readonly string[]): Generator<string, void> {
  for (const line of lines) {
    if (line.trimStart().startsWith('#')) continue
    for (const [word] of line.matchAll(/"(?:\\.|[^"\\])*"|\S+/g)) {
      const isQuoted = word.length > 1 && word.startsWith('"') && word.endsWith('"')
      yield isQuoted ? word.slice(1, -1).replaceAll(/\\(.)/g, '$1') : word
    }
  }
}
