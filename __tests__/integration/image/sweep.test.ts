import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readlink, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeImage } from '../../../src/image/make.js'
import { mountEnvironment } from '../../../src/image/mount.js'
import { mountsBelow } from '../../../src/image/mount-table.js'
import { type MountPlace, reservePlace } from '../../../src/image/place.js'
import { sweepMounts } from '../../../src/image/unmount.js'
import { identifyProcess } from '../../../src/python/process-identity.js'
import { env } from '../python/pythons.js'
import {
  describeImages,
  type ImageStore,
  makeImageStore,
  overlayOptions,
  readText,
  removeImageStore,
  withCommands,
  writeFiles,
} from './machine.js'

let store: ImageStore
let image: string
beforeAll(async () => {
  store = await makeImageStore()
  image = join(store.root, 'images', 'one.squashfs')
  const source = await writeFiles(join(store.directory, 'source'), { 'lib/a.py': 'a' })
  await makeImage(source, image, { host: store.host, temporary: join(store.root, 'tmp') }).catch(() => undefined)
})
afterAll(() => removeImageStore(store))

const link = () => join(store.directory, '.venv')
const mount = (place: MountPlace) => mountEnvironment(place, [image], { env, overlayOptions })
const sweep = () => sweepMounts(store.root, env)

type Owner = Readonly<Record<string, unknown>>

/** As if another process had reserved the place. */
async function disown({ directory }: MountPlace, change: (owner: Owner) => Owner | Promise<Owner>): Promise<void> {
  const path = join(directory, 'owner.json')
  await writeFile(path, JSON.stringify(await change(JSON.parse(await readText(path)))))
}

async function deadProcess() {
  const child = spawn('sleep', ['60'])
  const identity = await identifyProcess(child.pid ?? 0)
  child.kill('SIGKILL')
  await once(child, 'close')
  return identity
}

const killed = async (owner: Owner): Promise<Owner> => ({ ...owner, process: await deadProcess() })

describeImages('what a killed run left', () => {
  const mountLayer = (place: MountPlace, name: string) =>
    mkdir(join(place.directory, name)).then(() =>
      execFileSync('mount', ['-t', 'squashfs', '-o', 'ro,loop', image, join(place.directory, name)]),
    )
  const steps = [
    { at: 'once the place is reserved', until: async () => undefined },
    { at: 'after the first layer', until: (place: MountPlace) => mountLayer(place, '0') },
    {
      at: 'before the layers are let go',
      until: async (place: MountPlace) => {
        await mountLayer(place, '0')
        const options = 'lowerdir=0,upperdir=upper,workdir=work'
        execFileSync('mount', ['-t', 'overlay', '-o', options, 'overlay', place.merged], { cwd: place.directory })
      },
    },
    { at: 'before the link is made', until: mount },
  ]
  for (const { at, until } of steps) {
    test(`${at} is swept`, async () => {
      const place = await reservePlace(store.root, link())
      await until(place)
      await disown(place, killed)
      expect(await sweep()).toEqual({ removed: [place.directory], failures: [] })
      expect([await mountsBelow(store.directory), existsSync(place.directory)]).toEqual([[], false])
    })
  }

  test('is swept where it was killed for real, in the middle of mounting', async () => {
    // Mounts all, then kills the process that waits for it.
    const killing = await withCommands(store, {
      mount: '"$(PATH=/usr/bin:/bin command -v mount)" "$@"; kill -9 "$(cat pid)"; sleep 1',
    })
    const place = await reservePlace(store.root, link())
    const child = spawn('sleep', ['60'])
    await writeFile(join(place.directory, 'pid'), String(child.pid))
    await disown(place, async owner => ({ ...owner, process: await identifyProcess(child.pid ?? 0) }))
    const ended = once(child, 'close')
    const mounting = mountEnvironment(place, [image], { env: killing, overlayOptions })
    await ended
    expect(await mountsBelow(place.directory)).toEqual([join(place.directory, '0'), place.merged])
    expect((await sweep()).removed).toEqual([place.directory])
    await expect(mounting).resolves.toBeUndefined()
    expect(await mountsBelow(store.directory)).toEqual([])
  })
})

describeImages('an environment', () => {
  test('stays while its process is at work, and then as long as its link points to it', async () => {
    const place = await reservePlace(store.root, link())
    await mount(place)
    expect((await sweep()).removed).toEqual([])
    await symlink(place.merged, link())
    await disown(place, killed)
    expect((await sweep()).removed).toEqual([])
    expect(await readText(link(), 'lib/a.py')).toBe('a')
    await rm(link())
    expect((await sweep()).removed).toEqual([place.directory])
  })

  test('goes with its link when it is mounted no longer, as after a restart of the machine', async () => {
    const place = await reservePlace(store.root, link())
    await mount(place)
    await symlink(place.merged, link())
    await disown(place, killed)
    execFileSync('umount', [place.merged])
    expect((await sweep()).removed).toEqual([place.directory])
    await expect(readlink(link())).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('that cannot be unmounted is named, and the others go', async () => {
    const places = [await reservePlace(store.root, ''), await reservePlace(store.root, '')] as const
    await mount(places[0])
    for (const place of places) await disown(place, killed)
    const refusing = await withCommands(store, { umount: 'echo "umount: no" >&2; exit 32' })
    const { removed, failures } = await sweepMounts(store.root, refusing)
    expect(removed).toEqual([places[1].directory])
    expect(failures.map(String)).toEqual([expect.stringContaining(places[0].directory)])
    expect((await sweep()).removed).toEqual([places[0].directory])
  })
})

test('what cannot be seen from here is kept for a week, and no longer', async () => {
  for (const foreign of [
    { namespace: 'mnt:[1]' },
    { process: { pid: 1, start: '1', machine: 'other/boot/pid:[1]' } },
  ]) {
    const place = await reservePlace(store.root, link())
    await disown(place, owner => ({ ...owner, ...foreign }))
    expect((await sweep()).removed).toEqual([])
    const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000)
    await utimes(join(place.directory, 'owner.json'), longAgo, longAgo)
    expect((await sweep()).removed).toEqual([place.directory])
  }
})

test('a place without an owner is kept for a minute: it is being made', async () => {
  const directory = join(store.root, 'mounts', 'new')
  await mkdir(directory, { recursive: true })
  expect((await sweep()).removed).toEqual([])
  const before = new Date(Date.now() - 61_000)
  await utimes(directory, before, before)
  expect((await sweep()).removed).toEqual([directory])
})

test('a store without mounts has nothing to sweep', async () => {
  expect(await sweepMounts(join(store.directory, 'nowhere'), env)).toEqual({ removed: [], failures: [] })
})
