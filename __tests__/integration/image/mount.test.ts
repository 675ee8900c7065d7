import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile, realpath, rename, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeImage } from '../../../src/image/make.js'
import { mostImages, mountEnvironment } from '../../../src/image/mount.js'
import { mountsBelow } from '../../../src/image/mount-table.js'
import { type MountPlace, placeBehind, reservePlace } from '../../../src/image/place.js'
import { unmountEnvironment } from '../../../src/image/unmount.js'
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
beforeAll(async () => {
  store = await makeImageStore()
})
afterAll(() => removeImageStore(store))

let count = 0
const nextId = () => {
  count += 1
  return count
}

async function imageOf(files: Readonly<Record<string, string>>): Promise<string> {
  const id = nextId()
  const source = await writeFiles(join(store.directory, `source-${id}`), files)
  const image = join(store.root, 'images', `${id} ,x.squashfs`)
  await makeImage(source, image, { host: store.host, temporary: join(store.root, 'tmp') })
  return image
}

/** Mounted, with a link as the pipeline makes it. */
async function mounted(images: readonly string[]): Promise<MountPlace & { readonly link: string }> {
  const link = join(store.directory, `.venv-${nextId()}`)
  const place = await reservePlace(store.root, link)
  await mountEnvironment(place, images, { env, overlayOptions })
  await symlink(place.merged, link)
  return { ...place, link }
}

const unmount = (place: MountPlace) => unmountEnvironment(place.directory, env)

describeImages('a mounted environment', () => {
  test('shows the layer of the job over the images, the first over the others', async () => {
    const images = [
      await imageOf({ 'lib/both.py': 'first', 'lib/one.py': '1' }),
      await imageOf({ 'lib/both.py': 'second', 'lib/two.py': '2', 'lib/job.py': 'image' }),
    ]
    const place = await reservePlace(store.root, '')
    await writeFiles(place.upper, { 'lib/job.py': 'job', 'bin/python': 'link' })
    await mountEnvironment(place, images, { env, overlayOptions })
    expect((await readdir(join(place.merged, 'lib'))).sort()).toEqual(['both.py', 'job.py', 'one.py', 'two.py'])
    expect(await readText(place.merged, 'lib/both.py')).toBe('first')
    expect(await readText(place.merged, 'lib/job.py')).toBe('job')
    await unmount(place)
  })

  test('takes every change, and leaves the image and other environments of it alone', async () => {
    const image = await imageOf({ 'lib/a.py': 'a', 'lib/b.py': 'b', 'old/c.py': 'c' })
    const before = await readFile(image)
    const [one, other] = [await mounted([image]), await mounted([image])]
    await writeFile(join(one.merged, 'lib/a.py'), 'changed')
    await rm(join(one.merged, 'lib/b.py'))
    await rename(join(one.merged, 'old'), join(one.merged, 'new'))
    expect((await readdir(one.merged)).sort()).toEqual(['lib', 'new'])
    expect(await readdir(join(one.merged, 'lib'))).toEqual(['a.py'])
    expect(await readText(one.merged, 'lib/a.py')).toBe('changed')
    await unmount(one)
    expect(await readText(other.link, 'lib/a.py')).toBe('a')
    expect((await readdir(join(other.merged, 'lib'))).sort()).toEqual(['a.py', 'b.py'])
    expect((await readFile(image)).equals(before)).toBe(true)
    await unmount(other)
  })

  test('is one mount, whatever the number of images', async () => {
    const images = await Promise.all(
      Array.from({ length: mostImages }, (_, index) => imageOf({ [`lib/${index}.py`]: String(index) })),
    )
    const place = await mounted(images)
    expect(await mountsBelow(place.directory)).toEqual([place.merged])
    expect((await readdir(join(place.merged, 'lib'))).length).toBe(mostImages)
    await unmount(place)
  })

  test('gives nothing more rights than its user has', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    const table = await readFile('/proc/self/mountinfo', 'utf8')
    const row = table.split('\n').find(line => line.includes(place.directory.split('/').at(-1) ?? ''))
    expect(row).toMatch(/ rw,nosuid,nodev/)
    await unmount(place)
  })

  test('is found by its link, and gone with it when it is unmounted, as often as one likes', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    const found = await placeBehind(store.root, place.link)
    expect(found?.directory).toBe(place.directory)
    for (const _ of [1, 2]) await unmountEnvironment(place.directory, env)
    expect(await mountsBelow(place.directory)).toEqual([])
    expect([existsSync(place.directory), await placeBehind(store.root, place.link)]).toEqual([false, undefined])
  })

  test('leaves a link alone that points elsewhere by now', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    await rm(place.link)
    await symlink(store.directory, place.link)
    await unmount(place)
    expect(await realpath(place.link)).toBe(store.directory)
  })

  test('can be unmounted while a process works in it', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    const child = spawn('sh', ['-c', 'echo ready; read line; cat a.py'], { cwd: join(place.merged, 'lib') })
    await once(child.stdout, 'data')
    await unmount(place)
    expect(existsSync(place.directory)).toBe(false)
    child.stdin.end('go\n')
    const [bytes] = await once(child.stdout, 'data')
    expect(String(bytes)).toBe('a')
    await once(child, 'close')
  })

  test('survives `git clean -ffdx` of the checkout, which takes the link', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    const checkout = join(store.directory, 'checkout')
    execFileSync('git', ['init', '-q', checkout], { env })
    await symlink(place.merged, join(checkout, '.venv'))
    execFileSync('git', ['-C', checkout, 'clean', '-ffdxq'], { env })
    expect(existsSync(join(checkout, '.venv'))).toBe(false)
    expect(await readText(place.merged, 'lib/a.py')).toBe('a')
    await unmount(place)
  })
})

describeImages('mounting', () => {
  const damages = [
    { name: 'missing', harm: (image: string) => rm(image), code: 'IMAGE_DAMAGED', says: 'cannot be read' },
    { name: 'empty', harm: (image: string) => truncate(image, 0), code: 'IMAGE_DAMAGED', says: 'no squashfs image' },
    { name: 'cut short', harm: (image: string) => truncate(image, 4096), code: 'IMAGE_DAMAGED', says: 'cut short' },
    {
      name: 'of zeros after its head',
      harm: async (image: string) => {
        const bytes = await readFile(image)
        await writeFile(image, bytes.fill(0, 96))
      },
      code: 'IMAGE_UNMOUNTABLE',
      says: 'mount',
    },
  ]
  for (const { name, harm, code, says } of damages) {
    test(`an image that is ${name} fails, says so, and leaves nothing mounted`, async () => {
      const good = await imageOf({ 'lib/a.py': 'a' })
      const bad = await imageOf({ 'lib/b.bin': Array.from({ length: 50_000 }, () => Math.random()).join('') })
      await harm(bad)
      const place = await reservePlace(store.root, '')
      const mounting = mountEnvironment(place, [good, bad], { env, overlayOptions })
      await expect(mounting).rejects.toMatchObject({ code, message: expect.stringContaining(says) })
      expect([await mountsBelow(store.directory), existsSync(place.directory)]).toEqual([[], false])
    })
  }

  test('shows what mount said, and leaves nothing mounted', async () => {
    const image = await imageOf({ 'lib/a.py': 'a' })
    const place = await reservePlace(store.root, '')
    const options = { env, overlayOptions: 'no_such_option=on' }
    await expect(mountEnvironment(place, [image], options)).rejects.toMatchObject({
      code: 'IMAGE_UNMOUNTABLE',
      message: expect.stringMatching(/^`[^`]*` cannot be mounted: mount: /),
    })
    expect([await mountsBelow(store.directory), existsSync(place.directory)]).toEqual([[], false])
  })

  test('unmounting that the system refuses is an error, and removes nothing', async () => {
    const place = await mounted([await imageOf({ 'lib/a.py': 'a' })])
    const refusing = await withCommands(store, { umount: 'echo "umount: target is busy" >&2; exit 32' })
    await expect(unmountEnvironment(place.directory, refusing)).rejects.toMatchObject({
      code: 'IMAGE_BUSY',
      message: expect.stringContaining('target is busy'),
    })
    expect(await readText(place.link, 'lib/a.py')).toBe('a')
    expect((await stat(place.upper)).isDirectory()).toBe(true)
    await unmount(place)
  })
})
