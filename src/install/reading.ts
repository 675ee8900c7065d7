/** Reading what may not be there. Synchronous: the fastest way for many small files. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { errnoOf, hasErrno, UserError } from '../errors.js'

/** The entries of a directory, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
export function namesIn(directory: string): readonly string[] | undefined {
  return unlessAbsent(directory, () => readdirSync(directory))
}

/** A file as text, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
export function textOf(file: string): string | undefined {
  return unlessAbsent(file, () => readFileSync(file, 'utf8'))
}

/** These directories without those that are not there and without other names of one that is. */
export function distinctDirectories(directories: readonly string[]): readonly string[] {
  const byRealPath = new Map<string, string>()
  for (const directory of directories) {
    const real = realPath(directory)
    if (real !== undefined && !byRealPath.has(real)) byRealPath.set(real, directory)
  }
  return [...byRealPath.values()]
}

/** A path with its links resolved, or undefined where nothing has it. Throws UserError ENVIRONMENT_UNREADABLE. */
export function realPath(path: string): string | undefined {
  return unlessAbsent(path, () => realpathSync.native(path))
}

/** The last: what Node says to a path with a null character. */
const absent = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']

/** What `read` returns, or undefined where nothing has this path. Throws UserError ENVIRONMENT_UNREADABLE. */
export function unlessAbsent<T>(path: string, read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    const errno = errnoOf(error)
    if (errno === undefined) throw error
    if (hasErrno(error, ...absent)) return undefined
    throw new UserError('ENVIRONMENT_UNREADABLE', `cannot read \`${path}\` (${errno})`, {
      hint: 'check the permissions, or name another environment with `--venv`',
      cause: error,
    })
  }
}
