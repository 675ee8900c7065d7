/** What the store knows about an unpacked wheel: written once, beside its files. */

/** One file of an unpacked wheel. */
export type StoredFile = {
  /** POSIX path in the archive. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
  readonly executable: boolean
}

export type WheelNote = {
  /** Of the wheel file: its identity. Lower-case hex. */
  readonly sha256: string
  readonly filename: string
  /** Bytes of the wheel file. */
  readonly size: number
  /** Normalised name and the version, from METADATA. */
  readonly name: string
  readonly version: string
  /** `numpy-2.1.0.dist-info` */
  readonly distInfo: string
  readonly rootIsPurelib: boolean
  /** Normalised names of direct dependencies without extras: the order in which wheels are laid over one another. */
  readonly requires: readonly string[]
  /** Sorted by path; directories are left out. */
  readonly files: readonly StoredFile[]
}

/** Seconds since the epoch that a source file of this content carries, 2000-01-01 plus up to 194 days. */
export function sourceMtime(sha256: string): number {
  return 946_684_800 + Number.parseInt(sha256.slice(0, 6), 16)
}

/** Bytecode files carry a time of their own no reader looks at; only sources do. */
export function isSource(path: string): boolean {
  return path.endsWith('.py')
}
