/** What a build may take of its machine: parallel jobs by cores and memory, and space on the disk. */
import { readFile, statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { hasErrno, UserError } from '../errors.js'
import type { Environment } from '../host.js'
import type { BackendExit } from './backend-process.js'

const gigabyte = 1e9
/** Bytes that one compiler takes at its height: heavily templated C++, and nvcc, which compiles for several architectures. */
const jobBytes = { cpp: 2 * gigabyte, cuda: 8 * gigabyte } as const

/** How many compilers may run at once: one a core, fewer where memory is short, at least one. */
export function planJobs(facts: {
  readonly cores: number
  readonly memoryBytes: number
  readonly needsCuda: boolean
}): number {
  const byMemory = Math.floor(facts.memoryBytes / (facts.needsCuda ? jobBytes.cuda : jobBytes.cpp))
  return Math.max(1, Math.min(facts.cores, byMemory))
}

/** Read by torch's and most setup.py builds (TransformerEngine falls back on it), cmake, cargo, and numpy's distutils. */
const jobNames = ['MAX_JOBS', 'CMAKE_BUILD_PARALLEL_LEVEL', 'CARGO_BUILD_JOBS', 'NPY_NUM_BUILD_JOBS'] as const

/**
 * What tells build tools how many jobs to run: of the variables that steer it, those that the user has not set. Where the user
 * limits `MAX_JOBS`, that holds for the others too.
 */
export function jobVariables(env: Environment, jobs: number): Environment {
  const wished = Number(env.MAX_JOBS ?? '')
  const count = Number.isInteger(wished) && wished > 0 ? Math.min(wished, jobs) : jobs
  const unset = jobNames.filter(name => (env[name] ?? '') === '')
  return Object.fromEntries(unset.map(name => [name, String(count)]))
}

/**
 * Bytes of memory that processes may still take: what the system has available, or less where a control group is narrower.
 * `root` is that of the file system.
 */
export async function readMemory(root = '/'): Promise<number> {
  const available = numberAfter(await readOptional(join(root, 'proc/meminfo')), 'MemAvailable:')
  const ofSystem = available === undefined ? Math.max(freemem(), totalmem() / 2) : available * 1024
  const groups = await Promise.all((await controlGroups(root)).map(freeBytesOf))
  return Math.min(ofSystem, ...groups.filter(bytes => bytes !== undefined))
}

/** How many processes of these control groups the kernel has killed for want of memory; 0 where that is not counted. */
export async function readOomKills(root = '/'): Promise<number> {
  const [own] = await controlGroups(root)
  if (own === undefined) return 0
  const events =
    (await readOptional(join(own, 'memory.events'))) ?? (await readOptional(join(own, 'memory.oom_control')))
  return numberAfter(events, 'oom_kill ') ?? 0
}

/** Directories of the memory control groups of this process, its own first; version 2, else 1. */
async function controlGroups(root: string): Promise<readonly string[]> {
  const text = (await readOptional(join(root, 'proc/self/cgroup'))) ?? ''
  const mounted = join(root, 'sys/fs/cgroup')
  const old = /^\d+:[^:\n]*\bmemory\b[^:\n]*:(.*)$/m.exec(text)?.[1]
  const path = old ?? /^0::(.*)$/m.exec(text)?.[1]
  if (path === undefined) return []
  const top = old === undefined ? mounted : join(mounted, 'memory')
  const parts = path.split('/').filter(part => part !== '' && part !== '..')
  return Array.from(parts.keys(), index => join(top, ...parts.slice(0, parts.length - index))).concat(top)
}

async function freeBytesOf(group: string): Promise<number | undefined> {
  const read = async (name: string) => readOptional(join(group, name))
  const limit = Number((await read('memory.max')) ?? (await read('memory.limit_in_bytes')) ?? Number.NaN)
  const used = Number((await read('memory.current')) ?? (await read('memory.usage_in_bytes')) ?? Number.NaN)
  // Version 1 writes a huge number for no limit, version 2 `max`.
  if (!Number.isFinite(limit) || !Number.isFinite(used) || limit > 2 ** 60) return undefined
  // Pages of files that nobody has touched for a while go when processes need memory.
  const reclaimable = numberAfter(await read('memory.stat'), 'inactive_file ') ?? 0
  return Math.max(0, limit - used + reclaimable)
}

function numberAfter(text: string | undefined, word: string): number | undefined {
  const line = text?.split('\n').find(candidate => candidate.startsWith(word))
  const value = Number.parseInt(line?.slice(word.length).trim() ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

async function readOptional(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

/**
 * Proves that so many bytes are free where a build is to write; the directory need not exist yet.
 * Throws UserError DISK_SPACE_SHORT (exit code 1).
 */
export async function requireSpace(directory: string, bytes: number): Promise<void> {
  const free = await freeSpace(directory)
  if (free >= bytes) return
  throw new UserError(
    'DISK_SPACE_SHORT',
    `a build needs ${inGigabytes(bytes)} of free space, and \`${directory}\` has ${inGigabytes(free)}`,
    { hint: 'Free some, let `wheelcrew gc` trim the store, or name a store on a bigger disk with `--store`' },
  )
}

async function freeSpace(directory: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(directory)
    return bavail * bsize
  } catch (error) {
    const above = dirname(directory)
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR') || above === directory) throw error
    return freeSpace(above)
  }
}

function inGigabytes(bytes: number): string {
  return bytes < gigabyte ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / gigabyte).toFixed(1)} GB`
}

/** What a compiler, a build tool or a shell writes when the kernel has killed what it started. */
const killed = [
  /Killed signal terminated program/,
  /died due to signal 9/,
  /(?:^|[\s:])Killed\s*$|: line \d+:\s+\d+ Killed\b/m,
  /signal: 9, SIGKILL/,
  /unable to execute command: Killed/,
  /failed with exit (?:code|status) (?:137|-9)\b|\bexit (?:code|status):? 137\b|Error 137\b/,
] as const

/** What they write when they get no memory themselves. */
const gotNoMemory =
  /virtual memory exhausted|out of memory allocating|Cannot allocate memory|std::bad_alloc|LLVM ERROR: out of memory/

/**
 * Says that the build ended for want of memory, and with how many jobs; undefined where nothing tells that it did. `exit` is that
 * of the hook's process, `jobs` what ran at once, `oomKills` how many processes the kernel killed meanwhile.
 */
export function memoryHint(
  output: string,
  exit: BackendExit,
  { jobs = '', oomKills = 0 }: { readonly jobs?: string | undefined; readonly oomKills?: number } = {},
): string | undefined {
  const count = jobs === '' ? '' : `, with ${jobs} ${jobs === '1' ? 'job' : 'jobs'} at once`
  if (oomKills > 0 || killed.some(pattern => pattern.test(output))) return `it was killed for want of memory${count}`
  if (gotNoMemory.test(output)) return `it ran out of memory${count}`
  const wasKilled = exit.signal === 'SIGKILL' || exit.code === 137 || exit.code === 247
  return wasKilled ? `it was killed, most likely for want of memory${count}` : undefined
}
