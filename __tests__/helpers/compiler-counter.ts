/** Compilers and build tools that write down each call before they do their work. */
import { execFile } from 'node:child_process'
import { chmod, mkdir, open, readFile, realpath, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { findOnPath } from './tools.js'

const compilers = [
  'cc',
  'gcc',
  'x86_64-linux-gnu-gcc',
  'clang',
  'c++',
  'g++',
  'x86_64-linux-gnu-g++',
  'clang++',
  'nvcc',
]
const rustTools = ['rustc', 'cargo']
const tools = [...compilers, ...rustTools, 'cmake', 'ninja']

export type Call = { readonly tool: string; readonly directory: string; readonly args: readonly string[] }

export type Counts = {
  /** Sources that were compiled. */
  readonly compiles: number
  /** Compilations of what CMake and meson ask a compiler about itself. */
  readonly checks: number
  /** Links of libraries, modules and programs. */
  readonly links: number
  /** Configurations by CMake. */
  readonly configures: number
  /** Runs of ninja and cargo. */
  readonly builds: number
  /** What the build scripts of the project wrote, a line for each time they ran. */
  readonly hooks: readonly string[]
}

export const noCalls: Counts = { compiles: 0, checks: 0, links: 0, configures: 0, builds: 0, hooks: [] }

export type CompilerCounter = {
  /** Of the wrappers. */
  readonly directory: string
  /** For `makeRepository`. */
  readonly hookLog: string
  /** What was called since the last time, or since the beginning. */
  take(): Promise<Counts>
}

/** Writes a wrapper for each of the tools that PATH has into a directory; it is to be put first on PATH. */
export async function makeCompilerCounter(directory: string): Promise<CompilerCounter> {
  const bin = join(directory, 'bin')
  const log = join(directory, 'calls.log')
  const hookLog = join(directory, 'hooks.log')
  await mkdir(bin, { recursive: true })
  for (const tool of tools) {
    const real = await findReal(tool)
    if (real === undefined) continue
    await writeFile(join(bin, tool), wrapper(tool, real, log))
    await chmod(join(bin, tool), 0o755)
  }
  const readCalls = makeTail(log)
  const readHooks = makeTail(hookLog)
  const take = async () => count((await readCalls()).map(parseCall), await readHooks())
  return { directory: bin, hookLog, take }
}

/** One write(2) in append mode for each call, so that lines of parallel calls do not mix. */
function wrapper(tool: string, real: string, log: string): string {
  return `#!/bin/sh
(IFS=$(printf '\\037'); printf '%s\\n' "${tool}$IFS$PWD$IFS$*" >> '${log}')
exec '${real}' "$@"
`
}

/** What rustup puts on PATH needs a home directory to find out what to run. */
async function findReal(tool: string): Promise<string | undefined> {
  const found = await findOnPath(tool)
  if (found === undefined || !rustTools.includes(tool)) return found
  const rustc = await findOnPath('rustc')
  const { stdout } = await promisify(execFile)(rustc ?? 'rustc', ['--print', 'sysroot'])
  return realpath(join(stdout.trim(), 'bin', tool)).catch(() => found)
}

/** Reads the lines that were added to a file since the last time. */
function makeTail(path: string): () => Promise<readonly string[]> {
  let seen = 0
  return async () => {
    await (await open(path, 'a')).close()
    const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1)
    const added = lines.slice(seen)
    seen = lines.length
    return added
  }
}

function parseCall(line: string): Call {
  const [tool = '', directory = '', ...args] = line.split('\u001f')
  return { tool, directory, args }
}

export function count(calls: readonly Call[], hooks: readonly string[]): Counts {
  const kinds = calls.map(kindOf)
  const number = (kind: ReturnType<typeof kindOf>) => kinds.filter(each => each === kind).length
  return {
    compiles: number('compile'),
    checks: number('check'),
    links: number('link'),
    configures: number('configure'),
    builds: number('build'),
    hooks,
  }
}

type Kind = 'compile' | 'check' | 'link' | 'configure' | 'build' | 'question'

function kindOf(call: Call): Kind {
  const { tool, args } = call
  if (args.some(arg => /^(?:--version|-v?V|--help|-dump\w*|-print-.*|--print|-###)$/.test(arg))) return 'question'
  if (tool === 'cmake')
    return args.some(arg => /^(?:-E|-P|--build|--install|--open)$/.test(arg)) ? 'question' : 'configure'
  if (tool === 'ninja') return args.includes('-t') || isOfCheck(call) ? 'question' : 'build'
  if (tool === 'cargo') return args.some(arg => /^(?:build|rustc)$/.test(arg)) ? 'build' : 'question'
  if (tool === 'rustc') return args.includes('-') || !args.includes('--crate-name') ? 'question' : 'compile'
  return kindOfCompilation(call)
}

function kindOfCompilation(call: Call): Kind {
  const { args } = call
  if (args.includes('-E') || args.includes('-M') || args.includes('-MM')) return 'question'
  if (args.some(arg => /\.(?:c|cc|cpp|cxx|cu|C|S|s|f90)$/.test(arg))) return isOfCheck(call) ? 'check' : 'compile'
  return args.some(arg => /\.(?:o|obj)$/.test(arg)) ? (isOfCheck(call) ? 'check' : 'link') : 'question'
}

/** True for what CMake and meson try before they build anything. */
function isOfCheck({ directory, args }: Call): boolean {
  return [directory, ...args].some(text =>
    /(?:CMakeFiles\/(?:CMakeScratch|CMakeTmp|[\d.]+\/CompilerId)|meson-private|\/CMakeCCompilerId|CompilerId(?:C|CXX)\b)/.test(
      text,
    ),
  )
}

/** PATH with the wrappers first. */
export function pathWith(counter: CompilerCounter, ...directories: readonly string[]): string {
  return [counter.directory, ...directories, process.env.PATH ?? ''].join(delimiter)
}
