// What docs/benchmarks.md says about the warm ways to one of the example environments.
import { median, peakMegabytes, untilImported } from './results.js'
import { ratios, renderFacts, samplesOf, seconds, spread, table, threeDigits, wall } from './warm-results.js'

const withUv = ['uv', 'uv-plain']
/** How many times as fast we want to be, by set. */
const aims = [
  ['bytecode, against uv with bytecode', wall, 'wheelcrew', ['uv'], [40, 25, 40]],
  ['bytecode, by hard links, against uv without', wall, 'wheelcrew', ['uv-plain'], [0.7, 1, 1]],
  ['until imported, against the better of uv with and without', untilImported, 'wheelcrew', withUv, [2, 1.2, 2]],
  ['ready environment, against uv without bytecode', wall, 'wheelcrew-ready', ['uv-plain'], [1, 3, 4]],
  ['image, against unpacking a tar of it', wall, 'wheelcrew-image', ['tar'], [30, 8, 200]],
  ['image, against unpacking a tar at zstd', wall, 'wheelcrew-image', ['tar-zstd'], [30, 8, 200]],
]
const sets = ['scientific', 'jupyterlab', 'cuda']
const mostMegabytes = 300

/** One table of the aims, one of the ways for each file system, and what was left out. */
export function renderSet(results) {
  const { wheels, skipped } = results
  const fileSystems = results.sizes.map(size => size.fileSystem)
  return [
    renderFacts(results, [`${wheels.count} wheels, ${Math.round(wheels.bytes / 1e6)} MB`]),
    '',
    ...table(['times as fast', 'aim', ...fileSystems], renderAims(results, fileSystems)),
    ...results.sizes.flatMap(size => renderWays(results, size)),
    ...skipped.flatMap(({ way, reason }) => ['', `\`${way}\` is left out: ${reason}`]),
  ].join('\n')
}

function renderAims(results, fileSystems) {
  const { set, memory } = results
  const rows = aims.map(([title, read, way, peers, least]) => {
    const aim = least[sets.indexOf(set)]
    const cells = fileSystems.map(name => renderReached(timesAsFast(results, { way, peers, read, name }), aim))
    return [title, aim === undefined ? '' : `≥ ${aim}`, ...cells]
  })
  if (memory.length === 0) return rows
  const peaks = fileSystems.map(name => samplesOf(memory, `wheelcrew.${set}.${name}`)).map(renderPeak)
  return [...rows, ['peak memory, MB', `< ${mostMegabytes}`, ...peaks]]
}

/** The peer that is faster by its median stands for all. */
function timesAsFast({ set, samples }, { way, peers, read, name }) {
  const of = tool => samplesOf(samples, `${tool}.${set}.${name}`)
  const measured = peers.map(of).filter(own => own.length > 0)
  if (measured.length < peers.length) return []
  const [best] = measured.toSorted((one, other) => median(one.map(read)) - median(other.map(read)))
  return ratios(best, of(way), read)
}

function renderReached(values, aim) {
  if (values.length === 0) return 'not measured'
  if (aim === undefined) return spread(values)
  return `${spread(values)} ${median(values) >= aim ? 'reached' : '**missed**'}`
}

function renderPeak(own) {
  if (own.length === 0) return 'not measured'
  return `${peakMegabytes(own)} ${peakMegabytes(own) < mostMegabytes ? 'reached' : '**missed**'}`
}

function renderWays({ set, samples, memory }, { fileSystem, bytes, files }) {
  const slugs = [...new Set(samples.map(({ slug }) => slug))].filter(slug => slug.endsWith(`.${fileSystem}`))
  const of = slug => samplesOf(samples, slug)
  const [uv, plain] = withUv.map(tool => of(`${tool}.${set}.${fileSystem}`))
  const rows = slugs.map(slug => {
    const own = of(slug)
    const peak = samplesOf(memory, slug)
    return [
      `\`${slug}\``,
      seconds(own, untilImported),
      seconds(own, wall),
      seconds(own, sample => sample.importMs),
      seconds(own, sample => sample.userMs + sample.systemMs),
      middle(ratios(own, uv, untilImported)),
      middle(ratios(own, plain, untilImported)),
      middle(ratios(own, uv, wall)),
      middle(ratios(own, plain, wall)),
      peak.length === 0 ? '' : peakMegabytes(peak),
    ]
  })
  const heads = ['until imported, s', 'wall, s', 'first import, s', 'CPU, s']
  const compared = ['until imported ÷ uv', '÷ uv-plain', 'wall ÷ uv', '÷ uv-plain', 'peak memory, MB']
  return [
    '',
    `${fileSystem}: ${files} files, ${Math.round(bytes / 1e6)} MB.`,
    '',
    ...table(['run', ...heads, ...compared], rows),
  ]
}

function middle(values) {
  return values.length === 0 ? '' : threeDigits(median(values))
}
