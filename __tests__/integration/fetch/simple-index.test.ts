import { afterEach, describe, expect, test } from '@jest/globals'
import { createClient, type HttpClient } from '../../../src/fetch/client.js'
import { listIndexFiles, listLinkPage } from '../../../src/fetch/simple-index.js'
import type { IndexSettings } from '../../../src/settings.js'
import { type FakeIndex, type FakeIndexOptions, startFakeIndex } from '../../helpers/fake-index.js'
import { recordingHost } from '../../helpers/recording-host.js'

const files = [
  { filename: 'my_pkg-1-py3-none-any.whl', bytes: Buffer.from('one'), requiresPython: '>=3.9' },
  { filename: 'my_pkg-2.tar.gz', bytes: Buffer.from('two'), yanked: true },
  { filename: 'other-1-py3-none-any.whl', bytes: Buffer.from('three') },
]

const opened: FakeIndex[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(index => index.close()))
})

async function openIndex(options: Partial<FakeIndexOptions> = {}): Promise<FakeIndex> {
  const index = await startFakeIndex({ files, ...options })
  opened.push(index)
  return index
}

function settingsFor(facts: Partial<IndexSettings>): { readonly index: IndexSettings; readonly client: HttpClient } {
  const index = {
    indexUrl: 'http://127.0.0.1:9/simple',
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    offline: false,
    requireHashes: false,
    ...facts,
  }
  const { host } = recordingHost({ homeDirectory: '/nowhere' })
  return { index, client: createClient({ host, index, sleep: async () => {} }) }
}

describe('listIndexFiles', () => {
  test.each(['json', 'html'] as const)('reads a %s page', async format => {
    const fake = await openIndex({ format })
    const { index, client } = settingsFor({ indexUrl: fake.url })
    const [wheel, sdist, ...rest] = await listIndexFiles('My.Pkg', index, client)
    expect(rest).toEqual([])
    expect(wheel).toMatchObject({
      url: fake.fileUrl('my_pkg-1-py3-none-any.whl'),
      requiresPython: '>=3.9',
      yanked: false,
    })
    expect(wheel?.hashes.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(wheel?.size).toBe(format === 'json' ? 3 : undefined)
    expect(sdist).toMatchObject({ filename: 'my_pkg-2.tar.gz', yanked: true })
    expect(fake.requests.map(request => request.path)).toEqual(['/simple/my-pkg/'])
  })

  test('takes an index address without a slash at its end', async () => {
    const fake = await openIndex()
    const { index, client } = settingsFor({ indexUrl: `main=${fake.url.slice(0, -1)}` })
    expect(await listIndexFiles('other', index, client)).toHaveLength(1)
  })

  test('asks extra indexes first and stops at the first that has the project', async () => {
    const [empty, extra, main] = [await openIndex({ files: [] }), await openIndex(), await openIndex()]
    const { index, client } = settingsFor({ indexUrl: main.url, extraIndexUrls: [empty.url, `extra=${extra.url}`] })
    const [file] = await listIndexFiles('other', index, client)
    expect(file?.url).toBe(extra.fileUrl('other-1-py3-none-any.whl'))
    expect([empty, extra, main].map(fake => fake.requests.length)).toEqual([1, 1, 0])
  })

  test('finds nothing where no index has the project, and asks none with no-index', async () => {
    const fake = await openIndex()
    const { index, client } = settingsFor({ indexUrl: fake.url })
    expect(await listIndexFiles('unknown', index, client)).toEqual([])
    expect(await listIndexFiles('other', { ...index, noIndex: true }, client)).toEqual([])
    expect(fake.requests).toHaveLength(1)
  })

  test('does not pass over an index that refuses', async () => {
    const locked = await openIndex({ auth: { username: 'me', password: 'pa55' } })
    const { index, client } = settingsFor({ indexUrl: (await openIndex()).url, extraIndexUrls: [locked.url] })
    await expect(listIndexFiles('other', index, client)).rejects.toMatchObject({ code: 'INDEX_FORBIDDEN' })
  })

  test('resolves addresses against where a redirect led', async () => {
    const fake = await openIndex({ faults: { other: ['redirect'] } })
    const { index, client } = settingsFor({ indexUrl: fake.url })
    const [file] = await listIndexFiles('other', index, client)
    expect(file?.url).toMatch(/\/files\/other-1-py3-none-any\.whl$/)
    expect(file?.url).not.toBe(fake.fileUrl('other-1-py3-none-any.whl'))
  })
})

describe('listLinkPage', () => {
  test('lists the archives of a page', async () => {
    const fake = await openIndex()
    const { client } = settingsFor({ noIndex: true })
    const found = await listLinkPage(`${fake.url}my-pkg/`, client)
    expect(found.map(file => file.filename)).toEqual(['my_pkg-1-py3-none-any.whl', 'my_pkg-2.tar.gz'])
  })

  test('names a page that is not there', async () => {
    const fake = await openIndex()
    const { client } = settingsFor({})
    await expect(listLinkPage(`${fake.url}nothing/`, client)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
  })
})
