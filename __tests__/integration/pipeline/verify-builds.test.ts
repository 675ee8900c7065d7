import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { digestFile } from '../../../src/install/digest.js'
import { type Digest, verifyStore } from '../../../src/pipeline/verify.js'
import { listBuilds } from '../../../src/store/builds.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { firstA, secondA, secondB, storeBuild } from '../../helpers/build-notes.js'
import { storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-verify-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const digest: Digest = async path => digestFile(path)

test('a store whose builds are as they were made has no difference', async () => {
  await storeWheel(store, 'alpha', { 'alpha.py': 'A = 1\n' })
  await storeBuild(store, 'wheel')
  expect(await verifyStore(store, digest)).toEqual({ files: 2, bytes: 11, differences: [], removed: [] })
})

test('a product with other bytes of the same size and time is named, and its build leaves the store', async () => {
  const { productPath } = await storeBuild(store, 'wheel')
  const kept = await storeBuild(store, 'other', { second: secondB })
  const { atime, mtime } = await stat(productPath)
  await writeFile(productPath, 'WHEEL')
  await utimes(productPath, atime, mtime)
  const { differences, removed } = await verifyStore(store, digest)
  expect(differences).toEqual([{ path: productPath, reason: 'has another digest' }])
  expect(removed).toEqual(['the build of demo 1.0+local'])
  expect(await listBuilds(store, firstA)).toEqual([kept])
  expect((await verifyStore(store, digest)).differences).toEqual([])
})

test('a build without its product or note is named too', async () => {
  const { productPath } = await storeBuild(store, 'wheel')
  await rm(productPath)
  const { differences, removed } = await verifyStore(store, digest)
  expect(differences).toEqual([{ path: dirname(productPath), reason: 'is no whole build' }])
  expect(removed).toEqual([`the build ${secondA}`])
})
