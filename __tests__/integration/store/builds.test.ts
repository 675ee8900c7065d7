/** Builds in the store: how they appear, which are left out, and when they leave. */
import { chmod, link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  buildPath,
  buildsOfKey,
  listBuilds,
  publishBuild,
  replaceBuild,
  type StoredBuild,
} from '../../../src/store/builds.js'
import { type TrimLimits, trimStore } from '../../../src/store/evict.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { markUsed } from '../../../src/store/usage.js'
import { firstA, firstB, makeBuildNote, provenance, secondA, secondB, storeBuild } from '../../helpers/build-notes.js'
import { storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-builds-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const pathOf = (first: string, second: string) => buildPath({ first, second })
const madeOn = (day: number) => ({ provenance: { ...provenance, createdAt: `2026-01-0${day}T00:00:00Z` } })

describe('a build', () => {
  test('is found by its first key, with its product, and nothing unfinished is left', async () => {
    const published = await storeBuild(store, 'wheel')
    expect(await listBuilds(store, firstA)).toEqual([published])
    expect(published.note).toEqual(makeBuildNote('wheel'))
    expect(published.productPath).toBe(join(store.root, pathOf(firstA, secondA), published.note.product.filename))
    expect(await readFile(published.productPath, 'utf8')).toBe('wheel')
    expect(await listBuilds(store, firstB)).toEqual([])
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('can be read by every user of the store, whatever the backend made of it', async () => {
    const path = join(scratch, 'demo.whl')
    await writeFile(path, 'wheel')
    await chmod(path, 0o600)
    const { productPath } = await publishBuild(store, makeBuildNote('wheel'), path)
    expect((await stat(productPath)).mode & 0o777).toBe(0o644)
    expect(await readdir(scratch)).toEqual(['store'])
  })

  test('comes before those that were made earlier', async () => {
    await storeBuild(store, 'b', { second: secondB, ...madeOn(2) })
    await storeBuild(store, 'c', { second: '3'.repeat(32), ...madeOn(3) })
    await storeBuild(store, 'a', { second: secondA, ...madeOn(1) })
    const seconds = (await listBuilds(store, firstA)).map(({ note }) => note.second[0])
    expect(seconds).toEqual(['3', '2', '1'])
  })

  test('stays when another writer comes with the same keys, who is given it', async () => {
    const kept = await storeBuild(store, 'one')
    expect(await storeBuild(store, 'two')).toEqual(kept)
    expect(await readFile(kept.productPath, 'utf8')).toBe('one')
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('gives way to one that is made in its place', async () => {
    const { productPath } = await storeBuild(store, 'refused')
    const product = join(scratch, 'anew.whl')
    await writeFile(product, 'anew')
    expect(await replaceBuild(store, makeBuildNote('anew'), product)).toMatchObject({ productPath })
    expect(await readFile(productPath, 'utf8')).toBe('anew')
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('is the same for all of many writers at once', async () => {
    const written = await Promise.all(Array.from({ length: 8 }, (_, index) => storeBuild(store, `writer ${index}`)))
    const [found] = await listBuilds(store, firstA)
    expect(written).toEqual(Array.from({ length: 8 }, () => found))
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('is refused with another product than its note says', async () => {
    const path = join(scratch, 'demo.whl')
    await writeFile(path, 'shorter')
    await expect(publishBuild(store, makeBuildNote('a longer one'), path)).rejects.toThrow('not the note of')
    expect(await listBuilds(store, firstA)).toEqual([])
    expect(await readdir(store.temporary)).toEqual([])
  })
})

const damages: readonly [string, (build: StoredBuild) => Promise<unknown>][] = [
  ['whose note is cut short', ({ productPath }) => writeFile(join(dirname(productPath), 'note.json'), '{"bytes":5,')],
  ['whose note is gone', ({ productPath }) => rm(join(dirname(productPath), 'note.json'))],
  ['whose product is gone', ({ productPath }) => rm(productPath)],
  ['whose product has another size', ({ productPath }) => writeFile(productPath, 'x')],
  [
    'whose note is of another key',
    async ({ productPath, note }) =>
      writeFile(join(dirname(productPath), 'note.json'), JSON.stringify({ ...note, second: secondB })),
  ],
]

describe.each(damages)('a build %s', (_, damage) => {
  test('is left out, makes room for another one, and is removed by trimming', async () => {
    const whole = await storeBuild(store, 'whole', { second: secondB })
    const build = await storeBuild(store, 'wheel')
    await damage(build)
    expect(await listBuilds(store, firstA)).toEqual([whole])
    const again = await storeBuild(store, 'wheel')
    expect((await listBuilds(store, firstA)).length).toBe(2)
    await damage(again)
    const { removed } = await trimStore(store, limits())
    expect(removed.map(({ path }) => path)).toEqual([pathOf(firstA, secondA)])
    expect(await listBuilds(store, firstA)).toEqual([whole])
    expect(await readdir(join(store.root, buildsOfKey(firstA)))).toEqual([secondB])
  })
})

// Root writes everywhere.
const unlessRoot = process.getuid?.() === 0 ? test.skip : test
unlessRoot('a store that can be read only has its builds, and takes no others', async () => {
  const build = await storeBuild(store, 'wheel')
  await writeFile(join(scratch, 'demo.whl'), 'other')
  await chmod(store.temporary, 0o555)
  expect(await listBuilds(store, firstA)).toEqual([build])
  const publishing = publishBuild(store, makeBuildNote('other', { first: firstB }), join(scratch, 'demo.whl'))
  await expect(publishing).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
  await chmod(store.temporary, 0o755)
})

const now = Date.now()
const hours = 3_600_000
const limits = (changes: Partial<TrimLimits> = {}): TrimLimits => ({
  ...{ maxBytes: 1e12, inUse: new Set(), now },
  ...changes,
})

async function setUsed(path: string, hoursAgo: number): Promise<void> {
  const seconds = (now - hoursAgo * hours) / 1000
  await utimes(join(store.root, path), seconds, seconds)
}

describe('a store over its budget', () => {
  test('loses builds that were used longest ago, note and product, with their bytes counted', async () => {
    await storeBuild(store, Buffer.alloc(1000))
    await storeBuild(store, Buffer.alloc(2000), { first: firstB, second: secondB })
    await setUsed(`${pathOf(firstA, secondA)}/note.json`, 30)
    await setUsed(`${pathOf(firstB, secondB)}/note.json`, 20)
    const { removed, bytes } = await trimStore(store, limits({ maxBytes: 2500 }))
    expect(removed).toEqual([{ path: pathOf(firstA, secondA), bytes: 1000 }])
    expect(bytes).toBe(2000)
    expect(await readdir(join(store.root, 'builds', firstA.slice(0, 2)))).toEqual([])
    expect(await listBuilds(store, firstB)).toHaveLength(1)
  })

  test('keeps a build that a run marked as used', async () => {
    await storeBuild(store, Buffer.alloc(1000))
    await setUsed(`${pathOf(firstA, secondA)}/note.json`, 30)
    expect(markUsed(store, [pathOf(firstA, secondA), pathOf(firstB, secondB)], now)).toEqual([pathOf(firstB, secondB)])
    const { removed, excess } = await trimStore(store, limits({ maxBytes: 0 }))
    expect([removed, excess]).toEqual([[], 1000])
  })

  test('loses trees and environments of builds like the rest, links to its own files not counted', async () => {
    const wheel = await storeWheel(store, 'alpha', { 'alpha.py': 'A = 1\n' })
    const environment = join(store.root, 'environments', 'e', 'lib')
    await mkdir(environment, { recursive: true })
    await writeFile(join(environment, 'own.py'), Buffer.alloc(500))
    await link(
      join(store.root, 'wheels', wheel.sha256.slice(0, 2), wheel.sha256, 'files', 'alpha.py'),
      join(environment, 'alpha.py'),
    )
    await symlink('lib', join(environment, '..', 'lib64'))
    await symlink('..', join(environment, 'loop'))
    await setUsed('environments/e', 5)
    const { removed } = await trimStore(store, limits({ maxBytes: 0 }))
    expect(removed).toEqual([{ path: 'environments/e', bytes: 500 }])
  })
})

describe('a store within its budget', () => {
  test('loses trees that were not used for a day, environments and logs after two weeks, and never a build', async () => {
    await storeBuild(store, 'wheel')
    await setUsed(`${pathOf(firstA, secondA)}/note.json`, 5000)
    for (const path of ['trees/old', 'trees/new', 'environments/old', 'environments/new', 'logs']) {
      await mkdir(join(store.root, path), { recursive: true })
    }
    for (const name of ['old.log', 'new.log']) await writeFile(join(store.root, 'logs', name), '')
    await setUsed('trees/old', 25)
    await setUsed('trees/new', 23)
    await setUsed('environments/old', 15 * 24)
    await setUsed('environments/new', 13 * 24)
    await setUsed('logs/old.log', 15 * 24)
    const { removed } = await trimStore(store, limits())
    expect(removed.map(({ path }) => path).toSorted()).toEqual(['environments/old', 'logs/old.log', 'trees/old'])
    expect(await listBuilds(store, firstA)).toHaveLength(1)
  })

  test('keeps what a process holds, however old it is and however short the room', async () => {
    await mkdir(join(store.root, 'trees', 'held', 'src'), { recursive: true })
    await mkdir(join(store.root, 'environments', 'held'), { recursive: true })
    await mkdir(join(store.root, 'trees', 'free'))
    for (const path of ['trees/held', 'trees/free', 'environments/held']) await setUsed(path, 5000)
    const isHeld = async (path: string) => path.endsWith('/held')
    const { removed } = await trimStore(store, limits({ maxBytes: 0, isHeld }))
    expect(removed.map(({ path }) => path)).toEqual(['trees/free'])
  })
})
