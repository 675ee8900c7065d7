/** Lock × Interpreter × what is present → Plan: a pure function, no file or network is touched. */
import type { DirectUrl, LockedFile } from './lock.js'

/** One wheel that the environment will hold. */
export type PlannedWheel = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string
  readonly file: LockedFile
  /** Lower-case hex, where the lock has it: the wheel's identity in the store. */
  readonly sha256: string | undefined
  readonly requested: boolean
  readonly directUrl: DirectUrl | undefined
}
