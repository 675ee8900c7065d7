import { createHash } from 'node:crypto'
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const wheels = ['alpha', 'beta', 'gamma'].map(name =>
  makeWheel({
    name,
    version: '1.0',
    files: { [`${name}/__init__.py`]: `NAME = '${name}'\n`, [`${name}/data.txt`]: name.repeat(500) },
  }),
)

let scratch: Scratch
let lock = ''
let cache = ''

beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(...wheels)
  lock = await scratch.write('pylock.toml', pylockOf(wheels))
  cache = join(scratch.directory, 'cache')
})

afterEach(async () => {
  expect(await storeIsTidy(scratch)).toBe(true)
  await scratch.remove()
})

const entries = async () => (await readdir(cache)).filter(name => name.endsWith('.entry')).sort()

/** Runs on a machine that has nothing but the cache and, for what it does not give, the wheels. */
async function installFresh(...args: readonly string[]) {
  await rm(scratch.venv, { recursive: true, force: true })
  await rm(scratch.store, { recursive: true, force: true })
  return scratch.install('-r', lock, '--cache-backend', pathToFileURL(cache).href, ...args)
}

/** Every file of the environment with its digest, but for what python itself made. */
async function tree(): Promise<readonly string[]> {
  const names = (await readdir(scratch.venv, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const lines = names.map(async ({ parentPath, name }) => {
    const bytes = await readFile(join(parentPath, name))
    return `${join(parentPath, name)} ${createHash('sha256').update(bytes).digest('hex')}`
  })
  return (await Promise.all(lines)).sort()
}

describe('ten jobs that save the same revision at once', () => {
  test('leave one manifest and its packs, and none of them fails or warns', async () => {
    const jobs = Array.from({ length: 10 }, (_, index) =>
      scratch.run([
        ...['warm', '-r', lock, '--no-index', '--find-links', scratch.wheels, '--no-color'],
        ...['--cache-backend', pathToFileURL(cache).href, '--store', join(scratch.directory, `store-${index}`)],
      ]),
    )
    for (const { exitCode, stderr } of await Promise.all(jobs)) {
      expect(stderr).not.toMatch(/warning|error/)
      expect(exitCode).toBe(0)
    }
    expect(await entries()).toHaveLength(2)
    expect((await readdir(cache)).filter(name => name.endsWith('.tmp'))).toEqual([])
    const { exitCode, stderr } = await installFresh()
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('cache: hit')])
  }, 120_000)
})

describe('a stored object that is damaged', () => {
  const damages = [
    ['cut to nothing', 0, undefined],
    ['cut in the middle', 0.5, undefined],
    ['cut by its last byte', 1, undefined],
    ['changed in its first byte', undefined, 0],
    ['changed early', undefined, 0.1],
    ['changed in the middle', undefined, 0.5],
    ['changed in its last byte', undefined, 1],
  ] as const

  test.each(['manifest', 'pack'])(
    'costs a warning or a miss, and the environment is the same: its %s',
    async kind => {
      expect((await installFresh()).exitCode).toBe(0)
      const whole = await tree()
      const saved = `${cache}-saved`
      await cp(cache, saved, { recursive: true })
      for (const [what, cut, flip] of damages) {
        await rm(cache, { recursive: true })
        await cp(saved, cache, { recursive: true })
        const name = (await entries()).find(entry => entry.includes('-pack-') === (kind === 'pack')) ?? ''
        await damage(join(cache, name), cut, flip)
        const { exitCode, stderr } = await installFresh('--save-cache=false')
        expect([what, exitCode, stderr]).toEqual([what, 0, expect.stringMatching(/warning|is damaged|cache: miss/)])
        expect([what, await tree()]).toEqual([what, whole])
      }
    },
    120_000,
  )

  test('is made anew by the next save that meets it, so that later jobs restore everything', async () => {
    const revision = (name: string) => installFresh('--cache-revision', name)
    expect((await revision('1')).exitCode).toBe(0)
    const pack = (await entries()).find(name => name.includes('-pack-')) ?? ''
    await damage(join(cache, pack), undefined, 0.9)
    expect(await revision('2')).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/is damaged[\s\S]*cache: partial/),
    })
    const third = await revision('3')
    expect(third).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('cache: hit') })
    expect(third.stderr).not.toContain('warning')
  }, 60_000)

  async function damage(path: string, cut: number | undefined, flip: number | undefined): Promise<void> {
    const bytes = await readFile(path)
    const last = bytes.length - 1
    if (cut !== undefined) return truncate(path, Math.floor(cut * last))
    const at = Math.floor((flip ?? 0) * last)
    bytes[at] = (bytes[at] ?? 0) ^ 0x20
    await writeFile(path, bytes)
  }
})
