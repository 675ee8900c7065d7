/** What a source tree is looked up by: its content, never its commit, its path or the time. */
import { createHash } from 'node:crypto'
import { normalizeName } from '../wheel/filename.js'
import { type SourceClosure, treeDigest } from './source-closure.js'

/**
 * 64 hexadecimal digits over the files below the subdirectory: their paths from there, modes and blobs. What the tags and
 * the commit are joins only where the version is made of them.
 */
export function sourceId(closure: SourceClosure, options: { readonly isScmVersioned: boolean }): string {
  const facts = [
    'source',
    1,
    treeDigest(closure, closure.subdirectory),
    options.isScmVersioned ? [closure.describe, closure.tags] : [],
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

export type ProjectFacts = {
  /** Parsed pyproject.toml. */
  readonly pyproject?: unknown
  /** Names in the directory of the project. */
  readonly filenames?: readonly string[]
}

/**
 * Whether the version of a project comes from git: `requires` are its build requirements (PEP 508). The further facts find
 * the tools that are no requirement: those of a backend's own, and versioneer, which is copied into the project.
 */
export function isScmVersioned(requires: readonly string[], { pyproject, filenames = [] }: ProjectFacts = {}): boolean {
  const names = requires.map(text => normalizeName(/^\s*([a-z0-9][\w.-]*)/i.exec(text)?.[1] ?? ''))
  if (names.some(name => versionTools.has(name))) return true
  if (filenames.some(name => name === 'versioneer.py' || name === '_static_version.py')) return true
  return configuredTables.some(({ path, isScm }) => isScm(valueAt(pyproject, ['tool', ...path])))
}

const versionTools = new Set([
  ...[
    'setuptools-scm',
    'vcs-versioning',
    'setuptools-git-versioning',
    'setuptools-git-version',
    'setuptools-vcs-version',
  ],
  ...['better-setuptools-git-version', 'setupmeta', 'pbr', 'versioneer', 'versioneer-518', 'versioningit', 'dunamai'],
  ...[
    'hatch-vcs',
    'uv-dynamic-versioning',
    'poetry-dynamic-versioning',
    'poetry-dynamic-versioning-plugin',
    'flit-scm',
  ],
  ...['miniver', 'vcversioner', 'gitversioner', 'git-versioner', 'katver', 'poetry-git-version-plugin'],
])

type ConfiguredTable = { readonly path: readonly string[]; readonly isScm: (value: unknown) => boolean }

const isThere = (value: unknown): boolean => value !== undefined

const configuredTables: readonly ConfiguredTable[] = [
  { path: ['pdm', 'version', 'source'], isScm: value => value === 'scm' },
  { path: ['pdm', 'version', 'use_scm'], isScm: value => value === true },
  { path: ['hatch', 'version', 'source'], isScm: value => value === 'vcs' || value === 'versioningit' },
  { path: ['scikit-build', 'metadata', 'version', 'provider'], isScm: value => /setuptools_scm/.test(String(value)) },
  { path: ['setuptools-git-versioning', 'enabled'], isScm: value => value !== undefined && value !== false },
  { path: ['poetry-dynamic-versioning', 'enable'], isScm: value => value === true },
  { path: ['setuptools_scm'], isScm: isThere },
  { path: ['versioneer'], isScm: isThere },
  { path: ['versioningit'], isScm: isThere },
]

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = new Map<string, unknown>(Object.entries(found)).get(key)
  }
  return found
}
