/** Sources of a pylock.toml that have to be built: directories and repositories (PEP 751). */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fieldError, optionalString, optionalTable, requiredString, type Table, valueAt } from './document.js'
import type { LockedSource } from './lock.js'

/** The `directory` or `vcs` of a `[[packages]]` entry; relative paths start from `base`. Throws LOCK_INVALID. */
export function readSource(table: Table, base: string): LockedSource | undefined {
  const vcs = optionalTable(table, 'vcs')
  const directory = optionalTable(table, 'directory')
  if (vcs !== undefined && directory !== undefined) throw fieldError(table, 'vcs', 'and `directory` exclude each other')
  if (directory !== undefined) {
    const isEditable = valueAt(directory, 'editable') === true
    const path = resolve(base, requiredString(directory, 'path'))
    return { kind: 'directory', path, isEditable, ...readSubdirectory(directory) }
  }
  return vcs && readRepository(vcs, base)
}

/** Commit and revision become arguments of Git: none may look like an option. */
function readRepository(vcs: Table, base: string): LockedSource {
  const type = optionalString(vcs, 'type') ?? 'git'
  if (type !== 'git') throw fieldError(vcs, 'type', `is \`${type}\`, and only Git repositories can be built`)
  const commit = optionalString(vcs, 'commit-id')?.toLowerCase()
  if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
    throw fieldError(vcs, 'commit-id', `is not a commit of Git: \`${commit}\``)
  }
  const revision = optionalString(vcs, 'requested-revision')
  if (revision?.startsWith('-')) throw fieldError(vcs, 'requested-revision', `is not a revision: \`${revision}\``)
  const asked = revision === undefined ? {} : { requestedRevision: revision }
  return { kind: 'vcs', url: readRepositoryUrl(vcs, base), commit, ...asked, ...readSubdirectory(vcs) }
}

/** The spelling `user@host:path` is no URL: Git takes it, so it stays. */
function readRepositoryUrl(vcs: Table, base: string): string {
  const url = optionalString(vcs, 'url')?.replace(/^git\+/, '')
  if (url === undefined) return pathToFileURL(resolve(base, requiredString(vcs, 'path'))).href
  if (/^(?:(?:https?|ssh|git|file):\/\/|[\w.][\w.-]*@[\w.-]+:)/i.test(url)) return url
  throw fieldError(vcs, 'url', 'is not the address of a Git repository')
}

/** `subdirectory` as a POSIX path without `.` segments; one that leaves its tree is an error. */
export function readSubdirectory(table: Table): { readonly subdirectory?: string } {
  const written = optionalString(table, 'subdirectory')
  if (written === undefined) return {}
  const segments = written.split(/[\\/]/).filter(segment => segment !== '' && segment !== '.')
  if (/^(?:[\\/]|[a-z]:)/i.test(written) || segments.includes('..')) {
    throw fieldError(table, 'subdirectory', `must be a path inside the source tree, found \`${written}\``)
  }
  return segments.length === 0 ? {} : { subdirectory: segments.join('/') }
}
