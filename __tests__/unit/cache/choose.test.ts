import { describe, expect, test } from '@jest/globals'
import { cacheAccess, chooseBackend } from '../../../src/cache/choose.js'
import { isUserError } from '../../../src/errors.js'

const offered = { ACTIONS_CACHE_URL: 'http://127.0.0.1/', ACTIONS_RUNTIME_TOKEN: 'token' }

function choose(setting: string, env: Readonly<Record<string, string>> = {}) {
  return chooseBackend(setting, { workspace: '/work', host: { env } })
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

const pullRequest = (head: string | undefined) => ({
  pull_request: {
    head: { repo: head === undefined ? null : { full_name: head } },
    base: { repo: { full_name: 'owner/project' } },
  },
})

describe('cacheAccess', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, unknown, string][] = [
    ['without any event', {}, undefined, 'read write'],
    ['on a push to a branch', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }, {}, 'read write'],
    ['on a tag push', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' }, {}, ''],
    ['on a release', { GITHUB_EVENT_NAME: 'release' }, {}, ''],
    ['on pull_request_target', { GITHUB_EVENT_NAME: 'pull_request_target' }, pullRequest('owner/project'), 'read'],
    ['on workflow_run', { GITHUB_EVENT_NAME: 'workflow_run' }, {}, 'read'],
    ['on an own pull request', { GITHUB_EVENT_NAME: 'pull_request' }, pullRequest('owner/project'), 'read write'],
    ['on the pull request of a fork', { GITHUB_EVENT_NAME: 'pull_request' }, pullRequest('other/project'), 'read'],
    ['on the pull request of a deleted fork', { GITHUB_EVENT_NAME: 'pull_request' }, pullRequest(undefined), 'read'],
    ['in mode `read`', { ACTIONS_CACHE_MODE: 'read' }, undefined, 'read'],
    ['in mode `write-only`', { ACTIONS_CACHE_MODE: 'write-only' }, undefined, 'write'],
    ['in mode `none`', { ACTIONS_CACHE_MODE: 'none' }, undefined, ''],
    ['in an unknown mode', { ACTIONS_CACHE_MODE: 'other' }, undefined, 'read write'],
  ]

  test.each(cases)('`auto` permits, %s', (_, env, payload, expected) => {
    const { read, write, reason } = cacheAccess('auto', env, payload)
    expect([read && 'read', write && 'write'].filter(Boolean).join(' ')).toBe(expected)
    expect(reason).not.toBe('')
  })

  test('`true` and `false` win over the event, the mode of the runner over both', () => {
    const env = { GITHUB_EVENT_NAME: 'release' }
    expect(cacheAccess('true', env)).toMatchObject({ read: true, write: true })
    expect(cacheAccess('false', {})).toMatchObject({ read: false, write: false })
    expect(cacheAccess('true', { ACTIONS_CACHE_MODE: 'read' })).toMatchObject({ read: true, write: false })
  })
})
