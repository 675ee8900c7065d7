/** Interpreters that a distribution manages (PEP 668, PyPA "Externally managed environments"). */
import { UserError } from '../errors.js'
import type { Interpreter } from './interpreter.js'

/**
 * Refuses to install into an interpreter whose distribution claims it. A virtual environment of it is nobody's.
 *
 * Throws `EXTERNALLY_MANAGED`, with what the distribution has to say.
 */
export function refuseExternallyManaged({ executable, externallyManaged }: Interpreter): void {
  if (externallyManaged === undefined) return
  const said =
    readErrorText(externallyManaged) ?? 'its distribution installs packages into it, and gives no other advice'
  throw new UserError('EXTERNALLY_MANAGED', `the Python \`${executable}\` is externally managed:\n\n${said}`, {
    hint: 'name a virtual environment with `--venv`, or override with `--break-system-packages`, which may break the system',
  })
}

/**
 * The value of `Error` in the section `externally-managed`, as Python's configparser finds it, but with the indentation of
 * its lines beyond what they share. Undefined where there is none.
 */
function readErrorText(content: string): string | undefined {
  const lines = content.split(/\r?\n/)
  const section = lines.findIndex(line => line.startsWith('[externally-managed]'))
  const rest = section === -1 ? [] : lines.slice(section + 1)
  const end = rest.findIndex(line => /^\[[^\]]+\]/.test(line))
  const body = rest.slice(0, end === -1 ? undefined : end)
  const option = body.findIndex(line => /^error\s*[=:]/i.test(line))
  if (option === -1) return undefined
  const first = body[option]?.replace(/^error\s*[=:]/i, '').trim() ?? ''
  const text = [first, ...dedent(continuation(body.slice(option + 1)))].join('\n').trim()
  return text === '' ? undefined : text
}

/** Indented and empty lines up to the next option; a comment is none of them, wherever it starts. */
function continuation(lines: readonly string[]): string[] {
  const said = lines.filter(line => !/^\s*[#;]/.test(line))
  const end = said.findIndex(line => /^\S/.test(line))
  return said.slice(0, end === -1 ? undefined : end).map(line => line.trimEnd())
}

function dedent(lines: readonly string[]): string[] {
  const margins = lines.filter(line => line !== '').map(line => line.length - line.trimStart().length)
  const margin = Math.min(...margins)
  return lines.map(line => line.slice(margin))
}
