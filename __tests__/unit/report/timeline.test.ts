import { describe, expect, test } from '@jest/globals'
import type { TimelineEvent } from '../../../src/report/timeline.js'
import { clockSince } from '../../../src/report/timeline.js'
import { makeTimeline } from '../../helpers/report.js'

describe('a timeline', () => {
  test('records a piece of work with its times and amounts', () => {
    const { timeline, at } = makeTimeline()
    at(10)
    const end = timeline.begin('fetch', { wheel: 'six' })
    at(25)
    end({ bytes: 3 })
    expect(timeline.spans).toEqual([{ stage: 'fetch', wheel: 'six', startMs: 10, endMs: 25, bytes: 3 }])
  })

  test('leaves out amounts that are not known', () => {
    const { timeline } = makeTimeline()
    timeline.begin('lock')()
    expect(timeline.spans).toEqual([{ stage: 'lock', startMs: 0, endMs: 0 }])
  })

  test('ends a piece of work once however often its end is called', () => {
    const { timeline } = makeTimeline()
    const end = timeline.begin('lock')
    end()
    end()
    expect(timeline.spans).toHaveLength(1)
  })

  test('tells its subscribers of everything until they leave', () => {
    const { timeline } = makeTimeline()
    const heard: TimelineEvent['kind'][] = []
    const leave = timeline.subscribe(event => heard.push(event.kind))
    timeline.expect('fetch', { wheels: 1 })
    const end = timeline.begin('fetch')
    timeline.advance('fetch', 5)
    end()
    timeline.decide('link', 'copy', 'asked for')
    timeline.warn('careful')
    leave()
    timeline.warn('unheard')
    expect(heard).toEqual(['expect', 'begin', 'advance', 'end', 'decide', 'warn'])
  })

  test('hides the credentials of URLs in warnings and reasons', () => {
    const { timeline } = makeTimeline()
    timeline.warn('tried https://me:hunter2@host/simple')
    timeline.decide('index', 'first', 'https://me:hunter2@host/simple answers')
    expect(JSON.stringify([timeline.warnings, timeline.decisions])).not.toContain('hunter2')
  })
})

describe('clockSince', () => {
  test('counts from the given moment', () => {
    const clock = clockSince(performance.timeOrigin)
    expect(clock.startedAt.getTime()).toBe(Math.trunc(performance.timeOrigin))
    expect(clock.now()).toBeLessThanOrEqual(performance.now())
  })
})
