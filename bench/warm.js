// Measures how fast warm caches become an environment and its first import, beside uv, pip, cp and tar; writes docs/benchmarks.md.
//
//   node bench/warm.js --set scientific [--runs 5] [--wheels DIR] [--work DIR] [--python python3.11] [--uv uv] [--memory]
//                      [--file-systems ext4,tmpfs] [--ways wheelcrew,uv,…]
//
// File systems that are not named keep what an earlier run of the same day, machine and versions measured on them.
// A way that does not work here, or makes other files, is left out and named. As root, or with passwordless sudo, images are mounted too.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOptions, versionsOf } from './commands.js'
import { sizeOf } from './results.js'
import { imports, provideWheels } from './sets.js'
import { closePlaces, openPlaces } from './warm-places.js'
import { factsOf, joinEarlier, writeSection } from './warm-results.js'
import { renderSet } from './warm-set.js'
import { measureWays } from './warm-suite.js'
import { ways } from './warm-ways.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const options = readOptions({
  'file-systems': { type: 'string', default: 'ext4,tmpfs' },
  ways: { type: 'string', default: Object.keys(ways).join(',') },
})
const requirements = join(root, 'examples', options.set, 'requirements.txt')
const wheels = provideWheels(root, options)
const bench = { ...options, requirements, wheels, firstImport: imports[options.set] }
const places = openPlaces(options['file-systems'], options.work)
try {
  const results = measureWays(bench, places, options.ways.split(','))
  const facts = { ...factsOf(bench, versionsOf(bench)), wheels: sizeOf(wheels) }
  writeSection(root, options.set, joinEarlier(root, options.set, { ...facts, ...results }), renderSet)
} finally {
  closePlaces(places)
}
