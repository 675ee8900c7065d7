/** Where each entry of a wheel is installed (PyPA binary distribution format, "Installing a wheel"). */

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
