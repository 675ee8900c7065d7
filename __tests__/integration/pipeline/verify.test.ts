import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { digestFile } from '../../../src/install/digest.js'
import { findStores } from '../../../src/pipeline/find-stores.js'
import { type Digest, verifyEnvironment, verifyStore } from '../../../src/pipeline/verify.js'
import { sourceMtime } from '../../../src/store/note.js'
import { filesOf, openStore, readWheelNote, type Store, wheelDirectory } from '../../../src/store/store.js'
import { formatRecord, recordHash } from '../../../src/wheel/record.js'
import { failureOf } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-verify-'))
  store = await openStore(join(scratch, 'store'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

const digest: Digest = async path => digestFile(path)

describe('a store', () => {
  test('that is as it was made has no difference', async () => {
    const wheel = await storeWheel(store, 'alpha', { 'alpha.py': 'A = 1\n', 'run.sh': 'x' })
    await storeBytecode(store, wheel, { 'alpha.pyc': 'pyc' })
    expect(await verifyStore(store, digest)).toEqual({ files: 3, bytes: 10, differences: [], removed: [] })
  })

  test('has each file named that differs, even where size and time are right, and loses the wheels', async () => {
    const wheel = await storeWheel(store, 'alpha', {
      'a.py': 'A = 1\n',
      'b.py': 'B',
      'c.sh': 'x',
      'd.py': '',
      'e.py': '',
    })
    const other = await storeWheel(store, 'beta', { 'beta.py': 'B' })
    const files = filesOf(wheelDirectory(store, wheel.sha256))
    const time = sourceMtime(wheel.files[0]?.sha256 ?? '')
    await writeFile(join(files, 'a.py'), 'A = 2\n')
    await utimes(join(files, 'a.py'), time, time)
    await rm(join(files, 'b.py'))
    await chmod(join(files, 'c.sh'), 0o644)
    await utimes(join(files, 'd.py'), 1, 1)
    const { files: count, differences, removed } = await verifyStore(store, digest)
    expect(count).toBe(6)
    expect(differences).toEqual([
      { path: join(files, 'a.py'), reason: 'has another digest' },
      { path: join(files, 'b.py'), reason: 'is gone' },
      { path: join(files, 'c.sh'), reason: 'has another time or mode than it was given' },
      { path: join(files, 'd.py'), reason: 'has another time or mode than it was given' },
    ])
    expect(removed).toEqual(['alpha 1.0'])
    expect(await readWheelNote(store, wheel.sha256)).toBeUndefined()
    expect(await readWheelNote(store, other.sha256)).toEqual(other)
  })

  test('with a damaged note loses that entry', async () => {
    const wheel = await storeWheel(store, 'alpha', { 'a.py': '' })
    const note = join(wheelDirectory(store, wheel.sha256), 'note.json')
    await writeFile(note, '{')
    expect((await verifyStore(store, digest)).differences).toEqual([{ path: note, reason: 'is damaged' }])
    expect((await verifyStore(store, digest)).files).toBe(0)
  })

  test('is found by name or where runs look, and never made', async () => {
    const { host } = recordingHost({ env: { RUNNER_TOOL_CACHE: join(scratch, 'tools') }, homeDirectory: scratch })
    expect(await findStores('', host)).toEqual([])
    await openStore(join(scratch, 'tools', 'wheelcrew'))
    expect((await findStores('', host)).map(({ directory }) => directory)).toEqual([
      join(scratch, 'tools', 'wheelcrew'),
    ])
    expect(await findStores(join(scratch, 'store'), host)).toHaveLength(1)
    const missing = join(scratch, 'missing')
    expect(await failureOf(() => findStores(missing, host))).toMatchObject({ code: 'STORE_NOT_FOUND', exitCode: 2 })
    await expect(readFile(missing)).rejects.toThrow('ENOENT')
  })
})

describe('an environment', () => {
  const sha256Of = (text: string) => recordHash(hex('sha256', text))

  async function install(
    site: string,
    files: Readonly<Record<string, string>>,
    hashes: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(site, path)), { recursive: true })
      await writeFile(join(site, path), text)
    }
    const rows = Object.keys(files).map(path => ({
      path,
      hash: hashes[path] ?? sha256Of(files[path] ?? ''),
      size: undefined,
    }))
    const own = { path: 'demo-1.0.dist-info/RECORD', hash: '', size: undefined }
    await writeFile(join(site, own.path), formatRecord([...rows, own]))
  }

  test.each([['lib/python3.11/site-packages'], ['Lib/site-packages'], ['.']])(
    'with its distributions in %s has each file named that differs from RECORD',
    async library => {
      const root = join(scratch, 'venv')
      const site = join(root, library)
      const blake = `blake2b=${Buffer.from(hex('blake2b512', 'B'), 'hex').toString('base64url')}`
      await install(
        site,
        {
          'demo.py': 'A',
          'other.py': 'B',
          'gone.py': '',
          'any.py': 'x',
          'demo-1.0.dist-info/METADATA': 'Name: demo\n',
        },
        { 'other.py': blake, 'any.py': 'md5=AAAA' },
      )
      expect(await verifyEnvironment(root, digest)).toMatchObject({ files: 5, differences: [] })
      await writeFile(join(site, 'demo.py'), 'a')
      await writeFile(join(site, 'other.py'), 'b')
      await rm(join(site, 'gone.py'))
      expect((await verifyEnvironment(root, digest)).differences).toEqual([
        { path: join(site, 'demo.py'), reason: 'has another digest' },
        { path: join(site, 'gone.py'), reason: 'is gone' },
        { path: join(site, 'other.py'), reason: 'has another digest' },
      ])
    },
  )

  test('that is not there is named', async () => {
    const missing = join(scratch, 'missing')
    expect(await failureOf(() => verifyEnvironment(missing, digest))).toMatchObject({
      code: 'ENVIRONMENT_NOT_FOUND',
      exitCode: 2,
    })
  })
})

function hex(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}
