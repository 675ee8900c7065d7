/** The file that says which process is at work in a directory, and whether that process still runs. */
import { randomUUID } from 'node:crypto'
import { link, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { hasErrno } from '../errors.js'

export type ClaimFile = {
  readonly pid: number
  /** When the process started, in ticks since the machine did: numbers are used again. `-` where the system does not say. */
  readonly start: string
  /** `new`: what is there is half made while the claim lasts; `filled`: it was complete before. */
  readonly kind: 'new' | 'filled'
  /** The machine by name, since its last start, and the namespace that its process numbers are of: `name/boot/namespace`. */
  readonly machine: string
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
  const { pid } = process
  return { pid, start: (await startOf(pid)) ?? '-', kind: 'filled', machine: await thisMachine(), id: randomUUID() }
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
 * container cannot be seen: it is taken to be at work until the claim is an hour old.
 */
export async function isLive(path: string, claim: ClaimFile): Promise<boolean> {
  if (await isOfThisMachine(claim)) {
    return isRunning(claim.pid) && claim.start === ((await startOf(claim.pid)) ?? claim.start)
  }
  const written = await stat(path).catch(() => undefined)
  if (written === undefined) return false
  const age = Date.now() - written.mtimeMs
  if (claim.id === unreadable) return age < longestWritingMs
  const isBeforeRestart = claim.machine.startsWith(`${hostname()}/`) && age > uptime() * 1000
  return !isBeforeRestart && age < oldestForeignMs
}

/** Whether its number means something to whoever reads the message. */
export async function isOfThisMachine(claim: ClaimFile): Promise<boolean> {
  return claim.machine === (await thisMachine())
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

async function thisMachine(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '')
  return `${hostname()}/${boot.trim()}/${namespace}`.replaceAll(' ', '-')
}

/** Undefined where the system does not say. A process that has ended and is not yet reaped has no start. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name of the program, in parentheses, may hold anything.
  const [state = '', ...fields] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? []
  return /[ZX]/.test(state) ? '' : fields[18]
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasErrno(error, 'EPERM')
  }
}
