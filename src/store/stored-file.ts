/** How files of the store are made: readable for all who share it, whatever mask their maker has. */
import { fchmodSync, openSync } from 'node:fs'

/**
 * Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error.
 *
 * `umask` is that of the process, where it is known. It is not asked for here: `process.umask()` sets it to 0 for a moment, in
 * which other threads make directories that anyone may write to.
 */
export function createStoredFile(path: string, executable: boolean, umask = 0o777): number {
  const mode = executable ? 0o755 : 0o644
  const descriptor = openSync(path, 'wx', mode)
  if ((mode & umask) !== 0) fchmodSync(descriptor, mode)
  return descriptor
}

/** Whether a file that is a link into the store has no right which this mask takes away. */
export function permitsLinks(umask: number): boolean {
  return (umask & 0o755) === 0
}
