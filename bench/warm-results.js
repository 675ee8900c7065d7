// Raw samples of the warm measurements to bench/results/, their sections to docs/benchmarks.md, and the ratios that these are made of.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './commands.js'
import { machineOf, median, replaceSection } from './results.js'

/** Writes bench/results/warm-<name>.json and the section `warm <name>` of docs/benchmarks.md. */
export function writeSection(root, name, results, render) {
  const directory = join(root, 'bench', 'results')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `warm-${name}.json`), `${JSON.stringify(results, null, 1)}\n`)
  const page = join(root, 'docs', 'benchmarks.md')
  const names = [`warm ${name}: start`, `warm ${name}: end`]
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), names, render(results)))
}

/** With what an earlier run of the same day, machine and versions measured on other file systems. */
export function joinEarlier(root, name, results) {
  const path = join(root, 'bench', 'results', `warm-${name}.json`)
  const earlier = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  return earlier === undefined || !isLike(earlier, results) ? results : joinResults(earlier, results)
}

function isLike(earlier, results) {
  const facts = ({ date, set, versions, machine, wheels }) => JSON.stringify([date, set, versions, machine, wheels])
  return facts(earlier) === facts(results)
}

/** What was measured last counts, on each file system. */
export function joinResults(earlier, results) {
  const own = results.sizes.map(({ fileSystem }) => fileSystem)
  const isOther = ({ slug, fileSystem = slug.split('.').at(-1) }) => !own.includes(fileSystem)
  const join = field => [...earlier[field].filter(isOther), ...results[field]]
  return { ...results, samples: join('samples'), memory: join('memory'), sizes: join('sizes') }
}

/** When and on what. */
export function factsOf({ set, runs, work }, versions) {
  const [cp, tar] = ['cp', 'tar'].map(tool => output(tool, ['--version']).split('\n')[0].split(' ').at(-1))
  const date = new Date().toISOString().slice(0, 10)
  return { date, set, runs, machine: machineOf(work), versions: { ...versions, cp, tar } }
}

export function renderFacts({ date, runs, machine, versions }, more) {
  const tools = `Python ${versions.python}, Node ${versions.node}, uv ${versions.uv}, pip ${versions.pip}, GNU cp ${versions.cp}, GNU tar ${versions.tar}`
  const { cores, cpu, memoryGb, kernel } = machine
  return [date, ...more, `rounds: ${runs}`, `${cores} cores (${cpu}), ${memoryGb} GB, Linux ${kernel}`, tools].join(
    ' · ',
  )
}

export function samplesOf(samples, slug) {
  return samples.filter(sample => sample.slug === slug)
}

/** One slug over another, in each round: a slow minute of the machine weighs on both sides. */
export function ratios(over, under, read) {
  return under.flatMap(sample =>
    over.filter(other => other.round === sample.round).map(other => read(other) / read(sample)),
  )
}

/** `2.10 (1.95 to 2.20)`: the median, the least and the most; empty where nothing was measured. */
export function spread(values) {
  if (values.length === 0) return ''
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map(threeDigits)
  return values.length === 1 ? middle : `${middle} (${least} to ${most})`
}

export function seconds(samples, read) {
  return threeDigits(median(samples.map(read)) / 1000)
}

/** 0.031, 0.31, 3.10, 31.0, 310. */
export function threeDigits(value) {
  const whole = Math.trunc(Math.abs(value))
  return value.toFixed(whole === 0 ? 3 : Math.max(0, 3 - String(whole).length))
}

export function wall(sample) {
  return sample.wallMs
}

export function table(heads, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)]
}
