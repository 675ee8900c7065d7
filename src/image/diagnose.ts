/** Whether this machine can make and mount images: found out by trying, once a start of the machine. */
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { errnoOf, hasErrno, messageOf } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { isRoot, runAsRoot } from './as-root.js'
import { runMksquashfs } from './make.js'
import { mountEnvironment } from './mount.js'
import { ownNamespace, reservePlace } from './place.js'
import { unmountEnvironment } from './unmount.js'

export type ImageDiagnosis = {
  readonly canMount: boolean
  readonly canMake: boolean
  /** What is missing, and what to do; of mounting first. */
  readonly reason: string
  /** For `mountEnvironment`. */
  readonly overlayOptions: string
}

type ImageHost = Pick<Host, 'platform' | 'env' | 'parallelism'>

/** What was found to work: what failed is tried again, since someone may have mended it. */
type Probe = {
  readonly overlayOptions?: string
  readonly canMake?: boolean
}

/** Best first: a kernel without one of them takes the next. Nothing is written back for the sake of a power cut (`volatile`). */
const overlayChoices = ['redirect_dir=on,metacopy=on,volatile', 'redirect_dir=on,metacopy=on', ''] as const

/** `root` is `<store>/v1`, which exists: images are mounted there. Never throws because of what the machine lacks. */
export async function diagnoseImages(root: string, host: ImageHost): Promise<ImageDiagnosis> {
  if (host.platform.os !== 'linux') return { canMount: false, canMake: false, reason: needsLinux, overlayOptions: '' }
  const mounting = await diagnoseMounting(root, host)
  const making = await diagnoseMaking(root, host)
  const reasons = ['lacks' in mounting ? mounting.lacks : undefined, making].filter(reason => reason !== undefined)
  return {
    canMount: !('lacks' in mounting),
    canMake: making === undefined,
    reason: reasons.join('; ') || 'a small image was made and mounted',
    overlayOptions: 'lacks' in mounting ? '' : mounting.overlayOptions,
  }
}

/** With which options of overlayfs, or what is missing and what to do. */
export type Mounting = { readonly overlayOptions: string } | { readonly lacks: string }

/** Whether images can be mounted here, as `diagnoseImages` says it; none is made. */
export async function diagnoseMounting(root: string, { platform, env }: ImageHost): Promise<Mounting> {
  if (platform.os !== 'linux') return { lacks: needsLinux }
  const { known, keep } = await openProbe(root)
  if (known.overlayOptions !== undefined) return { overlayOptions: known.overlayOptions }
  const found = await tryMounting(root, env)
  if (!('lacks' in found)) await keep(found)
  return found
}

/** Why images cannot be made here, on Linux; undefined where they can. */
export async function diagnoseMaking(root: string, host: ImageHost): Promise<string | undefined> {
  const { known, keep } = await openProbe(root)
  if (known.canMake) return undefined
  const lacks = await tryMaking(root, host)
  if (lacks === undefined) await keep({ canMake: true })
  return lacks
}

const needsLinux = 'images need Linux'

/** What is known of this machine, and a way to add to it. */
async function openProbe(root: string) {
  const path = join(root, 'images', 'probe.json')
  const identity = await machineIdentity()
  const known = await readProbe(path, identity)
  return { known, keep: (found: Probe) => writeProbe(path, identity, { ...known, ...found }) }
}

/** The machine or container, its start, what this process sees of its mounts (numbers are used again), and who it is. */
async function machineIdentity(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return [hostname(), boot.trim(), await ownNamespace(), process.getuid?.()].join(' ')
}

async function readProbe(path: string, identity: string): Promise<Probe> {
  try {
    const probe = JSON.parse(await readFile(path, 'utf8')) as Probe & { readonly format: 1; readonly identity: string }
    return probe.format === 1 && probe.identity === identity ? probe : {}
  } catch {
    return {}
  }
}

/** A store that cannot be written to is told elsewhere: here it only costs the next run another try. */
async function writeProbe(path: string, identity: string, probe: Probe): Promise<void> {
  try {
    await mkdir(join(path, '..'), { recursive: true })
    const aside = `${path}-${process.pid}`
    await writeFile(aside, JSON.stringify({ format: 1, identity, ...probe }))
    await rename(aside, path)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

async function tryMounting(root: string, env: Environment): Promise<Mounting> {
  const lacks = await missingRights(env)
  if (lacks !== undefined) return { lacks }
  let reason = ''
  for (const overlayOptions of overlayChoices) {
    try {
      await mountOnce(root, env, overlayOptions)
      return { overlayOptions }
    } catch (error) {
      reason = messageOf(error)
    }
  }
  return { lacks: (await missingPart(root)) ?? reason }
}

const sysAdmin = 21n

async function missingRights(env: Environment): Promise<string | undefined> {
  const needs = 'mounting needs root or passwordless sudo'
  if (isRoot()) {
    const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
    const [, mask] = /^CapEff:\s*([0-9a-f]+)$/m.exec(status) ?? []
    const isCapable = mask === undefined || ((BigInt(`0x${mask}`) >> sysAdmin) & 1n) === 1n
    return isCapable ? undefined : 'this container lacks CAP_SYS_ADMIN, which mounting needs: `--cap-add SYS_ADMIN`'
  }
  try {
    const { exitCode, stderr } = await runAsRoot(['true'], env)
    return exitCode === 0 ? undefined : `${needs} (${stderr.trim().split('\n')[0]})`
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'EACCES')) return `${needs}, and sudo is not installed`
    throw error
  }
}

const overlayMagic = 0x794c7630
const nfsMagic = 0x6969

/** What explains a mount that failed, in better words than those of mount. */
async function missingPart(root: string): Promise<string | undefined> {
  const { type } = await statfs(root)
  if (type === overlayMagic)
    return 'the store lies on overlayfs, which cannot be an upper layer: name another with `--store`'
  if (type === nfsMagic) return 'the store lies on NFS, which cannot be an upper layer: name another with `--store`'
  const hasLoop = await access('/dev/loop-control', constants.F_OK).then(
    () => true,
    () => false,
  )
  if (!hasLoop) return 'there is no loop device: `modprobe loop`, or give the container /dev/loop-control'
  const filesystems = await readFile('/proc/filesystems', 'utf8').catch(() => 'squashfs overlay')
  const missing = ['squashfs', 'overlay'].find(name => !filesystems.includes(name))
  return missing === undefined ? undefined : `the kernel has no ${missing}: \`modprobe ${missing}\``
}

/** `package/module.py`, compressed with zstd: made by `mksquashfs DIR FILE -comp zstd -all-root -nopad -no-exports -no-fragments`. */
const smallImage =
  'aHNxcwMAAACAQ204AAACAAAAAAAGABEAUAIBAAQAAABEAAAAAAAAAO0AAAAAAAAA5QAAAAAAAAD//////////2wAAAAAAAAArQAAAAAAAADf' +
  'AAAAAAAAAP//////////YW5zd2VyID0gNDIKPwAotS/9IGS1AQCSRAoR4C0HPIAGkw1j6oXAvpXI3ikfS3PxFxc/D3/gAkD+vfeuHtBK7EEb' +
  'AgMAhuLsqEIyXCcwACi1L/0gOD0BAOAAAggAbW9kdWxlLnB5AAEAAAAkBgBwYWNrYWdlBACu0G7Ot1wG2ASAAAAAAN8AAAAAAAAA'
/** A loop device consists of whole pages. */
const pageBytes = 4096

/** Reads through the overlay, and writes beside what is read. */
async function mountOnce(root: string, env: Environment, overlayOptions: string): Promise<void> {
  const place = await reservePlace(root, '')
  try {
    const image = join(place.directory, 'small.squashfs')
    const bytes = Buffer.alloc(pageBytes)
    bytes.write(smallImage, 'base64')
    await writeFile(image, bytes)
    await mountEnvironment(place, [image], { env, overlayOptions })
    const text = await readFile(join(place.merged, 'package', 'module.py'), 'utf8')
    if (text !== 'answer = 42\n') throw new Error('a mounted image does not hold what was put into it')
    await writeFile(join(place.merged, 'written'), '')
  } finally {
    await unmountEnvironment(place.directory, env)
  }
}

/** Undefined when an image was made. A store that is full or cannot be written to is a reason as well. */
async function tryMaking(root: string, host: ImageHost): Promise<string | undefined> {
  try {
    return await makeOnce(root, host)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return messageOf(error)
  }
}

async function makeOnce(root: string, host: ImageHost): Promise<string | undefined> {
  const directory = await mkdtemp(join(root, 'tmp', 'image-'))
  try {
    const source = join(directory, 'source')
    await mkdir(source)
    await writeFile(join(source, 'module.py'), 'answer = 42\n')
    return await runMksquashfs(source, join(directory, 'made.squashfs'), host)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
