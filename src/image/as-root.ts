/** Commands that need root: as they are where this process is root, else through `sudo -n`, which never asks for a password. */
import type { Environment } from '../host.js'
import { type ProcessResult, runProcess } from '../process.js'

/** Mounting takes milliseconds; a command that hangs must not hang the run. */
const timeoutMs = 60_000

/** True where commands need no sudo. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Runs a command with the rights of root. Rejects as `runProcess` does, with `ENOENT` where sudo is needed and missing. */
export function runAsRoot(
  command: readonly [string, ...string[]],
  env: Environment,
  cwd = '/',
): Promise<ProcessResult> {
  const [program, ...args] = isRoot() ? command : (['sudo', '-n', ...command] as const)
  return runProcess(program, args, { cwd, env: toolEnvironment(env), timeoutMs })
}

/** PATH with the directories of system tools, which users often lack, and messages in English. */
export function toolEnvironment(env: Environment): Environment {
  return { PATH: `${env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`, LC_ALL: 'C' }
}
