/** Chooses where the store lies, and whether its files can be linked into an environment: by trying, never by device number. */
import { randomUUID } from 'node:crypto'
import { link, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errnoOf, hasErrno, isUserError, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { LinkModeSetting } from '../settings.js'
import { openStore, type Store } from './store.js'
import { permitsLinks } from './stored-file.js'

export type LinkMode = 'hardlink' | 'copy'

export type LocatedStore = {
  /** What `--store` names: it holds `v1`. */
  readonly directory: string
  readonly store: Store
  readonly linkMode: LinkMode
  /** Why this mode, for the report. */
  readonly reason: string
}

/**
 * Opens the named store, or the first of the usual places from which a hard link succeeds into `target`, or into the
 * nearest directory above it that is there.
 * Throws UserError STORE_UNWRITABLE, or LINK_IMPOSSIBLE when `hardlink` was asked for and no link can be made.
 */
export async function locateStore(
  named: string,
  target: string,
  options: { readonly host: Host; readonly linkMode: LinkModeSetting },
): Promise<LocatedStore> {
  const candidates = named === '' ? usualPlaces(options.host) : [named]
  let fallback: { directory: string; store: Store; errno: string } | undefined
  for (const directory of candidates) {
    const store = await openIfPossible(directory, named)
    if (store === undefined) continue
    if (options.linkMode === 'copy') return { directory, store, linkMode: 'copy', reason: 'asked for' }
    if (options.linkMode === 'auto' && !permitsLinks(options.host.umask)) {
      const mask = options.host.umask.toString(8).padStart(4, '0')
      return {
        directory,
        store,
        linkMode: 'copy',
        reason: `files of the store have rights that the umask ${mask} takes away`,
      }
    }
    const errno = await tryLink(store, target)
    if (errno === undefined) return { directory, store, linkMode: 'hardlink', reason: 'a link from the store succeeds' }
    fallback ??= { directory, store, errno }
  }
  if (fallback === undefined) throw noStore(candidates)
  if (options.linkMode === 'hardlink') throw linkImpossible(fallback.store, target, fallback.errno)
  const { directory, store, errno } = fallback
  return { directory, store, linkMode: 'copy', reason: `linking from the store fails with ${errno}` }
}

/** Directories that may hold the store, best first: tool cache, `_tool` of the runner's work directory, user cache. */
export function usualPlaces(host: Host): readonly string[] {
  const { env, homeDirectory, platform } = host
  const toolCaches = [env.RUNNER_TOOL_CACHE, env.AGENT_TOOLSDIRECTORY]
  const workspace = env.RUNNER_WORKSPACE
  const userCache =
    platform.os === 'win32'
      ? (env.LOCALAPPDATA ?? join(homeDirectory, 'AppData', 'Local'))
      : (env.XDG_CACHE_HOME ?? join(homeDirectory, platform.os === 'darwin' ? 'Library/Caches' : '.cache'))
  const parents = [...toolCaches, workspace && join(dirname(workspace), '_tool'), userCache]
  return parents
    .filter(parent => parent !== undefined && parent !== '')
    .map(parent => join(String(parent), 'wheelcrew'))
}

async function openIfPossible(directory: string, named: string): Promise<Store | undefined> {
  try {
    return await openStore(directory)
  } catch (error) {
    if (named !== '' || !isUserError(error)) throw error
    return undefined
  }
}

/** The errno of a real link from the store to where `target` lies or will lie; undefined when it worked. */
async function tryLink(store: Store, target: string): Promise<string | undefined> {
  const source = join(store.temporary, `probe-${randomUUID()}`)
  const destination = join(await nearestDirectory(target), `.wheelcrew-probe-${randomUUID()}`)
  try {
    await writeFile(source, '')
    await link(source, destination)
    return undefined
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === undefined) throw error
    return errno
  } finally {
    await Promise.all([rm(source, { force: true }), rm(destination, { force: true }).catch(() => undefined)])
  }
}

async function nearestDirectory(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) return path
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG')) throw error
  }
  return dirname(path) === path ? path : nearestDirectory(dirname(path))
}

function noStore(candidates: readonly string[]): UserError {
  return new UserError('STORE_UNWRITABLE', `none of these directories can hold the store: ${candidates.join(', ')}`, {
    hint: 'name a directory that can be written to with `--store`',
  })
}

function linkImpossible(store: Store, target: string, errno: string): UserError {
  return new UserError('LINK_IMPOSSIBLE', `no hard link from \`${store.root}\` to \`${target}\` (${errno})`, {
    hint: 'put the store on the file system of the environment with `--store`, or use `--link-mode copy`',
  })
}
