/** Which process it was, beyond its number, and whether it still runs: written down by one process and asked by another. */
import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { hasErrno } from '../errors.js'

export type ProcessIdentity = {
  readonly pid: number
  /** When the process started, in ticks since the machine did: numbers are used again. `-` where the system does not say. */
  readonly start: string
  /** The machine by name, since its last start, and the namespace that its process numbers are of: `name/boot/namespace`. */
  readonly machine: string
}

/** A process of this machine that is running. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  return { pid, start: (await startOf(pid)) ?? '-', machine: await thisMachine() }
}

/** Whether its number means something here: a process of another machine or container cannot be seen. */
export async function isOnThisMachine({ machine }: ProcessIdentity): Promise<boolean> {
  return machine === (await thisMachine())
}

/** Whether a process of this machine still runs. */
export async function isRunning({ pid, start }: ProcessIdentity): Promise<boolean> {
  return hasNumber(pid) && start === ((await startOf(pid)) ?? start)
}

/** Whether what a process wrote `ageMs` milliseconds ago is from before the last start of this machine. */
export function isBeforeRestart({ machine }: ProcessIdentity, ageMs: number): boolean {
  return machine.startsWith(`${hostname()}/`) && ageMs > uptime() * 1000
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

function hasNumber(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return hasErrno(error, 'EPERM')
  }
}
