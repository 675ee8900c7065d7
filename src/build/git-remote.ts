/** Git commands that speak with another repository: they ask nobody for a password, can be interrupted, and show no secret. */
import { UserError } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { redact } from '../redact.js'
import { runBackend } from './backend-process.js'
import { gitNotFound } from './history.js'

export type RemoteServices = { readonly host: Host; readonly signal: AbortSignal }

export type Remote = {
  /** Without a password: what git may write down. */
  readonly url: string
  /** What every command is given, so that the password is used and written nowhere. */
  readonly options: readonly string[]
}

export type GitRun = {
  readonly succeeded: boolean /** Both streams, without credentials. */
  readonly lines: readonly string[]
}

/**
 * How git is told where a repository is. Credentials in an `http(s)` URL hold for its whole host, as for git: relative addresses of
 * submodules need them.
 */
export function remoteOf(url: string, host: Host): Remote {
  const parsed = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || (parsed.username === '' && parsed.password === '')) return { url, options: [] }
  for (const secret of [parsed.username, parsed.password]) {
    if (secret !== '' && secret !== 'git' && secret !== 'x-access-token') host.onSecret?.(decodeURIComponent(secret))
  }
  // `-c` ends the name at the first `=`.
  const userinfo = `${parsed.username}${parsed.password === '' ? '' : `:${parsed.password}`}`.replaceAll('=', '%3D')
  parsed.username = ''
  parsed.password = ''
  const origin = `${parsed.protocol}//${parsed.host}/`
  const withUserinfo = `${parsed.protocol}//${userinfo}@${parsed.host}/`
  return { url: parsed.href, options: ['-c', `url.${withUserinfo}.insteadOf=${origin}`] }
}

type GitCommand = { readonly args: readonly string[]; readonly cwd: string; readonly remote: Remote }

/** Runs one. Throws UserError GIT_NOT_FOUND, and the reason of the signal when no process of it is left. */
export async function runGitRemote(command: GitCommand, { host, signal }: RemoteServices): Promise<GitRun> {
  const lines: string[] = []
  const exit = await runBackend({
    command: 'git',
    args: [...settings, ...command.remote.options, ...command.args],
    cwd: command.cwd,
    env: remoteEnvironment(host.env),
    os: host.platform.os,
    signal,
    onLine: line => void lines.push(redact(line)),
  })
  if (exit.how.startsWith('could not be started')) throw gitNotFound(`\`${redact(command.remote.url)}\``)
  return { succeeded: exit.succeeded, lines }
}

/** No command of a remote's choice, no hook of the user's, no process that stays, the bytes of the repository on every system. */
const settings = [
  ...['protocol.ext.allow=never', 'protocol.fd.allow=never', 'core.hooksPath=/dev/null', 'core.fsmonitor=false'],
  ...['core.autocrlf=false', 'gc.auto=0', 'maintenance.auto=false', 'advice.detachedHead=false'],
  ...['init.defaultBranch=main', 'core.longPaths=true'],
].flatMap(setting => ['-c', setting])

/** Seconds for which a server may say nothing at all. */
const longestSilence = '120'

function remoteEnvironment(env: Environment): Environment {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !bindsToRepository.test(name)))
  return {
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: longestSilence,
    ...own,
    // A program that the user named may answer without asking; empty, it keeps git from finding another one.
    GIT_ASKPASS: env.GIT_ASKPASS ?? '',
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    SSH_ASKPASS_REQUIRE: 'never',
    LC_ALL: 'C',
  }
}

/** `git rev-parse --local-env-vars`, without those that carry settings: CI systems pass credentials in them. */
const bindsToRepository =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|IMPLICIT_WORK_TREE|CONFIG|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|TEMPLATE_DIR)$/

/** A repository that git cannot read, with what git said of it. */
export function unreachable(shown: string, lines: readonly string[]): UserError {
  const said = lines
    .filter(line => line.trim() !== '' && !isFiller.test(line))
    .map(line => line.replace(/^fatal: /, ''))
  const reason = [...new Set(said)].slice(-6).join('; ')
  return new UserError('SOURCE_UNREACHABLE', `\`${redact(shown)}\`: git cannot read the repository: ${reason}`, {
    hint: 'Check the address and your access: git is never let ask for a password, so credentials come from its configuration, an ssh agent or the URL',
  })
}

const isFiller =
  /^(?:Please make sure you have the correct access rights|and the repository exists\.|Cloning into |Submodule .* registered for)/
