import { createCipheriv, createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../../src/cache/backend.js'
import { packKey } from '../../../src/cache/key.js'
import type { Manifest, ManifestPack } from '../../../src/cache/manifest.js'
import { UserError } from '../../../src/errors.js'
import { beginEnvironment, type EnvironmentInProgress } from '../../../src/pipeline/environment.js'
import { restoreEnvironment } from '../../../src/pipeline/from-packs.js'
import { openRun, type Run } from '../../../src/pipeline/run.js'
import type { PlannedWheel } from '../../../src/plan/plan.js'
import { venvEnvironment } from '../../../src/python/environment.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import type { Settings } from '../../../src/settings.js'
import { sourceMtime, type WheelNote } from '../../../src/store/note.js'
import { packDigest, writePack } from '../../../src/store/pack.js'
import type { BytecodeSection } from '../../../src/store/pack-contents.js'
import { bytecodeName, openStore, type Store, wheelDirectory } from '../../../src/store/store.js'
import { type FrameRange, writeFrames } from '../../../src/store/write-frames.js'
import type { Answer, Task } from '../../../src/workers/tasks.js'
import { makeFile, makeInterpreter, makeLock } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'
import { describeTree, type Files, kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
/** Of the machine that saved. */
let source: Store
let root = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-direct-'))
  source = await openStore(join(scratch, 'source'))
  root = join(scratch, 'venv')
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

const site = 'lib/python3.11/site-packages'
type Wheel = { readonly note: WheelNote; readonly bytecode: BytecodeSection | undefined }

async function wheel(name: string, files: Files = {}, { hasBytecode = true } = {}): Promise<Wheel> {
  const note = await storeWheel(source, name, {
    [`${name}/__init__.py`]: `NAME = '${name}'\n`,
    [`${name}/large.bin`]: noise(name, 2500),
    [`${name}-1.0.data/scripts/${name}.sh`]: '#!python\n',
    [`${name}-1.0.dist-info/METADATA`]: `Name: ${name}\n`,
    [`${name}-1.0.dist-info/entry_points.txt`]: `[console_scripts]\n${name}-run = ${name}:main\n`,
    ...files,
  })
  const compiled = { [`${name}/__pycache__/__init__.cpython-311.pyc`]: noise(`code of ${name}`, 200) }
  return { note, bytecode: hasBytecode ? await storeBytecode(source, note, compiled) : undefined }
}

/** Bytes that do not compress, the same for each seed. */
function noise(seed: string, size: number): Buffer {
  const key = createHash('md5').update(seed).digest()
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size))
}

type Packed = { readonly entry: ManifestPack; readonly bytes: Buffer }

/** Frames of 1000 bytes, so that even small files have several. */
const pack = (...wheels: readonly Wheel[]) => packIn(1000, wheels)

async function packIn(frameSize: number, wheels: readonly Wheel[], name = 'pack'): Promise<Packed> {
  const bytecode = wheels.flatMap(({ bytecode }) => bytecode ?? [])
  const contents = { wheels: wheels.map(({ note }) => note), bytecode }
  const destination = join(scratch, name)
  await writePack(source, contents, { destination, frameSize })
  const items = [
    ...contents.wheels.map(({ sha256 }) => ({ sha256, size: 1000, bytecode: '' })),
    ...bytecode.map(({ note }) => ({ sha256: note.wheel, size: 1000, bytecode: bytecodeName(kind) })),
  ]
  return { entry: { digest: packDigest(contents), items }, bytes: await readFile(destination) }
}

function planned({ note: { name, filename, sha256 } }: Wheel): PlannedWheel {
  return { name, version: '1.0', file: makeFile(filename), sha256, requested: true, directUrl: undefined }
}

type Reading = (start: number, end: number) => Promise<Buffer>
type Spoil = (key: string, read: Reading) => Reading

type Circumstances = {
  readonly wheels: readonly Wheel[]
  readonly packs: readonly Packed[]
  readonly spoil?: Spoil
  readonly settings?: Partial<Settings>
  readonly umask?: number
  readonly linkMode?: Run['located']['linkMode']
  readonly target?: Partial<EnvironmentInProgress>
  /** In the place of a made-up environment. */
  begin?(run: Run): Promise<EnvironmentInProgress>
  readonly interpreter?: Interpreter
  decode?(range: FrameRange): Promise<ReturnType<typeof writeFrames>>
  /** Runs when the store of this machine is there. */
  prepare?(store: Store): Promise<void>
}

/** What a restore did, and what of it is left. */
async function restore(circumstances: Circumstances) {
  const { wheels, packs, spoil = (_, read) => read, interpreter = makeInterpreter(kind) } = circumstances
  const store = await openStore(join(scratch, `store-${Math.random()}`))
  await circumstances.prepare?.(store)
  const settings = makeSettings(scratch, { storeIsTemporary: true, ...circumstances.settings })
  const located = { directory: store.root, store, linkMode: circumstances.linkMode ?? 'hardlink', reason: '' } as const
  const watch = { ...makeTimeline().timeline, signal: new AbortController().signal }
  const { host } = recordingHost(circumstances.umask === undefined ? {} : { umask: circumstances.umask })
  const opened = openRun(settings, host, { watch, located, realms: settings.index })
  const decode = circumstances.decode ?? (async (range: FrameRange) => writeFrames(range))
  const pool = {
    run: async <T extends Task>(task: T) => {
      if (task.kind !== 'frames') throw new Error('a restore decodes frames')
      return (await decode(task)) as Answer<T>
    },
    warm: () => undefined,
    close: async () => undefined,
  }
  const run = { ...opened, pool: () => pool }
  const { backend, keys } = memoryBackend(packs, spoil)
  const session = sessionOf(packs, backend, scratch)
  const target = (await circumstances.begin?.(run)) ?? { ...makeTarget(interpreter), ...circumstances.target }
  try {
    const restored = await restoreEnvironment({ run, wheels: wheels.map(planned), interpreter, target, session })
    return { restored, keys, spoiled: session.open.spoiled, decisions: watch.decisions, store }
  } finally {
    await run.close()
    expect(await readdir(store.temporary)).toEqual([])
    expect(await describeTree(join(store.root, 'wheels'))).toHaveLength(circumstances.prepare === undefined ? 0 : 6)
  }
}

function makeTarget(interpreter: Interpreter): EnvironmentInProgress {
  const nothing = async () => {}
  const environment = venvEnvironment(root, interpreter, { os: 'linux', arch: 'x64' })
  const ready = async () => void (await mkdir(join(root, site), { recursive: true }))
  return {
    environment,
    isNew: true,
    isUnsettled: async () => false,
    claim: nothing,
    ready,
    finish: nothing,
    undo: nothing,
  }
}

/** A cache over a network, whose entries lie in memory; notes the keys that were opened and closed. */
function memoryBackend(packs: readonly Packed[], spoil: Spoil) {
  const entries = new Map(packs.map(({ entry, bytes }) => [packKey(entry.digest), bytes]))
  const keys = { opened: [] as string[], closed: [] as string[] }
  const open = async (key: string): Promise<CacheEntry | undefined> => {
    keys.opened.push(key)
    const bytes = entries.get(key)
    if (bytes === undefined || bytes.length === 0) return undefined
    const read = spoil(key, async (start, end) => Buffer.from(bytes.subarray(start, end)))
    return { key, size: bytes.length, descriptor: undefined, read, close: async () => void keys.closed.push(key) }
  }
  const never = async (): Promise<never> => {
    throw new Error('not called')
  }
  const backend: CacheBackend = { name: 'memory', scoped: true, open, has: never, save: never }
  return { backend, keys }
}

function sessionOf(packs: readonly Packed[], backend: CacheBackend, workspace: string) {
  const ingredients = { files: {}, settings: {} }
  const manifest: Manifest = {
    ...{ format: 6, revision: '', planDigest: '', ingredients, lock: makeLock([]), createdBy: '' },
    packs: packs.map(({ entry }) => entry),
  }
  const open = {
    ...{ backend, workspace, planDigest: '', manifest, matchedKey: '', ingredients },
    keys: { manifest: '', prefixes: [] },
    spoiled: new Set<string>(),
    reading: new AbortController(),
  }
  return { open, reason: '' }
}

/** Files below the environment. */
async function files(): Promise<readonly string[]> {
  return (await describeTree(root)).map(line => line.split(' ')[0] ?? '')
}

/** Nothing is left but what `venv` makes. */
async function expectNothing(): Promise<void> {
  const names = await readdir(root, { recursive: true }).catch(() => [])
  const isOfVenv = (name: string) => name === 'bin' || site.startsWith(name.replace(/^lib64/, 'lib'))
  expect(names.filter(name => !isOfVenv(name))).toEqual([])
}

async function two() {
  const [alpha, beta] = [await wheel('alpha'), await wheel('beta')]
  return { wheels: [alpha, beta], packs: [await pack(alpha), await pack(beta)], alpha, beta }
}

describe('an environment that is unpacked straight from packs', () => {
  test('holds every file where it belongs, and the store holds none', async () => {
    const { wheels, packs, alpha } = await two()
    const { restored, keys } = await restore({ wheels, packs })
    expect(restored?.provided.map(({ note, source }) => [note.name, source])).toEqual([
      ['alpha', 'cache'],
      ['beta', 'cache'],
    ])
    expect(restored?.kind).toEqual(kind)
    const alphas = (await files()).filter(path => path.includes('alpha'))
    expect(alphas).toEqual([
      'bin/alpha-run',
      'bin/alpha.sh',
      ...['INSTALLER', 'METADATA', 'RECORD', 'REQUESTED', 'entry_points.txt'].map(
        name => `${site}/alpha-1.0.dist-info/${name}`,
      ),
      ...['__init__.py', '__pycache__/__init__.cpython-311.pyc', 'large.bin'].map(name => `${site}/alpha/${name}`),
    ])
    expect(await readFile(join(root, site, 'alpha/large.bin'))).toEqual(noise('alpha', 2500))
    expect(await readFile(join(root, 'bin/alpha.sh'), 'utf8')).toBe(`#!${root}/bin/python\n`)
    const untimed = (await describeTree(join(root, site, 'alpha'))).filter(line => !line.endsWith(' timed'))
    expect([untimed, sourceMtime(alpha.note.sha256)]).toEqual([[], expect.any(Number)])
    expect(keys.closed).toHaveLength(2)
  })

  test('is given up where any byte of any pack is another, and nothing is left', async () => {
    const { wheels, packs } = await two()
    const [first, second] = packs as [Packed, Packed]
    for (let at = 0; at < first.bytes.length; at += at < 700 ? 13 : 97) {
      const bytes = Buffer.from(first.bytes)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      const { restored, keys } = await restore({ wheels, packs: [{ ...first, bytes }, second] })
      expect([at, restored]).toEqual([at, undefined])
      expect(keys.closed).toHaveLength(2)
      await expectNothing()
    }
  })

  test.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['gone', () => Buffer.alloc(0)],
    ['cut in its first bytes', bytes => bytes.subarray(0, 20)],
    ['cut in its table of contents', bytes => bytes.subarray(0, 100)],
    ['cut in the middle', bytes => bytes.subarray(0, bytes.length >> 1)],
    ['cut by its last byte', bytes => bytes.subarray(0, -1)],
    ['another pack', () => Buffer.from('WCPACK\x01\x00'.padEnd(400, '\0'))],
  ])('is given up where a pack is %s', async (_, change) => {
    const { wheels, packs } = await two()
    const [first, second] = packs as [Packed, Packed]
    const { restored, keys } = await restore({ wheels, packs: [first, { ...second, bytes: change(second.bytes) }] })
    expect(restored).toBeUndefined()
    expect(keys.closed.length).toBeGreaterThan(0)
    await expectNothing()
  })

  test('is given up where the cache is in trouble at any read, and nothing more is read then', async () => {
    const { wheels, packs } = await two()
    const total = await readsOf({ wheels, packs })
    for (let nth = 1; nth <= total; nth++) {
      let reads = 0
      const spoil: Spoil = (_, read) => async (start, end) => {
        if (++reads === nth) throw new CacheTrouble('cache `memory`: it broke off')
        return read(start, end)
      }
      const { restored, decisions, keys } = await restore({ wheels, packs, spoil })
      expect([nth, restored, keys.closed.length]).toEqual([nth, undefined, 2])
      expect(decisions).toContainEqual(expect.objectContaining({ reason: 'cache `memory`: it broke off' }))
      await expectNothing()
    }
  })

  test('reads no further once a frame is damaged', async () => {
    const alpha = await wheel('alpha', { 'alpha/huge.bin': noise('huge', 40 << 20) })
    const whole = await packIn(1 << 20, [alpha])
    const bytes = Buffer.from(whole.bytes)
    const middle = bytes.length >> 3
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    let read = 0
    const spoil: Spoil = (_, read_) => async (start, end) => {
      read += end - start
      await nextTurn()
      return read_(start, end)
    }
    expect((await restore({ wheels: [alpha], packs: [{ ...whole, bytes }], spoil })).restored).toBeUndefined()
    expect(read).toBeLessThan(bytes.length / 1.5)
    await expectNothing()
  })

  test('never has more than 16 ranges in memory', async () => {
    const wheels = await Promise.all(['alpha', 'beta'].map(name => wheel(name, { 'x.bin': noise(name, 30 << 20) })))
    const packs = await Promise.all(wheels.map((one, index) => packIn(1 << 20, [one], `pack-${index}`)))
    let [going, most, bytes, mostBytes] = [0, 0, 0, 0]
    const spoil: Spoil = (_, read) => async (start, end) => {
      going += 1
      bytes += end - start
      most = Math.max(most, going)
      mostBytes = Math.max(mostBytes, bytes)
      await nextTurn()
      return read(start, end)
    }
    const decode = async (range: FrameRange) => {
      await nextTurn()
      going -= 1
      bytes -= 'bytes' in range.source ? range.source.bytes.length : 0
      return writeFrames(range)
    }
    // Two reads of each head are not decoded.
    const heads = 4
    expect((await restore({ wheels, packs, spoil, decode })).restored).toBeDefined()
    expect(most).toBeGreaterThan(4)
    expect(most).toBeLessThanOrEqual(16 + heads)
    expect(mostBytes).toBeLessThanOrEqual(64 << 20)
  })
})

/** As making an environment is: begun once, however often it is waited for. */
function once(make: () => Promise<void>): () => Promise<void> {
  let made: Promise<void> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** How often a restore reads. */
async function readsOf(circumstances: Circumstances): Promise<number> {
  let reads = 0
  const spoil: Spoil = (_, read) => (start, end) => {
    reads += 1
    return read(start, end)
  }
  expect((await restore({ ...circumstances, spoil })).restored).toBeDefined()
  await rm(root, { recursive: true })
  return reads
}

describe('what speaks against it is seen before a pack is opened', () => {
  const moduleList = join(tmpdir(), 'modules.txt')
  test.each<readonly [string, Partial<Circumstances>]>([
    ['a store that stays', { settings: { storeIsTemporary: false } }],
    ['hard links asked for', { settings: { linkMode: 'hardlink' } }],
    ['clones asked for', { settings: { linkMode: 'clone' } }],
    ['symbolic links asked for', { settings: { linkMode: 'symlink' } }],
    ['an image asked for', { settings: { linkMode: 'image' } }],
    ['bytecode of some modules', { settings: { modulesFile: moduleList } }],
    ['a mask that takes rights away', { umask: 0o077 }],
    ['a mask that takes rights of the group away', { umask: 0o027 }],
    ['copies under a mask that leaves more rights', { umask: 0o002, linkMode: 'copy' }],
    ['an environment that was there', { target: { isNew: false } }],
    ['a target directory', { target: targetOfKind('target') }],
    ['the system', { target: targetOfKind('system') }],
    ['an interpreter without bytecode', { interpreter: makeInterpreter({ ...kind, cacheTag: '' }) }],
    ['another interpreter', { interpreter: makeInterpreter({ ...kind, magicNumber: 'cb0d0d0a' }) }],
  ])('%s', async (_, circumstances) => {
    const { wheels, packs } = await two()
    const { restored, keys } = await restore({ wheels, packs, ...circumstances })
    expect([restored, keys.opened]).toEqual([undefined, []])
    expect(existsSync(root)).toBe(false)
  })

  test('a wheel that no pack has, a wheel without bytecode, no manifest, and a wheel without a digest', async () => {
    const { wheels, packs, alpha, beta } = await two()
    const bare = await wheel('bare', {}, { hasBytecode: false })
    const cases = [
      { wheels: [...wheels, bare], packs },
      { wheels: [...wheels, bare], packs: [...packs, await pack(bare)] },
      { wheels, packs: [] },
      { wheels: [alpha, { ...beta, note: { ...beta.note, sha256: '' } }], packs },
      { wheels: [], packs },
    ]
    for (const [index, circumstances] of cases.entries()) {
      const { restored, keys } = await restore(circumstances)
      expect([index, restored, keys.opened]).toEqual([index, undefined, []])
    }
    const { restored } = await restore({
      wheels: [bare],
      packs: [await pack(bare)],
      settings: { compileBytecode: false },
    })
    expect(restored?.provided).toHaveLength(1)
  })

  test('a wheel that lies in the store', async () => {
    const { wheels, packs, alpha } = await two()
    const { sha256 } = alpha.note
    const prepare = (store: Store) =>
      cp(wheelDirectory(source, sha256), wheelDirectory(store, sha256), { recursive: true, preserveTimestamps: true })
    const { restored, keys } = await restore({ wheels, packs, prepare })
    expect([restored, keys.opened]).toEqual([undefined, []])
  })

  function targetOfKind(kindOfPlace: 'target' | 'system'): Partial<EnvironmentInProgress> {
    const environment = venvEnvironment('/nowhere', makeInterpreter(kind), { os: 'linux', arch: 'x64' })
    return { environment: { ...environment, kind: kindOfPlace } }
  }
})

describe('an environment that cannot be filled', () => {
  test.each(['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'])('is said to be unwritable and left empty: %s', async code => {
    const { wheels, packs } = await two()
    let calls = 0
    const decode = async (range: FrameRange) => {
      if (++calls === 2) throw Object.assign(new Error(`${code}: write`), { code })
      return writeFrames(range)
    }
    const failed = restore({ wheels, packs, decode })
    await expect(failed).rejects.toMatchObject({
      code: 'ENVIRONMENT_UNWRITABLE',
      message: expect.stringContaining(root),
    })
    await expectNothing()
  })

  test('is left empty where the venv cannot be made, whoever is faster', async () => {
    const { wheels, packs } = await two()
    for (const turns of [0, 3, 50]) {
      const ready = async () => {
        for (let turn = 0; turn < turns; turn++) await nextTurn()
        throw new UserError('VENV_FAILED', 'no module named venv')
      }
      await expect(restore({ wheels, packs, target: { ready } })).rejects.toMatchObject({ code: 'VENV_FAILED' })
      await expectNothing()
    }
  })

  test('keeps others out until all of it is gone, where Python cannot make it', async () => {
    const { wheels, packs } = await two()
    const baseExecutable = join(scratch, 'python')
    await writeFile(baseExecutable, '#!/bin/sh\nsleep 0.2\necho "No module named venv"\nexit 1\n', { mode: 0o755 })
    const interpreter = makeInterpreter({ ...kind, baseExecutable })
    let target: EnvironmentInProgress | undefined
    const begin = async (run: Run) => {
      target = await beginEnvironment({ interpreter, venv: { kind: 'absent' } }, run)
      if (target === undefined) throw new Error('the environment is there')
      return target
    }
    const failed = restore({
      wheels,
      packs,
      interpreter,
      begin,
      settings: { environment: { kind: 'venv', path: root } },
    })
    await expect(failed).rejects.toMatchObject({ code: 'VENV_FAILED' })
    expect(existsSync(join(root, '.wheelcrew-claim'))).toBe(true)
    await target?.undo()
    expect(existsSync(root)).toBe(false)
  })

  test('is left empty where conflicts are errors', async () => {
    const [alpha, beta] = [await wheel('alpha', { 'x.py': 'A' }), await wheel('beta', { 'x.py': 'B' })]
    const failed = restore({
      wheels: [alpha, beta],
      packs: [await pack(alpha, beta)],
      settings: { onConflict: 'error' },
    })
    await expect(failed).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(existsSync(root)).toBe(false)
  })
})

describe('wheels whose files get in one another’s way', () => {
  test.each<readonly [string, Files, Files]>([
    ['a file where another has a directory', { 'x/y.py': 'A' }, { x: 'B' }],
    ['a directory where another has a file', { x: 'A' }, { 'x/y.py': 'B' }],
    ['bytecode that another has too', {}, { 'alpha/__pycache__/__init__.cpython-311.pyc': 'shipped' }],
    ['the metadata of another', {}, { 'alpha-1.0.dist-info/METADATA': 'other', 'alpha-1.0.dist-info/RECORD/x': '' }],
    ['one path by two names', { 'lib.txt': 'A' }, { 'beta-1.0.data/data/lib64/python3.11/site-packages/lib.txt': 'B' }],
  ])('go through the store, and spoil no pack: %s', async (_, ofAlpha, ofBeta) => {
    const [alpha, beta] = [await wheel('alpha', ofAlpha), await wheel('beta', ofBeta)]
    const ready = once(async () => {
      await mkdir(join(root, site), { recursive: true })
      await symlink('lib', join(root, 'lib64'))
    })
    const given = { wheels: [alpha, beta], packs: [await pack(alpha), await pack(beta)], target: { ready } }
    const { restored, spoiled } = await restore(given).catch(error => {
      // A refusal is what the way through the store ends with too.
      expect(error).toBeInstanceOf(UserError)
      return { restored: undefined, spoiled: new Set() }
    })
    expect([restored, [...spoiled]]).toEqual([undefined, []])
    await expectNothing()
  })

  test('never lose to what venv makes, nor replace it unseen', async () => {
    const alpha = await wheel('alpha', { 'alpha-1.0.data/data/.gitignore': 'of the wheel' })
    const ready = once(async () => {
      await mkdir(root, { recursive: true })
      await writeFile(join(root, '.gitignore'), '*')
    })
    const { restored } = await restore({ wheels: [alpha], packs: [await pack(alpha)], target: { ready } })
    expect(restored).toBeUndefined()
  })
})

describe('an interpreter whose platform library is lib64', () => {
  const platlib = 'lib64/python3.11/site-packages'
  const schemes = makeInterpreter().venvSchemes

  test('has one spelling for the library of its environments, and files behind the link come after it', async () => {
    const files = { 'alpha-1.0.data/data/lib64/extra.txt': 'behind the link', 'alpha-1.0.data/platlib/p.py': 'P = 1\n' }
    const alpha = await wheel('alpha', files)
    const interpreter = makeInterpreter({ ...kind, venvSchemes: { ...schemes, platlib } })
    const ready = once(async () => {
      await mkdir(join(root, 'lib'), { recursive: true })
      await symlink('lib', join(root, 'lib64'))
    })
    const { restored } = await restore({ wheels: [alpha], packs: [await pack(alpha)], interpreter, target: { ready } })
    expect(restored?.provided).toHaveLength(1)
    expect(await readFile(join(root, 'lib/extra.txt'), 'utf8')).toBe('behind the link')
    expect(await readFile(join(root, site, 'p.py'), 'utf8')).toBe('P = 1\n')
  })

  test('may have no lib at all', async () => {
    const alpha = await wheel('alpha')
    const interpreter = makeInterpreter({ ...kind, venvSchemes: { ...schemes, purelib: platlib, platlib } })
    const ready = async () => void (await mkdir(join(root, platlib), { recursive: true }))
    const { restored } = await restore({ wheels: [alpha], packs: [await pack(alpha)], interpreter, target: { ready } })
    expect(restored?.provided).toHaveLength(1)
    expect(existsSync(join(root, platlib, 'alpha-1.0.dist-info/RECORD'))).toBe(true)
  })
})
