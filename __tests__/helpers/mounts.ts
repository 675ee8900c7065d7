/** File systems of their own for tests, where this machine lets the user mount. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Mounts = {
  /** A new, empty tmpfs, which can neither clone nor run out of links. */
  tmpfs(): string
  /** A new file system of this type in a file, mounted. */
  disk(type: DiskType): string
  /** The same directory under another path, through another mount. */
  bind(directory: string, options?: { readonly readOnly: boolean }): string
  /** An overlay of a directory, whose writes go elsewhere. */
  overlay(lower: string): string
  /** Takes all mounts away, the last one first, and every file in them. */
  close(): void
}

export type DiskType = 'ext4' | 'xfs' | 'btrfs'
const bytesOfDisk: Readonly<Record<DiskType, number>> = { ext4: 64 << 20, xfs: 320 << 20, btrfs: 128 << 20 }
const quietly: Readonly<Record<DiskType, string>> = { ext4: '-qF', xfs: '-qf', btrfs: '-qf' }

export function openMounts(): Mounts {
  const scratch = mkdtempSync(join(tmpdir(), 'wheelcrew-mounts-'))
  // Another user is to get at what is mounted there.
  chmodSync(scratch, 0o755)
  const mounted: string[] = []
  let count = 0
  const newDirectory = (): string => {
    const path = join(scratch, String(count++))
    mkdirSync(path)
    return path
  }
  const mount = (...options: readonly string[]): string => {
    const path = newDirectory()
    run('mount', [...options, path])
    mounted.push(path)
    return path
  }
  const tmpfs = (): string => mount('-t', 'tmpfs', 'wheelcrew-test')
  return {
    tmpfs,
    disk: type => {
      const image = join(scratch, `${count++}.image`)
      writeFileSync(image, '')
      truncateSync(image, bytesOfDisk[type])
      run(`mkfs.${type}`, [quietly[type], image])
      return mount('-o', 'loop', image)
    },
    bind: (directory, { readOnly } = { readOnly: false }) => {
      const path = mount('--bind', directory)
      if (readOnly) run('mount', ['-o', 'remount,bind,ro', path])
      return path
    },
    overlay: lower => {
      const [upper, work] = makeTwo(tmpfs())
      return mount('-t', 'overlay', 'overlay', '-o', `lowerdir=${lower},upperdir=${upper},workdir=${work}`)
    },
    close: () => {
      for (const path of mounted.toReversed()) run('umount', [path])
      rmSync(scratch, { recursive: true })
    },
  }
}

function makeTwo(parent: string): readonly [string, string] {
  const both = [join(parent, 'upper'), join(parent, 'work')] as const
  for (const path of both) mkdirSync(path)
  return both
}

/** Whether this user can have such mounts here; by trying. */
export function canMount(make: (mounts: Mounts) => unknown): boolean {
  const mounts = openMounts()
  try {
    make(mounts)
    return true
  } catch {
    return false
  } finally {
    mounts.close()
  }
}

/** Whether this user can mount overlays, and mksquashfs is there. */
export function canMakeImages(): boolean {
  const found = spawnSync('mksquashfs', ['-version'])
  return found.error === undefined && canMount(mounts => mounts.overlay(mounts.tmpfs()))
}

/** Whether Node's user number can be another for a while: only root's can. */
export const canBeAnother = process.getuid?.() === 0

/** Runs `work` with the rights of a user who owns nothing. */
export async function asNobody<T>(work: () => Promise<T> | T): Promise<T> {
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

function run(command: string, parameters: readonly string[]): void {
  execFileSync(command, parameters, { stdio: 'pipe' })
}
