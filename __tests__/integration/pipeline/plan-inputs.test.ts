/** The inputs of a run as the cache key sees them, from files as a user writes them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { planDigest } from '../../../src/cache/key.js'
import { describeInputs } from '../../../src/pipeline/plan-inputs.js'
import { openRun } from '../../../src/pipeline/run.js'
import { findInputs } from '../../../src/resolve/inputs.js'
import { resolveLock } from '../../../src/resolve/resolve.js'
import { type RunInputs, readRunInputs, realmsOf } from '../../../src/resolve/run-inputs.js'
import { openStore } from '../../../src/store/store.js'
import { failureOf, makeInterpreter } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeTimeline } from '../../helpers/report.js'
import { makeSettings } from '../../helpers/settings.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-plan-inputs-'))
})
afterEach(() => rm(directory, { recursive: true }))

const interpreter = makeInterpreter()
const write = (name: string, text: string) => writeFile(join(directory, name), text)

async function open() {
  const { host } = recordingHost({ homeDirectory: directory })
  const settings = makeSettings(directory)
  const store = await openStore(join(directory, 'store'))
  const watch = { ...makeTimeline().timeline, signal: new AbortController().signal }
  const located = { directory: store.root, store, linkMode: 'hardlink', reason: '' } as const
  const inputs = await readRunInputs(await findInputs(settings), { settings, host })
  return { inputs, run: openRun(settings, host, { watch, located, realms: realmsOf(inputs) }) }
}

async function digestOf(change: (inputs: RunInputs) => RunInputs = inputs => inputs): Promise<string> {
  const { inputs, run } = await open()
  return planDigest(await describeInputs(change(inputs), interpreter, run))
}

describe('the digest of requirements', () => {
  test.each(['--pre', '--only-binary a', '--no-binary=a', '--prefer-binary'])(
    'counts %s, in included files too',
    async option => {
      await write('requirements.txt', 'a>=1')
      const before = await digestOf()
      await write('requirements.txt', `# why\n${option}\na>=1`)
      expect(await digestOf()).not.toBe(before)
      await write('more.txt', option)
      await write('requirements.txt', 'a>=1\n-r more.txt')
      expect(await digestOf()).not.toBe(before)
      await write('more.txt', '')
      expect(await digestOf()).toBe(before)
    },
  )
})

test('what is empty is no input: an empty configuration counts as none', async () => {
  await write('requirements.txt', 'a>=1')
  const before = await digestOf()
  await write('uv.toml', '')
  expect(await digestOf(withTexts({ UV_RESOLUTION: '' }))).toBe(before)
  expect(await digestOf(withTexts({ UV_RESOLUTION: 'lowest' }))).not.toBe(before)
})

const withTexts =
  (texts: Readonly<Record<string, string>>) =>
  (inputs: RunInputs): RunInputs => ({
    ...inputs,
    configuration: { ...inputs.configuration, texts: { ...inputs.configuration.texts, ...texts } },
  })

describe('a pylock.toml', () => {
  const lock = 'lock-version = "1.0"\ncreated-by = "test"\npackages = []\n'
  const unreadable = (inputs: RunInputs): RunInputs => ({
    ...inputs,
    files: inputs.files.map(file => ({ ...file, text: '= no TOML' })),
  })

  test('is parsed once for the key and for the run', async () => {
    await write('pylock.toml', lock)
    const { inputs, run } = await open()
    expect(inputs.pylockDocument()).toBe(inputs.pylockDocument())
    expect(await digestOf(unreadable)).toBe(await digestOf())
    const services = { host: run.host, locksDirectory: directory } as Parameters<typeof resolveLock>[1]['services']
    const resolved = await resolveLock(unreadable(inputs), { settings: run.settings, interpreter, services })
    expect(resolved).toMatchObject({ how: 'read', lock: { source: 'pylock.toml', distributions: [] } })
  })

  test('that is no TOML is refused by file and line, when it is first needed', async () => {
    await write('pylock.toml', 'lock-version = "1.0"\npackages = [\n= what\n')
    const { inputs } = await open()
    const failure = await failureOf(() => inputs.pylockDocument())
    expect(failure).toMatchObject({ code: 'LOCK_INVALID', exitCode: 2, hint: expect.stringContaining('uv export') })
    expect(failure.message).toMatch(/^`pylock\.toml` is not valid TOML: .+ \(line 3\)$/)
    expect(await failureOf(() => digestOf())).toEqual(failure)
  })
})

test('of other inputs no lock is parsed', async () => {
  await write('requirements.txt', 'a')
  expect((await open()).inputs.pylockDocument()).toBeUndefined()
  await write('uv.lock', '= no TOML')
  expect((await open()).inputs.pylockDocument()).toBeUndefined()
})
