// Raw samples of the cache measurements to bench/results/, ratios to docs/benchmarks.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheTools } from './cache-tools.js'
import { machineOf, median, peakMegabytes, replaceSection, sizeOf, untilImported } from './results.js'

const places = ['directory', 'server']

/** Writes bench/results/<date>-<set>-cache.json and the cache section of the set in docs/benchmarks.md. */
export function writeCacheResults({ root, bench, samples, change, bytes, versions }) {
  const { set, runs, rate, work } = bench
  const date = new Date().toISOString().slice(0, 10)
  const facts = {
    date,
    set,
    runs,
    rate,
    wheels: sizeOf(bench.wheels),
    machine: machineOf(work),
    versions,
    bytes,
    change,
  }
  const directory = join(root, 'bench', 'results')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `${date}-${set}-cache.json`), `${JSON.stringify({ ...facts, samples }, null, 1)}\n`)
  const page = join(root, 'docs', 'benchmarks.md')
  const names = [`cache ${set}: start`, `cache ${set}: end`]
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), names, renderSection(facts, samples)))
}

function renderSection(facts, samples) {
  const { date, runs, wheels, machine, versions, bytes, change } = facts
  const of = slug => samples.filter(sample => sample.slug === slug)
  const slugs = places.flatMap(place => Object.keys(cacheTools).map(way => `${way}.${facts.set}.${place}`))
  return [
    `${date} · ${wheels.count} wheels · rounds: ${runs} · ${machine.cores} cores (${machine.cpu}), ${machine.fileSystem} · ` +
      `Python ${versions.python}, Node ${versions.node}, uv ${versions.uv}`,
    '',
    `Saved: ${megabytes(bytes.wheelcrew)} MB by wheelcrew, ${megabytes(bytes['wheelcrew-image'])} MB more as images, ${megabytes(bytes['uv-cache'])} MB as an archive of uv's cache, ` +
      `${megabytes(bytes.venv)} MB as one of the environment.`,
    '',
    '| run | wall, s | CPU, s | first import, s | wall ÷ wheelcrew: median (least to most) | until imported ÷ wheelcrew | peak memory, MB |',
    '|---|---|---|---|---|---|---|',
    ...slugs
      .filter(slug => of(slug).length > 0)
      .map(slug => renderRow(of(slug), of(slug.replace(/^[^.]+/, 'wheelcrew')))),
    '',
    ...renderOverhead(facts, of, 'wheelcrew'),
    ...renderOverhead(facts, of, 'wheelcrew-image'),
    renderChange(change),
  ].join('\n')
}

function renderRow(own, ours) {
  const seconds = read => (median(own.map(read)) / 1000).toFixed(2)
  const imported = own.every(sample => sample.importMs !== undefined)
  const cells = [
    `\`${own[0].slug}\``,
    seconds(sample => sample.wallMs),
    seconds(sample => sample.userMs + sample.systemMs),
    imported ? seconds(sample => sample.importMs) : '',
    spread(paired(own, ours, (sample, other) => sample.wallMs / other.wallMs)),
    imported ? spread(paired(own, ours, (sample, other) => untilImported(sample) / untilImported(other))) : '',
    own.some(sample => 'peakTreeBytes' in sample) ? peakMegabytes(own) : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function renderChange({ wheel, bytes, added }) {
  const total = added.reduce((sum, entry) => sum + entry, 0)
  return (
    `One changed wheel, \`${wheel}\` of ${bytes} bytes, added ${total} bytes to the cache (${added.join(' + ')}): ` +
    `its size ${total < bytes ? '−' : '+'} ${Math.abs(total - bytes)}.`
  )
}

/** How far the time of a way is from that of a bare download of the same bytes. */
function renderOverhead({ set, bytes, rate }, of, way) {
  const download = way.replace('wheelcrew', 'download')
  const [ours, alone, start] = [way, download, 'start'].map(tool => of(`${tool}.${set}.server`))
  if (ours.length === 0) return []
  const startOf = round => start.find(sample => sample.round === round).wallMs
  const apart = paired(ours, alone, (sample, other) => (sample.wallMs - startOf(sample.round)) / other.wallMs)
  const reached = median(alone.map(sample => bytes[way] / (sample.wallMs / 1000)))
  return [
    `${way} ÷ downloading its bytes alone: ${spread(paired(ours, alone, (sample, other) => sample.wallMs / other.wallMs))}; ` +
      `apart from its start, ${spread(apart)}. The download ran at ${megabytes(reached)} of ${megabytes(rate)} MB/s.`,
    '',
  ]
}

/** The ratios within each round, so that a slow minute of the machine weighs on both sides. */
function paired(own, others, ratio) {
  return own.flatMap(sample => others.filter(other => other.round === sample.round).map(other => ratio(sample, other)))
}

function spread(ratios) {
  const [middle, least, most] = [median(ratios), Math.min(...ratios), Math.max(...ratios)].map(value =>
    value.toFixed(2),
  )
  return `${middle} (${least} to ${most})`
}

function megabytes(bytes) {
  return Math.round(bytes / 1e6)
}
