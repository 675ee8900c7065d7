/** What this machine can do for an installation, found out by trying. */
import { realpath, statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import { type CacheBackend, CacheTrouble } from '../cache/backend.js'
import { chooseBackend } from '../cache/choose.js'
import { isUserError } from '../errors.js'
import type { Host } from '../host.js'
import { diagnoseImages } from '../image/diagnose.js'
import { type Candidate, fileLister, listCandidates } from '../python/candidates.js'
import { probeInterpreter } from '../python/interpreter.js'
import { compareVersions } from '../python/specifiers.js'
import type { LinkModeSetting } from '../settings.js'
import { type LocatedStore, locateStore } from '../store/locate.js'
import { cacheTransport } from './cache.js'

export type DoctorRequest = {
  /** Absolute path of the store; empty = chosen. */
  readonly store: string
  /** Absolute path of the environment that files would be linked into; it need not be there. */
  readonly environment: string
  /** As `cache-backend` has it; no service is asked where it is `auto`. */
  readonly cacheBackend: string
}

/** Something that works or does not, and why. */
export type Ability = { readonly name: string; readonly works: boolean; readonly reason: string }

export type Diagnosis = {
  readonly platform: { readonly os: string; readonly arch: string; readonly node: string }
  readonly cores: number
  readonly memory: { readonly totalBytes: number; readonly freeBytes: number }
  readonly store: { readonly directory: string; readonly totalBytes: number; readonly freeBytes: number }
  /** What `auto` chooses for this environment. */
  readonly linkMode: { readonly mode: string; readonly reason: string }
  readonly linkModes: readonly Ability[]
  readonly compression: Ability
  readonly cache: Ability
  readonly interpreters: readonly { readonly version: string; readonly path: string }[]
}

/** Looks at the machine. A store is made where there is none. Throws UserError STORE_UNWRITABLE and those of the cache's name. */
export async function diagnose(request: DoctorRequest, host: Host): Promise<Diagnosis> {
  const located = await locateStore(request.store, request.environment, { host, linkMode: 'auto' })
  const { bavail, blocks, bsize } = await statfs(located.store.root)
  return {
    platform: { os: host.platform.os, arch: host.platform.arch, node: process.versions.node },
    cores: host.parallelism,
    memory: { totalBytes: totalmem(), freeBytes: freemem() },
    store: { directory: located.directory, totalBytes: blocks * bsize, freeBytes: bavail * bsize },
    linkMode: { mode: located.linkMode, reason: located.reason },
    linkModes: [...(await tryLinkModes(located, request, host)), await imageAbility(located, host)],
    // The command line does not start under a Node without it.
    compression: { name: 'zstd', works: true, reason: 'part of this Node' },
    cache: await cacheAbility(request.cacheBackend, located, host),
    interpreters: await listInterpreters(located, host),
  }
}

const linkModes = ['hardlink', 'clone', 'copy', 'symlink'] as const

async function tryLinkModes(
  { directory }: LocatedStore,
  { environment }: DoctorRequest,
  host: Host,
): Promise<readonly Ability[]> {
  const abilities: Ability[] = []
  for (const mode of linkModes) abilities.push(await tryLinkMode(mode, directory, { environment, host }))
  return abilities
}

type Place = { readonly environment: string; readonly host: Host }

async function tryLinkMode(mode: LinkModeSetting, store: string, { environment, host }: Place): Promise<Ability> {
  try {
    const { linkMode } = await locateStore(store, environment, { host, linkMode: mode })
    return { name: mode, works: linkMode === mode, reason: 'a trial succeeds' }
  } catch (error) {
    if (!isUserError(error)) throw error
    return { name: mode, works: false, reason: error.message }
  }
}

async function imageAbility({ store }: LocatedStore, host: Host): Promise<Ability> {
  const { canMount, canMake, reason } = await diagnoseImages(store.root, host)
  return { name: 'image', works: canMount && canMake, reason }
}

/** Milliseconds in which a service that is named must answer. */
const cacheTimeoutMs = 10_000

async function cacheAbility(setting: string, { store }: LocatedStore, host: Host): Promise<Ability> {
  const { backend, reason } = chooseBackend(setting, {
    host,
    workspace: host.workingDirectory,
    temporary: store.temporary,
    transport: cacheTransport(host),
    signal: AbortSignal.timeout(cacheTimeoutMs),
  })
  if (backend === undefined) return { name: 'none', works: true, reason }
  if (setting === '' || setting === 'auto')
    return { name: backend.name, works: true, reason: `${reason}; it was not asked` }
  return askBackend(backend)
}

async function askBackend(backend: CacheBackend): Promise<Ability> {
  try {
    await backend.has('wheelcrew-doctor.')
    return { name: backend.name, works: true, reason: 'it answers' }
  } catch (error) {
    if (!(error instanceof CacheTrouble)) throw error
    return { name: backend.name, works: false, reason: error.message }
  }
}

async function listInterpreters({ store }: LocatedStore, host: Host): Promise<Diagnosis['interpreters']> {
  const candidates = await listCandidates(host, fileLister, '')
  const found = await Promise.all(
    candidates.map(candidate => probeCandidate(candidate, join(store.root, 'interpreters'), host)),
  )
  const byFile = new Map(found.flat().map(({ file, ...interpreter }) => [file, interpreter]))
  return [...byFile.values()].toSorted((a, b) => compareVersions(b.version, a.version))
}

/** A shim or file that does not run is none. */
async function probeCandidate({ path }: Candidate, cacheDirectory: string, host: Host) {
  if (!(await fileLister.isExecutable(path))) return []
  try {
    const { version, executable } = await probeInterpreter(path, { host, cacheDirectory })
    return [{ version, path: executable, file: await realpath(executable) }]
  } catch (error) {
    if (!isUserError(error)) throw error
    return []
  }
}
