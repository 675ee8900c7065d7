/** Who is at work on a virtual environment: one process at a time, and a killed one is recognised. */
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno, UserError } from '../errors.js'

/** A file in the root of the environment: number and start of the process, and whether it makes or fills the environment. */
export const claimName = '.wheelcrew-claim'

/** `new`: it makes the environment; `filled`: the environment was there before. */
export type ClaimKind = 'new' | 'filled'

export type Claim = { readonly release: () => Promise<void> }

/** Claims an environment whose root exists, or takes over the claim of a killed process. Throws `VENV_BUSY`. */
export async function claimVenv(root: string, kind: ClaimKind): Promise<Claim> {
  const path = join(root, claimName)
  const text = `${process.pid} ${await startOf(process.pid)} ${kind}`
  while (!(await writeNew(path, text))) {
    if ((await readClaim(root)) !== undefined) await takeAway(path)
  }
  return { release: () => rm(path, { force: true }) }
}

/** What a killed process was doing; undefined where there is no claim. Throws `VENV_BUSY` for a process that runs. */
export async function readClaim(root: string): Promise<ClaimKind | undefined> {
  const text = await readFile(join(root, claimName), 'utf8').catch(error => {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const [pid = '', start, kind] = text.split(' ')
  if (isRunning(Number(pid)) && (await startOf(Number(pid))) === start) throw busy(root, pid)
  return kind === 'filled' ? 'filled' : 'new'
}

/** By a link, so that the file is never seen without its text. */
async function writeNew(path: string, text: string): Promise<boolean> {
  const aside = `${path}-${randomUUID()}`
  await writeFile(aside, text)
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** When a process started, in ticks since the machine did: numbers are used again. Empty where the system does not say. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

/** By a rename, so that of two processes that find an abandoned claim only one removes it. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}-${randomUUID()}`
  try {
    await rename(path, aside)
    await rm(aside, { force: true })
  } catch (error) {
    if (!hasErrno(error, 'ENOENT')) throw error
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasErrno(error, 'EPERM')
  }
}

function busy(root: string, pid: string): UserError {
  return new UserError('VENV_BUSY', `process ${pid} is at work on the virtual environment \`${root}\` right now`, {
    hint: 'wait for it, or name another path with `--venv`',
  })
}
