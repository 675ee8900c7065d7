import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readResult, writeResult } from '../../../src/action/upload-result.js'

let directory: string
let path: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-result-'))
  path = join(directory, 'result.json')
})

afterEach(() => rm(directory, { recursive: true }))

const result = { bytes: 3, startedAt: 10, endedAt: 20, log: 'warning: one\nwarning: two\n' }

describe('the result of the uploader', () => {
  test('is read as it was written', async () => {
    await writeResult(directory, result)
    expect(await readResult(directory)).toEqual(result)
  })

  test('is none before it is written', async () => {
    expect(await readResult(directory)).toBeUndefined()
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    JSON.stringify({ ...result, bytes: '3' }),
    JSON.stringify({ ...result, bytes: -1 }),
    JSON.stringify({ ...result, bytes: 1e300 }),
    JSON.stringify({ ...result, startedAt: 30 }),
    JSON.stringify({ ...result, log: ['x'] }),
  ])('is none when a later step wrote %j', async text => {
    await writeFile(path, text)
    expect(await readResult(directory)).toBeUndefined()
  })

  test('is none when a later step put something else there', async () => {
    await mkdir(path)
    expect(await readResult(directory)).toBeUndefined()
    await rm(path, { recursive: true })
    await symlink('/dev/zero', path)
    expect(await readResult(directory)).toBeUndefined()
    await rm(path)
    await writeFile(path, '')
    await truncate(path, 2 ** 40)
    expect(await readResult(directory)).toBeUndefined()
  })

  const testOnUnix = process.platform === 'win32' ? test.skip : test
  testOnUnix('is none when a later step put a named pipe there, which nobody writes to', async () => {
    execFileSync('mkfifo', [path])
    expect(await readResult(directory)).toBeUndefined()
  })

  test('has a log of limited length without control characters, whoever wrote it', async () => {
    const log = fc.string({ unit: 'binary', maxLength: 100 })
    await fc.assert(
      fc.asyncProperty(log, async text => {
        await writeFile(path, JSON.stringify({ ...result, log: text.repeat(2000) }))
        const read = await readResult(directory)
        expect(read?.log.length).toBeLessThanOrEqual(65_536)
        expect(read?.log).not.toMatch(/(?!\n)\p{C}/u)
      }),
      { numRuns: 30 },
    )
  })
})
