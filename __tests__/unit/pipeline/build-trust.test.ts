import { describe, expect, test } from '@jest/globals'
import { refusalOf } from '../../../src/pipeline/build-trust.js'
import { provenance } from '../../helpers/build-notes.js'

const own = { repository: 'octo/demo', ref: 'refs/heads/main', revision: '', event: 'push', run: '1' }
const pullRequest = { ...own, event: 'pull_request', ref: 'refs/pull/7/merge' }

const refusal = (built: Partial<typeof provenance>, runs: Partial<typeof own> = {}) =>
  refusalOf({ provenance: { ...provenance, ...built } }, { provenance: { ...own, ...runs } })

describe('a run that is not of a pull request', () => {
  const runs: readonly [string, Partial<typeof own>][] = [
    ['a push to the default branch', {}],
    ['a push to another branch', { ref: 'refs/heads/topic' }],
    ['a tag', { ref: 'refs/tags/v1' }],
    ['a release', { event: 'release', ref: 'refs/tags/v1' }],
    ['a schedule', { event: 'schedule' }],
    ['a dispatch', { event: 'workflow_dispatch' }],
    ['pull_request_target, which has the rights of the default branch', { event: 'pull_request_target' }],
    ['workflow_run', { event: 'workflow_run' }],
    ['the merge of a pull request', { event: 'pull_request' }],
    ['a machine outside of any job', { event: '', ref: '', repository: '' }],
  ]

  test.each(runs)('takes what was built by a push, a schedule, a dispatch, a release or by hand: %s', (_, run) => {
    for (const event of ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release', '']) {
      expect([event, refusal({ event }, run)]).toEqual([event, undefined])
    }
  })

  test.each(runs)('refuses what strangers may cause: %s', (_, run) => {
    for (const event of ['pull_request', 'pull_request_target', 'pull_request_review']) {
      expect(refusal({ event, ref: 'refs/pull/7/merge' }, run)).toBe('built by a pull request')
    }
    for (const event of ['issue_comment', 'workflow_run', 'issues', 'unheard_of']) {
      expect(refusal({ event }, run)).toBe(`built for the event ${event}`)
    }
  })

  test('refuses what another repository built', () => {
    expect(refusal({ repository: 'evil/demo' })).toBe('built in another repository, evil/demo')
    expect(refusal({ repository: 'evil/demo' }, { ref: 'refs/tags/v1' })).toContain('another repository')
  })

  test('takes what names its repository in other letters, or names none', () => {
    expect(refusal({ repository: 'Octo/Demo' })).toBeUndefined()
    expect(refusal({ repository: '' })).toBeUndefined()
    expect(refusal({}, { repository: '' })).toBeUndefined()
  })
})

test('the run of a pull request takes what the default branch and pull requests built', () => {
  expect(refusal({}, pullRequest)).toBeUndefined()
  expect(refusal({ event: 'pull_request', ref: 'refs/pull/7/merge' }, pullRequest)).toBeUndefined()
})
