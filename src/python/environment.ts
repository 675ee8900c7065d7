/** The places that wheels are installed into: virtual environments, an interpreter itself, a directory. */
import { posix, win32 } from 'node:path'
import { errnoOf, isUserError, UserError } from '../errors.js'
import type { OperatingSystem, Platform } from '../host.js'
import type { Scheme } from '../wheel/placement.js'
import type { Interpreter } from './interpreter.js'

/** A place that wheels are installed into. All paths are absolute and native. */
export type PythonEnvironment = {
  /** `venv`: a virtual environment; `system`: an interpreter's own directories; `target`: any directory. */
  readonly kind: 'venv' | 'system' | 'target'
  /** For messages and the report: the virtual environment, the target directory, or the interpreter's prefix. */
  readonly root: string
  /** The interpreter that scripts name in their first line. */
  readonly python: string
  readonly schemes: Readonly<Record<Scheme, string>>
  /** Where the claim on the environment and the journal of a change lie. */
  readonly stateDirectory: string
}

/** The directories of a virtual environment of this interpreter; nothing is read or run. */
export function venvEnvironment(root: string, interpreter: Interpreter, platform: Platform): PythonEnvironment {
  const paths = platform.os === 'win32' ? win32 : posix
  const { purelib, platlib, headers, scripts, data } = interpreter.venvSchemes
  const place = (path: string) => (path === '' ? root : paths.join(root, path))
  // Where an interpreter has `lib64`, a virtual environment's is a symbolic link to `lib`: one spelling for one file.
  const isLinked = platform.os === 'linux' && purelib.startsWith('lib/')
  return {
    kind: 'venv',
    root,
    python: pythonOf(root, platform.os),
    schemes: {
      purelib: place(purelib),
      platlib: place(isLinked ? platlib.replace(/^lib64\//, 'lib/') : platlib),
      headers: place(headers),
      scripts: place(scripts),
      data: place(data),
    },
    stateDirectory: root,
  }
}

/**
 * The directories of the interpreter itself, where pip puts what it installs for every user (`sysconfig`'s preferred
 * scheme). Those of the virtual environment where the interpreter is one's own: it is one place, whichever way it is named.
 */
export function systemEnvironment(interpreter: Interpreter, platform: Platform): PythonEnvironment {
  const { executable, prefix, basePrefix, systemSchemes } = interpreter
  if (prefix !== basePrefix) return venvEnvironment(prefix, interpreter, platform)
  return {
    kind: 'system',
    root: prefix,
    python: executable,
    schemes: systemSchemes,
    stateDirectory: systemSchemes.purelib,
  }
}

/** A directory, given as an absolute path, as `pip install --target` and uv fill it: `bin` on Windows too. */
export function targetEnvironment(directory: string, interpreter: Interpreter, platform: Platform): PythonEnvironment {
  const paths = platform.os === 'win32' ? win32 : posix
  return {
    kind: 'target',
    root: directory,
    python: interpreter.executable,
    schemes: {
      purelib: directory,
      platlib: directory,
      headers: paths.join(directory, 'include'),
      scripts: paths.join(directory, 'bin'),
      data: directory,
    },
    stateDirectory: directory,
  }
}

/** The UserError ENVIRONMENT_UNWRITABLE for a system error, or what was given where it is none. */
export function cannotWrite(path: string, cause: unknown, kind?: PythonEnvironment['kind']): unknown {
  const errno = errnoOf(cause)
  if (isUserError(cause) || errno === undefined) return cause
  return unwritable(path, errno, { cause, kind })
}

/** The UserError ENVIRONMENT_UNWRITABLE; `kind`: of the environment, where that is known. */
export function unwritable(
  path: string,
  errno: string,
  { cause, kind }: { readonly cause?: unknown; readonly kind?: PythonEnvironment['kind'] | undefined } = {},
): UserError {
  const hint = hintsByErrno[errno] ?? (kind === undefined ? permissionsHint : hintsByKind[kind])
  return new UserError('ENVIRONMENT_UNWRITABLE', `cannot write \`${path}\` (${errno})`, { hint, cause })
}

const hintsByErrno: Readonly<Record<string, string>> = {
  ENOSPC: 'free some space on that file system',
  EISDIR: 'a directory is where a file of the wheel belongs: remove it, or use a new environment',
  EEXIST: 'a file is where a directory belongs: remove it, or use a new environment',
  ELOOP: 'it is a link that leads out of the environment: remove it, or use a new environment',
}
const permissionsHint = 'check the permissions, or use another environment'
const hintsByKind: Readonly<Record<PythonEnvironment['kind'], string>> = {
  venv: 'check the permissions, or name another environment with `--venv`',
  system: 'install into a virtual environment with `--venv`, into a directory with `--target`, or run with `sudo`',
  target: 'check the permissions, or name another directory with `--target`',
}

/** Whether an absolute path is one of Windows: on other systems a backslash is a character of a name. */
export function isWindowsPath(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path)
}

/** The interpreter of a virtual environment. */
export function pythonOf(root: string, os: OperatingSystem): string {
  return os === 'win32' ? win32.join(root, 'Scripts', 'python.exe') : posix.join(root, 'bin', 'python')
}
