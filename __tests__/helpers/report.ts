/** A small run on a clock that the test moves, and its report. */
import { buildReport, type Report, type ReportFacts } from '../../src/report/report.js'
import { createTimeline, type Timeline } from '../../src/report/timeline.js'

export type TestTimeline = { readonly timeline: Timeline; at(ms: number): void }

export function makeTimeline(): TestTimeline {
  let nowMs = 0
  const timeline = createTimeline({ startedAt: new Date(0), now: () => nowMs })
  return { timeline, at: ms => (nowMs = ms) }
}

export const facts: ReportFacts = {
  wheels: [
    { name: 'numpy', version: '2.1.0', sizeBytes: 16_000_000, source: 'index', files: 900, bytes: 60_000_000 },
    { name: 'six', version: '1.17.0', sizeBytes: undefined, source: 'store', files: 6, bytes: 80_000 },
  ],
  cache: { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason: 'none is named' },
  python: { version: '3.11.7', path: '/usr/bin/python3.11' },
  environment: { kind: 'venv', path: '/project/.venv' },
  removed: [],
  missing: [],
  linkMode: 'hardlink',
  runner: { os: 'linux', arch: 'x64', parallelism: 2 },
  save: undefined,
  upkeep: undefined,
}

/** fetch 0 to 1 s, unpack 0.5 to 1.5 s, link 1.5 to 1.6 s, save 2 to 3 s. */
export function makeReport(changes: Partial<ReportFacts> = {}): Report {
  const { timeline, at } = makeTimeline()
  const endFetch = timeline.begin('fetch', { wheel: 'numpy' })
  at(500)
  const endUnpack = timeline.begin('unpack', { wheel: 'numpy' })
  at(1000)
  endFetch({ bytes: 16_000_000 })
  at(1500)
  endUnpack({ bytes: 60_000_000, files: 900 })
  const endLink = timeline.begin('link')
  timeline.decide('link', 'hardlink', 'the store and the environment share a file system')
  at(1600)
  endLink({ files: 906 })
  at(2000)
  const endSave = timeline.begin('save')
  at(3000)
  endSave()
  return buildReport(timeline, { ...facts, ...changes })
}
