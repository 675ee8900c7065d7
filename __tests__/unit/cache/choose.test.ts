import { describe, expect, test } from '@jest/globals'
import { chooseBackend } from '../../../src/cache/choose.js'
import { isUserError } from '../../../src/errors.js'

const offered = {
  ACTIONS_CACHE_SERVICE_V2: 'true',
  ACTIONS_RESULTS_URL: 'http://127.0.0.1/',
  ACTIONS_RUNTIME_TOKEN: 'token',
}
const versionOne = { ACTIONS_CACHE_URL: 'http://127.0.0.1/', ACTIONS_RUNTIME_TOKEN: 'token' }

function choose(setting: string, env: Readonly<Record<string, string>> = {}) {
  const transport = async () => ({ error: new Error('no network') })
  return chooseBackend(setting, { workspace: '/work', temporary: '/temporary', transport, host: { env } })
}

function errorOf(setting: string): { readonly code: string; readonly exitCode: number; readonly message: string } {
  try {
    choose(setting)
  } catch (error) {
    if (isUserError(error)) return error
    throw error
  }
  throw new Error(`\`${setting}\` was accepted`)
}

describe('chooseBackend', () => {
  test('goes without a cache for `none`, and for `auto` where no service is offered', () => {
    expect(choose('none', offered).backend).toBeUndefined()
    expect(choose('auto').backend).toBeUndefined()
    expect(choose('github').backend).toBeUndefined()
  })

  test('takes the service where it is offered', () => {
    expect(choose('auto', offered).backend?.name).toBe('github')
    expect(choose('github', offered).backend?.name).toBe('github')
  })

  const enterprise = { GITHUB_SERVER_URL: 'https://github.example.org', ACTIONS_CACHE_URL: 'http://127.0.0.1/' }

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['by its own calls', offered, /by its own calls$/],
    ['by its own calls on github.com', { ...offered, GITHUB_SERVER_URL: 'https://github.com' }, /by its own calls$/],
    ['by its own calls on ghe.com', { ...offered, GITHUB_SERVER_URL: 'https://acme.GHE.com' }, /by its own calls$/],
    ['through @actions/cache, in version 1', versionOne, /through @actions\/cache: version 2 .* not offered$/],
    ['through @actions/cache, on GHES', { ...offered, ...enterprise }, /through @actions\/cache: .*Enterprise Server$/],
  ])('uses the service %s', (_, env, reason) => {
    expect(choose('auto', env).backend?.name).toBe('github')
    expect(choose('auto', env).reason).toMatch(reason)
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a token', { ...offered, ACTIONS_RUNTIME_TOKEN: '' }],
    ['an address', { ...offered, ACTIONS_RESULTS_URL: '' }],
    ['an address that is one', { ...offered, ACTIONS_RESULTS_URL: 'nowhere' }],
    ['an address of version 1', { ...versionOne, ACTIONS_CACHE_URL: '', ACTIONS_RESULTS_URL: 'http://127.0.0.1/' }],
  ])('goes without the service where it lacks %s', (_, env) => {
    expect(choose('github', env).backend).toBeUndefined()
    expect(choose('github', env).reason).toMatch(/not offered/)
  })

  test('takes a directory by its absolute address', () => {
    expect(choose('file:///var/a%20b').backend?.name).toBe('file:///var/a%20b')
  })

  test.each(['file://relative/dir', 'file:relative', '/var/cache', 'gitlab', 'S3://x'])(
    'refuses %s as a wrong word',
    name => {
      expect(errorOf(name)).toMatchObject({ code: 'CACHE_BACKEND_UNKNOWN', exitCode: 2 })
    },
  )

  test.each(['s3://bucket/prefix', 'https://host', 'http://host', 'file:///a\ngithub', 'github, file:///a'])(
    'refuses %s as not available yet',
    name => {
      expect(errorOf(name)).toMatchObject({ code: 'CACHE_BACKEND_UNSUPPORTED', exitCode: 2 })
      expect(errorOf(name).message).toContain(name)
    },
  )
})
