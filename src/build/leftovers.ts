/**
 * What builds, tests and editors leave behind in a source tree: no source, as long as git does not track it.
 *
 * A name alone decides only where no project means anything else by it. `build` and `dist` are names of packages too, so
 * there it is what lies inside or beside that tells.
 */

/** The names in a directory (POSIX, '' = the root); undefined for what is no directory. */
export type Entries = (directory: string) => ReadonlySet<string> | undefined

/**
 * Whether a file or directory is left behind; what lies below such a directory is not asked for.
 * An unpacked source archive (PKG-INFO at its top) was packed without such things: there only caches count as left behind.
 */
export function isLeftover(path: string, entriesOf: Entries): boolean {
  const own = entriesOf(path)
  if (isCache(path, own)) return true
  if (entriesOf('')?.has('PKG-INFO') === true) return false
  return own === undefined ? isBuiltFile(path, entriesOf) : isBuiltDirectory(path, own, entriesOf)
}

const cacheNames = new Set([
  ...['__pycache__', '.git', '.hg', '.svn', '.bzr', '.jj', '.tox', '.nox', '.mypy_cache', '.pytest_cache'],
  ...['.ruff_cache', '.hypothesis', '.ipynb_checkpoints', '.coverage', '.DS_Store'],
])

function isCache(path: string, own: ReadonlySet<string> | undefined): boolean {
  const name = nameOf(path)
  if (cacheNames.has(name)) return true
  // https://bford.info/cachedir/: written by cargo, mypy, pytest and ruff.
  return own === undefined ? /\.py[co]$/.test(name) : own.has('CACHEDIR.TAG')
}

function isBuiltDirectory(path: string, own: ReadonlySet<string>, entriesOf: Entries): boolean {
  const [name, parent] = [nameOf(path), parentOf(path)]
  if (name === '.eggs' || name === '_skbuild') return true
  if (name.endsWith('.egg-info')) return own.has('PKG-INFO')
  if (own.has('pyvenv.cfg') || own.has('meson-private')) return true
  if (own.has('CMakeCache.txt') && !own.has('CMakeLists.txt')) return true
  if (name === 'CMakeFiles') return entriesOf(parent)?.has('CMakeCache.txt') === true
  return isBuildOfSetuptools.test(name) && nameOf(parent) === 'build' && isBesideProject(parent, entriesOf)
}

const isBuildOfSetuptools = /^(?:(?:lib|temp|bdist|scripts)(?:[.-].*)?|__editable__\..*)$/

function isBuiltFile(path: string, entriesOf: Entries): boolean {
  const [name, parent] = [nameOf(path), parentOf(path)]
  const siblings = entriesOf(parent) ?? new Set()
  if (name === 'CMakeCache.txt' || name.endsWith('.egg-link')) return true
  if (isExtensionModule.test(name)) return true
  const [, stem] = /^(?:lib)?(.+)\.(?:so|pyd|o|obj)$/.exec(name) ?? []
  if (stem !== undefined) return compiledSuffixes.some(suffix => siblings.has(`${stem}.${suffix}`))
  const isOutput = /^(?:dist|wheelhouse)$/.test(nameOf(parent)) && isBesideProject(parent, entriesOf)
  return isOutput && /\.(?:whl|tar\.gz|zip|egg)$|^\.gitignore$/.test(name)
}

/** With the tag of an interpreter, as `build_ext --inplace` writes it. */
const isExtensionModule = /\.(?:cpython-\d|cp\d|abi3\b|pypy\d|graalpy)[\w-]*\.(?:so|pyd)$/

const compiledSuffixes = ['c', 'cc', 'cpp', 'cxx', 'cu', 'f', 'f90', 'm', 'mm', 'pyx', 'rs']

function isBesideProject(directory: string, entriesOf: Entries): boolean {
  const siblings = entriesOf(parentOf(directory))
  return siblings !== undefined && ['pyproject.toml', 'setup.py', 'setup.cfg'].some(name => siblings.has(name))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
