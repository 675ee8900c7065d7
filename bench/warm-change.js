// Measures what one changed package costs in an environment of 200, beside uv, and writes docs/benchmarks.md.
//
//   node bench/warm-change.js [--runs 5] [--work DIR] [--python python3.11] [--uv uv] [--file-systems ext4,tmpfs]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureCommands, output, readOptions, rotate, runAll, versionsOf } from './commands.js'
import { median } from './results.js'
import { synchronise } from './tools.js'
import { requirementsOf } from './warm-made.js'
import { closePlaces, discard, openPlaces } from './warm-places.js'
import {
  factsOf,
  ratios,
  renderFacts,
  samplesOf,
  seconds,
  spread,
  table,
  threeDigits,
  wall,
  writeSection,
} from './warm-results.js'
import { sitePackages } from './warm-ways.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const [packageCount, moduleCount, changed] = [200, 50, 'made_100']
const ways = { wheelcrew: ['wheelcrew', true], uv: ['uv', true], 'uv-plain': ['uv', false] }
const steps = ['fresh', 'unchanged', 'known', 'new']
const options = readOptions({ 'file-systems': { type: 'string', default: 'ext4,tmpfs' } })
const places = openPlaces(options['file-systems'], options.work)
const wheels = join(places[0].root, 'wheels')
try {
  const base = makeBase()
  for (const place of places) fillCaches(place, base)
  const samples = Array.from({ length: options.runs }, (_, round) => measureRound(round, base)).flat()
  const facts = factsOf({ ...options, set: 'change' }, versionsOf(options))
  const fileSystems = places.map(({ name }) => name)
  writeSection(root, 'change', { ...facts, fileSystems, samples }, renderChange)
} finally {
  closePlaces(places)
}

/** The requirements of the 200 packages, and those with another version of one. */
function makeBase() {
  const names = Array.from({ length: packageCount }, (_, index) => `made_${index}`)
  const lines = requirementsOf(
    options,
    wheels,
    names.map(name => [name, '1.0', moduleCount]),
  )
  return { lines, before: write('before', lines), known: write('known', withVersion(lines, '2.0')) }
}

function withVersion(lines, version) {
  const [other] = requirementsOf(options, wheels, [[changed, version, moduleCount]])
  return lines.map(line => (line.startsWith(`${changed}==`) ? other : line))
}

function write(name, lines) {
  const path = join(wheels, `${name}.txt`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

function fillCaches(place, { before, known }) {
  for (const way of Object.keys(ways)) {
    const context = contextOf(place, way, 'fill')
    runAll(commandsOf(way, { ...context, requirements: before }))
    runAll(commandsOf(way, { ...context, requirements: known, exists: true }))
  }
}

/** Every step of every way, in an environment for each way that goes through all steps; a new version is new to all. */
function measureRound(round, { lines, before, known }) {
  const fresh = write('new', withVersion(lines, `3.${round}`))
  const locks = { fresh: before, unchanged: before, known, new: fresh }
  const versions = { fresh: '1.0', unchanged: '1.0', known: '2.0', new: `3.${round}` }
  return places.flatMap(place =>
    rotate(Object.keys(ways), round).flatMap(way => {
      const context = contextOf(place, way, String(round))
      const samples = steps.map(step => {
        output('sync', [])
        const commands = commandsOf(way, { ...context, requirements: locks[step], exists: step !== 'fresh' })
        const cost = measureCommands(commands, options)
        checkVersion(context.venv, versions[step])
        return { slug: `${way}.${step}.${place.name}`, round, ...cost }
      })
      discard(place, context.own)
      return samples
    }),
  )
}

function contextOf({ root }, way, run) {
  const own = join(root, `${way}.${run}`)
  const [tool, bytecode] = ways[way]
  mkdirSync(own)
  const { python, uv } = options
  return { python, uv, wheels, bytecode, own, venv: join(own, 'venv'), cache: join(root, tool) }
}

function commandsOf(way, context) {
  const [tool] = ways[way]
  return synchronise[tool](context)
}

function checkVersion(venv, version) {
  const metadata = join(sitePackages(options, venv), `${changed}-${version}.dist-info`, 'METADATA')
  output('test', ['-e', metadata])
}

function renderChange(results) {
  const { fileSystems } = results
  const rows = fileSystems.flatMap(fileSystem => Object.keys(ways).map(way => renderWay(results, way, fileSystem)))
  const heads = [
    'run',
    ...steps.map(step => `${step}, s`),
    'known − unchanged, ms',
    'known ÷ uv-plain',
    'new ÷ uv',
    'new ÷ fresh',
  ]
  return [renderFacts(results, []), '', ...table(heads, rows)].join('\n')
}

function renderWay({ samples }, way, fileSystem) {
  const of = (name, step) => samplesOf(samples, `${name}.${step}.${fileSystem}`)
  const own = step => of(way, step)
  const rise = own('known').map((sample, index) => sample.wallMs - own('unchanged')[index].wallMs)
  return [
    `\`${way}.change.${fileSystem}\``,
    ...steps.map(step => seconds(own(step), wall)),
    threeDigits(median(rise)),
    spread(ratios(own('known'), of('uv-plain', 'known'), wall)),
    spread(ratios(own('new'), of('uv', 'new'), wall)),
    spread(ratios(own('new'), own('fresh'), wall)),
  ]
}
