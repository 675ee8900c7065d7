/** Writes what is wanted of open packs to where it belongs, and stops at the first trouble. */
import { CacheTrouble } from '../cache/backend.js'
import { type PackServices, unpacking, writeSections } from '../store/pack-sections.js'
import type { OpenCache } from './cache.js'
import type { Destinations } from './direct-files.js'
import type { OpenedPack } from './opened-packs.js'
import { nameOfSection } from './pack-items.js'
import { packServices } from './restore.js'
import type { Run } from './run.js'

/**
 * False where something was damaged. Which pack is spoiled is for the way through the store to find: here, a file may be in the way
 * of another.
 */
export async function writePacks(
  opened: readonly OpenedPack[],
  placing: Promise<{ readonly destinations: Destinations }>,
  { run, open }: { readonly run: Run; readonly open: OpenCache },
): Promise<boolean> {
  const services = stoppedByTrouble(packServices(run, open.reading.signal))
  let destinations: Destinations = new Map()
  const placed = placing.then(known => {
    destinations = known.destinations
  })
  const write = async ({ entry, located }: OpenedPack): Promise<boolean> => {
    const items = located.map(section => {
      const name = nameOfSection(section.section)
      return unpacking(section, ({ path }) => destinations.get(name)?.get(path))
    })
    await writeSections(items, entry, { services, placed, whenWritten: async () => undefined })
    return items.every(({ damage }) => damage === undefined)
  }
  const results = await Promise.allSettled(opened.map(write))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return results.every(result => result.status === 'fulfilled' && result.value)
}

/** The first damage, and the first error, ends the reading of all packs: what is there by then goes anyway. */
function stoppedByTrouble(services: PackServices): PackServices {
  const trouble = new AbortController()
  return {
    ...services,
    decode: async range => {
      const answer = await services.decode(range)
      const [damage] = answer.damage.filter(damage => damage !== undefined)
      if (damage !== undefined) trouble.abort(new CacheTrouble(`not all of a pack can be unpacked: ${damage}`))
      return answer
    },
    inTurn: work =>
      services.inTurn(async () => {
        trouble.signal.throwIfAborted()
        try {
          return await work()
        } catch (error) {
          trouble.abort(error)
          throw error
        }
      }),
  }
}
