/** Mounts images under one overlay, whose upper layer takes what the job writes. */
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf, isUserError, messageOf, UserError } from '../errors.js'
import type { Environment } from '../host.js'
import { runAsRoot } from './as-root.js'
import { escaped } from './mount-table.js'
import type { MountPlace } from './place.js'
import { unmountEnvironment } from './unmount.js'

export type MountOptions = {
  readonly env: Environment
  /** As `diagnoseImages` found them. */
  readonly overlayOptions: string
}

/**
 * Whether a loop device, when it is set up, waits until all of its file is on the disk: since Linux 6.14. `release` is that of
 * the kernel.
 */
export function loopWritesBack(release: string): boolean {
  const [major = 0, minor = 0] = release.split('.').map(part => Number.parseInt(part, 10))
  return major > 6 || (major === 6 && minor >= 14)
}

/** The names of so many layers fit the 256 bytes that the kernel takes for one option (fsconfig(2)). */
export const mostImages = 64

/** Nothing in an image, which may come from a cache, has more rights than the files of a wheel. */
const imageOptions = 'ro,nodev,nosuid,loop'

/**
 * The overlay holds its layers itself, so their own mount points go at once: one mount is left to undo, also after a crash.
 * All in one process more than mount and umount: starting processes is what mounting costs.
 */
const script = 'mount -a -T fstab && { umount "$@" || :; }'

/**
 * Mounts `images` (absolute paths, the highest first) at `place.merged`, read-only under the layer of the job. Images that
 * are mounted elsewhere are shared, with their page cache.
 *
 * Throws UserError IMAGE_DAMAGED when an image is missing, cut short or no image, and IMAGE_UNMOUNTABLE with what mount
 * says. The place is gone then.
 */
export async function mountEnvironment(
  place: MountPlace,
  images: readonly string[],
  { env, overlayOptions }: MountOptions,
): Promise<void> {
  const { directory, merged } = place
  if (images.length === 0 || images.length > mostImages) {
    throw new RangeError(`${images.length} images, expected 1 to ${mostImages}`)
  }
  const layers = images.map((image, index) => ({ image, name: index.toString(36) }))
  try {
    await Promise.all(layers.map(({ name }) => mkdir(join(directory, name))))
    // Relative, since the options of one mount must fit one page.
    const stack = `lowerdir=${layers.map(({ name }) => name).join(':')},upperdir=upper,workdir=work`
    const lines = [
      ...layers.map(({ image, name }) => [escaped(image), escaped(join(directory, name)), 'squashfs', imageOptions]),
      [
        'overlay',
        escaped(merged),
        'overlay',
        ['nodev,nosuid', stack, overlayOptions].filter(text => text !== '').join(),
      ],
    ]
    await writeFile(join(directory, 'fstab'), lines.map(fields => `${fields.join(' ')} 0 0\n`).join(''))
    const mounting = await runAsRoot(['sh', '-c', script, 'sh', ...layers.map(({ name }) => name)], env, directory)
    if (mounting.exitCode !== 0) throw await unmountable(place, images, mounting.stderr)
  } catch (error) {
    await unmountEnvironment(directory, env).catch(() => undefined)
    throw isUserError(error) || errnoOf(error) === undefined
      ? error
      : await unmountable(place, images, messageOf(error))
  }
}

async function unmountable(place: MountPlace, images: readonly string[], reason: string): Promise<UserError> {
  for (const image of images) {
    const damage = await damageOf(image)
    if (damage === undefined) continue
    return new UserError('IMAGE_DAMAGED', `the image \`${image}\` ${damage}`, { hint: 'remove it: it is made again' })
  }
  const message = reason.trim().replaceAll(/\s*\n\s*/g, '; ')
  return new UserError('IMAGE_UNMOUNTABLE', `\`${place.merged}\` cannot be mounted: ${message}`, {
    hint: '`wheelcrew doctor` says what this machine lacks; use another `--link-mode`',
  })
}

const headBytes = 96
const magic = 0x73717368
const sizeOffset = 40

/** What is wrong with an image at first sight: its superblock says how long it is. */
async function damageOf(image: string): Promise<string | undefined> {
  const file = await open(image).catch(() => undefined)
  if (file === undefined) return 'cannot be read'
  try {
    const head = Buffer.alloc(headBytes)
    const { bytesRead } = await file.read(head, 0, headBytes, 0)
    if (bytesRead < headBytes || head.readUInt32LE(0) !== magic) return 'is no squashfs image'
    const { size } = await file.stat()
    const expected = head.readBigUInt64LE(sizeOffset)
    return expected > size ? `is cut short: ${size} bytes, expected ${expected}` : undefined
  } finally {
    await file.close()
  }
}
