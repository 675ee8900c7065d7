/** What configures uv besides the settings of a run: it joins the key of a stored lock, and may name indexes. */
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { hasErrno } from '../errors.js'
import type { Environment, Host } from '../host.js'

export type UvConfiguration = {
  /** Texts of files and values of variables, by name. */
  readonly texts: Readonly<Record<string, string>>
  /** Addresses of the indexes and link pages that the files name, as `name=url` where they have a name. */
  readonly indexes: readonly string[]
  /** True when the files say where packages come from: then only uv knows where to look. */
  readonly namesSources: boolean
}

/** Variables that change what uv resolves to. */
const resolvingVariables = [
  ...[
    'UV_BUILD_CONSTRAINT',
    'UV_CONSTRAINT',
    'UV_EXCLUDE_NEWER',
    'UV_EXCLUDES',
    'UV_FORK_STRATEGY',
    'UV_INDEX_STRATEGY',
  ],
  ...[
    'UV_NO_BINARY',
    'UV_NO_CONFIG',
    'UV_NO_SOURCES',
    'UV_OVERRIDE',
    'UV_PRERELEASE',
    'UV_RESOLUTION',
    'UV_TORCH_BACKEND',
  ],
]

/**
 * Reads uv's resolving variables and its files as uv does: `UV_CONFIG_FILE` alone, or the nearest `uv.toml` or `[tool.uv]`
 * at or above the directory and the user's `uv.toml`. A file that is no TOML counts as text only: uv says what is wrong.
 */
export async function readUvConfiguration(
  directory: string,
  host: Pick<Host, 'env' | 'homeDirectory' | 'platform'>,
): Promise<UvConfiguration> {
  const { env } = host
  const variables = resolvingVariables.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]] as const]))
  const files = await readFiles(directory, host)
  const tables = files.flatMap(({ table }) => [table, ...recordsOf(table.pip)])
  return {
    texts: { ...Object.fromEntries(variables), configuration: files.map(({ text }) => text).join('\n') },
    indexes: tables.flatMap(indexesOf),
    namesSources: tables.some(table => sourceKeys.some(key => key in table)),
  }
}

type Table = Readonly<Record<string, unknown>>
type ConfigurationFile = { readonly text: string; readonly table: Table }

async function readFiles(
  directory: string,
  { env, ...host }: Pick<Host, 'env' | 'homeDirectory' | 'platform'>,
): Promise<readonly ConfigurationFile[]> {
  if (/^(?:1|true|t|yes|y|on)$/i.test(env.UV_NO_CONFIG ?? '')) return []
  const files = env.UV_CONFIG_FILE
    ? [await readUvToml(resolve(directory, env.UV_CONFIG_FILE))]
    : [await nearestConfiguration(directory), await readUvToml(userFile(env, host))]
  return files.filter(file => file !== undefined)
}

function userFile(env: Environment, { homeDirectory, platform }: Pick<Host, 'homeDirectory' | 'platform'>): string {
  const roaming = env.APPDATA ?? join(homeDirectory, 'AppData', 'Roaming')
  const directory = platform.os === 'win32' ? roaming : env.XDG_CONFIG_HOME || join(homeDirectory, '.config')
  return join(directory, 'uv', 'uv.toml')
}

async function nearestConfiguration(directory: string): Promise<ConfigurationFile | undefined> {
  const own =
    (await readUvToml(join(directory, 'uv.toml'))) ??
    toolTable(await readOrUndefined(join(directory, 'pyproject.toml')))
  const parent = dirname(directory)
  return own !== undefined || parent === directory ? own : nearestConfiguration(parent)
}

async function readUvToml(path: string): Promise<ConfigurationFile | undefined> {
  const text = await readOrUndefined(path)
  return text === undefined ? undefined : { text, table: parseOrUndefined(text) ?? {} }
}

function toolTable(text: string | undefined): ConfigurationFile | undefined {
  if (text === undefined || !text.includes('tool')) return undefined
  const root = parseOrUndefined(text)
  if (root === undefined) return { text, table: {} }
  const [table] = recordsOf(root.tool).flatMap(tool => recordsOf(tool.uv))
  return table && { text: JSON.stringify(table), table }
}

function parseOrUndefined(text: string): Table | undefined {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof TomlError) return undefined
    throw error
  }
}

const sourceKeys = ['index', 'index-url', 'extra-index-url', 'find-links', 'no-index']

function indexesOf(table: Table): readonly string[] {
  const named = listOf(table.index).flatMap(recordsOf)
  return [
    ...named.flatMap(({ name, url }) => textsOf(url).map(text => [...textsOf(name), text].join('='))),
    ...['index-url', 'extra-index-url', 'find-links'].flatMap(key => listOf(table[key]).flatMap(textsOf)),
  ]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function textsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

function recordsOf(value: unknown): readonly Table[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? [{ ...value }] : []
}

async function readOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}
