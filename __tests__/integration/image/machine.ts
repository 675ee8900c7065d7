/** What tests of images need: a store, a host, and a machine that can mount. */
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { describe } from '@jest/globals'
import type { Host } from '../../../src/host.js'
import { diagnoseImages } from '../../../src/image/diagnose.js'
import { mountsBelow } from '../../../src/image/mount-table.js'
import { sweepMounts } from '../../../src/image/unmount.js'
import { runProcess } from '../../../src/process.js'
import { env, testHost } from '../python/pythons.js'

export type ImageStore = { readonly directory: string; readonly root: string; readonly host: Host }

/** A directory with an odd name and a store in it: separators of fstab and of mount options. */
export async function makeImageStore(): Promise<ImageStore> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-image-')))
  const directory = join(parent, 'a b,c:d=é')
  const root = join(directory, 'store', 'v1')
  await mkdir(join(root, 'tmp'), { recursive: true })
  return { directory, root, host: testHost(directory) }
}

export async function removeImageStore({ directory, root }: ImageStore): Promise<void> {
  await sweepMounts(root, env)
  const left = await mountsBelow(directory)
  if (left.length > 0) throw new Error(`still mounted: ${left.join(', ')}`)
  await rm(dirname(directory), { recursive: true, force: true })
}

/** A directory of files, by path and text. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return directory
}

/** The environment with commands of these names in front: texts of shell scripts. */
export async function withCommands(
  store: ImageStore,
  scripts: Readonly<Record<string, string>>,
): Promise<Record<string, string | undefined>> {
  // Not below the odd name: a colon would divide PATH.
  const directory = await mkdtemp(join(dirname(store.directory), 'commands-'))
  for (const [name, text] of Object.entries(scripts)) {
    await writeFile(join(directory, name), `#!/bin/sh\n${text}\n`)
    await chmod(join(directory, name), 0o755)
  }
  return { ...env, PATH: [directory, env.PATH].join(delimiter) }
}

export const readText = (...path: readonly string[]): Promise<string> => readFile(join(...path), 'utf8')

/** Not by the code under test: where that is broken, tests must fail and not be skipped. */
async function canUseImages(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-image-'))
  const script = `set -e; mkdir s 0 u w m; mksquashfs s i -comp zstd; mount -o loop i 0
    mount -t overlay -o lowerdir=0,upperdir=u,workdir=w o m; umount m 0`
  const { exitCode, stderr } = await runProcess('sh', ['-c', script], { cwd: directory, env })
  await rm(directory, { recursive: true, force: true })
  if (exitCode !== 0) process.stderr.write(`tests of images are skipped: ${stderr}\n`)
  return exitCode === 0
}

async function findOptions(): Promise<string> {
  const store = await makeImageStore()
  const { overlayOptions } = await diagnoseImages(store.root, store.host)
  await removeImageStore(store)
  return overlayOptions
}

/** Skipped, and said so, where root may not mount. */
export const describeImages = (await canUseImages()) ? describe : describe.skip
export const overlayOptions = await findOptions()
