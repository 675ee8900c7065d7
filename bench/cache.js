// Measures how fast a saved cache becomes a ready environment, beside archives as actions/cache makes them, and writes docs/benchmarks.md.
//
//   node bench/cache.js --set scientific [--runs 5] [--wheels DIR] [--work DIR] [--python python3.11] [--uv uv] [--memory]
//                       [--places directory,server] [--rate 100e6]
//
// `--rate` is what the server sends at most, in bytes a second. One more round than `--runs` is made; the first does not count.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeCacheResults } from './cache-results.js'
import { checkSameTree, fillDirectory, fillServer, measureChange } from './cache-seeds.js'
import { cacheTools, unmounting } from './cache-tools.js'
import { measureCommands, readOptions, rotate, scrubbed, versionsOf } from './commands.js'
import { imports, provideWheels } from './sets.js'
import { venvPython } from './tools.js'
import { unmountAll } from './warm-places.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const toolsAt = {
  directory: ['wheelcrew', 'wheelcrew-store', 'wheelcrew-image', 'uv-cache', 'venv-tar'],
  server: Object.keys(cacheTools),
}
const imported = toolsAt.directory
const ours = ['wheelcrew', 'wheelcrew-store', 'wheelcrew-image', 'start']
/** A machine that is thrown away after the job, as the runners are that GitHub hosts. */
const hosted = { RUNNER_ENVIRONMENT: 'github-hosted' }
/** What no later run reads; it is removed early where less than this many bytes are free. */
const spent = [
  'runs',
  'same-tree',
  'change',
  'seeds/our-venv',
  'seeds/venv',
  'seeds/uv-cache',
  'seeds-server/venv',
  'seeds/image',
]
const spareBytes = 15e9

const given = readOptions({
  places: { type: 'string', default: 'directory,server' },
  rate: { type: 'string', default: '100e6' },
})
const options = { ...given, rate: Number(given.rate) }
const work = mkdtempSync(join(options.work, 'wheelcrew-cache-'))
try {
  const service = await startService()
  try {
    main(service)
  } finally {
    service.stop()
  }
} finally {
  unmountAll(work)
  rmSync(work, { recursive: true })
}

function main(service) {
  const emptyLock = join(work, 'pylock.empty.toml')
  writeFileSync(emptyLock, 'lock-version = "1.0"\ncreated-by = "bench"\npackages = []\n')
  const example = join(root, 'examples', options.set)
  const files = { lock: join(example, 'pylock.toml'), requirements: join(example, 'requirements.txt'), emptyLock }
  const bench = { ...options, ...files, work, wheels: provideWheels(root, options), env: withoutUv() }
  const seeds = fillDirectory(bench)
  checkSameTree(bench, seeds)
  const change = measureChange(bench, seeds)
  makeRoom()
  const names = options.places.split(',')
  const places = names.map(name => (name === 'server' ? fillServer(bench, seeds, service.address) : seeds.place))
  const samples = []
  for (let round = 0; round <= bench.runs; round++) {
    for (const place of places) {
      // Where images cannot be made and mounted, none were saved.
      const tools = toolsAt[place.name].filter(tool => seeds.bytes[tool.replace('download', 'wheelcrew')] !== 0)
      for (const tool of rotate(tools, round)) samples.push(measure(tool, { ...bench, place, round }))
    }
  }
  const counted = samples.filter(sample => sample.round > 0)
  writeCacheResults({ root, bench, samples: counted, change, bytes: seeds.bytes, versions: versionsOf(bench) })
}

/** The service runs in its own process, and ends with this one. */
async function startService() {
  const directory = join(work, 'service')
  mkdirSync(directory)
  const script = join(root, 'bench', 'cache-server.js')
  const child = spawn(process.execPath, [script, directory, String(options.rate)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the cache server ended with ${code}`)
  })
  const [line] = await Promise.race([once(child.stdout, 'data'), ended])
  return { address: line.toString('utf8').trim(), stop: () => child.kill() }
}

/** Our runs could find no uv, even if they looked for one. */
function withoutUv() {
  const directories = (process.env.PATH ?? '').split(delimiter).filter(directory => !existsSync(join(directory, 'uv')))
  return { ...scrubbed(), PATH: directories.join(delimiter) }
}

function measure(tool, context) {
  const { set, place, round, python, memory } = context
  const slug = `${tool}.${set}.${place.name}`
  const own = join(work, 'runs', `${slug}.${round}`)
  makeRoom()
  mkdirSync(own, { recursive: true })
  const machine = tool === 'wheelcrew-store' ? {} : hosted
  const env = ours.includes(tool) ? { ...context.env, ...place.env, ...machine, RUNNER_TEMP: own } : scrubbed()
  const cost = measureCommands(cacheTools[tool]({ ...context, own }), { python, memory, env, cwd: own })
  const first = [[venvPython(join(own, 'venv')), '-c', imports[set]]]
  const importMs = imported.includes(tool) ? measureCommands(first, { python }).wallMs : undefined
  if (tool === 'wheelcrew-image') unmount(own)
  console.error(
    `${slug} ${round}: ${cost.wallMs.toFixed(0)} ms${importMs ? `, first import ${importMs.toFixed(0)} ms` : ''}`,
  )
  return { slug, round, ...cost, importMs }
}

/** Without its link, an environment that is mounted is nobody's. */
function unmount(own) {
  if (!lstatSync(join(own, 'venv')).isSymbolicLink()) throw new Error(`${own}: no image was mounted`)
  rmSync(join(own, 'venv'))
  const [command, ...args] = unmounting({ own })
  execFileSync(command, args)
}

/** Nobody pays for what an earlier run left to be written; where the disk gets full, what is no longer needed goes. */
function makeRoom() {
  const { bavail, bsize } = statfsSync(work)
  if (bavail * bsize < spareBytes) {
    for (const name of spent) rmSync(join(work, name), { recursive: true, force: true })
  }
  execFileSync('sync')
}
