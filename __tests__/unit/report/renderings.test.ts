import { describe, expect, test } from '@jest/globals'
import { renderBars } from '../../../src/report/bars.js'
import { renderSummary } from '../../../src/report/summary.js'
import { renderText } from '../../../src/report/text.js'
import { facts, makeReport } from '../../helpers/report.js'

describe('renderBars', () => {
  test('draws each stage over the same axis, so that overlaps are seen', () => {
    expect(renderBars(makeReport(), 30)).toEqual([
      'fetch   |██████████                    |',
      'unpack  |     ██████████               |',
      'link    |               █              |',
      'save    |                    ██████████|',
      '         0                        3.0 s',
    ])
  })

  test('is empty for a run in which nothing happened', () => {
    expect(renderBars({ ...makeReport(), stages: [], spans: [], durationMs: 0 }, 30)).toEqual([])
  })
})

describe('renderText', () => {
  test('aligns the figures of the stages', () => {
    const lines = renderText(makeReport()).split('\n')
    expect(lines.slice(0, 8)).toEqual([
      '2 wheels in 1.6 s: /project/.venv',
      'Python 3.11.7, 906 files, 60 MB, hardlink',
      '',
      'phase     time   size  files  note',
      'fetch    1.0 s  16 MB',
      'unpack   1.0 s  60 MB    900',
      'link    0.10 s           906  hardlink: the store and the environment share a file system',
      'save     1.0 s',
    ])
  })

  test('ends with the cache and the warnings', () => {
    const text = renderText({ ...makeReport(), warnings: ['careful'] })
    expect(text).toMatch(/cache: off \(none\), none is named\nwarning: careful\n$/)
  })
})

describe('wheels of sources', () => {
  const built = [
    {
      name: 'ext',
      version: '1.0',
      path: '/store/ext.whl',
      how: 'built',
      seconds: 81.2,
      reason: 'variable CFLAGS: a → b',
    },
    { name: 'lib', version: '2.0', path: '/store/lib.whl', how: 'store', seconds: 0, reason: 'built before' },
  ] as const

  test('have a table of their own, with why each was built', () => {
    expect(renderText(makeReport({ built })).split('\n').slice(2, 6)).toEqual([
      '',
      'build  version    how    time  why',
      'ext        1.0  built  81.2 s  variable CFLAGS: a → b',
      'lib        2.0  store          built before',
    ])
    expect(renderSummary(makeReport({ built }))).toContain(
      '| Build | Version | How | Time | Why |\n|:--|:--|:--|--:|:--|\n| ext | 1.0 | built | 81.2 s | variable CFLAGS: a → b |\n| lib | 2.0 | store |  | built before |',
    )
    for (const text of [renderText(makeReport()), renderSummary(makeReport())]) expect(text).not.toMatch(/build/i)
  })

  test('are in the headline of a run that only builds', () => {
    const report = makeReport({ built, wheels: [] })
    expect(renderText(report)).toMatch(/^2 wheels of sources in 1\.6 s: /)
    expect(renderSummary(report)).toMatch(/^### Python environment: 2 wheels of sources in 1\.6 s\n/)
  })

  test('are cut short in the summary, which has a limit', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...built[0], name: `ext${index}` }))
    const summary = renderSummary(makeReport({ built: many }))
    expect(summary).toContain('ext19')
    expect(summary).not.toContain('ext20')
    expect(summary).toContain('and 10 more, all in report.json')
  })
})

describe('renderSummary', () => {
  test('has the phase table, the picture, the cache, the slowest wheels and the runner', () => {
    const summary = renderSummary(makeReport())
    expect(summary).toContain('### Python environment: 2 wheels in 1.6 s')
    expect(summary).toContain('| unpack | 1.0 s | 1.0 s | 60 MB | 900 |  |')
    expect(summary).toContain('**Cache: off** (none): none is named')
    expect(summary).toContain('| numpy 2.1.0 | index | 16 MB | 1.0 s | 1.0 s |  |  |')
    expect(summary).toContain('linux x64, 2 threads · Python 3.11.7')
    expect(summary).toContain('unpack  |')
  })

  test('names keys only where there are some', () => {
    const cache = { ...facts.cache, outcome: 'partial' as const, primaryKey: 'new.', matchedKey: 'old.' }
    expect(renderSummary(makeReport({ cache }))).toContain('key new.<br>\nmatched old.')
    expect(renderSummary(makeReport())).not.toContain('matched')
  })

  test('leaves a wheel out of the slowest when nothing was done for it', () => {
    expect(renderSummary(makeReport())).not.toContain('six 1.17.0')
  })

  test('shows text from outside as it is, never as markup', () => {
    const summary = renderSummary({ ...makeReport(), warnings: ['<img src=x> | `a`\n## head [x](y)'] })
    expect(summary).not.toMatch(/<img|^## head|\[x\]/m)
    expect(summary).toContain('- &#60;img src=x&#62; &#124; &#96;a&#96; ## head &#91;x&#93;(y)')
  })

  test('stays far below 1 MiB whatever the run holds', () => {
    const wheels = Array.from({ length: 5000 }, () => makeReport().wheels).flat()
    const warnings = Array.from({ length: 5000 }, () => 'w'.repeat(5000))
    const decisions = warnings.map(reason => ({ subject: reason, choice: reason, reason }))
    const summary = renderSummary({ ...makeReport(), wheels, warnings, decisions })
    expect(Buffer.byteLength(summary)).toBeLessThan(256 * 1024)
    expect(summary).toContain('and 4,980 more')
  })
})
