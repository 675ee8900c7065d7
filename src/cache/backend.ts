/** The contract of a remote cache: opaque files under immutable keys. One test suite serves every backend. */
import { errnoOf, messageOf } from '../errors.js'

/** The entry that a key or prefix matched. */
export type CacheHit = { readonly key: string }

/**
 * Rules that every backend keeps:
 * - an entry is visible whole or not at all, and never changes: saving an existing key answers `'present'`;
 * - `restore` tries `key` exactly, then each of `prefixes` in order, the newest entry of a prefix first;
 * - trouble (timeout, 5xx, denied, a vanished entry) is thrown as `CacheTrouble`; a plain absence is `undefined`.
 */
export type CacheBackend = {
  /** For messages: `github`, `file:///var/cache/wheelcrew`. */
  readonly name: string
  /** True where the service itself keeps the entries of one ref from another; else keys carry the ref. */
  readonly scoped: boolean
  /** Copies the matched entry to `destination` (a file path whose directory exists). */
  restore(key: string, prefixes: readonly string[], destination: string): Promise<CacheHit | undefined>
  has(key: string): Promise<boolean>
  /** Saves the bytes of `source` under `key`. */
  save(key: string, source: string): Promise<'saved' | 'present'>
}

/** Cache trouble costs a warning and a miss, never the job. */
export class CacheTrouble extends Error {
  override readonly name = 'CacheTrouble'
}

/** Runs one call of a backend: an error of the file system is CacheTrouble, anything else unexpected is a bug and passes. */
export async function asTrouble<T>(backend: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw new CacheTrouble(`cache \`${backend}\`: ${messageOf(error)}`, { cause: error })
  }
}
