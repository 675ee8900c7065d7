import { describe, expect, test } from '@jest/globals'
import { cacheAccess } from '../../../src/cache/access.js'

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
