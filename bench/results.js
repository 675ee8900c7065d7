// Raw samples to bench/results/, medians to docs/benchmarks.md, and the headline to README.md.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'

/** Writes bench/results/<date>-<set>.json, the section of the set in docs/benchmarks.md and the table of README.md. */
export function writeResults({ root, set, bench, samples, versions }) {
  const date = new Date().toISOString().slice(0, 10)
  const facts = { date, set, runs: bench.runs, wheels: sizeOf(bench.wheels), machine: machineOf(bench.work), versions }
  const directory = join(root, 'bench', 'results')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${date}-${set}.json`), `${JSON.stringify({ ...facts, samples }, null, 1)}\n`)
  const page = join(root, 'docs', 'benchmarks.md')
  writeFileSync(
    page,
    replaceSection(readFileSync(page, 'utf8'), [`${set}: start`, `${set}: end`], renderSection(facts, samples)),
  )
  const readme = join(root, 'README.md')
  writeFileSync(
    readme,
    replaceSection(readFileSync(readme, 'utf8'), ['bench', '/bench'], renderHeadline(latestResults(directory))),
  )
}

/** The newest file of each set, in the order of docs/benchmarks.md. */
function latestResults(directory) {
  const names = readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .sort()
    .reverse()
  const isOf = (name, set) => /^\d{4}-\d\d-\d\d-([a-z]+)\.json$/.exec(name)?.[1] === set
  const newest = ['scientific', 'jupyterlab', 'cuda'].map(set => names.find(name => isOf(name, set)))
  return newest.flatMap(name => (name === undefined ? [] : [JSON.parse(readFileSync(join(directory, name), 'utf8'))]))
}

/** Wall time as a multiple of uv's, and what a job waits for: install and first import together. */
function renderHeadline(results) {
  const rows = results.map(({ set, date, wheels, samples }) => {
    const of = (tool, run) => samples.filter(sample => sample.slug === `${tool}.${set}.${run}`)
    const wall = run => ratio(of('wheelcrew', run), of('uv', run), sample => sample.wallMs)
    const imported = (tool, run) => (median(of(tool, run).map(untilImported)) / 1000).toFixed(1)
    const uv = `${imported('uv', 'warm.bytecode')} / ${imported('uv', 'warm.plain')} s`
    const cells = [`${set}, ${wheels.count} wheels`, wall('cold.bytecode'), wall('warm.bytecode'), wall('warm.plain')]
    return `| ${[...cells, `${imported('wheelcrew', 'warm.bytecode')} s`, uv, date].join(' | ')} |`
  })
  return [
    '| set | cold, bytecode ÷ uv | warm, bytecode ÷ uv | warm, plain ÷ uv | warm, until imported | uv, with / without bytecode | date |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

export function untilImported({ wallMs, importMs }) {
  return wallMs + importMs
}

export function sizeOf(directory) {
  const files = readdirSync(directory).filter(name => name.endsWith('.whl'))
  return { count: files.length, bytes: files.reduce((sum, name) => sum + statSync(join(directory, name)).size, 0) }
}

export function machineOf(work) {
  const [, fileSystem] = execFileSync('df', ['--output=fstype', work], { encoding: 'utf8' }).trim().split('\n')
  const memoryGb = Math.round(totalmem() / 1e9)
  return { cores: availableParallelism(), cpu: cpus()[0]?.model.trim(), memoryGb, kernel: release(), fileSystem }
}

export function replaceSection(page, names, section) {
  const [start, end] = names.map(name => `<!-- ${name} -->`)
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from === -1 || to === -1) throw new Error(`the page has no section between \`${start}\` and \`${end}\``)
  return `${page.slice(0, from + start.length)}\n${section}\n${page.slice(to)}`
}

function renderSection({ date, runs, wheels, machine, versions }, samples) {
  const megabytes = Math.round(wheels.bytes / 1e6)
  return [
    `${date} · ${wheels.count} wheels, ${megabytes} MB · ${runs} rounds · ${machine.cores} cores (${machine.cpu}), ${machine.fileSystem} · ` +
      `Python ${versions.python}, Node ${versions.node}, uv ${versions.uv}, pip ${versions.pip}`,
    '',
    '| run | wall, s | CPU, s | first import, s | until imported, s | wall ÷ uv | until imported ÷ uv | peak memory, MB |',
    '|---|---|---|---|---|---|---|---|',
    ...[...new Set(samples.map(sample => sample.slug))].map(slug => renderRow(slug, samples)),
  ].join('\n')
}

function renderRow(slug, samples) {
  const own = samples.filter(sample => sample.slug === slug)
  const peer = samples.filter(sample => sample.slug === slug.replace(/^[^.]+/, 'uv'))
  const seconds = read => (median(own.map(read)) / 1000).toFixed(2)
  const cells = [
    `\`${slug}\``,
    seconds(sample => sample.wallMs),
    seconds(sample => sample.userMs + sample.systemMs),
    seconds(sample => sample.importMs),
    seconds(untilImported),
    ratio(own, peer, sample => sample.wallMs),
    ratio(own, peer, untilImported),
    own.some(sample => 'peakTreeBytes' in sample) ? peakMegabytes(own) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

export function peakMegabytes(samples) {
  return Math.round(Math.max(...samples.map(sample => sample.peakTreeBytes)) / 1e6)
}

/** The median of the ratios within each round, so that a slow minute of the machine weighs on both sides. */
function ratio(own, peer, read) {
  const ratios = own.flatMap(sample =>
    peer.filter(other => other.round === sample.round).map(other => read(sample) / read(other)),
  )
  return ratios.length === 0 ? '' : median(ratios).toFixed(2)
}

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
