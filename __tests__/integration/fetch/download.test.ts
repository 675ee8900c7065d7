import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient, type HttpClient } from '../../../src/fetch/client.js'
import { downloadFile } from '../../../src/fetch/download.js'
import { importFile } from '../../../src/fetch/verify.js'
import type { LockedFile } from '../../../src/plan/lock.js'
import { type FakeIndex, type Fault, startFakeIndex, withCredentials } from '../../helpers/fake-index.js'
import { recordingHost } from '../../helpers/recording-host.js'

const filename = 'pkg-1-py3-none-any.whl'
const bytes = Buffer.alloc(3_000_000, 'wheel bytes ')
const digest = (algorithm: string): string => createHash(algorithm).update(bytes).digest('hex')
const sha256 = digest('sha256')

let directory = ''
let index: FakeIndex | undefined
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-download-'))
})
afterEach(async () => {
  await index?.close()
  await rm(directory, { recursive: true })
})

type Served = { readonly file: LockedFile; readonly client: HttpClient; readonly destination: string }

async function serve(faults: readonly Fault[], locked: Partial<LockedFile> = {}): Promise<Served> {
  index = await startFakeIndex({ files: [{ filename, bytes }], faults: { [filename]: faults } })
  const { host } = recordingHost({ homeDirectory: directory })
  const settings = {
    indexUrl: index.url,
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    offline: false,
    requireHashes: false,
  }
  const client = createClient({ host, index: settings, stallTimeoutMs: 300, sleep: async () => {} })
  const file = {
    filename,
    url: index.fileUrl(filename),
    path: undefined,
    size: undefined,
    hashes: { sha256 },
    ...locked,
  }
  return { file, client, destination: join(directory, 'file') }
}

describe('downloadFile', () => {
  test('writes the file and says its digest and size', async () => {
    const { file, client, destination } = await serve([])
    expect(await downloadFile(file, destination, { client })).toEqual({ sha256, size: bytes.length })
    expect(bytes.equals(await readFile(destination))).toBe(true)
    expect(index?.requests[0]?.headers['accept-encoding']).toBe('identity')
  })

  test.each([
    ['truncated', 'truncate'],
    ['stalled', 'stall'],
    ['reset', 'reset'],
  ] as const)('starts again after a %s body, and counts its bytes once', async (_, fault) => {
    const { file, client, destination } = await serve([fault, fault])
    let counted = 0
    const onBytes = (count: number): void => {
      counted += count
    }
    expect(await downloadFile(file, destination, { client, onBytes })).toEqual({ sha256, size: bytes.length })
    expect(counted).toBe(bytes.length)
    expect(bytes.equals(await readFile(destination))).toBe(true)
  })

  test('refuses a file with a wrong hash with exit 3 and both hashes, and removes it', async () => {
    const { file, client, destination } = await serve(['wrong-bytes'], { size: 5 })
    const url = withCredentials(file.url ?? '', 'me', 's3cret-pa55')
    const failure = await downloadFile({ ...file, url }, destination, { client }).catch(error => error)
    expect(failure).toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3 })
    expect(failure.message).toMatch(new RegExp(`sha256 expected \`${sha256}\`, found \`[0-9a-f]{64}\``))
    expect(failure.message).toContain('3000000 bytes came, the lock says 5')
    expect(failure.message).toContain('me:***@')
    expect(existsSync(destination)).toBe(false)
    expect(index?.requests).toHaveLength(1)
  })

  test('takes a file of another size whose hash is right', async () => {
    const { file, client, destination } = await serve([], { size: 5 })
    expect((await downloadFile(file, destination, { client })).size).toBe(bytes.length)
  })

  test.each([
    ['sha512', digest('sha512')],
    ['blake2b', digest('blake2b512')],
    ['md5', digest('md5')],
    ['SHA384', digest('sha384').toUpperCase()],
  ])('checks %s', async (algorithm, value) => {
    const { file, client, destination } = await serve([], { hashes: { [algorithm]: value } })
    expect((await downloadFile(file, destination, { client })).sha256).toBe(sha256)
    await rm(destination)
    const wrong = { ...file, hashes: { sha256, [algorithm]: value.replace(/./, digit => (digit === '0' ? '1' : '0')) } }
    await expect(downloadFile(wrong, destination, { client })).rejects.toMatchObject({ code: 'HASH_MISMATCH' })
  })

  test('refuses a lock whose only digest it cannot check', async () => {
    const { file, client, destination } = await serve([], { hashes: { crc32: 'ab' } })
    await expect(downloadFile(file, destination, { client })).rejects.toMatchObject({ code: 'HASH_UNSUPPORTED' })
    expect(existsSync(destination)).toBe(false)
  })

  test('leaves nothing when the download fails or is aborted', async () => {
    const { file, client, destination } = await serve(Array(9).fill('truncate'))
    await expect(downloadFile(file, destination, { client })).rejects.toMatchObject({ code: 'DOWNLOAD_INCOMPLETE' })
    expect(existsSync(destination)).toBe(false)
    const controller = new AbortController()
    const onBytes = (): void => controller.abort(new Error('stop'))
    await expect(downloadFile(file, destination, { client, onBytes, signal: controller.signal })).rejects.toThrow(
      'stop',
    )
    expect(existsSync(destination)).toBe(false)
  })

  test('does not touch a file that is already there', async () => {
    const { file, client, destination } = await serve([])
    await writeFile(destination, 'mine')
    await expect(downloadFile(file, destination, { client })).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readFile(destination, 'utf8')).toBe('mine')
  })
})

describe('importFile', () => {
  const local = (facts: Partial<LockedFile>): LockedFile => ({
    filename,
    url: undefined,
    path: undefined,
    size: undefined,
    hashes: {},
    ...facts,
  })

  test('verifies a path or a file: URL where it lies', async () => {
    const path = join(directory, 'a wheel.whl')
    await writeFile(path, bytes)
    const expected = { path, sha256, size: bytes.length }
    expect(await importFile(local({ path, hashes: { sha256, md5: digest('md5') } }))).toEqual(expected)
    expect(await importFile(local({ url: pathToFileURL(path).href }))).toEqual(expected)
  })

  test('refuses a wrong hash with exit 3 and keeps the file', async () => {
    const path = join(directory, 'a.whl')
    await writeFile(path, bytes)
    const wrong = local({ path, hashes: { sha256: '0'.repeat(64) } })
    await expect(importFile(wrong)).rejects.toMatchObject({
      code: 'HASH_MISMATCH',
      exitCode: 3,
      message: `\`${path}\` is not the file of the lock: sha256 expected \`${'0'.repeat(64)}\`, found \`${sha256}\``,
    })
    expect(existsSync(path)).toBe(true)
  })

  test('names a file that is missing or a directory', async () => {
    for (const path of [join(directory, 'gone.whl'), directory]) {
      await expect(importFile(local({ path }))).rejects.toMatchObject({
        code: 'FILE_NOT_FOUND',
        exitCode: 1,
        message: expect.stringContaining(path),
      })
    }
  })
})
