/** What an environment holds: wheels (PyPA "Recording installed projects"), and what setuptools and distutils made. */
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { DirectUrl } from '../plan/lock.js'
import { normalizeName } from '../wheel/filename.js'
import { parseDirectUrl } from './direct-url.js'
import { distinctDirectories, namesIn, textOf, unlessAbsent } from './reading.js'

export type InstalledDistribution = {
  /** Normalised (PEP 503). */
  readonly name: string
  /** As the name of the directory has it, else its metadata; empty where neither does. */
  readonly version: string
  /** Absolute path of the `.dist-info`, `.egg-info` (directory or file), `.egg` or `.egg-link`. */
  readonly directory: string
  /** `distutils`: a single file without a list of files; `incomplete`: a `.dist-info` without RECORD. */
  readonly kind: 'dist-info' | 'egg-info' | 'egg' | 'egg-link' | 'distutils' | 'incomplete'
  /** Its metadata is a symbolic link to nothing: the store that its files are links into has lost them. */
  readonly isDangling?: boolean
  /** What INSTALLER says, empty where there is none. */
  readonly installer: string
  /** What direct_url.json says (PEP 610); undefined where it is absent or broken. */
  readonly directUrl: DirectUrl | undefined
}

/**
 * Lists the distributions in these directories, by name, then directory. A name that does not start with a letter or
 * digit (`~umpy`) is what an uninstallation left behind and does not count.
 * A directory that does not exist holds nothing; one that is given twice, or through a link, is read once, under the
 * first of its names. Throws UserError ENVIRONMENT_UNREADABLE.
 */
export async function scanInstalled(directories: readonly string[]): Promise<InstalledDistribution[]> {
  const found = distinctDirectories(directories).flatMap(directory =>
    (namesIn(directory) ?? []).flatMap(entry => readEntry(directory, entry) ?? []),
  )
  return found.sort((a, b) => compare(a.name, b.name) || compare(a.directory, b.directory))
}

type Facts = Pick<InstalledDistribution, 'kind'> & Partial<InstalledDistribution> & { readonly metadata?: string }

function readEntry(parent: string, entry: string): InstalledDistribution | undefined {
  const [, stem = '', suffix] = /^([A-Za-z0-9].*)\.(dist-info|egg-info|egg-link|egg)$/.exec(entry) ?? []
  const directory = join(parent, entry)
  if (suffix === 'dist-info') return complete(directory, splitStem(stem), readDistInfo(directory))
  if (suffix === 'egg-info') return complete(directory, splitStem(stem.replace(eggTags, '')), readEggInfo(directory))
  if (suffix === 'egg') return complete(directory, splitStem(stem.replace(eggTags, '')), readEgg(directory))
  if (suffix === 'egg-link') return complete(directory, { name: stem, version: '' }, readEggLink(directory, stem))
  return undefined
}

/** `-py3.11-linux-x86_64` */
const eggTags = /-py\d[\d.]*(?:-.+)?$/

/** A version has no `-` here; a name of another age may. */
function splitStem(stem: string): { readonly name: string; readonly version: string } {
  const [, name, version] = /^(.+)-(v?\d[^-]*)$/i.exec(stem) ?? []
  return name === undefined || version === undefined ? { name: stem, version: '' } : { name, version }
}

function complete(
  directory: string,
  { name, version }: { readonly name: string; readonly version: string },
  facts: Facts | undefined,
): InstalledDistribution | undefined {
  if (facts === undefined) return undefined
  const { kind, installer = '', directUrl, metadata, isDangling } = facts
  const text = version === '' && metadata !== undefined ? textOf(metadata) : undefined
  const known = version === '' ? headerOf(text, 'Version') : version
  if (known === '' && (kind === 'dist-info' || kind === 'incomplete')) return undefined
  return {
    name: normalizeName(headerOf(text, 'Name') || name),
    ...{ version: known, directory, kind, installer, directUrl },
    ...(isDangling ? { isDangling } : {}),
  }
}

function readDistInfo(directory: string): Facts | undefined {
  const files = namesIn(directory)
  if (files === undefined) return undefined
  const read = (name: string) => (files.includes(name) ? textOf(join(directory, name)) : undefined)
  const metadata = join(directory, 'METADATA')
  return {
    isDangling: files.includes('METADATA') && unlessAbsent(metadata, () => statSync(metadata)) === undefined,
    kind: files.includes('RECORD') ? 'dist-info' : 'incomplete',
    installer: (read('INSTALLER') ?? '').trim(),
    directUrl: parseDirectUrl(read('direct_url.json') ?? ''),
    metadata,
  }
}

function readEggInfo(path: string): Facts {
  if (namesIn(path) === undefined) return { kind: 'distutils', metadata: path }
  return { kind: 'egg-info', metadata: join(path, 'PKG-INFO') }
}

/** A directory counts with its metadata only; a file is a zip archive. */
function readEgg(path: string): Facts | undefined {
  const names = namesIn(path)
  return names === undefined || names.includes('EGG-INFO') ? { kind: 'egg' } : undefined
}

function readEggLink(link: string, name: string): Facts {
  const tree = linkedTree(link)
  const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name)
  return { kind: 'egg-link', ...(eggInfo === undefined ? {} : { metadata: join(eggInfo, 'PKG-INFO') }) }
}

/** The directory that an `.egg-link` points to, whether or not it is there: its first line that is not empty. */
export function linkedTree(link: string): string | undefined {
  const line = textOf(link)?.split(/\r?\n/).map(trimmed).find(Boolean)
  return line === undefined ? undefined : resolve(dirname(link), line)
}

/** The `.egg-info` of a distribution in its source tree. */
export function eggInfoOf(tree: string, name: string): string | undefined {
  const suffix = '.egg-info'
  const isOf = (entry: string) => normalizeName(entry.slice(0, -suffix.length)) === normalizeName(name)
  const found = namesIn(tree)?.find(entry => entry.endsWith(suffix) && isOf(entry))
  return found === undefined ? undefined : join(tree, found)
}

/** A header of core metadata, empty where it is absent; the description that follows the headers is not read. */
function headerOf(metadata: string | undefined, key: string): string {
  const [headers = ''] = (metadata ?? '').split(/\r?\n\r?\n/, 1)
  return new RegExp(`^${key}:[ \\t]*(\\S.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''
}

function trimmed(line: string): string {
  return line.trim()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
