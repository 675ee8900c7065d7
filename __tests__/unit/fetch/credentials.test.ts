import { describe, expect, test } from '@jest/globals'
import {
  basicAuthorization,
  createCredentialSource,
  parseIndexAddress,
  userinfoOf,
} from '../../../src/fetch/credentials.js'
import type { IndexSettings } from '../../../src/settings.js'
import { recordingHost } from '../../helpers/recording-host.js'

const none: IndexSettings = {
  indexUrl: 'https://public.example/simple',
  extraIndexUrls: [],
  findLinks: [],
  noIndex: false,
  offline: false,
  requireHashes: false,
}

/** Who asks at `url`, with an empty home directory. */
async function userAt(
  url: string,
  index: Partial<IndexSettings>,
  env: Record<string, string> = {},
): Promise<string | undefined> {
  const { host } = recordingHost({ env, homeDirectory: '/nowhere' })
  const found = await createCredentialSource(host, { ...none, ...index }).first(new URL(url), undefined)
  return found === undefined ? undefined : `${found.username}:${found.password}`
}

describe('createCredentialSource', () => {
  test('gives files of an index the credentials of the index', async () => {
    const index = { indexUrl: 'https://me:pa55@host/simple' }
    expect(await userAt('https://host/files/a.whl', index)).toBe('me:pa55')
  })

  test('gives nothing to another host, port or scheme', async () => {
    const index = { indexUrl: 'https://me:pa55@host/simple' }
    for (const url of [
      'https://other/simple',
      'https://host:444/simple',
      'http://host/simple',
      'https://host.evil/simple',
    ]) {
      expect(await userAt(url, index)).toBeUndefined()
    }
  })

  test('prefers the index whose path is nearest', async () => {
    const index = { extraIndexUrls: ['https://a:1@host/team/one/simple', 'https://b:2@host/team/two/simple'] }
    expect(await userAt('https://host/team/two/files/x.whl', index)).toBe('b:2')
    expect(await userAt('https://host/team/one/files/x.whl', index)).toBe('a:1')
    expect(await userAt('https://host/team/three/x.whl', index)).toBe('a:1')
  })

  test('decodes userinfo, and leaves what is not well encoded', async () => {
    expect(await userAt('https://host/', { indexUrl: 'https://me%40x:p%2Fq@host' })).toBe('me@x:p/q')
    expect(await userAt('https://host/', { indexUrl: 'https://me:100%@host' })).toBe('me:100%')
  })

  test('takes the variables of a named index', async () => {
    const env = { UV_INDEX_MY_TEAM_1_USERNAME: 'me', UV_INDEX_MY_TEAM_1_PASSWORD: 'pa55' }
    expect(await userAt('https://host/simple/x', { extraIndexUrls: ['my-team.1=https://host/simple'] }, env)).toBe(
      'me:pa55',
    )
    expect(await userAt('https://host/simple/x', { extraIndexUrls: ['https://host/simple'] }, env)).toBeUndefined()
  })

  test('serves pages of find-links too', async () => {
    expect(await userAt('https://host/links/a.whl', { findLinks: ['/wheels', 'https://me:pa55@host/links'] })).toBe(
      'me:pa55',
    )
  })
})

describe('parseIndexAddress', () => {
  test('takes a name off and leaves a query alone', () => {
    expect(parseIndexAddress('team=https://host/simple')).toEqual({ name: 'team', url: 'https://host/simple' })
    expect(parseIndexAddress('https://host/simple?a=b')).toEqual({ name: undefined, url: 'https://host/simple?a=b' })
  })
})

test('a token without a password is a user name', () => {
  const token = userinfoOf(new URL('https://t0ken@host'))
  expect(token).toEqual({ username: 't0ken', password: '' })
  expect(userinfoOf(new URL('https://host'))).toBeUndefined()
  expect(basicAuthorization({ username: 'Aladdin', password: 'open sesame' })).toBe(
    'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
  )
})
