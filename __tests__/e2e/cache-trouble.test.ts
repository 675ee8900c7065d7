import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const demo = makeWheel({ name: 'demo', version: '1.0' })

let scratch: Scratch
let lock = ''
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(demo)
  lock = await scratch.write('pylock.toml', pylockOf([demo]))
})
afterEach(async () => {
  expect(await storeIsTidy(scratch)).toBe(true)
  await scratch.remove()
})

/** The environment is whole, the reader was warned of the backend, and nobody was told of a failure. */
async function expectTroubleOnly(backend: string, ...args: readonly string[]): Promise<void> {
  const report = join(scratch.directory, 'report.json')
  const output = await scratch.install('-r', lock, '--cache-backend', backend, '--report', report, ...args)
  expect(output).toMatchObject({ exitCode: 0, stdout: '' })
  const warnings = output.stderr.match(/^warning: .*$/gm) ?? []
  expect(warnings.length).toBeGreaterThan(0)
  for (const warning of warnings) expect(warning).toContain(`cache \`${backend}\``)
  expect(output.stderr).not.toMatch(/^error:|^\s+at /m)
  const paths = await readdir(scratch.venv, { recursive: true })
  expect(paths).toContainEqual(expect.stringMatching(/demo-1\.0\.dist-info.RECORD$/))
  expect(JSON.parse(await readFile(report, 'utf8')).cache).toMatchObject({ outcome: 'miss' })
}

describe('a cache that cannot be used costs a warning and nothing else', () => {
  test.each([
    ['read and written', []],
    ['only read', ['--save-cache=false']],
    ['only written', ['--restore-cache=false']],
  ])('where its directory lies below what is no directory: %s', async (_, args) => {
    await expectTroubleOnly('file:///dev/null/cache', ...args)
  })

  test('where a file lies in place of its directory', async () => {
    const file = await scratch.write('cache', 'a file')
    await expectTroubleOnly(pathToFileURL(file).href)
    expect(await readFile(file, 'utf8')).toBe('a file')
  })
})
