import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheBackend, type CacheEntry, CacheTrouble } from '../../../src/cache/backend.js'
import { packKey } from '../../../src/cache/key.js'
import type { Manifest, ManifestPack } from '../../../src/cache/manifest.js'
import { startRestore } from '../../../src/pipeline/restore.js'
import { openRun, type Run } from '../../../src/pipeline/run.js'
import type { PlannedWheel } from '../../../src/plan/plan.js'
import { packDigest, writePack } from '../../../src/store/pack.js'
import type { PackContents } from '../../../src/store/pack-contents.js'
import {
  bytecodeName,
  hasWheel,
  openStore,
  readBytecodeNote,
  type Store,
  wheelDirectory,
} from '../../../src/store/store.js'
import { writeFrames } from '../../../src/store/write-frames.js'
import type { WorkerPool } from '../../../src/workers/pool.js'
import type { Answer, Task } from '../../../src/workers/tasks.js'
import { makeFile, makeInterpreter, makeLock } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'
import { kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
/** Of the machine that saved. */
let source: Store
let run: Run
let watch: ReturnType<typeof makeWatch>

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-restore-'))
  source = await openStore(join(scratch, 'source'))
  const store = await openStore(join(scratch, 'store'))
  const settings = makeSettings(scratch)
  const located = { directory: join(scratch, 'store'), store, linkMode: 'hardlink', reason: '' } as const
  watch = makeWatch()
  const opened = openRun(settings, recordingHost().host, { watch, located, realms: settings.index })
  run = { ...opened, pool: () => poolOfThisThread }
})

afterEach(async () => {
  await run.close()
  await rm(scratch, { recursive: true, force: true })
})

function makeWatch() {
  return { ...makeTimeline().timeline, signal: new AbortController().signal }
}

const poolOfThisThread: WorkerPool = {
  run: async <T extends Task>(task: T) => {
    if (task.kind !== 'frames') throw new Error('a restore decodes frames')
    return writeFrames(task) as Answer<T>
  },
  warm: () => undefined,
  close: async () => undefined,
}

/** Compiles the bytecode that `storeBytecode` stores. */
const interpreter = makeInterpreter(kind)

type Reading = (start: number, end: number) => Promise<Buffer>

/** A cache over a network, whose entries lie in memory; `spoil` may change how one is read. */
function memoryBackend(entries: ReadonlyMap<string, Buffer>, spoil = (_key: string, read: Reading) => read) {
  const closed: string[] = []
  const open = async (key: string): Promise<CacheEntry | undefined> => {
    const bytes = entries.get(key)
    if (bytes === undefined) return undefined
    const read = spoil(key, async (start, end) => Buffer.from(bytes.subarray(start, end)))
    return { key, size: bytes.length, descriptor: undefined, read, close: async () => void closed.push(key) }
  }
  const never = async (): Promise<never> => {
    throw new Error('not called')
  }
  const backend: CacheBackend = { name: 'memory', scoped: true, open, has: never, save: never }
  return { backend, closed }
}

async function pack(contents: PackContents): Promise<{ readonly entry: ManifestPack; readonly bytes: Buffer }> {
  const path = join(scratch, 'pack')
  await writePack(source, contents, { destination: path })
  const items = [
    ...contents.wheels.map(({ sha256 }) => ({ sha256, size: 1000, bytecode: '' })),
    ...contents.bytecode.map(({ note }) => ({ sha256: note.wheel, size: 1000, bytecode: bytecodeName(kind) })),
  ]
  return { entry: { digest: packDigest(contents), items }, bytes: await readFile(path) }
}

async function wheel(name: string) {
  const note = await storeWheel(source, name, {
    [`${name}.py`]: `NAME = '${name}'\n`,
    [`${name}/data.bin`]: name.repeat(999),
  })
  const bytecode = await storeBytecode(source, note, { [`__pycache__/${name}.cpython-311.pyc`]: name })
  return { note, bytecode }
}

function planned({
  note,
}: {
  readonly note: { readonly name: string; readonly filename: string; readonly sha256: string }
}): PlannedWheel {
  const { name, filename, sha256 } = note
  return { name, version: '1.0', file: makeFile(filename), sha256, requested: true, directUrl: undefined }
}

function session(packs: readonly ManifestPack[], backend: CacheBackend) {
  const manifest: Manifest = {
    format: 6,
    revision: '',
    planDigest: '',
    ingredients: { files: {}, settings: {} },
    lock: makeLock([]),
    packs,
    createdBy: '',
  }
  const open = {
    ...{ backend, workspace: scratch, planDigest: '', manifest, matchedKey: '' },
    keys: { manifest: '', prefixes: [] },
    ingredients: { files: {}, settings: {} },
    spoiled: new Set<string>(),
    reading: new AbortController(),
  }
  return { open, reason: '' }
}

async function twoPacks() {
  const [alpha, beta, gamma] = [await wheel('alpha'), await wheel('beta'), await wheel('gamma')]
  const first = await pack({ wheels: [alpha.note, beta.note], bytecode: [alpha.bytecode, beta.bytecode] })
  const second = await pack({ wheels: [gamma.note], bytecode: [gamma.bytecode] })
  const entries = new Map([first, second].map(({ entry, bytes }) => [packKey(entry.digest), bytes]))
  return { alpha, beta, gamma, packs: [first.entry, second.entry], entries }
}

/** Gives this machine's store the wheel without its bytecode. */
async function copyWheel(sha256: string): Promise<void> {
  const destination = wheelDirectory(run.located.store, sha256)
  await cp(wheelDirectory(source, sha256), destination, { recursive: true, preserveTimestamps: true })
}

describe('a restore', () => {
  test('brings what packs promise, with its bytecode, and says of the rest that nobody promised it', async () => {
    const { alpha, gamma, packs, entries } = await twoPacks()
    const { backend, closed } = memoryBackend(entries)
    const other = await wheel('other')
    const absent = [alpha, gamma, other].map(planned)
    const restoring = await startRestore({ wheels: absent, interpreter, mayFetch: true }, session(packs, backend), run)
    expect(absent.map(restoring.promises)).toEqual([true, true, false])
    expect(await Promise.all(absent.map(restoring.arrival))).toEqual([true, true, false])
    await restoring.settled
    const { store } = run.located
    expect(await hasWheel(store, alpha.note.sha256)).toBe(true)
    expect(await readBytecodeNote(store, kind, gamma.note.sha256)).toEqual(gamma.bytecode.note)
    expect(closed).toHaveLength(2)
    expect(watch.warnings).toEqual([])
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('does without a pack that is gone or breaks off, with a warning, and takes the others', async () => {
    const { alpha, beta, gamma, packs, entries } = await twoPacks()
    const [firstKey] = entries.keys()
    const { backend, closed } = memoryBackend(entries, (key, read) => async (start, end) => {
      if (key === firstKey && start > 0) throw new CacheTrouble('cache `memory`: it broke off')
      return read(start, end)
    })
    const absent = [alpha, beta, gamma].map(planned)
    const restoring = await startRestore({ wheels: absent, interpreter, mayFetch: true }, session(packs, backend), run)
    expect(await Promise.all(absent.map(restoring.arrival))).toEqual([false, false, true])
    await restoring.settled
    expect(watch.warnings.map(({ message }) => message)).toEqual(['cache `memory`: it broke off; going on without it'])
    expect(closed).toHaveLength(2)
    expect(await readdir(run.located.store.temporary)).toEqual([])

    const lost = memoryBackend(new Map())
    const again = await startRestore(
      { wheels: [planned(alpha)], interpreter, mayFetch: true },
      session(packs, lost.backend),
      run,
    )
    expect(await again.arrival(planned(alpha))).toBe(false)
  })

  test('holds what it read, whatever closing the entry says', async () => {
    const { gamma, packs, entries } = await twoPacks()
    const { backend } = memoryBackend(entries)
    const close = async (): Promise<void> => {
      throw new CacheTrouble('cache `memory`: it cannot be closed')
    }
    const open: CacheBackend['open'] = async (key, prefixes) => {
      const entry = await backend.open(key, prefixes)
      return entry && { ...entry, close }
    }
    const restoring = await startRestore(
      { wheels: [planned(gamma)], interpreter, mayFetch: true },
      session(packs, { ...backend, open }),
      run,
    )
    await restoring.settled
    expect(await restoring.arrival(planned(gamma))).toBe(true)
  })

  test('gives up only the wheel of which a frame is damaged', async () => {
    const { alpha, beta, packs, entries } = await twoPacks()
    const [[key, bytes] = ['', Buffer.alloc(0)]] = entries
    const damaged = Buffer.from(bytes)
    const last = damaged.length - 1
    damaged[last] = (damaged[last] ?? 0) ^ 1
    const { backend } = memoryBackend(new Map([[key, damaged]]))
    const absent = [alpha, beta].map(planned)
    const restoring = await startRestore({ wheels: absent, interpreter, mayFetch: true }, session(packs, backend), run)
    await restoring.settled
    expect(watch.warnings).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/is damaged .*: `(alpha|beta)` will be/) }),
    ])
    expect(await Promise.all(absent.map(restoring.arrival))).toEqual([true, true])
    const sets = [alpha, beta].map(({ note }) => readBytecodeNote(run.located.store, kind, note.sha256))
    expect((await Promise.all(sets)).filter(set => set === undefined)).toHaveLength(1)
  })

  test('brings the bytecode alone of a wheel that the store has, and waits for it', async () => {
    const { alpha, beta, packs, entries } = await twoPacks()
    const { store } = run.located
    await copyWheel(alpha.note.sha256)
    const absent = [alpha, beta].map(planned)
    const { backend } = memoryBackend(entries)
    const restoring = await startRestore({ wheels: absent, interpreter, mayFetch: true }, session(packs, backend), run)
    expect(absent.map(restoring.promises)).toEqual([false, true])
    expect(await restoring.arrival(planned(alpha))).toBe(false)
    expect(await readBytecodeNote(store, kind, alpha.note.sha256)).toEqual(alpha.bytecode.note)
    await restoring.settled
  })

  test('that is stopped reads no further, and ends', async () => {
    const { alpha, gamma, packs, entries } = await twoPacks()
    let reads = 0
    const { backend } = memoryBackend(entries, (_key, read) => async (start, end) => {
      reads += 1
      return read(start, end)
    })
    const absent = [alpha, gamma].map(planned)
    const restoring = await startRestore({ wheels: absent, interpreter, mayFetch: true }, session(packs, backend), run)
    await restoring.stop()
    const before = reads
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(reads).toBe(before)
    expect(await readdir(run.located.store.temporary)).toEqual([])
  })
})
