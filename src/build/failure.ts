/** Why a build hook failed, in plain words: read off its output and its end. */
import { UserError } from '../errors.js'
import type { Environment } from '../host.js'
import type { BackendExit } from './backend-process.js'
import type { Project } from './project.js'
import { memoryHint } from './resources.js'

/** What is known of a hook that gave no answer. */
type Failure = {
  readonly hook: string
  readonly project: Project
  readonly exit: BackendExit
  /** The last lines. */
  readonly output: string
  readonly command: string
  readonly logFile: string
  /** What the hook was given. */
  readonly env: Environment
  /** Processes that the kernel killed for want of memory meanwhile. */
  readonly oomKills: number
}

type Cause = { readonly reason?: string; readonly hint: string }

/** The BUILD_FAILED of a hook: the cause where it is known, the command, the last lines, and where all of them are. */
export function hookFailed(failure: Failure): UserError {
  const { hook, project, exit, output, command, logFile } = failure
  const how = exit.succeeded ? `${exit.how} and gave no answer` : exit.how
  const cause = causeOf(failure)
  const problem = `\`${hook}\` of \`${project.backend}\` ${how}`
  const first = cause?.reason === undefined ? problem : `${cause.reason} (${problem})`
  const lines = [first, `command: ${command}`, `whole output: ${logFile}`, output]
  return buildFailed(project, lines.join('\n').trimEnd(), cause?.hint)
}

/** A BUILD_FAILED (exit code 1): the project, its backend or the machine is at fault. */
export function buildFailed({ shown }: Project, problem: string, hint?: string): UserError {
  return new UserError('BUILD_FAILED', `\`${shown}\` cannot be built: ${problem}`, { hint })
}

function causeOf({ exit, output, env, oomKills }: Failure): Cause | undefined {
  const jobs = env.MAX_JOBS ?? env.CMAKE_BUILD_PARALLEL_LEVEL
  const memory = memoryHint(output, exit, { jobs, oomKills })
  if (memory !== undefined) return { reason: memory, hint: lessMemory(jobs) }
  return missingCuda(output) ?? missingCompiler(output) ?? missingModule(output)
}

function lessMemory(jobs: string | undefined): string {
  const fewer = Math.max(1, Math.floor(Number(jobs ?? 2) / 2)) || 1
  return jobs === '1'
    ? 'Give the machine more memory or swap: it ran one job at a time'
    : `Set \`MAX_JOBS\` to ${fewer} or less, or give the machine more memory or swap`
}

/** torch, cmake, TransformerEngine and flash-attn, each in its own words. */
const noCuda = [
  /CUDA_HOME environment variable is not set/,
  /nvcc(?:'|"|`)?(?: was)? not found|Could not find nvcc|nvcc: (?:command )?not found|(?:No such file or directory|FileNotFoundError).*\bnvcc\b/,
  /No CMAKE_CUDA_COMPILER could be found|CMAKE_CUDA_COMPILER not set|environment variable CUDACXX:|Failed to find nvcc|Could NOT find CUDA(?:Toolkit)?\b|CUDA_TOOLKIT_ROOT_DIR not found/,
] as const

function missingCuda(output: string): Cause | undefined {
  if (!noCuda.some(pattern => pattern.test(output))) return undefined
  return {
    reason: 'the CUDA toolkit was not found',
    hint: 'Install the CUDA toolkit (the driver alone has no nvcc) and set `CUDA_HOME` to its directory, or build in an image that has it',
  }
}

/** Each with the name of what was not found, where the message has it: distutils, cmake, meson, cargo and cc. */
const noCompiler = [
  /command '([^']+)' failed: No such file or directory/,
  /unable to execute '([^']+)': No such file or directory/,
  /\[Errno 2\] No such file or directory: '((?:[^'\n]*[-/])?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-[\d.]+)?)'/,
  /Could not find compiler set in environment variable \w+:\s+(\S+?)\.(?:\s|$)/,
  /No CMAKE_(\w+)_COMPILER could be found/,
  /CMAKE_(\w+)_COMPILER not set, after EnableLanguage/,
  /Unknown compiler\(s\): \[\[?'([^']+)'/,
  /error: linker `([^`]+)` not found/,
  /failed to find tool "([^"]+)"/,
  /(?:The CMAKE_\w+_COMPILER:\s+)(\S+)\s+is not a full path/,
  /(Microsoft Visual C\+\+ \d+\.\d+(?: or greater)?) is required/,
  /\b(cargo|rustc|Cargo|Rust)\b[^\n]{0,80}(?:is not installed|not found|is not on PATH)|can't find (Rust) compiler/,
] as const

function missingCompiler(output: string): Cause | undefined {
  const found = noCompiler.map(pattern => pattern.exec(output)).find(match => match !== null)
  if (found === undefined) return undefined
  const name = found.slice(1).find(text => text !== undefined) ?? ''
  if (/^(?:cargo|rustc?)$/i.test(name)) {
    return {
      reason: 'the Rust compiler was not found',
      hint: 'Install Rust (https://rustup.rs), and see that `cargo` is on PATH',
    }
  }
  const language = { C: 'C', CXX: 'C++', Fortran: 'Fortran' }[name]
  const what = language === undefined ? `the compiler \`${name}\`` : `a ${language} compiler`
  return {
    reason: `${what} was not found`,
    hint: 'Install a compiler (Debian: `build-essential`, Alpine: `build-base`, macOS: `xcode-select --install`), or name one with `CC` and `CXX`',
  }
}

function missingModule(output: string): Cause | undefined {
  const module = /^ModuleNotFoundError: No module named '([^']+)'/m.exec(output)?.[1]
  if (module === undefined) return undefined
  return {
    hint: `If the build needs \`${module}\`, list what provides it under \`build-system.requires\` in pyproject.toml`,
  }
}
