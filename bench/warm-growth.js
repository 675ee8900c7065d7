// Measures how the cost of a warm install grows with the number of files, and writes docs/benchmarks.md.
//
//   node bench/warm-growth.js [--files 1000,10000,40000,100000] [--runs 3] [--work DIR] [--python python3.11] [--uv uv]
//                             [--file-systems ext4,tmpfs] [--ways wheelcrew,uv,…]
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOptions, versionsOf } from './commands.js'
import { median } from './results.js'
import { makeWheels } from './warm-made.js'
import { closePlaces, discard, openPlaces } from './warm-places.js'
import { factsOf, ratios, renderFacts, samplesOf, table, threeDigits, wall, writeSection } from './warm-results.js'
import { measureWays } from './warm-suite.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const wheelCount = 10
const options = readOptions({
  runs: { type: 'string', default: '3' },
  files: { type: 'string', default: '1000,10000,40000,100000' },
  'file-systems': { type: 'string', default: 'ext4,tmpfs' },
  ways: { type: 'string', default: 'wheelcrew,wheelcrew-plain,wheelcrew-ready,uv,uv-plain,cp' },
})
const names = options.ways.split(',')
const sizes = options.files.split(',').map(Number)
const places = openPlaces(options['file-systems'], options.work)
const wheelsRoot = places[0].root
try {
  const results = sizes.map(measureSize)
  const facts = factsOf({ ...options, set: 'growth' }, versionsOf(options))
  const [samples, skipped] = [results.flatMap(each => each.samples), results.flatMap(each => each.skipped)]
  const fileSystems = places.map(({ name }) => name)
  writeSection(root, 'growth', { ...facts, modules: sizes, ways: names, fileSystems, skipped, samples }, renderGrowth)
} finally {
  closePlaces(places)
}

/** Each number of modules has caches of its own. */
function measureSize(modules) {
  const directory = join(wheelsRoot, `wheels-${modules}`)
  const wheels = Array.from({ length: wheelCount }, (_, index) => [`made_${index}`, '1.0', modules / wheelCount])
  const requirements = makeWheels(options, directory, wheels)
  const own = places.map(place => ({ ...place, root: join(place.root, `files-${modules}`) }))
  for (const place of own) mkdirSync(place.root)
  const bench = { ...options, set: `files-${modules}`, requirements, wheels: directory, firstImport: 'import made_0' }
  const results = measureWays(bench, own, names)
  for (const place of own) discard(place, place.root)
  return results
}

function renderGrowth(results) {
  const { fileSystems, modules, ways, skipped } = results
  const heads = [
    'run',
    ...modules.map(count => `${count}, s`),
    'slope, µs a module',
    'intercept, s',
    ratioTitle(modules),
  ]
  return [
    renderFacts(results, []),
    '',
    ...table(
      heads,
      fileSystems.flatMap(fileSystem => ways.map(way => renderWay(results, way, fileSystem))),
    ),
    ...skipped.flatMap(({ way, reason }) => ['', `\`${way}\` is left out: ${reason}`]),
  ].join('\n')
}

function renderWay({ samples, modules }, way, fileSystem) {
  const own = modules.map(count => samplesOf(samples, `${way}.files-${count}.${fileSystem}`))
  const name = `\`${way}.growth.${fileSystem}\``
  if (own.some(each => each.length === 0)) return [name, 'not measured', ...Array(modules.length + 2).fill('')]
  const medians = own.map(each => median(each.map(wall)) / 1000)
  const { slope, intercept } = fitLine(modules, medians)
  const last = ratios(own.at(-1), own.at(-3) ?? own[0], wall)
  return [
    name,
    ...medians.map(threeDigits),
    threeDigits(slope * 1e6),
    threeDigits(intercept),
    threeDigits(median(last)),
  ]
}

function ratioTitle(modules) {
  const [least, most] = [modules.at(-3) ?? modules[0], modules.at(-1)]
  return `${most} ÷ ${least} (linear: at most ${most / least})`
}

/** The straight line of the least squares. */
function fitLine(xs, ys) {
  const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(xs), mean(ys)]
  const slope = mean(xs.map((each, index) => (each - x) * (ys[index] - y))) / mean(xs.map(each => (each - x) ** 2))
  return { slope, intercept: y - slope * x }
}
