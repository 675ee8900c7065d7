import { describe, expect, test } from '@jest/globals'
import type { ProgressState } from '../../../src/report/progress.js'
import {
  advanceProgress,
  isComplete,
  noProgress,
  renderProgress,
  renderStageEnd,
} from '../../../src/report/progress.js'
import type { Stage, Timeline } from '../../../src/report/timeline.js'
import { makeTimeline } from '../../helpers/report.js'

function follow(timeline: Timeline) {
  let state: ProgressState = noProgress
  timeline.subscribe(event => {
    state = advanceProgress(state, event)
  })
  return {
    state: () => state,
    complete: (stage: Stage) => [...state.values()].some(p => p.stage === stage && isComplete(p)),
  }
}

describe('the progress of a run', () => {
  test('shows a stage by the bytes that moved while it is at work', () => {
    const { timeline } = makeTimeline()
    const progress = follow(timeline)
    timeline.expect('fetch', { wheels: 2, bytes: 1000 })
    const end = timeline.begin('fetch', { wheel: 'six' })
    timeline.advance('fetch', 500)
    expect(renderProgress(progress.state(), 80)).toEqual(['fetch    [############------------] 0/2 wheels 500 B'])
    end({ bytes: 500 })
    expect(renderProgress(progress.state(), 80)).toEqual([])
  })

  test('never counts bytes twice that were told of before their work ended', () => {
    const { timeline } = makeTimeline()
    const progress = follow(timeline)
    const end = timeline.begin('fetch', { wheel: 'six' })
    timeline.advance('fetch', 500)
    end({ bytes: 500 })
    const fetch = progress.state().get('fetch')
    expect(fetch && renderStageEnd(fetch)).toBe('  0.00 s fetch: 1 wheel, 500 B')
  })

  test('counts a wheel once, when none of its pieces is going on', () => {
    const { timeline } = makeTimeline()
    const progress = follow(timeline)
    timeline.expect('unpack', { wheels: 1 })
    const first = timeline.begin('unpack', { wheel: 'numpy' })
    const second = timeline.begin('unpack', { wheel: 'numpy' })
    first()
    expect(renderProgress(progress.state(), 80)[0]).toContain('0/1 wheel')
    second()
    expect(progress.complete('unpack')).toBe(true)
  })

  test('does not call a stage complete whose number of wheels is not known', () => {
    const { timeline } = makeTimeline()
    const progress = follow(timeline)
    timeline.begin('fetch', { wheel: 'six' })()
    timeline.begin('lock')()
    expect([progress.complete('fetch'), progress.complete('lock')]).toEqual([false, true])
  })

  test('fits its lines into the columns of the terminal', () => {
    const { timeline } = makeTimeline()
    const progress = follow(timeline)
    timeline.expect('fetch', { wheels: 10 })
    timeline.begin('fetch', { wheel: 'six' })
    expect(renderProgress(progress.state(), 12)).toEqual(['fetch    [--'])
  })
})
