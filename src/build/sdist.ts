/** Unpacks source archives, which nobody has looked at. */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { integrityError, UserError } from '../errors.js'
import type { Host } from '../host.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import { quoted } from '../wheel/invalid-wheel.js'
import { largestRatio, largestTotal, mostEntries, unsuspiciousBytes } from '../wheel/limits.js'
import { runBackend } from './backend-process.js'
import { makeFreshDirectory, removeTree } from './fresh-directory.js'

type UnpackServices = {
  /** Absolute path of a Python 3.8 or later. */
  readonly python: string
  readonly host: Host
  readonly signal: AbortSignal
}

/** What unpack_sdist.py prints. */
type Answer =
  | { readonly outcome: 'unpacked' }
  | { readonly outcome: 'invalid'; readonly member: string | null; readonly problem: string }
  | { readonly outcome: 'unsupported'; readonly problem: string }
  | { readonly outcome: 'failed'; readonly errno: string; readonly problem: string }

/**
 * Unpacks a `.tar`, `.tar.gz`, `.tar.bz2`, `.tar.xz` or `.zip`, told apart by content, into a directory that is made, or
 * replaced. Returns the absolute path of its one top-level directory, else `destination`. Files keep their time and
 * their x bit, nothing else of their mode
 * (https://packaging.python.org/en/latest/specifications/source-distribution-format/#source-distribution-archive-features).
 *
 * Throws UserError SDIST_INVALID (exit code 3) for an archive that is damaged, leaves its directory or is larger than any
 * real one, SDIST_UNREADABLE where this Python lacks the module for its compression; Node's system errors; and the reason of the
 * signal. Then nothing is left at `destination`.
 */
export async function unpackArchive(archive: string, destination: string, services: UnpackServices): Promise<string> {
  const size = (await stat(archive)).size
  await makeFreshDirectory(destination)
  const mostBytes = Math.min(largestTotal, Math.max(unsuspiciousBytes, largestRatio * size))
  try {
    judge(await run({ archive, destination, mostEntries, mostBytes }, services), archive)
  } catch (error) {
    await removeTree(destination)
    throw error
  }
  const [only, ...others] = await readdir(destination, { withFileTypes: true })
  return only?.isDirectory() === true && others.length === 0 ? join(destination, only.name) : destination
}

type Request = {
  readonly archive: string
  readonly destination: string
  readonly mostEntries: number
  readonly mostBytes: number
}

async function run(request: Request, { python, host, signal }: UnpackServices): Promise<Answer> {
  const lines: string[] = []
  const helper = join(host.helpersDirectory, 'unpack_sdist.py')
  const exit = await runBackend({
    command: python,
    args: ['-I', '-S', '-B', '-X', 'utf8', helper, JSON.stringify(request)],
    cwd: dirname(request.destination),
    env: pythonEnvironmentVariables(host.env),
    os: host.platform.os,
    signal,
    onLine: line => void lines.push(line),
  })
  const answer: Answer | undefined = exit.succeeded ? JSON.parse(lines.at(-1) ?? 'null') : undefined
  if (answer === undefined) throw new Error(`${python} ${helper} ${exit.how}: ${lines.join('\n')}`)
  return answer
}

function judge(answer: Answer, archive: string): void {
  switch (answer.outcome) {
    case 'unpacked':
      return
    case 'invalid': {
      const what = answer.member === null ? `\`${archive}\`` : `\`${archive}\`: ${quoted(answer.member)}`
      throw integrityError(
        'SDIST_INVALID',
        `${what} ${printable(answer.problem)}`,
        'Download the archive again; if the error stays, report it to the publisher',
      )
    }
    case 'unsupported':
      throw new UserError('SDIST_UNREADABLE', `\`${archive}\` cannot be unpacked: ${answer.problem}`, {
        hint: 'Name another Python with `--python`',
      })
    case 'failed':
      throw Object.assign(new Error(`${answer.problem}, while \`${archive}\` was unpacked`), { code: answer.errno })
  }
}

/** The target of a link may hold anything, an escape sequence of a terminal included. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?').slice(0, 500)
}
