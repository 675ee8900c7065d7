/** Takes mounted environments away: one that is done with, or all that nobody uses. */
import { readdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno, messageOf, UserError } from '../errors.js'
import type { Environment } from '../host.js'
import { runAsRoot } from './as-root.js'
import { mountsBelow } from './mount-table.js'
import { isInUse, linkTo, mountsDirectory, placeIn } from './place.js'

/**
 * Takes the environment in this directory away, also one that is in use: mounts, layers, and the link that points to it. A
 * directory that is not there, or holds no mount, is no error.
 *
 * Throws UserError IMAGE_BUSY when the system does not let go of a mount: nothing is removed then.
 */
export async function unmountEnvironment(directory: string, env: Environment): Promise<void> {
  const real = await realpath(directory).catch(error => {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  })
  if (real === undefined) return
  await unmountBelow(real, env)
  const link = await linkTo(placeIn(real))
  if (link !== undefined) await rm(link, { force: true })
  await removeTree(real, env)
}

export type Sweep = {
  /** Directories that are gone. */
  readonly removed: readonly string[]
  /** Why others, which nobody uses, are still there. */
  readonly failures: readonly Error[]
}

/** Takes away every environment of the store `<root>` (`<store>/v1`) that nobody uses: see `isInUse`. */
export async function sweepMounts(root: string, env: Environment): Promise<Sweep> {
  const mounts = await realpath(mountsDirectory(root)).catch(() => undefined)
  const names = mounts === undefined ? [] : await readdir(mounts)
  const removed: string[] = []
  const failures: Error[] = []
  for (const directory of names.map(name => join(mounts ?? '', name))) {
    if (await isInUse(directory)) continue
    try {
      await unmountEnvironment(directory, env)
      removed.push(directory)
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(messageOf(error)))
    }
  }
  return { removed, failures }
}

/** Latest first. What a process is using is taken out of the tree, and goes when that process does. */
async function unmountBelow(directory: string, env: Environment): Promise<void> {
  const mounted = await mountsBelow(directory)
  if (mounted.length === 0) return
  const first = await unmount([], mounted.toReversed(), env)
  const busy = await mountsBelow(directory)
  if (busy.length === 0) return
  const second = await unmount(['-l'], busy.toReversed(), env)
  if ((await mountsBelow(directory)).length === 0) return
  throw new UserError('IMAGE_BUSY', `\`${directory}\` cannot be unmounted: ${second || first}`, {
    hint: 'end what uses it, and run `wheelcrew gc` as root or with passwordless sudo',
  })
}

async function unmount(flags: readonly string[], paths: readonly string[], env: Environment): Promise<string> {
  const result = await runAsRoot(['umount', ...flags, '--', ...paths], env).catch(error => ({
    stderr: messageOf(error),
  }))
  return result.stderr.trim()
}

/** Other users may have written into the environment, and the kernel's work directory is root's. */
async function removeTree(directory: string, env: Environment): Promise<void> {
  try {
    await rm(directory, { recursive: true, force: true })
  } catch (error) {
    if (!hasErrno(error, 'EACCES', 'EPERM')) throw error
    const { exitCode, stderr } = await runAsRoot(['rm', '-rf', '--one-file-system', '--', directory], env)
    if (exitCode !== 0) throw new UserError('IMAGE_BUSY', `\`${directory}\` cannot be removed: ${stderr.trim()}`)
  }
}
