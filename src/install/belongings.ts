/** What the metadata of an installed distribution says about its files, before anyone looks what is there. */
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../errors.js'
import { isWindowsPath, type PythonEnvironment } from '../python/environment.js'
import { quoted } from '../wheel/invalid-wheel.js'
import { parseRecord } from '../wheel/record.js'
import { readArchived, readDirectory, type Source, scriptNames } from './egg.js'
import { eggInfoOf, type InstalledDistribution, linkedTree } from './installed.js'
import { namesIn, textOf } from './reading.js'

export type Belongings = {
  /** Files, absolute and normalised: there or not, inside the environment or not. */
  readonly files: readonly string[]
  /** Directories, or files in their place, that are its own as a whole. */
  readonly wholes: readonly string[]
  /** Directories whose content is its own, file by file. */
  readonly trees: readonly string[]
  /** What its lines in easy-install.pth lead to. */
  readonly importedFrom: readonly string[]
  /** What the reader should know, each a sentence that goes on after the name of the distribution. */
  readonly remarks: readonly string[]
}

/** Throws UserError UNINSTALL_REFUSED where it cannot be known which files are its own. */
export function belongingsOf(distribution: InstalledDistribution, environment: PythonEnvironment): Belongings {
  switch (distribution.kind) {
    case 'dist-info':
      return ofDistInfo(distribution, environment)
    case 'incomplete':
      return ofIncomplete(distribution)
    case 'egg-info':
      return ofEggInfo(distribution, environment)
    case 'egg':
      return ofEgg(distribution, environment)
    case 'egg-link':
      return ofEggLink(distribution, environment)
    case 'distutils':
      throw refused(
        distribution,
        `was installed by distutils, which keeps no list of files (${quoted(distribution.directory)})`,
        'remove it with what installed it, or use a new environment',
      )
  }
}

/** A UserError UNINSTALL_REFUSED; `reason` goes on after the name of the distribution. */
export function refused(distribution: InstalledDistribution, reason: string, hint: string): UserError {
  return new UserError('UNINSTALL_REFUSED', `${nameOf(distribution)} cannot be removed: it ${reason}`, { hint })
}

/** For messages. */
export function nameOf({ name, version }: InstalledDistribution): string {
  return quoted(version === '' ? name : `${name} ${version}`)
}

const nothing: Belongings = { files: [], wholes: [], trees: [], importedFrom: [], remarks: [] }

function ofDistInfo({ directory }: InstalledDistribution, environment: PythonEnvironment): Belongings {
  const { rows, faults } = parseRecord(textOf(join(directory, 'RECORD')) ?? '')
  const library = dirname(directory)
  const isDamaged = faults.some(({ kind }) => kind === 'quote' || kind === 'rows')
  const scripts = scriptsOf(readDirectory(directory), environment)
  return {
    ...nothing,
    files: [...rows.map(({ path }) => resolveRow(path, library, environment)), ...scripts.files],
    wholes: [directory],
    remarks: [...(isDamaged ? ['has a damaged RECORD: some of its files may stay'] : []), ...scripts.remarks],
  }
}

/** pip, with `--target`, writes the rows of another scheme: that of a home directory, two directories further down. */
function resolveRow(path: string, library: string, environment: PythonEnvironment): string {
  const row = slashed(path, environment)
  return resolve(library, environment.kind === 'target' ? row.replace(/^\.\.\/\.\.\/(?!\.\.(?:\/|$))/, '') : row)
}

function slashed(path: string, { python }: PythonEnvironment): string {
  return isWindowsPath(python) ? path.replaceAll('\\', '/') : path
}

const ownInstallers = ['', 'pip', 'uv', 'wheelcrew']

function ofIncomplete(distribution: InstalledDistribution): Belongings {
  const { directory, installer } = distribution
  if (!ownInstallers.includes(installer)) {
    throw refused(
      distribution,
      `has no RECORD of its files, and ${quoted(installer)} installed it`,
      `remove it with ${quoted(installer)}, or use a new environment`,
    )
  }
  const remark = `has no RECORD: ${quoted(directory)} is removed, and files beside it may stay`
  return { ...nothing, wholes: [directory], remarks: [remark] }
}

function ofEggInfo(distribution: InstalledDistribution, environment: PythonEnvironment): Belongings {
  const { directory } = distribution
  const source = readDirectory(directory)
  const scripts = scriptsOf(source, environment)
  const listed = source('installed-files.txt')
  if (listed !== undefined) {
    const files = lines(listed).map(line => resolve(directory, slashed(line, environment)))
    return { ...nothing, ...scripts, files: [...files, ...scripts.files], wholes: [directory] }
  }
  if (!/-v?\d[^/\\]*\.egg-info$/i.test(directory)) {
    throw refused(
      distribution,
      `has the metadata of a source tree, without a list of files (${quoted(directory)})`,
      'remove it with what put it there, or use a new environment',
    )
  }
  const modules = ofTopLevel(source, dirname(directory))
  return {
    ...modules,
    files: [...modules.files, ...scripts.files],
    wholes: [directory],
    remarks: [...modules.remarks, ...scripts.remarks],
  }
}

/** `_x.cpython-311-x86_64-linux-gnu.so`, `_x.pyd` */
const extension = /^([^.]+)(?:\.[\w-]+)?\.(?:so|pyd)$/

/** Modules by their names alone; a namespace package belongs to several distributions, so it stays. */
function ofTopLevel(source: Source, library: string): Belongings {
  const namespaces = lines(source('namespace_packages.txt'))
  const names = lines(source('top_level.txt'))
  const odd = names.filter(name => !isPlainName(name))
  const shared = names.filter(name => namespaces.includes(name))
  const own = names.filter(name => isPlainName(name) && !namespaces.includes(name))
  const extensions = (namesIn(library) ?? []).filter(name => own.includes(extension.exec(name)?.[1] ?? ''))
  return {
    ...nothing,
    files: [...own.map(name => `${name}.py`), ...extensions].map(name => join(library, name)),
    trees: own.map(name => join(library, name)),
    remarks: [
      ...(source('top_level.txt') === undefined ? ['has no list of its files: they may stay'] : []),
      ...ignoring('modules by no module name', odd),
      ...(shared.length === 0
        ? []
        : [`has files in a package that it shares with others, which stay: ${shared.map(quoted).join(', ')}`]),
    ],
  }
}

function ofEgg({ directory }: InstalledDistribution, environment: PythonEnvironment): Belongings {
  const isArchive = namesIn(directory) === undefined
  const source = isArchive ? readArchived(directory) : readDirectory(join(directory, 'EGG-INFO'))
  const remarks = source === undefined ? ['is no archive that can be read: its scripts may stay'] : []
  const scripts = scriptsOf(source ?? (() => undefined), environment)
  return {
    ...nothing,
    files: scripts.files,
    wholes: [directory],
    importedFrom: [directory],
    remarks: [...remarks, ...scripts.remarks],
  }
}

/** The tree that the link leads to is the user's own. */
function ofEggLink({ directory, name }: InstalledDistribution, environment: PythonEnvironment): Belongings {
  const tree = linkedTree(directory)
  const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name)
  const scripts = eggInfo === undefined ? nothing : scriptsOf(readDirectory(eggInfo), environment)
  return { ...nothing, ...scripts, wholes: [directory], importedFrom: tree === undefined ? [] : [tree] }
}

/** The files that entry points and shipped scripts become, and on Windows all that they may come with. */
function scriptsOf(source: Source, { schemes, python }: PythonEnvironment): Pick<Belongings, 'files' | 'remarks'> {
  const { shipped, wrappers } = scriptNames(source)
  const odd = [...shipped, ...wrappers].filter(name => !isPlainName(name))
  const launched = isWindowsPath(python)
    ? [...shipped.map(name => `${name}.bat`), ...wrappers.flatMap(launcherFiles)]
    : []
  return {
    files: [...shipped, ...wrappers, ...launched].filter(isPlainName).map(name => join(schemes.scripts, name)),
    remarks: ignoring('scripts that are no filenames', odd),
  }
}

function ignoring(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`names ${what}, which is ignored: ${names.map(quoted).join(', ')}`]
}

/** What a script of this name may be on Windows. */
export function launcherFiles(name: string): readonly string[] {
  return ['.exe', '.exe.manifest', '-script.py', '-script.pyw'].map(suffix => `${name}${suffix}`)
}

/** On POSIX systems a backslash is legal, but in no name of a module or script. */
function isPlainName(name: string): boolean {
  return !/[/\\\0]|^\.{0,2}$/.test(name) && !/^[A-Za-z]:/.test(name)
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
}
