/** What a site-packages directory holds (PyPA "Recording installed projects"). */
import { existsSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'

import { hasErrno } from '../errors.js'
import { normalizeName } from '../wheel/filename.js'

export type InstalledDistribution = {
  /** Normalised (PEP 503). */
  readonly name: string
  /** As the directory name has it; empty where it has none (legacy only). */
  readonly version: string
  /** Absolute path of the `.dist-info` directory, or of the `.egg-info` or `.egg-link`. */
  readonly directory: string
  /** `legacy`: installed by setuptools or distutils, without a RECORD that tells its files. */
  readonly kind: 'dist-info' | 'legacy'
}

/**
 * Lists the distributions in these directories, by name. A `.dist-info` without RECORD is an installation that never
 * finished, and a name that starts with `~` is what an uninstallation left behind: neither counts as installed.
 * A directory that does not exist holds nothing; one that is given twice, or through a link, is read once.
 */
export async function scanInstalled(directories: readonly string[]): Promise<InstalledDistribution[]> {
  const existing = await Promise.all(directories.map(resolveDirectory))
  const distinct = [...new Set(existing.flat())]
  const found = await Promise.all(distinct.map(scanDirectory))
  return found.flat().sort((a, b) => compare(a.name, b.name) || compare(a.directory, b.directory))
}

async function resolveDirectory(directory: string): Promise<string[]> {
  try {
    return [await realpath(directory)]
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

async function scanDirectory(directory: string): Promise<InstalledDistribution[]> {
  const entries = await readdir(directory)
  return entries.flatMap(entry => readEntry(directory, entry) ?? [])
}

function readEntry(parent: string, entry: string): InstalledDistribution | undefined {
  const match = /^(?!~)(.+?)(?:-(\d.*))?\.(dist-info|egg-info|egg-link)$/.exec(entry)
  if (match === null) return undefined
  const [, name = '', version = '', suffix] = match
  const directory = join(parent, entry)
  if (suffix !== 'dist-info')
    return { name: normalizeName(name), version: eggVersion(version), directory, kind: 'legacy' }
  if (version === '' || !existsSync(join(directory, 'RECORD'))) return undefined
  return { name: normalizeName(name), version, directory, kind: 'dist-info' }
}

/** `1.0-py3.11-linux-x86_64` → `1.0` */
function eggVersion(version: string): string {
  return version.replace(/-py\d.*$/, '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
