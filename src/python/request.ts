/** What Python is asked for: by a flag, a `.python-version` file or a lock. */
import { usageError } from '../errors.js'
import { isSpecifier, isVersion } from './specifiers.js'

/** A version by specifier, a virtual environment here or an executable on PATH by its name, or a path. */
export type PythonRequest =
  | {
      readonly kind: 'version'
      /** As it was written, for messages. */
      readonly text: string
      /** PEP 440; empty: any version. */
      readonly specifier: string
      /** Undefined: either build will do. */
      readonly freeThreaded: boolean | undefined
    }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string }

export const anyPython: PythonRequest = { kind: 'version', text: '', specifier: '', freeThreaded: undefined }

/**
 * Reads a request as `--python` takes it: `3`, `3.11`, `312`, `3.11.7`, `3.13t`, `3.13+freethreaded`, `3.x`, `~=3.12`,
 * `>=3.10,<3.13`, `python3.11`, `cpython@3.12`, `cp312`, `pypy3.10`, `pp310`, a path, the name of a directory, `any`.
 *
 * Throws `PYTHON_REQUEST_INVALID` for anything else.
 */
export function parsePythonRequest(text: string): PythonRequest {
  if (/[\\/]|^\.|^~(?!=)/.test(text)) return { kind: 'path', text }
  if (/^(?:any|default|cpython)$/i.test(text)) return anyPython
  const version = parseVersionRequest(text)
  if (version !== undefined) return version
  const pypy = /^(?:pypy|pp)[-@]?(\d)\.?(\d*)$/i.exec(text)
  if (pypy !== null) return { kind: 'name', text: `pypy${dotted(pypy[1], pypy[2])}` }
  if (/^\w[\w.+-]*$/.test(text)) return { kind: 'name', text }
  throw usageError(
    'PYTHON_REQUEST_INVALID',
    `\`${text}\` names no Python`,
    'give a version such as `3.12`, a specifier such as `>=3.10`, or the path of an interpreter or virtual environment',
  )
}

/** A request for a version, or undefined when the text names none. */
export function parseVersionRequest(text: string): PythonRequest | undefined {
  const { body = '', variant } = /^(?<body>.*?)(?<variant>t|\+freethreaded|\+gil)?$/.exec(text)?.groups ?? {}
  const isFreeThreaded = variant !== undefined && variant !== '+gil'
  if (isSpecifier(body)) {
    return { kind: 'version', text, specifier: body, freeThreaded: variant === undefined ? undefined : isFreeThreaded }
  }
  const written = /^(?:(?:c?python|cp)[-@]?)?v?(?<version>\d[\w.]*?)(?:\.x|-dev)?$/i.exec(body)?.groups?.version
  const version = written?.replace(/^(\d)(\d+)$/, '$1.$2')
  if (version === undefined || !isVersion(version)) return undefined
  const isWhole = !/^\d+(\.\d+)?$/.test(version)
  return {
    kind: 'version',
    text,
    specifier: isWhole ? `==${version}` : `==${version}.*`,
    freeThreaded: isFreeThreaded,
  }
}

function dotted(major = '', minor = ''): string {
  return minor === '' ? major : `${major}.${minor}`
}

/** The first line of a `.python-version` file that is neither empty nor a comment. */
export function firstVersionLine(content: string): string | undefined {
  return content
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .find(line => line !== '')
}
