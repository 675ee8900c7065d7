/** A source tree as its build needs it: `[build-system]` of pyproject.toml (PEP 517, PEP 518), or the defaults without one. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { parse } from 'smol-toml'
import { hasErrno, messageOf, type UserError, usageError } from '../errors.js'
import {
  fieldError,
  openDocument,
  optionalString,
  optionalTable,
  strings,
  type Table,
  valueAt,
} from '../plan/document.js'
import { parseRequirement } from '../plan/requirement.js'
import { isScmVersioned } from './source-id.js'

export type Project = {
  /** Absolute path of the source tree. */
  readonly directory: string
  /** As the user named it, for messages. */
  readonly shown: string
  /** What the build environment holds before a hook is called (PEP 508). */
  readonly requires: readonly string[]
  /** `module` or `module:object` (PEP 517). */
  readonly backend: string
  /** Absolute directories in the source tree, from which alone the backend is imported; empty = the build environment. */
  readonly backendPath: readonly string[]
  /** PEP 440 specifier, where the project states one before it is built. */
  readonly requiresPython: string | undefined
  /** Its version comes from Git: each commit is another one. */
  readonly isScmVersioned: boolean
}

type BuildSystem = Pick<Project, 'requires' | 'backend' | 'backendPath'>

const legacyBackend = 'setuptools.build_meta:__legacy__'
const legacyBuild: BuildSystem = { requires: ['setuptools>=40.8.0'], backend: legacyBackend, backendPath: [] }

/**
 * Reads what is needed to build the source tree at an absolute path.
 * Throws UserError SOURCE_NOT_FOUND, PROJECT_INVALID and, for what is no requirement, the errors of `parseRequirement` (all exit code 2).
 */
export async function readProject(path: string, shown: string): Promise<Project> {
  await assertDirectory(path, shown)
  const file = join(path, 'pyproject.toml')
  const text = await readOptional(file)
  if (text === undefined) {
    if (await exists(join(path, 'setup.py'))) {
      const facts = { directory: path, shown, ...legacyBuild, requiresPython: undefined }
      return { ...facts, isScmVersioned: isScmVersioned(legacyBuild.requires, { filenames: await readdir(path) }) }
    }
    throw invalid(`\`${shown}\` is no Python project: it holds neither a pyproject.toml nor a setup.py`, nameProject)
  }
  const kind = { source: file, code: 'PROJECT_INVALID', hint: 'Correct it as PEP 518 and PEP 621 describe' }
  const pyproject = parseToml(text, file)
  const root = openDocument(pyproject, kind)
  const [table, metadata] = [optionalTable(root, 'build-system'), optionalTable(root, 'project')]
  if (table === undefined && metadata === undefined && !(await hasSetupFile(path))) {
    throw invalid(`\`${file}\` describes no project: it has neither \`build-system\` nor \`project\``, nameProject)
  }
  const buildSystem = table === undefined ? legacyBuild : await readBuildSystem(table, path)
  const requiresPython = metadata === undefined ? undefined : optionalString(metadata, 'requires-python')
  const facts = { pyproject, filenames: await readdir(path) }
  const isVersioned = isScmVersioned(buildSystem.requires, facts)
  return { directory: path, shown, ...buildSystem, requiresPython, isScmVersioned: isVersioned }
}

const nameProject = 'Name the directory that holds the pyproject.toml or setup.py of the project'

async function assertDirectory(path: string, shown: string): Promise<void> {
  const facts = await stat(path).catch(error => {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR')) throw error
    throw usageError(
      'SOURCE_NOT_FOUND',
      `the source tree \`${shown}\` does not exist: no \`${path}\``,
      'Correct the path',
    )
  })
  if (facts.isDirectory()) return
  const isWheel = path.toLowerCase().endsWith('.whl')
  throw invalid(
    `\`${shown}\` is a ${isWheel ? 'wheel' : 'file'}, and only a source tree can be editable`,
    isWheel ? 'Name the wheel without `-e`' : nameProject,
  )
}

async function readBuildSystem(table: Table, directory: string): Promise<BuildSystem> {
  if (valueAt(table, 'requires') === undefined) throw fieldError(table, 'requires', 'is missing (PEP 518)')
  const requires = strings(table, 'requires')
  for (const [index, text] of requires.entries())
    assertRequirement(text, `\`${table.kind.source}\`: \`requires[${index}]\``)
  const backend = optionalString(table, 'build-backend') ?? legacyBackend
  const name = '[\\p{ID_Start}_][\\p{ID_Continue}.]*'
  if (!new RegExp(`^${name}(?::${name})?$`, 'u').test(backend)) {
    throw fieldError(table, 'build-backend', `must be a module or \`module:object\` (PEP 517), found \`${backend}\``)
  }
  return { requires, backend, backendPath: await readBackendPath(table, directory) }
}

/**
 * Proves that a string is a requirement (PEP 508) of a build environment; `where` says in messages who asks for it.
 * Throws UserError REQUIREMENTS_INVALID, SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED (exit code 2).
 */
export function assertRequirement(text: string, where: string): void {
  // Bare paths and URLs are pip's spelling on a command line.
  if (/^\s*[a-z0-9][\w.-]*\s*(?:[[(<>=!~;@]|$)/i.test(text)) {
    const { location } = parseRequirement(text, where)
    if (location === undefined || URL.canParse(location)) return
  }
  throw usageError('REQUIREMENTS_INVALID', `${where}: \`${text}\` is not a requirement (PEP 508)`)
}

async function readBackendPath(table: Table, directory: string): Promise<readonly string[]> {
  const root = await realpath(directory)
  return Promise.all(
    strings(table, 'backend-path').map(async (entry, index) => {
      const key = `backend-path[${index}]`
      const path = resolve(directory, entry)
      const real = await realpath(path).catch(error => {
        if (!hasErrno(error, 'ENOENT', 'ENOTDIR')) throw error
        throw fieldError(table, key, `does not exist: \`${entry}\``)
      })
      const inTree = relative(root, real)
      if (isAbsolute(entry) || isAbsolute(inTree) || /^\.\.(?:[\\/]|$)/.test(inTree)) {
        throw fieldError(table, key, `must be a relative path inside the source tree (PEP 517), found \`${entry}\``)
      }
      return path
    }),
  )
}

function parseToml(text: string, source: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    // The parser's message goes on with an excerpt of the file.
    const [reason = ''] = messageOf(error).split('\n')
    const line = typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : ''
    throw invalid(`\`${source}\` is not valid TOML: ${reason}${line}`, 'Correct the file')
  }
}

async function hasSetupFile(directory: string): Promise<boolean> {
  return (await exists(join(directory, 'setup.py'))) || (await exists(join(directory, 'setup.cfg')))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    error => {
      if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return false
      throw error
    },
  )
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

function invalid(message: string, hint: string): UserError {
  return usageError('PROJECT_INVALID', message, hint)
}
