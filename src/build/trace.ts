/** What a build asked of its surroundings, as trace.py notes it in the processes of the build. */
import { copyFile, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { countsAsInput } from './variables.js'

export type Traced = {
  /** Names of environment variables that the build asked for, found or not, and that count (`countsAsInput`); sorted. */
  readonly variables: readonly string[]
  /** Absolute paths outside of the source tree and inside of its repository that the build read, or looked for; sorted. */
  readonly outside: readonly string[]
}

export type Trace = {
  /** Absolute; what trace.py reads and writes. First on PYTHONPATH of what a hook starts. */
  readonly directory: string
  /** Top of the repository, as it was named and without links. */
  readonly root: string
  readonly realRoot: string
}

type Places = {
  /** Top of the repository. */
  readonly root: string
  /** The source tree in it. */
  readonly tree: string
  /** Directories of which nothing counts. */
  readonly leftOut: readonly string[]
  /** Where trace.py lies. */
  readonly helpersDirectory: string
}

/** Makes the directory of a trace, which does not exist yet. */
export async function openTrace(directory: string, places: Places): Promise<Trace> {
  await mkdir(directory, { recursive: true })
  const [realRoot, realTree] = await Promise.all([realpath(places.root), realpath(places.tree)])
  const watch = [realRoot, realTree, ...places.leftOut].map(place => `${place}\0`)
  await Promise.all([
    copyFile(join(places.helpersDirectory, 'trace.py'), join(directory, 'sitecustomize.py')),
    writeFile(join(directory, 'watch'), watch.join('')),
    writeFile(join(directory, 'log'), ''),
  ])
  return { directory, root: places.root, realRoot }
}

/** What was noted until here. */
export async function readTrace({ directory, root, realRoot }: Trace): Promise<Traced> {
  const records = (await readFile(join(directory, 'log'), 'utf8')).split('\0').slice(0, -1)
  const of = (kind: string) =>
    records.filter(record => record.startsWith(kind)).map(record => record.slice(kind.length))
  const variables = [...of('v'), ...chosenInSweeps(of('s'))].filter(countsAsInput)
  const outside = of('p').map(path => join(root, relative(realRoot, path)))
  return { variables: distinct(variables), outside: distinct(outside) }
}

/**
 * Names that were read one by one in an iteration over all variables. One that read most of them has passed the environment on,
 * which tells nothing. Each record: an iteration, how many names it gave out, and one that was read.
 */
function chosenInSweeps(records: readonly string[]): readonly string[] {
  const sweeps = new Map<string, { readonly size: number; readonly names: Set<string> }>()
  for (const record of records) {
    const [, sweep = '', size = '', name = ''] = /^([^/]*)\/(\d+)\/(.*)$/s.exec(record) ?? []
    const known = sweeps.get(sweep)
    if (known === undefined) sweeps.set(sweep, { size: Number(size), names: new Set([name]) })
    else known.names.add(name)
  }
  return [...sweeps.values()].filter(({ size, names }) => names.size * 2 <= size).flatMap(({ names }) => [...names])
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
