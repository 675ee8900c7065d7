/** What one Python interpreter is, found by running probe.py once. */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { machine, release, version } from 'node:os'
import { dirname, join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import type { Host } from '../host.js'
import type { Scheme } from '../wheel/placement.js'
import { askInterpreter, findReport, notRunnable, type ProbeReport, startFailure } from './probe-process.js'
import { supportedTags } from './tags.js'

export type MarkerEnvironment = Readonly<Record<string, string>>

export type Interpreter = {
  /** What to run; for a virtual environment its own `bin/python`. */
  readonly executable: string
  /** `sys._base_executable`, symbolic links resolved: the interpreter that a new virtual environment is made from. */
  readonly baseExecutable: string
  /** `3.11.7` */
  readonly version: string
  /** `cpython`, `pypy`, … */
  readonly implementation: string
  /** `cpython-311`; empty where this interpreter was built to read and write no bytecode. */
  readonly cacheTag: string
  /** `importlib.util.MAGIC_NUMBER`, lower-case hex. */
  readonly magicNumber: string
  /** `sys.flags.optimize` */
  readonly optimize: number
  /** `sys.prefix`; differs from `basePrefix` in a virtual environment. */
  readonly prefix: string
  readonly basePrefix: string
  /** PEP 508 environment markers. */
  readonly markers: MarkerEnvironment
  /** Supported tags (PEP 425), best first. */
  readonly tags: readonly string[]
  /** Scheme directories of a virtual environment of this interpreter, relative to its root, POSIX separators. */
  readonly venvSchemes: Readonly<Record<Scheme, string>>
  /** Its own scheme directories, absolute, as pip installs into it; headers without the name of a distribution. */
  readonly systemSchemes: Readonly<Record<Scheme, string>>
  /** Text of its `EXTERNALLY-MANAGED` file (PEP 668), where it has one and is not that of a virtual environment. */
  readonly externallyManaged?: string
}

export type ProbeOptions = {
  readonly host: Host
  /** Where answers are kept; made when missing. */
  readonly cacheDirectory: string
  /** Where the interpreter runs: a version manager's shim answers by it. Default: the host's working directory. */
  readonly workingDirectory?: string
  /** Called while an interpreter is at work on its answer. */
  readonly meanwhile?: (() => void) | undefined
  /** Wanted of an interpreter that has to be asked: it goes on with a virtual environment, which costs half of another process. */
  readonly venv?: VenvWish | undefined
}

/** A virtual environment that is made in passing, as `python -m venv --without-pip` makes it. */
export type VenvWish = {
  /** Absolute: it is made in this directory, under a new name. */
  readonly temporary: string
  /** Told of each that was begun: its path, and whether it comes to be. One of an environment's own Python never does. */
  begun(interpreter: Interpreter, venv: { readonly root: string; readonly isMade: Promise<boolean> }): void
}

/** By these, Debian's and Fedora's own package builds have another system scheme. */
const layoutVariables = ['DEB_PYTHON_INSTALL_LAYOUT', 'RPM_BUILD_ROOT']

/**
 * Runs probe.py with the executable at this absolute path, at most 30 s, or takes its stored answer.
 *
 * Throws `PYTHON_NOT_RUNNABLE` for what is no Python interpreter and `PYTHON_TOO_OLD` before 3.8.
 */
export async function probeInterpreter(executable: string, options: ProbeOptions): Promise<Interpreter> {
  const probe = join(options.host.helpersDirectory, 'probe.py')
  const entry = await cacheEntry(executable, probe, options)
  const stored = entry === undefined ? undefined : await readStored(entry)
  if (stored !== undefined) return await interpreterOf(stored)
  const { venv } = options
  const root = venv && join(venv.temporary, `venv-${randomUUID()}`)
  const { report, isMade } = await askInterpreter(executable, { ...options, probe, root })
  const interpreter = await interpreterOf(report)
  if (root !== undefined) venv?.begun(interpreter, { root, isMade })
  if (entry !== undefined) await store(entry, report, options.host)
  return interpreter
}

/** Where the answer of this executable is kept; undefined when it may answer differently the next time. */
async function cacheEntry(
  executable: string,
  probe: string,
  { host, cacheDirectory }: ProbeOptions,
): Promise<string | undefined> {
  const real = await realpath(executable).catch(error =>
    notRunnable(executable, hasErrno(error, 'ENOENT') ? 'it does not exist' : startFailure(error)),
  )
  const [facts, isScript] = await Promise.all([stat(real, { bigint: true }), startsAsScript(real)])
  if (facts.isDirectory()) notRunnable(executable, 'it is a directory that holds none')
  if (isScript || !facts.isFile() || facts.size === 0n) return undefined
  // The path as given counts too: a virtual environment's `python` is its base's file with another prefix. So does the
  // system: a tool cache mounted into a container is the same file with another libc.
  const directory = dirname(executable)
  const surroundings = await Promise.all([
    readFile(probe, 'utf8'),
    fingerprint(join(directory, 'pyvenv.cfg')),
    fingerprint(join(dirname(directory), 'pyvenv.cfg')),
    fingerprint('/etc/os-release'),
  ])
  const system = [String(facts.mtimeNs), String(facts.size), machine(), release(), version()]
  const key = [...surroundings, executable, real, ...system, ...layoutVariables.map(name => host.env[name] ?? '')]
  return join(cacheDirectory, `${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`)
}

async function startsAsScript(path: string): Promise<boolean> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer.toString('latin1') === '#!'
  } catch (error) {
    // Executable yet not readable: nothing is known of it, so nothing is kept.
    if (hasErrno(error, 'EACCES', 'EPERM', 'EISDIR')) return true
    throw error
  } finally {
    await file?.close()
  }
}

async function fingerprint(path: string): Promise<string> {
  try {
    const facts = await stat(path, { bigint: true })
    return `${facts.ino} ${facts.mtimeNs} ${facts.size}`
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return ''
    throw error
  }
}

async function readStored(entry: string): Promise<ProbeReport | undefined> {
  try {
    return findReport(await readFile(entry, 'utf8'))
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}

async function store(entry: string, report: ProbeReport, host: Host): Promise<void> {
  const temporary = `${entry}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(entry), { recursive: true })
    await writeFile(temporary, JSON.stringify(report))
    await rename(temporary, entry)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    host.log.debug(`the answer of \`${report.executable}\` is not kept: ${String(error)}`)
    await rm(temporary, { force: true }).catch(() => {})
  }
}

async function interpreterOf(report: ProbeReport): Promise<Interpreter> {
  const isVenv = report.prefix !== report.basePrefix
  const marker = isVenv ? undefined : await readMarker(report.standardLibrary)
  return {
    executable: report.executable,
    baseExecutable: report.baseExecutable,
    version: report.markers.python_full_version ?? report.version.join('.'),
    implementation: report.tagFacts.implementation,
    cacheTag: report.cacheTag ?? '',
    magicNumber: report.magicNumber,
    optimize: report.optimize,
    prefix: report.prefix,
    basePrefix: report.basePrefix,
    markers: report.markers,
    tags: supportedTags(report.tagFacts),
    venvSchemes: report.venvSchemes,
    systemSchemes: report.systemSchemes,
    ...(marker === undefined ? {} : { externallyManaged: marker }),
  }
}

/** Read each time: an image that removes the file, as many do, changes no interpreter. Empty where it cannot be read. */
async function readMarker(standardLibrary: string): Promise<string | undefined> {
  try {
    return await readFile(join(standardLibrary, 'EXTERNALLY-MANAGED'), 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined
    return hasErrno(error, 'EACCES', 'EPERM') ? '' : Promise.reject(error)
  }
}
