import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../../src/cache/backend.js'
import { imageRanges, rangeSum } from '../../../src/cache/image-ranges.js'
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

const expected = { files: [], texts: [], wheels: new Set<string>() }
const nameOf = (name: keyof typeof contents) => sha256Of(name)
const inImages = async () => await readdir(join(run.located.store.root, 'images')).catch(() => [])

describe('images out of the cache', () => {
  test('appear whole under their names, with the set that names them and the plan', async () => {
    const { images, cache } = await offer()
    expect(await restoreImages({ open: cache, images, key, expected }, run)).toBeUndefined()
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
    await restoreImages({ open: cache, images, key, expected }, run)
    await rm(imagePath(run.located.store, nameOf('small')))
    opened.length = 0
    expect(await restoreImages({ open: cache, images, key, expected }, run)).toBeUndefined()
    expect(opened.sort()).toEqual([images.plan, images.layers[0]].map(file => imageKey(file?.digest ?? '')).sort())
  })

  test('are left alone at the first trouble, which is told once and spoils nothing', async () => {
    const big = imageKey(sha256Of(contents.big))
    const { images, cache, reads } = await offer((key, read) => async (start, end) => {
      if (key === big) throw new CacheTrouble('cache `memory`: it broke off')
      return read(start, end)
    })
    expect(await restoreImages({ open: cache, images, key, expected }, run)).toBe('cache `memory`: it broke off')
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
    expect(await restoreImages({ open: silent, images, key, expected }, run)).toBe('cache `memory`: it does not answer')
    expect(watch.warnings).toEqual([])
    expect(silent.spoiled.size).toBe(0)
  })

  test.each(['big', 'small'] as const)('are spoiled where one has other bytes: %s', async name => {
    const { images, cache, entries } = await offer()
    const digest = sha256Of(contents[name])
    const changed = Buffer.from(contents[name])
    changed[0] = (changed[0] ?? 0) ^ 1
    entries.set(imageKey(digest), changed)
    expect(await restoreImages({ open: cache, images, key, expected }, run)).toContain(`${digest}.\` is damaged`)
    expect([...cache.spoiled]).toEqual([digest])
    expect(await inImages()).not.toContain(`${nameOf(name)}.squashfs`)
    expect((await inImages()).filter(file => file.endsWith('.json'))).toEqual([])
  })

  test('end with the run that is interrupted', async () => {
    const { images, cache } = await offer()
    const signal = AbortSignal.abort(new Error('interrupted'))
    const stopped = { ...run, watch: { ...run.watch, signal } }
    await expect(restoreImages({ open: cache, images, key, expected }, stopped)).rejects.toThrow('interrupted')
    expect((await inImages()).filter(file => file.endsWith('.json'))).toEqual([])
  })
})
