import { describe, expect, test } from '@jest/globals'
import { buildReport } from '../../../src/report/report.js'
import { formatReport, parseReport } from '../../../src/report/report-file.js'
import { facts, makeReport, makeTimeline } from '../../helpers/report.js'

describe('buildReport', () => {
  test('gives each stage its wall time and the sum of its pieces', () => {
    const { timeline, at } = makeTimeline()
    const first = timeline.begin('unpack', { wheel: 'numpy' })
    at(100)
    const second = timeline.begin('unpack', { wheel: 'six' })
    at(300)
    first({ bytes: 10 })
    second({ bytes: 5 })
    at(400)
    timeline.begin('unpack', { wheel: 'numpy' })()
    const [stage] = buildReport(timeline, facts).stages
    expect(stage).toMatchObject({ stage: 'unpack', startMs: 0, endMs: 400, wallMs: 300, busyMs: 500, bytes: 15 })
    expect(stage?.files).toBeUndefined()
  })

  test('is ready when the last work that is not saving ended', () => {
    expect(makeReport()).toMatchObject({ timeToReadyMs: 1600, durationMs: 3000 })
  })

  test('shows a decision about a stage beside that stage', () => {
    const link = makeReport().stages.find(({ stage }) => stage === 'link')
    expect(link?.note).toBe('hardlink: the store and the environment share a file system')
  })

  test('gives a wheel no time for a stage that did nothing for it', () => {
    const [numpy, six] = makeReport().wheels
    expect(numpy).toMatchObject({ fetchMs: 1000, unpackMs: 1000, linkMs: undefined })
    expect(six).toMatchObject({ fetchMs: undefined, unpackMs: undefined })
  })

  test('adds up files and bytes of all wheels and what was fetched', () => {
    expect(makeReport().totals).toEqual({ wheels: 2, files: 906, bytes: 60_080_000, fetchedBytes: 16_000_000 })
  })

  test('keeps a warning with the wheel that it is about', () => {
    const { timeline } = makeTimeline()
    timeline.warn('odd file', { wheel: 'six' })
    const report = buildReport(timeline, facts)
    expect(report.warnings).toEqual(['six: odd file'])
    expect(report.wheels[1]?.warnings).toEqual(['odd file'])
  })
})

describe('report.json', () => {
  test('is read back as it was written, without the request to save', () => {
    const report = makeReport({ save: 'sealed' })
    const text = formatReport(report)
    expect(text).not.toContain('sealed')
    expect(formatReport(parseReport(text, 'report.json'))).toBe(text)
  })

  test('keeps wheels of sources and what their keys are made of', () => {
    const built = [{ name: 'a', version: '1', path: '/a.whl', how: 'restored', seconds: 0, reason: 'x' }] as const
    const text = formatReport(makeReport({ built, explanation: 'source: 1' }))
    expect(parseReport(text, 'report.json')).toMatchObject({ built, explanation: 'source: 1' })
    const damaged = text.replace('"restored"', '"found"')
    expect(() => parseReport(damaged, 'r.json')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('`built.0.how`') }),
    )
  })

  test.each([
    ['text that is not JSON', 'nonsense', 'it is not JSON'],
    ['a list', '[]', 'expected `format` 1'],
    ['another format', '{"format":2}', 'expected `format` 1, found 2'],
    ['a report without stages', JSON.stringify({ ...makeReport(), stages: 3 }), 'expected `stages` to be a list'],
    ['a wheel of unknown source', formatReport(makeReport()).replace('"store"', '"moon"'), '`wheels.1.source`'],
  ])('is refused when it is %s', (_, text, problem) => {
    expect(() => parseReport(text, 'r.json')).toThrow(
      expect.objectContaining({ code: 'REPORT_INVALID', message: expect.stringContaining(problem) }),
    )
  })
})
