// The ways from warm caches to an environment: what each runs, and how to see that it did what its name says.
import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runAll } from './commands.js'
import { tools } from './tools.js'
import { mounts } from './warm-places.js'

/**
 * A context has what those of tools.js have but venv and cache, and: root (of the place), own (the fresh directory of the run) and
 * tree (the environment that is copied or packed).
 *
 * - `commands`: what is measured; `venv`: what they make.
 * - `seed`: once, before the first run. `prepare`: before each run. Neither is measured.
 * - `fills`: a first run fills a cache, and does not count.
 * - `files`: whose bytecode and metadata it must hold: `ours`, `plain` (ours without bytecode) or `theirs` (the sources only).
 * - `check`: throws if the environment was made in another way.
 * - `seedSize`, `runSize`: the disk space that caches and one run take, as a multiple of the environment.
 */
export const ways = {
  wheelcrew: ours({ linkMode: 'hardlink', check: isLinked }),
  'wheelcrew-plain': ours({ linkMode: 'hardlink', check: isLinked, bytecode: false, files: 'plain' }),
  'wheelcrew-ready': {
    ...ours({ linkMode: 'hardlink', check: wasThereBefore, venv: repeatedVenv('ready') }),
    prepare: prepareReady,
  },
  'wheelcrew-image': {
    ...ours({ linkMode: 'image', check: isMounted, venv: repeatedVenv('image'), seedSize: 0.5 }),
    prepare: context => clearPath(ways['wheelcrew-image'], context, 'used'),
  },
  uv: uv({ linkMode: 'hardlink', check: isLinked, runSize: 0.3 }),
  'uv-plain': uv({ linkMode: 'hardlink', check: isLinked, bytecode: false }),
  cp: copied({
    commands: ({ tree, own }) => [['cp', '--archive', '--link', tree, join(own, 'venv')]],
    check: isLinked,
  }),
  'wheelcrew-copy': ours({ linkMode: 'copy', check: isNotLinked, runSize: 1.1 }),
  'uv-copy': uv({ linkMode: 'copy', check: isNotLinked, runSize: 1.1 }),
  'uv-copy-plain': uv({ linkMode: 'copy', check: isNotLinked, bytecode: false, runSize: 1.1 }),
  tar: unpacked({ suffix: '.tar', flags: [], seedSize: 1 }),
  'tar-zstd': unpacked({ suffix: '.tar.zst', flags: ['--zstd'], seedSize: 0.7 }),
  pip: {
    commands: context => tools.pip({ ...context, bytecode: true, venv: ownVenv(context) }),
    venv: ownVenv,
    files: 'theirs',
    seedSize: 0,
    runSize: 1.1,
  },
}

export function sitePackages({ python }, venv) {
  const [, version] = /python(3\.\d+)/.exec(realpathSync(python))
  return join(venv, 'lib', `python${version}`, 'site-packages')
}

function ours({ bytecode = true, venv = ownVenv, linkMode, ...facts }) {
  const commands = context => {
    const places = { venv: venv(context), cache: join(context.root, 'store') }
    return tools.wheelcrew({ ...context, ...places, linkMode, bytecode })
  }
  return { commands, venv, files: 'ours', seedSize: 0.1, runSize: 0.1, fills: true, ...facts }
}

function uv({ bytecode = true, linkMode, ...facts }) {
  const cacheOf = ({ root }) => join(root, 'uv-cache')
  const commands = context =>
    tools.uv({ ...context, venv: ownVenv(context), cache: cacheOf(context), linkMode, bytecode })
  const seedSize = context => (existsSync(cacheOf(context)) ? 0 : 1.1)
  return { commands, venv: ownVenv, files: 'theirs', seedSize, runSize: 0.1, fills: true, ...facts }
}

/** What knows nothing of wheels, and puts the same tree elsewhere. */
function copied(facts) {
  return { venv: ownVenv, files: 'ours', seedSize: 0, runSize: 0.1, ...facts }
}

function unpacked({ suffix, flags, seedSize }) {
  const archiveOf = ({ root }) => join(root, `venv${suffix}`)
  const commands = context => [['tar', ...flags, '-xf', archiveOf(context), '-C', context.own]]
  const seed = context => runAll([['tar', ...flags, '-cf', archiveOf(context), '-C', dirname(context.tree), 'venv']])
  return copied({ commands, check: isNotLinked, seed, seedSize, runSize: 1.1 })
}

function ownVenv({ own }) {
  return join(own, 'venv')
}

/** A runner's path repeats: the same one for each run of a way. */
function repeatedVenv(way) {
  return ({ root }) => join(root, way, 'venv')
}

/** Leaves a copy for the path in the store, and nothing at the path. What is measured takes that copy and leaves no other. */
function prepareReady(context) {
  const way = ways['wheelcrew-ready']
  clearPath(way, context, 'used')
  runAll(way.commands({ ...context, flags: ['--ready-environments'] }))
  clearPath(way, context, 'unused')
}

/** Moves the environment there away, or what is left of a mounted one. */
function clearPath(way, context, name) {
  const venv = way.venv(context)
  mkdirSync(dirname(venv), { recursive: true })
  if (lstatSync(venv, { throwIfNoEntry: false }) !== undefined) renameSync(venv, join(context.own, name))
}

function wasThereBefore({ site, started }) {
  if (isNew(site, started)) throw new Error(`error: ${site} was made anew`)
}

function isMounted({ site }) {
  const path = realpathSync(site)
  const mount = mounts().find(each => path.startsWith(`${each.path}/`))
  if (mount?.type !== 'overlay') throw new Error(`error: ${site} is no mounted image but on ${mount?.type}`)
}

function isLinked({ site, sample, started }) {
  if (statSync(join(site, sample)).nlink === 1) throw new Error(`error: ${sample} is no hard link`)
  if (!isNew(site, started)) throw new Error(`error: ${site} was not made anew`)
}

function isNotLinked({ site, sample }) {
  if (statSync(join(site, sample)).nlink > 1) throw new Error(`error: ${sample} is a hard link`)
}

/** File systems tell the time of a kernel's tick. */
function isNew(path, started) {
  return statSync(path).birthtimeMs > started - 10
}
