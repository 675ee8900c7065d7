/** Wheel filenames and distribution names (PyPA binary distribution format, PEP 425, PEP 503). */

/** A parsed wheel filename: `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl`. */
export type WheelFilename = {
  readonly filename: string
  /** Normalised (PEP 503): `ruamel-yaml`. */
  readonly name: string
  /** As spelled in the filename, `_` of a local version turned into `+` where needed. */
  readonly version: string
  /** Build tag as (number, rest); a wheel without one sorts before every wheel with one. */
  readonly build: readonly [number, string] | undefined
  /** Compressed tag sets expanded to their product: `cp311-cp311-manylinux_2_17_x86_64`. */
  readonly tags: readonly string[]
}
