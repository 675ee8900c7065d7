import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, pylockOf, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { readTree } from '../helpers/tree.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const wheels = ['alpha', 'beta'].map(name =>
  makeWheel({ name, version: '1.0', files: { [`${name}/__init__.py`]: `NAME = '${name}'\n` } }),
)
const gamma = makeWheel({ name: 'gamma', version: '1.0' })

let scratch: Scratch
let lock = ''
beforeEach(async () => {
  scratch = await makeScratch()
  await scratch.offer(...wheels, gamma)
  lock = await scratch.write('pylock.toml', pylockOf(wheels))
})
afterEach(async () => {
  expect(await storeIsTidy(scratch)).toBe(true)
  await scratch.remove()
})

type Places = { readonly store?: string; readonly file?: string; readonly offered?: boolean }

/** Runs a command with the cache of the scratch directory; another store is another machine. */
function run(command: string, { store = 'store', file = lock, offered = true }: Places, ...args: readonly string[]) {
  const links = offered ? ['--find-links', scratch.wheels] : []
  const cache = ['--cache-backend', pathToFileURL(join(scratch.directory, 'cache')).href]
  const places = ['--store', join(scratch.directory, store), '--venv', scratch.venv, ...links, '--no-index']
  return scratch.run([command, '-r', file, ...places, ...cache, ...args])
}

async function succeed(output: Promise<Output>): Promise<Output> {
  const { exitCode, stderr } = await output
  expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
  return output
}

const entries = async () => {
  const names = await readdir(join(scratch.directory, 'cache')).catch(() => [])
  return names.filter(name => name.endsWith('.entry')).length
}

describe('warm, then restore', () => {
  test('bring wheels and bytecode to a machine without index, where install makes the same environment', async () => {
    await succeed(run('warm', {}))
    expect(existsSync(scratch.venv)).toBe(false)
    expect(await entries()).toBe(2)
    const { stderr } = await succeed(run('restore', { store: 'other', offered: false }))
    expect(stderr).toContain(join(scratch.directory, 'other'))
    expect(existsSync(scratch.venv)).toBe(false)
    const { stdout } = await succeed(
      run('install', { store: 'other', offered: false }, '--json', '--restore-cache=false'),
    )
    const { wheels: reported, stages } = JSON.parse(stdout)
    expect(reported.map(({ source }: { source: string }) => source)).toEqual(['store', 'store'])
    expect(stages.map(({ stage }: { stage: string }) => stage)).not.toContain('compile')
    const restored = await readTree(scratch.venv)
    await rm(scratch.venv, { recursive: true })
    await succeed(run('install', { store: 'third' }, '--cache-backend', 'none'))
    expect(restored).toEqual(await readTree(scratch.venv))
  })

  test('with another lock restores what is there, and names what is missing', async () => {
    await succeed(run('warm', {}))
    const file = await scratch.write('pylock.more.toml', pylockOf([...wheels, gamma]))
    const { stderr } = await succeed(run('restore', { store: 'other', file, offered: false }))
    expect(stderr).toContain('the store has no wheel of `gamma`')
    expect(stderr).toContain('with other inputs: `pylock.toml → pylock.more.toml`: gamma none → 1.0')
    expect(await readdir(join(scratch.directory, 'other', 'v1', 'wheels'))).toHaveLength(2)
  })
})

describe('save', () => {
  test('moves what the store holds to the cache, and fetches nothing', async () => {
    await succeed(run('install', {}, '--cache-backend', 'none'))
    await succeed(run('save', { offered: false }))
    expect(await entries()).toBe(2)
    await succeed(run('save', { offered: false }))
    expect(await entries()).toBe(2)
  })

  test('has nothing to save where the store is empty', async () => {
    const { stderr } = await succeed(run('save', { offered: false }))
    expect(stderr).toContain('the store has no wheel of `alpha`, `beta`')
    expect(await entries()).toBe(0)
  })
})

test('what is no project is refused as an editable, in the words of an installation', async () => {
  await mkdir(join(scratch.directory, 'tree'))
  const { exitCode, stderr } = await run('warm', {}, '-e', join(scratch.directory, 'tree'))
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('is no Python project'),
  })
})
