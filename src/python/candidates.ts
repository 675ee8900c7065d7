/** Where Python interpreters lie on a machine: PATH, the tool cache, uv's and pyenv's. */
import { constants } from 'node:fs'
import { access, readdir, readFile, stat } from 'node:fs/promises'
import { type PlatformPath, posix, win32 } from 'node:path'
import { hasErrno } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { compareVersions, isVersion } from './specifiers.js'

/** A file that may be an interpreter, with what its name says of it. */
export type Candidate = {
  readonly path: string
  /** The installation's directory, where the path was made from it. */
  readonly prefix: string | undefined
  /** `3.11.7` or `3.11`; undefined: any. */
  readonly version: string | undefined
  readonly freeThreaded: boolean | undefined
}

/** What the search asks of the file system; injected in tests. */
export type FileLister = {
  /** Whether this is a file that may be executed. */
  isExecutable(path: string): Promise<boolean>
  /** Names in a directory; none where it cannot be read. */
  list(directory: string): Promise<readonly string[]>
  /** Undefined where there is no such file. */
  read(path: string): Promise<string | undefined>
}

export const fileLister: FileLister = {
  isExecutable: path => unlessMissing(isExecutableFile(path), false),
  list: directory => unlessMissing(readdir(directory), []),
  read: path => unlessMissing(readFile(path, 'utf8'), undefined),
}

/** Paths as the host writes them. */
export function pathsOf(host: Host): PlatformPath {
  return host.platform.os === 'win32' ? win32 : posix
}

/**
 * Every candidate, in the order of the search: PATH directory by directory, then the tool cache, uv's and pyenv's, each
 * newest first. `preferred` (`3.11`) names the executable that comes first in each directory of PATH.
 */
export async function listCandidates(host: Host, files: FileLister, preferred: string): Promise<Candidate[]> {
  const search = { host, files, paths: pathsOf(host) }
  const found = await Promise.all([
    ...searchPath(host).map(directory => listPathDirectory(search, directory, preferred)),
    ...toolCaches(host.env).map(root => listToolCache(search, root)),
    ...uvDirectories(search).map(root => listUv(search, root)),
    listPyenv(search, pyenvVersions(search)),
  ])
  return found.flat()
}

/** The absolute directories of PATH. */
export function searchPath(host: Host): string[] {
  const paths = pathsOf(host)
  // The names of Windows' variables have no case, and a snapshot keeps the spelling `Path`.
  const name = Object.keys(host.env).find(key => key === 'PATH' || (paths === win32 && /^path$/i.test(key)))
  const directories = name === undefined ? [] : (host.env[name] ?? '').split(paths.delimiter)
  return [...new Set(directories.filter(directory => paths.isAbsolute(directory)))]
}

type Search = { readonly host: Host; readonly files: FileLister; readonly paths: PlatformPath }

async function listPathDirectory({ files, paths }: Search, directory: string, preferred: string): Promise<Candidate[]> {
  const pattern = paths === win32 ? /^python(3(?:\.\d+)?)?(t)?\.exe$/i : /^python(3(?:\.\d+)?)?(t)?$/
  const named = (await files.list(directory)).flatMap(name => {
    const match = pattern.exec(name)
    if (match === null) return []
    const version = match[1]?.includes('.') ? match[1] : undefined
    return [{ name, version, freeThreaded: version === undefined ? undefined : match[2] !== undefined }]
  })
  const rank = ({ name, version }: { name: string; version: string | undefined }) =>
    version === undefined ? (name.includes('3') ? 1 : 2) : version === preferred ? 0 : 3
  return named
    .toSorted((a, b) => rank(a) - rank(b) || compareVersions(b.version ?? '0', a.version ?? '0'))
    .map(({ name, ...named }) => ({ path: paths.join(directory, name), prefix: undefined, ...named }))
}

function toolCaches(env: Environment): string[] {
  return [...new Set([env.RUNNER_TOOL_CACHE || [], env.AGENT_TOOLSDIRECTORY || []].flat())]
}

/** `Python/3.11.7/x64`, and `x64-freethreaded` beside it. */
async function listToolCache(search: Search, root: string): Promise<Candidate[]> {
  const { host, files, paths } = search
  const directory = paths.join(root, 'Python')
  const versions = await newestFirst(files, directory, name => name)
  return versions.flatMap(({ name, version }) =>
    [host.platform.arch, `${host.platform.arch}-freethreaded`].map(build => ({
      ...installedPython(search, paths.join(directory, name, build)),
      version,
      freeThreaded: build.endsWith('-freethreaded'),
    })),
  )
}

function uvDirectories({ host: { env, homeDirectory }, paths }: Search): string[] {
  if (env.UV_PYTHON_INSTALL_DIR) return [env.UV_PYTHON_INSTALL_DIR]
  if (paths === win32) {
    const roaming = env.APPDATA || paths.join(homeDirectory, 'AppData', 'Roaming')
    return [paths.join(roaming, 'uv', 'python'), paths.join(roaming, 'uv', 'data', 'python')]
  }
  return [paths.join(env.XDG_DATA_HOME || paths.join(homeDirectory, '.local', 'share'), 'uv', 'python')]
}

/** `cpython-3.13.0+freethreaded-linux-x86_64-gnu` */
async function listUv(search: Search, root: string): Promise<Candidate[]> {
  const versions = await newestFirst(search.files, root, name => /^cpython-([^-+]+)/.exec(name)?.[1])
  return versions.map(({ name, version }) => ({
    ...installedPython(search, search.paths.join(root, name)),
    version,
    freeThreaded: name.includes('+freethreaded'),
  }))
}

function pyenvVersions({ host: { env, homeDirectory }, paths }: Search): string {
  const home = paths.join(homeDirectory, '.pyenv')
  return paths.join(env.PYENV_ROOT || (paths === win32 ? paths.join(home, 'pyenv-win') : home), 'versions')
}

/** `3.11.7`, `3.13.0t`; virtual environments and other distributions have other names. */
async function listPyenv(search: Search, root: string): Promise<Candidate[]> {
  const versions = await newestFirst(search.files, root, name => name.replace(/t$/, ''))
  return versions.map(({ name, version }) => ({
    ...installedPython(search, search.paths.join(root, name)),
    version,
    freeThreaded: name.endsWith('t'),
  }))
}

type Installed = { readonly name: string; readonly version: string }

/** Stable releases before pre-releases. */
async function newestFirst(
  files: FileLister,
  directory: string,
  versionOf: (name: string) => string | undefined,
): Promise<Installed[]> {
  const installed = (await files.list(directory)).flatMap(name => {
    const version = versionOf(name)
    return version !== undefined && isVersion(version) ? [{ name, version }] : []
  })
  const isStable = (version: string) => /^[\d.]+$/.test(version)
  return installed.toSorted(
    (a, b) => Number(isStable(b.version)) - Number(isStable(a.version)) || compareVersions(b.version, a.version),
  )
}

function installedPython({ paths }: Search, prefix: string): Pick<Candidate, 'path' | 'prefix'> {
  return { path: paths.join(prefix, paths === win32 ? 'python.exe' : 'bin/python3'), prefix }
}

async function isExecutableFile(path: string): Promise<boolean> {
  await access(path, constants.X_OK)
  return (await stat(path)).isFile()
}

async function unlessMissing<T>(answer: Promise<T>, missing: T): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP')) return missing
    throw error
  }
}
