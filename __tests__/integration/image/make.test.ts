import { chown, copyFile, link, mkdir, readdir, readFile, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeImage } from '../../../src/image/make.js'
import { runProcess } from '../../../src/process.js'
import {
  describeImages,
  type ImageStore,
  makeImageStore,
  removeImageStore,
  withCommands,
  writeFiles,
} from './machine.js'

let store: ImageStore
beforeAll(async () => {
  store = await makeImageStore()
})
afterAll(() => removeImageStore(store))

const options = () => ({ host: store.host, temporary: join(store.root, 'tmp') })
const unfinished = () => readdir(join(store.root, 'tmp'))

/** Sources have the time of their content, everything else that of now, or of a year: then equal files are one, linked. */
async function tree(name: string, year?: number): Promise<string> {
  const directory = await writeFiles(join(store.directory, name), {
    'package/module.py': 'answer = 42\n',
    'package/data.bin': 'x'.repeat(300_000),
    'package-1.dist-info/RECORD': '',
  })
  const copy = year === undefined ? copyFile : link
  await copy(join(directory, 'package/data.bin'), join(directory, 'package/again.bin'))
  await symlink('module.py', join(directory, 'package', 'link.py'))
  await mkdir(join(directory, 'empty'))
  await utimes(join(directory, 'package/module.py'), 950_000_000, 950_000_000)
  const time = year === undefined ? new Date() : new Date(Date.UTC(year, 1))
  for (const path of ['package', 'package/data.bin', 'empty', '.']) await utimes(join(directory, path), time, time)
  return directory
}

describeImages('an image', () => {
  test('of the same files has the same bytes, whenever they were written', async () => {
    const images = [join(store.root, 'images', 'one'), join(store.root, 'images', 'two')] as const
    await makeImage(await tree('one'), images[0], options())
    await makeImage(await tree('two', 2031), images[1], { ...options(), host: { ...store.host, parallelism: 1 } })
    const [one, two] = await Promise.all(images.map(path => readFile(path)))
    expect(one?.length).toBeGreaterThan(300)
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true)
  })

  test('keeps links and the times of sources, and belongs to the user', async () => {
    const image = join(store.root, 'images', 'kept')
    const source = await tree('kept')
    if (process.getuid?.() === 0) await chown(join(source, 'package/module.py'), 1234, 1234)
    await makeImage(source, image, options())
    const { stdout } = await runProcess('unsquashfs', ['-lln', '-UTC', image], { env: store.host.env })
    const user = `${process.getuid?.()}/${process.getgid?.()}`
    expect(stdout).toMatch(new RegExp(`${user} +12 2000-02-08 08:53 .*module\\.py`))
    expect(stdout).toContain('link.py -> module.py')
    expect(stdout).toMatch(/^drwx.*\/empty$/m)
  })

  test('takes the place of another in one step', async () => {
    const image = join(store.root, 'images', 'replaced')
    await makeImage(await tree('first'), image, options())
    const before = await readFile(image)
    await makeImage(await writeFiles(join(store.directory, 'second'), { 'other.py': 'x = 1\n' }), image, options())
    expect((await readFile(image)).equals(before)).toBe(false)
    expect(await unfinished()).toEqual([])
  })
})

test('an image that mksquashfs fails to make is an error with what it said, and leaves nothing', async () => {
  const env = await withCommands(store, {
    mksquashfs: 'echo half > "$2"; echo "FATAL ERROR: no space left" >&2; exit 1',
  })
  const image = join(store.root, 'images', 'failed')
  const making = makeImage(store.directory, image, { ...options(), host: { ...store.host, env } })
  await expect(making).rejects.toMatchObject({
    code: 'IMAGE_UNMAKEABLE',
    message: expect.stringContaining('no space left'),
  })
  expect(await unfinished()).toEqual([])
  await expect(readFile(image)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('an image without mksquashfs is an error that names the package', async () => {
  const host = { ...store.host, env: { PATH: '/nowhere' } }
  const making = makeImage(store.directory, join(store.root, 'images', 'never'), { ...options(), host })
  await expect(making).rejects.toThrow('apt-get install squashfs-tools')
})
