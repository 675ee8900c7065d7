/** The file that says which process is at work in a directory, and whether that process still runs. */
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hasErrno } from '../errors.js'
import {
  identifyProcess,
  isBeforeRestart,
  isOnThisMachine,
  isRunning,
  type ProcessIdentity,
} from './process-identity.js'

export type ClaimFile = ProcessIdentity & {
  /** `new`: what is there is half made while the claim lasts; `filled`: it was complete before. */
  readonly kind: 'new' | 'filled'
  /** No two claims have the same. */
  readonly id: string
}

/** The id of a claim that does not say whose it is. */
const unreadable = 'unreadable'
/** A claim without its text is being written, or was when its process was killed. */
const longestWritingMs = 10_000

/** A claim of another machine counts as left behind once it is older. */
export const oldestForeignMs = 3_600_000

/** The claim of this process. */
export async function ownClaim(): Promise<ClaimFile> {
  return { ...(await identifyProcess(process.pid)), kind: 'filled', id: randomUUID() }
}

/** Undefined where there is no file. One that says nothing readable is of an unknown process. */
export async function readClaimFile(path: string): Promise<ClaimFile | undefined> {
  const text = await readFile(path, 'utf8').catch(error => {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const [pid = '', start = '-', kind, machine = '', id = ''] = text.split(' ')
  // What is not known to be half made is not removed.
  const known = { kind: kind === 'new' ? kind : 'filled', id: /^[\w-]+$/.test(id) ? id : unreadable } as const
  return { pid: Number(pid), start, machine, ...known }
}

/** False where there is a file. By a link where the file system has them, so that no reader sees it without its text. */
export async function writeNewClaim(path: string, claim: ClaimFile): Promise<boolean> {
  const aside = await writeAside(path, claim)
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return false
    if (!hasErrno(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
    return await writeInPlace(path, claim)
  } finally {
    await rm(aside, { force: true })
  }
}

/** In one step: there is always a claim, the old or the new one. */
export async function replaceClaim(path: string, claim: ClaimFile): Promise<void> {
  await rename(await writeAside(path, claim), path)
}

/**
 * Whether the process of a claim may still be at work. On this machine the system tells. A process of another machine or
 * container cannot be seen: it is taken to be at work until the claim is `foreignMs` milliseconds old, an hour unless claims are renewed.
 */
export async function isLive(path: string, claim: ClaimFile, foreignMs = oldestForeignMs): Promise<boolean> {
  if (await isOnThisMachine(claim)) return isRunning(claim)
  const written = await stat(path).catch(() => undefined)
  if (written === undefined) return false
  const age = Date.now() - written.mtimeMs
  if (claim.id === unreadable) return age < longestWritingMs
  return !isBeforeRestart(claim, age) && age < foreignMs
}

async function writeAside(path: string, claim: ClaimFile): Promise<string> {
  const aside = `${path}-${randomUUID()}`
  try {
    await writeFile(aside, textOf(claim))
    return aside
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function writeInPlace(path: string, claim: ClaimFile): Promise<boolean> {
  try {
    await writeFile(path, textOf(claim), { flag: 'wx' })
    return true
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return false
    throw error
  }
}

function textOf({ pid, start, kind, machine, id }: ClaimFile): string {
  return [pid, start, kind, machine, id].join(' ')
}
