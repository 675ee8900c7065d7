import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { packKey } from '../../../src/cache/key.js'
import type { Host } from '../../../src/host.js'
import { saveCache } from '../../../src/pipeline/save.js'
import { digestOf, type SaveRequest } from '../../../src/pipeline/seal.js'
import { formatNote } from '../../../src/store/note.js'
import { packDigest } from '../../../src/store/pack.js'
import { openStore } from '../../../src/store/store.js'
import { type FakeActionsCache, startFakeActionsCache } from '../../helpers/fake-actions-cache.js'
import { makeLock } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let fake: FakeActionsCache
let request: SaveRequest
let host: Host
let busy = ''

/** A job whose pack another process has begun to save, and never ends. */
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-busy-'))
  fake = await startFakeActionsCache()
  const env = { ACTIONS_CACHE_SERVICE_V2: '1', ACTIONS_RESULTS_URL: fake.address, ACTIONS_RUNTIME_TOKEN: 'token' }
  host = recordingHost({ env: { ...env, NO_PROXY: '127.0.0.1' } }).host
  const store = await openStore(join(scratch, 'store'))
  const note = await storeWheel(store, 'alpha', { 'alpha.py': 'x = 1\n' })
  busy = packKey(packDigest({ wheels: [note], bytecode: [] }))
  request = {
    ...{ backend: 'github', workspace: scratch, store: join(scratch, 'store'), manifestKey: 'wheelcrew-1-beginning.' },
    manifest: {
      ...{ format: 6, revision: '', planDigest: '', createdBy: '', lock: makeLock([]) },
      ingredients: { files: {}, settings: {} },
    },
    ...{ kind: undefined, existing: [], images: [], mayRepack: true, spoiled: [], planned: [note.sha256] },
    wheels: [
      { name: 'alpha', isBuilt: false, sha256: note.sha256, note: digestOf(formatNote(note)), bytecode: undefined },
    ],
  }
  fake.fail('CreateCacheEntry', { status: 409 })
})

afterEach(async () => {
  await fake.close()
  await rm(scratch, { recursive: true, force: true })
})

async function save(isRepeated: boolean) {
  const watch = { ...makeTimeline().timeline, signal: new AbortController().signal }
  await saveCache({ ...request, isRepeated }, host, watch)
  return { warnings: watch.warnings, keys: fake.keys() }
}

test('a pack that another job is saving is left to it, without a manifest that would name it in vain', async () => {
  expect(await save(false)).toEqual({ warnings: [], keys: [] })
})

test('a second attempt does not wait for a process that is gone: it saves under another key', async () => {
  const { warnings, keys } = await save(true)
  expect(warnings).toEqual([])
  expect(keys).toEqual([expect.stringContaining('-pack-'), expect.stringMatching(/^wheelcrew-1-beginning\./)])
  expect(keys).not.toContain(busy)
})
