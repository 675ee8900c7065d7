/** What `wheelcrew build --explain` says: what is in the key of a build, what is not, and what is known of it. Pure. */
import { redact } from '../redact.js'
import { changes, type Discovered, discoveredChanges, type Ingredient, printable } from './key.js'

/** A build that was made before, as its note tells it. */
export type KnownBuild = {
  /** Of the wheel. */
  readonly filename: string
  readonly first: string
  readonly second: string
  readonly ingredients: readonly Ingredient[]
  readonly discovered: Discovered
  readonly seconds: number
  readonly provenance: {
    readonly repository: string
    readonly ref: string
    /** ISO 8601 */
    readonly createdAt: string
  }
}

export type Explanation = {
  /** The source as the user named it. */
  readonly shown: string
  readonly first: string
  readonly second?: string | undefined
  readonly ingredients: readonly Ingredient[]
  /** What builds of this source turned out to depend on, as it is here; undefined before the first. */
  readonly discovered?: Discovered | undefined
  /** Variables that the build reads and that do not count. */
  readonly leftOut?: readonly string[]
  /** Builds of this distribution, whatever their keys. */
  readonly known: readonly KnownBuild[]
  /** Where a build of this key was found, for example `the store`; undefined where there is none. */
  readonly foundIn?: string | undefined
  /** Anything else to say, a line each. */
  readonly notes?: readonly string[]
}

/** The explanation as lines of plain text, the last one ended too. */
export function renderExplanation(explanation: Explanation): string {
  const { shown, first, second, ingredients, discovered, leftOut = [], notes = [] } = explanation
  const keys: readonly Row[] = [
    ['first key', first],
    ['second key', second ?? 'not known before the first build'],
  ]
  const sections: readonly Section[] = [
    { title: `Build of ${shown}`, rows: keys },
    { title: 'In the key', rows: ingredients.map(({ name, value }) => [name, value || 'empty']) },
    { title: 'In the key, as a build found out', rows: discovered === undefined ? [] : rowsOf(discovered) },
    {
      title: 'Read by the build, not in the key',
      rows: [...leftOut].sort().map(name => [`variable ${name}`, notCounted]),
    },
    { title: 'Never in the key', rows: neverCounted },
    { title: 'Known builds', rows: describeKnown(explanation) },
    { title: 'Notes', rows: notes.map(note => [note, '']) },
  ]
  return `${sections
    .filter(({ rows }) => rows.length > 0)
    .map(renderSection)
    .join('\n\n')}\n`
}

type Row = readonly [name: string, value: string]
type Section = { readonly title: string; readonly rows: readonly Row[] }

const notCounted = 'it says how fast, where or for whom to build, or is a secret'
const neverCounted: readonly Row[] = [
  ['of the source', 'commit, time and path; its version from tags counts only where the backend takes it from there'],
  ['of tools', 'their paths'],
  ['of graphics cards', 'driver, number and names'],
]

function rowsOf({ variables, paths, environment }: Discovered): readonly Row[] {
  return [
    ...factRows(variables, 'variable', 'not set'),
    ...factRows(paths, 'path', 'not there'),
    ['build environment', environment],
  ]
}

function factRows(facts: Discovered['variables'], kind: string, absent: string): readonly Row[] {
  return Object.entries(facts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => [`${kind} ${name}`, digest ?? absent])
}

function describeKnown(explanation: Explanation): readonly Row[] {
  const { first, second, known, foundIn } = explanation
  const same = known.find(build => build.first === first && build.second === second)
  if (same !== undefined)
    return [['this one', `${foundIn === undefined ? '' : `in ${foundIn}: `}${describeBuild(same)}`]]
  if (foundIn !== undefined) return [['this one', `in ${foundIn}`]]
  const [nearest] = known
    .map(build => ({ build, changed: changedSince(build, explanation) }))
    .sort((a, b) => a.changed.length - b.changed.length)
  if (nearest === undefined) return [['none', 'nothing of this source was built before']]
  return [
    ['this one', 'not known: it has to be built'],
    ['nearest', describeBuild(nearest.build)],
    ...nearest.changed.map(change => ['differs', change] as const),
  ]
}

function changedSince(build: KnownBuild, { ingredients, discovered }: Explanation): readonly string[] {
  const found = discovered === undefined ? [] : discoveredChanges(build.discovered, discovered)
  return [...changes(build.ingredients, ingredients), ...found]
}

function describeBuild({ filename, seconds, provenance }: KnownBuild): string {
  const { repository, ref, createdAt } = provenance
  const place = [ref, repository].filter(text => text !== '').join(' of ')
  return `${filename}, built in ${seconds.toFixed(1)} s at ${createdAt}${place === '' ? '' : ` from ${place}`}`
}

function renderSection({ title, rows }: Section): string {
  const width = Math.max(...rows.filter(([, value]) => value !== '').map(([name]) => shownName(name).length))
  const lines = rows.map(([name, value]) =>
    value === '' ? `  ${clean(name)}` : `  ${shownName(name).padEnd(width)}  ${clip(clean(value))}`,
  )
  return [clean(title), ...lines].join('\n')
}

const longestName = 48
const longestValue = 300

function shownName(name: string): string {
  const shown = clean(name)
  return shown.length > longestName ? `${shown.slice(0, longestName - 1)}…` : shown
}

function clip(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}

function clean(text: string): string {
  return printable(redact(text))
}
