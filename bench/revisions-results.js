// Samples of the histories to bench/results/, a table of them to docs/benchmarks.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './commands.js'
import { median, replaceSection } from './results.js'

/** Writes bench/results/<date>-<set>-revisions.json and the section of the set's histories in docs/benchmarks.md. */
export function writeRevisions({ root, set, python, series }) {
  const date = new Date().toISOString().slice(0, 10)
  const versions = {
    node: process.versions.node,
    python: output(python, ['--version']).replace('Python ', ''),
  }
  const facts = { date, set, versions }
  const directory = join(root, 'bench', 'results')
  mkdirSync(directory, { recursive: true })
  const text = Object.entries(series).map(([name, samples]) => ` "${name}": [\n${samples.map(line).join(',\n')}\n ]`)
  const head = Object.entries(facts).map(([name, value]) => ` "${name}": ${JSON.stringify(value)}`)
  writeFileSync(join(directory, `${date}-${set}-revisions.json`), `{\n${[...head, ...text].join(',\n')}\n}\n`)
  const page = join(root, 'docs', 'benchmarks.md')
  const names = [`revisions ${set}: start`, `revisions ${set}: end`]
  writeFileSync(page, replaceSection(readFileSync(page, 'utf8'), names, renderSection(facts, series)))
}

function line(sample) {
  return `  ${JSON.stringify(sample)}`
}

function renderSection({ date, versions }, { locks, wheels }) {
  const rows = [
    ['saves', samples => samples.length],
    ['entries that a restore of one reads: most, packs + manifest', samples => `${most(samples, packsRead)} + 1`],
    ['that bound: packs of big wheels + 6', samples => most(samples, ({ ownPacks }) => ownPacks) + 6],
    ['bytes of its packs ÷ live bytes: median, most', samples => spread(samples.map(held))],
    ['new wheels in a save: median, most', samples => spread(samples.slice(1).map(newWheels), 0)],
    ['bytes that all saves but the first added, MB', samples => megabytes(samples.slice(1).map(added))],
    ['of the new wheels alone, as files from the index, MB', samples => megabytes(samples.slice(1).map(newBytes))],
    ['if every save saved everything, MB', samples => megabytes(samples.slice(1).map(({ aloneBytes }) => aloneBytes))],
    ['saves that also packed others again', samples => again(samples.slice(1)).length],
    ['the other saves', samples => onlyNew(samples.slice(1)).length],
    [
      'of these, less than the new wheels unpacked, with bytecode, + 64 KB',
      samples => onlyNew(samples.slice(1)).filter(isWithin(sample => sample.newUnpackedBytes)).length,
    ],
    [
      'of these, less than the files of the new wheels, without bytecode, + 64 KB',
      samples => onlyNew(samples.slice(1)).filter(isWithin(newBytes)).length,
    ],
    [
      'their bytes ÷ those of the new wheels, unpacked with bytecode: median, most',
      samples => spread(onlyNew(samples.slice(1)).map(sample => added(sample) / sample.newUnpackedBytes)),
    ],
  ]
  return [
    `${date} · Python ${versions.python}, Node ${versions.node}`,
    '',
    `| | ${locks.length} locks, 18 days apart | ${wheels.length} saves, one wheel changed in each |`,
    '|---|---|---|',
    ...rows.map(([name, cell]) => `| ${[name, cell(locks), cell(wheels)].join(' | ')} |`),
  ].join('\n')
}

const packsRead = sample => sample.packsRead
const held = sample => sample.heldBytes / sample.liveBytes
const added = sample => sample.addedBytes
const newBytes = sample => sample.newWheelBytes
const newWheels = sample => sample.newWheels

function isWithin(read) {
  return sample => added(sample) < read(sample) + (64 << 10)
}

function again(samples) {
  return samples.filter(({ packedAgain }) => packedAgain > 0)
}

function onlyNew(samples) {
  return samples.filter(({ packedAgain }) => packedAgain === 0)
}

function most(samples, read) {
  return Math.max(...samples.map(read))
}

function spread(values, digits = 2) {
  return `${median(values).toFixed(digits)}, ${Math.max(...values).toFixed(digits)}`
}

function megabytes(values) {
  return Math.round(values.reduce((total, value) => total + value, 0) / 1e6)
}
