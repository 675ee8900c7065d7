/**
 * What a source tree consists of, by content. Git is asked where it can answer, since its index knows the blob ids; else
 * the tree is walked. Both give the same files for the same bytes, so a clone, a copy and another path are one source.
 *
 * Three things only git knows: what is ignored, the commits of submodules that are not checked out, and the bytes of the
 * index where `core.autocrlf` converted a file.
 */
import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { hasErrno, usageError } from '../errors.js'
import { askGit } from './git.js'
import { type GitServices, type GitTree, listGitTree } from './git-tree.js'
import { byPath, type SourceClosure } from './source-closure.js'
import { type ListedFile, readSourceFiles } from './source-file.js'
import { walkTree } from './walk.js'

export { blobsAt, type SourceClosure, type SourceFile } from './source-closure.js'

/** Reads the source tree at a path. Throws UserError SOURCE_NOT_FOUND where there is no directory (exit code 2). */
export async function readClosure(directory: string, services: GitServices): Promise<SourceClosure> {
  const place = await realDirectory(directory)
  const { host, signal } = services
  const options = { isWindows: host.platform.os === 'win32', signal }
  const repository = await openRepository(place, services)
  if (repository !== undefined) {
    const { root, subdirectory } = repository
    const [tree, version] = await Promise.all([listGitTree(root, services), describeTree(root, services)])
    if (tree === undefined) host.log.warn(`${unreadable(root)}: \`git ls-files\` fails there`)
    else if (isOfRepository(tree, subdirectory)) {
      const listed = without(tree.files, root, services)
      const files = (await readSourceFiles(root, listed, options)).toSorted(byPath)
      return { ...repository, files, absent: tree.absent, isRepository: true, ...version }
    }
  }
  const walked = (await walkTree(place, signal)).map((path): ListedFile => ({ path, mode: undefined, blob: undefined }))
  const files = (await readSourceFiles(place, without(walked, place, services), options)).toSorted(byPath)
  return { root: place, subdirectory: '', files, absent: [], isRepository: false, revision: '', describe: '', tags: '' }
}

/** Those that do not lie in what is excluded. */
function without<File extends ListedFile>(
  files: readonly File[],
  root: string,
  { excluded = [] }: GitServices,
): readonly File[] {
  const places = excluded.map(path => relative(root, path).split(sep).join('/')).filter(path => path !== '')
  return files.filter(({ path }) => !places.some(place => path === place || path.startsWith(`${place}/`)))
}

async function realDirectory(directory: string): Promise<string> {
  try {
    const place = await realpath(directory)
    if ((await stat(place)).isDirectory()) return place
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR')) throw error
  }
  throw usageError('SOURCE_NOT_FOUND', `the source tree \`${directory}\` is no directory`, 'Correct the path')
}

type Repository = Pick<SourceClosure, 'root' | 'subdirectory' | 'revision'>

async function openRepository(directory: string, { host, signal }: GitServices): Promise<Repository | undefined> {
  signal.throwIfAborted()
  const answer = await askGit(['rev-parse', '--show-toplevel', '--show-prefix', 'HEAD'], { cwd: directory, host })
  // Without a commit the first two are answered, and `HEAD` is an error.
  const [root = '', prefix, head = ''] = answer?.stdout.split('\n') ?? []
  if (root !== '' && prefix !== undefined) {
    const revision = /^[0-9a-f]{40,}$/.test(head) ? head : ''
    return { root: resolve(root), subdirectory: prefix.replace(/\/$/, ''), revision }
  }
  const [problem = ''] = answer?.stderr.split('\n') ?? []
  if (!/not a git repository|must be run in a work tree/.test(problem) && problem !== '') {
    host.log.warn(`${unreadable(directory)}: ${problem}`)
  }
  return undefined
}

function unreadable(directory: string): string {
  return `\`${directory}\` is in a repository that git does not read, so ignored files count as source, too`
}

/** A directory that the repository ignores is not of it, nor is a source archive that somebody unpacked there. */
function isOfRepository({ files }: GitTree, subdirectory: string): boolean {
  const prefix = subdirectory === '' ? '' : `${subdirectory}/`
  const own = files.filter(({ path }) => path.startsWith(prefix))
  const isUnpacked = own.some(({ path }) => path === `${prefix}PKG-INFO`) && !own.some(({ isTracked }) => isTracked)
  return own.length > 0 && !isUnpacked
}

/** `git describe --dirty` would write to the index. */
async function describeTree(root: string, { host }: GitServices): Promise<Pick<SourceClosure, 'describe' | 'tags'>> {
  const describe = ['describe', '--tags', '--long', '--always', '--abbrev=40']
  const status = ['status', '--porcelain', '-z', '--untracked-files=no']
  const tags = ['for-each-ref', '--merged', 'HEAD', '--format=%(refname) %(objectname)', 'refs/tags']
  const asked = [describe, status, tags].map(args => askGit(args, { cwd: root, host }))
  const [named, changed, merged] = await Promise.all(asked)
  if (named?.exitCode !== 0) return { describe: '', tags: '' }
  return {
    describe: `${named.stdout.trim()}${changed?.stdout === '' ? '' : '-dirty'}`,
    tags: createHash('sha256')
      .update(merged?.stdout ?? '')
      .digest('hex'),
  }
}
