import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient } from '../../../src/fetch/client.js'
import { type FakeIndex, startFakeIndex, withCredentials } from '../../helpers/fake-index.js'
import { recordingHost } from '../../helpers/recording-host.js'

const filename = 'pkg-1-py3-none-any.whl'
const auth = { username: 'me', password: 's3cret-pa55' }

let directory = ''
let index: FakeIndex
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-keyring-'))
  index = await startFakeIndex({ files: [{ filename, bytes: Buffer.from('wheel') }], auth })
})
afterEach(async () => {
  await index.close()
  await rm(directory, { recursive: true })
})

/** A `keyring` command that notes its arguments and knows one service. */
async function installKeyring(service: string): Promise<void> {
  const path = join(directory, 'keyring')
  const script = `#!/bin/sh
echo "$*" >> "${directory}/asked"
case "$*" in
  "get ${service} me") echo "${auth.password}" ;;
  "get --mode creds ${service}") echo me; echo "${auth.password}" ;;
  *) exit 1 ;;
esac
`
  await writeFile(path, script)
  await chmod(path, 0o755)
}

const asked = async (): Promise<readonly string[]> =>
  (await readFile(join(directory, 'asked'), 'utf8').catch(() => '')).split('\n').filter(line => line !== '')

const subprocess = { UV_KEYRING_PROVIDER: 'subprocess' }

function clientFor(env: Record<string, string>, indexUrl = index.url) {
  const path = `${directory}${delimiter}${process.env.PATH}`
  const { host, lines } = recordingHost({ env: { PATH: path, ...env }, homeDirectory: '/nowhere' })
  const settings = { indexUrl, extraIndexUrls: [], findLinks: [], noIndex: false, offline: false, requireHashes: false }
  const secrets: string[] = []
  const onSecret = (secret: string): void => void secrets.push(secret)
  const client = createClient({ host, index: settings, sleep: async () => {}, onSecret })
  const fetch = (url = index.fileUrl(filename)): Promise<number> => client.get(url, async ({ status }) => status)
  return { fetch, lines, secrets }
}

const describeOnPosix = process.platform === 'win32' ? describe.skip : describe

describeOnPosix('a keyring', () => {
  test.each([
    ['the address of the index', () => index.url],
    ['the host and port', () => new URL(index.url).host],
  ])('is asked under %s for the password of a user name, before the first request', async (_, service) => {
    await installKeyring(service())
    const { fetch, secrets, lines } = clientFor(subprocess, withCredentials(index.url, 'me', ''))
    expect(await Promise.all([fetch(), fetch(), fetch()])).toEqual([200, 200, 200])
    expect(index.requests).toHaveLength(3)
    expect(secrets).toEqual([auth.password])
    expect(lines.join()).not.toContain(auth.password)
    expect((await asked()).at(-1)).toBe(`get ${service()} me`)
    expect(new Set(await asked()).size).toBe((await asked()).length)
  })

  test('is asked for a user name too after a 401, once in a run', async () => {
    await installKeyring(index.url)
    const { fetch } = clientFor({ PIP_KEYRING_PROVIDER: 'subprocess' })
    for (let times = 0; times < 3; times++) expect(await fetch()).toBe(200)
    expect(index.requests).toHaveLength(4)
    expect(await asked()).toEqual([`get --mode creds ${index.url}`])
  })

  test('is asked for the user name in the address of a file', async () => {
    await installKeyring(index.url)
    expect(await clientFor(subprocess).fetch(withCredentials(index.fileUrl(filename), 'me', ''))).toBe(200)
  })

  test.each([
    ['nobody wants it', {}, 0],
    ['it has nothing', { UV_KEYRING_PROVIDER: 'subprocess' }, 2],
  ])('leaves the 401 where %s', async (_, env, questions) => {
    await installKeyring('other')
    await expect(clientFor(env).fetch()).rejects.toMatchObject({ code: 'INDEX_FORBIDDEN' })
    expect(await asked()).toHaveLength(questions)
  })

  test('is not asked about a password that was refused', async () => {
    await installKeyring(index.url)
    const wrong = clientFor(subprocess, withCredentials(index.url, 'me', 'wrong'))
    await expect(wrong.fetch()).rejects.toMatchObject({ code: 'INDEX_FORBIDDEN' })
    expect(await asked()).toEqual([])
  })

  test('that is not installed is one warning', async () => {
    const { fetch, lines } = clientFor({ ...subprocess, PATH: directory })
    await Promise.allSettled([fetch(), fetch(), fetch()])
    await expect(fetch()).rejects.toMatchObject({ code: 'INDEX_FORBIDDEN' })
    expect(lines).toEqual(['the command `keyring` cannot be started (ENOENT): its passwords are not used'])
  })
})
