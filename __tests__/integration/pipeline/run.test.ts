import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openRun } from '../../../src/pipeline/run.js'
import { clockSince, createTimeline } from '../../../src/report/timeline.js'
import { locateStore } from '../../../src/store/locate.js'
import { startFakeIndex, withCredentials } from '../../helpers/fake-index.js'
import { makeIndex } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { makeSettings } from '../../helpers/settings.js'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-run-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function open(indexUrl: string, onSecret: (secret: string) => void) {
  const { host: recorded } = recordingHost({
    env: { PATH: `${directory}${delimiter}${process.env.PATH}`, UV_KEYRING_PROVIDER: 'subprocess' },
    homeDirectory: directory,
  })
  const host = { ...recorded, onSecret }
  const located = await locateStore(join(directory, 'store'), join(directory, 'venv'), { host, linkMode: 'auto' })
  const watch = { ...createTimeline(clockSince(0)), signal: new AbortController().signal }
  return openRun(makeSettings(directory), host, { watch, located, realms: makeIndex({ indexUrl }) })
}

const testOnPosix = process.platform === 'win32' ? test.skip : test

testOnPosix('a run tells its host of passwords that it got from the keyring', async () => {
  const filename = 'a-1-py3-none-any.whl'
  const auth = { username: 'me', password: 's3cret-pa55' }
  const index = await startFakeIndex({ files: [{ filename, bytes: Buffer.from('wheel') }], auth })
  await writeFile(join(directory, 'keyring'), `#!/bin/sh\necho ${auth.password}\n`)
  await chmod(join(directory, 'keyring'), 0o755)
  const secrets: string[] = []
  const run = await open(withCredentials(index.url, 'me', ''), secret => secrets.push(secret))
  try {
    expect(await run.client.get(index.fileUrl(filename), async ({ status }) => status)).toBe(200)
    expect(secrets).toEqual([auth.password])
  } finally {
    await run.close()
    await index.close()
  }
})

test('a directory for unfinished work is gone after the run', async () => {
  const run = await open('https://index.example/simple', () => undefined)
  const path = await run.scratchDirectory('work')
  expect((await stat(path)).isDirectory()).toBe(true)
  await run.close()
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
})
