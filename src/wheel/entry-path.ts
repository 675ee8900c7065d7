/** Paths as they stand in a wheel. */

/** Bytes; below a directory of usual length, every system takes such a path. */
const longestPath = 1024
/** Bytes; what file systems take. */
const longestName = 255

/** Of paths of up to `longestName` characters, nearly all: told in one look. */
const usual = /^[A-Za-z0-9_][\w.+-]*(?:\/[A-Za-z0-9_][\w.+-]*)*$/

/** Why a path may not be written below a directory of any system, or undefined for a relative, normalised POSIX path. */
export function pathFault(path: string): string | undefined {
  if (path.length <= longestName && usual.test(path)) return undefined
  if (path === '') return 'is empty'
  if (isLonger(path, longestPath)) return `is longer than ${longestPath} bytes`
  if (/\p{Cc}/u.test(path)) return 'holds a control character'
  if (path.includes('\\')) return 'holds a backslash'
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute'
  const segments = path.split('/')
  if (segments.includes('..')) return 'leaves its directory through `..`'
  if (segments.includes('') || segments.includes('.')) return 'is not normalised'
  return segments.some(segment => isLonger(segment, longestName))
    ? `holds a name that is longer than ${longestName} bytes`
    : undefined
}

/** A character takes three bytes at most, so that most texts need no encoding. */
function isLonger(text: string, bytes: number): boolean {
  return text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes)
}
