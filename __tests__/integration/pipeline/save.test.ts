import { appendFile, link, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { directoryBackend } from '../../../src/cache/directory.js'
import { cacheKeys, packKey } from '../../../src/cache/key.js'
import { type Manifest, type ManifestImages, type ManifestPack, parseManifest } from '../../../src/cache/manifest.js'
import type { Provided } from '../../../src/pipeline/provide.js'
import { openRun } from '../../../src/pipeline/run.js'
import { saveCache } from '../../../src/pipeline/save.js'
import { type SaveRequest, sealSave } from '../../../src/pipeline/seal.js'
import type { PlannedWheel } from '../../../src/plan/plan.js'
import type { CacheSettings } from '../../../src/settings.js'
import type { WheelNote } from '../../../src/store/note.js'
import { bytecodeDirectory, filesOf, openStore, type Store, wheelDirectory } from '../../../src/store/store.js'
import { unpackFile } from '../../helpers/packs.js'
import { makeEntry, makeFile, makeInterpreter, makeLock } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'
import { kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-save-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const { host } = recordingHost()
const cacheDirectory = () => join(scratch, 'cache')
const entries = async () =>
  (await readdir(cacheDirectory()).catch(() => [])).filter(name => name.endsWith('.entry')).sort()
const keys = cacheKeys({
  planDigest: '0123456789abcdef',
  platform: host.platform,
  python: kind,
  revision: 'a'.repeat(40),
  suffix: '',
  ref: '',
})

function cacheSettings(facts: Partial<CacheSettings> = {}): CacheSettings {
  const names = { suffix: '', revision: 'a'.repeat(40), ref: '', readableRefs: [], mayRepack: true }
  return { backend: pathToFileURL(cacheDirectory()).href, restore: true, save: true, reason: 'off', ...names, ...facts }
}

type SealOptions = {
  readonly cache?: Partial<CacheSettings>
  readonly matchedKey?: string
  readonly manifest?: Manifest | undefined
  readonly reused?: readonly PlannedWheel[]
  readonly spoiled?: readonly string[]
  readonly missing?: readonly PlannedWheel[]
}

/** Seals a run that provided these wheels, as the end of an install does. */
function seal(provided: readonly Provided[], options: SealOptions = {}) {
  const { cache = {}, matchedKey, manifest, reused = [], missing = [], spoiled = [] } = options
  const settings = makeSettings(scratch, { cache: cacheSettings(cache) })
  const located = { directory: join(scratch, 'store'), store, linkMode: 'hardlink', reason: '' } as const
  const run = openRun(settings, host, { watch: makeWatch(), located, realms: settings.index })
  const backend = directoryBackend(cacheDirectory())
  const open = {
    backend,
    workspace: scratch,
    planDigest: '0123456789abcdef',
    ingredients: { files: {}, settings: {} },
    keys,
    manifest,
    matchedKey,
    spoiled: new Set(spoiled),
    reading: new AbortController(),
  }
  const secret = makeFile('alpha-1.0-py3-none-any.whl', { url: 'https://me:hunter2@files.example/alpha.whl' })
  const lock = makeLock([makeEntry('alpha', { wheels: [secret] })])
  return sealSave(
    { session: { open, reason: '' }, lock, provided, reused, missing, kind, interpreter: makeInterpreter() },
    run,
  )
}

/** The sealed request after it crossed processes. */
async function sealed(provided: readonly Provided[], options: SealOptions = {}): Promise<SaveRequest> {
  return JSON.parse(JSON.stringify((await seal(provided, options)).request)) as SaveRequest
}

function makeWatch() {
  return { ...makeTimeline().timeline, signal: new AbortController().signal }
}

/** Carries out a request; returns what it warned of, and the bytes that it reports. */
async function save(request: SaveRequest) {
  const watch = makeWatch()
  await saveCache(request, host, watch)
  return { warnings: watch.warnings.map(({ message }) => message), bytes: watch.spans.map(span => span.bytes) }
}

async function provide(name: string): Promise<Provided> {
  const note = await storeWheel(store, name, { [`${name}.py`]: `NAME = '${name}'\n`, [`${name}/data.bin`]: name })
  const { note: bytecode } = await storeBytecode(store, note, { [`__pycache__/${name}.cpython-311.pyc`]: name })
  const planned = { name, version: '1.0', file: makeFile(note.filename), sha256: note.sha256 }
  return { planned: { ...planned, requested: true, directUrl: undefined }, note, source: 'index', bytecode }
}

async function readManifest(beginning: string): Promise<Manifest | undefined> {
  const entry = await directoryBackend(cacheDirectory()).open(beginning, [beginning])
  if (entry === undefined) return undefined
  try {
    return parseManifest(await entry.read(0, entry.size))
  } finally {
    await entry.close()
  }
}

const savedManifest = () => readManifest(keys.manifest)

/** What another machine gets out of the cache. */
async function restored() {
  const { packs } = (await savedManifest()) ?? { packs: [] }
  const other = await openStore(await mkdtemp(join(scratch, 'other-')))
  const names = { wheels: [] as string[], bytecode: [] as string[] }
  for (const { digest, items } of packs) {
    const path = join(cacheDirectory(), await entryWith(packKey(digest)))
    const wanted = new Set(items.map(({ sha256 }) => sha256))
    const { contents, damaged } = await unpackFile(other, path, { wanted, place: 'file' })
    expect(damaged).toEqual([])
    names.wheels.push(...contents.wheels.map(note => note.name))
    names.bytecode.push(...contents.bytecode.map(set => set.note.wheel))
  }
  return names
}

/** The wheels of a pack, without their bytecode. */
const wheelsIn = ({ items }: ManifestPack) =>
  items.filter(({ bytecode }) => bytecode === '').map(({ sha256 }) => sha256)

const fileOf = ({ sha256 }: WheelNote, path: string) => join(filesOf(wheelDirectory(store, sha256)), path)

describe('saving what was sealed', () => {
  test('saves nothing when a file of every wheel was edited, and warns once of each', async () => {
    const alpha = await provide('alpha')
    const request = await sealed([alpha])
    await appendFile(fileOf(alpha.note, 'alpha.py'), '#')
    const { warnings } = await save(request)
    expect(warnings).toHaveLength(1)
    expect(await entries()).toEqual([])
  })

  test('makes a manifest and a pack from which another machine restores it', async () => {
    const [alpha, beta] = [await provide('alpha'), await provide('beta')]
    const { warnings, bytes } = await save(await sealed([alpha, beta]))
    expect(warnings).toEqual([])
    expect(await restored()).toEqual({
      wheels: ['alpha', 'beta'],
      bytecode: expect.arrayContaining([alpha.note.sha256, beta.note.sha256]),
    })
    const sizes = await Promise.all(
      (await entries()).map(async name => (await stat(join(cacheDirectory(), name))).size),
    )
    expect(sizes).toHaveLength(2)
    expect(bytes).toEqual([sizes.reduce((sum, size) => sum + size, 0)])
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('carries the lock without the password of its URLs', async () => {
    await save(await sealed([await provide('alpha')]))
    const lock = JSON.stringify((await savedManifest())?.lock)
    expect(lock).toContain('files.example/alpha.whl')
    expect(lock).not.toContain('hunter2')
  })

  test('leaves out and names a wheel whose note changed since', async () => {
    const [alpha, beta] = [await provide('alpha'), await provide('beta')]
    const request = await sealed([alpha, beta])
    const path = join(wheelDirectory(store, alpha.note.sha256), 'note.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('"1.0"', '"6.6"'))
    const { warnings } = await save(request)
    expect(warnings).toEqual([expect.stringMatching(/`alpha` changed .* not saved/)])
    expect((await savedManifest())?.packs.flatMap(wheelsIn)).toEqual([beta.note.sha256])
    expect(await restored()).toEqual({ wheels: ['beta'], bytecode: [beta.note.sha256] })
  })

  test('leaves out and names a wheel that is gone since', async () => {
    const [alpha, beta] = [await provide('alpha'), await provide('beta')]
    const request = await sealed([alpha, beta])
    await rm(wheelDirectory(store, alpha.note.sha256), { recursive: true })
    const { warnings } = await save(request)
    expect(warnings).toEqual([expect.stringMatching(/`alpha` changed .* not saved/)])
    expect((await restored()).wheels).toEqual(['beta'])
  })

  test('leaves out and names bytecode whose note changed since, and saves its wheel', async () => {
    const [alpha, beta] = [await provide('alpha'), await provide('beta')]
    const request = await sealed([alpha, beta])
    await appendFile(join(bytecodeDirectory(store, kind, alpha.note.sha256), 'note.json'), ' ')
    const { warnings } = await save(request)
    expect(warnings).toEqual([expect.stringMatching(/`bytecode of alpha` changed .*not saved/)])
    expect(await restored()).toEqual({ wheels: ['alpha', 'beta'], bytecode: [beta.note.sha256] })
  })

  test('leaves out and names a wheel of which a file was edited through its hard link', async () => {
    const [alpha, beta] = [await provide('alpha'), await provide('beta')]
    const installed = join(scratch, 'alpha.py')
    await link(fileOf(alpha.note, 'alpha.py'), installed)
    const request = await sealed([alpha, beta])
    const text = await readFile(installed, 'utf8')
    await writeFile(installed, text.replace('alpha', 'gamma'))
    const { warnings } = await save(request)
    expect(warnings).toContainEqual(expect.stringMatching(/`alpha.py` of alpha is not what/))
    expect((await savedManifest())?.packs.flatMap(wheelsIn)).toEqual([beta.note.sha256])
    expect(await restored()).toEqual({ wheels: ['beta'], bytecode: [beta.note.sha256] })
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('saves nothing when every wheel changed', async () => {
    const alpha = await provide('alpha')
    const request = await sealed([alpha])
    await unlink(join(wheelDirectory(store, alpha.note.sha256), 'note.json'))
    const { warnings, bytes } = await save(request)
    expect(warnings).toHaveLength(1)
    expect(bytes).toEqual([0])
    expect(await entries()).toEqual([])
  })

  test('succeeds when the entry is there already, and leaves it as it is', async () => {
    const request = await sealed([await provide('alpha')])
    await save(request)
    const contents = () =>
      entries().then(names => Promise.all(names.map(name => readFile(join(cacheDirectory(), name)))))
    const before = await contents()
    expect(await save(request)).toEqual({ warnings: [], bytes: [0] })
    expect(await contents()).toEqual(before)
  })

  test('uploads no pack that the cache has, for another revision', async () => {
    const request = await sealed([await provide('alpha')])
    await save(request)
    const later = { ...request, manifestKey: request.manifestKey.replace('a'.repeat(40), 'b'.repeat(40)) }
    const { warnings, bytes } = await save(later)
    expect(warnings).toEqual([])
    expect(bytes[0]).toBe((await readFile(join(scratch, 'cache', await entryWith('b'.repeat(40))))).length)
    expect(await entries()).toHaveLength(3)
  })

  test('succeeds when several do it at once', async () => {
    const request = await sealed([await provide('alpha'), await provide('beta')])
    const results = await Promise.all([save(request), save(request), save(request)])
    expect(results.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(await entries()).toHaveLength(2)
    expect((await restored()).wheels).toEqual(['alpha', 'beta'])
  })
})

async function entryWith(part: string): Promise<string> {
  return (await entries()).find(name => name.includes(part)) ?? ''
}

describe('trouble is a warning, never a failure', () => {
  test('of a cache whose directory is a file', async () => {
    await writeFile(cacheDirectory(), 'a file')
    const { warnings, bytes } = await save(await sealed([await provide('alpha')]))
    expect(warnings).toEqual([expect.stringMatching(/^cache `file:.*; nothing was saved$/)])
    expect(bytes).toEqual([undefined])
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('of a store that is gone', async () => {
    const request = await sealed([await provide('alpha')])
    await rm(join(scratch, 'store'), { recursive: true })
    await writeFile(join(scratch, 'store'), 'a file')
    expect((await save(request)).warnings).toEqual([expect.stringMatching(/; nothing was saved$/)])
    expect(await entries()).toEqual([])
  })
})

describe('nothing is sealed', () => {
  test('where saving is off, for the reason that the settings give', async () => {
    const cache = { save: false, reason: 'read-only for the pull request of a fork' }
    expect(await seal([await provide('alpha')], { cache })).toEqual({ request: undefined, reason: cache.reason })
  })

  test('where the entry of this revision was restored, or nothing was provided', async () => {
    const alpha = await provide('alpha')
    await save(await sealed([alpha]))
    const found = { manifest: await savedManifest(), matchedKey: `${keys.manifest}content.` }
    const again = await seal([alpha], found)
    expect(again).toEqual({ request: undefined, reason: 'this revision is saved already' })
    expect(await seal([])).toEqual({ request: undefined, reason: 'there is nothing to save' })
    for (const better of [
      await seal([alpha, await provide('beta')], found),
      await seal([alpha], { ...found, spoiled: found.manifest?.packs.map(({ digest }) => digest) ?? [] }),
    ]) {
      expect(better).toEqual({ request: expect.anything(), reason: 'the entry of this revision is not whole' })
    }
  })

  test('where the store lacks something that an entry of the plan may have', async () => {
    const alpha = await provide('alpha')
    await save(await sealed([alpha]))
    const { planned } = await provide('beta')
    const partial = { manifest: await savedManifest(), missing: [planned] }
    expect(await seal([alpha], partial)).toMatchObject({
      request: undefined,
      reason: expect.stringMatching(/lacks 1 wheel/),
    })
    expect((await seal([alpha], { missing: [planned] })).request).toBeDefined()
  })
})

describe('saving what changed', () => {
  const later = (request: SaveRequest): SaveRequest => ({
    ...request,
    manifestKey: request.manifestKey.replace('a'.repeat(40), 'b'.repeat(40)),
  })
  const laterManifest = () => readManifest(keys.manifest.replace('a'.repeat(40), 'b'.repeat(40)))
  const names = async (wheels: readonly string[], all: readonly Provided[]) =>
    wheels.map(sha256 => all.find(({ note }) => note.sha256 === sha256)?.note.name)

  test('uploads the wheel that is new, and names the pack that holds the others', async () => {
    const all = [await provide('alpha'), await provide('beta'), await provide('gamma')]
    const [alpha, beta, gamma] = all
    if (alpha === undefined || beta === undefined || gamma === undefined) throw new Error('unreachable')
    await save(await sealed([alpha, beta]))
    const manifest = await savedManifest()
    await save(later(await sealed([alpha, gamma], { manifest })))
    const packs = (await laterManifest())?.packs ?? []
    expect(packs[0]).toEqual(manifest?.packs[0])
    expect(await Promise.all(packs.map(pack => names(wheelsIn(pack), all)))).toEqual([
      expect.arrayContaining(['alpha', 'beta']),
      ['gamma'],
    ])
    expect(await entries()).toHaveLength(4)
  })

  test('packs only the bytecode of a wheel that was saved without', async () => {
    const alpha = await provide('alpha')
    await save(await sealed([{ ...alpha, bytecode: undefined }]))
    await save(later(await sealed([alpha], { manifest: await savedManifest() })))
    expect((await laterManifest())?.packs.map(({ items }) => items.map(({ bytecode }) => bytecode))).toEqual([
      [''],
      [expect.stringContaining('cpython-311')],
    ])
  })

  test('packs again what a pack held that the cache has lost', async () => {
    const alpha = await provide('alpha')
    await save(await sealed([alpha]))
    const manifest = await savedManifest()
    await rm(cacheDirectory(), { recursive: true })
    await save(later(await sealed([alpha], { manifest })))
    expect((await laterManifest())?.packs).toEqual(manifest?.packs)
    expect(await entries()).toHaveLength(2)
  })

  test('makes a damaged pack anew under another key, the same for every job', async () => {
    const alpha = await provide('alpha')
    await save(await sealed([alpha]))
    const manifest = await savedManifest()
    const spoiled = manifest?.packs.map(({ digest }) => digest) ?? []
    await save(later(await sealed([alpha], { manifest, spoiled })))
    const packs = (await laterManifest())?.packs ?? []
    expect(packs.map(({ items }) => items)).toEqual(manifest?.packs.map(({ items }) => items))
    expect(packs.filter(({ digest }) => spoiled.includes(digest))).toEqual([])
    expect(await entries()).toHaveLength(4)
    await save({ ...later(await sealed([alpha], { manifest, spoiled })), manifestKey: 'of-another-job.' })
    expect(await entries()).toHaveLength(5)
  })

  test('counts what the environment held already: from the store, or from the pack that has it', async () => {
    const [alpha, beta, gamma] = [await provide('alpha'), await provide('beta'), await provide('gamma')]
    await save(await sealed([alpha]))
    const manifest = await savedManifest()
    await rm(wheelDirectory(store, alpha.note.sha256), { recursive: true })
    const reused = [alpha.planned, gamma.planned]
    await save(later(await sealed([beta], { manifest, reused })))
    const held = (await laterManifest())?.packs.flatMap(wheelsIn)
    expect(await names(held ?? [], [alpha, beta, gamma])).toEqual(expect.arrayContaining(['alpha', 'beta', 'gamma']))
    expect(held).toHaveLength(3)
  })
})

describe('images of an earlier save', () => {
  const digests = ['a', 'b', 'c'].map(letter => letter.repeat(64)) as [string, string, string]
  const [key, plan, layer] = digests
  const fileOfDigest = (digest: string) => ({ digest, sha256: digest, size: 1, rangeSums: ['00000000'] })
  const set: ManifestImages = {
    ...{ key, root: '/venv', user: 0, plan: fileOfDigest(plan) },
    layers: [{ ...fileOfDigest(layer), name: key }],
  }

  /** A manifest of another revision, which has images of the same plan. */
  async function found(provided: readonly Provided[]): Promise<Manifest> {
    await save(await sealed(provided))
    const manifest = await savedManifest()
    if (manifest === undefined) throw new Error('nothing was saved')
    return { ...manifest, images: [set] }
  }

  test('stay in the manifest of a new revision, as long as the lock is the same', async () => {
    const provided = [await provide('alpha')]
    const manifest = await found(provided)
    const request = await sealed(provided, { manifest, matchedKey: 'other' })
    expect(request.images).toEqual([set])
    await save(request)
    expect((await savedManifest())?.images).toEqual([set])
    const [entry] = manifest.lock.distributions
    const lock = makeLock([makeEntry('alpha', { ...entry, version: '6.6' })])
    const changed = await sealed(provided, { manifest: { ...manifest, lock }, matchedKey: 'other' })
    expect(changed.images).toEqual([])
    const another = await sealed(provided, { manifest: { ...manifest, planDigest: 'f' }, matchedKey: 'other' })
    expect(another.images).toEqual([])
  })

  test.each([plan, layer])('leave it where one of their entries was found damaged: %s', async digest => {
    const provided = [await provide('alpha')]
    const manifest = await found(provided)
    const request = await sealed(provided, { manifest, matchedKey: keys.manifest, spoiled: [digest] })
    expect(request).toMatchObject({ images: [], spoiled: [digest] })
    await save(request)
    expect(await savedManifest()).not.toHaveProperty('images')
  })
})
