import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../../src/cache/backend.js'
import { openFileEntry } from '../../../src/cache/file-entry.js'
import { imageRangeBytes, imageRanges, rangeSum } from '../../../src/cache/image-ranges.js'
import { imageKey } from '../../../src/cache/key.js'
import type { ImageFile, ManifestImages } from '../../../src/cache/manifest.js'
import { formatTreeFile, parseTreeFile } from '../../../src/install/tree-file.js'
import { imagePath, imageSetPath, readImageSet } from '../../../src/pipeline/images.js'
import { packPlan } from '../../../src/pipeline/portable-plan.js'
import { restoreImages } from '../../../src/pipeline/restore-images.js'
import { openRun, type Run } from '../../../src/pipeline/run.js'
import type { PlanFacts } from '../../../src/pipeline/stored-plan.js'
import { readStoredPlan } from '../../../src/pipeline/stored-plan.js'
import { openStore } from '../../../src/store/store.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'

let scratch = ''
let run: Run
let watch: ReturnType<typeof makeWatch>

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-images-'))
  const store = await openStore(join(scratch, 'store'))
  const settings = makeSettings(scratch)
  const located = { directory: join(scratch, 'store'), store, linkMode: 'hardlink', reason: '' } as const
  watch = makeWatch()
  run = openRun(settings, recordingHost().host, { watch, located, realms: settings.index })
})

afterEach(async () => {
  await run.close()
  await rm(scratch, { recursive: true, force: true })
})

function makeWatch() {
  return { ...makeTimeline().timeline, signal: new AbortController().signal }
}

const sumsOf = (bytes: Buffer) =>
  imageRanges(bytes.length).map(({ start, end }) => rangeSum(bytes.subarray(start, end)))
const sha256Of = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const key = sha256Of('plan')
/** Of several ranges, and of one. */
const contents = { big: randomBytes((9 << 20) + 7), small: Buffer.from('small') }

async function makePlan(): Promise<Buffer> {
  const facts: PlanFacts = { format: 1, wheels: [], warnings: [], entries: [], big: [], texts: [], files: [] }
  const path = join(scratch, 'plan')
  const bytes = formatTreeFile({ directories: [], files: [] }, facts)
  await writeFile(path, bytes)
  const file = parseTreeFile(bytes)
  if (file === undefined) throw new Error('not a tree file')
  return packPlan({ key, path, facts, file }, run.located.store)
}

type Reading = (start: number, end: number) => Promise<Buffer>

/** A cache over a network; `spoil` may change how an entry is read. */
async function offer(spoil = (_: string, read: Reading) => read) {
  const plan = await makePlan()
  const entries = new Map([plan, ...Object.values(contents)].map(bytes => [imageKey(sha256Of(bytes)), bytes]))
  const fileOf = (bytes: Buffer): ImageFile => {
    const sha256 = sha256Of(bytes)
    return { digest: sha256, sha256, size: bytes.length, rangeSums: sumsOf(bytes) }
  }
  const layers = Object.entries(contents).map(([name, bytes]) => ({ ...fileOf(bytes), name: sha256Of(name) }))
  const images: ManifestImages = {
    key: 'f'.repeat(64),
    root: '/venv',
    user: 0,
    plan: fileOf(plan),
    layers: layers.toReversed(),
  }
  const opened: string[] = []
  let reading = 0
  const open = async (key: string): Promise<CacheEntry | undefined> => {
    const bytes = entries.get(key)
    if (bytes === undefined) return undefined
    opened.push(key)
    const read = spoil(key, async (start, end) => Buffer.from(bytes.subarray(start, end)))
    const counted: Reading = async (start, end) => {
      reading++
      return read(start, end)
    }
    return { key, size: bytes.length, descriptor: undefined, read: counted, close: async () => {} }
  }
  const never = async (): Promise<never> => {
    throw new Error('not called')
  }
  const backend: CacheBackend = { name: 'memory', scoped: true, open, has: never, save: never }
  const cache = {
    ...{ backend, workspace: scratch, planDigest: '', manifest: undefined, matchedKey: '' },
    keys: { manifest: '', prefixes: [] },
    ingredients: { files: {}, settings: {} },
    spoiled: new Set<string>(),
    reading: new AbortController(),
  }
  return { entries, images, cache, opened, reads: () => reading }
}

const obstacle = Promise.resolve(undefined)
const expected = { files: [], texts: [], wheels: new Set<string>() }
const nameOf = (name: keyof typeof contents) => sha256Of(name)
const inImages = async () => await readdir(join(run.located.store.root, 'images')).catch(() => [])

describe('images out of the cache', () => {
  test('appear whole under their names, with the set that names them and the plan', async () => {
    const { images, cache } = await offer()
    expect(await restoreImages({ open: cache, images, key, expected, obstacle }, run)).toBeUndefined()
    const { store } = run.located
    for (const name of ['big', 'small'] as const) {
      expect((await readFile(imagePath(store, nameOf(name)))).equals(contents[name])).toBe(true)
    }
    const plan = await readStoredPlan(key, store)
    const owner = { tree: plan?.file.digest ?? '', root: '/venv' }
    const set = await readImageSet(imageSetPath(store, owner, run.host))
    expect(set).toEqual({ format: 1, root: '/venv', layers: [nameOf('small'), nameOf('big')] })
    expect(await readdir(join(store.root, 'plans'))).toEqual([key])
    expect(await readdir(store.temporary)).toEqual([])
    expect(cache.spoiled.size).toBe(0)
    expect(watch.warnings).toEqual([])
  })

  test('are not read where the store has them', async () => {
    const { images, cache, opened } = await offer()
    await restoreImages({ open: cache, images, key, expected, obstacle }, run)
    await rm(imagePath(run.located.store, nameOf('small')))
    opened.length = 0
    expect(await restoreImages({ open: cache, images, key, expected, obstacle }, run)).toBeUndefined()
    expect(opened.sort()).toEqual([images.plan, images.layers[0]].map(file => imageKey(file?.digest ?? '')).sort())
  })

  test('are left alone at the first trouble, which is told once and spoils nothing', async () => {
    const big = imageKey(sha256Of(contents.big))
    const { images, cache, reads } = await offer((key, read) => async (start, end) => {
      if (key === big) throw new CacheTrouble('cache `memory`: it broke off')
      return read(start, end)
    })
    expect(await restoreImages({ open: cache, images, key, expected, obstacle }, run)).toBe(
      'cache `memory`: it broke off',
    )
    expect(reads()).toBeLessThan(6)
    expect(cache.spoiled.size).toBe(0)
    expect(watch.warnings).toEqual([])
    expect(await inImages()).not.toContain(`${nameOf('big')}.squashfs`)
    expect((await inImages()).filter(name => name.endsWith('.json'))).toEqual([])
    expect(await readdir(run.located.store.temporary)).toEqual([])
  })

  test('are left alone where the service does not answer, without a warning for each', async () => {
    const { images, cache } = await offer()
    const open = async (): Promise<never> => {
      throw new CacheTrouble('cache `memory`: it does not answer')
    }
    const silent = { ...cache, backend: { ...cache.backend, open } }
    expect(await restoreImages({ open: silent, images, key, expected, obstacle }, run)).toBe(
      'cache `memory`: it does not answer',
    )
    expect(watch.warnings).toEqual([])
    expect(silent.spoiled.size).toBe(0)
  })

  const middle = 5 << 20
  test.each<readonly [string, keyof typeof contents, (bytes: Buffer) => Buffer]>([
    ['has another first byte', 'big', bytes => flipped(bytes, 0)],
    ['has another byte in a middle range', 'big', bytes => flipped(bytes, middle)],
    ['has another last byte', 'big', bytes => flipped(bytes, bytes.length - 1)],
    ["has two ranges in each other's place", 'big', bytes => swapped(bytes, imageRangeBytes)],
    ['of one range has another byte', 'small', bytes => flipped(bytes, 0)],
    ['is cut short', 'big', bytes => bytes.subarray(0, -1)],
    ['is cut short by a range', 'big', bytes => bytes.subarray(0, 2 * imageRangeBytes)],
    ['is empty', 'small', () => Buffer.alloc(0)],
    ['is longer', 'big', bytes => Buffer.concat([bytes, Buffer.of(0)])],
    ['was torn: zeros follow', 'big', bytes => Buffer.alloc(bytes.length, bytes.subarray(0, middle)).fill(0, middle)],
  ])('are spoiled where one %s (%s)', async (_, name, harm) => {
    const { images, cache, entries } = await offer()
    const digest = sha256Of(contents[name])
    entries.set(imageKey(digest), harm(Buffer.from(contents[name])))
    expect(await restoreImages({ open: cache, images, key, expected, obstacle }, run)).toContain(
      `${digest}.\` is damaged`,
    )
    expect([...cache.spoiled]).toEqual([digest])
    expect(await inImages()).not.toContain(`${nameOf(name)}.squashfs`)
    expect((await inImages()).filter(file => file.endsWith('.json'))).toEqual([])
    expect(await readdir(run.located.store.temporary)).toEqual([])
  })

  test('are spoiled where the manifest has the sum of other bytes, and the plan too', async () => {
    for (const part of ['plan', 'layer'] as const) {
      const { images, cache } = await offer()
      const [layer, ...others] = images.layers
      const wrong = <File extends ImageFile>(file: File) => ({
        ...file,
        rangeSums: file.rangeSums.map(() => '01234567'),
      })
      const changed =
        part === 'plan' ? { plan: wrong(images.plan) } : { layers: [...(layer ? [wrong(layer)] : []), ...others] }
      const reason = await restoreImages(
        { open: cache, images: { ...images, ...changed }, key, expected, obstacle },
        run,
      )
      expect([part, reason]).toEqual([part, expect.stringContaining('is damaged')])
      expect([...cache.spoiled]).toEqual([part === 'plan' ? images.plan.digest : layer?.digest])
    }
  })

  test('are left alone where they turn out to be of no use, and spoil nothing', async () => {
    const { images, cache } = await offer()
    const obstacle = Promise.resolve('images need Linux')
    expect(await restoreImages({ open: cache, images, key, expected, obstacle }, run)).toBe('images need Linux')
    expect(cache.spoiled.size).toBe(0)
    expect(watch.warnings).toEqual([])
    expect(await inImages()).toEqual([])
    expect(await readdir(run.located.store.temporary)).toEqual([])
  })

  test.each([true, false])(
    'come whole out of files of this machine, in a store that is temporary: %s',
    async storeIsTemporary => {
      const { images, cache, entries } = await offer()
      const own = { ...run, settings: { ...run.settings, storeIsTemporary } }
      const open = async (key: string) => {
        const path = join(scratch, 'entry', key)
        await mkdir(join(scratch, 'entry'), { recursive: true })
        await writeFile(path, entries.get(key) ?? '')
        return openFileEntry({ backend: 'file', key, path })
      }
      const backend = { ...cache.backend, open }
      expect(await restoreImages({ open: { ...cache, backend }, images, key, expected, obstacle }, own)).toBeUndefined()
      for (const name of ['big', 'small'] as const) {
        expect((await readFile(imagePath(run.located.store, nameOf(name)))).equals(contents[name])).toBe(true)
      }
    },
  )

  test('end with the run that is interrupted', async () => {
    const { images, cache } = await offer()
    const signal = AbortSignal.abort(new Error('interrupted'))
    const stopped = { ...run, watch: { ...run.watch, signal } }
    await expect(restoreImages({ open: cache, images, key, expected, obstacle }, stopped)).rejects.toThrow(
      'interrupted',
    )
    expect((await inImages()).filter(file => file.endsWith('.json'))).toEqual([])
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

/** With the first two pieces of this many bytes exchanged. */
function swapped(bytes: Buffer, count: number): Buffer {
  const [first, second, rest] = [bytes.subarray(0, count), bytes.subarray(count, 2 * count), bytes.subarray(2 * count)]
  return Buffer.concat([second, first, rest])
}
