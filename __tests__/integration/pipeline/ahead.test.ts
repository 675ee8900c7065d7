import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { beginAhead } from '../../../src/pipeline/ahead.js'
import { findInputs } from '../../../src/resolve/inputs.js'
import type { Settings } from '../../../src/settings.js'
import { openStore } from '../../../src/store/store.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeSettings } from '../../helpers/settings.js'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-ahead-'))
  await writeFile(join(directory, 'pylock.toml'), 'lock-version = "1.0"\ncreated-by = "us"\npackages = []\n')
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** A machine whose `mount` fails after it has told that it was called. */
async function begin(facts: Partial<Settings>) {
  const bin = join(directory, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'mount'), `#!/bin/sh\necho >> '${directory}/calls'\nexit 1\n`)
  await writeFile(join(bin, 'sudo'), '#!/bin/sh\nshift\nexec "$@"\n')
  for (const name of ['mount', 'sudo']) await chmod(join(bin, name), 0o755)
  const env = { PATH: [bin, process.env.PATH].join(delimiter) }
  const { host } = recordingHost({ env, platform: { os: 'linux', arch: 'x64' } })
  const settings = makeSettings(directory, facts)
  const store = await openStore(join(directory, 'store'))
  return { ahead: beginAhead(await findInputs(settings), store, { settings, host }), store }
}

const calls = () => readFile(join(directory, 'calls'), 'utf8').catch(() => '')

describe('what a run begins ahead', () => {
  test('is a trial of mounting where images are asked for, made once and settled with nothing left behind', async () => {
    const { ahead, store } = await begin({ linkMode: 'image' })
    await ahead.settle()
    const tried = await calls()
    expect(tried).not.toBe('')
    expect(await ahead.mounting()).toHaveProperty('lacks')
    expect(await calls()).toBe(tried)
    expect(await readdir(join(store.root, 'mounts'))).toEqual([])
  })

  test.each<readonly [string, Partial<Settings>]>([
    ['links are asked for', {}],
    ['the environment is there', { linkMode: 'image', environment: { kind: 'venv', path: '/' } }],
    ['no environment is made', { linkMode: 'image', mode: 'restore' }],
    ['it is an interpreter', { linkMode: 'image', environment: { kind: 'system' } }],
  ])('is none where %s', async (_, facts) => {
    const { ahead } = await begin(facts)
    await ahead.settle()
    expect(await calls()).toBe('')
  })

  test('is the lock, read once while an interpreter answers; else it is read when it is asked for', async () => {
    const { ahead } = await begin({})
    ahead.meanwhile()
    ahead.meanwhile()
    const named = await ahead.inputs()
    expect(await ahead.inputs()).toBe(named)
    expect(named.pylock()).toBe(named.pylock())
    expect(named.pylock()?.distributions).toEqual([])
    const { ahead: later } = await begin({})
    expect((await later.inputs()).pylock()?.distributions).toEqual([])
  })

  test('tells of a damaged lock whoever asks for it, and nobody else', async () => {
    await writeFile(join(directory, 'pylock.toml'), 'packages = 1')
    const { ahead } = await begin({})
    ahead.meanwhile()
    await ahead.settle()
    await expect(ahead.inputs()).rejects.toMatchObject({ code: 'LOCK_INVALID' })
  })
})
