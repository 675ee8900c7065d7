/** What a plan was made of, by name, so that a miss can say what changed. Pure. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { stripCredentials } from '../redact.js'
import type { PlanInputs } from './key.js'
import type { NormalFile } from './normal-file.js'
import { tagFamily } from './wheel-tags.js'

/** What counts in a file: a digest of it, and the versions that it names. */
export type FileIngredient = Readonly<{ digest: string; versions: NormalFile['versions'] }>

/** Names as a reader knows them; values are short and hold no credential. */
export type Ingredients = {
  readonly files: Readonly<Record<string, FileIngredient>>
  readonly settings: Readonly<Record<string, string>>
}

/** The ingredients of a plan. */
export function ingredientsOf(inputs: PlanInputs): Ingredients {
  const { files, extras, groups, flags, python, platform, indexes } = inputs
  const list = (words: readonly string[]) => [...words].sort().join(' ')
  const [major, minor] = python.version.split('.')
  const [best = ''] = python.tags
  const places = files.every(({ isHashed }) => isHashed) ? [] : indexes
  const settings: readonly (readonly [string, string])[] = [
    ['extra', list(extras)],
    ['group', list(groups)],
    ...Object.entries(flags).map(([name, value]) => [name, String(value)] as const),
    ['Python', `${python.implementation} ${major}.${minor} (bytecode ${python.magicNumber})`],
    ['platform', `${platform.os} ${platform.arch} ${platform.libc}`.trim()],
    [binaryInterface, tagFamily(best)],
    ['indexes', places.map(address => stripCredentials(address).replace(/\/+$/, '')).join(' ')],
  ]
  return {
    files: Object.fromEntries(files.filter(({ lines }) => lines.length > 0).map(ingredientOf)),
    settings: Object.fromEntries(settings.filter(([, value]) => value !== '')),
  }
}

/** The name of a setting that mostly follows from those of `impliedBy`. */
const binaryInterface = 'binary interface'
const impliedBy: readonly string[] = ['Python', 'platform']

function ingredientOf({ filename, lines, versions }: NormalFile): readonly [string, FileIngredient] {
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
  return [basename(filename.replaceAll('\\', '/')), { digest, versions }]
}

/** What differs between two plans, in words: `pylock.toml`: numpy 2.3.4 → 2.3.5; extra: `a` → `a b`. Empty where nothing does. */
export function describeDifference(before: Ingredients, after: Ingredients): string {
  const [oldFiles, newFiles] = joinReplaced(before.files, after.files)
  const files = changedNames(oldFiles, newFiles, (one, other) => one.digest === other.digest)
  const settings = changedNames(before.settings, after.settings, (one, other) => one === other)
  const isImplied = settings.some(name => impliedBy.includes(name))
  const named = settings.filter(name => name !== binaryInterface || !isImplied)
  const changes = [
    ...files.map(name => describeFile(name, oldFiles[name], newFiles[name])),
    ...named.map(name => `${shown(name)}: ${quoted(before.settings[name])} → ${quoted(after.settings[name])}`),
  ]
  return changes.slice(0, mostChanges).join('; ')
}

/** More than there are inputs of a run: what was saved may name anything. */
const mostChanges = 20

type Named<T> = Readonly<Record<string, T>>
type Files = Ingredients['files']

function changedNames<T>(before: Named<T>, after: Named<T>, isSame: (one: T, other: T) => boolean): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.filter(name => {
    const [one, other] = [before[name], after[name]]
    return one === undefined || other === undefined || !isSame(one, other)
  })
}

/** Under one name what is the same input: a single file with versions in the place of a single other one. */
function joinReplaced(before: Files, after: Files): readonly [Files, Files] {
  const [from, ...othersGone] = namesOnlyIn(before, after)
  const [to, ...othersNew] = namesOnlyIn(after, before)
  if (from === undefined || to === undefined || othersGone.length + othersNew.length > 0) return [before, after]
  const name = `${from} → ${to}`
  return [renamed(before, from, name), renamed(after, to, name)]
}

function namesOnlyIn(files: Files, others: Files): readonly string[] {
  return Object.entries(files).flatMap(([name, { versions }]) =>
    others[name] === undefined && Object.keys(versions).length > 0 ? [name] : [],
  )
}

function renamed(files: Files, from: string, to: string): Files {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name === from ? to : name, file]))
}

/** How many distributions of a file are named. */
const mostNamed = 3

function describeFile(name: string, before: FileIngredient | undefined, after: FileIngredient | undefined): string {
  if (before === undefined) return `\`${shown(name)}\` is new`
  if (after === undefined) return `\`${shown(name)}\` is gone`
  const changed = changedNames(before.versions, after.versions, (one, other) => one === other)
  if (changed.length === 0) return `\`${shown(name)}\` changed, no version of it did`
  const named = changed
    .slice(0, mostNamed)
    .map(of => `${shown(of)} ${shown(before.versions[of])} → ${shown(after.versions[of])}`)
  const more = changed.length - named.length
  return `\`${shown(name)}\`: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const longestValue = 60

function quoted(value: string | undefined): string {
  return value === undefined ? 'none' : `\`${shown(value)}\``
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'none'
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
