// What each way from a saved cache to a ready environment runs. Its directory is fresh; the cache is at a place: a directory or a server.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transferCommand } from './transfer.js'

const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/**
 * The commands of one measurement. A context has: lock, emptyLock and requirements (files), wheels (directory), python and uv
 * (executables), own (the fresh directory) and place.
 */
export const cacheTools = {
  wheelcrew: context => [wheelcrew('install', context, restoring(context))],
  /** The same on a machine whose store later jobs use. */
  'wheelcrew-store': context => [wheelcrew('install', context, restoring(context))],
  /** Mounts: whoever runs it has to run `unmounting` afterwards. */
  'wheelcrew-image': context => {
    const place = { ...context.place, backend: context.place.imageBackend }
    return [wheelcrew('install', context, [...restoring({ place }), '--link-mode', 'image'])]
  },
  'uv-cache': context => {
    const archive = archiveOf(context, 'uv-cache')
    return [...archive.commands, unpack(archive.path, context.own), ...uvInstall(context)]
  },
  'venv-tar': context => {
    const archive = archiveOf(context, 'venv')
    return [...archive.commands, unpack(archive.path, context.own)]
  },
  /** The bytes of wheelcrew's packs and manifest, and nothing else. */
  download: ({ place }) => [fetchOnly(place, 'entries')],
  /** The bytes of its images, and nothing else. */
  'download-image': ({ place }) => [fetchOnly(place, 'images')],
  /** What wheelcrew needs before its first pack, and no pack: an empty lock. */
  start: context => [wheelcrew('restore', { ...context, lock: context.emptyLock }, restoring(context))],
}

/** One run of this tree's command line with the store in `own`, and there the environment too unless it is `restore`. */
export function wheelcrew(command, { lock, python, own, store = join(own, 'store') }, args) {
  const venv = command === 'install' ? ['--venv', join(own, 'venv')] : []
  const places = ['--python', python, '--store', store, ...venv]
  return [process.execPath, cli, command, '--quiet', '-r', lock, '--no-index', ...places, ...args]
}

/** Takes away what is mounted in the store of `own` and no link points to. */
export function unmounting({ own }) {
  return [process.execPath, cli, 'gc', '--quiet', '--store', join(own, 'store')]
}

function restoring({ place }) {
  return ['--cache-backend', place.backend, '--save-cache=false']
}

/** uv makes `own/venv` from the wheels and `own/uv-cache`. */
export function uvInstall({ requirements, wheels, python, uv, own }) {
  const venv = join(own, 'venv')
  const places = ['--python', venv, '--cache-dir', join(own, 'uv-cache'), '--no-index', '--find-links', wheels]
  return [
    [uv, 'venv', '--quiet', '--no-project', '--python', python, venv],
    [
      uv,
      'pip',
      'install',
      '--quiet',
      '--compile-bytecode',
      '--no-deps',
      '--require-hashes',
      ...places,
      '-r',
      requirements,
    ],
  ]
}

function fetchOnly({ address }, key) {
  return transferCommand('fetch', { address, key, file: '/dev/null' })
}

/** As actions/cache packs and unpacks. */
export function pack(archive, directory, name) {
  return ['tar', '--use-compress-program', 'zstd -3 -T0', '-cf', archive, '-C', directory, name]
}

function unpack(archive, directory) {
  return ['tar', '--use-compress-program', 'unzstd', '-xf', archive, '-C', directory]
}

/** Where the archive lies once the commands have run: a server's is downloaded whole first, as actions/cache does. */
function archiveOf({ place, own }, key) {
  if (place.address === undefined) return { commands: [], path: join(place.directory, `${key}.tar.zst`) }
  const path = join(own, `${key}.tar.zst`)
  return { commands: [transferCommand('fetch', { address: place.address, key, file: path })], path }
}
