/** A report as the Markdown of a job summary. */
import { renderBars } from './bars.js'
import type { Report, StageReport, WheelReport } from './report.js'
import { describeBuild, renderHeadline, renderRemoved } from './text.js'
import { countOf, formatBytes, formatCount, formatDuration } from './units.js'

/** A job summary may hold 1 MiB for all steps together; these keep ours far below whatever a lock holds. */
const limits = { wheels: 10, builds: 20, warnings: 20, decisions: 40, textLength: 400 } as const

/** The job summary: phase table, picture of the stages, cache, warnings, slowest wheels, decisions, runner. */
export function renderSummary(report: Report): string {
  return [
    `### Python environment: ${renderHeadline(report)}`,
    renderPhases(report),
    renderPicture(report),
    renderCache(report),
    ...renderRemoved(report).map(escapeMarkdown),
    renderBuilds(report),
    renderWarnings(report.warnings),
    renderSlowest(report.wheels),
    renderDecisions(report),
    renderRunner(report),
  ]
    .filter(part => part !== '')
    .map(part => `${part}\n`)
    .join('\n')
}

function renderPhases(report: Report): string {
  if (report.stages.length === 0) return ''
  const head = ['| Phase | Time | Work | Size | Files | Note |', '|:--|--:|--:|--:|--:|:--|']
  return [...head, ...report.stages.map(renderPhase)].join('\n')
}

function renderPhase({ stage, wallMs, busyMs, bytes, files, note }: StageReport): string {
  return row([
    stage,
    formatDuration(wallMs),
    formatDuration(busyMs),
    bytes === undefined ? '' : formatBytes(bytes),
    files === undefined ? '' : formatCount(files),
    escapeMarkdown(note ?? ''),
  ])
}

function renderBuilds({ built = [] }: Report): string {
  if (built.length === 0) return ''
  const head = ['| Build | Version | How | Time | Why |', '|:--|:--|:--|--:|:--|']
  const shown = built
    .slice(0, limits.builds)
    .map(build => row([build.name, ...describeBuild(build)].map(escapeMarkdown)))
  return [...head, ...shown, ...renderRest(built.length - limits.builds)].join('\n')
}

function renderPicture(report: Report): string {
  const lines = renderBars(report, 72)
  return lines.length === 0 ? '' : ['```text', ...lines, '```'].join('\n')
}

function renderCache({ cache }: Report): string {
  const keys = [
    cache.primaryKey === undefined ? '' : `key ${escapeMarkdown(cache.primaryKey)}`,
    cache.matchedKey === undefined ? '' : `matched ${escapeMarkdown(cache.matchedKey)}`,
  ].filter(part => part !== '')
  const line = `**Cache: ${cache.outcome}** (${escapeMarkdown(cache.backend)}): ${escapeMarkdown(cache.reason)}`
  return keys.length === 0 ? line : `${line}<br>\n${keys.join('<br>\n')}`
}

function renderWarnings(warnings: readonly string[]): string {
  if (warnings.length === 0) return ''
  const lines = warnings.slice(0, limits.warnings).map(warning => `- ${escapeMarkdown(warning)}`)
  return fold(countOf(warnings.length, 'warning'), [...lines, ...renderRest(warnings.length - limits.warnings)])
}

function renderSlowest(wheels: readonly WheelReport[]): string {
  const slowest = wheels
    .map(wheel => ({ wheel, workMs: workOf(wheel) }))
    .filter(({ workMs }) => workMs > 0)
    .sort((a, b) => b.workMs - a.workMs)
    .slice(0, limits.wheels)
  if (slowest.length === 0) return ''
  const head = ['| Wheel | From | Size | Fetch | Unpack | Link | Compile |', '|:--|:--|--:|--:|--:|--:|--:|']
  const title = slowest.length === 1 ? 'The slowest wheel' : `The ${slowest.length} slowest wheels`
  return fold(title, [...head, ...slowest.map(({ wheel }) => renderWheel(wheel))])
}

function workOf({ fetchMs = 0, unpackMs = 0, linkMs = 0, compileMs = 0 }: WheelReport): number {
  return fetchMs + unpackMs + linkMs + compileMs
}

function renderWheel(wheel: WheelReport): string {
  const times = [wheel.fetchMs, wheel.unpackMs, wheel.linkMs, wheel.compileMs]
  return row([
    escapeMarkdown(`${wheel.name} ${wheel.version}`),
    wheel.source,
    wheel.sizeBytes === undefined ? '' : formatBytes(wheel.sizeBytes),
    ...times.map(ms => (ms === undefined ? '' : formatDuration(ms))),
  ])
}

function renderDecisions({ decisions }: Report): string {
  if (decisions.length === 0) return ''
  const lines = decisions
    .slice(0, limits.decisions)
    .map(({ subject, choice, reason }) => row([subject, choice, reason].map(escapeMarkdown)))
  const head = ['| What | Choice | Why |', '|:--|:--|:--|']
  return fold('Decisions', [...head, ...lines, ...renderRest(decisions.length - limits.decisions)])
}

function renderRunner({ runner, python, linkMode, environment, version, totals }: Report): string {
  const parts = [
    `${runner.os} ${runner.arch}, ${countOf(runner.parallelism, 'thread')}`,
    `Python ${python.version}`,
    `${formatBytes(totals.bytes)} in ${countOf(totals.files, 'file')} by ${linkMode}`,
    environment.path,
    `Wheelcrew ${version}`,
  ]
  return `<sub>${parts.map(escapeMarkdown).join(' · ')}</sub>`
}

function renderRest(count: number): readonly string[] {
  return count > 0 ? ['', `and ${formatCount(count)} more, all in report.json`] : []
}

function fold(title: string, lines: readonly string[]): string {
  return [`<details><summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Text of any origin as one line that Markdown and HTML show as it is. */
function escapeMarkdown(text: string): string {
  const short = text.length > limits.textLength ? `${text.slice(0, limits.textLength)}…` : text
  return short.replace(/\s+/g, ' ').replace(/[&<>|`*_[\]\\~]/g, character => `&#${character.charCodeAt(0)};`)
}
