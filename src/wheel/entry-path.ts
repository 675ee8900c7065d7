/** Paths as they stand in a wheel. */

/** The longest path that Linux takes, in bytes. */
const longestPath = 4096

/** Why a path may not be written below a directory of any system, or undefined for a relative, normalised POSIX path. */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'is empty'
  if (path.length > longestPath) return `is longer than ${longestPath} characters`
  if (/\p{Cc}/u.test(path)) return 'holds a control character'
  if (path.includes('\\')) return 'holds a backslash'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  const segments = path.split('/')
  if (segments.includes('..')) return 'leaves its directory through `..`'
  return segments.includes('') || segments.includes('.') ? 'is not normalised' : undefined
}
