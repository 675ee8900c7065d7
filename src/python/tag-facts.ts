/** What probe.py says about the interpreter's binary interface and its system. */
export type TagFacts = {
  /** `sys.implementation.name` */
  readonly implementation: string
  /** Major and minor. */
  readonly version: readonly [number, number]
  readonly debug: boolean
  readonly freeThreaded: boolean
  /** `sysconfig`'s EXT_SUFFIX, for example `.pypy310-pp73-x86_64-linux-gnu.so`. */
  readonly extensionSuffix: string
  /** `sysconfig.get_platform()`, for example `linux-x86_64`, `win-amd64`. */
  readonly platform: string
  readonly pointerBits: 32 | 64
  readonly macos: { readonly version: readonly [number, number]; readonly machine: string } | null
  readonly glibc: readonly [number, number] | null
  /** Header of the executable, and the version of the musl that loads it. */
  readonly elf: {
    readonly bits: 32 | 64
    readonly littleEndian: boolean
    readonly machine: number
    readonly flags: number
    readonly musl: readonly [number, number] | null
  } | null
}
