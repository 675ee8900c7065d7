/** What the lock of a run teaches its client: downloads use the credentials of the indexes that the inputs name. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { downloadFile } from '../../../src/fetch/download.js'
import type { CacheSession } from '../../../src/pipeline/cache.js'
import { obtainLock } from '../../../src/pipeline/lock.js'
import { openRun } from '../../../src/pipeline/run.js'
import { findInputs } from '../../../src/resolve/inputs.js'
import { readRunInputs, realmsOf } from '../../../src/resolve/run-inputs.js'
import type { Settings } from '../../../src/settings.js'
import { openStore } from '../../../src/store/store.js'
import { type FakeIndex, startFakeIndex, withCredentials } from '../../helpers/fake-index.js'
import { failureOf, makeEntry, makeFile, makeIndex, makeInterpreter, makeLock } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'
import { makeWheel } from '../../helpers/wheel-builder.js'

const a = makeWheel({ name: 'a', version: '1.0' })
const auth = { username: 'reader', password: 'hunter2' }

let directory: string
let index: FakeIndex
beforeEach(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-lock-')))
  index = await startFakeIndex({ files: [a], auth })
})
afterEach(async () => {
  await index.close()
  await rm(directory, { recursive: true })
})

const write = (name: string, text: string) => writeFile(join(directory, name), text)

/** Obtains the lock and downloads its first wheel; returns how the lock was obtained. */
async function fetchFirst(facts: Partial<Settings>, env: Record<string, string> = {}) {
  const { host } = recordingHost({ env, homeDirectory: directory })
  const settings = makeSettings(directory, { index: makeIndex({ indexUrl: 'http://127.0.0.1:9/simple' }), ...facts })
  const store = await openStore(join(directory, 'store'))
  const watch = { ...makeTimeline().timeline, signal: new AbortController().signal }
  const located = { directory: store.root, store, linkMode: 'hardlink', reason: '' } as const
  const inputs = await readRunInputs(await findInputs(settings), { settings, host })
  const run = openRun(settings, host, { watch, located, realms: realmsOf(inputs) })
  const session = { open: undefined, reason: '' }
  const obtained = await obtainLock(inputs, { interpreter: makeInterpreter(), session }, run)
  const [wheel] = obtained.lock.distributions.flatMap(({ wheels }) => wheels)
  if (wheel === undefined) throw new Error('no wheel was locked')
  const destination = await mkdtemp(join(directory, 'download-'))
  const { sha256 } = await downloadFile(wheel, join(destination, wheel.filename), { client: run.client })
  expect(sha256).toBe(a.sha256)
  return { how: watch.decisions[0]?.choice, index: inputs.set.index }
}

describe('the lock of the cache', () => {
  const tree = { kind: 'directory', path: 'member', isEditable: true } as const
  const lock = makeLock([makeEntry('a'), makeEntry('member', { wheels: [], source: tree })], {
    source: '/there/uv.lock',
  })

  async function obtain(facts: Partial<Settings> = {}, interpreter = makeInterpreter(), cached = lock) {
    const { host } = recordingHost({ homeDirectory: directory })
    const index = makeIndex({ noIndex: true })
    const settings = makeSettings(directory, { requirements: ['project/uv.lock'], index, ...facts })
    const store = await openStore(join(directory, 'store'))
    const watch = { ...makeTimeline().timeline, signal: new AbortController().signal }
    const located = { directory: store.root, store, linkMode: 'hardlink', reason: '' } as const
    const inputs = await readRunInputs(await findInputs(settings), { settings, host })
    const run = openRun(settings, host, { watch, located, realms: realmsOf(inputs) })
    const open = { planDigest: 'same', manifest: { planDigest: 'same', lock: cached } }
    const session = { open, reason: '' } as unknown as CacheSession
    const obtained = await obtainLock(inputs, { interpreter, session }, run)
    return { ...obtained, how: watch.decisions[0]?.choice }
  }

  test('names the source trees that lie here, and goes on as it came', async () => {
    await mkdir(join(directory, 'project/member'), { recursive: true })
    await write('project/uv.lock', '')
    const { how, lock: here, portable } = await obtain()
    expect(how).toBe('restored')
    expect(here.source).toBe('project/uv.lock')
    expect(here.distributions[1]?.source).toEqual({ ...tree, path: join(directory, 'project/member') })
    expect(portable.distributions).toEqual(lock.distributions)
  })

  test('that names a source tree which does not lie here is not taken', async () => {
    await mkdir(join(directory, 'project'))
    await write('project/uv.lock', '')
    expect(await failureOf(() => obtain())).toMatchObject({ code: 'RESOLVER_NOT_FOUND' })
  })

  test.each([
    ['has no wheel for', makeEntry('a', { wheels: [makeFile('a-1.0-cp311-cp311-manylinux_2_39_x86_64.whl')] })],
    ['names a distribution that refuses', makeEntry('a', { requiresPython: '>=3.11.8' })],
  ])('that %s this interpreter is not taken', async (_, entry) => {
    await mkdir(join(directory, 'project'))
    await write('project/uv.lock', '')
    const cached = makeLock([entry])
    expect(await failureOf(() => obtain({}, makeInterpreter(), cached))).toMatchObject({ code: 'RESOLVER_NOT_FOUND' })
    const newer = makeInterpreter({
      tags: ['cp311-cp311-manylinux_2_39_x86_64', 'py3-none-any'],
      markers: { ...makeInterpreter().markers, python_full_version: '3.11.9' },
    })
    expect((await obtain({}, newer, cached)).how).toBe('restored')
  })

  test('is not taken where the inputs have the credentials that it lacks', async () => {
    const file = 'files.example/a-1.0-py3-none-any.whl'
    const cached = makeLock([makeEntry('a')])
    await write('requirements.txt', `a @ https://reader:hunter2@${file}`)
    const facts = { requirements: ['requirements.txt'] }
    expect(await failureOf(() => obtain(facts, makeInterpreter(), cached))).toMatchObject({
      code: 'RESOLVER_NOT_FOUND',
    })
    await write('requirements.txt', `a @ https://${file}`)
    expect((await obtain(facts, makeInterpreter(), cached)).how).toBe('restored')
  })

  test('is saved without the places where this machine has its wheels', async () => {
    await mkdir(join(directory, 'project/member'), { recursive: true })
    await write('project/uv.lock', '')
    await mkdir(join(directory, 'wheels'))
    await write('wheels/a-1.0-py3-none-any.whl', '')
    const { lock: here, portable } = await obtain({ index: makeIndex({ noIndex: true, findLinks: ['wheels'] }) })
    expect(here.distributions[0]?.wheels[0]?.path).toBe(join(directory, 'wheels/a-1.0-py3-none-any.whl'))
    expect(portable.distributions).toEqual(lock.distributions)
  })
})

describe('credentials of an index', () => {
  test.each([
    ['-i', (address: string) => `-i ${address}`],
    ['--extra-index-url', (address: string) => `--extra-index-url ${address}`],
    ['--find-links', (address: string) => `--no-index\n--find-links ${address}a/`],
  ])('that a file names by %s serve the download, of a stored lock too', async (_, option) => {
    const variable = ['$', '{PASSWORD}'].join('')
    const address = withCredentials(index.url, auth.username, 'PASSWORD').replace(':PASSWORD@', `:${variable}@`)
    await write('requirements.txt', `${option(address)}\na==1.0\n`)
    const settings = { noDeps: true, requirements: ['requirements.txt'] }
    const env = { PASSWORD: auth.password }
    const first = await fetchFirst(settings, env)
    expect(first.how).toBe('pins')
    expect(JSON.stringify(first.index)).toContain(withCredentials(index.url, auth.username, auth.password))
    expect((await fetchFirst(settings, env)).how).toBe('stored')
  })

  test("that uv's configuration names serve the download of a lock", async () => {
    const wheels = `[{ url = "${index.fileUrl(a.filename)}", hashes = { sha256 = "${a.sha256}" } }]`
    await mkdir(join(directory, 'locked'))
    await write('locked/pyproject.toml', `[[tool.uv.index]]\nname = "corp"\nurl = "${index.url}"\n`)
    await write(
      'locked/pylock.toml',
      `lock-version = "1.0"\ncreated-by = "test"\n[[packages]]\nname = "a"\nversion = "1.0"\nwheels = ${wheels}\n`,
    )
    const env = { UV_INDEX_CORP_USERNAME: auth.username, UV_INDEX_CORP_PASSWORD: auth.password }
    expect((await fetchFirst({ requirements: ['locked/pylock.toml'] }, env)).how).toBe('read')
  })
})

describe('a hash that the index does not know', () => {
  test('is checked when the wheel is downloaded', async () => {
    const address = withCredentials(index.url, auth.username, auth.password)
    const right = createHash('sha512').update(a.bytes).digest('hex')
    const settings = { noDeps: true, requirements: ['requirements.txt'], index: makeIndex({ indexUrl: address }) }
    await write('requirements.txt', `a==1.0 --hash=sha512:${'00'.repeat(64)} --hash=sha512:${right}\n`)
    expect((await fetchFirst(settings)).how).toBe('pins')
    await write('requirements.txt', `a==1.0 --hash=sha512:${'00'.repeat(64)}\n`)
    await expect(fetchFirst(settings)).rejects.toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3 })
  })
})
