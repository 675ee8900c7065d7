/** What a section of a pack must be before any of it is written: it comes from elsewhere, and names files and directories. */
import { pathFault } from '../wheel/entry-path.js'
import type { StoredFile, WheelNote } from './note.js'

/** True for a wheel's note whose every part has its type and names nothing outside its directory. */
export function isWheel(note: WheelNote): boolean {
  const texts: readonly unknown[] = [note.filename, note.name, note.version, note.distInfo]
  return (
    isSha256(note.sha256) &&
    Number.isSafeInteger(note.size) &&
    typeof note.rootIsPurelib === 'boolean' &&
    Array.isArray(note.requires) &&
    [...texts, ...note.requires].every(text => typeof text === 'string') &&
    namesNoOtherPlace(note)
  )
}

/** The name and the dist-info become directories of an environment. */
function namesNoOtherPlace({ name, distInfo }: WheelNote): boolean {
  return (
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /^[^/\\]+\.dist-info$/.test(distInfo) && pathFault(distInfo) === undefined
  )
}

/** True for a digest as keys and directories spell it. */
export function isSha256(text: unknown): boolean {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
}

/** True when every path lies inside its directory, and no path is another's directory. */
export function areFiles(files: readonly StoredFile[]): boolean {
  const paths = new Set<unknown>(files.map(file => file.path))
  return (
    paths.size === files.length &&
    files.every(
      ({ path, size, sha256, executable }) =>
        typeof path === 'string' &&
        pathFault(path) === undefined &&
        Number.isSafeInteger(size) &&
        size >= 0 &&
        isSha256(sha256) &&
        typeof executable === 'boolean' &&
        !parents(path).some(parent => paths.has(parent)),
    )
  )
}

function parents(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}
