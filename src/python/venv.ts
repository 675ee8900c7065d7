/** Virtual environments: opened, or made through `python -m venv --without-pip` or uv. */
import type { Scheme } from '../wheel/placement.js'

/** A place that wheels are installed into. All paths are absolute and native. */
export type PythonEnvironment = {
  readonly root: string
  /** The interpreter that scripts name in their first line. */
  readonly python: string
  readonly schemes: Readonly<Record<Scheme, string>>
}
