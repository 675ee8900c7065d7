/** The contract of a remote cache: opaque files under immutable keys. One test suite serves every backend. */
import { errnoOf, messageOf } from '../errors.js'

/** An entry that a key or prefix matched, open for reading. */
export type CacheEntry = {
  /** Its whole key. */
  readonly key: string
  /** Bytes. */
  readonly size: number
  /** Of a file of this machine that holds it, open until `close` in every thread; undefined where its bytes come over a network. */
  readonly descriptor: number | undefined
  /**
   * Exactly the bytes from `start` up to `end`, without `end`. Any number of reads may go on at a time. They may lie in
   * `memory`, where that is given and long enough.
   */
  read(start: number, end: number, memory?: Buffer): Promise<Buffer>
  close(): Promise<void>
}

/**
 * Rules that every backend keeps:
 * - an entry is visible whole or not at all, and never changes: saving an existing key answers `'present'`;
 * - `open` tries `key` exactly, then each of `prefixes` in order, the newest entry of a prefix first;
 * - `save` calls `make` only when the entry is not there and it may be written, so that nothing is packed in vain;
 * - trouble (timeout, 5xx, denied, an entry that vanished or ended early) is thrown as `CacheTrouble`; a plain absence is
 *   `undefined`.
 */
export type CacheBackend = {
  /** For messages: `github`, `file:///var/cache/wheelcrew`. */
  readonly name: string
  /** True where the service itself keeps the entries of one ref from another; else keys carry the ref. */
  readonly scoped: boolean
  open(key: string, prefixes: readonly string[]): Promise<CacheEntry | undefined>
  has(key: string): Promise<boolean>
  /** Saves under `key` the file whose path `make` returns. What `make` throws passes. */
  save(key: string, make: () => Promise<string>): Promise<'saved' | 'present'>
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
