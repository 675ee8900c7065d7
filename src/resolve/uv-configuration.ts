/** What configures uv besides the settings of a run: it joins the key of a stored lock. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { hasErrno } from '../errors.js'
import type { Environment } from '../host.js'

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

/** The nearest `uv.toml` or `[tool.uv]` at or above a directory, and uv's resolving variables, by name. */
export async function readUvConfiguration(
  directory: string,
  env: Environment,
): Promise<Readonly<Record<string, string>>> {
  const variables = resolvingVariables.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]] as const]))
  return { ...Object.fromEntries(variables), configuration: await nearestConfiguration(directory) }
}

async function nearestConfiguration(directory: string): Promise<string> {
  const own =
    (await readOrUndefined(join(directory, 'uv.toml'))) ??
    toolTable(await readOrUndefined(join(directory, 'pyproject.toml')))
  const parent = dirname(directory)
  if (own !== undefined || parent === directory) return own ?? ''
  return nearestConfiguration(parent)
}

function toolTable(text: string | undefined): string | undefined {
  if (text === undefined || !text.includes('tool')) return undefined
  try {
    const { tool } = parse(text)
    const hasUv = typeof tool === 'object' && 'uv' in tool
    return hasUv ? JSON.stringify(tool.uv) : undefined
  } catch (error) {
    // uv says what is wrong with it when it runs; until then the text itself is the best key.
    if (error instanceof TomlError) return text
    throw error
  }
}

async function readOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}
