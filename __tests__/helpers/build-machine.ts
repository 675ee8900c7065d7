/** Machines that build: each with a store and a home of its own, and with the cache and the counted compilers of all. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hasErrno } from '../../src/errors.js'
import { runProcess } from '../../src/process.js'
import { makeRepository, type Repository, type Shape, shapes } from './build-projects.js'
import type { Output } from './cli.js'
import { type CompilerCounter, type Counts, makeCompilerCounter } from './compiler-counter.js'
import { findOnPath, findTool, scrubbedEnvironment } from './tools.js'

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

type Variables = Readonly<Record<string, string>>
export type RunOptions = { readonly cwd?: string; readonly env?: Variables; readonly cache?: false }

export type Running = {
  readonly pid: number
  readonly ended: Promise<Output>
  /** Resolves to true when standard error has this text, to false when the process ends without it or a minute has passed. */
  says(pattern: RegExp): Promise<boolean>
}

export type Machine = {
  readonly directory: string
  readonly store: string
  readonly venv: string
  /** Python of the virtual environment. */
  readonly python: string
  /** Runs the command line with the store, the cache and, but for `build`, the environment of the machine. */
  run(args: readonly string[], options?: RunOptions): Promise<Output>
  /** The same without waiting for its end. */
  start(args: readonly string[], options?: RunOptions): Running
  /** Runs it and rejects unless it succeeds. */
  must(args: readonly string[], options?: RunOptions): Promise<Output>
  /** What `demo` in the environment returns: `111 unset`. */
  demo(): Promise<string>
}

export type Workshop = {
  readonly directory: string
  readonly cache: string
  readonly counter: CompilerCounter
  /** The interpreter that all machines have. */
  readonly interpreter: string
  /** The counted tools, and all others. */
  readonly path: string
  /** What was called since the last time. */
  calls(): Promise<Counts>
  machine(name: string): Promise<Machine>
  repository(shape: Shape): Promise<Repository>
  /** A directory that does not exist yet, for a clone. */
  place(name: string): string
  remove(): Promise<void>
}

/** Python that does not need the home directory of the developer, as the shims of version managers do. */
const interpreter = await baseInterpreter()
const uv = await findTool('uv')

/** Why builds cannot be tried here; undefined where they can. */
export const noBuilds = await whyNot()

/** Whether what the shape needs beside a compiler is there. */
export async function hasTools(shape: Shape): Promise<boolean> {
  const found = await Promise.all(shapes[shape].tools.map(findOnPath))
  return noBuilds === undefined && found.every(path => path !== undefined)
}

/** Makes a directory for machines; the caller removes it. */
export async function makeWorkshop(): Promise<Workshop> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-builds-')))
  const counter = await makeCompilerCounter(join(directory, 'counter'))
  const tools = join(directory, 'tools')
  await mkdir(tools)
  if (uv !== undefined) await symlink(uv, join(tools, 'uv'))
  const path = [counter.directory, tools, process.env.PATH ?? ''].join(delimiter)
  const cache = join(directory, 'cache')
  const facts = { path, cache: pathToFileURL(cache).href }
  return {
    ...{ directory, cache, counter, interpreter, path },
    calls: () => counter.take(),
    machine: name => makeMachine(join(directory, name), facts),
    repository: shape => makeRepository(shape, join(directory, `${shape}-origin`), counter.hookLog),
    place: name => join(directory, 'work', name),
    remove: async () => {
      for (const pid of alive) await killTree(pid)
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function makeMachine(directory: string, facts: { path: string; cache: string }): Promise<Machine> {
  const home = join(directory, 'home')
  await mkdir(home, { recursive: true })
  const [store, venv] = [join(directory, 'store'), join(directory, 'venv')]
  const python = join(venv, 'bin', 'python')
  const places = ['--store', store, '--python', interpreter]
  const start: Machine['start'] = (args, { cwd = directory, env = {}, cache } = {}) => {
    const own = args.includes('--system') || args[0] === 'build' ? [] : ['--venv', venv]
    const remote = cache === false ? [] : ['--cache-backend', facts.cache, '--cache-revision', 'main']
    // What is given comes last, so that it wins.
    const [command = '', ...rest] = args
    const all = command === 'verify' ? args : [command, ...places, ...own, ...remote, ...rest]
    return startCli(all, cwd, { PATH: facts.path, HOME: home, ...env })
  }
  const run: Machine['run'] = (args, options) => start(args, options).ended
  return {
    ...{ directory, store, venv, python, start, run },
    must: async (args, options) => {
      const output = await run(args, options)
      if (output.exitCode !== 0) throw new Error(`exit code ${output.exitCode}: ${output.stderr}`)
      return output
    },
    demo: async () => runPython(python, 'import demo; print(demo.value(), demo.flag())'),
  }
}

/** Runs code in another directory than that of any source, without variables for Python. */
export async function runPython(python: string, code: string): Promise<string> {
  const options = { env: { PATH: process.env.PATH ?? '' }, cwd: tmpdir() }
  const { exitCode, stdout, stderr } = await runProcess(python, ['-I', '-B', '-c', code], options)
  if (exitCode !== 0) throw new Error(stderr)
  return stdout.trim()
}

function startCli(args: readonly string[], cwd: string, env: Variables): Running {
  const options = { cwd, env: { ...machineEnvironment(), ...env }, stdio: 'pipe' } as const
  const child = spawn(process.execPath, [cli, ...args], options)
  child.stdin.end()
  const pid = child.pid ?? 0
  alive.add(pid)
  const exited = once(child, 'close').finally(() => alive.delete(pid))
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)]
  let heard = ''
  child.stderr.on('data', piece => {
    heard += String(piece)
  })
  const says = (pattern: RegExp) =>
    new Promise<boolean>(resolve => {
      const look = () => pattern.test(heard) && resolve(true)
      child.stderr.on('data', look)
      look()
      const timer = setTimeout(() => resolve(false), 60_000)
      void exited.then(() => {
        clearTimeout(timer)
        resolve(pattern.test(heard))
      })
    })
  const ended = exited.then(async () => ({
    exitCode: child.exitCode ?? 1,
    stdout: await stdout,
    stderr: await stderr,
  }))
  return { pid, ended, says }
}

/** What still runs when a test has failed. */
const alive = new Set<number>()

/** Kills a process and all that it started, also what has a process group of its own: as when a machine stops. */
export async function killTree(pid: number): Promise<void> {
  const { stdout } = await runProcess('ps', ['-A', '-o', 'pid=,ppid='], { env: { PATH: process.env.PATH ?? '' } })
  const rows = stdout.split('\n').map(line => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): readonly number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []))
  for (const each of [pid, ...below(pid)]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch (error) {
      if (!hasErrno(error, 'ESRCH')) throw error
    }
  }
}

/** How a process reaches the network, and nothing that could steer a build. */
function machineEnvironment(): Record<string, string> {
  const kept = /^(?:LANG|LC_\w+|TMPDIR|SSL_\w+|NODE_EXTRA_CA_CERTS|\w+_proxy)$/i
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      kept.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  )
}

async function baseInterpreter(): Promise<string> {
  const found = (await findOnPath('python3')) ?? ''
  if (found === '') return ''
  const code = 'import sys; print(getattr(sys, "_base_executable", sys.executable))'
  const { stdout } = await runProcess(found, ['-I', '-c', code], { env: scrubbedEnvironment() })
  return stdout.trim()
}

async function whyNot(): Promise<string | undefined> {
  if (process.platform === 'win32') return 'the wrappers of compilers are shell scripts'
  if (interpreter === '') return 'there is no Python'
  if (uv === undefined) return 'there is no uv'
  const compilers = await Promise.all(['cc', 'c++', 'gcc', 'g++'].map(findOnPath))
  return compilers.includes(undefined) ? 'there is no compiler' : undefined
}

/** Every file below a directory, relative to it; none where it is missing. */
export async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => !entry.isDirectory())
  return files.map(entry => relative(directory, join(entry.parentPath, entry.name))).sort()
}

/** Builds that a machine has kept. */
export async function keptBuilds({ store }: Machine): Promise<readonly string[]> {
  return filesBelow(join(store, 'v1', 'builds'))
}

/** Builds in the remote cache: what is said of them, and the wheels. */
export async function cachedBuilds({ cache }: Workshop): Promise<readonly string[]> {
  return (await filesBelow(cache)).filter(name => /-(?:build|built)-/.test(name) && !name.includes('-claim-'))
}

/** What came of each source of a run with `--json`: `built`, `restored`, `store`. */
export function outcomesOf({ stdout }: Output): readonly string[] {
  const report = JSON.parse(stdout) as { readonly built?: readonly { readonly how: string }[] }
  return (report.built ?? []).map(({ how }) => how)
}
