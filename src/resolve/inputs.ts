/** Which files a run reads: those that were named, or the first of the usual ones. */
import { access, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { hasErrno, usageError } from '../errors.js'
import { redact } from '../redact.js'
import type { Settings } from '../settings.js'

export type InputKind = 'pylock' | 'uv-lock' | 'requirements'

export type InputFile = {
  /** Absolute. */
  readonly path: string
  /** As the user named it, for messages. */
  readonly shown: string
  readonly kind: InputKind
  readonly text: string
}

export type Inputs = {
  readonly files: readonly InputFile[]
  /** Constraint files. */
  readonly constraints: readonly InputFile[]
  /** Requirement specifiers, and paths or URLs of wheels and sources, as the user named them. */
  readonly packages: readonly string[]
  /** True where they name what was made for this run alone: a lock of them is of no use to another one. */
  readonly isTransient: boolean
}

type InputSettings = Pick<
  Settings,
  'workingDirectory' | 'requirements' | 'packages' | 'constraints' | 'editables' | 'build'
>

/**
 * Finds and reads the input files. Without a named file and without packages, `pylock.toml`, `uv.lock` and
 * `requirements.txt` are looked for in the working directory, in that order.
 * Throws UserError REQUIREMENTS_FILE_NOT_FOUND, REQUIREMENTS_NOT_FOUND, REQUIREMENTS_KIND_UNKNOWN (a URL included) and
 * INPUTS_NOT_COMBINABLE (exit code 2).
 */
export async function findInputs(settings: InputSettings): Promise<Inputs> {
  const { workingDirectory, requirements, packages, constraints, editables, build } = settings
  const isNamed = [requirements, packages, editables, build.sources].some(named => named.length > 0)
  const names = isNamed ? requirements : [await lookFor(workingDirectory)]
  const files = await Promise.all(names.map(name => readInput(name, workingDirectory)))
  const constraintFiles = await Promise.all(constraints.map(name => readInput(name, workingDirectory)))
  const lock = files.find(({ kind }) => kind !== 'requirements')
  const others = files.length - 1 + packages.length + constraints.length
  if (lock !== undefined && others > 0) {
    throw usageError(
      'INPUTS_NOT_COMBINABLE',
      `\`${lock.shown}\` is a complete lock: it cannot be combined with other files, packages or constraints`,
      'Add what is missing to the lock, or install it in a second run',
    )
  }
  return { files, constraints: constraintFiles, packages, isTransient: false }
}

/** The `requires-python` that a lock among the inputs names, verbatim, before anything is resolved. */
export function lockRequiresPython({ files }: Inputs): string | undefined {
  const lock = files.find(({ kind }) => kind !== 'requirements')
  // Keys of the root stand before the first table.
  const [root = ''] = lock?.text.split(/^\s*\[/m, 1) ?? []
  return /^\s*requires-python\s*=\s*(["'])(.*?)\1/m.exec(root)?.[2]
}

const usualFiles = ['pylock.toml', 'uv.lock', 'requirements.txt']

const exportCommands: Readonly<Record<string, string>> = {
  'poetry.lock': 'poetry export --output requirements.txt',
  'pdm.lock': 'pdm export --format pylock --output pylock.toml',
  'Pipfile.lock': 'pipenv requirements --hash > requirements.txt',
}

async function lookFor(directory: string): Promise<string> {
  for (const name of usualFiles) {
    if (await exists(join(directory, name))) return name
  }
  for (const [name, command] of Object.entries(exportCommands)) {
    if (await exists(join(directory, name))) {
      throw usageError(
        'REQUIREMENTS_NOT_FOUND',
        `\`${name}\` in \`${directory}\` cannot be read directly`,
        exportHint(command),
      )
    }
  }
  const looked = usualFiles.map(name => `\`${name}\``).join(', ')
  throw usageError(
    'REQUIREMENTS_NOT_FOUND',
    `nothing to install: no ${looked} in \`${directory}\`, and no file or package was named`,
    'Name a file with `-r FILE`, or a package',
  )
}

function exportHint(command: string): string {
  return `Run \`${command}\` and give the file that it writes`
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
}

async function readInput(name: string, directory: string): Promise<InputFile> {
  refuseUrl(name)
  const kind = kindOf(name)
  const path = resolve(directory, name)
  return { path, shown: name, kind, text: await readInputText(path, name) }
}

/** Refuses an address where a file is expected: only what lies here is read. Throws UserError REQUIREMENTS_KIND_UNKNOWN. */
export function refuseUrl(name: string, parent?: string): void {
  if (!/^[a-z][a-z0-9+.-]+:[\\/]/i.test(name)) return
  // `http:/user:password@host` is one too, and would hide its password from `redact`.
  const shown = `\`${redact(URL.canParse(name) ? new URL(name).href : name)}\``
  const problem = parent === undefined ? `${shown} is a URL` : `\`${parent}\` includes ${shown}, a URL`
  throw usageError('REQUIREMENTS_KIND_UNKNOWN', `${problem}: only files can be read`, 'Download it, and name the file')
}

/** Reads a file that the user named; throws UserError REQUIREMENTS_FILE_NOT_FOUND. `shown` is how messages call it. */
export async function readInputText(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) throw error
    const reason = hasErrno(error, 'EISDIR')
      ? 'is a directory'
      : hasErrno(error, 'EACCES')
        ? 'cannot be read'
        : 'does not exist'
    throw usageError('REQUIREMENTS_FILE_NOT_FOUND', `\`${shown}\` ${reason} (looked at \`${path}\`)`)
  }
}

function kindOf(name: string): InputKind {
  const file = basename(name)
  if (/^pylock(?:\.[^.]+)?\.toml$/.test(file)) return 'pylock'
  if (file === 'uv.lock') return 'uv-lock'
  if (/\.(?:txt|in)$/i.test(file)) return 'requirements'
  const command = exportCommands[file]
  throw usageError(
    'REQUIREMENTS_KIND_UNKNOWN',
    `\`${name}\` is not a kind of file that can be read: expected \`pylock.toml\`, \`pylock.<name>.toml\`, \`uv.lock\`, or a requirements file in \`.txt\` or \`.in\``,
    command === undefined ? undefined : exportHint(command),
  )
}
