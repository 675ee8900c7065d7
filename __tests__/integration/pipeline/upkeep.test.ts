/** What a job may do to the store through its links, and what becomes of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, link, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  checkAbandonedLeases,
  closeLease,
  describeChanges,
  endJob,
  maintainStore,
  openLease,
} from '../../../src/pipeline/upkeep.js'
import { changedEntries } from '../../../src/store/check.js'
import { bytecodeEntry, entryDirectory, isEntry, listEntries, wheelEntry } from '../../../src/store/entry.js'
import { readLeases, writeLease } from '../../../src/store/lease.js'
import type { WheelNote } from '../../../src/store/note.js'
import { filesOf, openStore, readWheelNote, type Store, wheelDirectory } from '../../../src/store/store.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store
let alpha: WheelNote
let beta: WheelNote
const { host } = recordingHost()

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-upkeep-'))
  store = await openStore(join(scratch, 'store'))
  alpha = await storeWheel(store, 'alpha', {
    'alpha/__init__.py': 'A = 1\n',
    'alpha/native.so': 'native',
    'run.sh': '',
  })
  beta = await storeWheel(store, 'beta', { 'beta.py': 'B = 2\n' })
  await storeBytecode(store, alpha, { 'alpha/__pycache__/__init__.cpython-311.pyc': 'pyc' })
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

/** A link of the job's environment to a file of alpha, under the name that it has there. */
async function linked(path: string): Promise<string> {
  const target = join(scratch, 'venv', path.replaceAll('/', '-'))
  await mkdir(join(scratch, 'venv'), { recursive: true })
  await link(join(filesOf(wheelDirectory(store, alpha.sha256)), path), target)
  return target
}

const entriesOf = (note: WheelNote): readonly string[] => [wheelEntry(note.sha256), bytecodeEntry(kind, note.sha256)]
const upkeep = (entries: readonly string[]) => ({ store: join(scratch, 'store'), maxBytes: 1e12, entries })
const leaseCount = async (): Promise<number> => (await readLeases(store)).length

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

/** A lease as a job leaves it that was killed. */
async function abandonedLease(...notes: readonly WheelNote[]): Promise<void> {
  const [{ lease } = { lease: undefined }] = await readLeases(store)
  if (lease !== undefined) throw new Error('there is a lease already')
  const id = await openLease(upkeep(notes.flatMap(entriesOf)), process.pid)
  const path = join(store.root, 'leases', `${id}.json`)
  const text = JSON.parse(await readFile(path, 'utf8')) as { owner: { pid: number; start: string } }
  await writeFile(path, JSON.stringify({ ...text, owner: { ...text.owner, pid: await endedProcess() } }))
}

describe('a job that writes through a hard link', () => {
  test.each([
    ['writes as many other bytes', (path: string) => writeFile(path, 'NATIVE', { flag: 'r+' })],
    ['appends', (path: string) => writeFile(path, 'more', { flag: 'a' })],
    ['truncates', (path: string) => truncate(path, 0)],
    ['takes the right to read', (path: string) => chmod(path, 0o600)],
    ['makes it executable', (path: string) => chmod(path, 0o755)],
    ['sets another time', (path: string) => utimes(path, 1, 1)],
  ])('%s: the wheel leaves the store, and the environment keeps the file', async (_, edit) => {
    const target = await linked('alpha/native.so')
    const lease = await openLease(upkeep([...entriesOf(alpha), ...entriesOf(beta)]), process.pid)
    await edit(target)
    const edited = await readFile(target, 'utf8')
    const changed = await closeLease(store, lease)
    expect(changed).toEqual([{ entry: wheelEntry(alpha.sha256), name: 'alpha 1.0', paths: ['alpha/native.so'] }])
    expect(describeChanges(changed)).toEqual([
      expect.stringContaining('alpha 1.0 is not what was put there (`alpha/native.so`'),
    ])
    expect(await readWheelNote(store, alpha.sha256)).toBeUndefined()
    expect(await readWheelNote(store, beta.sha256)).toEqual(beta)
    expect([await readFile(target, 'utf8'), await leaseCount()]).toEqual([edited, 0])
    expect(await readdir(store.temporary)).toEqual([])
  })

  test('is found out by its bytecode too', async () => {
    const path = join(filesOf(entryDirectory(store, bytecodeEntry(kind, alpha.sha256))), 'alpha/__pycache__')
    await writeFile(join(path, '__init__.cpython-311.pyc'), 'new')
    expect(changedEntries(store, entriesOf(alpha)).map(({ name }) => name)).toEqual(['the bytecode of alpha 1.0'])
  })

  test('through bytecode that sets of several versions share: all of them go', async () => {
    const set = (note: WheelNote, path: string) =>
      join(filesOf(entryDirectory(store, bytecodeEntry(kind, note.sha256))), path)
    await storeBytecode(store, beta, { 'beta.pyc': 'pyc' })
    await rm(set(beta, 'beta.pyc'))
    await link(set(alpha, 'alpha/__pycache__/__init__.cpython-311.pyc'), set(beta, 'beta.pyc'))
    const lease = await openLease(upkeep(entriesOf(alpha)), process.pid)
    await writeFile(set(beta, 'beta.pyc'), 'new', { flag: 'r+' })
    const names = (await closeLease(store, lease)).map(({ name }) => name)
    expect(names).toEqual(['the bytecode of alpha 1.0', 'the bytecode of beta 1.0'])
  })

  test('makes all ready environments go, which are links to the same files', async () => {
    await mkdir(join(store.root, 'ready', 'plan', 'environment'), { recursive: true })
    const lease = await openLease(upkeep(entriesOf(alpha)), process.pid)
    await writeFile(await linked('run.sh'), 'x')
    await closeLease(store, lease)
    expect(await readdir(join(store.root, 'ready'))).toEqual([])
  })
})

describe('a job that writes to no file of the store', () => {
  test('leaves everything there, whatever it links, reads, unlinks and puts in its place', async () => {
    const target = await linked('alpha/native.so')
    const lease = await openLease(upkeep(entriesOf(alpha)), process.pid)
    await readFile(target)
    await rm(target)
    await writeFile(target, 'of its own')
    const before = await listEntries(store)
    expect(await closeLease(store, lease)).toEqual([])
    expect(await listEntries(store)).toEqual(before)
  })

  test('closes its lease once: a second time, or where it was removed, nothing is looked at', async () => {
    const lease = await openLease(upkeep(entriesOf(alpha)), process.pid)
    expect([await closeLease(store, lease), await closeLease(store, lease)]).toEqual([[], []])
  })
})

describe('the lease of a job that was killed', () => {
  test('has the next one compare what it wants, and leaves the rest to others', async () => {
    await abandonedLease(alpha, beta)
    await writeFile(await linked('alpha/native.so'), 'NATIVE')
    expect(await checkAbandonedLeases(store, new Set([beta.sha256]))).toEqual([])
    expect(await readWheelNote(store, alpha.sha256)).toEqual(alpha)
    expect((await readLeases(store)).flatMap(({ lease }) => lease?.entries)).toEqual([...entriesOf(alpha)])
    const changed = await checkAbandonedLeases(store, new Set([alpha.sha256]))
    expect(changed.map(({ name }) => name)).toEqual(['alpha 1.0'])
    expect([await readWheelNote(store, alpha.sha256), await leaseCount()]).toEqual([undefined, 0])
  })

  test('is closed by whoever trims the store', async () => {
    await abandonedLease(alpha)
    await writeFile(await linked('alpha/native.so'), 'NATIVE')
    const { changed } = await maintainStore(store, 1e12, host)
    expect(changed.map(({ name }) => name)).toEqual(['alpha 1.0'])
    expect(await leaseCount()).toBe(0)
  })

  test('whose text was lost may have been on anything', async () => {
    await mkdir(join(store.root, 'leases'))
    await writeFile(join(store.root, 'leases', 'lost.json'), '')
    await writeFile(await linked('alpha/native.so'), 'NATIVE')
    const changed = await checkAbandonedLeases(store, new Set([alpha.sha256]))
    expect(changed.map(({ name }) => name)).toEqual(['alpha 1.0'])
  })
})

describe('the lease of a job that runs', () => {
  test('stops nobody and is not looked at', async () => {
    await openLease(upkeep(entriesOf(alpha)), process.pid)
    await writeFile(await linked('alpha/native.so'), 'NATIVE')
    expect(await checkAbandonedLeases(store, new Set([alpha.sha256]))).toEqual([])
    expect([await readWheelNote(store, alpha.sha256), await leaseCount()]).toEqual([alpha, 1])
  })

  test('of another machine is compared for safety and kept for a day', async () => {
    const owner = { pid: 4711, start: '1', machine: 'elsewhere/boot/namespace' }
    const id = await writeLease(store, { owner, entries: entriesOf(alpha) })
    await writeFile(await linked('alpha/native.so'), 'NATIVE')
    expect(await checkAbandonedLeases(store, new Set([alpha.sha256]))).toHaveLength(1)
    expect(await leaseCount()).toBe(1)
    const old = Date.now() / 1000 - 25 * 3600
    await utimes(join(store.root, 'leases', `${id}.json`), old, old)
    await checkAbandonedLeases(store, new Set([alpha.sha256]))
    expect(await leaseCount()).toBe(0)
  })
})

test('a lease that names what is no entry counts as one whose text was lost, and reaches nothing outside', async () => {
  const owner = { pid: 0, start: '-', machine: '' }
  await writeLease(store, { owner, entries: ['../../precious', 'wheels/../../precious', entriesOf(alpha)[0] ?? ''] })
  expect((await readLeases(store)).map(({ lease }) => lease)).toEqual([undefined])
  expect(
    ['wheels/aa/..', `wheels/aa/${'a'.repeat(64)}/..`, `bytecode/../aa/${'a'.repeat(64)}`].filter(isEntry),
  ).toEqual([])
})

test('the end of a job warns of what changed, and of a store that is in trouble', async () => {
  const lease = await openLease(upkeep(entriesOf(alpha)), process.pid)
  await writeFile(await linked('run.sh'), 'x')
  const { host: recording, lines } = recordingHost()
  await endJob({ ...upkeep([]), lease }, recording)
  expect(lines).toEqual([expect.stringContaining('`run.sh` changed')])
  const blocked = join(scratch, 'file')
  await writeFile(blocked, '')
  const { host: second, lines: trouble } = recordingHost()
  await endJob({ store: blocked, maxBytes: 1, lease: undefined }, second)
  expect((await stat(blocked)).isFile()).toBe(true)
  expect(trouble).toEqual([expect.stringContaining('the store was not looked after')])
})
