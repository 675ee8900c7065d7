/** What a plan was made of, by name, so that a miss can say what changed. Pure. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path/posix'
import { redact, stripCredentials } from '../redact.js'
import type { PlanInputs } from './key.js'
import { normaliseFile } from './key.js'

/** Names as a reader knows them; values are short and hold no credential. Files stand by a digest of what counts in them. */
export type Ingredients = Readonly<Record<string, string>>

/** The ingredients of a plan. */
export function ingredientsOf(inputs: PlanInputs): Ingredients {
  const { files, packages, extras, groups, flags, python, platform, indexes } = inputs
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
  const named = files.map(file => {
    const lines = normaliseFile(file)
    return [
      `\`${basename(file.filename.replaceAll('\\', '/'))}\``,
      lines.length === 0 ? '' : digest(lines.join('\n')),
    ] as const
  })
  const list = (words: readonly string[]) => [...words].sort().join(' ')
  const [major, minor] = python.version.split('.')
  return Object.fromEntries(
    [
      ...named,
      ['packages', list(packages.map(redact))],
      ['extras', list(extras)],
      ['groups', list(groups)],
      ...Object.entries(flags).map(([name, value]) => [name, String(value)] as const),
      ['Python', `${python.implementation} ${major}.${minor} (bytecode ${python.magicNumber})`],
      ['platform', `${platform.os} ${platform.arch} ${platform.libc}`.trim()],
      ['indexes', indexes.map(stripCredentials).join(' ')],
    ].filter(([, value]) => value !== '' && value !== 'false'),
  )
}

const longestValue = 60

/** What differs between two plans, in words: `requirements.txt` changed; extras: `a` → `a b`. Empty where nothing does. */
export function describeDifference(before: Ingredients, after: Ingredients): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changed = names.filter(name => before[name] !== after[name])
  return changed.map(name => describeOne(name, before[name], after[name])).join('; ')
}

function describeOne(name: string, before: string | undefined, after: string | undefined): string {
  if (name.startsWith('`')) {
    if (before === undefined) return `${name} is new`
    return after === undefined ? `${name} is gone` : `${name} changed`
  }
  return `${name}: ${shown(before)} → ${shown(after)}`
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'none'
  return `\`${value.length > longestValue ? `${value.slice(0, longestValue)}…` : value}\``
}
