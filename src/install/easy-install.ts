/** easy-install.pth, the list of eggs and source trees that setuptools puts on `sys.path`. */
import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isWindowsPath, type PythonEnvironment } from '../python/environment.js'
import { quoted } from '../wheel/invalid-wheel.js'
import { realPath, unlessAbsent } from './reading.js'

type Rewritten = {
  readonly rewrites: readonly { readonly path: string; readonly content: string }[]
  /** Each a sentence that goes on after the name of the distribution. */
  readonly remarks: readonly string[]
}

/**
 * The easy-install.pth of a directory without the lines that lead to one of these paths; nothing where it has none.
 * All other lines stay as they are, line ends included. Throws UserError ENVIRONMENT_UNREADABLE.
 */
export function rewriteEasyInstall(
  library: string,
  targets: readonly string[],
  { python }: PythonEnvironment,
): Rewritten {
  const path = join(library, 'easy-install.pth')
  const isFile = unlessAbsent(path, () => lstatSync(path).isFile())
  if (targets.length === 0 || isFile === undefined) return { rewrites: [], remarks: [] }
  const bytes = unlessAbsent(path, () => readFileSync(path)) ?? Buffer.alloc(0)
  const text = bytes.toString('utf8')
  const content = text
    .split(/(?<=\n)/)
    .filter(line => !targets.some(target => leadsTo(line, target, { library, python })))
    .join('')
  if (content === text) return { rewrites: [], remarks: [] }
  if (isFile && Buffer.from(text).equals(bytes)) return { rewrites: [{ path, content }], remarks: [] }
  const reason = isFile ? 'is not UTF-8' : 'is a link'
  return { rewrites: [], remarks: [`is listed in ${quoted(path)}, which ${reason}: the line stays`] }
}

type Site = { readonly library: string; readonly python: string }

function leadsTo(line: string, target: string, { library, python }: Site): boolean {
  const entry = line.trim()
  if (entry === '' || entry.startsWith('#') || /^import\s/.test(entry)) return false
  const path = resolve(library, entry)
  const key = (value: string) => (isWindowsPath(python) ? value.replaceAll('/', '\\').toLowerCase() : value)
  return key(path) === key(target) || realPath(path) === (realPath(target) ?? '')
}
