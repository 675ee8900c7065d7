/** What of the machine and the settings decides what a build makes, as ingredients of its key. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { errnoOf } from '../errors.js'
import type { Environment, Host } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import { describeGpus, describeToolkit, type ReadText } from './cuda.js'
import type { Ingredient } from './key.js'
import { asksForNative } from './native.js'
import { openToolAnswers } from './tool-answers.js'
import { askVersion, describeTools, type Tool } from './tools.js'

/** Which compilers and devices a source tree has a use for. */
export type Needs = {
  readonly rust: boolean
  readonly fortran: boolean
  readonly cuda: boolean
}

export type MachineFacts = {
  readonly interpreter: Pick<Interpreter, 'implementation' | 'version' | 'cacheTag' | 'tags' | 'markers'>
  readonly host: Host
  /** PATH of the build. */
  readonly searchPath: string
  readonly signal: AbortSignal
  /** Default: C and C++ alone. */
  readonly needs?: Needs
  /** Whether the build compiles for the graphics cards that it finds, where `TORCH_CUDA_ARCH_LIST` names none. */
  readonly detectsGpu?: boolean
  /** Where the answers of tools are kept; without it none are. */
  readonly answersDirectory?: string
  /** Reads a system file. */
  readonly readText?: ReadText
}

/**
 * Interpreter, system, compilers by content, and where the source needs them the CUDA toolkit, the compute capability and the
 * features of the processor. A tool that is missing, broken or hanging (10 s) is a fact like any other: only the signal throws.
 */
export async function describeMachine(facts: MachineFacts): Promise<readonly Ingredient[]> {
  const { interpreter, host, searchPath, signal, readText = readSystemFile } = facts
  const needs = facts.needs ?? { rust: false, fortran: false, cuda: false }
  const answers = await openToolAnswers(facts.answersDirectory)
  const { env, workingDirectory, platform } = host
  const services = { os: platform.os, env, searchPath, workingDirectory, answers, signal, readText }
  const asksGpus = facts.detectsGpu === true && (env.TORCH_CUDA_ARCH_LIST ?? '').trim() === ''
  const described = await Promise.all([
    describeSystem(facts, readText),
    describeTools(toolsFor(needs, facts), services),
    needs.cuda ? describeToolkit(services) : [],
    needs.cuda && asksGpus ? describeGpus(services) : [],
    flagsAskForNative(env) ? describeProcessor(readText) : [],
  ])
  signal.throwIfAborted()
  await answers.save(host.log)
  return [describePython(interpreter), describePlatform(interpreter, host), ...described.flat()]
}

/** What these files of a source tree are compiled by. Whether a text mentions CUDA is not looked at. */
export function needsOf(paths: readonly string[]): Needs {
  const has = (pattern: RegExp) => paths.some(path => pattern.test(path))
  return {
    rust: has(/\.rs$|(?:^|\/)Cargo\.toml$/),
    fortran: has(/\.(?:f|for|ftn|f77|f90|f95|f03|f08)$/i),
    cuda: has(/\.cuh?$/i),
  }
}

/** Not the patch release: it changes neither the ABI nor the headers. Debug and free-threaded builds differ in the ABI tag. */
function describePython({ implementation, version, cacheTag, tags }: MachineFacts['interpreter']): Ingredient {
  const [major, minor] = version.split('.')
  const [best = ''] = tags
  const [python, abi] = best.split('-')
  return {
    name: 'python',
    value: `${implementation} ${major}.${minor}, ${python}-${abi}, ${cacheTag || 'no bytecode'}`,
  }
}

function describePlatform({ tags }: MachineFacts['interpreter'], { platform }: Host): Ingredient {
  const [best = ''] = tags
  const tag = best.slice(best.lastIndexOf('-') + 1)
  return { name: 'platform', value: [platform.os, platform.arch, tag, libcOf(tags)].filter(Boolean).join(' ') }
}

/** `glibc 2.36`, `musl 1.2`: the newest that the interpreter's tags name is the one that is there. */
function libcOf(tags: readonly string[]): string {
  for (const tag of tags) {
    const [, kind, major, minor] = /-(many|musl)linux_(\d+)_(\d+)_/.exec(tag) ?? []
    if (kind !== undefined) return `${kind === 'many' ? 'glibc' : 'musl'} ${major}.${minor}`
  }
  return ''
}

async function describeSystem(
  { host, interpreter }: Pick<MachineFacts, 'host' | 'interpreter'>,
  readText: ReadText,
): Promise<readonly Ingredient[]> {
  const value = await systemOf(host.platform.os, interpreter.markers.platform_version ?? '', readText)
  return value === '' ? [] : [{ name: 'system', value }]
}

/** System and release, whose headers and libraries come with it. */
async function systemOf(os: Host['platform']['os'], release: string, readText: ReadText): Promise<string> {
  if (os === 'win32') return `windows ${release}`
  if (os === 'darwin') {
    const text = (await readText('/System/Library/CoreServices/SystemVersion.plist')) ?? ''
    const [, version = ''] = /<key>ProductVersion<\/key>\s*<string>(\d+(?:\.\d+)?)/.exec(text) ?? []
    return `macos ${version}`.trim()
  }
  const text = (await readText('/etc/os-release')) ?? (await readText('/usr/lib/os-release')) ?? ''
  const field = (name: string) => new RegExp(`^${name}=["']?([^"'\\r\\n]*)`, 'm').exec(text)?.[1] ?? ''
  return `${field('ID')} ${field('VERSION_ID')}`.trim()
}

/** Programs that a build may start by name, and those that variables name. */
function toolsFor(needs: Needs, { host: { env, platform } }: MachineFacts): readonly Tool[] {
  const tool = (name: string, facts: Partial<Tool> = {}): Tool => ({ name, command: name, ...facts })
  const isExpected = true
  const byVariables = [
    ...['CC', 'CXX', 'LD', 'AR'],
    ...(needs.fortran ? ['FC', 'F77', 'F90'] : []),
    ...(needs.cuda ? ['CUDACXX', 'CUDAHOSTCXX', 'PYTORCH_NVCC'] : []),
    ...(needs.rust ? ['RUSTC', 'CARGO'] : []),
  ]
  return [
    ...byVariables.flatMap(name => (env[name] ? [tool(name, { command: env[name], isExpected })] : [])),
    // On Windows, installers of compilers put none of them on the path.
    ...['cc', 'c++'].map(name => tool(name, { isExpected: platform.os !== 'win32' })),
    ...['gcc', 'g++', 'clang', 'ld', 'cmake', 'ninja', 'pkg-config'].map(name => tool(name)),
    ...(platform.os === 'win32' ? [tool('cl', { args: [] })] : []),
    ...(needs.fortran ? [tool('gfortran', { isExpected })] : []),
    ...(needs.rust
      ? [tool('rustc', { args: ['-vV'], isExpected }), tool('cargo', { args: askVersion, isExpected })]
      : []),
  ]
}

function flagsAskForNative(env: Environment): boolean {
  return Object.entries(env).some(
    ([name, value]) => /FLAGS(?:_[A-Z]+)?$|_ARGS$|^(?:CC|CXX|FC)$/.test(name) && asksForNative(value ?? ''),
  )
}

/** What `native` stands for. The cores of a machine may differ. */
export async function describeProcessor(readText: ReadText = readSystemFile): Promise<readonly Ingredient[]> {
  const text = (await readText('/proc/cpuinfo')) ?? ''
  const lines = [...text.matchAll(/^(?:flags|Features)[ \t]*:(.*)$/gm)].map(([, words = '']) =>
    words.trim().split(/\s+/).sort().join(' '),
  )
  const features = [...new Set(lines)].sort().join('\n')
  return [
    { name: 'processor', value: features === '' ? (cpus()[0]?.model ?? 'unknown') : `sha256 ${digest(features)}` },
  ]
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

async function readSystemFile(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(error => {
    if (errnoOf(error) === undefined) throw error
    return undefined
  })
}
