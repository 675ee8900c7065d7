/** Where each entry of a wheel is installed (PyPA binary distribution format, "Installing a wheel"). */
import { pathFault } from './entry-path.js'
import { normalizeName } from './filename.js'
import { invalidWheel, quoted } from './invalid-wheel.js'
import { isReservedData, isReservedScript, isReservedState, reservedName } from './reserved-name.js'

export const schemes = ['purelib', 'platlib', 'headers', 'scripts', 'data'] as const
/** A directory of an installation scheme, as `sysconfig` names it. */
export type Scheme = (typeof schemes)[number]

/** A file of a wheel with its place: a path relative to the directory of its scheme. */
export type Placement = { readonly scheme: Scheme; readonly path: string }

export type WheelLayout = {
  /** `numpy-2.1.0.dist-info` */
  readonly distInfo: string
  readonly rootIsPurelib: boolean
}

/**
 * Where an entry that is a file is installed: the `.data` directory of the wheel spreads over the schemes, the rest
 * goes to purelib or platlib. A folder in the scripts scheme stays one, as pip has it.
 * Throws `WHEEL_INVALID` for an unknown scheme, for a path that is not inside its scheme and for a second `.dist-info`;
 * SCRIPT_NAME_RESERVED for a file that would replace the interpreter, an activation script or pyvenv.cfg.
 */
export function placeEntry(path: string, layout: WheelLayout, wheel: string): Placement {
  assertInside(path, path, wheel)
  if (isReservedState(path)) throw reservedName(wheel, 'the entry', path)
  if (!isDataDirectory(topOf(path), layout)) return { scheme: layout.rootIsPurelib ? 'purelib' : 'platlib', path }
  const [, key, ...rest] = path.split('/')
  if (key === undefined || rest.length === 0) {
    throw invalidWheel(wheel, `entry ${quoted(path)}: it lies in no scheme of the \`.data\` directory`)
  }
  const scheme = schemes.find(known => known === key)
  if (scheme === undefined) {
    throw invalidWheel(wheel, `entry ${quoted(path)}: ${quoted(key)} is not a scheme; expected ${schemes.join(', ')}`)
  }
  const placement = { scheme, path: rest.join('/') }
  // What stood inside the path may be a drive now.
  assertInside(placement.path, path, wheel)
  assertHarmless(placement, path, wheel)
  return placement
}

function topOf(path: string): string {
  const end = path.indexOf('/')
  return end === -1 ? path : path.slice(0, end)
}

function assertInside(path: string, entry: string, wheel: string): void {
  const fault = pathFault(path)
  if (fault !== undefined) throw invalidWheel(wheel, `entry ${quoted(entry)}: its path ${fault}`)
}

/** What only the `.data` directory can reach: files of the environment itself, and the metadata of distributions. */
function assertHarmless(placement: Placement, entry: string, wheel: string): void {
  const isReserved =
    (placement.scheme === 'scripts' && isReservedScript(placement.path)) ||
    (placement.scheme === 'data' && isReservedData(placement.path)) ||
    isReservedState(placement.path)
  if (isReserved) throw reservedName(wheel, 'the entry', entry)
  const isLibrary = placement.scheme === 'purelib' || placement.scheme === 'platlib'
  if (isLibrary && /^[^/]+\.dist-info\//i.test(placement.path)) {
    throw invalidWheel(wheel, `entry ${quoted(entry)}: it would be installed into a \`.dist-info\` directory`)
  }
}

/** True for `numpy-2.1.0.data`, its name spelled in any equal way, of a wheel with `numpy-2.1.0.dist-info`. */
function isDataDirectory(directory: string, { distInfo }: WheelLayout): boolean {
  if (!directory.endsWith('.data')) return false
  return normalizeName(stem(directory)) === normalizeName(stem(distInfo))
}

function stem(directory: string): string {
  return directory.slice(0, directory.lastIndexOf('.'))
}
