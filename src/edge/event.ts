/** The event that started a job, as the runner describes it in a file. */
import { readFileSync } from 'node:fs'
import { hasErrno } from '../errors.js'
import type { Environment } from '../host.js'

/** The payload of the event (`GITHUB_EVENT_PATH`), or undefined where there is none to be read. */
export function readEvent(env: Environment): unknown {
  const path = env.GITHUB_EVENT_PATH ?? ''
  if (path === '') return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'EACCES') || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The head commit of a pull request; undefined for any other event. */
export function headCommitOf(event: unknown): string | undefined {
  return textAt(event, 'pull_request', 'head', 'sha')
}

/** The name of the repository's default branch, where the event tells it. */
export function defaultBranchOf(event: unknown): string | undefined {
  return textAt(event, 'repository', 'default_branch')
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return typeof found === 'string' && found !== '' ? found : undefined
}
