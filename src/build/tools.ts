/** Compilers and their like, by what they are: digest and version, never the path. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, open, readFile, realpath, stat } from 'node:fs/promises'
import { release } from 'node:os'
import { basename, delimiter, dirname, isAbsolute, join } from 'node:path'
import { errnoOf } from '../errors.js'
import type { Environment, OperatingSystem } from '../host.js'
import { runProcess } from '../process.js'
import type { Ingredient } from './key.js'
import type { ToolAnswer, ToolAnswers } from './tool-answers.js'

export type ToolServices = {
  readonly os: OperatingSystem
  /** What tools are given, besides PATH. */
  readonly env: Environment
  /** Directories that programs are looked for in, as PATH has them. */
  readonly searchPath: string
  /** Where tools run: the stand-ins of version managers answer by it. */
  readonly workingDirectory: string
  readonly answers: ToolAnswers
  readonly signal: AbortSignal
  /** Milliseconds for an answer; default: 10 s. */
  readonly timeoutMs?: number
}

export type Tool = {
  /** Of the ingredient. */
  readonly name: string
  /** A name that is looked for, or the value of a variable such as CC: a command line that may begin with wrappers. */
  readonly command: string
  /** What makes it tell its version; default: `--version`. */
  readonly args?: readonly string[]
  /** It is an ingredient even where there is none. */
  readonly isExpected?: boolean
}

export const askVersion: readonly string[] = ['--version']
const usualTimeoutMs = 10_000
/** They hand over to a compiler and, as they promise, change nothing of what it makes. */
const compilerCaches = ['buildcache', 'ccache', 'distcc', 'icecc', 'sccache']
/** One program under the name of all tools that it chooses versions of. */
const versionManagers = ['mise', 'rustup']

/** An ingredient `tool NAME` for each tool that is there or expected. A tool that does not answer counts by its digest. */
export async function describeTools(tools: readonly Tool[], services: ToolServices): Promise<readonly Ingredient[]> {
  const described = await Promise.all(tools.map(tool => describeTool(tool, services)))
  services.signal.throwIfAborted()
  return described.flat()
}

async function describeTool(tool: Tool, services: ToolServices): Promise<readonly Ingredient[]> {
  const programs = await programsOf(tool.command, services)
  const described = await Promise.all(programs.map(path => describeProgram(path, tool.args ?? askVersion, services)))
  if (described.length === 0 && tool.isExpected !== true) return []
  return [{ name: `tool ${tool.name}`, value: described.length === 0 ? 'none' : described.join(' + ') }]
}

/** Version and content of the program at a path, in words. Never rejects for what the program does or lacks. */
export async function describeProgram(path: string, args: readonly string[], services: ToolServices): Promise<string> {
  const { version, digest } = await answerOf(path, args, services)
  const content = digest === '' ? 'unreadable' : `sha256 ${digest.slice(0, 16)}`
  return version === '' ? content : `${version} (${content})`
}

/** Every word of a command line that is a program: `ccache gcc -pthread`, `env LANG=C clang`. */
async function programsOf(command: string, services: ToolServices): Promise<readonly string[]> {
  const whole = await findProgram(command, services)
  if (whole !== undefined) return [whole]
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  )
  const named = words.filter(word => !word.startsWith('-') && !word.includes('=')).slice(0, mostWords)
  const found = await Promise.all(named.map(word => findProgram(word, services)))
  return [...new Set(found.flatMap(path => path ?? []))]
}

const mostWords = 8

/**
 * The first executable of this name on the search path, or at this absolute path. A compiler cache is passed over:
 * where it goes by the name of a compiler, that compiler is behind it on the search path.
 */
export async function findProgram(
  name: string,
  { searchPath, os }: Pick<ToolServices, 'searchPath' | 'os'>,
): Promise<string | undefined> {
  if (isAbsolute(name)) {
    if (await isCompiler(name)) return name
    if (!(await isExecutable(name))) return undefined
  } else if (name === '' || /[\\/]/.test(name)) return undefined
  const file = os === 'win32' ? `${stem(name)}.exe` : basename(name)
  for (const directory of searchPath.split(delimiter)) {
    const path = join(directory, file)
    if (isAbsolute(directory) && (await isCompiler(path))) return path
  }
  return undefined
}

async function isCompiler(path: string): Promise<boolean> {
  return (await isExecutable(path)) && !compilerCaches.includes(stem(await realpath(path)))
}

async function isExecutable(path: string): Promise<boolean> {
  const facts = await stat(path).catch(absent)
  if (facts?.isFile() !== true) return false
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function answerOf(path: string, args: readonly string[], services: ToolServices): Promise<ToolAnswer> {
  const real = await realpath(path).catch(() => path)
  const ask = async (): Promise<ToolAnswer & { readonly isLasting: boolean }> => {
    const said = await outputOf(path, args, services)
    const version = withoutPaths(versionLine(said ?? ''), [path, real])
    return { version, digest: await contentOf(real), isLasting: said !== undefined }
  }
  if (await isStandIn(real, services.os)) {
    const said = (await outputOf(path, args, services)) ?? ''
    return { version: versionLine(said), digest: said === '' ? '' : sha256(said.replace(/^InstalledDir:.*$/gm, '')) }
  }
  const key = await identityOf(real, [basename(path), ...args])
  return key === undefined ? ask() : services.answers.get(key, ask)
}

/** Some begin with their name and a copyright. */
function versionLine(said: string): string {
  const lines = said.split('\n')
  return (lines.find(line => /\d\.\d/.test(line)) ?? lines[0] ?? '').trim()
}

/** What tells a native executable from what may be at its path later; undefined for a script, which may call anything. */
async function identityOf(real: string, call: readonly string[]): Promise<string | undefined> {
  const facts = await stat(real, { bigint: true }).catch(absent)
  if (facts === undefined || (await beginningOf(real)) === '#!') return undefined
  const { size, mtimeNs, ctimeNs, ino } = facts
  return JSON.stringify([real, ...[size, mtimeNs, ctimeNs, ino].map(String), release(), ...call])
}

/** It says what it hands over to; its own bytes say nothing. On macOS, what is in /usr/bin stands for the chosen Xcode. */
async function isStandIn(real: string, os: OperatingSystem): Promise<boolean> {
  if (versionManagers.includes(stem(real)) || (os === 'darwin' && dirname(real) === '/usr/bin')) return true
  const isRust = ['rustc', 'cargo'].includes(stem(real))
  return isRust && (await isExecutable(join(dirname(real), basename(real).replace(/^[a-z]+/i, 'rustup'))))
}

/** What a command says, undefined where it fails or says nothing in time. Empty lines at the start are left out. */
export async function outputOf(
  path: string,
  args: readonly string[],
  { os, env, searchPath, workingDirectory, timeoutMs = usualTimeoutMs }: ToolServices,
): Promise<string | undefined> {
  const others = Object.entries(env).filter(([name]) => (os === 'win32' ? name.toUpperCase() : name) !== 'PATH')
  const result = await runProcess(path, args, {
    cwd: workingDirectory,
    // A toolchain that a source names and nobody has installed is not downloaded in order to learn its version.
    env: { ...Object.fromEntries(others), PATH: searchPath, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' },
    timeoutMs,
  }).catch(absent)
  if (result?.exitCode !== 0) return undefined
  return (result.stdout.trim() === '' ? result.stderr : result.stdout).trim().replaceAll('\r\n', '\n')
}

/** Digest of a file. Of a script, the directory of its interpreter does not count: it differs where an environment lies elsewhere. */
async function contentOf(path: string): Promise<string> {
  try {
    if ((await beginningOf(path)) === '#!') {
      return sha256((await readFile(path, 'latin1')).replace(/^#!\s*\S*[\\/]/, '#!'))
    }
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    return absent(error) ?? ''
  }
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path).catch(absent)
  try {
    const read = await file?.read(Buffer.alloc(2), 0, 2, 0)
    return read === undefined ? '' : read.buffer.toString('latin1', 0, read.bytesRead)
  } finally {
    await file?.close()
  }
}

function withoutPaths(line: string, paths: readonly string[]): string {
  return paths.reduce((text, path) => text.replaceAll(path, basename(path)), line)
}

function stem(path: string): string {
  return basename(path).replace(/\.exe$/i, '')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** For what the file system or the system's starting of programs refuses. */
function absent(error: unknown): undefined {
  if (errnoOf(error) === undefined) throw error
  return undefined
}
