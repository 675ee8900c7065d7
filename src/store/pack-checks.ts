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
  const paths = new Set(files.map(file => file.path))
  return paths.size === files.length && files.every(isFile) && !isAnyBelow(paths)
}

function isFile({ path, size, sha256, executable }: StoredFile): boolean {
  return (
    typeof path === 'string' &&
    pathFault(path) === undefined &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    isSha256(sha256) &&
    typeof executable === 'boolean'
  )
}

/** Whether one of the files is a directory of another. Sorted as they are, files of one directory are neighbours. */
function isAnyBelow(files: ReadonlySet<string>): boolean {
  const known = new Set<string>()
  let last = ''
  for (const path of files) {
    const end = path.lastIndexOf('/')
    if (end === last.length && path.startsWith(last)) continue
    last = path.slice(0, Math.max(end, 0))
    for (let directory = last; directory !== '' && !known.has(directory); directory = parentOf(directory)) {
      if (files.has(directory)) return true
      known.add(directory)
    }
  }
  return false
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
