/** Files of packages that Git ignores: no source, so no wheel has them, though a build in the tree itself would pack them. */
import { basename } from 'node:path/posix'
import { askGit } from './git.js'
import type { GitServices } from './git-tree.js'
import type { SourceClosure } from './source-closure.js'

/**
 * POSIX paths, relative to the top of the repository, of what Git ignores inside of the project's packages and no build leaves behind;
 * a directory that is ignored as a whole is one path, ended by `/`.
 */
export async function ignoredData(closure: SourceClosure, { host }: GitServices): Promise<readonly string[]> {
  if (!closure.isRepository) return []
  const place = closure.subdirectory === '' ? '.' : closure.subdirectory
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z', '--', place]
  const answer = await askGit(args, { cwd: closure.root, host })
  if (answer?.exitCode !== 0) return []
  const packages = closure.files.flatMap(({ path }) =>
    path.endsWith('/__init__.py') ? [path.slice(0, -'__init__.py'.length)] : [],
  )
  const paths = answer.stdout.split('\0').filter(path => path !== '')
  return paths.filter(path => packages.some(directory => path.startsWith(directory)) && !isMadeAgain(path))
}

/** Caches, compiled files, and what backends write: a build makes these itself, or needs none. */
function isMadeAgain(path: string): boolean {
  return madeAgain.test(basename(path))
}

const madeAgain =
  /^(?:__pycache__|\..*|_?_?version(?:_info)?_?_?\.py|CMakeFiles|build|dist|node_modules|.*\.(?:py[cod]|so(?:\.\d+)*|dll|dylib|o|obj|a|lib|c|cc|cpp|cxx|egg-info|log|orig|swp))$/i
