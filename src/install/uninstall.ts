/** What removing a distribution takes away. Nothing is changed here. */
import { lstatSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isWindowsPath, type PythonEnvironment } from '../python/environment.js'
import { quoted, quotedFew } from '../wheel/invalid-wheel.js'
import { parseRecord } from '../wheel/record.js'
import { type Belongings, belongingsOf, launcherFiles, nameOf, refused } from './belongings.js'
import { rewriteEasyInstall } from './easy-install.js'
import type { InstalledDistribution } from './installed.js'
import { distinctDirectories, namesIn, textOf } from './reading.js'
import { type Found, isWithin, openSurvey, type Survey } from './survey.js'

export type Removal = {
  readonly name: string
  readonly version: string
  /**
   * Absolute paths of files and links that exist and belong to the distribution, without those inside `directories`.
   * Sorted, distinct.
   */
  readonly files: readonly string[]
  /** Directories that belong to it as a whole: its metadata, its egg, empty ones of its packages. Absolute, sorted. */
  readonly directories: readonly string[]
  /** Text files that lose lines and stay: easy-install.pth. */
  readonly rewrites: readonly { readonly path: string; readonly content: string }[]
  /** What the reader should know although it stops nothing. */
  readonly warnings: readonly string[]
}

/**
 * Finds what belongs to an installed distribution: what its RECORD or the metadata of setuptools names, with bytecode.
 * Nothing outside the schemes of the environment, through whatever link, and nothing that belongs to the environment
 * itself is ever part of it; a warning names such paths (PyPA "Recording installed projects").
 * `survey`: what is known of the environment already, so that many removals read each directory once.
 * Throws UserError UNINSTALL_REFUSED where that is not known, and ENVIRONMENT_UNREADABLE.
 */
export async function planRemoval(
  distribution: InstalledDistribution,
  environment: PythonEnvironment,
  survey: Survey = openSurvey(environment),
): Promise<Removal> {
  if (survey.find(distribution.directory)?.isRemovable === false) {
    throw refused(
      distribution,
      `lies outside the directories of the environment (${quoted(distribution.directory)})`,
      'remove it with what put it there, or use a new environment',
    )
  }
  const belongings = belongingsOf(distribution, environment)
  const own = gather(belongings, { survey, environment })
  const rewritten = rewriteEasyInstall(dirname(distribution.directory), belongings.importedFrom, environment)
  const remarks = [...belongings.remarks, ...own.remarks, ...rewritten.remarks]
  return {
    name: distribution.name,
    version: distribution.version,
    files: own.files.filter(path => !own.directories.some(directory => isWithin(path, directory))),
    directories: own.directories,
    rewrites: rewritten.rewrites,
    warnings: remarks.map(remark => `${nameOf(distribution)} ${remark}`),
  }
}

type InstalledFile = {
  /** Absolute, normalised. */
  readonly destination: string
  /** Hex; undefined where the row has no SHA-256. */
  readonly sha256: string | undefined
}

/**
 * What the RECORD of an installed dist-info lists, whether or not it is there; nothing for distributions without.
 * `hints`: names of which one stands in every RECORD that matters; another one is not parsed.
 * Throws UserError ENVIRONMENT_UNREADABLE.
 */
export async function readInstalledFiles(
  { directory, kind }: InstalledDistribution,
  hints?: readonly string[],
): Promise<readonly InstalledFile[]> {
  if (kind !== 'dist-info') return []
  const record = textOf(join(directory, 'RECORD')) ?? ''
  if (hints !== undefined && !hints.some(hint => record.includes(hint))) return []
  const { rows } = parseRecord(record)
  return rows.map(({ path, hash }) => ({ destination: resolve(dirname(directory), path), sha256: sha256Of(hash) }))
}

function sha256Of(hash: string): string | undefined {
  const [, digest] = /^sha256=([\w-]{43})=?$/.exec(hash) ?? []
  return digest === undefined ? undefined : Buffer.from(digest, 'base64url').toString('hex')
}

/**
 * Directories named `~…` that a killed pip left in the libraries of an environment. What has such a name in a target
 * directory, and every file, is the user's: pip leaves none there. Throws UserError ENVIRONMENT_UNREADABLE.
 */
export async function findLeftovers({ kind, schemes }: PythonEnvironment): Promise<readonly string[]> {
  if (kind === 'target') return []
  const leftovers = distinctDirectories([schemes.purelib, schemes.platlib]).flatMap(directory => {
    const names = (namesIn(directory) ?? []).filter(entry => entry.startsWith('~'))
    // A killed pip leaves the dist-info of what it was moving; without one they are someone's own.
    return names.some(entry => entry.endsWith('.dist-info')) ? names.map(entry => join(directory, entry)) : []
  })
  return leftovers.filter(path => lstatSync(path).isDirectory()).sort()
}

type Place = { readonly survey: Survey; readonly environment: PythonEnvironment }

type Gathered = {
  readonly files: readonly string[]
  readonly directories: readonly string[]
  readonly remarks: readonly string[]
}

function gather(belongings: Belongings, { survey, environment }: Place): Gathered {
  const files = new Set<string>()
  const directories = new Set<string>()
  const foreign = new Set<string>()
  const add = (found: Found): void => {
    if (!found.isRemovable) foreign.add(found.path)
    else if (!found.isDirectory) files.add(found.path)
  }
  const addWhole = (found: Found): void => {
    if (found.isRemovable && found.isDirectory) directories.add(found.path)
    else add(found)
  }
  const addTree = (found: Found): void => {
    if (!found.isDirectory || !found.isRemovable) add(found)
    else {
      const contents = survey.contents(found.path)
      if (contents.length === 0) directories.add(found.path)
      for (const inner of contents) addTree(inner)
    }
  }
  for (const path of belongings.files.flatMap(file => withLaunchers(file, environment))) {
    const found = survey.find(path)
    if (found?.isDirectory === false) add(found)
    if (path.endsWith('.py')) for (const compiled of survey.bytecodeOf(path)) if (compiled.isRemovable) add(compiled)
  }
  for (const found of belongings.trees.flatMap(path => survey.find(path) ?? [])) addTree(found)
  for (const found of belongings.wholes.flatMap(path => survey.find(path) ?? [])) addWhole(found)
  return { files: [...files].sort(), directories: [...directories].sort(), remarks: remarkOn([...foreign].sort()) }
}

/** On Windows, a script that is listed in one of its forms may have others beside it. */
function withLaunchers(file: string, { schemes, python }: PythonEnvironment): readonly string[] {
  if (!isWindowsPath(python) || dirname(file) !== schemes.scripts) return [file]
  const [, stem] = /^(.*?)(?:\.exe|\.exe\.manifest|-script\.pyw?)$/i.exec(file) ?? []
  return stem === undefined ? [file] : [file, ...launcherFiles(stem)]
}

const mostShown = 10

function remarkOn(foreign: readonly string[]): readonly string[] {
  if (foreign.length === 0) return []
  return [`lists files that do not belong to it, which stay: ${quotedFew(foreign, mostShown)}`]
}
