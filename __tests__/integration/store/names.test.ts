import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordName, wheelsNamed } from '../../../src/store/names.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let directory = ''
let store: Store
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-names-'))
  store = await openStore(directory)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

test('a published wheel is found by its name, and its bytecode is none', async () => {
  const note = await storeWheel(store, 'pkg', { 'pkg.py': '' })
  await storeBytecode(store, note, { '__pycache__/pkg.cpython-311.pyc': 'code' })
  expect(await wheelsNamed(store.root, 'pkg')).toEqual([note.sha256])
  expect(await wheelsNamed(store.root, 'other')).toEqual([])
})

test('a wheel that is published again is found once', async () => {
  const note = await storeWheel(store, 'pkg', { 'pkg.py': '' })
  await storeWheel(store, 'pkg', { 'pkg.py': '' })
  expect(await wheelsNamed(store.root, 'pkg')).toEqual([note.sha256])
})

test('wheels come newest first', async () => {
  const note = await storeWheel(store, 'pkg', {})
  const digests = ['a', 'b', 'c'].map(digit => digit.repeat(64))
  for (const [index, sha256] of digests.entries()) {
    await recordName(store.root, { ...note, name: 'many', sha256 })
    const time = [20, 30, 10][index] ?? 0
    await utimes(join(store.root, 'names', 'many', sha256), time, time)
  }
  expect(await wheelsNamed(store.root, 'many')).toEqual(['b', 'a', 'c'].map(digit => digit.repeat(64)))
})

test('what is no digest is no wheel, and a name that is none names no directory', async () => {
  const note = await storeWheel(store, 'pkg', {})
  await writeFile(join(store.root, 'names', 'pkg', '.nfs0001'), '')
  await mkdir(join(directory, 'outside'))
  await recordName(store.root, { ...note, name: '../../outside' })
  await recordName(store.root, { ...note, sha256: '../other' })
  expect(await wheelsNamed(store.root, 'pkg')).toEqual([note.sha256])
  expect(await wheelsNamed(store.root, '../../outside')).toEqual([])
})

test('a store that cannot note a name takes the wheel all the same', async () => {
  await writeFile(join(store.root, 'names'), 'in the way')
  const note = await storeWheel(store, 'pkg', { 'pkg.py': '' })
  expect(await wheelsNamed(store.root, note.name)).toEqual([])
})
