import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { formatNote, type WheelNote } from '../../../src/store/note.js'
import {
  bytecodeDirectory,
  discard,
  filesOf,
  openStore,
  publish,
  readBytecodeNote,
  readWheelNote,
  type Store,
  stage,
  sweepAbandoned,
  wheelDirectory,
} from '../../../src/store/store.js'
import { failureOf } from '../../helpers/plan.js'
import { kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-store-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const note: WheelNote = {
  sha256: 'c'.repeat(64),
  filename: 'demo-1.0-py3-none-any.whl',
  size: 10,
  name: 'demo',
  version: '1.0',
  distInfo: 'demo-1.0.dist-info',
  rootIsPurelib: true,
  requires: [],
  files: [{ path: 'demo.py', size: 3, sha256: 'd'.repeat(64), executable: false }],
}

/** A staged wheel whose only file tells who wrote it. */
async function stageBy(writer: string): Promise<string> {
  const staged = await stage(store)
  await writeFile(join(filesOf(staged), 'demo.py'), writer)
  return staged
}

const destination = () => wheelDirectory(store, note.sha256)
const writerOf = () => readFile(join(filesOf(destination()), 'demo.py'), 'utf8')
const unfinished = () => readdir(store.temporary)

/** A directory where the wheel belongs, with this text as its note; undefined = without one. */
async function leaveBroken(text: string | undefined): Promise<void> {
  await mkdir(filesOf(destination()), { recursive: true })
  await writeFile(join(filesOf(destination()), 'half.py'), 'half')
  if (text !== undefined) await writeFile(join(destination(), 'note.json'), text)
}

describe('publishing', () => {
  test('lets many writers at once displace a directory whose note cannot be read', async () => {
    await leaveBroken('{')
    const staged = await Promise.all(Array.from({ length: 6 }, (_, index) => stageBy(`writer ${index}`)))
    await Promise.all(staged.map(directory => publish(directory, destination(), note)))
    expect(await readWheelNote(store, note.sha256)).toEqual(note)
    expect(await readdir(filesOf(destination()))).toEqual(['demo.py'])
    expect(await unfinished()).toEqual([])
  })

  test('makes a wheel visible with its note, and leaves nothing unfinished', async () => {
    const staged = await stageBy('us')
    expect(await readWheelNote(store, note.sha256)).toBeUndefined()
    await publish(staged, destination(), note)
    expect(await readWheelNote(store, note.sha256)).toEqual(note)
    expect(await writerOf()).toBe('us')
    expect(await unfinished()).toEqual([])
  })

  test('keeps the directory of the writer who was first, and discards ours', async () => {
    await publish(await stageBy('them'), destination(), note)
    const { ino } = await stat(destination())
    await publish(await stageBy('us'), destination(), note)
    expect(await writerOf()).toBe('them')
    expect((await stat(destination())).ino).toBe(ino)
    expect(await unfinished()).toEqual([])
  })

  test('lets one of many writers at once win, and fails for none', async () => {
    const staged = await Promise.all(Array.from({ length: 12 }, (_, index) => stageBy(`writer ${index}`)))
    await Promise.all(staged.map(directory => publish(directory, destination(), note)))
    expect(await writerOf()).toMatch(/^writer \d+$/)
    expect(await readdir(filesOf(destination()))).toEqual(['demo.py'])
    expect(await unfinished()).toEqual([])
  })

  test.each([
    ['cannot be parsed', '{"files": ['],
    ['is empty, as after a power cut', ''],
    ['is missing', undefined],
  ])('displaces a directory whose note %s', async (_, text) => {
    await leaveBroken(text)
    await publish(await stageBy('us'), destination(), note)
    expect(await readWheelNote(store, note.sha256)).toEqual(note)
    expect(await readdir(filesOf(destination()))).toEqual(['demo.py'])
    expect(await unfinished()).toEqual([])
  })

  test('keeps a bytecode set that is there, since its note can be read', async () => {
    const wheel = await storeWheel(store, 'alpha', { 'alpha.py': '' })
    const first = await storeBytecode(store, wheel, { '__pycache__/alpha.cpython-311.pyc': 'them' })
    await storeBytecode(store, wheel, { '__pycache__/alpha.cpython-311.pyc': 'us, later' })
    expect(await readBytecodeNote(store, kind, wheel.sha256)).toEqual(first.note)
  })
})

describe('reading a note', () => {
  test.each(['', '{', 'null', '[]', '{"files": 1}'])('that reads %p finds the wheel absent', async text => {
    await leaveBroken(text)
    expect(await readWheelNote(store, note.sha256)).toBeUndefined()
  })

  test('of the other kind finds neither wheel nor bytecode', async () => {
    await leaveBroken(formatNote({ wheel: note.sha256, files: [], failed: [] }))
    expect(await readWheelNote(store, note.sha256)).toBeUndefined()
    const directory = bytecodeDirectory(store, kind, note.sha256)
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, 'note.json'), formatNote(note))
    expect(await readBytecodeNote(store, kind, note.sha256)).toBeUndefined()
  })

  test('where a file lies in place of the directory finds the wheel absent', async () => {
    await mkdir(join(destination(), '..'), { recursive: true })
    await writeFile(destination(), '')
    expect(await readWheelNote(store, note.sha256)).toBeUndefined()
  })
})

describe('sweepAbandoned', () => {
  const hour = 3_600_000
  const now = Date.UTC(2031, 4, 5)

  async function age(path: string, hours: number): Promise<string> {
    const time = new Date(now - hours * hour)
    await utimes(path, time, time)
    return path
  }

  async function unfinishedFile(): Promise<string> {
    const path = join(store.temporary, 'unfinished')
    await writeFile(path, 'half a download')
    return path
  }

  test('removes unfinished directories and files of more than a day, and no others', async () => {
    await age(await stageBy('killed'), 25)
    await age(await unfinishedFile(), 24.01)
    const kept = [
      await age(await stageBy('at work'), 23),
      await age(await unfinishedFile(), 23.99),
      await age(await stageBy('of a clock that is ahead'), -48),
    ]
    await sweepAbandoned(store, now)
    expect((await unfinished()).map(name => join(store.temporary, name)).sort()).toEqual(kept.sort())
  })

  test('leaves what is published, however old', async () => {
    await publish(await stageBy('us'), destination(), note)
    await age(destination(), 24 * 365)
    await sweepAbandoned(store, now)
    expect(await readWheelNote(store, note.sha256)).toEqual(note)
  })
})

test('discarding what is gone already is no error', async () => {
  const staged = await stageBy('us')
  await discard(staged)
  await discard(staged)
  expect(await unfinished()).toEqual([])
})

describe('openStore', () => {
  test('makes missing parents, and opens what is there as it is', async () => {
    await publish(await stageBy('us'), destination(), note)
    expect(await openStore(join(scratch, 'store'))).toEqual(store)
    expect(await readWheelNote(store, note.sha256)).toEqual(note)
    const deep = await openStore(join(scratch, 'a', 'b', 'c'))
    expect(await readdir(deep.temporary)).toEqual([])
  })

  test.each(['', 'v1', 'v1/tmp', 'v1/wheels'])('names the directory where a file lies at `%s`', async inside => {
    const directory = join(scratch, 'blocked')
    await mkdir(join(directory, inside, '..'), { recursive: true })
    await writeFile(join(directory, inside), 'a file')
    const failure = await failureOf(() => openStore(directory))
    expect(failure).toMatchObject({ code: 'STORE_UNWRITABLE', exitCode: 1 })
    expect(failure.message).toContain(`\`${directory}\``)
    expect(failure.hint).toContain('--store')
  })
})
