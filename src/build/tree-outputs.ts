/** What a build leaves in the source tree that it runs in, as an editable one does: in-place libraries, generated modules. */
import { lstatSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'

/** The state of each file and symbolic link of a tree that a build may leave for later, by its POSIX path. */
export type TreeSnapshot = ReadonlyMap<string, string>

/**
 * Notes the state of a tree before a build. Left out is what nothing needs at run time: caches, virtual environments, build
 * directories, objects and logs. Directories that may not be read count as empty.
 */
export async function snapshotTree(directory: string): Promise<TreeSnapshot> {
  const states = new Map<string, string>()
  const pending: string[] = ['']
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const entries = await entriesOf(join(directory, path))
    if (path !== '' && entries.some(({ name }) => markers.has(name))) continue
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) {
        if (!isSkippedDirectory(below)) pending.push(below)
      } else if ((entry.isFile() || entry.isSymbolicLink()) && !isSkippedFile(below)) {
        const state = stateOf(join(directory, below))
        if (state !== undefined) states.set(below, state)
      }
    }
  }
  return states
}

/** POSIX paths, sorted, of what is new or another than before, but for source files. */
export async function outputsSince(
  before: TreeSnapshot,
  directory: string,
  sources: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const after = await snapshotTree(directory)
  const isOutput = ([path, state]: [string, string]) => before.get(path) !== state && !sources.has(path)
  return [...after]
    .filter(isOutput)
    .map(([path]) => path)
    .sort()
}

/**
 * POSIX paths, sorted, of the libraries that lay in the tree before the build, are no sources, and were left as they were:
 * the build may have found them up to date, so that the outputs are not all that an import needs.
 */
export async function keptLibraries(
  before: TreeSnapshot,
  directory: string,
  sources: ReadonlySet<string>,
): Promise<readonly string[]> {
  const after = await snapshotTree(directory)
  const isKept = ([path, state]: [string, string]) =>
    isLibrary.test(path) && before.get(path) === state && !sources.has(path)
  return [...after]
    .filter(isKept)
    .map(([path]) => path)
    .sort()
}

/** Whether a library, by the tag in its name (`.cpython-311-x86_64-linux-gnu.so`), is for another interpreter than that of a cache tag. */
export function isOfAnotherPython(path: string, cacheTag: string): boolean {
  const tag = /\.((?:cpython|pypy|graalpy)-?\d+t?)[\w-]*\.(?:so|pyd)$/.exec(path)?.[1]
  return tag !== undefined && cacheTag !== '' && tag !== cacheTag
}

const isLibrary = /\.(?:so(?:\.\d+)*|pyd|dylib|dll)$/i

const skippedDirectories = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', '__pycache__', '.tox', '.nox', '.eggs', '.idea', '.vscode'],
  ...['.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis', '.ipynb_checkpoints', '.venv'],
  ...[
    'build',
    'dist',
    '_skbuild',
    '.pdm-build',
    'CMakeFiles',
    '.skbuild',
    '.mesonpy',
    'meson-private',
    'meson-logs',
    'meson-info',
  ],
])

/** Virtual environments, and what says of itself that it is a cache (https://bford.info/cachedir/), as of cargo. */
const markers = new Set(['pyvenv.cfg', 'CACHEDIR.TAG', '.rustc_info.json'])

/** The links of a strict editable of setuptools are in `build`, and are what its wheel leads to. */
function isSkippedDirectory(path: string): boolean {
  const [parent, name] = ['', ...path.split('/')].slice(-2)
  if (parent === 'build' && name !== undefined) return !name.startsWith('__editable__.')
  if (name === 'build') return false
  return name === undefined || skippedDirectories.has(name) || name.endsWith('.egg-info')
}

const skippedFiles =
  /^(?:\.ninja_.*|build\.ninja|compile_commands\.json|CMakeCache\.txt|cmake_install\.cmake|install_manifest.*\.txt|\.skbuild-info\.json|\.coverage.*|\.DS_Store|\.wheelcrew-.*)$|\.(?:o|obj|d|a|lib|exp|pdb|ilk|py[co]|log|gcda|gcno|whl|egg-link)$/i

function isSkippedFile(path: string): boolean {
  const [parent, name = ''] = ['', ...path.split('/')].slice(-2)
  return parent === 'build' || skippedFiles.test(name)
}

async function entriesOf(directory: string) {
  try {
    return await readdir(directory, { withFileTypes: true })
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return []
    throw error
  }
}

/** Without ctime, which a hard link to the file changes. */
function stateOf(path: string): string | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return found && `${found.size}:${found.mtimeNs}:${found.ino}`
}
