import { describe, expect, jest, test } from '@jest/globals'
import { createConsole } from '../../../src/edge/console.js'
import { describeFailure, renderFailure } from '../../../src/edge/failure.js'
import { usageError } from '../../../src/errors.js'
import { makeTimeline } from '../../helpers/report.js'

function open(changes: { quiet?: boolean; verbose?: boolean; columns?: () => number } = {}) {
  let text = ''
  const console = createConsole({
    write: part => {
      text += part
    },
    columns: changes.columns,
    color: false,
    quiet: changes.quiet ?? false,
    verbose: changes.verbose ?? false,
  })
  return { console, text: () => text }
}

describe('a console without a terminal', () => {
  test('prints one plain line for each stage that is complete, and warnings when they happen', () => {
    const { console, text } = open()
    const { timeline, at } = makeTimeline()
    console.watch(timeline)
    timeline.expect('fetch', { wheels: 1 })
    const end = timeline.begin('fetch', { wheel: 'six' })
    timeline.warn('slow mirror', { wheel: 'six' })
    at(2000)
    end({ bytes: 3_000_000 })
    console.close()
    expect(text()).toBe('warning: six: slow mirror\n   2.0 s fetch: 1 wheel, 3.0 MB\n')
  })

  test('prints a stage by wheels once although it is at work again, and another whenever it pauses', () => {
    const { console, text } = open()
    const { timeline } = makeTimeline()
    console.watch(timeline)
    timeline.expect('link', { wheels: 1 })
    timeline.begin('link', { wheel: 'six' })()
    timeline.begin('link', { wheel: 'six' })()
    timeline.begin('restore')()
    timeline.begin('restore')()
    expect(text()).toBe('  0.00 s link: 1 wheel\n  0.00 s restore\n  0.00 s restore\n')
  })

  test('prints only warnings when it is quiet', () => {
    const { console, text } = open({ quiet: true })
    const { timeline } = makeTimeline()
    console.watch(timeline)
    timeline.begin('lock')()
    console.log.info('hello')
    console.log.debug('details')
    console.log.warn('careful')
    expect(text()).toBe('warning: careful\n')
  })

  test('prints details when it is verbose', () => {
    const { console, text } = open({ verbose: true })
    console.log.debug('details')
    expect(text()).toBe('details\n')
  })

  test('hides the credentials of URLs', () => {
    const { console, text } = open()
    console.log.info('from https://me:hunter2@host/simple')
    expect(text()).not.toContain('hunter2')
  })
})

describe('a console on a terminal', () => {
  test('draws the stages at work, erases them for other text, and leaves nothing behind', () => {
    jest.useFakeTimers()
    try {
      const { console, text } = open({ columns: () => 80 })
      const { timeline } = makeTimeline()
      console.watch(timeline)
      timeline.begin('lock')
      jest.advanceTimersByTime(100)
      console.log.info('hello')
      timeline.begin('probe')
      jest.advanceTimersByTime(100)
      console.close()
      jest.advanceTimersByTime(1000)
      const erase = (lines: number) => `\u001b[${lines}A\u001b[0J`
      expect(text()).toBe(`lock    \n${erase(1)}hello\nlock    \nprobe   \n${erase(2)}`)
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('a failure', () => {
  test('shows its message and its hint', () => {
    const failure = describeFailure(usageError('X_BAD', 'x is bad', 'mend x'))
    expect(renderFailure(failure)).toBe('error: x is bad\n\nhint: mend x')
    expect(failure).toMatchObject({ code: 'X_BAD', exitCode: 2 })
  })

  test('that is no UserError is a bug with its stack and exit code 70', () => {
    const failure = describeFailure(new TypeError('undefined is not a function'))
    expect(failure.exitCode).toBe(70)
    expect(renderFailure(failure)).toMatch(
      /TypeError: undefined is not a function\n +at [\s\S]*this is a bug in wheelcrew/,
    )
  })

  test('hides the credentials of URLs', () => {
    expect(renderFailure(describeFailure(new Error('GET https://me:hunter2@host/')))).not.toContain('hunter2')
  })
})
