/** The last build of each project on this machine: what differs from it is why one is built again. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Discovered, differences, discoveredChanges, type Ingredient } from '../build/key.js'
import { errnoOf } from '../errors.js'
import type { BuildNote } from '../store/build-note.js'
import type { StoredBuild } from '../store/builds.js'
import type { Run } from './run.js'
import type { IdentifiedSource } from './source-identity.js'

type Wondering = {
  readonly identified: IdentifiedSource
  readonly ingredients: readonly Ingredient[]
  /** Builds of the same first key. */
  readonly before: readonly StoredBuild[]
  /** What the facts that a build was found to depend on are now. */
  now(note: BuildNote): Promise<Discovered>
}

/** Why nothing that is there can be used, one sentence. */
export async function whyBuilt({ identified, ingredients, before, now }: Wondering, run: Run): Promise<string> {
  const [nearest] = before
  if (nearest !== undefined) {
    const changed = discoveredChanges(nearest.note.discovered, await now(nearest.note))
    return changed.length === 0
      ? 'the build that is known cannot be used'
      : `what it read is different: ${changed.join('; ')}`
  }
  const latest = await readLatest(identified, run)
  const difference = latest && differences(latest, ingredients)
  return difference ? `since the last build: ${withShortDigests(difference)}` : 'no build of it is known'
}

/** Enough to tell two apart. */
function withShortDigests(text: string): string {
  return text.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1')
}

/** Remembers what a build was made of. That it cannot be remembered costs an explanation. */
export async function keepLatest(
  identified: IdentifiedSource,
  ingredients: readonly Ingredient[],
  run: Run,
): Promise<void> {
  const path = latestPath(identified, run)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(ingredients))
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

async function readLatest(identified: IdentifiedSource, run: Run): Promise<readonly Ingredient[] | undefined> {
  try {
    return JSON.parse(await readFile(latestPath(identified, run), 'utf8')) as readonly Ingredient[]
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function latestPath({ source }: IdentifiedSource, { located }: Run): string {
  const place = source.kind === 'directory' ? source.path : (source.shown.split('#', 1)[0] ?? '')
  const name = createHash('sha256').update(place).digest('hex').slice(0, 16)
  return join(located.store.root, 'logs', `${name}.json`)
}
