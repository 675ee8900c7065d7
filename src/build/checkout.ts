/** Revisions of Git repositories: which commit a name stands for, and its tree. */
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { redact } from '../redact.js'
import { makeFreshDirectory, removeTree } from './fresh-directory.js'
import { type GitRun, type Remote, type RemoteServices, remoteOf, runGitRemote, unreachable } from './git-remote.js'

type GitSource = {
  /** Without `git+`; credentials may be inside. */
  readonly url: string
  /** A branch, tag, commit or full reference; empty: what HEAD names. */
  readonly revision: string
  /** For messages, without credentials. */
  readonly shown: string
}

type CheckOutServices = RemoteServices & {
  /** Whether all tags and commits come too, for versions that `git describe` makes; default: the one commit. */
  readonly withHistory?: boolean
}

/**
 * The full id of the commit that a revision names now: of a branch, then of a tag, as pip and uv. A full id is returned as it is, without
 * asking; a shortened one needs the list of all commits.
 *
 * Throws UserError REVISION_NOT_FOUND, SOURCE_UNREACHABLE and GIT_NOT_FOUND (exit code 1), and the reason of the signal.
 */
export async function resolveRevision(source: GitSource, services: RemoteServices): Promise<string> {
  const { revision } = source
  if (isCommitId(revision)) return revision.toLowerCase()
  const names = namesOf(revision)
  const remote = remoteOf(source.url, services.host)
  const patterns = names.flatMap(name => [name, `${name}^{}`])
  const args = ['ls-remote', '--quiet', '--', remote.url, ...patterns]
  const run = await runGitRemote({ args, cwd: tmpdir(), remote }, services)
  if (!run.succeeded) throw unreachable(source.shown, run.lines)
  const commits = new Map(run.lines.map(readReference))
  // What an annotated tag points to comes first.
  const found = names.flatMap(name => [`${name}^{}`, name]).find(name => commits.has(name))
  const commit = found === undefined ? undefined : commits.get(found)
  if (commit !== undefined) return commit
  if (!/^[0-9a-f]{4,63}$/i.test(revision)) throw revisionNotFound(source)
  return resolveShortened(source, remote, services)
}

/**
 * Checks a commit out, with its submodules, into a directory that is made, or replaced. Its `.git` holds no credentials.
 *
 * `revision` is a full commit id. Throws as `resolveRevision`; then nothing is left at `destination`.
 */
export async function checkOut(source: GitSource, destination: string, services: CheckOutServices): Promise<void> {
  services.signal.throwIfAborted()
  await makeFreshDirectory(destination)
  try {
    await fill(source, destination, services)
  } catch (error) {
    await removeTree(destination)
    throw error
  }
}

function isCommitId(revision: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(revision)
}

function namesOf(revision: string): readonly string[] {
  if (revision === '' || revision === 'HEAD') return ['HEAD']
  const names = [`refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`]
  return revision.startsWith('refs/') ? [revision, ...names] : names
}

function readReference(line: string): readonly [string, string] {
  const [, commit = '', name = ''] = /^([0-9a-f]+)\t(.+)$/.exec(line) ?? []
  return [name, commit]
}

const branchesAndTags = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']

/**
 * All commits, also in a repository that has only some. And a server of plain files refuses it at once: asked to filter, it lets git start
 * itself for each missing object, without an end.
 */
const everyCommit = '--depth=2147483647'

/** Commits alone are enough, where the server can leave out the rest. */
const commitsOnly = ['--filter=tree:0', everyCommit]

async function resolveShortened(source: GitSource, remote: Remote, services: RemoteServices): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-git-'))
  try {
    const git = (...args: readonly string[]) => runGitRemote({ args, cwd: scratch, remote }, services)
    const fetch = async (options: readonly string[]) => {
      await makeFreshDirectory(scratch)
      await must(git('init', '--quiet', '--template=', '--bare'), source)
      return git('fetch', '--quiet', ...options, '--', remote.url, ...branchesAndTags)
    }
    const run = await fetch(commitsOnly)
    if (!run.succeeded && !isDumb(run)) throw unreachable(source.shown, run.lines)
    if (!run.succeeded) await must(fetch([]), source)
    const { lines, succeeded } = await git('rev-parse', '--quiet', '--verify', `${source.revision}^{commit}`)
    const [commit] = lines
    if (!succeeded || commit === undefined || !isCommitId(commit)) throw revisionNotFound(source)
    return commit
  } finally {
    await removeTree(scratch)
  }
}

async function fill(source: GitSource, directory: string, services: CheckOutServices): Promise<void> {
  const remote = remoteOf(source.url, services.host)
  const git = (...args: readonly string[]) => runGitRemote({ args, cwd: directory, remote }, services)
  const format = source.revision.length === 64 ? ['--object-format=sha256'] : []
  await must(git('init', '--quiet', '--template=', ...format), source)
  await must(git('config', 'remote.origin.url', remote.url), source)
  await fetchCommit(source, git, services.withHistory === true)
  await must(git('checkout', '--quiet', '--force', '--no-recurse-submodules', '--detach', source.revision), source)
  if (existsSync(join(directory, '.gitmodules'))) await fetchSubmodules(source, git)
}

type Git = (...args: readonly string[]) => Promise<GitRun>

async function fetchCommit(source: GitSource, git: Git, withHistory: boolean): Promise<void> {
  const { revision } = source
  const fetch = ['fetch', '--quiet', '--no-recurse-submodules']
  const first = await git(...fetch, '--no-tags', '--depth=1', 'origin', revision)
  if (first.succeeded) {
    const history = [...fetch, everyCommit, '--filter=blob:none', 'origin', revision, ...branchesAndTags]
    if (withHistory) await must(git(...history), source)
    return
  }
  if (!isRefusal(first)) throw unreachable(source.shown, first.lines)
  const filter = isDumb(first) ? [] : ['--filter=blob:none']
  for (const references of [branchesAndTags, ['+refs/*:refs/remotes/all/*']]) {
    await must(git(...fetch, '--no-tags', ...filter, 'origin', ...references), source)
    if ((await git('cat-file', '-e', `${revision}^{commit}`)).succeeded) return
  }
  throw revisionNotFound(source)
}

function isDumb({ lines }: GitRun): boolean {
  return lines.some(line => line.includes('dumb http'))
}

/** Reached, but there is no such commit, or the server gives none by its id. */
function isRefusal(run: GitRun): boolean {
  const said = /not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i
  return isDumb(run) || run.lines.some(line => said.test(line))
}

/** Git itself refuses local addresses in `.gitmodules`, and names that leave the directory. */
async function fetchSubmodules(source: GitSource, git: Git): Promise<void> {
  const update = ['submodule', '--quiet', 'update', '--init', '--recursive', '--force']
  if ((await git(...update, '--depth=1')).succeeded) return
  const run = await git(...update)
  if (!run.succeeded) throw unreachable(`a submodule of ${source.shown}`, run.lines)
}

async function must(running: Promise<GitRun>, source: GitSource): Promise<void> {
  const run = await running
  if (!run.succeeded) throw unreachable(source.shown, run.lines)
}

function revisionNotFound({ revision, shown }: GitSource): UserError {
  const what = revision === '' ? 'no commit that HEAD names' : `no branch, tag or commit \`${revision}\``
  return new UserError('REVISION_NOT_FOUND', `\`${redact(shown)}\`: the repository has ${what}`, {
    hint: 'Name a branch, a tag or a commit id that was pushed',
  })
}
