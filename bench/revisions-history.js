// Makes bench/revisions/<set>.json: what an example would have locked on 50 dates, as uv resolves it with the index of that day.
//
//   node bench/revisions-history.js [--set jupyterlab] [--work DIR] [--python python3.11] [--uv uv]
//
// `--work` keeps locks, wheels and their store: a second call goes on where the first one stopped.
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { output } from './commands.js'
import { normalise, readWheels, writeLock } from './revisions-locks.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'dist', 'cli', 'index.js')
const start = Date.UTC(2024, 5, 12)
const stepMs = 18 * 24 * 60 * 60 * 1000
const revisions = 50

const options = readOptions()
const dates = Array.from({ length: revisions }, (_, index) =>
  new Date(start + index * stepMs).toISOString().slice(0, 10),
)
const locks = dates.map(resolve)
download(locks)
writeHistory(locks.map(withWheels))

function readOptions() {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'jupyterlab' },
      work: { type: 'string' },
      python: { type: 'string', default: 'python3.11' },
      uv: { type: 'string', default: 'uv' },
    },
  })
  const work = values.work ?? join(root, 'bench', 'results', 'tmp', `${values.set}-revisions`)
  for (const name of ['locks', 'wheels']) mkdirSync(join(work, name), { recursive: true })
  return { ...values, work }
}

/** The pins of a date, each with the text that pip needs to check it. */
function resolve(date) {
  const lock = join(options.work, 'locks', `${date}.txt`)
  if (!existsSync(lock)) {
    const platform = [
      '--python-version',
      '3.11',
      '--python-platform',
      'x86_64-manylinux_2_28',
      '--only-binary',
      ':all:',
    ]
    const form = ['--quiet', '--no-header', '--no-annotate', '--generate-hashes', '--exclude-newer', date]
    const input = join(root, 'examples', options.set, 'requirements.in')
    output(options.uv, ['pip', 'compile', ...platform, ...form, input, '-o', `${lock}.partial`])
    renameSync(`${lock}.partial`, lock)
  }
  const blocks = readFileSync(lock, 'utf8')
    .trim()
    .split(/\n(?=\S)/)
  return { date, pins: blocks.map(text => ({ ...pinOf(text), text })) }
}

function pinOf(text) {
  const [, name, version] = /^([^=\s]+)==(\S+)/.exec(text)
  return { name: normalise(name), version }
}

/** Downloads every wheel of the history once. */
function download(locks) {
  const wheels = join(options.work, 'wheels')
  const held = new Set(readWheels(wheels).map(({ name, version }) => `${name}==${version}`))
  for (const { date, pins } of locks) {
    const absent = pins.filter(({ name, version }) => !held.has(`${name}==${version}`))
    if (absent.length === 0) continue
    const list = join(options.work, 'locks', `${date}.new`)
    writeFileSync(list, absent.map(({ text }) => `${text}\n`).join(''))
    const form = ['--quiet', '--no-deps', '--require-hashes', '--only-binary', ':all:']
    output(options.python, ['-m', 'pip', 'download', ...form, '-r', list, '-d', wheels])
    for (const { name, version } of absent) held.add(`${name}==${version}`)
  }
}

/** The wheels of one date with their sizes, as files and unpacked with bytecode. */
function withWheels({ date, pins }) {
  const wheels = join(options.work, 'wheels')
  const files = new Map(readWheels(wheels).map(wheel => [`${wheel.name}==${wheel.version}`, wheel]))
  const chosen = pins.map(({ name, version }) => {
    const { filename } = files.get(`${name}==${version}`)
    const bytes = readFileSync(join(wheels, filename))
    return { name, version, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }
  })
  const lock = join(options.work, 'locks', `${date}.wheels.txt`)
  writeLock(lock, chosen)
  const store = join(options.work, 'store')
  const places = ['--python', options.python, '--store', store, '--cache-backend', 'none']
  const inputs = ['-r', lock, '--no-deps', '--no-index', '--find-links', wheels]
  output(process.execPath, [cli, 'warm', '--quiet', ...inputs, ...places])
  return { date, wheels: chosen.map(wheel => ({ ...wheel, unpacked: unpackedSize(store, wheel.sha256) })) }
}

function unpackedSize(store, sha256) {
  const notes = globSync(join(store, 'v1', '{wheels,bytecode/*}', sha256.slice(0, 2), sha256, 'note.json'))
  return notes.flatMap(note => JSON.parse(readFileSync(note, 'utf8')).files).reduce((sum, [, size]) => sum + size, 0)
}

/** A line for each wheel that is new at a date: name, version, sha256, bytes of the file, bytes unpacked with bytecode. */
function writeHistory(dated) {
  const lines = dated.map(({ date, wheels }, index) => {
    const before = index === 0 ? [] : dated[index - 1].wheels
    const added = wheels.filter(wheel => !before.some(other => other.sha256 === wheel.sha256))
    const gone = before.map(({ name }) => name).filter(name => !wheels.some(wheel => wheel.name === name))
    const rows = added.map(wheel => `   ${JSON.stringify(Object.values(wheel))}`)
    return `  {"date": "${date}", "gone": ${JSON.stringify(gone)}, "added": [\n${rows.join(',\n')}\n  ]}`
  })
  const facts = { set: options.set, python: '3.11', platform: 'x86_64-manylinux_2_28' }
  const head = Object.entries(facts).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  const directory = join(root, 'bench', 'revisions')
  mkdirSync(directory, { recursive: true })
  const page = `{\n${head.join('')} "revisions": [\n${lines.join(',\n')}\n ]\n}\n`
  writeFileSync(join(directory, `${options.set}.json`), page)
  console.error(`${dated.length} revisions, ${readdirSync(join(options.work, 'wheels')).length} wheels`)
}
