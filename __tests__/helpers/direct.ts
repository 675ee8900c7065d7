/** Machines that install one lock: some are gone after the job, and one filled the cache before. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { makeScratch, type Output, type Scratch } from './cli.js'

const execute = promisify(execFile)

type Report = {
  readonly decisions: readonly { readonly subject: string; readonly choice: string; readonly reason: string }[]
  readonly warnings: readonly string[]
  readonly cache: { readonly outcome: string }
  readonly wheels: readonly { readonly name: string; readonly source: string }[]
}

/** `report`: undefined where the run ended before it made one. */
export type Seen = Output & { readonly report: Report | undefined }

export type Machine = {
  /** Name of its store, new for each name. */
  readonly store: string
  /** False: as a runner of one's own, whose store stays. */
  readonly hosted?: boolean
  readonly venv?: string
  readonly env?: Readonly<Record<string, string>>
  /** Default: the lock of the fleet. */
  readonly lock?: string
  readonly command?: 'install' | 'sync'
  /** True where wheels can be had from elsewhere than the cache. */
  readonly hasWheels?: boolean
}

export type Fleet = {
  readonly scratch: Scratch
  readonly cache: string
  /** Command line and environment of an installation, for who starts it otherwise. */
  commandOf(machine: Machine, ...args: readonly string[]): Promise<Command>
  /** Installs into an environment that is removed first, without an index, uv, or by default any wheel. */
  install(machine: Machine, ...args: readonly string[]): Promise<Seen>
  /** Names of what the store of this name holds of wheels and bytecode. */
  held(store: string): Promise<readonly string[]>
  remove(): Promise<void>
}

export type Command = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }

/** Makes a scratch directory, whose `pylock.toml` is what the fleet installs. */
export async function makeFleet(): Promise<Fleet> {
  const scratch = await makeScratch()
  const [cache, bin, report] = ['cache', 'bin', 'report.json'].map(name => join(scratch.directory, name)) as [
    string,
    string,
    string,
  ]
  await mkdir(bin)
  await mkdir(join(scratch.directory, 'nothing'))
  await symlink(await interpreterPath(), join(bin, 'python3'))
  const commandOf: Fleet['commandOf'] = async (machine, ...args) => {
    const { store, hosted = true, venv = scratch.venv, env = {}, command = 'install' } = machine
    await rm(report, { force: true })
    const lock = machine.lock ?? join(scratch.directory, 'pylock.toml')
    const wheels = machine.hasWheels ? scratch.wheels : join(scratch.directory, 'nothing')
    const place = args.some(arg => ['--target', '--system'].includes(arg)) ? [] : ['--venv', venv]
    const places = [...place, '--store', join(scratch.directory, store), '--report', report]
    const sources = ['--cache-backend', pathToFileURL(cache).href, '--no-index', '--find-links', wheels]
    return {
      args: [command, '-r', lock, ...places, ...sources, '--no-color', ...args],
      env: { PATH: bin, ...(hosted && { RUNNER_ENVIRONMENT: 'github-hosted' }), ...env },
    }
  }
  return {
    scratch,
    cache,
    commandOf,
    install: async (machine, ...args) => {
      const { venv = scratch.venv } = machine
      if (machine.command !== 'sync') await rm(venv, { recursive: true, force: true })
      const command = await commandOf(machine, ...args)
      const output = await scratch.run(command.args, command.env)
      const text = await readFile(report, 'utf8').catch(() => undefined)
      return { ...output, report: text === undefined ? undefined : (JSON.parse(text) as Report) }
    },
    held: async store => {
      const roots = ['wheels', 'bytecode', 'tmp'].map(name => join(scratch.directory, store, 'v1', name))
      const names = await Promise.all(roots.map(root => readdir(root, { recursive: true }).catch(() => [])))
      return names.flat()
    },
    remove: () => scratch.remove(),
  }
}

/** Of the interpreter itself: what is on PATH may be a script that looks for others there. */
async function interpreterPath(): Promise<string> {
  const { stdout } = await execute('python3', ['-c', 'import sys; print(sys.executable)'])
  return stdout.trim()
}

/** The last decision of a run on a subject. */
export function decision({ report }: Seen, subject: string) {
  return report?.decisions.findLast(decision => decision.subject === subject)
}

/** True where packs were unpacked straight into the environment. */
export function isDirect(seen: Seen): boolean {
  return decision(seen, 'link')?.reason.includes('straight into the environment') === true
}

/**
 * Everything below a directory, by its path: kind, mode, digest or target, and the time of what carries one that its content
 * decides.
 */
export async function exactTree(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const lines = entries.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [relative(root, path), describe(path)] as const
  })
  return Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Seconds since the epoch: what is made has later times. */
const startOf2001 = 978_307_200

function describe(path: string): string {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return `link to ${readlinkSync(path)}`
  const mode = (status.mode & 0o7777).toString(8)
  if (status.isDirectory()) return `directory ${mode}`
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex')
  const seconds = status.mtimeMs / 1000
  return `file ${mode} ${digest} ${seconds < startOf2001 ? seconds : 'made'}`
}
