/** The Python environment that a build runs in, as a digest: a lock for isolated builds, what is installed for others. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hasErrno } from '../errors.js'
import type { DirectUrl } from '../plan/lock.js'
import { normalizeName } from '../wheel/filename.js'

/** A wheel of a build environment. */
export type LockedWheel = {
  readonly name: string
  readonly version: string
  readonly sha256: string | undefined
  readonly filename: string
}

/** A distribution in the environment that a build without isolation runs in. */
export type PresentInBuild = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  /** PEP 610. */
  readonly directUrl: DirectUrl | undefined
  /** Absolute path of its metadata. */
  readonly directory: string
}

/** Digest of the wheels that an isolated build environment is made of, in any order: 32 hex digits. */
export function lockDigest(wheels: readonly LockedWheel[]): string {
  return digestOf(
    wheels.map(({ name, version, sha256, filename }) =>
      sha256 === undefined ? ['named', normalizeName(name), version, filename] : ['sha256', sha256.toLowerCase()],
    ),
  )
}

/**
 * Digest of what an environment holds, in any order: 32 hex digits. Left out are `own`, the distribution that is being
 * built, and what was installed from a directory: its content is not known, and the next editable would change it.
 * Torch counts with the C++ ABI that it was compiled for. No module is imported.
 */
export function installedDigest(distributions: readonly PresentInBuild[], own: string | undefined): string {
  const self = own === undefined ? undefined : normalizeName(own)
  return digestOf(
    distributions.flatMap(({ name, version, directUrl, directory }) => {
      const normalized = normalizeName(name)
      if (normalized === self || directUrl?.dir_info !== undefined) return []
      return [[normalized, version, originOf(directUrl), normalized === 'torch' ? cxxAbiOf(directory) : '']]
    }),
  )
}

/** What tells one build of a version from another. A URL does not: its content may change, and it may hold a password. */
function originOf(directUrl: DirectUrl | undefined): string {
  const { vcs_info: vcs, archive_info: archive, subdirectory = '' } = directUrl ?? {}
  if (vcs !== undefined) return `${vcs.commit_id}#${subdirectory}`
  const hashes = Object.entries(archive?.hashes ?? {}).map(([algorithm, hash]) => `${algorithm}=${hash}`)
  return hashes.length > 0 ? hashes.sort().join(' ') : (archive?.hash ?? '')
}

/** The value of `_GLIBCXX_USE_CXX11_ABI` that torch tells CMake projects to compile with; empty where it tells none. */
function cxxAbiOf(distInfo: string): string {
  const config = join(dirname(distInfo), 'torch', 'share', 'cmake', 'Torch', 'TorchConfig.cmake')
  try {
    return /_GLIBCXX_USE_CXX11_ABI=(\d+)/.exec(readFileSync(config, 'utf8'))?.[1] ?? ''
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR')) throw error
    return ''
  }
}

function digestOf(rows: readonly (readonly string[])[]): string {
  const sorted = rows.map(row => JSON.stringify(row)).sort()
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32)
}
