/** Virtual environments: opened, or made through `python -m venv --without-pip`. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join, posix, win32 } from 'node:path'
import { errnoOf, hasErrno, messageOf, UserError } from '../errors.js'
import type { Host, OperatingSystem, Platform } from '../host.js'
import { type ProcessResult, runProcess } from '../process.js'
import type { Scheme } from '../wheel/placement.js'
import { claimName, claimVenv, readClaim } from './claim.js'
import type { Interpreter } from './interpreter.js'
import { pythonEnvironmentVariables } from './run.js'

/** A place that wheels are installed into. All paths are absolute and native. */
export type PythonEnvironment = {
  readonly root: string
  /** The interpreter that scripts name in their first line. */
  readonly python: string
  readonly schemes: Readonly<Record<Scheme, string>>
}

/** What lies where an environment is wanted; `python` is the environment's own, not yet run. */
export type VenvState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  /** A killed run left it half made. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'venv'; readonly python: string }

/**
 * Looks at the directory of an environment (PEP 405: one that holds `pyvenv.cfg`), given as an absolute path.
 *
 * Throws `VENV_PATH_NOT_EMPTY` for anything else there, `VENV_BROKEN` when the environment's interpreter is gone, and
 * `VENV_BUSY` while another process makes it.
 */
export async function openVenv(root: string, host: Host): Promise<VenvState> {
  const names = await listDirectory(root)
  if (names === undefined) return { kind: 'absent' }
  // What a killed run of ours left beside nothing else does not count.
  if (names.every(name => name.startsWith(ownPrefix) && name !== claimName)) return { kind: 'empty' }
  if (names.includes(claimName) && (await readClaim(root)) === 'new') return { kind: 'unfinished' }
  if (!names.includes('pyvenv.cfg')) refuse(root, 'is not empty and holds no `pyvenv.cfg`')
  const python = pythonOf(root, host.platform.os)
  if (await exists(python)) return { kind: 'venv', python }
  throw new UserError('VENV_BROKEN', `the interpreter \`${python}\` of the virtual environment does not exist`, {
    hint: `the Python it was made from is gone: remove \`${root}\`, and it is made again`,
  })
}

/** Of the probe that store/locate.ts makes, and of claims. */
const ownPrefix = '.wheelcrew-'

/** An environment that this process makes; nobody else touches it until one of the two is called. */
export type VenvInProgress = {
  /** It is complete. */
  finish(): Promise<void>
  /** Removes it: the path is as before, or empty if a killed run had left something there. */
  undo(): Promise<void>
}

/**
 * Makes a virtual environment without pip at an absolute path that is absent, empty or was left unfinished.
 *
 * Throws `VENV_FAILED` with the end of the tool's output, `VENV_NOT_WRITABLE` and `VENV_BUSY`.
 */
export async function createVenv(root: string, interpreter: Interpreter, host: Host): Promise<VenvInProgress> {
  const firstMade = await makeDirectory(root)
  const claim = await claimVenv(root, 'new')
  const undo = () => removeMade(root, firstMade)
  try {
    await removeAllBut(root, claimName)
    await runVenvModule(root, interpreter, host)
    return { finish: claim.release, undo }
  } catch (error) {
    await undo()
    throw error
  }
}

/** The directories of a virtual environment of this interpreter; nothing is read or run. */
export function venvEnvironment(root: string, interpreter: Interpreter, platform: Platform): PythonEnvironment {
  const paths = platform.os === 'win32' ? win32 : posix
  const { purelib, platlib, headers, scripts, data } = interpreter.venvSchemes
  const place = (path: string) => (path === '' ? root : paths.join(root, path))
  // Where an interpreter has `lib64`, a virtual environment's is a symbolic link to `lib`: one spelling for one file.
  const isLinked = platform.os === 'linux' && purelib.startsWith('lib/')
  return {
    root,
    python: pythonOf(root, platform.os),
    schemes: {
      purelib: place(purelib),
      platlib: place(isLinked ? platlib.replace(/^lib64\//, 'lib/') : platlib),
      headers: place(headers),
      scripts: place(scripts),
      data: place(data),
    },
  }
}

function pythonOf(root: string, os: OperatingSystem): string {
  return os === 'win32' ? win32.join(root, 'Scripts', 'python.exe') : posix.join(root, 'bin', 'python')
}

async function listDirectory(path: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(path)
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    if (hasErrno(error, 'ENOTDIR')) return refuse(path, 'is not a directory')
    if (hasErrno(error, 'EACCES', 'EPERM')) return refuse(path, 'cannot be read')
    throw error
  }
}

function refuse(root: string, reason: string): never {
  throw new UserError('VENV_PATH_NOT_EMPTY', `\`${root}\` ${reason}; no virtual environment is made there`, {
    hint: 'remove it, or name another path with `--venv`',
  })
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return false
    throw error
  }
}

/** Returns the topmost directory that was missing. */
async function makeDirectory(root: string): Promise<string | undefined> {
  try {
    return await mkdir(root, { recursive: true })
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw new UserError('VENV_NOT_WRITABLE', `cannot make the directory \`${root}\`: ${messageOf(error)}`, {
      hint: 'name a path that this user may write to with `--venv`',
      cause: error,
    })
  }
}

/** `-S`: without `site` the module starts in two thirds of the time, and needs nothing of it. */
async function runVenvModule(root: string, { baseExecutable }: Interpreter, host: Host): Promise<void> {
  const args = ['-I', '-S', '-m', 'venv', '--without-pip', root]
  const options = { cwd: host.workingDirectory, env: pythonEnvironmentVariables(host.env) }
  const result = await runProcess(baseExecutable, args, options).catch(error => {
    if (errnoOf(error) === undefined) throw error
    return { exitCode: 127, stdout: '', stderr: messageOf(error) }
  })
  if (result.exitCode !== 0) throw venvFailed(root, [baseExecutable, ...args], result)
}

function venvFailed(root: string, command: readonly string[], result: ProcessResult): UserError {
  const lines = `${result.stdout}\n${result.stderr}`.split('\n').filter(line => line.trim() !== '')
  const tail = lines.slice(-10).join('\n')
  const lacksModule = /No module named '?(?:venv|ensurepip)|python3[.\d]*-venv/.test(tail)
  return new UserError(
    'VENV_FAILED',
    `making the virtual environment \`${root}\` failed: \`${command.join(' ')}\` ended with exit code ${result.exitCode}\n${tail}`,
    { hint: lacksModule ? 'on Debian and Ubuntu, install the package `python3-venv`' : undefined },
  )
}

async function removeMade(root: string, firstMade: string | undefined): Promise<void> {
  if (firstMade !== undefined) return rm(firstMade, { recursive: true, force: true })
  await removeAllBut(root, claimName)
  await rm(join(root, claimName), { force: true })
}

async function removeAllBut(root: string, kept: string): Promise<void> {
  const names = (await readdir(root)).filter(name => name !== kept)
  for (const name of names) await rm(join(root, name), { recursive: true, force: true })
}
