/** The history of a copied work tree: a private repository that borrows the objects of the other one, which is only read. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { hasErrno, UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { ProcessResult } from '../process.js'
import { askGit } from './git.js'

type CopiedTree = {
  /** Absolute path of the work tree. */
  readonly root: string
  /** Of its HEAD; empty: no commit. */
  readonly revision: string
  /** Paths of files whose copies have other line ends, those of their blobs. */
  readonly restored: readonly string[]
}

type HistoryServices = { readonly host: Host; readonly signal: AbortSignal }

/** What `git` has to be there for. */
export function gitNotFound(purpose: string): UserError {
  return new UserError('GIT_NOT_FOUND', `${purpose} needs git, which is not on PATH`, {
    hint: 'Install git, and see that its directory is on PATH',
  })
}

/**
 * Makes `destination`, which has the files of the work tree `root`, a repository at the same commit and branch, with the same tags, index
 * and content filters: `git describe --dirty` says there what it says here. Submodules that are checked out get the same.
 *
 * Throws UserError SOURCE_CHANGED (exit code 1) where HEAD is no longer `revision`; GIT_NOT_FOUND; and the reason of the signal.
 */
export async function writeHistory(tree: CopiedTree, destination: string, services: HistoryServices): Promise<void> {
  const { root, revision } = tree
  const head = await tryGit(['rev-parse', '--quiet', '--verify', 'HEAD'], root, services)
  if ((head ?? '') !== revision) {
    throw new UserError('SOURCE_CHANGED', `HEAD of \`${root}\` moved while the source tree was read`, {
      hint: 'Run again when nothing writes to the source tree',
    })
  }
  const objectFormat = (await tryGit(['config', '--get', 'extensions.objectFormat'], root, services)) ?? 'sha1'
  // `--object-format` is newer than some git, and sha1 what all of them make.
  const format = objectFormat === 'sha1' ? [] : [`--object-format=${objectFormat}`]
  await mustGit(
    ['-c', 'init.defaultRefFormat=files', 'init', '--quiet', '--template=', ...format],
    destination,
    services,
  )
  await copyRepository(root, join(destination, '.git'), services)
  await writeReferences({ root, head }, join(destination, '.git'), services)
  await copySettings(root, destination, services)
  await forgetSizes(tree.restored, destination, services)
  for (const path of await submodulesOf(root, services)) {
    const restored = tree.restored.filter(name => name.startsWith(`${path}/`)).map(name => name.slice(path.length + 1))
    await writeSubmodule({ root: join(root, path), restored }, join(destination, path), services)
  }
}

/** To git, a file of another size is changed without a look at its content, unless the index knows no size. */
async function forgetSizes(paths: readonly string[], destination: string, services: HistoryServices): Promise<void> {
  if (paths.length === 0) return
  const entries = await mustGit(['ls-files', '--stage', '-z'], destination, services)
  const wanted = new Set(paths)
  const input = entries.split('\0').filter(entry => wanted.has(entry.slice(entry.indexOf('\t') + 1)))
  await mustGit(['update-index', '-z', '--index-info'], destination, { ...services, input: `${input.join('\0')}\0` })
}

/** The files of a git directory that decide what a work tree is compared with; all but the index are usually absent. */
const repositoryFiles = ['index', 'shallow', 'info/exclude', 'info/attributes', 'info/grafts', 'info/sparse-checkout']

async function copyRepository(root: string, gitDirectory: string, services: HistoryServices): Promise<void> {
  const names = ['objects', ...repositoryFiles]
  const asked = ['rev-parse', ...names.flatMap(name => ['--git-path', name])]
  const [objects = '', ...places] = (await mustGit(asked, root, services))
    .split('\n')
    .map(place => resolve(root, place))
  await mkdir(join(gitDirectory, 'info'), { recursive: true })
  await writeFile(join(gitDirectory, 'objects', 'info', 'alternates'), `${objects}\n`)
  for (const [position, place] of places.entries()) {
    await copyIfThere(place, join(gitDirectory, names[position + 1] ?? ''))
  }
  // Of a split index.
  const shared = await mustGit(['rev-parse', '--shared-index-path'], root, services)
  if (shared !== '') await copyIfThere(resolve(root, shared), join(gitDirectory, basename(shared)))
}

type Head = { readonly root: string; readonly head: string | undefined }

/** All tags, what replaces objects, and the branch: packed, since a file for each of thousands takes its time. */
async function writeReferences({ root, head }: Head, gitDirectory: string, services: HistoryServices): Promise<void> {
  const format = '--format=%(objectname) %(refname)'
  const listed = await mustGit(['for-each-ref', format, 'refs/tags', 'refs/replace'], root, services)
  const branch = await tryGit(['symbolic-ref', '--quiet', 'HEAD'], root, services)
  const ofBranch = branch === undefined || head === undefined ? [] : [`${head} ${branch}`]
  const lines = [...ofBranch, ...listed.split('\n')].filter(line => line !== '')
  await writeFile(join(gitDirectory, 'packed-refs'), lines.map(line => `${line}\n`).join(''))
  await writeFile(join(gitDirectory, 'HEAD'), branch === undefined ? `${head}\n` : `ref: ${branch}\n`)
}

/** Settings of the repository by which git compares files, or shortens an id. No other: an address may have a password. */
const settingsThatCount =
  /^(?:filter\..*|core\.(?:abbrev|autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|safecrlf|sparsecheckout.*)|index\.sparse)$/s

async function copySettings(root: string, destination: string, services: HistoryServices): Promise<void> {
  const listed = (await tryGit(['config', '--local', '--null', '--list'], root, services)) ?? ''
  const entries = listed.split('\0').filter(entry => settingsThatCount.test(entry.split('\n', 1)[0] ?? ''))
  for (const entry of [...entries, 'core.fsmonitor\nfalse', 'gc.auto\n0', 'maintenance.auto\nfalse']) {
    const [key = '', ...value] = entry.split('\n')
    // A key without a value is true.
    await mustGit(['config', '--add', key, value.length === 0 ? 'true' : value.join('\n')], destination, services)
  }
}

/** The paths of submodules in the index. */
async function submodulesOf(root: string, services: HistoryServices): Promise<readonly string[]> {
  const listed = await mustGit(['ls-files', '--stage', '-z'], root, services)
  return listed
    .split('\0')
    .flatMap(entry => (entry.startsWith('160000 ') ? [entry.slice(entry.indexOf('\t') + 1)] : []))
}

async function writeSubmodule(
  { root, restored }: Pick<CopiedTree, 'root' | 'restored'>,
  destination: string,
  services: HistoryServices,
): Promise<void> {
  if (!existsSync(join(root, '.git'))) return
  const revision = (await tryGit(['rev-parse', '--quiet', '--verify', 'HEAD'], root, services)) ?? ''
  await mkdir(destination, { recursive: true })
  await writeHistory({ root, revision, restored }, destination, services)
}

async function copyIfThere(source: string, target: string): Promise<void> {
  try {
    await copyFile(source, target)
  } catch (error) {
    if (!hasErrno(error, 'ENOENT')) throw error
  }
}

type GitInput = { readonly input?: string }

/** Its output without the newline at the end; undefined where it fails, which is an answer too. */
async function tryGit(args: readonly string[], cwd: string, services: HistoryServices): Promise<string | undefined> {
  const result = await runGit(args, cwd, services)
  return result.exitCode === 0 ? result.stdout.replace(/\n$/, '') : undefined
}

async function mustGit(args: readonly string[], cwd: string, services: HistoryServices & GitInput): Promise<string> {
  const { exitCode, stdout, stderr } = await runGit(args, cwd, services)
  if (exitCode !== 0) throw new Error(`\`git ${args.join(' ')}\` failed in ${cwd}: ${stderr}`)
  return stdout.replace(/\n$/, '')
}

async function runGit(
  args: readonly string[],
  cwd: string,
  { host, signal, input = '' }: HistoryServices & GitInput,
): Promise<ProcessResult> {
  signal.throwIfAborted()
  const result = await askGit(args, { cwd, host, input })
  if (result === undefined) throw gitNotFound('A version that comes from git')
  return result
}
