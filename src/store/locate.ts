/** Chooses where the store lies, and how its files get into an environment: by trying, never by device number. */
import { dirname, join } from 'node:path'
import { isUserError, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { LinkModeSetting } from '../settings.js'
import {
  describeErrno,
  type LinkMode,
  liesInLowerLayer,
  makeProbe,
  type ProbeSource,
  type Refusal,
  removeProbe,
  tryMode,
} from './link-probe.js'
import { openStore, type Store, storeUnwritable } from './store.js'
import { permitsLinks } from './stored-file.js'

export type { LinkMode } from './link-probe.js'

export type LocatedStore = {
  /** What `--store` names: it holds `v1`. */
  readonly directory: string
  readonly store: Store
  readonly linkMode: LinkMode
  /** Why this mode, for the report. */
  readonly reason: string
  /** True for a store that can be read only: what it lacks cannot be installed. */
  readonly isReadOnly?: boolean
}

/**
 * Opens the named store, or the best of the usual places: the first from which a file gets into `target`, or into the
 * nearest directory above it that is there, in the way that comes first on this system. A named store that cannot be
 * written to is opened when it holds wheels: they can be installed from it.
 * Throws UserError STORE_UNWRITABLE, or LINK_IMPOSSIBLE when a mode was asked for that cannot be had.
 */
export async function locateStore(
  named: string,
  target: string,
  options: { readonly host: Host; readonly linkMode: LinkModeSetting },
): Promise<LocatedStore> {
  const { host, linkMode: setting } = options
  const directories = named === '' ? usualPlaces(host) : [named]
  const ladder = ladderOf(setting, host)
  const candidates: Candidate[] = []
  for (const directory of directories) {
    const candidate = await examine(directory, ladder, { isNamed: named !== '', target })
    if (candidate === undefined) continue
    candidates.push(candidate)
    if (candidate.refused.length === 0) break
  }
  const [best] = candidates.toSorted((a, b) => a.refused.length - b.refused.length)
  if (best === undefined) throw noStore(directories)
  const { store, refused, linkMode, isReadOnly } = best
  if (linkMode === undefined) throw linkImpossible(best, setting, target)
  return { directory: best.directory, store, linkMode, reason: reasonOf(linkMode, refused, ladder), isReadOnly }
}

/** The modes that are worth trying, best first. */
export type Ladder = {
  readonly modes: readonly LinkMode[]
  /** Why the mode was chosen, where no trial is a reason. */
  readonly reason: string | undefined
}

/**
 * What `auto` tries. Hard links are the fastest; on macOS clones come first, which are about as fast and take no edit to the
 * store. Elsewhere clones are next: of large files they cost nothing. A strict umask asks for rights that only a copy has.
 * An image is made by others: where there is none, `auto` is what is left.
 */
export function ladderOf(setting: LinkModeSetting, { platform, umask }: Pick<Host, 'platform' | 'umask'>): Ladder {
  if (setting !== 'auto' && setting !== 'image') return { modes: [setting], reason: 'asked for' }
  if (!permitsLinks(umask)) {
    const mask = umask.toString(8).padStart(4, '0')
    return { modes: ['copy'], reason: `files of the store have rights that the umask ${mask} takes away` }
  }
  const ladders = {
    linux: ['hardlink', 'clone', 'copy'],
    darwin: ['clone', 'hardlink', 'copy'],
    win32: ['hardlink', 'copy'],
  } as const
  return { modes: ladders[platform.os], reason: undefined }
}

type Candidate = {
  readonly directory: string
  readonly store: Store
  /** The first that works. */
  readonly linkMode: LinkMode | undefined
  /** Those before it. */
  readonly refused: readonly Refusal[]
  readonly isReadOnly: boolean
}

/** Opens a store and tries the modes in turn. Of the usual places, one that cannot be written to is passed over. */
async function examine(
  directory: string,
  { modes, reason }: Ladder,
  { isNamed, target }: { readonly isNamed: boolean; readonly target: string },
): Promise<Candidate | undefined> {
  const opened = await openIfPossible(directory, isNamed)
  if (opened === undefined) return undefined
  const { store, probe } = opened
  const refused: Refusal[] = []
  try {
    for (const mode of modes) {
      // Where hard links were asked for, they may cost a copy.
      const isCopiedUp = mode === 'hardlink' && reason === undefined && liesInLowerLayer(store)
      const refusal = isCopiedUp ? copiedUp : tryMode(mode, probe.path, target)
      if (refusal === undefined) break
      refused.push(refusal)
    }
  } finally {
    removeProbe(probe)
  }
  return { directory, store, linkMode: modes[refused.length], refused, isReadOnly: !probe.isOwn }
}

/** Nothing is gained by a hard link that costs a copy, and in an image that is built the store would be twice as large. */
const copiedUp: Refusal = {
  mode: 'hardlink',
  errno: 'EXDEV',
  reason: 'linking would copy each file first, from a lower layer of an overlayfs to the upper one',
}

const successes: Readonly<Record<LinkMode, string>> = {
  hardlink: 'a link from the store succeeds',
  clone: 'a clone from the store succeeds',
  copy: 'the bytes are written',
  symlink: 'a symbolic link to the store succeeds',
}

function reasonOf(mode: LinkMode, refused: readonly Refusal[], { reason }: Ladder): string {
  if (reason !== undefined) return reason
  return [...refused.map(refusal => refusal.reason), successes[mode]].join(', ')
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

type Opened = { readonly store: Store; readonly probe: ProbeSource }

async function openIfPossible(directory: string, isNamed: boolean): Promise<Opened | undefined> {
  try {
    const store = await openStore(directory)
    const probe = makeProbe(store)
    if (probe !== undefined && (probe.isOwn || isNamed)) return { store, probe }
    throw storeUnwritable(`the store in \`${directory}\` holds no wheel and cannot be written to`)
  } catch (error) {
    if (isNamed || !isUserError(error)) throw error
    return undefined
  }
}

function noStore(candidates: readonly string[]): UserError {
  return new UserError('STORE_UNWRITABLE', `none of these directories can hold the store: ${candidates.join(', ')}`, {
    hint: 'name a directory that can be written to with `--store`',
  })
}

type Wanted = { readonly noun: string; readonly hint: string }
const wanted: Readonly<Partial<Record<LinkModeSetting, Wanted>>> = {
  hardlink: {
    noun: 'hard link',
    hint: 'put the store on the file system of the environment with `--store`, or use `--link-mode copy`',
  },
  clone: {
    noun: 'clone',
    hint: 'put store and environment on one file system that shares blocks (XFS, Btrfs, APFS), or use `--link-mode auto`',
  },
  symlink: {
    noun: 'symbolic link',
    hint: 'allow symbolic links (on Windows: developer mode), or use `--link-mode copy`',
  },
}

function linkImpossible({ store, refused }: Candidate, setting: LinkModeSetting, target: string): UserError {
  const { noun = 'link', hint } = wanted[setting] ?? {}
  const errnos = refused.map(({ errno }) => describeErrno(errno)).join(', ')
  return new UserError('LINK_IMPOSSIBLE', `no ${noun} from \`${store.root}\` to \`${target}\`: ${errnos}`, { hint })
}
