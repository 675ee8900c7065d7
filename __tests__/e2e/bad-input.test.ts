import { access, chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { startFakeIndex } from '../helpers/fake-index.js'
import { makeWheel } from '../helpers/wheel-builder.js'

let scratch: Scratch
beforeEach(async () => {
  scratch = await makeScratch()
})
afterEach(async () => {
  expect(await storeIsTidy(scratch)).toBe(true)
  await scratch.remove()
})

const demo = makeWheel({ name: 'demo', version: '1.0' })
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** One message, a hint at most, no stack. */
function expectOneMessage({ stderr, stdout }: Output): void {
  expect(stderr.match(/^error:/gm)).toHaveLength(1)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stdout).toBe('')
}

describe('a run with bad input ends with one message and leaves no environment', () => {
  test('a file that does not exist', async () => {
    const output = await scratch.install('-r', 'absent.txt')
    expectOneMessage(output)
    expect(output.exitCode).toBe(2)
    expect(output.stderr).toContain('absent.txt')
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('a wheel with another hash: both hashes are shown, exit code 3', async () => {
    const wrong = '0'.repeat(64)
    await scratch.offer(demo)
    const lock = await scratch.write('pylock.toml', pylockOf([demo], { sha256: wrong }))
    const output = await scratch.install('-r', lock)
    expectOneMessage(output)
    expect(output.exitCode).toBe(3)
    expect(output.stderr).toContain(wrong)
    expect(output.stderr).toContain(demo.sha256)
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('no wheel for this platform: the tags that exist and those that were wanted', async () => {
    const other = makeWheel({ name: 'demo', version: '1.0', tag: 'cp27-cp27m-win32' })
    await scratch.offer(other)
    const output = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([other])))
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('cp27-cp27m-win32')
    expect(output.stderr).toMatch(/wanted one of `cp3/)
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('a download that stays truncated', async () => {
    const big = makeWheel({ name: 'demo', version: '1.0', files: { 'demo/data.bin': Buffer.alloc(100_000, 7) } })
    const faults = { [big.filename]: Array.from({ length: 9 }, () => 'truncate' as const) }
    const index = await startFakeIndex({ files: [big], faults })
    try {
      const lock = await scratch.write('pylock.toml', pylockOf([big], { url: index.fileUrl }))
      const output = await scratch.run(['install', '-r', lock, '--venv', scratch.venv, '--store', scratch.store])
      expectOneMessage(output)
      expect(output.exitCode).toBe(1)
      expect(output.stderr).toContain(big.filename)
      expect(await exists(scratch.venv)).toBe(false)
    } finally {
      await index.close()
    }
  })

  test('an index that cannot be reached', async () => {
    const index = await startFakeIndex({ files: [demo] })
    const lock = await scratch.write('pylock.toml', pylockOf([demo], { url: index.fileUrl }))
    await index.close()
    const output = await scratch.run(['install', '-r', lock, '--venv', scratch.venv, '--store', scratch.store])
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('127.0.0.1')
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('an interpreter that is not one', async () => {
    const fake = await scratch.write('not-python', '#!/bin/sh\necho I am a shell\n')
    await chmod(fake, 0o755)
    const lock = await scratch.write('pylock.toml', pylockOf([demo]))
    const output = await scratch.install('-r', lock, '--python', fake)
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('not-python')
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('a target that cannot be written', async () => {
    await scratch.offer(demo)
    const lock = await scratch.write('pylock.toml', pylockOf([demo]))
    const blocked = join(await scratch.write('blocked', 'a file'), 'venv')
    const output = await scratch.run([
      ...['install', '-r', lock, '--venv', blocked, '--store', scratch.store],
      ...['--find-links', scratch.wheels, '--no-index'],
    ])
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('blocked')
  })

  test('a lock for another Python', async () => {
    await scratch.offer(demo)
    const lock = await scratch.write('pylock.toml', pylockOf([demo], { head: 'requires-python = "<3"' }))
    const output = await scratch.install('-r', lock, '--python', 'python3')
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('<3')
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('a file that is no wheel', async () => {
    const bytes = Buffer.from('not a zip')
    await scratch.offer({ ...demo, bytes })
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const output = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([demo], { sha256 })))
    expectOneMessage(output)
    expect(output.exitCode).toBe(3)
    expect(output.stderr).toContain(demo.filename)
    expect(await exists(scratch.venv)).toBe(false)
  })

  test('a directory that is no environment stays as it was', async () => {
    await mkdir(scratch.venv)
    await writeFile(join(scratch.venv, 'mine.txt'), 'keep me')
    await scratch.offer(demo)
    const output = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([demo])))
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(await readdir(scratch.venv)).toEqual(['mine.txt'])
  })
})

describe('a failing run leaves an environment that was there as it was', () => {
  test('when a second wheel is refused', async () => {
    const bad = { ...makeWheel({ name: 'bad', version: '1.0' }), bytes: Buffer.from('not a zip') }
    await scratch.offer(demo, bad)
    const first = await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([demo])))
    expect(first).toMatchObject({ exitCode: 0 })
    const site = await sitePackages(scratch.venv)
    const before = (await readdir(site)).sort()
    const other = makeWheel({ name: 'other', version: '1.0' })
    await scratch.offer(other)
    const output = await scratch.install('-r', await scratch.write('pylock.two.toml', pylockOf([other, bad])))
    expect(output.exitCode).toBe(3)
    expect((await readdir(site)).sort()).toEqual(before)
  })

  test('when another version is there that something else manages', async () => {
    const newer = makeWheel({ name: 'demo', version: '2.0' })
    await scratch.offer(demo, newer)
    await scratch.install('-r', await scratch.write('pylock.toml', pylockOf([demo])))
    const distInfo = join(await sitePackages(scratch.venv), 'demo-1.0.dist-info')
    await writeFile(join(distInfo, 'INSTALLER'), 'conda\n')
    await rm(join(distInfo, 'RECORD'))
    const before = await readdir(await sitePackages(scratch.venv))
    const output = await scratch.install('-r', await scratch.write('pylock.two.toml', pylockOf([newer])))
    expectOneMessage(output)
    expect(output.exitCode).toBe(1)
    expect(output.stderr).toContain('conda')
    expect(await readdir(await sitePackages(scratch.venv))).toEqual(before)
  })
})

async function sitePackages(venv: string): Promise<string> {
  const [version = ''] = (await readdir(join(venv, 'lib'))).filter(name => name.startsWith('python'))
  return join(venv, 'lib', version, 'site-packages')
}
