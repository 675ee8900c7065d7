/** The places that wheels are installed into: virtual environments, an interpreter itself, a directory. */
import { posix, win32 } from 'node:path'
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

/** The interpreter of a virtual environment. */
export function pythonOf(root: string, os: OperatingSystem): string {
  return os === 'win32' ? win32.join(root, 'Scripts', 'python.exe') : posix.join(root, 'bin', 'python')
}
