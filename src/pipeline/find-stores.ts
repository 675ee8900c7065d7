/** The stores that a command is about which makes no environment. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../errors.js'
import type { Host } from '../host.js'
import { usualPlaces } from '../store/locate.js'
import { openStore, type Store } from '../store/store.js'

export type FoundStore = {
  /** What `--store` names. */
  readonly directory: string
  readonly store: Store
}

/**
 * The store of this name, or all that lie where a run would look; none is made.
 * Throws the usage error STORE_NOT_FOUND where a name is given and no store is there.
 */
export async function findStores(named: string, host: Host): Promise<readonly FoundStore[]> {
  const places = named === '' ? [...new Set(usualPlaces(host))] : [named]
  const found: FoundStore[] = []
  for (const directory of places) {
    if (await isStore(directory)) found.push({ directory, store: await openStore(directory) })
  }
  if (named === '' || found.length > 0) return found
  throw usageError('STORE_NOT_FOUND', `no store is in \`${named}\``, 'name the directory that `--store` named before')
}

async function isStore(directory: string): Promise<boolean> {
  return stat(join(directory, 'v1')).then(
    facts => facts.isDirectory(),
    () => false,
  )
}
