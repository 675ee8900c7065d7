import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, lstat, mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { rangeSum } from '../../src/cache/image-ranges.js'
import { imageKey } from '../../src/cache/key.js'
import { formatManifest, type ManifestImages, parseManifest } from '../../src/cache/manifest.js'
import { makeScratch, type Output, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { readDirectories, readTree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'
import { describeImages } from '../integration/image/machine.js'

const execute = promisify(execFile)

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  files: {
    'tool/__init__.py': 'VALUE = 42\n',
    'tool/cli.py': 'def main():\n    print("ran")\n',
    'shared.py': 'A = 1\n',
  },
  data: { 'scripts/shipped': '#!python\nimport tool\nprint(tool.VALUE)\n', 'data/share/tool.txt': 'data' },
  entryPoints: '[console_scripts]\ntool-run = tool.cli:main\n',
})
const library = makeWheel({ name: 'library', version: '2.0', files: { 'library.py': '', 'shared.py': 'B = 2\n' } })

let scratch: Scratch
let lock: string
let stores: string[]
beforeEach(async () => {
  scratch = await makeScratch()
  stores = []
  await scratch.offer(tool, library)
  lock = await scratch.write('pylock.toml', pylockOf([tool, library]))
})
afterEach(async () => {
  await rm(scratch.venv, { recursive: true, force: true })
  for (const store of stores) await scratch.run(['gc', '--store', store])
  await scratch.remove()
})

type Report = {
  readonly decisions: readonly { readonly subject: string; readonly choice: string; readonly reason: string }[]
  readonly warnings: readonly string[]
  readonly cache: { readonly outcome: string }
  readonly wheels: readonly { readonly source: string }[]
  readonly stages: readonly { readonly stage: string; readonly bytes: number }[]
}
type Seen = Output & { readonly report: Report }
type Machine = { readonly store?: string; readonly venv?: string; readonly env?: Readonly<Record<string, string>> }

const cache = () => join(scratch.directory, 'cache')

/** Installs the lock as on a machine of its own: with a store of this name, which is new for each name. */
async function installOn(
  { store = 'first', venv = scratch.venv, env = {} }: Machine,
  ...args: string[]
): Promise<Seen> {
  const directory = join(scratch.directory, store)
  if (!stores.includes(directory)) stores.push(directory)
  const path = join(scratch.directory, 'report.json')
  const places = ['--venv', venv, '--store', directory, '--cache-backend', pathToFileURL(cache()).href]
  const inputs = args.includes('-r') ? [] : ['-r', lock]
  const offline = ['--no-index', '--find-links', scratch.wheels, '--report', path]
  const output = await scratch.run(['install', ...inputs, ...places, ...offline, '--link-mode', 'image', ...args], env)
  return { ...output, report: JSON.parse(await readFile(path, 'utf8')) as Report }
}

const removeVenv = () => rm(scratch.venv, { recursive: true, force: true })
const decision = ({ report }: Seen, subject: string) =>
  report.decisions.findLast(decision => decision.subject === subject)
const look = async (root: string) => ({ files: await readTree(root), directories: await readDirectories(root) })
const wheelsIn = (store: string) => readdir(join(scratch.directory, store, 'v1', 'wheels'))
const imageEntries = async () => (await readdir(cache())).filter(name => name.includes('-image-')).sort()

async function runs(venv: string): Promise<readonly string[]> {
  const outputs = await Promise.all(['tool-run', 'shipped'].map(name => execute(join(venv, 'bin', name))))
  return outputs.map(({ stdout }) => stdout.trim())
}

describeImages('images in the remote cache', () => {
  test('are mounted on a machine with an empty store: the same in every byte, and no wheel is unpacked', async () => {
    const first = await installOn({})
    expect(first).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('an image is kept for the next run') })
    const linked = await look(scratch.venv)
    await removeVenv()
    const entries = await readdir(cache())
    // What could resolve or fetch is gone.
    await rm(scratch.wheels, { recursive: true })
    await mkdir(scratch.wheels)
    const second = await installOn({ store: 'second' }, '--find-links', scratch.directory)
    expect(second).toMatchObject({ exitCode: 0, report: { cache: { outcome: 'hit' } } })
    expect(decision(second, 'venv')).toMatchObject({ choice: 'mounted', reason: 'images were in the cache' })
    expect(second.report.wheels.map(({ source }) => source)).toEqual(['cache', 'cache'])
    expect(second.report.warnings).toEqual(first.report.warnings)
    expect(second.report.stages.find(({ stage }) => stage === 'restore')?.bytes).toBeGreaterThan(4096)
    expect((await lstat(scratch.venv)).isSymbolicLink()).toBe(true)
    expect(await look(await readlink(scratch.venv))).toEqual(linked)
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
    expect(await wheelsIn('second')).toEqual([])
    expect(await storeIsTidy({ ...scratch, store: join(scratch.directory, 'second') })).toBe(true)
    expect(await readdir(cache())).toEqual(entries)
    await removeVenv()
    const third = await installOn({ store: 'second' }, '--find-links', scratch.directory, '--cache-backend', 'none')
    expect(decision(third, 'venv')).toMatchObject({ choice: 'mounted', reason: 'an image was in the store' })
  })

  test('serve requirements too, and no resolver runs', async () => {
    const requirements = await scratch.write('requirements.txt', 'tool==1.0\nlibrary\n')
    expect(await installOn({}, '-r', requirements)).toMatchObject({ exitCode: 0 })
    await removeVenv()
    const second = await installOn({ store: 'second' }, '-r', requirements)
    expect(decision(second, 'venv')?.choice).toBe('mounted')
    expect(decision(second, 'lock')?.choice).toBe('restored')
    expect(await wheelsIn('second')).toEqual([])
    await removeVenv()
    await scratch.write('requirements.txt', 'tool==1.0\n')
    const changed = await installOn({ store: 'second' }, '-r', requirements)
    expect(decision(changed, 'venv')?.choice).toBeUndefined()
    expect(Object.keys(await readTree(scratch.venv)).filter(path => path.endsWith('library.py'))).toEqual([])
  })

  test('get the scripts of another path, with nothing in the store but images', async () => {
    await installOn({})
    const other = join(scratch.directory, 'some', 'other')
    const second = await installOn({ store: 'second', venv: other })
    expect(decision(second, 'venv')?.choice).toBe('mounted')
    expect(await wheelsIn('second')).toEqual([])
    expect(await runs(other)).toEqual(['ran', '42'])
    const mounted = await look(await readlink(other))
    await rm(other)
    await installOn({ store: 'third', venv: other }, '--restore-cache=false')
    expect(mounted).toEqual(await look(other))
    await rm(other, { recursive: true })
  })

  test('are not mounted at a path that only the module venv can write into scripts', async () => {
    await installOn({})
    const odd = join(scratch.directory, 'odd place')
    const second = await installOn({ store: 'second', venv: odd })
    expect(second).toMatchObject({ exitCode: 0 })
    expect(decision(second, 'images')?.reason).toContain('cannot be given the path')
    expect(await runs(odd)).toEqual(['ran', '42'])
    await removeVenv()
    expect(decision(await installOn({ store: 'third' }), 'venv')?.choice).toBe('mounted')
    const third = await installOn({ store: 'third', venv: join(scratch.directory, 'odd, too') })
    expect(third).toMatchObject({ exitCode: 0, report: { cache: { outcome: 'hit' } } })
  })

  test.each([
    ['damaged', async (path: string) => writeFile(path, flipped(await readFile(path)))],
    ['cut short', async (path: string) => writeFile(path, (await readFile(path)).subarray(1))],
    ['lost', (path: string) => rm(path)],
  ])('give way to packs where an entry is %s, and are saved again', async (_, harm) => {
    await installOn({})
    const linked = await look(scratch.venv)
    for (const name of await imageEntries()) {
      const whole = join(scratch.directory, 'whole')
      await cp(cache(), whole, { recursive: true, preserveTimestamps: true })
      await removeVenv()
      await harm(join(cache(), name))
      const store = `after-${name}`
      const hurt = await installOn({ store })
      expect(hurt).toMatchObject({ exitCode: 0, report: { cache: { outcome: 'hit' } } })
      expect(decision(hurt, 'images')).toMatchObject({
        choice: 'not mounted',
        reason: expect.stringContaining('-image-'),
      })
      expect(hurt.report.wheels.map(({ source }) => source)).toEqual(['cache', 'cache'])
      expect(await look(scratch.venv)).toEqual(linked)
      expect(await storeIsTidy({ ...scratch, store: join(scratch.directory, store) })).toBe(true)
      await removeVenv()
      const healed = await installOn({ store: `healed-${name}` })
      expect(decision(healed, 'venv')?.choice).toBe('mounted')
      await rm(cache(), { recursive: true })
      await cp(whole, cache(), { recursive: true, preserveTimestamps: true })
    }
  })

  test('are not used by who cannot mount, or where they are not asked for', async () => {
    await installOn({})
    await removeVenv()
    const bin = join(scratch.directory, 'bin')
    await mkdir(bin)
    await writeFile(join(bin, 'mount'), '#!/bin/sh\necho no >&2\nexit 1\n', { mode: 0o755 })
    const second = await installOn({ store: 'second', env: { PATH: `${bin}:${process.env.PATH}` } })
    expect(decision(second, 'images')?.choice).toBe('not mounted')
    expect((await lstat(scratch.venv)).isDirectory()).toBe(true)
    await removeVenv()
    const linked = await installOn({ store: 'third' }, '--link-mode', 'copy')
    expect(decision(linked, 'images')).toBeUndefined()
    expect((await lstat(scratch.venv)).isDirectory()).toBe(true)
    expect(await readdir(join(scratch.directory, 'third', 'v1'))).not.toContain('images')
  })

  test.each<readonly [string, Partial<ManifestImages>]>([
    ['another user', { user: 65_534 }],
    ['another interpreter', { key: 'f'.repeat(64) }],
  ])('are not used where they are of %s', async (what, change) => {
    await installOn({})
    await removeVenv()
    await changeImages(images => ({ ...images, ...change }))
    const second = await installOn({ store: 'second' })
    expect(second).toMatchObject({ exitCode: 0, report: { cache: { outcome: 'hit' } } })
    const [word = ''] = what.split(' ').slice(1)
    expect(decision(second, 'images')).toMatchObject({ choice: 'not mounted', reason: expect.stringContaining(word) })
    expect((await lstat(scratch.venv)).isDirectory()).toBe(true)
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
  })

  test('are made again when they came whole and the kernel refuses them', async () => {
    await installOn({})
    await removeVenv()
    const bytes = Buffer.from('no image')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await writeFile(join(cache(), `${imageKey(sha256)}.entry`), bytes)
    await changeImages(({ layers, ...images }) => {
      const harmed = layers.map(layer => ({
        ...layer,
        digest: sha256,
        sha256,
        size: bytes.length,
        rangeSums: [rangeSum(bytes)],
      }))
      return { ...images, layers: harmed }
    })
    const second = await installOn({ store: 'second' })
    expect(decision(second, 'images')?.reason).toContain('no squashfs image')
    expect(await runs(scratch.venv)).toEqual(['ran', '42'])
    await removeVenv()
    const third = await installOn({ store: 'third' })
    expect(decision(third, 'venv')).toMatchObject({ choice: 'mounted', reason: 'images were in the cache' })
  })

  test('are not saved where a wheel in the store is not what was put there', async () => {
    await installOn({}, '--save-cache=false')
    await removeVenv()
    await rm(join(scratch.directory, 'first', 'v1', 'images'), { recursive: true })
    const wheel = join(scratch.directory, 'first', 'v1', 'wheels', library.sha256.slice(0, 2), library.sha256)
    await writeFile(join(wheel, 'files', 'library.py'), 'changed')
    const second = await installOn({})
    expect(second.stderr).toContain('changed while images were made')
    expect(await imageEntries()).toEqual([])
  })
})

/** Changes the images that the manifest names. */
async function changeImages(change: (images: ManifestImages) => ManifestImages): Promise<void> {
  const [name = ''] = (await readdir(cache())).filter(entry => entry.includes('-linux-'))
  const manifest = parseManifest(await readFile(join(cache(), name)))
  if (manifest?.images === undefined) throw new Error('the manifest names no images')
  // Under the key of another content, as a save would have: that of this one is the true one's.
  await rm(join(cache(), name))
  const other = name.replace(/[0-9a-f]{16}\.\.entry$/, `${'0'.repeat(16)}..entry`)
  await writeFile(join(cache(), other), formatManifest({ ...manifest, images: manifest.images.map(change) }))
}

/** With another byte in the middle. */
function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  return changed
}
