/** Finding an interpreter: by path, on PATH, then among those that setup-python, uv and pyenv installed. */
import { isUserError, UserError } from '../errors.js'
import { type Candidate, type FileLister, fileLister, listCandidates, pathsOf, searchPath } from './candidates.js'
import { type Interpreter, type ProbeOptions, probeInterpreter } from './interpreter.js'
import { oldestPython } from './probe-process.js'
import { anyPython, firstVersionLine, type PythonRequest, parsePythonRequest, parseVersionRequest } from './request.js'
import { compareVersions, satisfies } from './specifiers.js'

export type FindRequest = {
  /** As `--python` takes it; empty: `.python-version`, `requiresPython`, the first on PATH. */
  readonly python: string
  /** Absolute. */
  readonly workingDirectory: string
  /** The lock's `requires-python` specifier. */
  readonly requiresPython: string | undefined
}

export type FindOptions = Pick<ProbeOptions, 'host' | 'cacheDirectory' | 'meanwhile' | 'venv'> & {
  readonly files?: FileLister
  readonly probe?: (executable: string) => Promise<Interpreter>
}

/**
 * The interpreter that a request means; a shim or file that does not run is passed over, except where it is named.
 *
 * Throws `PYTHON_NOT_FOUND`, naming those that were found, `PYTHON_REQUEST_INVALID`, `SPECIFIER_INVALID`, and for a path
 * `PYTHON_NOT_RUNNABLE` and `PYTHON_TOO_OLD`.
 */
export async function findInterpreter(request: FindRequest, options: FindOptions): Promise<Interpreter> {
  const search = makeSearch(request, options)
  const wanted = await readRequest(request, search)
  const located = await locate(wanted.python, search)
  if (located !== undefined) return search.probe(located)
  const candidates = await candidatesFor(wanted.python, search)
  for (const candidate of candidates) {
    if (!mayBe(candidate, wanted.python)) continue
    const interpreter = await tryProbe(candidate.path, search)
    if (interpreter !== undefined && meetsRequest(interpreter, wanted.python)) return interpreter
  }
  throw notFound(wanted, await survey(makeSearch(request, { ...options, venv: undefined })))
}

/** Whether an interpreter has the version, and is the build, that a request names; a name or a path names neither. */
export function meetsRequest(interpreter: Interpreter, request: PythonRequest): boolean {
  if (request.kind !== 'version') return true
  const isFreeThreaded = /^cp\d+-cp\d+t/.test(interpreter.tags[0] ?? '')
  const isBuild = request.freeThreaded === undefined || request.freeThreaded === isFreeThreaded
  return isBuild && satisfies(interpreter.version, request.specifier)
}

type Search = {
  readonly options: FindOptions
  readonly files: FileLister
  readonly workingDirectory: string
  /** Each path is probed once. */
  readonly probe: (executable: string) => Promise<Interpreter>
}

function makeSearch({ workingDirectory }: FindRequest, options: FindOptions): Search {
  const { files = fileLister } = options
  const probe = options.probe ?? (path => probeInterpreter(path, { ...options, workingDirectory }))
  const probed = new Map<string, Promise<Interpreter>>()
  const probeOnce = (path: string) => {
    const running = probed.get(path) ?? probe(path)
    probed.set(path, running)
    return running
  }
  return { options, files, workingDirectory, probe: probeOnce }
}

/** A request and who made it, for messages. */
type Wanted = { readonly python: PythonRequest; readonly origin: string | undefined }

async function readRequest({ python, requiresPython }: FindRequest, search: Search): Promise<Wanted> {
  if (python !== '') return { python: parsePythonRequest(python), origin: undefined }
  const pinned = await readVersionFile(search)
  if (pinned !== undefined) return pinned
  if (requiresPython === undefined || requiresPython.trim() === '') return { python: anyPython, origin: undefined }
  const required = { ...anyPython, text: requiresPython, specifier: requiresPython }
  return { python: required, origin: 'the lock' }
}

async function readVersionFile({ options: { host }, files, workingDirectory }: Search): Promise<Wanted | undefined> {
  const paths = pathsOf(host)
  for (let directory = workingDirectory; ; directory = paths.dirname(directory)) {
    const path = paths.join(directory, '.python-version')
    const line = firstVersionLine((await files.read(path)) ?? '')
    if (line !== undefined) {
      const python = parseVersionRequest(line)
      if (python !== undefined) return { python, origin: `\`${path}\`` }
      host.log.warn(`\`${path}\` is passed over: \`${line}\` is no version`)
      return undefined
    }
    if (paths.dirname(directory) === directory) return undefined
  }
}

/** The interpreter of a path, or of the directory of an environment; a name may be that of such a directory. */
async function locate({ kind, text }: PythonRequest, search: Search): Promise<string | undefined> {
  if (kind === 'version') return undefined
  const { options, files, workingDirectory } = search
  const { homeDirectory, platform } = options.host
  const paths = pathsOf(options.host)
  const path = paths.resolve(
    workingDirectory,
    text.replace(/^~(?=[\\/]|$)/, () => homeDirectory),
  )
  const isWindows = platform.os === 'win32'
  for (const inside of isWindows ? ['Scripts/python.exe', 'python.exe'] : ['bin/python', 'bin/python3']) {
    const nested = paths.join(path, inside)
    if (await files.isExecutable(nested)) return nested
  }
  return kind === 'path' ? path : undefined
}

function candidatesFor(python: PythonRequest, { options: { host }, files }: Search): Promise<Candidate[]> {
  if (python.kind === 'version') return listCandidates(host, files, /^==(\d+\.\d+)/.exec(python.specifier)?.[1] ?? '')
  const name = host.platform.os === 'win32' ? `${python.text.replace(/\.exe$/i, '')}.exe` : python.text
  const paths = searchPath(host).map(directory => pathsOf(host).join(directory, name))
  return Promise.resolve(paths.map(path => ({ path, prefix: undefined, version: undefined, freeThreaded: undefined })))
}

/** Cheap, by name: a candidate that passes is probed. */
function mayBe({ version, freeThreaded }: Candidate, python: PythonRequest): boolean {
  if (python.kind !== 'version' || version === undefined) return true
  if (python.freeThreaded !== undefined && freeThreaded !== undefined && python.freeThreaded !== freeThreaded) {
    return false
  }
  if (!/^\d+\.\d+$/.test(version)) return satisfies(version, python.specifier)
  // `python3.11` may be any 3.11: try the ends, and let what the specifier names be probed.
  const isNamed = python.specifier.includes(`${version}.`)
  return isNamed || [`${version}.0`, `${version}.999`].some(end => satisfies(end, python.specifier))
}

async function tryProbe(path: string, { options: { host }, files, probe }: Search): Promise<Interpreter | undefined> {
  if (!(await files.isExecutable(path))) return undefined
  try {
    return await probe(path)
  } catch (error) {
    if (!isUserError(error) || !['PYTHON_NOT_RUNNABLE', 'PYTHON_TOO_OLD'].includes(error.code)) throw error
    host.log.debug(`passed over: ${error.message}`)
    return undefined
  }
}

type Found = { readonly version: string; readonly path: string; readonly prefix: string }

/** Every installation of the machine, newest first; those that have their version in their path are not run. */
async function survey(search: Search): Promise<Found[]> {
  const candidates = await listCandidates(search.options.host, search.files, '')
  const found = await Promise.all(candidates.map(candidate => describe(candidate, search)))
  const byPrefix = new Map(found.flat().map(entry => [entry.prefix, entry]))
  return [...byPrefix.values()].toSorted((a, b) => compareVersions(b.version, a.version))
}

async function describe({ path, prefix, version }: Candidate, search: Search): Promise<Found[]> {
  if (prefix !== undefined && version !== undefined) {
    return (await search.files.isExecutable(path)) ? [{ version, path, prefix }] : []
  }
  const interpreter = await tryProbe(path, search)
  if (interpreter === undefined) return []
  return [{ version: interpreter.version, path: interpreter.executable, prefix: interpreter.prefix }]
}

function notFound({ python, origin }: Wanted, found: readonly Found[]): UserError {
  const { kind, text } = python
  const wanted = text === '' ? 'Python' : kind === 'name' ? `\`${text}\`` : `Python \`${text}\``
  const asked = origin === undefined ? '' : `, which ${origin} asks for,`
  const list = found.map(({ version, path }) => `${version}${isTooOld(version) ? ', too old' : ''} (\`${path}\`)`)
  const others = list.length === 0 ? '' : `; found: ${list.join(', ')}`
  const minor = /\d+\.\d+t?/.exec(text)?.[0] ?? ''
  const toInstall = kind === 'name' ? text : minor === '' || isTooOld(minor.replace('t', '')) ? '3.12' : minor
  return new UserError('PYTHON_NOT_FOUND', `no ${wanted}${asked} was found on this machine${others}`, {
    hint: `in a workflow, add \`actions/setup-python\` before this step; elsewhere, run \`uv python install ${toInstall}\``,
  })
}

function isTooOld(version: string): boolean {
  return compareVersions(version, oldestPython) < 0
}
