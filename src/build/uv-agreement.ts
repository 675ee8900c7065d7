/** Whether uv takes what was installed for what it would install itself. */
import { hasErrno } from '../errors.js'
import type { Host } from '../host.js'
import { type ProcessResult, runProcess } from '../process.js'
import { normalizeName } from '../wheel/filename.js'

export type UvQuestion = {
  /** The executable of uv: a path, or a name on PATH. */
  readonly uv: string
  /** Absolute path of the project, which has a uv.lock. */
  readonly project: string
  /** Absolute path of the virtual environment. */
  readonly environment: string
  /** Normalised names (PEP 503) of the distributions to ask about. */
  readonly names: readonly string[]
  /** What the install was told and `uv sync` has to be told, such as `--no-editable`. */
  readonly args?: readonly string[]
  readonly host: Pick<Host, 'env'>
}

export type UvAgreement = {
  readonly agrees: boolean /** The lines of uv about the distributions. */
  readonly said: string
}

const timeoutMs = 30_000

/**
 * Asks `uv sync --dry-run` whether it would build or install these distributions again. No network is used, and no file of the
 * project or the environment changes. Undefined where uv cannot say: it is not there, or the project has no uv.lock.
 */
export async function agreesWithUv(question: UvQuestion): Promise<UvAgreement | undefined> {
  const result = await ask(question)
  if (result?.exitCode !== 0) return undefined
  const lines = result.stderr.split(/\r?\n/).map(line => line.trim())
  const changes = lines.filter(line => question.names.includes(nameOf(line)))
  return { agrees: changes.length === 0, said: changes.join(', ') }
}

async function ask({ uv, project, environment, args = [], host }: UvQuestion): Promise<ProcessResult | undefined> {
  const options = ['--frozen', '--offline', '--inexact', '--all-packages', '--no-python-downloads']
  const display = ['--no-progress', '--color', 'never']
  try {
    return await runProcess(uv, ['sync', '--dry-run', ...options, ...display, ...args], {
      cwd: project,
      env: { ...host.env, UV_PROJECT_ENVIRONMENT: environment },
      timeoutMs,
    })
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'EACCES', 'ENOTDIR')) return undefined
    throw error
  }
}

/** `+ name==1.0`, `- name==1.0 (from file:///x)`, `~ name @ file:///x` */
function nameOf(line: string): string {
  const [, name = ''] = /^[-+~] ([\w.-]+)(?:==| @ |$)/.exec(line) ?? []
  return normalizeName(name)
}
