/** What a plan was made of, by name, so that a miss can say what changed. Pure. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { stripCredentials } from '../redact.js'
import type { PlanInputs } from './key.js'
import type { NormalFile } from './normal-file.js'

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
  const settings: readonly (readonly [string, string])[] = [
    ['extras', list(extras)],
    ['groups', list(groups)],
    ...Object.entries(flags).map(([name, value]) => [name, String(value)] as const),
    ['Python', `${python.implementation} ${major}.${minor} (bytecode ${python.magicNumber})`],
    ['platform', `${platform.os} ${platform.arch} ${platform.libc}`.trim()],
    ['indexes', indexes.map(stripCredentials).join(' ')],
  ]
  return {
    files: Object.fromEntries(files.filter(({ lines }) => lines.length > 0).map(ingredientOf)),
    settings: Object.fromEntries(settings.filter(([, value]) => value !== '' && value !== 'false')),
  }
}

function ingredientOf({ filename, lines, versions }: NormalFile): readonly [string, FileIngredient] {
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
  return [basename(filename.replaceAll('\\', '/')), { digest, versions }]
}

/** What differs between two plans, in words: `pylock.toml`: numpy 2.3.4 → 2.3.5; extras: `a` → `a b`. Empty where nothing does. */
export function describeDifference(before: Ingredients, after: Ingredients): string {
  const files = changedNames(before.files, after.files, (one, other) => one.digest === other.digest)
  const settings = changedNames(before.settings, after.settings, (one, other) => one === other)
  const changes = [
    ...files.map(name => describeFile(shown(name), before.files[name], after.files[name])),
    ...settings.map(name => `${shown(name)}: ${quoted(before.settings[name])} → ${quoted(after.settings[name])}`),
  ]
  return changes.slice(0, mostChanges).join('; ')
}

/** More than there are inputs of a run: what was saved may name anything. */
const mostChanges = 20

type Named<T> = Readonly<Record<string, T>>

function changedNames<T>(before: Named<T>, after: Named<T>, isSame: (one: T, other: T) => boolean): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.filter(name => {
    const [one, other] = [before[name], after[name]]
    return one === undefined || other === undefined || !isSame(one, other)
  })
}

/** How many distributions of a file are named. */
const mostNamed = 3

function describeFile(name: string, before: FileIngredient | undefined, after: FileIngredient | undefined): string {
  if (before === undefined) return `\`${name}\` is new`
  if (after === undefined) return `\`${name}\` is gone`
  const changed = changedNames(before.versions, after.versions, (one, other) => one === other)
  if (changed.length === 0) return `\`${name}\` changed, no version of it did`
  const named = changed
    .slice(0, mostNamed)
    .map(of => `${shown(of)} ${shown(before.versions[of])} → ${shown(after.versions[of])}`)
  const more = changed.length - named.length
  return `\`${name}\`: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const longestValue = 60

function quoted(value: string | undefined): string {
  return value === undefined ? 'none' : `\`${shown(value)}\``
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'none'
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
