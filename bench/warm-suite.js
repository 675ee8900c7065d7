// Measures the ways to one environment on some file systems, interleaved, after a trial of each.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { measureCommands, output, rotate, runAll } from './commands.js'
import { tools, venvPython } from './tools.js'
import { discard, freeBytes } from './warm-places.js'
import { sitePackages, ways } from './warm-ways.js'

/**
 * Samples, peak memory (of one more run each, with `memory`), what was left out and why, and the size of the environment. A bench has:
 * set, requirements, wheels, python, uv, runs, memory, and what to import first.
 */
export function measureWays(bench, places, names) {
  const trees = places.map(place => makeTree(bench, place))
  const skipped = []
  const tryWay = (tree, name) => attempt(skipped, `${name}.${tree.place.name}`, () => runTrial(tree, name))
  const tried = trees.map(tree => ({ tree, names: names.filter(name => tryWay(tree, name) !== undefined) }))
  const samples = []
  const memory = []
  const isSkipped = (name, { place }) => skipped.some(({ way }) => way === `${name}.${place.name}`)
  const runRound = (round, facts, record) => {
    for (const { tree, names: own } of tried) {
      for (const name of rotate(own, round).filter(each => !isSkipped(each, tree))) {
        const sample = attempt(skipped, `${name}.${tree.place.name}`, () => measure({ ...tree, ...facts }, name, round))
        if (sample !== undefined) record.push(sample)
      }
    }
  }
  for (let round = 0; round < bench.runs; round++) runRound(round, { memory: false }, samples)
  if (bench.memory) runRound(bench.runs, { memory: true }, memory)
  const sizes = trees.map(({ place, bytes, files }) => ({ fileSystem: place.name, bytes, files: files.length }))
  return { samples, memory, skipped, sizes }
}

/** The environment by hard links with bytecode: what others copy, and what the files of each way are compared with. */
function makeTree(bench, place) {
  const tree = join(place.root, 'tree', 'venv')
  mkdirSync(join(place.root, 'tree'), { recursive: true })
  runAll(tools.wheelcrew({ ...bench, venv: tree, cache: join(place.root, 'store'), bytecode: true }))
  const bytes = Number(output('du', ['--summarize', '--apparent-size', '--block-size=1', tree]).split('\t')[0])
  return { ...bench, place, root: place.root, tree, bytes, files: listFiles(sitePackages(bench, tree)) }
}

/** Fills the caches of a way, then sees that it works and makes the right files. */
function runTrial(tree, name) {
  const way = ways[name]
  const context = { ...tree, own: freshDirectory(tree, name, 'trial') }
  const seedSize = typeof way.seedSize === 'function' ? way.seedSize(context) : way.seedSize
  const needed = (seedSize + way.runSize) * tree.bytes
  const free = freeBytes(tree.place)
  if (free < needed) throw new Error(`needs ${gigabytes(needed)}, and ${gigabytes(free)} are free`)
  way.seed?.(context)
  if (way.fills) runAll(way.commands({ ...context, own: freshDirectory(tree, name, 'fill') }))
  const started = runOnce(way, context)
  checkFiles(way, context)
  checkWay(way, context, started)
  runAll([firstImport(way, context)])
  for (const run of ['trial', 'fill']) discard(tree.place, freshDirectory(tree, name, run))
  return true
}

function runOnce(way, context) {
  way.prepare?.(context)
  const started = Date.now()
  runAll(way.commands(context))
  return started
}

function measure(tree, name, round) {
  const way = ways[name]
  const run = tree.memory ? 'memory' : String(round)
  const context = { ...tree, own: freshDirectory(tree, name, run) }
  way.prepare?.(context)
  output('sync', [])
  const started = Date.now()
  const { python, memory } = tree
  const cost = measureCommands(way.commands(context), { python, memory, cwd: context.own })
  const { wallMs: importMs } = measureCommands([firstImport(way, context)], { python })
  checkWay(way, context, started)
  const slug = `${name}.${tree.set}.${tree.place.name}`
  console.error(`${slug} ${run}: ${cost.wallMs.toFixed(0)} ms, first import ${importMs.toFixed(0)} ms`)
  discard(tree.place, context.own)
  return { slug, round, ...cost, importMs }
}

function firstImport(way, context) {
  return [venvPython(way.venv(context)), '-c', context.firstImport]
}

function freshDirectory({ root }, name, run) {
  const own = join(root, 'runs', `${name}.${run}`)
  mkdirSync(own, { recursive: true })
  return own
}

function checkWay(way, context, started) {
  const sample = context.files.find(path => path.endsWith('/__init__.py'))
  way.check?.({ site: sitePackages(context, way.venv(context)), sample, started })
}

function checkFiles(way, context) {
  const kept = kinds[way.files]
  const [expected, found] = [context.files, listFiles(sitePackages(context, way.venv(context)))]
  const [wanted, had] = [expected, found].map(paths => new Set(paths.filter(kept)))
  const different = [...wanted.symmetricDifference(had)]
  if (different.length > 0) throw new Error(`${different.length} other files, as \`${different[0]}\``)
}

/** Each tool writes its own metadata, and uv a module of its own. */
const kinds = {
  ours: () => true,
  plain: path => !path.endsWith('.pyc'),
  theirs: path => !path.endsWith('.pyc') && !path.includes('.dist-info/') && !/^_virtualenv\.(py|pth)$/.test(path),
}

function listFiles(directory) {
  return output('find', [`${directory}/`, '-not', '-type', 'd', '-printf', '%P\\n'])
    .split('\n')
    .sort()
}

/** What `act` returns; where it throws, one line says why, and there is one thing more that was left out. */
function attempt(skipped, way, act) {
  try {
    return act()
  } catch (error) {
    const reason = reasonOf(error)
    console.error(`${way} is left out: ${reason}`)
    skipped.push({ way, reason })
    return undefined
  }
}

function reasonOf({ stderr, message }) {
  const lines = (stderr || message).trim().split('\n')
  return lines.find(line => /error/i.test(line)) ?? lines[0]
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
