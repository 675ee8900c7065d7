// Fills the caches that the cache measurements start from, once, and checks that what comes out of ours is what went in.
import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pack, uvInstall, wheelcrew } from './cache-tools.js'
import { output, scrubbed } from './commands.js'
import { transferCommand } from './transfer.js'

/** Makes `work/seeds`: our cache and store, and the archives of uv's cache and of its environment. */
export function fillDirectory(bench) {
  const own = join(bench.work, 'seeds')
  const directory = join(own, 'entries')
  mkdirSync(directory, { recursive: true })
  const [backend, imageBackend] = ['packs', 'images'].map(name => pathToFileURL(join(own, name)).href)
  const place = { name: 'directory', directory, backend, imageBackend, env: {} }
  runAll([wheelcrew('install', { ...bench, own }, filling(bench, place.backend))])
  renameSync(join(own, 'venv'), join(own, 'our-venv'))
  runAll(uvInstall({ ...bench, own }))
  saveImages(bench, { own, store: join(own, 'store'), backend: imageBackend })
  for (const name of ['uv-cache', 'venv']) runAll([pack(join(directory, `${name}.tar.zst`), own, name)])
  const bytes = {
    wheelcrew: bytesOf(filesIn(join(own, 'packs'))),
    'wheelcrew-image': bytesOf(filesIn(join(own, 'images')).filter(isImage)),
    ...Object.fromEntries(readdirSync(directory).map(name => [basename(name, '.tar.zst'), sizeOf(directory, name)])),
  }
  return { place, bytes, store: join(own, 'store') }
}

/** Saves the same to the service: the archives as they are, ours by its own upload, and its bytes once more as one entry. */
export function fillServer(bench, { place, store }, address) {
  const own = join(bench.work, 'seeds-server')
  mkdirSync(own)
  const save = (key, file) => runAll([transferCommand('save', { address, key, file })])
  for (const key of ['uv-cache', 'venv']) save(key, join(place.directory, `${key}.tar.zst`))
  const saveTogether = (key, files) => {
    const whole = join(own, key)
    execFileSync('cat', files, { stdio: ['ignore', openSync(whole, 'w'), 'inherit'] })
    save(key, whole)
    rmSync(whole)
  }
  saveTogether('entries', filesIn(join(bench.work, 'seeds', 'packs')))
  const images = filesIn(join(bench.work, 'seeds', 'images')).filter(isImage)
  if (images.length > 0) saveTogether('images', images)
  const env = { ACTIONS_CACHE_SERVICE_V2: '1', ACTIONS_RESULTS_URL: address, ACTIONS_RUNTIME_TOKEN: 'bench' }
  runAll(
    [wheelcrew('install', { ...bench, own, store }, filling(bench, 'github'))],
    { ...bench.env, ...env, RUNNER_TEMP: own },
    own,
  )
  const saving = { ...bench.env, ...env, RUNNER_TEMP: own }
  saveImages(bench, { own: join(own, 'image'), store, backend: 'github', env: saving })
  return { name: 'server', address, backend: 'github', imageBackend: 'github', env }
}

/** Saves the environment as images beside the packs: a first run links, and makes them when it is done. */
function saveImages(bench, { own, store, backend, env }) {
  const image = join(own, 'image')
  mkdirSync(image, { recursive: true })
  const args = [...filling(bench, backend), '--link-mode', 'image']
  runAll([wheelcrew('install', { ...bench, own: image, store }, args)], env, image)
}

/** Throws unless an environment made from our cache alone has the files, bytes, modes and times of the one that filled it. */
export function checkSameTree(bench, { place, store }) {
  for (const name of ['through-store', 'direct']) {
    const env = { ...bench.env, ...(name === 'direct' && { RUNNER_ENVIRONMENT: 'github-hosted' }) }
    checkTree({ ...bench, own: join(bench.work, 'same-tree', name) }, { place, store, env })
  }
}

function checkTree(bench, { place, store, env }) {
  const { own } = bench
  const [venv, expected] = ['venv', 'expected'].map(name => join(own, name))
  mkdirSync(own, { recursive: true })
  const linked = wheelcrew('install', { ...bench, store }, ['--find-links', bench.wheels, '--cache-backend', 'none'])
  runAll([linked])
  renameSync(venv, expected)
  const args = ['--cache-backend', place.backend, '--save-cache=false']
  runAll([wheelcrew('install', bench, args)], env)
  if (listing(venv) !== listing(expected)) throw new Error(`${venv} has not the paths, modes and times of ${expected}`)
  runAll([['diff', '--recursive', '--brief', '--no-dereference', expected, venv]])
}

/** Paths, kinds, modes and link targets; of installed sources the time too, on which their bytecode depends. */
function listing(directory) {
  const source = ['-path', '*/site-packages/*.py', '-printf', '%P %y %m %Ts\n']
  return output('find', [directory, ...source, '-o', '-printf', '%P %y %m %l\n'])
    .split('\n')
    .sort()
    .join('\n')
}

/** What a lock with one small wheel more adds to a cache that holds the rest: the bytes of each new entry. */
export function measureChange(bench, { store }) {
  const wheel = typicalPureWheel(bench.wheels)
  const own = join(bench.work, 'change')
  const packs = join(own, 'packs')
  const backend = pathToFileURL(packs).href
  for (const name of ['before', 'after']) mkdirSync(join(own, name), { recursive: true })
  const before = join(own, 'before', 'pylock.toml')
  writeFileSync(before, without(readFileSync(bench.lock, 'utf8'), wheel.split('-')[0]))
  const save = (name, context) => {
    const args = [...filling(bench, backend), '--cache-revision', name]
    runAll([wheelcrew('install', { ...bench, own: join(own, name), ...context }, args)], bench.env)
    return readdirSync(packs)
  }
  const first = save('before', { lock: before, store })
  const added = save('after', {}).filter(name => !first.includes(name))
  return { wheel, bytes: sizeOf(bench.wheels, wheel), added: added.map(name => sizeOf(packs, name)) }
}

function filling({ wheels }, backend) {
  return ['--find-links', wheels, '--cache-backend', backend]
}

/** The median by size of the wheels that hold nothing but Python. */
function typicalPureWheel(wheels) {
  const pure = readdirSync(wheels).filter(name => name.endsWith('-py3-none-any.whl'))
  return pure.sort((a, b) => sizeOf(wheels, a) - sizeOf(wheels, b))[pure.length >> 1]
}

/** A pylock without one distribution. */
function without(lock, distribution) {
  const normalised = distribution.toLowerCase().replaceAll(/[-_.]+/g, '-')
  const blocks = lock.split(/^(?=\[\[packages\]\])/m)
  const kept = blocks.filter(block => !block.includes(`\nname = "${normalised}"\n`))
  if (kept.length === blocks.length) throw new Error(`the lock does not name \`${normalised}\``)
  return kept.join('')
}

function runAll(commands, env = scrubbed(), cwd) {
  for (const [command, ...args] of commands) {
    try {
      output(command, args, { env, cwd, stdio: 'pipe' })
    } catch (error) {
      console.error(error.stdout)
      throw error
    }
  }
}

const isImage = path => basename(path).includes('-image-')

function filesIn(directory) {
  return readdirSync(directory).map(name => join(directory, name))
}

function bytesOf(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0)
}

function sizeOf(directory, name) {
  return statSync(join(directory, name)).size
}
