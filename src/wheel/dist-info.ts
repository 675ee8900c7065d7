/** The files of a `.dist-info` directory: WHEEL, METADATA, entry_points.txt (PyPA core metadata, entry points). */

export type WheelFile = { readonly rootIsPurelib: boolean; readonly tags: readonly string[] }

export type Metadata = {
  readonly name: string
  readonly version: string
  readonly requiresPython: string | undefined
  /** `Requires-Dist` values, verbatim. */
  readonly requiresDist: readonly string[]
}

export type EntryPoint = {
  readonly name: string
  readonly module: string
  /** Dotted attribute path inside the module: `cli.main`. */
  readonly attribute: string
  readonly gui: boolean
}
