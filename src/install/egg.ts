/** Metadata of setuptools: files in an `.egg-info` or `EGG-INFO` directory, or inside a zipped egg. */
import { join } from 'node:path'
import { errnoOf, isUserError } from '../errors.js'
import { readEntries, readEntry } from '../wheel/zip.js'
import { openArchive } from './archive.js'
import { namesIn, textOf } from './reading.js'

/** A file of the metadata by its name, undefined where it is absent; of a directory, the names in it, a line each. */
export type Source = (name: string) => string | undefined

export function readDirectory(directory: string): Source {
  return name => {
    const path = join(directory, name)
    return namesIn(path)?.join('\n') ?? textOf(path)
  }
}

/** What a zipped egg says of its scripts, or undefined where the archive cannot be read. */
export function readArchived(path: string): Source | undefined {
  try {
    const { shipped, entryPoints } = readScripts(path)
    return name => ({ scripts: shipped, 'entry_points.txt': entryPoints })[name]
  } catch (error) {
    if (isUserError(error) || errnoOf(error) !== undefined || error instanceof RangeError) return undefined
    throw error
  }
}

function readScripts(path: string): { readonly shipped: string; readonly entryPoints: string | undefined } {
  const archive = openArchive(path)
  try {
    const entries = readEntries(archive, path)
    const shipped = entries.flatMap(entry => /^EGG-INFO\/scripts\/(.+)$/.exec(entry.path)?.[1] ?? []).join('\n')
    const entry = entries.find(candidate => candidate.path === 'EGG-INFO/entry_points.txt')
    if (entry === undefined) return { shipped, entryPoints: undefined }
    return { shipped, entryPoints: readEntry(archive, entry, path).toString('utf8') }
  } finally {
    archive.close()
  }
}

/** The names of the scripts that a distribution installs: those that it ships, and the wrappers of its entry points. */
export function scriptNames(source: Source): {
  readonly shipped: readonly string[]
  readonly wrappers: readonly string[]
} {
  const shipped = (source('scripts') ?? '').split('\n').filter(Boolean)
  return { shipped, wrappers: entryPointNames(source('entry_points.txt') ?? '') }
}

/** As lenient as the readers of old: a line that names no object still names a script. */
function entryPointNames(text: string): readonly string[] {
  const names = new Set<string>()
  let isScripts = false
  for (const line of text.split(/\r?\n/).map(raw => raw.trim())) {
    const [, group] = /^\[(.*)\]$/.exec(line) ?? []
    if (group !== undefined) isScripts = /^(?:console|gui)_scripts$/.test(group.trim())
    else if (isScripts && /^[^#;][^=]*=/.test(line)) names.add(line.slice(0, line.indexOf('=')).trim())
  }
  return [...names]
}
