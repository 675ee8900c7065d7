/** A report as plain text, for a terminal or a log. */
import { renderBars } from './bars.js'
import type { BuildFacts, Report, StageReport } from './report.js'
import { countOf, formatBytes, formatCount, formatDuration } from './units.js'

/** The run in plain text: a headline, one aligned line for each stage, the stages as bars, the cache and the warnings. */
export function renderText(report: Report): string {
  const { totals, python, cache } = report
  const lines = [
    `${renderHeadline(report)}: ${report.environment.path}`,
    `Python ${python.version}, ${countOf(totals.files, 'file')}, ${formatBytes(totals.bytes)}, ${report.linkMode}`,
    ...renderRemoved(report),
    ...renderBuilds(report),
    '',
    ...alignColumns([['phase', 'time', 'size', 'files', 'note'], ...report.stages.map(renderStage)]),
    '',
    ...renderBars(report, 60),
    '',
    `cache: ${cache.outcome} (${cache.backend}), ${cache.reason}`,
    ...report.warnings.map(warning => `warning: ${warning}`),
  ]
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`
}

/** What the run brought about, and how long it took: a run that only builds has wheels of sources. */
export function renderHeadline({ totals, timeToReadyMs, built = [] }: Report): string {
  const isBuild = totals.wheels === 0 && built.length > 0
  const what = isBuild ? `${countOf(built.length, 'wheel')} of sources` : countOf(totals.wheels, 'wheel')
  return `${what} in ${formatDuration(timeToReadyMs)}`
}

/** What left the environment, in one line of bounded length. */
export function renderRemoved({ removed }: Report): readonly string[] {
  if (removed.length === 0) return []
  const named = removed.map(({ name, version, replacedBy }) =>
    replacedBy === undefined ? `${name} ${version}` : `${name} ${version} → ${replacedBy}`,
  )
  const shown = named.slice(0, mostRemoved)
  const more = named.length > shown.length ? ` and ${named.length - shown.length} more` : ''
  return [`removed: ${shown.join(', ')}${more}`]
}

const mostRemoved = 20

/** A table of the wheels of sources, with an empty line before it. */
function renderBuilds({ built = [] }: Report): readonly string[] {
  if (built.length === 0) return []
  const rows = built.map(build => [build.name, ...describeBuild(build)])
  return ['', ...alignColumns([['build', 'version', 'how', 'time', 'why'], ...rows])]
}

/** Version, how, time and why. */
export function describeBuild({ version, how, seconds, reason }: BuildFacts): readonly string[] {
  return [version, how, how === 'built' ? formatDuration(seconds * 1000) : '', reason]
}

function renderStage({ stage, wallMs, bytes, files, note }: StageReport): readonly string[] {
  return [
    stage,
    formatDuration(wallMs),
    bytes === undefined ? '' : formatBytes(bytes),
    files === undefined ? '' : formatCount(files),
    note ?? '',
  ]
}

/** The first and the last column keep to the left, figures to the right. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const last = Math.max(...rows.map(row => row.length)) - 1
  const widths = Array.from({ length: last + 1 }, (_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) =>
        column === 0 || column === last ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  )
}
