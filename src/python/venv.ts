/** Virtual environments: opened, or made through `python -m venv --without-pip`. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf, hasErrno, messageOf, UserError } from '../errors.js'
import type { Host } from '../host.js'
import { type ProcessResult, runProcess } from '../process.js'
import { type Claim, claimEnvironment, claimName, type Waiting, waitUntilMade } from './claim.js'
import { pythonOf } from './environment.js'
import type { Interpreter } from './interpreter.js'
import { pythonEnvironmentVariables } from './run.js'
import { fillFromTemplate, type TemplateServices } from './venv-template.js'

/** What lies where an environment is wanted; `python` is the environment's own, not yet run. */
export type VenvState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  /** A killed run left it half made. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'venv'; readonly python: string }

/**
 * Looks at the directory of an environment (PEP 405: one that holds `pyvenv.cfg`), given as an absolute path; waits while
 * another process makes it.
 *
 * Throws `VENV_PATH_NOT_EMPTY` for anything else there, `VENV_BROKEN` when the environment's interpreter is gone, and
 * `VENV_BUSY` when the other process is not done in time.
 */
export async function openVenv(root: string, host: Host, waiting: Waiting = {}): Promise<VenvState> {
  const isUnfinished = await waitUntilMade(root, waiting)
  return isUnfinished && !(await isTakenOver(root)) ? { kind: 'unfinished' } : look(root, host)
}

/**
 * Claims an environment, or the place of a new one, in the state in which `openVenv` saw it. Undefined, and no claim, where
 * it is in another state by now: look again. What a killed process left half made is removed.
 *
 * Throws what `claimEnvironment` and `openVenv` throw.
 */
export async function claimVenv(
  root: string,
  seen: VenvState,
  options: Waiting & { readonly host: Host },
): Promise<Claim | undefined> {
  const claim = await claimEnvironment({ kind: 'venv', stateDirectory: root }, options)
  try {
    const isLeft = claim.isUnfinished && !(await isTakenOver(root))
    const found = isLeft ? { kind: 'empty' } : await look(root, options.host)
    if (found.kind === 'empty') await removeAllBut(root, claimName)
    if ((found.kind === 'venv') === (seen.kind === 'venv')) return claim
  } catch (error) {
    await claim.release()
    throw error
  }
  await claim.release()
  return undefined
}

/** Whether someone else has made an environment where a killed run had left one half made: uv, or whoever installed there. */
async function isTakenOver(root: string): Promise<boolean> {
  const config = await readFile(join(root, 'pyvenv.cfg'), 'utf8').catch(() => '')
  if (/^uv\s*=/m.test(config)) return true
  const libraries = [join(root, 'Lib'), ...(await namesIn(join(root, 'lib'))).map(name => join(root, 'lib', name))]
  for (const library of libraries.map(path => join(path, 'site-packages'))) {
    const distInfos = (await namesIn(library)).filter(name => name.endsWith('.dist-info'))
    const installers = distInfos.map(name =>
      readFile(join(library, name, 'INSTALLER'), 'utf8').catch(() => 'wheelcrew'),
    )
    if ((await Promise.all(installers)).some(installer => installer.trim() !== 'wheelcrew')) return true
  }
  return false
}

const namesIn = (directory: string): Promise<readonly string[]> => readdir(directory).catch(() => [])

async function look(root: string, host: Host): Promise<VenvState> {
  const names = await listDirectory(root)
  if (names === undefined) return { kind: 'absent' }
  if (names.every(name => name.startsWith(ownPrefix))) return { kind: 'empty' }
  if (!names.includes('pyvenv.cfg')) refuse(root, 'is not empty and holds no `pyvenv.cfg`')
  const python = pythonOf(root, host.platform.os)
  if (await exists(python)) return { kind: 'venv', python }
  throw new UserError('VENV_BROKEN', `the interpreter \`${python}\` of the virtual environment does not exist`, {
    hint: `the Python it was made from is gone: remove \`${root}\`, and it is made again`,
  })
}

/** Of the probe that store/locate.ts makes, and of claims: a killed run may have left some, beside nothing else. */
const ownPrefix = '.wheelcrew-'

/** An environment that this process makes; nobody else touches it until one of the two is called. */
export type VenvInProgress = {
  /** It is complete. */
  finish(): Promise<void>
  /** Removes it: the path is as before, or empty if a killed run had left something there. */
  undo(): Promise<void>
}

/**
 * Makes a virtual environment without pip in the empty directory that `claimVenv` claimed: from a template where there is
 * one, else through the module `venv`.
 *
 * Throws `VENV_FAILED` with the end of the tool's output; the claim is released then.
 */
export async function createVenv(
  claim: Claim,
  interpreter: Interpreter,
  options: VenvOptions,
): Promise<VenvInProgress> {
  const { directory } = claim
  const undo = async () => {
    await emptyVenv(claim)
    await claim.release()
  }
  try {
    await claim.markUnfinished()
    await fillVenv({ at: directory, root: directory }, interpreter, options)
    return { finish: claim.release, undo }
  } catch (error) {
    // Why it failed matters more than what keeps it from being undone: someone may be filling it.
    await emptyVenv(claim).catch(ignoreErrno)
    await claim.release()
    throw error
  }
}

/** Removes what lies in a claimed directory, but for the claim. Throws Node's system errors. */
export function emptyVenv({ directory }: Pick<Claim, 'directory'>): Promise<void> {
  return removeAllBut(directory, claimName)
}

function ignoreErrno(error: unknown): void {
  if (errnoOf(error) === undefined) throw error
}

export type VenvOptions = Pick<TemplateServices, 'host' | 'directory' | 'temporary' | 'begun'>

/**
 * Fills a directory that exists with the virtual environment of `root`. False where that takes the module, which can make it
 * at its own path only. Throws `VENV_FAILED`.
 */
export async function fillVenv(
  { at, root }: { readonly at: string; readonly root: string },
  interpreter: Interpreter,
  options: VenvOptions,
): Promise<boolean> {
  const makeByModule = (made: string) => runVenvModule(made, { interpreter, host: options.host, shown: root })
  const isFilled = await fillFromTemplate({ at, root }, interpreter, { ...options, makeByModule })
  if (!isFilled && at === root) await makeByModule(root)
  return isFilled || at === root
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

/** `-S`: without `site` the module starts in two thirds of the time, and needs nothing of it. */
async function runVenvModule(
  root: string,
  {
    interpreter: { baseExecutable },
    host,
    shown,
  }: { readonly interpreter: Interpreter; readonly host: Host; readonly shown: string },
): Promise<void> {
  const args = ['-I', '-S', '-m', 'venv', '--without-pip', root]
  const options = { cwd: host.workingDirectory, env: pythonEnvironmentVariables(host.env) }
  const result = await runProcess(baseExecutable, args, options).catch(error => {
    if (errnoOf(error) === undefined) throw error
    return { exitCode: 127, stdout: '', stderr: messageOf(error) }
  })
  if (result.exitCode !== 0) throw venvFailed(shown, [baseExecutable, ...args], result)
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

async function removeAllBut(root: string, kept: string): Promise<void> {
  const names = (await readdir(root)).filter(name => name !== kept)
  for (const name of names) await rm(join(root, name), { recursive: true, force: true })
}
