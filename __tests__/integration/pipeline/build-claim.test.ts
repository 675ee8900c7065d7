/** One process of a machine builds a key. */
import type { ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { claimBuild, claimDirectory, isClaimed } from '../../../src/pipeline/build-claim.js'
import { maintainStore } from '../../../src/pipeline/upkeep.js'
import { claimName } from '../../../src/python/claim.js'
import { buildsOfKey, listBuilds } from '../../../src/store/builds.js'
import { openStore, type Store } from '../../../src/store/store.js'
import { firstA, firstB, storeBuild } from '../../helpers/build-notes.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { ask, kill, startChild } from '../python/children.js'

let scratch = ''
let store: Store
const children: ChildProcess[] = []

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-claim-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill))
  await rm(scratch, { recursive: true, force: true })
})

/** Another process that holds the claim. */
async function holder(first = firstA): Promise<ChildProcess> {
  const child = startChild('../pipeline/build-claim-child.ts')
  children.push(child)
  expect(await ask(child, { store: dirname(store.root), first })).toBe('claimed')
  return child
}

describe('the claim on a build', () => {
  test('has a second process wait, which is told for whom, until the first one is killed', async () => {
    const other = await holder()
    const told: string[] = []
    const onWait = (owner: string) => {
      told.push(owner)
      void kill(other)
    }
    const claim = await claimBuild(store, firstA, { onWait })
    expect(told).toEqual([`process ${other.pid}`])
    await claim.release()
  })

  test('is waited for longer than that on an environment, and ends with the signal', async () => {
    await holder()
    const controller = new AbortController()
    const reason = new Error('interrupted')
    const claiming = claimBuild(store, firstA, {
      timeoutMs: 0,
      signal: controller.signal,
      onWait: () => controller.abort(reason),
    })
    await expect(claiming).rejects.toBe(reason)
  })

  test('keeps nobody from another key', async () => {
    await holder()
    await (await claimBuild(store, firstB, { onWait: () => expect('to wait').toBe('never') })).release()
  })

  test('goes to one after the other of many', async () => {
    let holders = 0
    const work = Array.from({ length: 6 }, async () => {
      const claim = await claimBuild(store, firstA, {})
      expect(++holders).toBe(1)
      await storeBuild(store, 'wheel')
      holders--
      await claim.release()
    })
    await Promise.all(work)
    expect(await listBuilds(store, firstA)).toHaveLength(1)
  })

  test('is no build, and leaves nothing behind', async () => {
    const claim = await claimBuild(store, firstA, {})
    expect(await listBuilds(store, firstA)).toEqual([])
    await storeBuild(store, 'wheel')
    await claim.release()
    expect((await readdir(join(store.root, buildsOfKey(firstA)))).length).toBe(1)
    await (await claimBuild(store, firstB, {})).release()
    expect(await readdir(join(store.root, 'builds'))).toEqual([firstA.slice(0, 2)])
  })

  test('in a store that cannot be written to says so', async () => {
    await writeFile(join(store.root, 'builds'), '')
    await expect(claimBuild(store, firstA, {})).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
      message: expect.stringContaining(dirname(store.root)),
    })
  })
})

describe('a directory that builds work in', () => {
  const old = Date.now() / 1000 - 30 * 24 * 3600
  const trim = async () => (await maintainStore(store, 1e12, recordingHost().host)).trimmed.removed

  test('stays while a process has claimed it, and goes when that is done', async () => {
    const claim = await claimDirectory(store, 'trees/demo', {})
    await mkdir(join(store.root, 'trees/demo/src'))
    await utimes(join(store.root, 'trees/demo'), old, old)
    expect(await isClaimed(join(store.root, 'trees/demo'))).toBe(true)
    expect(await trim()).toEqual([])
    await claim.release()
    expect(await isClaimed(join(store.root, 'trees/demo'))).toBe(false)
    await utimes(join(store.root, 'trees/demo'), old, old)
    expect((await trim()).map(({ path }) => path)).toEqual(['trees/demo'])
  })

  test('goes when the process that claimed it was killed', async () => {
    const child = await holder()
    const path = join(store.root, buildsOfKey(firstA), claimName)
    expect(await isClaimed(dirname(path))).toBe(true)
    await kill(child)
    expect(await isClaimed(dirname(path))).toBe(false)
  })

  test('is marked as used by a claim that keeps it, where it is there', async () => {
    await mkdir(join(store.root, 'environments/e'), { recursive: true })
    await utimes(join(store.root, 'environments/e'), old, old)
    const claim = await claimBuild(store, firstA, {})
    await claim.keep(join(store.root, 'environments/e'))
    await claim.keep(join(store.root, 'environments/gone'))
    expect((await stat(join(store.root, 'environments/e'))).mtimeMs).toBeGreaterThan(Date.now() - 60_000)
    expect(await trim()).toEqual([])
    await claim.release()
  })
})
