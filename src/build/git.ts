/** Asking git about a work tree: nothing is written there, nothing is fetched, and the user's settings change no answer. */
import { hasErrno } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { type ProcessResult, runProcess } from '../process.js'

export type GitQuestion = { readonly cwd: string; readonly host: Host; readonly input?: string }

/**
 * Runs a git command that only reads, and gives its result; undefined where git cannot be started.
 * A work tree that belongs to somebody else is read as well: in containers that is the rule, and its build runs next anyway.
 */
export async function askGit(args: readonly string[], question: GitQuestion): Promise<ProcessResult | undefined> {
  const { cwd, host, input } = question
  const env = { ...withoutRepository(host.env), ...quietly }
  try {
    return await runProcess('git', [...neutral, ...args], { cwd, env, ...(input === undefined ? {} : { input }) })
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'EACCES', 'ENOTDIR')) return undefined
    throw error
  }
}

/** A monitor of files is a process that would outlive the run. */
const neutral = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '--no-pager']

const quietly: Environment = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
}

/** A hook of git runs with variables that bind every git command to the repository of the hook. */
function withoutRepository(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || isMachineSetting.test(name)),
  )
}

const isMachineSetting =
  /^GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM))$/
