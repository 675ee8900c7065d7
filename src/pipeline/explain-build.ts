/** What `wheelcrew build --explain` says. */
import { renderExplanation } from '../build/explain.js'
import { secondKey } from '../build/key.js'
import { listBuilds } from '../store/builds.js'
import type { Described } from './build-ingredients.js'
import { discoveredNow, findStored, type Sought } from './find-build.js'
import { whyBuilt } from './latest-build.js'
import type { Run } from './run.js'

/** The ingredients of a key, and whether a build with it is in the store. */
export async function explainBuild(
  { sought, described }: { readonly sought: Sought; readonly described: Described },
  run: Run,
): Promise<string> {
  const { identified, first } = sought
  const { ingredients } = described
  const found = await findStored(sought, run)
  const before = await listBuilds(run.located.store, first)
  const nearest = found?.build.note ?? before[0]?.note
  const discovered = nearest && (await discoveredNow(nearest, sought, run))
  return renderExplanation({
    ...{ shown: identified.source.shown, first, ingredients, discovered },
    second: discovered && secondKey(first, discovered),
    known: before.map(({ note }) => note),
    foundIn: found && 'the store',
    notes:
      found === undefined
        ? [await whyBuilt({ identified, ingredients, before, now: note => discoveredNow(note, sought, run) }, run)]
        : [],
  })
}
