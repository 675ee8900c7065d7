/** Fills a new environment with a stored plan. */

import { type LinkHelpers, type PlantPlace, plantTree } from '../install/plant.js'
import type { InstallServices } from '../install/prepare.js'
import type { PythonEnvironment } from '../python/environment.js'
import { countOf } from '../report/units.js'
import type { Run } from './run.js'
import type { StoredPlan } from './stored-plan.js'

/** Threads that link at a time, this one included: more get into each other's way in the kernel. */
const mostLinkers = 4

/** Below this many files a thread costs more than it does. */
const leastShared = 3000

export type Planting = {
  readonly plan: StoredPlan
  /** Where the files go; they name the environment, which may come to lie elsewhere. */
  readonly root: string
  readonly environment: Pick<PythonEnvironment, 'python'>
  readonly windowsLaunchers?: InstallServices['windowsLaunchers']
}

/** Has the threads started that will take part in linking, while this one makes the environment. */
export function warmUp({ facts }: StoredPlan, run: Run): void {
  const count = helpersOf(facts, run)
  if (count > 0) run.pool().warm(count)
}

/** Threads beside this one; none where they would come too late to help. */
function helpersOf({ wheels }: StoredPlan['facts'], { host }: Run): number {
  const files = wheels.reduce((sum, wheel) => sum + wheel.files, 0)
  return files < leastShared ? 0 : Math.min(mostLinkers, host.parallelism) - 1
}

/** Links and writes all of a plan. Throws what `plantTree` throws. */
export async function plant(planting: Planting, run: Run): Promise<void> {
  const end = run.watch.begin('link')
  const tree = planting.plan.file.tree()
  const { files, copied } = await plantTree(tree, placeOf(planting, run), helpersFor(planting, run))
  end({ files })
  if (copied > 0)
    run.watch.warn(`${countOf(copied, 'file')} could not be linked and ${copied === 1 ? 'was' : 'were'} copied`)
}

function placeOf({ root, environment, windowsLaunchers }: Omit<Planting, 'plan'>, run: Run): PlantPlace {
  const { located, host } = run
  return {
    storeRoot: located.store.root,
    root,
    linkMode: located.linkMode,
    python: environment.python,
    os: host.platform.os,
    windowsLaunchers,
  }
}

function helpersFor({ plan, root }: Planting, run: Run): LinkHelpers {
  const { located } = run
  const others = helpersOf(plan.facts, run)
  const place = { storeRoot: located.store.root, root, linkMode: located.linkMode }
  return async counter => {
    const task = { kind: 'link', file: plan.path, range: plan.file.directories, place, counter } as const
    const answers = await Promise.all(Array.from({ length: others }, () => run.pool().run(task)))
    return answers.reduce((sum, { files }) => sum + files, 0)
  }
}
