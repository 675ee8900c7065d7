/** The files of a git work tree that count as source, with the blob ids that its index knows. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { mapBounded } from '../concurrency.js'
import type { Host } from '../host.js'
import { askGit } from './git.js'
import { isLeftover } from './leftovers.js'
import type { AbsentSubmodule, FileMode } from './source-closure.js'
import type { ListedFile } from './source-file.js'
import { listDirectories, walkTree } from './walk.js'

export type GitServices = {
  readonly host: Host
  readonly signal: AbortSignal
  /** Absolute paths of files and directories that are no source, wherever they lie. */
  readonly excluded?: readonly string[]
}

export type GitTree = {
  /** Tracked files, and untracked ones that are neither ignored nor left behind; of submodules and nested repositories too. */
  readonly files: readonly (ListedFile & { readonly isTracked: boolean })[]
  /** Submodules that are not checked out: a build may fetch them, so their commits count. */
  readonly absent: readonly AbsentSubmodule[]
}

/** Lists the work tree whose top is `root`; undefined where git cannot. */
export async function listGitTree(root: string, services: GitServices): Promise<GitTree | undefined> {
  const tree = await listRepository(root, '', services)
  if (tree === undefined) return undefined
  const entries = listDirectories(tree.files.map(({ path }) => path))
  const decided = new Map<string, boolean>([['', false]])
  const isLeft = (path: string): boolean => {
    const known = decided.get(path)
    if (known !== undefined) return known
    const answer = isLeft(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || isLeftover(path, entries)
    decided.set(path, answer)
    return answer
  }
  return { ...tree, files: tree.files.filter(({ path, isTracked }) => isTracked || !isLeft(path)) }
}

const listing = [
  // What stands in the work tree counts, not what Git LFS would make of it.
  ...['-c', 'filter.lfs.process=', '-c', 'filter.lfs.clean=', '-c', 'filter.lfs.required=false'],
  ...['ls-files', '-z', '-v', '--stage', '--cached', '--modified', '--deleted', '--others', '--exclude-standard'],
]

async function listRepository(root: string, prefix: string, services: GitServices): Promise<GitTree | undefined> {
  services.signal.throwIfAborted()
  const cwd = join(root, prefix)
  const answer = await askGit(listing, { cwd, host: services.host })
  if (answer?.exitCode !== 0) return undefined
  const rows = readRows(answer.stdout)
  const converted = await findConverted(cwd, rows, services)
  const [below, files]: [Row[], Row[]] = [[], []]
  for (const row of rows) (row.isRepository ? below : files).push(row)
  const trees = await mapBounded(below, 4, row => listBelow(root, { ...row, path: prefix + row.path }, services))
  const own = files.map(({ path, mode, isTracked, isChanged, blob }) => ({
    ...{ path: prefix + path, mode, isTracked },
    blob: isChanged || converted.has(path) ? undefined : blob,
  }))
  return {
    files: [...own, ...trees.flatMap(tree => tree.files)],
    absent: trees.flatMap(tree => tree.absent),
  }
}

/** A submodule, or a repository that lies in the work tree untracked. */
async function listBelow(root: string, { path, blob, isTracked }: Row, services: GitServices): Promise<GitTree> {
  const isRepository = await stat(join(root, path, '.git')).then(
    () => true,
    () => false,
  )
  const tree = isRepository ? await listRepository(root, `${path}/`, services) : undefined
  if (tree !== undefined) {
    return { ...tree, files: tree.files.map(file => ({ ...file, isTracked: file.isTracked && isTracked })) }
  }
  const walked = await walkTree(join(root, path), services.signal)
  const files = walked.map(name => ({ path: `${path}/${name}`, mode: undefined, blob: undefined, isTracked: false }))
  const isAbsent = files.length === 0 && blob !== undefined
  return { files, absent: isAbsent ? [{ path, commit: blob }] : [] }
}

type Row = ListedFile & {
  readonly isTracked: boolean
  /** Whether the bytes may differ from the blob of the index. */
  readonly isChanged: boolean
  /** A submodule (its commit is the blob), or a repository in the repository. */
  readonly isRepository: boolean
}

/** Records are `tag mode blob stage TAB path` of the index, several for a changed file, and `? path` of untracked files. */
function readRows(output: string): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const record of output.split('\0')) {
    if (record.startsWith('? ')) addUntracked(rows, record.slice(2))
    const [, tag = '', mode = '', blob = '', path] = /^(\S) (\d{6}) ([0-9a-f]+) \d\t(.+)$/s.exec(record) ?? []
    if (path === undefined) continue
    // A lower-case tag, and `S`, say that git was told not to look; another length, that blobs have other ids than ours.
    const isChanged = tag !== 'H' || blob.length !== 40
    rows.set(path, { path, blob, mode: fileMode(mode), isTracked: true, isRepository: mode === '160000', isChanged })
  }
  return [...rows.values()]
}

function addUntracked(rows: Map<string, Row>, name: string): void {
  const isRepository = name.endsWith('/')
  const path = isRepository ? name.slice(0, -1) : name
  rows.set(path, { path, mode: undefined, blob: undefined, isTracked: false, isChanged: true, isRepository })
}

function fileMode(mode: string): FileMode | undefined {
  return mode === '100644' || mode === '100755' || mode === '120000' ? mode : undefined
}

/** Files whose bytes in the work tree are not those of their blob, clean or not: Git LFS, `ident`, CRLF by attribute. */
async function findConverted(cwd: string, rows: readonly Row[], { host }: GitServices): Promise<ReadonlySet<string>> {
  const attributes = rows.filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path))
  const texts = await Promise.all(attributes.map(({ path }) => readFile(join(cwd, path), 'utf8').catch(() => '')))
  if (!texts.some(text => /(?:filter|ident|working-tree-encoding|eol=crlf)/.test(text))) return new Set()
  const input = rows.map(({ path }) => `${path}\0`).join('')
  const question = ['check-attr', '-z', '--stdin', 'filter', 'ident', 'working-tree-encoding', 'eol']
  const answer = await askGit(question, { cwd, host, input })
  if (answer?.exitCode !== 0) return new Set(rows.map(({ path }) => path))
  const fields = answer.stdout.split('\0')
  const converted = new Set<string>()
  for (let index = 0; index + 2 < fields.length; index += 3) {
    if (!/^(?:unspecified|unset|lf)$/.test(fields[index + 2] ?? '')) converted.add(fields[index] ?? '')
  }
  return converted
}
