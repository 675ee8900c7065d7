/** Finds out how files of a store get into a directory by trying: a device number says too little of mounts and rights. */
import { randomUUID } from 'node:crypto'
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import type { Store } from './store.js'

/**
 * How files get into an environment. `hardlink`: one file under two names; `clone`: a file of its own that shares blocks;
 * `copy`: its bytes, written; `symlink`: a symbolic link to each file.
 */
export type LinkMode = 'hardlink' | 'clone' | 'copy' | 'symlink'

/** Why a mode is out of the question between a store and a directory. */
export type Refusal = {
  readonly mode: LinkMode
  readonly errno: string
  /** For the report: `linking fails with EXDEV (another file system, or another mount of it)`. */
  readonly reason: string
}

/** A file of the store to try with, and whether the store can be written to. */
export type ProbeSource = { readonly path: string; readonly isOwn: boolean }

/** Makes a file to try with; where that is impossible, names one that the store holds. Undefined where it holds none. */
export function makeProbe(store: Store): ProbeSource | undefined {
  const path = join(store.temporary, `probe-${randomUUID()}`)
  try {
    // An empty file could be cloned where one with blocks cannot.
    writeFileSync(path, 'probe', { flag: 'wx' })
    return { path, isOwn: true }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    // A full disk takes the name and not the bytes.
    quietly(() => rmSync(path, { force: true }))
    const stored = findStored(store)
    return stored === undefined ? undefined : { path: stored, isOwn: false }
  }
}

/** Removes a file that was made to try with. */
export function removeProbe({ path, isOwn }: ProbeSource): void {
  if (isOwn) rmSync(path, { force: true })
}

/** The note of some wheel. */
function findStored({ root }: Store): string | undefined {
  const wheels = join(root, 'wheels')
  for (const prefix of namesIn(wheels)) {
    const [sha256] = namesIn(join(wheels, prefix))
    if (sha256 !== undefined) return join(wheels, prefix, sha256, 'note.json')
  }
  return undefined
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return []
  }
}

const trials: Readonly<Record<LinkMode, (source: string, destination: string) => void>> = {
  hardlink: linkSync,
  clone: (source, destination) => copyFileSync(source, destination, constants.COPYFILE_FICLONE_FORCE),
  // Whether the environment can be written to, its own files will tell.
  copy: () => undefined,
  symlink: symlinkSync,
}

const verbs: Readonly<Record<LinkMode, string>> = {
  hardlink: 'linking',
  clone: 'cloning',
  copy: 'copying',
  symlink: 'linking symbolically',
}

const meanings: Readonly<Record<string, string>> = {
  EXDEV: 'another file system, or another mount of it',
  ENOTSUP: 'not supported there',
  EOPNOTSUPP: 'not supported there',
  ENOSYS: 'not supported there',
  EPERM: 'not permitted',
  EACCES: 'permission denied',
  EROFS: 'read-only file system',
  EMLINK: 'no more links to this file',
}

/** `EMLINK (no more links to this file)`, for messages. */
export function describeErrno(errno: string): string {
  const meaning = meanings[errno]
  return meaning === undefined ? errno : `${errno} (${meaning})`
}

/** Tries a mode between a file of the store and where `target` lies or will lie. Undefined when it works. */
export function tryMode(mode: LinkMode, source: string, target: string): Refusal | undefined {
  const destination = join(nearestDirectory(target), `.wheelcrew-probe-${randomUUID()}`)
  try {
    trials[mode](source, destination)
    return undefined
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === undefined) throw error
    return { mode, errno, reason: `${verbs[mode]} fails with ${describeErrno(errno)}` }
  } finally {
    quietly(() => rmSync(destination, { force: true }))
  }
}

function quietly(remove: () => void): void {
  try {
    remove()
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

function nearestDirectory(path: string): string {
  try {
    if (statSync(path).isDirectory()) return path
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG')) throw error
  }
  return dirname(path) === path ? path : nearestDirectory(dirname(path))
}

const overlayMagic = 0x794c7630

/**
 * Whether the store came with a lower layer of an overlayfs, as one in a container's image does: a hard link then works, but
 * first copies the whole file up. No file tells its layer. A directory does: one of a lower layer cannot be renamed (EXDEV),
 * while this rename of one of the upper layer fails for another reason, since what it would replace is not empty.
 * With `redirect_dir=on` there is no such difference; containers leave it off.
 */
export function liesInLowerLayer(store: Store): boolean {
  if (statfsSync(store.root).type !== overlayMagic) return false
  const occupied = join(store.temporary, `probe-${randomUUID()}`)
  const occupant = join(occupied, 'occupant')
  try {
    mkdirSync(occupant, { recursive: true })
    renameSync(join(store.root, 'wheels'), occupied)
    return false
  } catch (error) {
    return hasErrno(error, 'EXDEV')
  } finally {
    for (const directory of [occupant, occupied]) quietly(() => rmdirSync(directory))
  }
}
