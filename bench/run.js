// Measures an example environment with wheelcrew, uv and pip, interleaved, and writes docs/benchmarks.md.
//
//   node bench/run.js --set scientific [--runs 5] [--wheels DIR] [--work DIR] [--python python3.11] [--uv uv] [--memory] [--tools a,b]
//
// The wheels are local files: nothing here measures a network.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeResults } from './results.js'
import { tools, venvPython } from './tools.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const scenarios = [
  { cache: 'cold', bytecode: true },
  { cache: 'warm', bytecode: true },
  { cache: 'warm', bytecode: false },
]
/** What the first job step would import. */
const imports = {
  scientific: 'import pandas, scipy.stats, sklearn.ensemble, matplotlib.pyplot',
  jupyterlab: 'import jupyterlab.labapp, nbconvert.exporters',
  cuda: 'import torch, torchvision, transformers, accelerate',
}

const options = readOptions()
const work = mkdtempSync(join(options.work, 'wheelcrew-bench-'))
try {
  main()
} finally {
  rmSync(work, { recursive: true })
}

function main() {
  const requirements = join(root, 'examples', options.set, 'requirements.txt')
  const bench = { ...options, requirements, wheels: provideWheels(requirements) }
  const names = options.tools.split(',')
  for (const tool of names.filter(name => name !== 'pip')) fillCache(tool, bench)
  const samples = []
  for (let round = 0; round < bench.runs; round++) {
    for (const scenario of scenarios) {
      for (const tool of rotate(names, round)) samples.push(measure(tool, { ...scenario, round }, bench))
    }
  }
  writeResults({ root, set: bench.set, bench, samples, versions: versionsOf(bench) })
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'scientific' },
      runs: { type: 'string', default: '5' },
      wheels: { type: 'string' },
      work: { type: 'string', default: tmpdir() },
      python: { type: 'string', default: 'python3.11' },
      uv: { type: 'string', default: 'uv' },
      memory: { type: 'boolean', default: false },
      tools: { type: 'string', default: 'wheelcrew,uv,pip' },
    },
  })
  const python = output(values.python, ['-c', 'import sys; print(sys.executable)'])
  return { ...values, python, runs: Number(values.runs) }
}

/** The wheels of the set: those of `--wheels`, or downloaded once and kept beside the results. */
function provideWheels(requirements) {
  if (options.wheels !== undefined) return options.wheels
  const wheels = join(root, 'bench', 'results', 'tmp', options.set)
  if (existsSync(wheels)) return wheels
  const partial = `${wheels}.partial`
  const args = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', requirements, '-d', partial]
  output(options.python, ['-m', 'pip', 'download', '--quiet', ...args])
  execFileSync('mv', [partial, wheels])
  return wheels
}

/** Warm runs find what an earlier run of the same tool left in its store or cache; pip keeps none. */
function fillCache(tool, bench) {
  for (const bytecode of [true, false])
    run(tool, { ...bench, bytecode, ...directories(tool, `fill-${bytecode}`, 'warm') })
}

function measure(tool, { cache, bytecode, round }, bench) {
  const slug = `${tool}.${bench.set}.${cache}.${bytecode ? 'bytecode' : 'plain'}`
  const places = directories(tool, `${slug}.${round}`, cache)
  const cost = run(tool, { ...bench, bytecode, ...places })
  const importCost = measureCommands([[venvPython(places.venv), '-c', imports[bench.set]]], false)
  console.error(`${slug} ${round}: ${cost.wallMs.toFixed(0)} ms, first import ${importCost.wallMs.toFixed(0)} ms`)
  return { slug, round, ...cost, importMs: importCost.wallMs }
}

function directories(tool, name, cache) {
  const own = join(work, name, tool)
  mkdirSync(own, { recursive: true })
  return { venv: join(own, 'venv'), cache: cache === 'warm' ? join(work, 'caches', tool) : join(own, 'cache') }
}

function run(tool, context) {
  return measureCommands(tools[tool](context), context.memory)
}

function measureCommands(commands, memory) {
  const args = [join(root, 'bench', 'measure.py'), ...(memory ? ['--memory'] : []), JSON.stringify(commands)]
  return JSON.parse(output(options.python, args))
}

function versionsOf(bench) {
  return {
    node: process.versions.node,
    python: output(bench.python, ['--version']).replace('Python ', ''),
    pip: output(bench.python, ['-m', 'pip', '--version']).split(' ')[1],
    uv: output(bench.uv, ['--version']).split(' ')[1],
  }
}

function output(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', env: scrubbed(), maxBuffer: 1 << 28 }).trim()
}

function scrubbed() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PIP|UV|PYTHON|WHEELCREW)/i.test(name))
  return Object.fromEntries(kept)
}

function rotate(items, by) {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
