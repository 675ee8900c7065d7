// Plays the history of a lock through one cache directory, and writes docs/benchmarks.md: what each save adds, and what a restore of it reads.
//
//   node bench/revisions.js [--set jupyterlab] [--wheels DIR] [--work DIR] [--python python3.11] [--saves 50]
//
// Each save is made by a machine with an empty store: it restores from the revision before and takes what is new from `--wheels`,
// where bench/revisions-history.js has put it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { zstdDecompressSync } from 'node:zlib'
import { output } from './commands.js'
import { oneAtATime, readHistory, writeLock } from './revisions-locks.js'
import { writeRevisions } from './revisions-results.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist', 'cli', 'index.js')
const ownPackBytes = 64 << 20
const twoHours = 2 * 60 * 60

const options = readOptions()
const work = mkdtempSync(join(options.work, 'wheelcrew-revisions-'))
try {
  const history = readHistory(root, options.set)
  const histories = { locks: history.slice(0, options.saves), wheels: oneAtATime(history).slice(-options.saves) }
  const series = Object.entries(histories).map(([name, revisions]) => [name, play(name, revisions)])
  writeRevisions({ root, ...options, series: Object.fromEntries(series) })
} finally {
  rmSync(work, { recursive: true })
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'jupyterlab' },
      wheels: { type: 'string' },
      work: { type: 'string', default: tmpdir() },
      python: { type: 'string', default: 'python3.11' },
      saves: { type: 'string', default: '50' },
    },
  })
  const wheels = values.wheels ?? join(root, 'bench', 'results', 'tmp', `${values.set}-revisions`, 'wheels')
  return { ...values, wheels, saves: Number(values.saves) }
}

function play(name, revisions) {
  const cache = join(work, name)
  mkdirSync(cache)
  let before = []
  return revisions.map((revision, index) => {
    const own = join(work, `${name}-${index}`)
    mkdirSync(own)
    const { packs, ...sample } = measure({ ...revision, index }, { own, cache, before })
    before = packs
    rmSync(own, { recursive: true })
    console.error(`${name} ${index} ${JSON.stringify(sample)}`)
    return sample
  })
}

/** Saves one revision, then restores it on another machine. All figures are bytes or counts. */
function measure({ date, wheels, index }, { own, cache, before }) {
  const lock = join(own, 'requirements.txt')
  writeLock(lock, wheels)
  const run = (command, store, args) => wheelcrew(command, { lock, own, store: join(own, store) }, args)
  const shared = ['--cache-backend', pathToFileURL(cache).href, '--cache-revision', `${index}`]
  const present = readdirSync(cache)

  const given = ['--find-links', options.wheels]
  run('warm', 'store', [...shared, ...given])
  const added = readdirSync(cache).filter(name => name.endsWith('.entry') && !present.includes(name))
  const manifest = added.find(name => !isPack(name))
  const { packs } = JSON.parse(zstdDecompressSync(readFileSync(join(cache, manifest))).toString('utf8'))

  const alone = join(own, 'alone')
  run('save', 'store', [...given, '--cache-backend', pathToFileURL(alone).href, '--cache-revision', `${index}`])

  age(cache)
  const { cache: found } = run('restore', 'restored', [...shared, '--save-cache=false'])
  if (found.outcome !== 'hit') throw new Error(`revision ${index} of ${date} was restored as a ${found.outcome}`)

  const isNew = ({ sha256 }) => !before.flatMap(pack => pack.wheels).some(wheel => wheel.sha256 === sha256)
  const fresh = wheels.filter(isNew)
  const known = before.map(({ digest }) => digest)
  const packed = packs.filter(({ digest }) => !known.includes(digest)).flatMap(pack => pack.wheels)
  return {
    date,
    newWheels: fresh.length,
    newWheelBytes: sum(fresh.map(({ size }) => size)),
    newUnpackedBytes: sum(fresh.map(({ unpacked }) => unpacked)),
    packedAgain: packed.filter(wheel => !isNew(wheel)).length,
    addedBytes: bytesOf(cache, added),
    manifestBytes: bytesOf(cache, [manifest]),
    packsRead: usedSince(cache).filter(isPack).length,
    ownPacks: wheels.filter(({ unpacked }) => unpacked >= ownPackBytes).length,
    heldBytes: bytesOf(
      cache,
      readdirSync(cache).filter(name => packs.some(({ digest }) => name.includes(digest))),
    ),
    liveBytes: bytesOf(alone, readdirSync(alone).filter(isPack)),
    aloneBytes: bytesOf(alone, readdirSync(alone)),
    directoryBytes: bytesOf(cache, readdirSync(cache)),
    packs,
  }
}

/** Returns the report of the run. */
function wheelcrew(command, { lock, own, store }, args) {
  const report = join(own, 'report.json')
  const places = ['--python', options.python, '--store', store, '--report', report]
  output(process.execPath, [cli, command, '--quiet', '-r', lock, '--no-deps', '--no-index', ...places, ...args])
  return JSON.parse(readFileSync(report, 'utf8'))
}

function isPack(name) {
  return /-pack-[0-9a-f]{64}/.test(name)
}

/** Lets every entry look unused for two hours. */
function age(directory) {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    utimesSync(path, Date.now() / 1000 - twoHours, statSync(path).mtime)
  }
}

/** The entries that were opened after `age`: the access time of an entry tells its last use to the hour. */
function usedSince(directory) {
  const isUsed = name => statSync(join(directory, name)).atimeMs > Date.now() - (twoHours / 2) * 1000
  return readdirSync(directory).filter(isUsed)
}

function bytesOf(directory, names) {
  return sum(names.map(name => statSync(join(directory, name)).size))
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}
