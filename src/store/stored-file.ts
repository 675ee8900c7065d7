/** How files of the store are made: readable for all who share it, whatever mask their maker has. */
import { fchmodSync, openSync } from 'node:fs'

/**
 * Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error.
 *
 * The mask is not asked for: `process.umask()` sets it to 0 for a moment, in which other threads make directories that anyone
 * may write to.
 */
export function createStoredFile(path: string, executable: boolean): number {
  const mode = executable ? 0o755 : 0o644
  const descriptor = openSync(path, 'wx', mode)
  fchmodSync(descriptor, mode)
  return descriptor
}

/** Whether a file that is a link into the store has no right which this mask takes away. */
export function permitsLinks(umask: number): boolean {
  return (umask & 0o755) === 0
}
