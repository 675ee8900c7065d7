/** Where each entry of a wheel is installed (PyPA binary distribution format, "Installing a wheel"). */
import { pathFault } from './entry-path.js'
import { normalizeName } from './filename.js'
import { invalidWheel, quoted } from './invalid-wheel.js'

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
 * goes to purelib or platlib. Throws `WHEEL_INVALID` for an unknown scheme, and for a path that is not inside its scheme.
 */
export function placeEntry(path: string, layout: WheelLayout, wheel: string): Placement {
  const fault = pathFault(path)
  if (fault !== undefined) throw invalidWheel(wheel, `entry ${quoted(path)}: its path ${fault}`)
  const [top = '', key, ...rest] = path.split('/')
  if (!isDataDirectory(top, layout)) return { scheme: layout.rootIsPurelib ? 'purelib' : 'platlib', path }
  if (key === undefined || rest.length === 0) {
    throw invalidWheel(wheel, `entry ${quoted(path)}: it lies in no scheme of the \`.data\` directory`)
  }
  const scheme = schemes.find(known => known === key)
  if (scheme === undefined) {
    throw invalidWheel(wheel, `entry ${quoted(path)}: ${quoted(key)} is not a scheme; expected ${schemes.join(', ')}`)
  }
  return { scheme, path: rest.join('/') }
}

/** True for `numpy-2.1.0.data`, its name spelled in any equal way, of a wheel with `numpy-2.1.0.dist-info`. */
function isDataDirectory(directory: string, { distInfo }: WheelLayout): boolean {
  if (!directory.endsWith('.data')) return false
  return normalizeName(stem(directory)) === normalizeName(stem(distInfo))
}

function stem(directory: string): string {
  return directory.slice(0, directory.lastIndexOf('.'))
}
