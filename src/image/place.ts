/** Where an environment is mounted: `<store>/v1/mounts/<id>`, and who uses it. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import {
  identifyProcess,
  isBeforeRestart,
  isOnThisMachine,
  isRunning,
  type ProcessIdentity,
} from '../python/process-identity.js'
import { mountsBelow } from './mount-table.js'

export type MountPlace = {
  /** Absolute and real. */
  readonly directory: string
  /** The job's own layer; may be filled before mounting, which is faster than through the mounted environment. */
  readonly upper: string
  /** The mount point. */
  readonly merged: string
}

/** `owner.json` */
type Owner = {
  readonly format: 1
  /** Who reserved the place. */
  readonly process: ProcessIdentity
  /** Its mount namespace: processes of another one do not see what it mounts. */
  readonly namespace: string
  /** Absolute path of the symlink through which the environment is used; empty where there will be none. */
  readonly link: string
}

/** A directory without an owner is being made, or was when its process was killed. */
const longestReservingMs = 60_000
/** Mounts of another container or machine cannot be seen: theirs are kept longer than any job runs. */
const oldestForeignMs = 7 * 24 * 3_600_000

/** `root` is `<store>/v1`. */
export function mountsDirectory(root: string): string {
  return join(root, 'mounts')
}

export function placeIn(directory: string): MountPlace {
  return { directory, upper: join(directory, 'upper'), merged: join(directory, 'merged') }
}

/**
 * A new place to mount an environment, owned by this process until `link` (absolute, or empty) points to its mount point:
 * then the link is the owner. `root` is `<store>/v1`.
 */
export async function reservePlace(root: string, link: string): Promise<MountPlace> {
  await mkdir(mountsDirectory(root), { recursive: true })
  const place = placeIn(join(await realpath(mountsDirectory(root)), randomUUID()))
  await mkdir(place.directory)
  const owner: Owner = { format: 1, process: await identifyProcess(process.pid), namespace: await ownNamespace(), link }
  await writeFile(ownerFile(place.directory), JSON.stringify(owner))
  await Promise.all([place.upper, place.merged, join(place.directory, 'work')].map(path => mkdir(path)))
  return place
}

/** The place of this store (`root` is `<store>/v1`) that a link points to; undefined where it is no such link. */
export async function placeBehind(root: string, link: string): Promise<MountPlace | undefined> {
  const target = await readlink(link).catch(() => undefined)
  const mounts = await realpath(mountsDirectory(root)).catch(() => undefined)
  if (target === undefined || mounts === undefined) return undefined
  const place = placeIn(dirname(resolve(dirname(link), target)))
  return dirname(place.directory) === mounts && place.merged === resolve(dirname(link), target) ? place : undefined
}

/** The link that the place was reserved for, if it points there. */
export async function linkTo({ directory, merged }: MountPlace): Promise<string | undefined> {
  const link = (await readOwner(directory))?.link ?? ''
  if (link === '') return undefined
  const target = await readlink(link).catch(() => undefined)
  return target !== undefined && resolve(dirname(link), target) === merged ? link : undefined
}

/**
 * Whether the process that reserved the place is at work, or the environment is mounted and its link points to it.
 * What a killed process, a removed link or a restart of the machine left is not in use.
 */
export async function isInUse(directory: string): Promise<boolean> {
  const owner = await readOwner(directory)
  if (owner === undefined) return (await ageOf(directory)) < longestReservingMs
  if (!(await isOnThisMachine(owner.process)) || owner.namespace !== (await ownNamespace())) {
    const age = await ageOf(ownerFile(directory))
    return !isBeforeRestart(owner.process, age) && age < oldestForeignMs
  }
  if (await isRunning(owner.process)) return true
  const place = placeIn(directory)
  if ((await linkTo(place)) === undefined) return false
  // What was put there since it was unmounted is someone's environment.
  return (await mountsBelow(place.merged)).includes(place.merged) || (await readdir(place.merged)).length > 0
}

const ownerFile = (directory: string): string => join(directory, 'owner.json')

/** Undefined where it is missing or half written. */
async function readOwner(directory: string): Promise<Owner | undefined> {
  try {
    const owner = JSON.parse(await readFile(ownerFile(directory), 'utf8')) as Owner
    return owner.format === 1 ? owner : undefined
  } catch {
    return undefined
  }
}

/** The mount namespace of this process; empty where the system has none. */
export async function ownNamespace(): Promise<string> {
  return readlink('/proc/self/ns/mnt').catch(() => '')
}

async function ageOf(path: string): Promise<number> {
  const facts = await stat(path).catch(() => undefined)
  return facts === undefined ? Number.POSITIVE_INFINITY : Date.now() - facts.mtimeMs
}
