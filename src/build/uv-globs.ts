/**
 * Globs of `[tool.uv] cache-keys`, as uv 0.13 reads them: each is cut into a directory and what follows its first
 * wildcard; globs whose directories lie in one another are one walk, from the outer one; and what follows is read as a line
 * of a .gitignore, which without a slash means a name at any depth.
 */
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

type Glob = { readonly base: readonly string[]; readonly pattern: string }

/** True where a cache key is a glob and not a path. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text)
}

/** The first of these globs whose meaning is not sure; undefined: there is none. */
export function findUnsureGlob(globs: readonly string[]): string | undefined {
  return globs.find(
    text => !isPlain.test(text) || text.split('/').includes('..') || toRegExp(splitGlob(text).pattern) === undefined,
  )
}

/** Relative, no escapes, no negation, no comment. */
const isPlain = /^[^\\!#/\s][^\\]*(?<!\s)$/

/** Absolute paths of the files and symbolic links that these globs name. Directories behind links are not entered. */
export async function listGlobs(directory: string, globs: readonly string[]): Promise<readonly string[]> {
  const split = globs.map(splitGlob)
  const found = new Set<string>()
  for (const { base } of split.filter(glob => isOutermost(glob, split))) {
    const group = split.filter(glob => isBelow(glob.base, base))
    const matchers = group.flatMap(glob => toRegExp([...glob.base.slice(base.length), glob.pattern].join('/')) ?? [])
    const root = join(directory, ...base)
    for await (const path of filesBelow(root)) {
      if (matchers.some(matcher => matcher.test(path))) found.add(join(root, path))
    }
  }
  return [...found]
}

function splitGlob(text: string): Glob {
  const parts = text.split('/').filter(part => part !== '' && part !== '.')
  const first = parts.findIndex(part => /[*?[\]{}]/.test(part))
  const end = first === -1 ? parts.length - 1 : first
  return { base: parts.slice(0, end), pattern: parts.slice(end).join('/') }
}

function isBelow(path: readonly string[], base: readonly string[]): boolean {
  return base.every((part, index) => path[index] === part)
}

/** The first of those with this directory, where none lies further out. */
function isOutermost({ base }: Glob, all: readonly Glob[]): boolean {
  return !all.some(other => other.base.length < base.length && isBelow(base, other.base))
}

async function* filesBelow(root: string): AsyncGenerator<string> {
  const pending = ['']
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    // uv goes on as well past what it cannot read.
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch((): Dirent[] => [])
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) pending.push(below)
      else if (entry.isFile() || entry.isSymbolicLink()) yield below
    }
  }
}

/** Of a line of a .gitignore; undefined for syntax whose reading is not sure. */
function toRegExp(pattern: string): RegExp | undefined {
  const isAnywhere = !pattern.includes('/') && pattern !== '*'
  const parts = pattern.split('/')
  const texts = parts.map((part, index) => {
    const isLast = index === parts.length - 1
    if (part === '**') return isLast ? '.+' : '(?:.*/)?'
    const text = componentText(part)
    return text === undefined || isLast ? text : `${text}/`
  })
  if (texts.includes(undefined)) return undefined
  return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${texts.join('')}$`, 's')
}

const token = /\*+|\?|\{([\w.+*?-]+(?:,[\w.+*?-]+)*)\}|\[([!^]?)([\w.-]+)\]|([^*?[\]{}])/gsy

function componentText(part: string): string | undefined {
  const texts: string[] = []
  let end = 0
  for (const match of part.matchAll(token)) {
    const [all, choices, not, characters, literal] = match
    if (literal !== undefined) texts.push(literal.replace(/[\\^$.+()|/-]/, '\\$&'))
    else if (choices !== undefined) texts.push(`(?:${choices.split(',').map(componentText).join('|')})`)
    else if (characters !== undefined) texts.push(not === '' ? `[${characters}]` : `[^/${characters}]`)
    else texts.push(all === '?' ? '[^/]' : '[^/]*')
    end = match.index + all.length
  }
  return end === part.length ? texts.join('') : undefined
}
