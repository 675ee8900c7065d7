import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClient } from '../../src/fetch/client.js'
import { downloadFile } from '../../src/fetch/download.js'
import { blockBytes, openSink } from '../../src/fetch/sink.js'
import { type Fault, startFakeIndex } from '../helpers/fake-index.js'
import { recordingHost } from '../helpers/recording-host.js'

const filename = 'big-1-py3-none-any.whl'
const bytes = randomBytes(600_001)
const sha256 = createHash('sha256').update(bytes).digest('hex')
const locked = { filename, path: undefined, size: undefined, hashes: { sha256 } }

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-download-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true })
})

const faults = fc.constantFrom<Fault>(
  'none',
  'none',
  'none',
  'none',
  'reset',
  'truncate',
  'wrong-bytes',
  'redirect',
  'redirect-same-origin',
  'whole',
  'other-part',
  'other-total',
  'other-bytes',
  'shorter',
  'longer',
  'changed',
  'unnamed',
  'refused',
  { status: 403 },
  { status: 429 },
  { status: 503 },
)

test('a download gives the right bytes, each counted once, or an error and no file, whatever the server does', async () => {
  const settings = { extraIndexUrls: [], findLinks: [], noIndex: false, offline: false, requireHashes: false }
  const property = fc.asyncProperty(
    fc.array(faults, { maxLength: 40 }),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom('etag', 'last-modified', 'weak-etag', 'none'),
    async (wrong, connections, validator) => {
      const index = await startFakeIndex({ files: [{ filename, bytes }], faults: { [filename]: wrong }, validator })
      const { host } = recordingHost({ homeDirectory: directory })
      const sleep = async (): Promise<void> => {}
      const client = createClient({ host, index: { ...settings, indexUrl: index.url }, connections, sleep })
      const destination = join(directory, 'file')
      let counted = 0
      const onBytes = (count: number): void => {
        counted += count
      }
      try {
        const file = { ...locked, url: index.fileUrl(filename) }
        const found = await downloadFile(file, destination, { client, onBytes, parallelFrom: 100_000 })
        expect(found).toEqual({ sha256, size: bytes.length })
        expect(counted).toBe(bytes.length)
        expect(bytes.equals(await readFile(destination))).toBe(true)
      } catch (error) {
        expect(error).toMatchObject({ name: 'UserError' })
        expect(existsSync(destination)).toBe(false)
      } finally {
        await rm(destination, { force: true })
        await index.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 60 })
}, 120_000)

test('a sink has the digest of its file, in whatever order the blocks come', async () => {
  const content = randomBytes(3 * blockBytes + 17)
  const digest = createHash('sha256').update(content).digest('hex')
  const property = fc.asyncProperty(
    fc.array(fc.integer({ min: 1, max: content.length - 1 }), { minLength: 4, maxLength: 12 }),
    fc.func(fc.nat()),
    fc.boolean(),
    async (cuts, rank, isParallel) => {
      const limits = [0, blockBytes, 2 * blockBytes, 3 * blockBytes, ...cuts, content.length]
      const ordered = [...new Set(limits)].sort((a, b) => a - b)
      const blocks = ordered.slice(0, -1).map((start, place) => ({ start, end: ordered[place + 1] ?? start }))
      const shuffled = blocks.toSorted((a, b) => rank(a.start) - rank(b.start))
      const path = join(directory, 'sink')
      const sink = await openSink({ ...locked, url: undefined, hashes: { sha256: digest } }, path)
      const write = ({ start, end }: { start: number; end: number }) => sink.write(content.subarray(start, end), start)
      if (isParallel) await Promise.all(shuffled.map(write))
      else for (const block of shuffled) await write(block)
      expect(sink.finish()).toEqual({ sha256: digest, mismatch: undefined })
      await sink.close()
      expect(content.equals(await readFile(path))).toBe(true)
      await rm(path)
    },
  )
  await fc.assert(property, { numRuns: 40 })
})
