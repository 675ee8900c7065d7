// Measures an example environment with wheelcrew, uv and pip, interleaved, and writes docs/benchmarks.md.
//
//   node bench/run.js --set scientific [--runs 5] [--wheels DIR] [--work DIR] [--python python3.11] [--uv uv] [--memory] [--tools a,b]
//
// The wheels are local files: nothing here measures a network.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureCommands, readOptions, rotate, versionsOf } from './commands.js'
import { writeResults } from './results.js'
import { imports, provideWheels } from './sets.js'
import { tools, venvPython } from './tools.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const scenarios = [
  { cache: 'cold', bytecode: true },
  { cache: 'warm', bytecode: true },
  { cache: 'warm', bytecode: false },
]

const options = readOptions({ tools: { type: 'string', default: 'wheelcrew,uv,pip' } })
const work = mkdtempSync(join(options.work, 'wheelcrew-bench-'))
try {
  main()
} finally {
  rmSync(work, { recursive: true })
}

function main() {
  const requirements = join(root, 'examples', options.set, 'requirements.txt')
  const bench = { ...options, requirements, wheels: provideWheels(root, options) }
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

/** Warm runs find what an earlier run of the same tool left in its store or cache; pip keeps none. */
function fillCache(tool, bench) {
  for (const bytecode of [true, false])
    run(tool, { ...bench, bytecode, ...directories(tool, `fill-${bytecode}`, 'warm') })
}

function measure(tool, { cache, bytecode, round }, bench) {
  const slug = `${tool}.${bench.set}.${cache}.${bytecode ? 'bytecode' : 'plain'}`
  const places = directories(tool, `${slug}.${round}`, cache)
  const cost = run(tool, { ...bench, bytecode, ...places })
  const importCost = measureCommands([[venvPython(places.venv), '-c', imports[bench.set]]], { python: bench.python })
  console.error(`${slug} ${round}: ${cost.wallMs.toFixed(0)} ms, first import ${importCost.wallMs.toFixed(0)} ms`)
  return { slug, round, ...cost, importMs: importCost.wallMs }
}

function directories(tool, name, cache) {
  const own = join(work, name, tool)
  mkdirSync(own, { recursive: true })
  return { venv: join(own, 'venv'), cache: cache === 'warm' ? join(work, 'caches', tool) : join(own, 'cache') }
}

function run(tool, context) {
  return measureCommands(tools[tool](context), context)
}
