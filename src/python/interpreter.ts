/** What one Python interpreter is, found by running probe.py once. */
import type { Scheme } from '../wheel/placement.js'

export type MarkerEnvironment = Readonly<Record<string, string>>

export type Interpreter = {
  /** What to run; for a virtual environment its own `bin/python`. */
  readonly executable: string
  /** `sys._base_executable`, symbolic links resolved: the interpreter that a new virtual environment is made from. */
  readonly baseExecutable: string
  /** `3.11.7` */
  readonly version: string
  /** `cpython`, `pypy`, … */
  readonly implementation: string
  /** `cpython-311` */
  readonly cacheTag: string
  /** `importlib.util.MAGIC_NUMBER`, lower-case hex. */
  readonly magicNumber: string
  /** `sys.flags.optimize` */
  readonly optimize: number
  /** `sys.prefix`; differs from `basePrefix` in a virtual environment. */
  readonly prefix: string
  readonly basePrefix: string
  /** PEP 508 environment markers. */
  readonly markers: MarkerEnvironment
  /** Supported tags (PEP 425), best first. */
  readonly tags: readonly string[]
  /** Scheme directories of a virtual environment of this interpreter, relative to its root, POSIX separators. */
  readonly venvSchemes: Readonly<Record<Scheme, string>>
}
